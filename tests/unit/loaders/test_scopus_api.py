"""Scopus's APIs: search results in both views, one record in full, authors."""

from pathlib import Path

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

FOLDER = DATA / "scopus"
GRAZ = Affiliation("Ant Institute, Graz, Austria", ids=(Identifier("scopus", "601"),), country="Austria", city="Graz")
OSLO = Affiliation("Bee Institute, Norway", ids=(Identifier("scopus", "602"),), country="Norway")


def test_authors_stand_in_their_order_with_ids_and_the_places_that_they_refer_to() -> None:
    work = loaded(FOLDER / "search.json", "scopus_api").titled("Counts of ants")
    assert names(work) == [(1, "Ada B. Berg"), (2, "Jan Holm")]
    assert work.authors[0].ids == (Identifier("scopus", "701"), Identifier("orcid", "0000-0002-1825-0097"))
    assert work.authors[0].affiliations == (GRAZ, OSLO)
    assert not work.authors_complete, "the answer counts three authors and names two"


def test_a_result_keeps_ids_place_and_counts() -> None:
    work = loaded(FOLDER / "search.json", "scopus_api").titled("Counts of ants")
    assert ids(work) == {"doi": ["10.5555/ants.1"], "scopus": ["2-s2.0-85000000001"], "pmid": ["900001"]}
    assert (places(work), work.kind, work.date) == ([("Ant Letters", "journal", 2019)], "Article", "2019-05-01")
    assert (work.volume, work.issue, work.pages, work.cited_by) == ("7", "2", "11-19", 12)
    assert [subject.curie for subject in work.subjects] == ["keyword:ant", "keyword:count"]


def test_the_short_view_names_the_first_author_alone() -> None:
    work = loaded(FOLDER / "search.json", "scopus_api").titled("Ants again")
    assert (names(work), work.authors_complete) == ([(1, "C. Lee")], False)
    assert (places(work), work.cited_by) == ([("Proceedings of Ants", "conference", 2020)], 0)


def test_what_says_nothing_is_rejected_and_an_empty_answer_remarked() -> None:
    read = loaded(FOLDER / "search.json", "scopus_api")
    assert [where for where, _ in read.rejected] == ["record 3"]
    assert [where for where, _ in read.remarks] == ["record 4"]


def test_a_record_in_full_keeps_references_and_subject_areas() -> None:
    [work] = loaded(FOLDER / "abstract.json", "scopus_api").records
    assert (work.abstract, names(work), work.authors_complete) == (
        "Ants were counted.",
        [(1, "Ada B. Berg"), (2, "ANTS Collaboration")],
        True,
    )
    assert work.authors[0].affiliations == (GRAZ,)
    assert work.cites == (Identifier("doi", "10.5555/legs"), Identifier("scopus", "2-s2.0-84000000010"))
    area = work.subjects[-1]
    assert (area.curie, area.label, area.broader and area.broader.curie) == ("asjc:1109", "Insect Science", "asjc:1100")


def test_an_author_search_gives_people() -> None:
    [person] = loaded(FOLDER / "authors.json", "scopus_api").people
    assert (person.name, person.name_forms) == ("Ada B. Berg", ("A. Berg",))
    assert ids(person) == {"scopus": ["701"], "orcid": ["0000-0002-1825-0097"]}
    assert person.affiliations == (Affiliation("Ant Institute, Graz, Austria", country="Austria", city="Graz"),)


def test_core_data_name_the_first_author_alone() -> None:
    [work] = loaded(FOLDER / "meta.json", "scopus_api").records
    assert (names(work), work.authors_complete, work.abstract) == ([(1, "Ada B. Berg")], False, "Ants were counted.")


def test_an_author_retrieval_gives_the_person_with_the_institution_above_the_department() -> None:
    [person] = loaded(FOLDER / "author.json", "scopus_api").people
    assert (person.name, person.name_forms) == ("Ada B. Berg", ("A. Berg",))
    assert ids(person) == {"scopus": ["701"], "orcid": ["0000-0002-1825-0097"]}
    assert person.affiliations == (
        Affiliation("Ant Institute, Ant University, Graz, Austria", None, (Identifier("scopus", "601"),), "Austria", "Graz"),
    )


def test_errors_and_affiliations_are_rejected_in_scopus_own_words(tmp_path: Path) -> None:
    said = '{"service-error": {"status": {"statusCode": "AUTHORIZATION_ERROR", "statusText": "The requestor is not authorized"}}}'
    found = '{"search-results": {"entry": [{"dc:identifier": "AFFILIATION_ID:6", "affiliation-name": "Ant Institute"}]}}'
    for content, words in ((said, "is not authorized"), (found, "an affiliation by itself")):
        file = tmp_path / "answer.json"
        file.write_text(content)
        [(where, reason)] = loaded(file, "scopus_api").rejected
        assert (where[:8], words in reason) == ("record 1", True)


def test_an_entry_by_itself_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "search.json"
    file.write_text(
        '{"search-results": {"opensearch:totalResults": "1", "entry": {"eid": "2-s2.0-85000000001", "dc:title": "Ants"}}}'
    )
    assert [work.title for work in loaded(file, "scopus_api").records] == ["Ants"]

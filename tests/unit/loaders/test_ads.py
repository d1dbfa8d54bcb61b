"""The Astrophysics Data System: lists side by side, bibcodes, eprints."""

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

ANSWER = DATA / "ads" / "answer.json"
OTHER_FIELDS = DATA / "ads" / "other_fields.json"


def test_affiliations_and_orcids_go_to_the_author_at_their_place() -> None:
    work = loaded(ANSWER, "ads").titled("Counts of ants & bees")
    assert names(work) == [(1, "Ada B. Berg"), (2, "C. Lee"), (3, "ANTS Collaboration")]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert work.authors[0].affiliations == (
        Affiliation("Ant Institute, Graz", ids=(Identifier("ads", "A00407"),)),
        Affiliation("Bee Institute", ids=(Identifier("ads", "A01400"),)),
    )
    assert (work.authors[1].affiliations, work.authors[2].kind, work.authors_complete) == ((), "organisation", True)


def test_a_document_keeps_ids_place_and_references() -> None:
    work = loaded(ANSWER, "ads").titled("Counts of ants & bees")
    assert ids(work) == {"doi": ["10.5555/ants.1"], "arxiv": ["1901.00001"], "ads": ["2019AntL....7...11B"]}
    assert (places(work), work.date) == ([("Ant Letters", "journal", 2019), ("arXiv", "preprint", 2019)], "2019-05")
    assert (work.volume, work.issue, work.pages, work.article_number) == ("7", "2", "11-19", "A11")
    assert (work.cites, work.cited_by) == ((Identifier("ads", "1999AntL....1....1X"),), 12)
    assert [subject.label for subject in work.subjects][1:] == ["ants", "counts, general"]


def test_an_eprint_has_no_pages_and_a_truncated_list_is_incomplete() -> None:
    work = loaded(ANSWER, "ads").titled("An eprint")
    assert (places(work), work.pages, work.date) == ([("arXiv", "preprint", 2020)], None, "2020-01")
    assert (names(work), work.authors_complete) == ([(1, "C. Lee")], False)


def test_a_bibcode_alone_is_rejected_with_the_fields_to_ask_for() -> None:
    [(where, reason)] = loaded(ANSWER, "ads").rejected
    assert (where, "abstract" in reason) == ("record 2 (2020arXiv200100002L)", True)


def test_fields_may_stand_in_for_those_that_were_not_asked_for() -> None:
    work = loaded(OTHER_FIELDS, "ads").titled("Book reviews")
    assert (work.abstract, work.year, work.cited_by) == (None, 2018, 3), "no abstract; the year of the bibcode"
    assert ids(work) == {"doi": ["10.5555/ants.9"], "ads": ["2018AntL...73Q..35B"]}
    assert work.authors[0].affiliations == (Affiliation("Ant Institute"),)
    [place] = work.publications
    assert (place.kind, place.ids) == ("journal", (Identifier("issn", "0016-6731"),))


def test_the_kind_of_a_thesis_is_no_place() -> None:
    read = loaded(OTHER_FIELDS, "ads")
    assert [places(read.titled(title)) for title in ("Ants at rest", "Bees at rest")] == [[], []]
    assert read.titled("Ants at rest").abstract == "One chapter < two.\nAnother."

"""INSPIRE: works with their many ids, references and collaborations; authors."""

import json
from pathlib import Path

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

PAGE = DATA / "inspire" / "page.json"


def test_a_work_keeps_the_ids_that_are_its_own() -> None:
    work = loaded(PAGE, "inspire").titled("Counts of ants: a survey")
    assert ids(work) == {
        "arxiv": ["1901.00001"],
        "doi": ["10.5555/ants.1"],
        "inspire": ["1001"],
        "ads": ["2019AntL....7...11B"],
    }
    assert (places(work), work.date) == ([("Ant Lett.", "journal", 2019), ("arXiv", "preprint", 2019)], "2019-05-03")
    assert (work.volume, work.issue, work.pages, work.cited_by) == ("7", "2", "11-19", 12)


def test_people_keep_their_ids_and_places_and_supervisors_are_no_authors() -> None:
    work = loaded(PAGE, "inspire").titled("Counts of ants: a survey")
    assert names(work) == [(1, "Ada B. Berg"), (2, "C. Lee"), (3, "K. Roe"), (4, "ANTS Collaboration")]
    assert work.authors_complete
    known = {"inspire": "501", "inspire_bai": "A.B.Berg.1", "orcid": "0000-0002-1825-0097"}
    assert work.authors[0].ids == tuple(Identifier(scheme, value) for scheme, value in known.items())
    assert work.authors[0].affiliations == (Affiliation("Ant Institute, Graz", "02nr0ka47", (Identifier("inspire", "901"),)),)
    assert work.authors[1].affiliations == (Affiliation("Bee U."),)
    two_in_one = (Affiliation("Bee U."), Affiliation("Wasp Inst.", ids=(Identifier("inspire", "902"),)))
    assert work.authors[2].affiliations == two_in_one, "the printed address speaks of both, and has no id"


def test_references_go_by_the_identifier_that_most_sources_have() -> None:
    work = loaded(PAGE, "inspire").titled("Counts of ants: a survey")
    assert [known.curie for known in work.cites] == ["doi:10.5555/legs", "inspire:78", "arxiv:hep-th/9901001"]


def test_subjects_keep_their_vocabularies() -> None:
    work = loaded(PAGE, "inspire").titled("Counts of ants: a survey")
    assert [subject.curie for subject in work.subjects] == [
        "inspire:phenomenology-hep",
        "arxiv:hep-ph",
        "arxiv:astro-ph.CO",
        "keyword:ant: count",
        "pacs:12.34.+x",
    ]


def test_a_thesis_stands_in_its_institution_and_deleted_records_are_rejected() -> None:
    read = loaded(PAGE, "inspire")
    assert places(read.titled("On bridges")) == [("Bee U.", "thesis", 2001)]
    assert [where for where, _ in read.rejected] == ["record 2 (1002)"]


def test_an_author_is_a_person_with_other_forms() -> None:
    [person] = loaded(DATA / "inspire" / "author.json", "inspire").people
    assert (person.name, person.name_forms) == ("Ada B. Berg", ("Ada Berg", "A.B. Berg"))
    assert ids(person) == {"inspire": ["501"], "inspire_bai": ["A.B.Berg.1"], "orcid": ["0000-0002-1825-0097"]}
    assert person.affiliations == (Affiliation("Ant Inst."),)


def test_the_metadata_alone_are_read_too() -> None:
    inside = json.loads(PAGE.read_text(encoding="utf-8"))["hits"]["hits"][0]["metadata"]
    [work] = loaded(json.dumps(inside), "inspire").records
    assert work.where == "record 1 (1001)"


def test_a_page_of_few_fields_is_told_by_its_links(tmp_path: Path) -> None:
    file = tmp_path / "page.json"
    hit = {"id": "7", "metadata": {"titles": [{"title": "Of ants"}], "authors": [{"full_name": "Lee, C."}]}}
    links = {"self": "https://inspirehep.net/api/literature/?q=ants"}
    file.write_text(json.dumps({"hits": {"hits": [hit], "total": 1}, "links": links}))
    assert loaded(file, "inspire").titled("Of ants").authors[0].name == "C. Lee"


def test_what_is_neither_work_nor_author_says_so(tmp_path: Path) -> None:
    file = tmp_path / "institution.json"
    schema = "https://inspirehep.net/schemas/records/institutions.json"
    file.write_text(json.dumps({"$schema": schema, "control_number": 9, "legacy_ICN": "Ant Inst."}))
    [(where, reason)] = loaded(file, "inspire").rejected
    assert (where, "institutions, which are not read" in reason) == ("record 1 (9)", True)

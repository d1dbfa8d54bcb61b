"""Europe PMC: results in full and in short, preprints, retractions."""

import json

from loaders.records import Affiliation, Declared, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

CORE = DATA / "europe_pmc" / "core.json"


def test_a_result_in_full_keeps_people_ids_and_subjects() -> None:
    work = loaded(CORE, "europe_pmc").titled("Counts of ants in situ")
    assert ids(work) == {"doi": ["10.5555/ants.1"], "pmid": ["900001"], "pmcid": ["PMC700001"]}
    assert names(work) == [(1, "Ada B Berg"), (2, "J. Holm"), (3, "Ant Group")]
    assert [author.kind for author in work.authors] == ["person", "person", "organisation"]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert work.authors[0].affiliations == (Affiliation("Ant Institute, Graz, Austria"), Affiliation("Bee Institute"))
    assert (work.authors_complete, work.abstract, work.cited_by) == (True, "Background\nAnts were counted.", 12)
    assert (work.date, work.volume, work.issue, work.pages) == ("2019-04-30", "7", "2", "11-19")
    assert places(work) == [("Ant letters", "journal", 2019)]
    assert work.publications[0].ids == (Identifier("issn", "0016-6731"), Identifier("issn", "1943-2631"))
    assert [subject.curie for subject in work.subjects] == ["mesh:Ants", "keyword:ant", "keyword:count"]


def test_retractions_are_told_at_both_ends() -> None:
    read = loaded(CORE, "europe_pmc")
    assert read.titled("Counts of ants in situ").retracted
    notice = read.titled("Retraction: Counts of ants")
    assert (notice.retracted, notice.corrects) == (False, (Identifier("pmid", "900001"),))


def test_a_result_in_short_has_its_names_in_one_text() -> None:
    notice = loaded(CORE, "europe_pmc").titled("Retraction: Counts of ants")
    assert names(notice) == [(1, "A. B. Berg"), (2, "C. Lee")]
    assert not notice.authors_complete
    assert (notice.volume, notice.issue, notice.pages, notice.cited_by) == ("8", "1", "3", 0)


def test_a_preprint_stands_in_its_server() -> None:
    assert places(loaded(CORE, "europe_pmc").titled("Ants before print")) == [("bioRxiv", "preprint", 2021)]


def test_a_result_without_title_is_rejected_alone() -> None:
    read = loaded(CORE, "europe_pmc")
    assert [where for where, _ in read.rejected] == ["record 3 (MED:900002)"]
    assert (len(read.records), read.header.declared) == (3, (Declared(name="matches", count=3),))


def test_an_answer_without_results_is_a_document_without_records() -> None:
    read = loaded(
        '{"version": "6.9", "hitCount": 0, "request": {"queryString": "x"}, "resultList": {"result": []}}', "europe_pmc"
    )
    assert (read.records, read.rejected) == ([], [])


def test_results_stand_in_lists_and_lines_too() -> None:
    results = json.loads(CORE.read_text(encoding="utf-8"))["resultList"]["result"]
    for text in (json.dumps(results), "\n".join(map(json.dumps, results))):
        assert len(loaded(text, "europe_pmc").records) == 3

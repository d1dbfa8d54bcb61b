"""PubMed's document summaries: members of one object, each read alone."""

from loaders.records import Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

SUMMARIES = DATA / "pubmed" / "summaries.json"


def test_a_summary_has_names_with_initials_behind_in_natural_order() -> None:
    work = loaded(SUMMARIES, "pubmed_esummary").titled("Counts of ants")
    assert names(work) == [(1, "A. B. Berg"), (2, "J. van der Holm Jr"), (3, "Ant Group")]
    assert [(author.family, author.kind) for author in work.authors] == [
        ("Berg", "person"),
        ("van der Holm", "person"),
        (None, "organisation"),
    ]


def test_a_summary_keeps_ids_place_and_counts() -> None:
    work = loaded(SUMMARIES, "pubmed_esummary").titled("Counts of ants")
    assert ids(work) == {"pmid": ["900001"], "doi": ["10.5555/ants.1"], "pmcid": ["PMC700001"]}
    assert (work.date, work.volume, work.issue, work.pages, work.article_number) == ("2019-05-03", "7", "2", "11-9", None)
    assert (places(work), work.cited_by, work.retracted) == ([("Ant letters", "journal", 2019)], 12, True)


def test_broken_and_missing_summaries_are_rejected_alone() -> None:
    read = loaded(SUMMARIES, "pubmed_esummary")
    assert [(where, "cannot get" in reason) for where, reason in read.rejected] == [
        ("record 2 (900002)", True),
        ("record 3", False),
    ]
    correction = read.titled("Correction to: Counts of ants")
    assert (correction.corrects, correction.date, correction.cited_by) == ((Identifier("pmid", "900001"),), "2021", None)
    assert (ids(correction), correction.authors_complete) == ({"pmid": ["900004"]}, False)


def test_an_answer_without_summaries_is_a_document_without_records() -> None:
    read = loaded('{"header": {"type": "esummary", "version": "0.3"}, "result": {"uids": []}}', "pubmed_esummary")
    assert (read.records, read.rejected) == ([], [])

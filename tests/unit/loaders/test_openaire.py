"""OpenAIRE: products in the shape of the dumps (that of the API is among the one works of all formats)."""

from loaders.records import Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

DUMP = DATA / "openaire" / "dump.jsonl"


def test_a_product_keeps_authors_by_rank_ids_and_container() -> None:
    work = loaded(DUMP, "openaire").titled("Counts of ants: a survey")
    assert names(work) == [(1, "Ada Berg"), (2, "Cy Lee")]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert ids(work) == {"doi": ["10.5555/ants.1"], "pmid": ["900001"], "openaire": ["doi_dedup___::aa"]}
    assert (places(work), work.date, work.kind) == ([("Ant Letters", "journal", 2019)], "2019-05-03", "Article")
    assert (work.volume, work.issue, work.pages) == ("7", "2", "11-19")


def test_fields_of_science_stand_within_the_one_above() -> None:
    field, word = loaded(DUMP, "openaire").titled("Counts of ants: a survey").subjects
    assert (field.curie, field.label, field.broader and field.broader.code) == ("openaire_fos:0106", "biological sciences", "01")
    assert word.curie == "keyword:ant"


def test_a_product_that_says_nothing_is_rejected_alone() -> None:
    read = loaded(DUMP, "openaire")
    assert [where for where, _ in read.rejected] == ["line 2 (x::bb)"]
    assert places(read.titled("Tables of ants")) == [("Ant Archive", "dataset", 2020)]

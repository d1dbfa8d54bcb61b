"""The contract of a load report, from the loaders' side: every record of a text comes out once, as a record or as a rejection,
whatever happened to its neighbours. The number of records in a text is counted by marks in it, not by a reader."""

import random
import re

import pytest

from loaders import FORMATS, Source, recognise
from loaders.records import Header, Item, Person, Record, Rejection, Remark
from tests.unit.loaders.counted_documents import MARK, document, doi, year
from tests.unit.loaders.counted_formats import KINDS

PAGES = {"researcher_profile", "author_name_cluster", "paper_list", "arxiv_listing"}
"""Pages whose entries are told by their look: tests of their own check them."""
SEEDS = 8
ELSEWHERE = re.compile(r" of it|no column|About|qz|10\.")
"""What stands in columns that hold no names."""


def test_every_format_is_counted() -> None:
    assert {kind.format for kind in KINDS.values()} | PAGES == {known.name for known in FORMATS}


@pytest.mark.parametrize("name", KINDS)
def test_every_record_comes_out_once_whatever_happened_to_others(name: str) -> None:
    kind = KINDS[name]
    for seed in range(SEEDS):
        text, whole = document(kind, 24, random.Random(f"{name}{seed}"))
        items = read(text, kind.format)
        named = [marks for item in items if (marks := marks_of(item))]
        assert [marks for marks in named if len(set(marks)) > 1] == [], f"seed {seed}: two records became one"
        first = [marks[0] for marks in named]
        assert sorted(first) == sorted(set(first)), f"seed {seed}: one record became two"
        if kind.format != "openalex_merged_ids":  # a merged id is not a name
            assert whole <= set(first), f"seed {seed}: whole records are lost"
        counted = sum(isinstance(item, Record | Person | Rejection) for item in items)
        assert counted == len(set(MARK.findall(text))), f"seed {seed}"


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.is_table])
def test_what_stands_in_the_wrong_column_is_not_stored(name: str) -> None:
    kind = KINDS[name]
    for seed in range(SEEDS):
        text, _ = document(kind, 24, random.Random(f"{name}{seed}"))
        for record in read(text, kind.format):
            if isinstance(record, Record) and (marks := marks_of(record)):
                number = int(marks[0].removeprefix("qz"))
                assert record.year in (None, year(number)), f"seed {seed}, {record.where}"
                dois = [each.value for each in record.ids if each.scheme == "doi"]
                assert all(doi(number).startswith(value) for value in dois), (
                    f"seed {seed}, {record.where}"
                )  # truncated in its end
                assert not [author.name for author in record.authors if ELSEWHERE.search(author.name)], (
                    f"seed {seed}, {record.where}"
                )


def read(text: str, format_name: str) -> list[Item]:
    known = recognise(Source.of(text))
    assert known is not None
    assert known.name == format_name
    header, *items = known.read(Source.of(text))
    assert isinstance(header, Header)
    assert all(isinstance(item, Record | Person | Rejection | Remark) for item in items)
    return items


def marks_of(item: Item) -> list[str]:
    """The marks in the title or name of what was read."""
    text = item.title if isinstance(item, Record) else item.name if isinstance(item, Person) else None
    return MARK.findall(text or "")

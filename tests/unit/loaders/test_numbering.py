"""Volume, issue, pages and article number arrive from every format that gives them, in one spelling."""

from itertools import chain

import pytest

from loaders.fields.numbering import numbering
from tests.unit.loaders.json_parts import loaded
from tests.unit.loaders.one_work import FORMATS, gives, read

WITHOUT = {
    "aminer_tagged", "arxiv_atom", "arxiv_oai", "arxiv_snapshot", "unarxive", "orcid", "orcid_xml", "cord19_csv",
}  # fmt: skip
"""Formats that have no place for them (arXiv has one free line, ORCID a citation, CORD-19 a journal's name)."""
SAID: dict[str, tuple[str, str | None]] = {
    "a word before it": ("pp. 101-110", "101-110"),
    "a dash of two hyphens": ("101--110", "101-110"),
    "a long dash with spaces": ("101 – 110", "101-110"),
    "one page twice": ("e123-e123", "e123"),
    "an open end": ("101-", "101"),
    "an article's page": ("12:1-12:20", "12:1-12:20"),
    "several ranges": ("431--456, 791--823", "431-456, 791-823"),
    "a short end": ("1123-32", "1123-32"),
    "nothing": ("0-0", None),
    "nothing, in words": ("n/a", None),
    "a count": ("12 pages", None),
    "an arXiv identifier": ("arXiv:2101.08692", None),
}


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_gives_what_it_has(format_name: str) -> None:
    record = read(format_name)
    found = (record.volume, record.issue, record.pages, record.article_number)
    if format_name in WITHOUT:
        assert found == (None, None, None, None)
    else:
        pages = "101-110" if gives(format_name, "first") else None
        assert found == ("12", "3", pages, "e17" if gives(format_name, "article") else None)


@pytest.mark.parametrize("format_name", sorted(set(FORMATS) - WITHOUT))
def test_what_says_that_there_is_nothing_is_nothing(format_name: str) -> None:
    record = read(format_name, volume="n/a", issue="", first="0", last="0", article="none")
    assert (record.volume, record.issue, record.pages, record.article_number) == (None, None, None, None)


@pytest.mark.parametrize(("printed", "meant"), SAID.values(), ids=SAID)
def test_pages_have_one_spelling(printed: str, meant: str | None) -> None:
    assert numbering(pages=printed)["pages"] == meant


def test_a_first_and_a_last_page_make_a_range() -> None:
    pairs = [
        ("101", "110"),
        ("101", "101"),
        ("101", None),
        ("101-110", "110"),
        ("1123", "+"),
        (None, "110"),
        ("0", "0"),
        ("No", "Specified"),
    ]
    ranges = [numbering(first=first, last=last)["pages"] for first, last in pairs]
    assert ranges == ["101-110", "101", "101", "101-110", "1123+", None, None, None]


def test_volumes_issues_and_article_numbers_stand_without_their_words() -> None:
    given = [("Vol. 12", "No. 3", "Art. No. 17"), ("Bd. 12", "Nr. 3", "ARTN e17"), (12, 3.0, 17), ("abs/2101.08692", "0", "-")]
    found = [numbering(volume=volume, issue=issue, article_number=article) for volume, issue, article in given]
    assert [tuple(one.values()) for one in found] == [
        ("12", "3", None, "17"),
        ("12", "3", None, "e17"),
        ("12", "3", None, "17"),
        (None, None, None, None),
    ]


@pytest.mark.parametrize(("issue", "meant"), [("3", "3"), ("3-4", "3-4"), ("Pt 3", "Pt 3"), ("(3)", "3"), ("Suppl 1", "Suppl 1")])
def test_semantic_scholar_has_the_issue_behind_the_volume(issue: str, meant: str) -> None:
    record = read("semantic_scholar", issue=issue)
    assert (record.volume, record.issue) == ("12", meant)


def test_a_count_or_a_report_number_is_no_place_in_a_journal() -> None:
    book = "TY  - BOOK\nTI  - Soils\nSP  - 320\nER  - \n"
    patent = "@patent{p, title={A spade}, year=1999, number={1700367}}"
    thesis = '<dblp><phdthesis key="phd/R20"><author>A R</author><title>On soils.</title><pages>1-222</pages></phdthesis></dblp>'
    records = chain.from_iterable(
        loaded(text, name).records for text, name in ((book, "ris"), (patent, "bibtex"), (thesis, "dblp"))
    )
    assert [(record.issue, record.pages) for record in records] == [(None, None)] * 3


def test_datacite_has_issues_where_the_pages_of_a_series_should_be() -> None:
    series = (
        '{"data": {"type": "dois", "attributes": {"doi": "10.5555/s", "titles": [{"title": "T"}], "container": '
        '{"type": "Series", "title": "Notes", "volume": "Bd. 32", "firstPage": "Nr. 3 (1954)", "lastPage": "p. 9"}}}}'
    )
    [record] = loaded(series, "datacite").records
    assert (record.volume, record.issue, record.pages) == ("32", "3", None)

"""A document whose first record, or what stands before it, is longer than the beginning that recognition looks at."""

import json

import pytest

from loaders.parsing.source import HEAD_BYTES, LONG_HEAD_BYTES, Source
from loaders.recognition import recognise
from loaders.records import Record

MANY = 3000
CROSSREF = {
    "author": [{"given": f"Ann {i}", "family": f"Berg{i}", "sequence": "additional", "affiliation": []} for i in range(MANY)],
    "DOI": "10.9999/a",
    "title": ["How Ants Walk"],
    "type": "journal-article",
}
INSPIRE = {
    "authors": [
        {"full_name": f"Berg{i}, Ann", "affiliations": [{"value": "University of Ants, Department of Walking"}]}
        for i in range(MANY)
    ],
    "titles": [{"title": "How Ants Walk"}],
    "control_number": 7,
    "document_type": ["article"],
}
ADS = {
    "author": [f"Berg{i}, Ann" for i in range(6000)],
    "bibcode": "2020Ants...1....1B",
    "title": ["How Ants Walk"],
    "year": "2020",
}
OPENALEX = {
    "abstract_inverted_index": {f"ant{i}": [i] for i in range(9000)},
    "id": "https://openalex.org/W1",
    "display_name": "How Ants Walk",
    "authorships": [],
    "publication_year": 2020,
}
XML = (
    f"<?xml version='1.0'?><!-- {'much was said ' * 6000} --><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
    "<Article><ArticleTitle>How Ants Walk</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)


@pytest.mark.parametrize(
    ("name", "text", "authors"),
    [
        ("crossref", json.dumps({"status": "ok", "message-type": "work", "message": CROSSREF}), MANY),
        ("inspire", json.dumps({"hits": {"hits": [{"id": "7", "metadata": INSPIRE}], "total": 1}}), MANY),
        ("ads", json.dumps({"response": {"docs": [ADS], "numFound": 1}}), 6000),
        ("openalex", json.dumps(OPENALEX), 0),
        ("pubmed_xml", XML, 0),
    ],
)
def test_it_is_told_by_what_comes_later_and_read_whole(name: str, text: str, authors: int) -> None:
    source = Source.of(text, "long")
    assert len(text) > HEAD_BYTES
    known = recognise(source)
    assert known is not None
    assert known.name == name
    [record] = [item for item in known.read(source) if isinstance(item, Record)]
    assert (record.title, len(record.authors)) == ("How Ants Walk", authors)


def test_what_is_no_format_is_looked_at_within_bounds() -> None:
    assert recognise(Source.of(json.dumps([{"x": "y" * 1000}] * (2 * LONG_HEAD_BYTES // 1000)), "long")) is None

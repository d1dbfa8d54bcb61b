"""Crossref's deposit metadata in XML: whole batches, and the answers of its XML query service.

Format: https://data.crossref.org/reports/help/schema_doc/5.3.1/index.html (doi_batch, unixref, unixsd).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from loaders.crossref_xml_parts import Element, date, first, people, plain, texts
from loaders.identifiers import arxiv, doi, isbns
from loaders.kinds import PublicationKind
from loaders.publications import publications
from loaders.records import Header, Identifier, Item, Items, Record, Rejection
from loaders.source import Source
from loaders.venues import venue
from loaders.work_text import abstract_text, title_text

NAME = "crossref_xml"
ABOUT = "Crossref deposit metadata as XML (doi_batch, unixref)"
SITE = "Crossref"

_KINDS: dict[str, tuple[str, PublicationKind]] = {
    "journal_article": ("journal-article", "journal"),
    "conference_paper": ("proceedings-article", "conference"),
    "content_item": ("book-chapter", "book"),
    "book_metadata": ("book", "book"),
    "book_set_metadata": ("book", "book"),
    "posted_content": ("posted-content", "preprint"),
    "dissertation": ("dissertation", "thesis"),
    "report-paper_metadata": ("report", "report"),
    "report-paper_series_metadata": ("report", "report"),
    "dataset": ("dataset", "dataset"),
    "standard_metadata": ("standard", "other"),
    "peer_review": ("peer-review", "other"),
}
_AROUND = ("journal_metadata", "proceedings_metadata", "proceedings_series_metadata", "event_metadata", "book_series_metadata")
_CONTAINERS = ("journal", "conference", "book", "database", "report-paper", "standard", "sa_component", "doi_record", "query")


@dataclass
class _Around:
    """What the container says of the works in it."""

    titles: dict[str, str] = field(default_factory=dict)
    date: str | None = None


def recognise(head: str) -> bool:
    """Whether the root is one of Crossref's."""
    start = head[:4096]
    return (
        any(f"<{root}" in start for root in ("doi_batch", "crossref_result", "doi_records", "doi_record")) and "crossref" in head
    )


def read(source: Source) -> Items:
    """The header, then a record for every article, paper, chapter, book, posted content, thesis, report and data set."""
    yield Header(format=NAME, source=SITE)
    count = 0
    with source.open_binary() as stream:
        try:
            for item in _works(stream):
                count += 1
                yield item
        except etree.XMLSyntaxError as error:
            yield Rejection(f"line {error.lineno}", f"it is no XML from here on ({error.msg}); get the file again")
            return
    if not count:
        yield Rejection("line 1", "the batch holds no work; check what was asked for")


def _works(stream: object) -> Iterator[Item]:
    around = _Around()
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": False}
    for event, node in etree.iterparse(cast("str", stream), events=("start", "end"), **options):
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if event == "start":
            if name in _CONTAINERS:
                around = _Around()
        elif name in _AROUND or name == "journal_issue":
            _look_around(node, name, around)
        elif name in _KINDS and not _is_inner(node):
            yield _record(node, name, around)
            if name.endswith("_metadata"):
                around.titles["book"] = plain(first(node, "titles/title")) or ""
                around.date = date(node)
            _let_go(node)
        elif name in _CONTAINERS:
            _let_go(node)


def _let_go(node: Element) -> None:
    """Empty what is read, and take what stands before it out of the tree, so that memory stays flat."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


def _is_inner(node: Element) -> bool:
    """A data set under a database is a work; a component of a work is none."""
    return any(etree.QName(parent).localname == "component_list" for parent in node.iterancestors())


def _look_around(node: Element, name: str, around: _Around) -> None:
    wanted = {"journal_metadata": "full_title", "proceedings_metadata": "proceedings_title", "event_metadata": "conference_name"}
    if name in wanted and (found := plain(first(node, wanted[name]))):
        around.titles[name] = found
    if name == "event_metadata" and (found := plain(first(node, "conference_acronym"))):
        around.titles["acronym"] = found
    if name in ("journal_issue", "proceedings_metadata"):
        around.date = date(node) or around.date


def _record(node: Element, name: str, around: _Around) -> Record | Rejection:
    word, kind = _KINDS[name]
    bare = doi(plain(first(node, "doi_data/doi")))
    where = f"line {node.sourceline}" + (f" ({bare})" if bare else "")
    title = title_text(plain(first(node, "titles/title"), markup=True))
    found = date(node) or around.date
    year = int(found[:4]) if found else None
    authors, complete = people(node)
    preprint = arxiv(bare) if bare else None
    abstract = abstract_text(plain(first(node, "abstract"), markup=True), title)
    if not (title or authors or abstract):
        return Rejection(where, "it has neither a title nor contributors; look the DOI up at its publisher")
    ids = [Identifier("doi", bare)] if bare else []
    ids += [Identifier("arxiv", preprint.value)] if preprint else []
    ids += [Identifier("isbn", isbn) for text in texts(node, "isbn") for isbn in isbns(text)]
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=(node.get("type") if name == "posted_content" else None) or word,
        year=year,
        date=found,
        ids=tuple(ids),
        authors=authors,
        authors_complete=complete,
        publications=publications(_place(node, name, around), kind, year, preprint),
        cites=_cites(node),
    )


def _place(node: Element, name: str, around: _Around) -> str | None:
    held = around.titles
    if name == "journal_article":
        return held.get("journal_metadata")
    if name == "conference_paper":
        names = [held[key] for key in ("proceedings_metadata", "event_metadata", "acronym") if key in held]
        return next((one for one in names if venue(one)), names[0] if names else None)
    if name == "content_item":
        return held.get("book") or None
    institution = plain(first(node, "institution/institution_name"))
    return institution or plain(first(node, "group_title")) or plain(first(node, "publisher/publisher_name"))


def _cites(node: Element) -> tuple[Identifier, ...]:
    cited = dict.fromkeys(doi(text) for text in texts(node, "citation_list/citation/doi"))
    return tuple(Identifier("doi", found) for found in cited if found)

"""Crossref's deposit metadata in XML: whole batches, and the answers of its XML query service.

Format: https://data.crossref.org/reports/help/schema_doc/5.3.1/index.html (doi_batch, unixref, unixsd).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.crossref.deposit_parts import Element, date, every, first, people, plain, texts
from loaders.fields.citation_counts import citation_count
from loaders.fields.corrections import Updates
from loaders.fields.edited_volumes import with_editors
from loaders.fields.identifiers import arxiv, cited, doi, work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.venues import venue
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces
from loaders.records import Header, Identifier, Item, Items, Record, Rejection, Remark

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
_AROUND = frozenset(
    (
        "journal_metadata",
        "journal_issue",
        "proceedings_metadata",
        "proceedings_series_metadata",
        "event_metadata",
        "book_series_metadata",
    )
)
_CONTAINERS = frozenset(("journal", "conference", "book", "database", "report-paper", "standard", "sa_component", "query"))
_ENVELOPES = frozenset(
    ("doi_batch", "body", "crossref", "crossref_result", "query_result", "doi_records", "doi_record", "crossref_metadata")
)
_ASIDE = frozenset(("head", "crm-item", "doi", "contributors", "database_metadata"))
_ARTICLE_NUMBERS = ("article_number", "elocation_id", "e_location_id")
_SHAPE = Shape(frozenset(_KINDS), _AROUND | _ASIDE, _CONTAINERS | _ENVELOPES)


@dataclass
class _Asked:
    """What an answer of the query service says of the one DOI that was asked for."""

    doi: str | None = None
    cited_by: int | None = None
    publisher: str | None = None


@dataclass
class _Around:
    """What the container says of the works in it."""

    titles: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    ids: tuple[Identifier, ...] = ()
    volume: str | None = None
    issue: str | None = None
    publisher: str | None = None
    place: str | None = None
    language: str | None = None


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
    for item in _works(source):
        count += not isinstance(item, Remark)
        yield item
    if not count:
        yield Rejection("line 1", "the batch holds no work; check what was asked for")


def _works(source: Source) -> Iterator[Item]:
    around, asked = _Around(), _Asked()
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Opened):
            if piece.tag in _CONTAINERS:
                around = _Around()
            if piece.tag == "query":
                asked = _Asked(cited_by=citation_count(piece.attributes.get("fl_count")))
        elif not isinstance(piece, Piece):
            yield piece
        elif piece.tag == "doi":
            asked.doi = doi(plain(piece.element))
        elif piece.tag == "crm-item":
            if piece.element.get("name") == "citedby-count":
                asked.cited_by = citation_count(plain(piece.element))
            elif piece.element.get("name") == "publisher-name":
                asked.publisher = plain(piece.element)
        elif piece.tag in _AROUND:
            _look_around(piece.element, piece.tag, around)
        elif piece.tag in _KINDS:
            yield _record(piece, around, asked)
            if piece.tag.endswith("_metadata"):
                around.titles["book"] = plain(first(piece.element, "titles/title")) or ""
                around.date = date(piece.element)
                around.volume = plain(first(piece.element, "volume"))
                _look_at_publisher(piece.element, around)


def _look_around(node: Element, name: str, around: _Around) -> None:
    wanted = {"journal_metadata": "full_title", "proceedings_metadata": "proceedings_title", "event_metadata": "conference_name"}
    if name in wanted and (found := plain(first(node, wanted[name]))):
        around.titles[name] = found
    if name == "journal_metadata":
        around.ids = issn_ids(*texts(node, "issn"))
    if name == "event_metadata" and (found := plain(first(node, "conference_acronym"))):
        around.titles["acronym"] = found
    if name == "journal_issue":
        around.volume = plain(first(node, "journal_volume/volume"))
        around.issue = plain(first(node, "issue"))
    _look_at_publisher(node, around)
    if name in ("journal_issue", "proceedings_metadata"):
        around.date = date(node) or around.date


def _look_at_publisher(node: Element, around: _Around) -> None:
    around.publisher = plain(first(node, "publisher/publisher_name")) or around.publisher
    around.place = plain(first(node, "publisher/publisher_place")) or around.place
    around.language = node.get("language") or around.language


def _record(piece: Piece, around: _Around, asked: _Asked) -> Record | Rejection:
    node, name = piece.element, piece.tag
    word, kind = _KINDS[name]
    own_doi = doi(plain(first(node, "doi_data/doi")))
    where = f"line {piece.line}" + (f" ({own_doi})" if own_doi else "")
    title = title_text(plain(first(node, "titles/title"), markup=True))
    found = date(node) or around.date
    year = int(found[:4]) if found else None
    authors, complete = people(node)
    preprint = arxiv(own_doi) if own_doi else None
    updates = Updates(own_doi)
    for update in every(node, "crossmark/updates/update"):
        updates.is_to(update.get("type"), plain(update))
    abstract = abstract_text(plain(first(node, "abstract"), markup=True), title)
    if not (title or authors or abstract):
        return Rejection(where, "it has neither a title nor contributors; look the DOI up at its publisher")
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=(node.get("type") if name == "posted_content" else None) or word,
        year=year,
        date=found,
        ids=work_ids(doi_in=own_doi, isbn_in=" ".join(texts(node, "isbn"))),
        authors=with_editors(node.get("book_type"), authors),
        authors_complete=complete,
        publications=publications(_place(node, name, kind, around), kind, year, preprint, around.ids),
        cites=_cites(node),
        retracted=updates.retracted,
        corrects=updates.corrects,
        cited_by=asked.cited_by if asked.doi in (None, own_doi) else None,
        **_numbering(node, around),
        **_imprint(node, around, asked),
    )


def _numbering(node: Element, around: _Around) -> Numbering:
    """A work's pages and article number (an `item_number` that is not a page), and the volume and issue around it or its own."""
    numbers = every(node, "publisher_item/item_number")
    own = next((plain(one) for one in numbers if one.get("item_number_type", "").replace("-", "_") in _ARTICLE_NUMBERS), None)
    pages = [plain(first(node, f"pages/{name}")) for name in ("first_page", "last_page")]
    return numbering(
        volume=plain(first(node, "volume")) or around.volume,
        issue=around.issue,
        first=pages[0],
        last=pages[1],
        article_number=own,
    )


def _imprint(node: Element, around: _Around, asked: _Asked) -> Imprint:
    """The publisher of the work or of what is around it, else the institution of a thesis or a report; an answer of the query
    service names the publisher beside the work."""
    own = plain(first(node, "publisher/publisher_name"))
    place = plain(first(node, "publisher/publisher_place")) if own else around.place
    institution = plain(first(node, "institution/institution_name"))
    return imprint(
        publisher=own or around.publisher or institution or asked.publisher,
        place=place or (plain(first(node, "institution/institution_place")) if not (own or around.publisher) else None),
        language=node.get("language") or around.language,
        urls=texts(node, "doi_data/resource"),
    )


def _place(node: Element, name: str, kind: PublicationKind, around: _Around) -> str | None:
    held = around.titles
    if name == "journal_article":
        return held.get("journal_metadata")
    if name == "conference_paper":
        names = [held[key] for key in ("proceedings_metadata", "event_metadata", "acronym") if key in held]
        return next((one for one in names if venue(one)), names[0] if names else None)
    if name == "content_item":
        return held.get("book") or None
    institution = plain(first(node, "institution/institution_name"))
    publisher = publisher_as_venue(plain(first(node, "publisher/publisher_name")), kind)
    return institution or plain(first(node, "group_title")) or publisher


def _cites(node: Element) -> tuple[Identifier, ...]:
    return cited(*texts(node, "citation_list/citation/doi"))

"""CSL-JSON, the citation data that Zotero, Mendeley, Pandoc and DOI content negotiation write.

Format: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables, csl-data.json.
"""

import re
from collections.abc import Iterator

from loaders.csl.parts import contributors, date_in_parts, date_text, first_date
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import says_retracted
from loaders.fields.dates import unread_year
from loaders.fields.identifiers import arxiv, cited, doi, doi_in_address, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.json_head import first_records
from loaders.parsing.json_items import object_items
from loaders.parsing.json_values import JsonObject, first_text, not_an_object, numbered, objects, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Record, Rejection, Subject

NAME = "csl_json"
ABOUT = "CSL-JSON: citation data of reference managers and DOI content negotiation"
SITE = "CSL-JSON"

_LISTS = (("items",), ("references",))
KINDS: dict[str, PublicationKind] = {
    "article-journal": "journal",
    "article-magazine": "journal",
    "article-newspaper": "journal",
    "journal-article": "journal",
    "paper-conference": "conference",
    "proceedings-article": "conference",
    "chapter": "book",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "posted-content": "preprint",
    "preprint": "preprint",
}
_ARTICLES = ("article-journal", "article-magazine", "journal-article", "paper-conference", "proceedings-article")
_CSL_KEYS = {"issued", "container-title", "author", "editor", "publisher", "DOI", "page", "volume", "abstract", "citation-key"}
_DATES = ("issued", "published", "published-print", "published-online", "event-date", "original-date")
_NOTE_ID = re.compile(r"^\s*(?P<name>PMID|PMCID|DOI|arXiv|ISBN)\s*:\s*(?P<value>\S+)", re.IGNORECASE | re.MULTILINE)


def recognise(head: str) -> bool:
    """Whether the first record has a CSL type, its title as a text and other variables of CSL."""
    return any(_is_csl(record) for record in first_records(head, _LISTS))


def _is_csl(record: JsonObject) -> bool:
    kind, title = record.get("type"), record.get("title")
    if not isinstance(title, str | None) or "itemType" in record or "attributes" in record:
        return False
    known = len(_CSL_KEYS & record.keys())
    dated = isinstance(record.get("issued"), dict) or any(
        "family" in one or "literal" in one for one in objects(record.get("author"))
    )
    return isinstance(kind, str) and known > 0 and (dated or kind in KINDS or known > 2) and ("title" in record or dated)


def read(source: Source) -> Items:
    """The header, then a record for every item."""
    yield Header(format=NAME, source=SITE)
    yield from object_items(source, _LISTS, items_of)


def items_of(item: object, place: str) -> Iterator[Item]:
    """The record of an item of CSL, or why it is none."""
    if not isinstance(item, dict):
        yield not_an_object(place, item)
        return
    where = numbered(place, text(item.get("citation-key")) or text(item.get("id")) or doi(text(item.get("DOI"))))
    authors, complete = contributors(item.get("author"), whole_names=True)
    editors, _ = contributors(item.get("editor"), is_editor=True, whole_names=True)
    date = first_date(item, _DATES) or date_in_parts(item.get("date"))
    year = int(date[:4]) if date else None
    ids = _ids(item)
    preprint = arxiv(next((found.value for found in ids if found.scheme == "arxiv"), None))
    kind = text(item.get("type")) or ""
    title = title_text(first_text(item.get("title")))
    record = Record(
        where=where,
        title=title,
        abstract=abstract_text(item.get("abstract"), title),
        kind=text(item.get("genre")) or text(within(item, "custom", "kind")) or (kind if kind not in ("article", "") else None),
        year=year,
        date=date,
        unread_year=unread_year(year, *(date_text(item.get(name)) for name in _DATES)),
        ids=ids,
        authors=(*authors, *editors),
        authors_complete=bool(authors) and complete,
        publications=publications(
            _place(item, kind), KINDS.get(kind) or _unlisted_kind(item, kind), year, preprint, issn_ids(*texts(item.get("ISSN")))
        ),
        subjects=_keywords(item),
        comment="Retracted." if text(item.get("status")) == "retracted" else None,
        cites=_cites(item),
        retracted=text(item.get("status")) == "retracted" or says_retracted(text(item.get("note"))),
        **counted_citations(item.get("is-referenced-by-count")),
        **_numbering(item, kind),
        **imprint(
            publisher=first_text(item.get("publisher")),
            place=first_text(item.get("publisher-place")),
            language=text(item.get("language")),
            urls=texts(item.get("URL")),
        ),
    )
    if record.title or record.authors or record.abstract:
        yield record
    else:
        yield Rejection(where, "it has neither a title, authors nor an abstract; complete the item where it is kept")


def _numbering(item: JsonObject, kind: str) -> Numbering:
    """Volume, issue and pages; `number` is the article's number where the work is an article (and no arXiv identifier)."""
    own = text(item.get("number"))
    return numbering(
        volume=item.get("volume"),
        issue=item.get("issue"),
        pages=item.get("page"),
        first=item.get("page-first"),
        article_number=item.get("article-number") or (own if kind in _ARTICLES and not arxiv(own) else None),
    )


def _unlisted_kind(item: JsonObject, kind: str) -> PublicationKind:
    if kind == "article":
        return publication_kind(text(item.get("genre")) or "preprint")
    return "other"


def _place(item: JsonObject, kind: str) -> str | None:
    """The container, else the event, else (for theses, reports, data and preprints) who published it."""
    container = title_text(first_text(item.get("container-title")))
    event = text(item.get("event-title")) or text(item.get("event"))
    return container or event or publisher_as_venue(text(item.get("publisher")), KINDS.get(kind) or _unlisted_kind(item, kind))


def _ids(item: JsonObject) -> tuple[Identifier, ...]:
    """The identifiers of their own members, and those that Zotero keeps in the note ("PMID: 20664272")."""
    noted = {found["name"].casefold(): found["value"] for found in _NOTE_ID.finditer(text(item.get("note")) or "")}
    archive, address = text(item.get("archive_location")) or "", text(item.get("URL")) or ""
    preprint = next((given for given in (noted.get("arxiv"), text(item.get("number")), archive) if arxiv(given)), None)
    return work_ids(
        doi_in=first_text(item.get("DOI")) or noted.get("doi") or doi_in_address(address),
        arxiv_in=preprint or (address if "arxiv.org/" in address.lower() else None),
        isbn_in=" ".join(texts(item.get("ISBN"))) or noted.get("isbn"),
        pmid=text(item.get("PMID")) or noted.get("pmid"),
        pmcid=text(item.get("PMCID")) or noted.get("pmcid"),
    )


def _keywords(item: JsonObject) -> tuple[Subject, ...]:
    words = (word.strip() for part in texts(item.get("keyword")) for word in re.split(r"[;,]", part))
    found = [word for word in words if word] + list(texts(item.get("categories"))) + list(texts(item.get("subject")))
    return tuple(Subject(scheme="keyword", code=word.casefold(), label=word) for word in dict.fromkeys(found))


def _cites(item: JsonObject) -> tuple[Identifier, ...]:
    return cited(*(text(reference.get("DOI")) for reference in objects(item.get("reference"))))

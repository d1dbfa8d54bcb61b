"""Crossref works as its REST API, its public data file and its content negotiation give them.

Format: https://api.crossref.org/swagger-ui/index.html (Work); dates and names as in CSL (see `loaders.csl.parts`).
"""

import re
from collections.abc import Iterator

from loaders.csl.parts import contributors, first_date
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import Updates
from loaders.fields.edited_volumes import with_editors
from loaders.fields.identifiers import arxiv, cited, doi, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.venues import venue
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, first_text, mapping, number, numbered, objects, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Subject, VenueRecord

NAME = "crossref"
ABOUT = "Crossref works as JSON: single works, message envelopes, pages, lines"
SITE = "Crossref"

_LISTS = (("message", "items"), ("items",))
_OWN_KEYS = {"member", "prefix", "indexed", "deposited", "is-referenced-by-count", "references-count", "content-domain", "DOI"}
_DATES = ("issued", "published", "published-print", "published-online", "posted", "published-other", "approved")
_KINDS: dict[str, PublicationKind] = {
    "journal-article": "journal",
    "journal-issue": "journal",
    "proceedings-article": "conference",
    "proceedings": "conference",
    "posted-content": "preprint",
    "dissertation": "thesis",
    "report": "report",
    "report-component": "report",
    "dataset": "dataset",
    "database": "dataset",
    "peer-review": "other",
}
_UPDATES = {"retraction": "Retracted", "withdrawal": "Withdrawn", "removal": "Removed", "partial_retraction": "Retracted in part"}
_OF = re.compile(r"is-(?P<kind>[a-z]+)-of")
_HAS = re.compile(r"has-(?P<kind>[a-z]+)")
_SAME_WORK = ("is-preprint-of", "has-preprint")


def recognise(head: str) -> bool:
    """Whether the beginning is Crossref's message envelope, or an object with the keys of its works and titles in a list."""
    if text(envelope(head).get("message-type")) or "message-version" in envelope(head):
        return True
    return any(_is_work(record) for record in first_records(head, _LISTS))


def _is_work(record: JsonObject) -> bool:
    lists = [isinstance(record[key], list) for key in ("title", "container-title") if key in record]
    is_own = any("sequence" in person for person in objects(record.get("author")))
    return all(lists) and "DOI" in record and len(_OWN_KEYS & record.keys()) >= (1 if lists or is_own else 3)


def read(source: Source) -> Items:
    """The header, then a record for every work and a `VenueRecord` for every journal of a journal list."""
    outer = envelope(source.head())
    count = number(within(outer, "message", "total-results"))
    query = text(within(outer, "message", "query", "search-terms"))
    yield Header(format=NAME, source=SITE, declared=matches(count), facts=(("query", query),) if query else ())
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    if text(value.get("status")) in ("failed", "error"):
        yield Rejection(place, f"Crossref answered with an error: {str(value.get('message'))[:200]}")
        return
    work: JsonObject = mapping(value["message"]) if "message-type" in value else value
    own_doi = doi(text(work.get("DOI")))
    where = numbered(place, own_doi)
    if own_doi is None and isinstance(work.get("title"), str) and "ISSN" in work:
        name = title_text(work["title"])
        issns = issn_ids(*texts(work["ISSN"]))
        yield VenueRecord(where=where, name=name, kind="journal", ids=issns) if name else Rejection(where, "it has no title")
        return
    record = _record(work, where, own_doi)
    if record.title or record.authors or record.abstract:
        yield record
    elif own_doi is None:
        yield Rejection(where, "it has neither a DOI nor a title, so it is not a work; load the works of Crossref (/works)")
    else:
        yield Rejection(where, f"{own_doi} has neither a title nor authors; look the DOI up at its publisher")


def _record(work: JsonObject, where: str, own_doi: str | None) -> Record:
    authors, complete = contributors(work.get("author"))
    editors, _ = contributors(work.get("editor"), is_editor=True)
    date = first_date(work, _DATES)
    year = int(date[:4]) if date else None
    title = next((found for given in texts(work.get("title")) if (found := title_text(given))), None)
    updates = _updates(work, own_doi)
    return Record(
        where=where,
        title=title,
        abstract=abstract_text(work.get("abstract"), title),
        kind=text(work.get("subtype")) or text(work.get("type")),
        year=year,
        date=date,
        ids=_ids(work, own_doi),
        authors=with_editors(text(work.get("type")), (*authors, *editors)),
        authors_complete=bool(authors) and complete,
        publications=_publications(work, own_doi, year),
        subjects=tuple(Subject(scheme="keyword", code=word.casefold(), label=word) for word in texts(work.get("subject"))),
        comment=_comment(work),
        cites=_cites(work),
        retracted=updates.retracted,
        corrects=updates.corrects,
        **counted_citations(work.get("is-referenced-by-count")),
        **numbering(
            volume=work.get("volume"),
            issue=work.get("issue") or within(work, "journal-issue", "issue"),
            pages=work.get("page"),
            article_number=work.get("article-number"),
        ),
        **imprint(
            publisher=text(work.get("publisher")),
            place=text(work.get("publisher-location")),
            language=text(work.get("language")),
            urls=(text(within(work, "resource", "primary", "URL")), text(work.get("URL"))),
        ),
    )


def _ids(work: JsonObject, own_doi: str | None) -> tuple[Identifier, ...]:
    """The DOI, that of the preprint or published version that Crossref links, the arXiv id of an arXiv DOI, and ISBNs."""
    versions = [
        found
        for relation in _SAME_WORK
        for other in objects(within(work, "relation", relation))
        if other.get("id-type") == "doi" and (found := doi(text(other.get("id"))))
    ]
    return each_once(
        *(found for version in (own_doi, *versions) for found in work_ids(doi_in=version)),
        *work_ids(isbn_in=" ".join(texts(work.get("ISBN")))),
    )


def _publications(work: JsonObject, own_doi: str | None, year: int | None) -> tuple[Publication, ...]:
    kind_of_work = text(work.get("type")) or ""
    kind = _KINDS.get(kind_of_work) or publication_kind(kind_of_work)
    if kind == "journal" and kind_of_work not in _KINDS:
        kind = "other"
    preprint = arxiv(own_doi) if own_doi else None
    if preprint:
        return publications(None, kind, year, preprint)
    return publications(_venue(work, kind), kind, year, ids=issn_ids(*texts(work.get("ISSN"))))


def _venue(work: JsonObject, kind: PublicationKind) -> str | None:
    """The container; for chapters and proceedings the book rather than its series; for theses, reports and
    data who published them."""
    containers = [found for title in texts(work.get("container-title")) if (found := title_text(title))]
    if kind in ("book", "conference"):
        containers.reverse()
    event = [found for key in ("name", "acronym") if (found := text(within(work, "event", key)))]
    listed = next((name for name in (*containers, *event) if venue(name)), None)
    if listed or containers:
        return listed or containers[0]
    issuers = [name for place in objects(work.get("institution")) if (name := text(place.get("name")))]
    group, publisher = text(work.get("group-title")), text(work.get("publisher"))
    if kind == "preprint":
        return next(iter(issuers), None) or (group if group and venue(group) else publisher_as_venue(publisher, kind))
    if kind in ("thesis", "report", "dataset"):
        return next(iter(issuers), None) or publisher
    return next(iter(event), None)


def _comment(work: JsonObject) -> str | None:
    """Whether the work is retracted or withdrawn, or is itself the notice of a retraction."""
    found = []
    for update in objects(work.get("updated-by")):
        if (word := _UPDATES.get(text(update.get("type")) or "")) is not None:
            found.append(f"{word}, see {doi(text(update.get('DOI'))) or 'the notice'}.")
    for update in objects(work.get("update-to")):
        if (word := _UPDATES.get(text(update.get("type")) or "")) is not None:
            found.append(f"Notice of an update: {word.lower()} {doi(text(update.get('DOI'))) or 'another work'}.")
    return " ".join(dict.fromkeys(found)) or None


def _updates(work: JsonObject, own_doi: str | None) -> Updates:
    """What `update-to`, `updated-by` and relations of such names say of the work."""
    found = Updates(own_doi)
    for update in objects(work.get("update-to")):
        found.is_to(text(update.get("type")), text(update.get("DOI")))
    for update in objects(work.get("updated-by")):
        found.is_by(text(update.get("type")))
    for name, others in mapping(work.get("relation")).items():
        if (named := _OF.fullmatch(name)) is not None:
            for other in objects(others):
                found.is_to(named["kind"], text(other.get("id")))
        elif (named := _HAS.fullmatch(name)) is not None:
            found.is_by(named["kind"])
    return found


def _cites(work: JsonObject) -> tuple[Identifier, ...]:
    return cited(*(first_text(reference.get("DOI")) for reference in objects(work.get("reference"))))

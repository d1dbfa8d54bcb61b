"""The Lens: scholarly works of its API and its bulk data, as answers, pages or lines.

Format: https://docs.api.lens.org/response-scholar.html
"""

from collections.abc import Iterator

from loaders.fields.citation_counts import citation_count
from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import iso, parsed_date
from loaders.fields.identifiers import arxiv, cited, doi, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.lens.people import people
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, first_text, mapping, number, numbered, objects, sequence, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "lens"
ABOUT = "scholarly works of The Lens as JSON: API answers, pages, lines"
SITE = "The Lens"

_LISTS = (("data",), ("results",))
_PAGING = frozenset(("scroll_id", "max_score"))
_PATENT = frozenset(("doc_number", "jurisdiction", "biblio", "kind_code"))
_SCHEMES = {
    "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "magid": "mag", "mag": "mag", "openalex": "openalex", "arxiv": "arxiv",
}  # fmt: skip


def recognise(head: str) -> bool:
    """Whether the first records have Lens ids, or an empty page has the Lens's paging keys."""
    outer = envelope(head)
    if outer.get("data") == [] and _PAGING & outer.keys():
        return True
    return any("lens_id" in record for record in first_records(head, _LISTS))


def read(source: Source) -> Items:
    """The header, then a record for every work. Patents are rejected."""
    yield Header(format=NAME, source=SITE, declared=matches(number(envelope(source.head()).get("total"))))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    key = text(value.get("lens_id"))
    where = numbered(place, key)
    if _PATENT & value.keys():
        yield Rejection(where, "it is a patent, of which the graph keeps nothing; ask the Lens for scholarly works")
    elif key is None and isinstance(value.get("message"), str):
        yield Rejection(where, f"the Lens answered: {str(value['message'])[:200]}")
    else:
        yield _work(value, where)


def _work(value: JsonObject, where: str) -> Record | Rejection:
    authors, complete = people(value.get("authors"))
    title, abstract, ids = title_text(value.get("title")), abstract_text(value.get("abstract")), _ids(value)
    cites = _cites(value)
    if not (title or abstract or authors or cites or len(ids) > 1):
        return Rejection(where, "it has neither a title, authors, an abstract nor a second identifier; ask for more fields")
    year, date = _when(value)
    kinds = (text(value.get("publication_type")), *texts(value.get("publication_supplementary_type")))
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=next(filter(None, kinds), None),
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=bool(authors) and complete and _counts(value, len(sequence(value.get("authors")))),
        publications=_publications(value, ids, year),
        subjects=_subjects(value),
        cites=cites,
        retracted=is_retracted_kind(*kinds) or any(map(_is_retraction, objects(value.get("retraction_updates")))),
        cited_by=_cited_by(value),
        **numbering(
            volume=value.get("volume"), issue=value.get("issue"), first=value.get("start_page"), last=value.get("end_page")
        ),
        **imprint(
            publisher=text(within(value, "source", "publisher")), language=texts(value.get("languages")), urls=_pages(value)
        ),
    )


def _counts(value: JsonObject, listed: int) -> bool:
    """Whether as many authors are listed as are counted."""
    count = number(value.get("author_count"))
    return count is None or count <= listed


def _cited_by(value: JsonObject) -> int | None:
    count = citation_count(value.get("scholarly_citations_count"))
    return count if count is not None or "scholarly_citations" not in value else len(sequence(value["scholarly_citations"]))


def _is_retraction(update: JsonObject) -> bool:
    """Whether an update retracts the work; corrections and expressions of concern stand in the same list."""
    words = " ".join(found for key in ("nature", "update_nature", "type", "update_type") if (found := text(update.get(key))))
    return "retract" in words.casefold() if words else bool(update)


def _when(value: JsonObject) -> tuple[int | None, str | None]:
    parts = [found for part in sequence(value.get("date_published_parts")) if (found := number(part))]
    dates = [parsed_date(text(value.get("date_published"))), iso(parts[0], *parts[1:3]) if parts else None]
    date = max(filter(None, dates), key=len, default=None)
    year = number(value.get("year_published")) or (int(date[:4]) if date else None)
    return year, date if date and date.startswith(str(year)) else str(year) if year else None


def _ids(value: JsonObject) -> tuple[Identifier, ...]:
    given: dict[str, str | None] = {"lens": text(value.get("lens_id"))}
    for item in objects(value.get("external_ids")):
        scheme = _SCHEMES.get((text(item.get("type")) or "").casefold())
        if scheme:
            given.setdefault(scheme, first_text(item.get("value")))
    preprint = given.pop("arxiv", None) or next((page for page in _pages(value) if "arxiv.org/" in page.lower()), None)
    return work_ids(doi_in=given.pop("doi", None), arxiv_in=preprint, **given)


def _pages(value: JsonObject) -> list[str]:
    return [page for item in objects(value.get("source_urls")) if (page := text(item.get("url")))]


def _cites(value: JsonObject) -> tuple[Identifier, ...]:
    """The works that it refers to, each by its Lens id, else by the DOI in the reference as printed."""
    found: list[Identifier] = []
    for reference in objects(value.get("references")):
        key = text(reference.get("lens_id"))
        found += [Identifier("lens", key)] if key else cited(doi(text(reference.get("text"))))
    return each_once(*found)


def _publications(value: JsonObject, ids: tuple[Identifier, ...], year: int | None) -> tuple[Publication, ...]:
    source, conference = mapping(value.get("source")), mapping(value.get("conference"))
    kind = _kind(text(value.get("publication_type")), text(source.get("type")))
    name = title_text(source.get("title")) or title_text(conference.get("name")) or title_text(conference.get("instance"))
    name = name or publisher_as_venue(text(source.get("publisher")), kind)
    numbers = (first_text(item.get("value")) for item in objects(source.get("issn")))
    preprint = arxiv(next((each.value for each in ids if each.scheme == "arxiv"), None))
    return publications(name, kind, year, preprint, issn_ids(*numbers, *texts(source.get("issn"))))


def _kind(of_work: str | None, of_source: str | None) -> PublicationKind:
    """The kind of the work; of one that is called neither this nor that, the kind of its source."""
    kind = publication_kind(of_work)
    return kind if kind != "other" else publication_kind(of_source)


def _subjects(value: JsonObject) -> tuple[Subject, ...]:
    """Fields of study, keywords, MeSH headings, and the fields of the journal (ASJC) by their codes."""
    source = mapping(value.get("source"))
    codes, fields = texts(source.get("asjc_codes")), texts(source.get("asjc_subjects"))
    return (
        *keywords(texts(value.get("fields_of_study")), separators="\n", scheme="lens"),
        *keywords(texts(value.get("keywords"))),
        *_headings(value),
        *(Subject(scheme="asjc", code=code, label=label) for code, label in zip(codes, fields, strict=False)),
    )


def _headings(value: JsonObject) -> tuple[Subject, ...]:
    """The descriptors of MeSH, each once, whatever its qualifiers."""
    terms = ((text(term.get("mesh_id")), text(term.get("mesh_heading"))) for term in objects(value.get("mesh_terms")))
    return tuple(dict.fromkeys(Subject(scheme="mesh", code=key or label, label=label) for key, label in terms if label))

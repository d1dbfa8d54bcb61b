"""DataCite DOIs as its REST API and its public data file give them.

Format: https://support.datacite.org/docs/api-get-doi, schema https://schema.datacite.org (kernel 4).
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from loaders.datacite.people import creators, editors
from loaders.fields.arxiv_categories import arxiv_subject, category
from loaders.fields.arxiv_ids import ArxivId
from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import parsed_date
from loaders.fields.identifiers import arxiv, cited_id, doi, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.unparsed_names import is_missing
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, sequence, text, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Remark, Subject

NAME = "datacite"
ABOUT = "DataCite DOIs as JSON: single answers, pages, lines"
SITE = "DataCite"

_LISTS = (("data",),)
_OWN_KEYS = {"creators", "titles", "publicationYear", "types", "relatedIdentifiers", "nameIdentifiers", "schemaVersion"}
_BUDDHIST = 543
_GENERAL: dict[str, PublicationKind] = {
    "JournalArticle": "journal",
    "Journal": "journal",
    "DataPaper": "journal",
    "ConferencePaper": "conference",
    "ConferenceProceeding": "conference",
    "Preprint": "preprint",
    "Dissertation": "thesis",
    "Book": "book",
    "BookChapter": "book",
    "Report": "report",
    "Dataset": "dataset",
}
_PAGE = re.compile(r"[A-Za-z]{0,4}\d+[A-Za-z]?|[ivxlc]+")
_ISSUE_IN_PROSE = re.compile(
    r"(?:(?:vol|bd|band|v|évf|jg|t)\b\.?\s*(?P<volume>\d+)[\s,]*)?(?:(?:nr|no|n|núm|num|szám|n\.º|heft)(?!\w)\.?\s*(?P<issue>\d+))?",
    re.IGNORECASE,
)
_NOT_PLACES = {"unknown", "unpublished", "n/a", "none", "not available"}


def recognise(head: str) -> bool:
    """Whether the first record is of type "dois" or has creators and titles as DataCite writes them."""
    outer = envelope(head)
    if mapping(outer.get("data")).get("type") == "dois":
        return True
    return any(
        record.get("type") == "dois" or len(_OWN_KEYS & _attributes(record).keys()) > 2 for record in first_records(head, _LISTS)
    )


def _attributes(value: JsonObject) -> JsonObject:
    inner = mapping(value.get("data")) or value
    return mapping(inner.get("attributes")) or inner


def read(source: Source) -> Items:
    """The header, then a record for every DOI."""
    total = number(within(envelope(source.head()), "meta", "total"))
    yield Header(format=NAME, source=SITE, declared=matches(total))
    yield from object_items(source, _LISTS, items_of)


def items_of(value: JsonObject, place: str) -> Iterator[Item]:
    """The record of a DOI as JSON has it, with a remark where its year is unusual, or why it is none."""
    if "errors" in value:
        yield Rejection(place, f"DataCite answered with an error: {str(value['errors'])[:200]}")
        return
    work = _attributes(value)
    own_doi = doi(text(work.get("doi")) or text(value.get("id")))
    where = numbered(place, own_doi)
    year, odd = _year(work)
    record = _record(work, where, own_doi, year)
    if not (record.title or record.authors or record.abstract):
        reason = f"{own_doi or 'it'} has neither a title, creators nor a description; look the DOI up at its publisher"
        yield Rejection(where, reason)
        return
    yield record
    if odd:
        yield Remark(where, odd)


def _record(work: JsonObject, where: str, own_doi: str | None, year: int | None) -> Record:
    authors, complete = creators(work.get("creators"))
    preprint = arxiv(own_doi) if own_doi else None
    types = mapping(work.get("types"))
    titles = list(objects(work.get("titles")))
    main = sorted(titles, key=lambda title: title.get("titleType") is not None)
    main_title = next((title for given in main if (title := title_text(given.get("title")))), None)
    described = [item for item in objects(work.get("descriptions")) if item.get("descriptionType") == "Abstract"]
    return Record(
        where=where,
        title=main_title,
        abstract=next((given for item in described if (given := abstract_text(item.get("description"), main_title))), None),
        kind=_named(text(types.get("resourceType"))) or text(types.get("resourceTypeGeneral")),
        year=year,
        date=_date(work, year),
        ids=_ids(work, own_doi, preprint),
        authors=(*authors, *editors(work.get("contributors"))),
        authors_complete=bool(authors) and complete,
        publications=_publications(work, types, year, preprint),
        subjects=_subjects(work),
        comment=_comment(work),
        cites=_cites(work),
        retracted=_comment(work) is not None,
        **counted_citations(work.get("citationCount")),
        **_numbering(work),
        **imprint(publisher=_publisher(work), language=text(work.get("language")), urls=(text(work.get("url")),)),
    )


def _numbering(work: JsonObject) -> Numbering:
    """Where the work stands in what it was published in: by the related item, else by the container.

    DataCite takes containers of type Series out of prose ("Germania, Bd. 32, Nr. 3 (1954)"), so that numbers of issues come as
    pages: those say volume and issue, and are not pages.
    """
    items = (item for item in objects(work.get("relatedItems")) if item.get("relationType") == "IsPublishedIn")
    place = next(items, None) or mapping(work.get("container"))
    first, last = (text(place.get(name)) for name in ("firstPage", "lastPage"))
    volume, issue = text(place.get("volume")), text(place.get("issue"))
    if place.get("type") == "Series" and first and not _PAGE.fullmatch(first):
        in_prose = _ISSUE_IN_PROSE.match(first)
        volume = volume or (in_prose["volume"] if in_prose else None)
        issue = issue or (in_prose["issue"] if in_prose else None)
        first = last = None
    number_of = (text(place.get("numberType")) or "").casefold()
    article = text(place.get("number")) if number_of == "article" else None
    return numbering(volume=volume, issue=issue, first=first, last=last, article_number=article)


def _publisher(work: JsonObject) -> str | None:
    """Who published what the work is published in, else who published the work itself, which may be a repository."""
    hosts = (item for item in objects(work.get("relatedItems")) if item.get("relationType") == "IsPublishedIn")
    named = next((name for host in hosts if (name := text(host.get("publisher")))), None) or _own_publisher(work)
    return _named(named)


def _own_publisher(work: JsonObject) -> str | None:
    return text(work.get("publisher")) or text(within(work, "publisher", "name"))


def _named(given: str | None) -> str | None:
    return None if given is None or is_missing(given) else given


def _year(work: JsonObject) -> tuple[int | None, str | None]:
    """The year of publication, and a remark where it was counted from the Buddhist era."""
    given = number(work.get("publicationYear")) or number((text(work.get("publicationYear")) or "")[:4])
    issued = [text(date.get("date")) or "" for date in objects(work.get("dates")) if date.get("dateType") == "Issued"]
    given = given or next((year for date in issued if (year := number(date[:4]))), None)
    this = datetime.now(UTC).year
    if given and this + 400 < given <= this + _BUDDHIST + 1:
        return given - _BUDDHIST, f"the year {given} is of the Buddhist era and was read as {given - _BUDDHIST}"
    return (given, None) if given and 1000 <= given <= this + 5 else (None, None)


def _date(work: JsonObject, year: int | None) -> str | None:
    """The most exact date of issue in the year of publication."""
    dates = list(objects(work.get("dates")))
    for kind in ("Issued", "Available", "Created"):
        of_kind = [
            date for item in dates if item.get("dateType") == kind and (date := parsed_date(text(item.get("date")))) is not None
        ]
        fitting = [date for date in of_kind if year is None or date.startswith(f"{year:04}")]
        if fitting and (kind == "Issued" or len(max(fitting, key=len)) > 4):
            return max(fitting, key=len)
    return f"{year:04}" if year else None


def _ids(work: JsonObject, own_doi: str | None, preprint: ArxivId | None) -> tuple[Identifier, ...]:
    """The DOI, the arXiv id of an arXiv DOI and the DOI of the version that arXiv says was published, PubMed ids and ISBNs."""
    ids = [*work_ids(doi_in=own_doi)]
    if preprint:
        ids += [Identifier("doi", other) for other in _related(work, {"IsVersionOf"})]
    for item in [*objects(work.get("identifiers")), *objects(work.get("alternateIdentifiers"))]:
        scheme = (text(item.get("identifierType")) or text(item.get("alternateIdentifierType")) or "").casefold()
        value = text(item.get("identifier")) or text(item.get("alternateIdentifier"))
        if scheme in ("pmid", "pmcid", "arxiv"):
            ids += work_ids(**{scheme: value})
        elif scheme == "isbn":
            ids += work_ids(isbn_in=value)
    return tuple(dict.fromkeys(ids))


def _related(work: JsonObject, relations: set[str]) -> list[str]:
    given = (
        doi(text(item.get("relatedIdentifier")))
        for item in objects(work.get("relatedIdentifiers"))
        if text(item.get("relationType")) in relations and item.get("relatedIdentifierType") == "DOI"
    )
    return [text for text in dict.fromkeys(given) if text]


def _host(work: JsonObject) -> str | None:
    """The title of the journal or book that a related item says the work is published in."""
    items = (item for item in objects(work.get("relatedItems")) if item.get("relationType") == "IsPublishedIn")
    titles = (text(one.get("title")) for item in items for one in objects(item.get("titles")))
    return next(filter(None, titles), None)


def _publications(work: JsonObject, types: JsonObject, year: int | None, preprint: ArxivId | None) -> tuple[Publication, ...]:
    kind = _GENERAL.get(text(types.get("resourceTypeGeneral")) or "")
    if kind is None:
        kind = publication_kind(text(types.get("resourceType")))
    container = _host(work) or text(within(work, "container", "title"))
    publisher = _own_publisher(work)
    if kind in ("book", "journal", "conference"):
        publisher = publisher_as_venue(publisher, kind)
        kind = kind if container or kind == "book" else "other"
    place = title_text(container or publisher)
    if place and (place.casefold() in _NOT_PLACES or is_missing(place)):
        place = None
    return publications(place, kind, year, preprint)


def _subjects(work: JsonObject) -> tuple[Subject, ...]:
    """Keywords; arXiv's categories as such ("Machine Learning (cs.LG)")."""
    subjects: list[Subject] = []
    for item in sequence(work.get("subjects")):
        label = title_text(text(item) or mapping(item).get("subject"))
        if not label:
            continue
        is_arxiv = text(mapping(item).get("subjectScheme")) == "arXiv"
        known = category(label.rpartition("(")[2].rstrip(")")) if is_arxiv else None
        subjects.append(arxiv_subject(known.code) if known else Subject(scheme="keyword", code=label.casefold(), label=label))
    return tuple(dict.fromkeys(subjects))


def _comment(work: JsonObject) -> str | None:
    withdrawn = any(item.get("dateType") == "Withdrawn" for item in objects(work.get("dates")))
    return "Withdrawn." if withdrawn else None


def _cites(work: JsonObject) -> tuple[Identifier, ...]:
    relations = {"References", "Cites"}
    ids = [cited_id(value) for value in _related(work, relations)]
    for item in objects(work.get("relatedIdentifiers")):
        scheme = (text(item.get("relatedIdentifierType")) or "").casefold()
        if text(item.get("relationType")) in relations and scheme in ("pmid", "arxiv"):
            ids += work_ids(**{scheme: text(item.get("relatedIdentifier"))})
    return tuple(dict.fromkeys(ids))

"""OpenAlex: works as the API and the snapshot give them, and the entities around them (see `loaders.openalex.entities`).

Format: https://docs.openalex.org/api-entities/works/work-object, in the shapes of 2022 to 2026.
"""

from collections.abc import Iterator

from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import parsed_date
from loaders.fields.edited_volumes import with_editors
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text, words_in_order
from loaders.fields.venues import venue
from loaders.openalex.entities import ENTITY_READERS, IGNORED, bare_id, topic_subject
from loaders.openalex.people import is_complete, people
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import (
    JsonObject,
    first_text,
    mapping,
    number,
    numbered,
    objects,
    score,
    sequence,
    text,
    texts,
    within,
)
from loaders.parsing.source import Source
from loaders.records import (
    Header,
    Identifier,
    Item,
    Items,
    Publication,
    Record,
    Rejection,
    Remark,
    Subject,
)

NAME = "openalex"
ABOUT = "OpenAlex works, authors, sources, topics and institutions as JSON"
SITE = "OpenAlex"

_LISTS = (("results",),)
_WORK_KEYS = {"authorships", "abstract_inverted_index", "referenced_works", "primary_location", "open_access", "primary_topic"}


def recognise(head: str) -> bool:
    """Whether the beginning is a page of the API, or an object with an OpenAlex id or the keys of a work."""
    if "meta" in envelope(head) and ("db_response_time_ms" in mapping(envelope(head)["meta"]) or "group_by" in envelope(head)):
        return True
    return any(_is_openalex(record) for record in first_records(head, _LISTS))


def _is_openalex(record: JsonObject) -> bool:
    return "openalex.org/" in (text(record.get("id")) or "") or len(_WORK_KEYS & record.keys()) > 1 or "authorships" in record


def read(source: Source) -> Items:
    """The header, then a record for every work, a `Person` for every author, and so on for sources, topics, institutions."""
    count = number(within(envelope(source.head()), "meta", "count"))
    yield Header(format=NAME, source=SITE, declared=matches(count))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    key = bare_id(value.get("id"))
    where = numbered(place, key)
    letter = key[:1] if key else ("W" if _WORK_KEYS & value.keys() or "title" in value else "")
    if letter == "W":
        yield from _work(value, where, key)
    elif letter in ENTITY_READERS:
        yield ENTITY_READERS[letter](value, where, key)
    elif "error" in value and "message" in value:
        yield Rejection(where, f"OpenAlex answered with an error: {str(value['message'])[:200]}")
    else:
        kind = IGNORED.get(letter, "neither a work, an author, a source, a topic nor an institution")
        yield Rejection(where, f"it is {kind}, of which the graph keeps nothing; leave it out")


def _work(value: JsonObject, where: str, key: str | None) -> Iterator[Item]:
    title = title_text(value.get("title")) or title_text(value.get("display_name"))
    authors, repeated, told = people(value)
    ids = _ids(value, key)
    year = number(value.get("publication_year"))
    record = Record(
        where=where,
        title=title,
        abstract=words_in_order(value.get("abstract_inverted_index")) or abstract_text(value.get("abstract")),
        kind=text(value.get("type")) or text(value.get("type_crossref")),
        year=year,
        date=parsed_date(text(value.get("publication_date"))) or (str(year) if year else None),
        ids=ids,
        authors=with_editors(text(value.get("type_crossref")), authors),
        authors_complete=bool(authors) and told and is_complete(value),
        publications=_publications(value, ids, year),
        subjects=_subjects(value),
        comment="Retracted." if value.get("is_retracted") is True else None,
        cites=tuple(Identifier("openalex", cited) for work in texts(value.get("referenced_works")) if (cited := bare_id(work))),
        retracted=value.get("is_retracted") is True,
        **counted_citations(value.get("cited_by_count")),
        **_numbering(mapping(value.get("biblio"))),
        **imprint(publisher=_publisher(value), language=text(value.get("language")), urls=_landing_pages(value)),
    )
    if not (record.title or record.abstract or authors or record.cites or len(ids) > 1):
        yield Rejection(where, "it has neither a title, authors, an abstract nor a second identifier; ask for more fields")
        return
    yield record
    yield from (Remark(where, f"{name} is listed more than once with one id; the first place was taken") for name in repeated)


def _ids(value: JsonObject, key: str | None) -> tuple[Identifier, ...]:
    others = mapping(value.get("ids"))
    pages = _landing_pages(value)
    return work_ids(
        doi_in=text(value.get("doi")) or text(others.get("doi")),
        arxiv_in=next((page for page in pages if "arxiv.org/" in page.lower() and arxiv(page)), None),
        openalex=key or text(others.get("openalex")),
        pmid=text(others.get("pmid")) or text(value.get("pmid")),
        pmcid=text(others.get("pmcid")) or text(value.get("pmcid")),
        mag=text(others.get("mag")) or text(value.get("mag")),
    )


def _landing_pages(value: JsonObject) -> list[str]:
    """The addresses of the work's pages, that of the main place first."""
    places = (mapping(value.get("primary_location")), *objects(value.get("locations")))
    pages = [page for place in places if (page := text(place.get("landing_page_url")))]
    return pages + list(texts(within(value, "host_venue", "url")))


def _publisher(value: JsonObject) -> str | None:
    """Who publishes the main place; of a repository it is who runs it, who publishes nothing."""
    source = mapping(within(value, "primary_location", "source"))
    if text(source.get("type")) == "repository":
        return None
    return text(source.get("host_organization_name")) or text(within(value, "host_venue", "publisher"))


def _numbering(biblio: JsonObject) -> Numbering:
    given = (biblio.get(name) for name in ("volume", "issue", "first_page", "last_page"))
    volume, issue, first, last = given
    return numbering(volume=volume, issue=issue, first=first, last=last)


def _publications(value: JsonObject, ids: tuple[Identifier, ...], year: int | None) -> tuple[Publication, ...]:
    """The main place, and of the others preprint servers and, where the main place is one, the journal or conference."""
    main = mapping(value.get("primary_location")) or mapping(value.get("host_venue"))
    preprint = arxiv(next((identifier.value for identifier in ids if identifier.scheme == "arxiv"), None))
    places = [main, *(place for place in objects(value.get("locations")) if _is_a_publication(place))]
    found: dict[str, Publication] = {}
    for place in places:
        name = _place_name(place)
        kind = _place_kind(place, value)
        when = year if place is main or kind != "preprint" else None
        for publication in publications(name, kind, when, ids=_venue_ids(mapping(place.get("source")))):
            found.setdefault(publication.venue.casefold(), publication)
    for publication in publications(None, "preprint", None, preprint):
        found[publication.venue.casefold()] = publication
    return tuple(found.values())


def _is_a_publication(place: JsonObject) -> bool:
    name = _place_name(place)
    known = venue(name) if name else None
    if known and known.kind == "preprint":
        return True
    return within(place, "source", "type") in ("journal", "conference") and place.get("version") in ("publishedVersion", None)


def _venue_ids(source: JsonObject) -> tuple[Identifier, ...]:
    key = bare_id(source.get("id"))
    own = (Identifier("openalex", key),) if key else ()
    return (*own, *issn_ids(text(source.get("issn_l")), *texts(source.get("issn"))))


def _place_name(place: JsonObject) -> str | None:
    source = mapping(place.get("source")) or place
    return text(source.get("display_name")) or text(place.get("raw_source_name"))


def _place_kind(place: JsonObject, work: JsonObject) -> PublicationKind:
    of_work = publication_kind(text(work.get("type")))
    raw = publication_kind(text(place.get("raw_type")) or text(work.get("type_crossref")))
    source = text(within(place, "source", "type"))
    if raw == "conference" or source == "conference":
        return "conference"
    if source == "journal":
        return "journal"
    if source in ("book series", "ebook platform"):
        return "book"
    return of_work if of_work != "journal" or source is None else "other"


def _subjects(value: JsonObject) -> tuple[Subject, ...]:
    """Topics (with subfield, field and domain above them) and keywords; concepts only where there are no topics."""
    topics = [subject for topic in objects(value.get("topics")) if (subject := topic_subject(topic))]
    if not topics and (main := topic_subject(mapping(value.get("primary_topic")))):
        topics = [main]
    if not topics:
        topics = [subject for concept in objects(value.get("concepts")) if (subject := topic_subject(concept))]
    words = []
    for item in sequence(value.get("keywords")):
        label = first_text(item) or text(mapping(item).get("display_name")) or text(mapping(item).get("keyword"))
        if label:
            words.append(Subject(scheme="keyword", code=label.casefold(), label=label, score=score(mapping(item).get("score"))))
    return tuple(dict.fromkeys([*topics, *words]))

"""OpenAlex: works as the API and the snapshot give them, and the entities around them (see `loaders.openalex_entities`).

Format: https://docs.openalex.org/api-entities/works/work-object, in the shapes of 2022 to 2026.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from loaders.citation_counts import citation_count
from loaders.identifiers import arxiv, orcid, work_ids
from loaders.json_head import envelope, first_records
from loaders.json_items import matches, object_items
from loaders.json_values import (
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
from loaders.kinds import PublicationKind, publication_kind
from loaders.links import issn_ids
from loaders.name_lists import plain_name
from loaders.names_in_one import authorships_in
from loaders.numbering import Numbering, numbering
from loaders.openalex_entities import ENTITY_READERS, IGNORED, bare_id, ror_id, topic_subject
from loaders.partial_dates import parsed_date
from loaders.person_names import PrintedName, in_natural_order, is_others
from loaders.publications import publications
from loaders.records import (
    Affiliation,
    Authorship,
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
from loaders.source import Source
from loaders.undivided_names import is_missing, is_organisation
from loaders.venues import venue
from loaders.work_text import abstract_text, title_text, words_in_order

NAME = "openalex"
ABOUT = "OpenAlex works, authors, sources, topics and institutions as JSON"
SITE = "OpenAlex"

_LISTS = (("results",),)
_LIST_PAGE_AUTHORS = 100
_WORK_KEYS = {"authorships", "abstract_inverted_index", "referenced_works", "primary_location", "open_access", "primary_topic"}
_E_MAIL = "@"


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
    authors, repeated, told = _authors(value)
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
        authors=authors,
        authors_complete=bool(authors) and told and _is_complete(value),
        publications=_publications(value, ids, year),
        subjects=_subjects(value),
        comment="Retracted." if value.get("is_retracted") is True else None,
        cites=tuple(Identifier("openalex", cited) for work in texts(value.get("referenced_works")) if (cited := bare_id(work))),
        retracted=value.get("is_retracted") is True,
        cited_by=citation_count(value.get("cited_by_count")),
        **_numbering(mapping(value.get("biblio"))),
    )
    if not (record.title or record.abstract or authors or record.cites or len(ids) > 1):
        yield Rejection(where, "it has neither a title, authors, an abstract nor a second identifier; ask for more fields")
        return
    yield record
    yield from (Remark(where, f"{name} is listed more than once with one id; the first place was taken") for name in repeated)


def _ids(value: JsonObject, key: str | None) -> tuple[Identifier, ...]:
    others = mapping(value.get("ids"))
    pages = [page for place in objects(value.get("locations")) if (page := text(place.get("landing_page_url")))]
    pages.append(text(within(value, "primary_location", "landing_page_url")) or "")
    return work_ids(
        doi_in=text(value.get("doi")) or text(others.get("doi")),
        arxiv_in=next((page for page in pages if "arxiv.org/" in page.lower() and arxiv(page)), None),
        openalex=key or text(others.get("openalex")),
        pmid=text(others.get("pmid")) or text(value.get("pmid")),
        pmcid=text(others.get("pmcid")) or text(value.get("pmcid")),
        mag=text(others.get("mag")) or text(value.get("mag")),
    )


def _numbering(biblio: JsonObject) -> Numbering:
    given = (biblio.get(name) for name in ("volume", "issue", "first_page", "last_page"))
    volume, issue, first, last = given
    return numbering(volume=volume, issue=issue, first=first, last=last)


def _is_complete(value: JsonObject) -> bool:
    """API pages cut author lists at 100 and say so, unless `select=` leaves that out."""
    listed = sequence(value.get("authorships"))
    truncated = value.get("is_authors_truncated")
    return (
        bool(listed)
        and not (truncated is True or (truncated is None and len(listed) == _LIST_PAGE_AUTHORS))
        and not any(is_others(text(entry.get("raw_author_name")) or "") for entry in objects(listed))
    )


def _authors(value: JsonObject) -> tuple[tuple[Authorship, ...], list[str], bool]:
    """The authors in order, the names of those that are listed again under the same id and name, and whether each entry names
    who it is."""
    found: list[Authorship] = []
    repeated: dict[str, None] = {}
    seen: set[tuple[str, str]] = set()
    position, complete = 1, True
    for entry in sequence(value.get("authorships")):
        people, named = _people(mapping(entry), position)
        complete = complete and named
        position += max(1, len(people))
        for author in people:
            key = author.ids[0].value if author.ids else ""
            if key and (key, author.name.casefold()) in seen:
                repeated[author.name] = None
                continue
            seen.add((key, author.name.casefold()))
            found.append(author)
    return tuple(found), list(repeated), complete


def _people(entry: JsonObject, position: int) -> tuple[tuple[Authorship, ...], bool]:
    """Whom an entry names, and whether that is everybody: its name may list several, of whom OpenAlex knows one at most."""
    one = _author(entry, position)
    printed = _printed(entry)
    if one is None:
        return (), True
    found = authorships_in(printed, position, ids=one.ids, affiliations=one.affiliations) if one.family is None else None
    if found is None or (one.kind == "organisation" and len(found[0]) < 2):
        return (one,), True
    shown = (text(within(entry, "author", "display_name")) or "").casefold()
    known = [person for person in found[0] if person.shared_ids and person.name.casefold() == shown]
    if len(known) == 1:
        owned = (replace(each, ids=one.ids if each is known[0] else each.ids, shared_ids=()) for each in found[0])
        return tuple(owned), found[1]
    return found


def _printed(entry: JsonObject) -> str:
    return " ".join((text(entry.get("raw_author_name")) or text(within(entry, "author", "display_name")) or "").split())


def _author(entry: JsonObject, position: int) -> Authorship | None:
    author = mapping(entry.get("author"))
    printed = _printed(entry)
    if is_missing(printed) or is_others(printed):
        return None
    key, person = bare_id(author.get("id")), orcid(text(author.get("orcid")) or text(entry.get("raw_orcid")))
    ids = (Identifier("openalex", key) if key else None, Identifier("orcid", person) if person else None)
    printed, shown = plain_name(printed), text(author.get("display_name")) or ""
    organisation = not person and _is_organisation(printed, shown)
    if organisation:
        name = PrintedName(shown if printed == f"{shown} {shown}" else printed, is_organisation=True)
    else:
        name = _in_order(printed, shown)
    return Authorship(
        name=name.name,
        position=position,
        family=name.family,
        given=name.given,
        ids=tuple(identifier for identifier in ids if identifier),
        affiliations=_affiliations(entry),
        kind="organisation" if organisation else "person",
    )


def _in_order(printed: str, shown: str) -> PrintedName:
    """The printed name, "Ruiz, Ana" turned round where OpenAlex shows the same family name last."""
    turned = in_natural_order(printed) if "," in printed else None
    if turned and turned.family and turned.given and shown:
        first, last = shown[0].casefold(), shown.split()[-1].casefold()
        if (turned.given[0].casefold(), turned.family.split()[-1].casefold()) == (first, last):
            return turned
    return PrintedName(printed)


def _is_organisation(printed: str, shown: str) -> bool:
    """Whether the printed name or the one that OpenAlex shows is an organisation's; a family name alone in capitals ("SHARMA") is
    none where the shown name has small letters."""
    if " " not in printed and printed.isupper() and shown and not shown.isupper():
        return is_organisation(shown)
    return is_organisation(printed) or (bool(shown) and is_organisation(shown))


def _affiliations(entry: JsonObject) -> tuple[Affiliation, ...]:
    """The institutions that OpenAlex found, else the affiliations as printed, without e-mail addresses."""
    named = [
        Affiliation(name=name, ror=ror_id(institution.get("ror")))
        for institution in objects(entry.get("institutions"))
        if (name := text(institution.get("display_name")))
    ]
    if not named:
        raw = texts(entry.get("raw_affiliation_strings")) or texts(entry.get("raw_affiliation_string"))
        printed = (" ".join(word for word in line.split() if _E_MAIL not in word).strip(" ,;.") for line in raw)
        named = [Affiliation(name=line) for line in printed if line]
    return tuple(dict.fromkeys(named))


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

"""Answers of dblp's search API as JSON: publications, authors, venues.

Format: https://dblp.org/faq/How+to+use+the+dblp+search+API.html. A single author or alias stands by itself instead of in a list.
"""

import re
from collections.abc import Iterator

from loaders.author_lists.names_in_one import authorships_in
from loaders.fields.identifiers import arxiv, doi, doi_in_address, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.numbering import numbering
from loaders.fields.person_names import PrintedName, authorship
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import title_text
from loaders.fields.unparsed_names import is_missing
from loaders.fields.venues import venue_name
from loaders.parsing.json_head import beginning, first_records
from loaders.parsing.json_items import object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, sequence, text, texts, within
from loaders.parsing.source import Source
from loaders.records import (
    Affiliation,
    Authorship,
    Declared,
    Header,
    Identifier,
    Item,
    Items,
    Person,
    Record,
    Rejection,
    VenueRecord,
)

NAME = "dblp_search"
ABOUT = "answers of dblp's search API as JSON"
SITE = "dblp"

_LISTS = (("result", "hits", "hit"), ("hits", "hit"))
_KINDS: dict[str, PublicationKind] = {
    "Conference and Workshop Papers": "conference",
    "Journal Articles": "journal",
    "Informal Publications": "preprint",
    "Informal and Other Publications": "preprint",
    "Books and Theses": "book",
    "Parts in Books or Collections": "book",
    "Editorship": "book",
    "Reference Works": "book",
    "Data and Artifacts": "dataset",
}
_PID = re.compile(r"/pid/(?P<pid>[^?#]+?)(?:\.\w+)?$")
_ABS = re.compile(r"abs/(?P<id>\S+)")


def recognise(head: str) -> bool:
    """Whether the beginning is dblp's `result` with `hits`, or hits with the members that dblp gives them."""
    result = mapping(within(beginning(head), "result"))
    if "hits" in result or ("query" in result and "status" in result):
        return True
    return any("info" in record and "@score" in record for record in first_records(head, _LISTS))


def read(source: Source) -> Items:
    """The header, then a record for every publication, a `Person` for every author, a `VenueRecord` for every venue found."""
    result = mapping(within(beginning(source.head()), "result"))
    query, hits = text(result.get("query")), mapping(result.get("hits"))
    total, sent = number(hits.get("@total")), number(hits.get("@sent"))
    declared = [Declared(name="matches", count=total)] if total is not None else []
    if sent is not None:
        declared.append(Declared(name="hits", count=sent, counts_records=True))
    yield Header(format=NAME, source=SITE, declared=tuple(declared), facts=(("query", query),) if query else ())
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    if "result" in value:
        one = within(value, "result", "hits", "hit")
        yield from _read(one, place) if isinstance(one, dict) else ()
        return
    info = mapping(value.get("info"))
    where = numbered(place, text(info.get("key")) or _pid(info) or text(value.get("@id")))
    if "title" in info:
        yield _publication(info, where)
    elif "author" in info:
        yield _person(info, where)
    elif "venue" in info:
        name = text(info.get("venue")) or ""
        aliases = tuple(alias for alias in texts(info.get("acronym")) if alias != name)
        kind = publication_kind(text(info.get("type")))
        yield VenueRecord(where=where, name=venue_name(name), kind=kind, aliases=aliases)
    else:
        yield Rejection(where, "it is neither a publication, an author nor a venue of dblp; ask the search API again")


def _publication(info: JsonObject, where: str) -> Record | Rejection:
    title = title_text(info.get("title"))
    if title is None:
        return Rejection(where, "the publication has no title; look its key up at dblp")
    kind = text(info.get("type"))
    number_in = _ABS.match(text(info.get("volume")) or "")
    preprint = arxiv(number_in["id"]) if number_in else None
    key, year = text(info.get("key")), number(info.get("year"))
    own_doi = doi(text(info.get("doi"))) or doi_in_address(" ".join(texts(info.get("ee"))))
    preprint = preprint or (arxiv(own_doi) if own_doi else None)
    people, whole = _people(info, is_editor=kind == "Editorship")
    appeared: list[str] = [*texts(info.get("venue"))] or ([""] if preprint else [])
    known = _KINDS.get(kind or "", "other")
    known = "thesis" if (key or "").startswith("phd/") else known
    places = [found for place in appeared for found in publications(place or None, known, year, preprint)]
    return Record(
        where=where,
        title=title.removesuffix(".") if not title.endswith("..") else title,
        kind=kind,
        year=year,
        date=str(year) if year else None,
        ids=work_ids(doi_in=own_doi, arxiv_in=preprint.value if preprint else None, dblp=key),
        authors=people,
        authors_complete=bool(people) and whole,
        publications=tuple(dict.fromkeys(places)),
        comment="Withdrawn." if text(info.get("publtype")) == "withdrawn" else None,
        retracted=text(info.get("publtype")) == "withdrawn",
        **numbering(volume=info.get("volume"), issue=info.get("number"), pages=info.get("pages")),
        **imprint(publisher=text(info.get("publisher")), urls=texts(info.get("ee"))),
    )


def _people(info: JsonObject, *, is_editor: bool) -> tuple[tuple[Authorship, ...], bool]:
    found: list[Authorship] = []
    complete = True
    for author in sequence(within(info, "authors", "author")):
        name = " ".join((text(author) or text(mapping(author).get("text")) or "").split())
        pid = text(mapping(author).get("@pid"))
        if is_missing(name):
            continue
        ids = (Identifier("dblp", pid),) if pid else ()
        listed = authorships_in(name, len(found) + 1, ids=ids, is_editor=is_editor)
        if listed is None:
            listed = (authorship(PrintedName(name), len(found) + 1, ids=ids, is_editor=is_editor),), True
        found, complete = [*found, *listed[0]], complete and listed[1]
    return tuple(found), complete


def _person(info: JsonObject, where: str) -> Person:
    pid = _pid(info)
    name = text(info.get("author")) or ""
    aliases = texts(within(info, "aliases", "alias"))
    notes = objects(within(info, "notes", "note"))
    places = (text(note.get("text")) for note in notes if note.get("@type") == "affiliation")
    return Person(
        where=where,
        name=name,
        ids=(Identifier("dblp", pid),) if pid else (),
        name_forms=tuple(alias for alias in aliases if alias != name),
        affiliations=tuple(Affiliation(name=place) for place in places if place),
    )


def _pid(info: JsonObject) -> str | None:
    match = _PID.search(text(info.get("url")) or "")
    return match["pid"] if match else None

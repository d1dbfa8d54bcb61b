"""The XML of the ACL Anthology: one collection a file, its volumes, their papers.

Format: https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import cast

from lxml import etree

from loaders.fields.dates import date_of, year_of
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.links import doi_ids, each_once, orcid_ids
from loaders.fields.numbering import numbering
from loaders.fields.person_names import natural_name
from loaders.fields.publication_types import PublicationKind
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.unparsed_names import is_organisation
from loaders.fields.venues import venue, venue_name
from loaders.fields.xml_words import words, words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.whole_numbers import whole
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Affiliation, Authorship, Header, Identifier, Item, Items, Publication, Record, Rejection

NAME = "acl_anthology"
ABOUT = "a collection of the ACL Anthology as XML"

_COLLECTION = re.compile(r"<collection(?:\s[^<>]*+)?>\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:volume|event)[\s>]", re.DOTALL)
"""A collection holds volumes; one of another thing may hold elements of that name deeper down."""
_SHAPE = Shape(frozenset(("paper",)), frozenset(("meta", "frontmatter", "event")), frozenset(("collection", "volume")))
_FILE = re.compile(r"[\w.-]+")
_BARE_ID = re.compile(r"\((\d+)\)$")
_PROCEEDINGS = re.compile(r"^(?:the\s+)?proceedings of(?:\s+the)?\s+", re.IGNORECASE)


@dataclass
class _Volume:
    """What the papers of a volume inherit from it; `line` is where it begins."""

    collection: str = ""
    name: str = ""
    line: int = 0
    kind: str = "proceedings"
    year: int | None = None
    date: str | None = None
    title: str | None = None
    number: str | None = None
    issue: str | None = None
    ids: tuple[Identifier, ...] = ()
    isbns: tuple[Identifier, ...] = ()
    imprint: Imprint = field(default_factory=imprint)
    editors: tuple[Authorship, ...] = ()
    publications: tuple[Publication, ...] = field(default=())


def recognise(head: str) -> bool:
    """Whether an XML text begins with a collection of volumes, or with a volume alone."""
    root = root_name(head)
    if root == "collection":
        return bool(_COLLECTION.match(head, head.find("<collection")))
    return root == "volume" and "<booktitle" in head


def read(source: Source) -> Items:
    """The header, then a record for each paper, and one with the editors for each volume that has some."""
    yield Header(format=NAME, source="ACL Anthology")
    collection, volume = "", _Volume()
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Opened):
            yield from _of_volume(volume)
            if piece.tag == "collection":
                collection, volume = piece.attributes.get("id", ""), _Volume()
            else:
                kind = piece.attributes.get("type", "proceedings")
                volume = _Volume(collection, piece.attributes.get("id", ""), piece.line, kind)
        elif isinstance(piece, Rejection):
            yield _named(piece, volume)
        elif not isinstance(piece, Piece):
            yield piece
        elif piece.tag == "meta":
            _describe(volume, piece.element)
        elif piece.tag == "frontmatter":
            volume.ids = each_once(
                Identifier("acl", paper_id(volume.collection, volume.name, "0")), *_ids(piece.element), *volume.ids
            )
        elif piece.tag == "paper":
            yield from _of_volume(volume)
            yield _paper(piece, volume)
    yield from _of_volume(volume)


def _named(rejection: Rejection, volume: _Volume) -> Rejection:
    """The rejection with the paper's full id in place of its number."""
    number = _BARE_ID.search(rejection.where)
    if number is None or not volume.name:
        return rejection
    return Rejection(
        f"{rejection.where[: number.start()]}({paper_id(volume.collection, volume.name, number[1])})", rejection.reason
    )


def paper_id(collection: str, volume: str, paper: str) -> str:
    """The Anthology's id of a paper: 2020.acl-main.1, and in collections before 2020 P19-1001, W19-0101.

    Format: https://aclanthology.org/info/ids/
    """
    if collection[:1].isdigit():
        return f"{collection}-{volume}.{paper}"
    wide = collection.startswith("W") or collection == "C69" or (collection == "D19" and (whole(volume) or 0) >= 5)
    return f"{collection}-{volume:0>2}{paper:0>2}" if wide else f"{collection}-{volume}{paper:0>3}"


def _describe(volume: _Volume, meta: etree._Element) -> None:
    year = words_at(meta, "year")
    volume.year = year_of(year)
    volume.date = date_of(year, words_at(meta, "month") or None)
    volume.title = words_at(meta, "booktitle") or None
    volume.number, volume.issue = words_at(meta, "journal-volume") or None, words_at(meta, "journal-issue") or None
    volume.editors = _people(meta, "editor")
    volume.isbns = work_ids(isbn_in=words_at(meta, "isbn"))
    volume.imprint = imprint(
        publisher=words_at(meta, "publisher"), place=words_at(meta, "address"), urls=(_page(words_at(meta, "url")),)
    )
    volume.ids = each_once(*_ids(meta), *volume.isbns)
    volume.publications = tuple(_publications(meta, volume))


def _publications(meta: etree._Element, volume: _Volume) -> Iterator[Publication]:
    """The volume's venues; one that only says "some workshop" counts where there is no other, under the volume's own title."""
    slugs = [words_of(element) for element in meta.iterfind("venue")]
    journal = words_at(meta, "journal-title")
    if journal:
        yield Publication(venue=venue_name(journal), kind="journal", year=volume.year)
        return
    for slug in [slug for slug in slugs if slug != "ws"]:
        name, kind = _venues().get(slug, (slug.upper(), "journal" if volume.kind == "journal" else "conference"))
        if slug == "findings":
            name = f"Findings of {volume.name.upper()}"
        known = venue(name)
        yield Publication(venue=known.name if known else name, kind=known.kind if known else kind, year=volume.year)
    if volume.title and not any(slug != "ws" for slug in slugs):
        name = venue_name(_PROCEEDINGS.sub("", volume.title))
        kind = "journal" if volume.kind == "journal" else "workshop" if "ws" in slugs else "conference"
        yield Publication(venue=name, kind=kind, year=volume.year)


@cache
def _venues() -> dict[str, tuple[str, PublicationKind]]:
    text = files("loaders.acl").joinpath("venues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {slug: (name, cast(PublicationKind, kind)) for slug, name, kind in rows}


def _of_volume(volume: _Volume) -> Iterator[Item]:
    """The record of a volume with editors, once."""
    if not volume.editors:
        return
    editors, volume.editors = volume.editors, ()
    own = () if any(known.scheme == "acl" for known in volume.ids) else (Identifier("acl", f"{volume.collection}-{volume.name}"),)
    yield Record(
        where=f"line {volume.line} (volume {volume.collection}-{volume.name})",
        title=volume.title,
        kind="volume",
        year=volume.year,
        date=volume.date,
        ids=(*own, *volume.ids),
        authors=editors,
        publications=volume.publications,
        **volume.imprint,
    )


def _paper(piece: Piece, volume: _Volume) -> Record | Rejection:
    paper = piece.element
    identifier = paper_id(volume.collection, volume.name, paper.get("id", ""))
    where = f"line {piece.line} ({identifier})"
    printed = words_at(paper, "title")
    title = title_text(printed) or printed
    abstract = abstract_text(words_at(paper, "abstract"))
    if not paper.get("id") or not volume.name:
        return Rejection(where, "the paper has no id, or stands outside of a volume; give the collection as the Anthology has it")
    if not title and not abstract:
        return Rejection(where, "the paper has neither title nor abstract")
    journal = words_at(paper, "journal")
    publications = volume.publications
    people = (*_people(paper, "author"), *_people(paper, "editor"))
    withdrawn = _withdrawn(paper)
    if journal:
        publications = (Publication(venue=venue_name(journal), kind="journal", year=volume.year),)
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=paper.get("type") or volume.kind,
        year=volume.year,
        date=volume.date,
        ids=each_once(Identifier("acl", identifier), *_ids(paper), *volume.isbns),
        authors=people,
        authors_complete=bool(people),
        publications=publications,
        comment=withdrawn,
        retracted=withdrawn is not None,
        **numbering(
            volume=words_at(paper, "journal-volume") or volume.number,
            issue=words_at(paper, "journal-issue") or volume.issue,
            pages=words_at(paper, "pages"),
        ),
        **_imprint(paper, volume),
    )


def _imprint(paper: etree._Element, volume: _Volume) -> Imprint:
    """Publisher and place of the volume, the paper's own language and page."""
    own = imprint(language=words_at(paper, "language"), urls=(_page(words_at(paper, "url")),))
    return {**own, "publisher": volume.imprint["publisher"], "place": volume.imprint["place"]}


def _page(url: str) -> str | None:
    """The page of a volume or paper, of which the Anthology writes the id where it has the file itself."""
    return f"https://aclanthology.org/{url}/" if _FILE.fullmatch(url) else url or None


def _ids(element: etree._Element) -> tuple[Identifier, ...]:
    return doi_ids(words_at(element, "doi"))


def _withdrawn(paper: etree._Element) -> str | None:
    for tag, what in (("retracted", "Retracted"), ("removed", "Removed")):
        found = next(paper.iterchildren(tag), None)
        if found is not None:
            return ": ".join(filter(None, (" ".join((what, found.get("date", ""))).strip(), words_of(found))))
    return None


def _people(element: etree._Element, role: str) -> tuple[Authorship, ...]:
    return tuple(_person(person, number, role) for number, person in enumerate(element.iterchildren(role), 1))


def _person(person: etree._Element, position: int, role: str) -> Authorship:
    parts = {child.tag: child.text or "" for child in reversed(person)}  # of several of one name the first counts
    given, family = words(parts.get("first")), words(parts.get("last"))
    own = person.get("id")
    organisation = not given and " " in family and is_organisation(family)
    return Authorship(
        name=natural_name(given, family) or words_of(person),
        position=position,
        family=None if organisation else family or None,
        given=given or None,
        ids=((Identifier("acl", own),) if own else ()) + orcid_ids(person.get("orcid")),
        affiliations=tuple(Affiliation(name=name) for name in map(words_of, person.iterchildren("affiliation")) if name),
        kind="organisation" if organisation else "person",
        role="editor" if role == "editor" else "author",
    )

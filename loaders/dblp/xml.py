"""dblp as XML: the whole dblp.xml, an excerpt of it, or the page of one person.

Format: https://dblp.org/xml/docu/dblpxml.pdf and the DTD beside the file, whose entities are all among HTML's.
"""

import re
from collections.abc import Iterator

from lxml import etree

from loaders.author_lists.names_in_one import authorships_in
from loaders.dblp.crossrefs import Inheriting, with_parents
from loaders.dblp.people import person
from loaders.fields.dates import date_of, unread_year, year_of
from loaders.fields.edited_volumes import with_editors
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.links import each_once, orcid_ids, work_link_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.person_names import PrintedName, authorship, is_others
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.unparsed_names import is_called_like_a_body, is_organisation
from loaders.fields.venues import venue
from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.whole_numbers import whole
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import (
    Authorship,
    Declared,
    Header,
    Identifier,
    Item,
    Items,
    Person,
    Publication,
    Record,
    Rejection,
    Subject,
)

NAME = "dblp"
ABOUT = "dblp as XML: dblp.xml, an excerpt of it, or a person's page"

_WORKS: dict[str, PublicationKind] = {
    "article": "journal",
    "inproceedings": "conference",
    "proceedings": "conference",
    "book": "book",
    "incollection": "book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "data": "dataset",
    "www": "other",
}
_PARTS = ("article", "inproceedings", "incollection")
_SHAPE = Shape(
    frozenset((*_WORKS, "person")),
    frozenset(("coauthors", "homonyms", "citedby", "references")),
    frozenset(("dblp", "dblpperson", "dblppersons", "list", "r")),
    wrappers=frozenset(("homonyms",)),
)
_RECORD = re.compile(rf"<(?:{'|'.join(_WORKS)})\s[^<>]*\bkey\s*=")
_NOTES = "dblpnote/"
_REPORT = re.compile(r"\breports?\b|\btechn?(?:ical|\.)? rep", re.IGNORECASE)
_UNREVIEWED = ("informal", "informal publication")


def recognise(head: str) -> bool:
    """Whether an XML text is dblp's by its first element, or holds records with dblp's keys."""
    root = root_name(head)
    return root in ("dblp", "dblpperson", "dblppersons") or (root in ("list", "r", *_WORKS) and bool(_RECORD.search(head)))


def read(source: Source) -> Items:
    """The header, then a record for each work, a person for each person record, in the order of the file; works that lack what a
    later volume says at the end."""
    yield from with_parents(_items(source))


def _items(source: Source) -> Iterator[Item | Inheriting]:
    header: Header | None = None
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Opened):
            if header is None and piece.tag == "dblpperson":
                header = _owner_header(piece)
        elif isinstance(piece, Piece) and piece.tag == "person" and header and header.about:
            header = _with_owner(header, piece)
        else:
            if header is None or header.format:
                yield header or Header(format=NAME, source="dblp")
                header = _GIVEN
            if not isinstance(piece, Piece):
                yield piece
            elif piece.tag in _SHAPE.records:
                yield _item(piece)
    if header is None or header.format:
        yield header or Header(format=NAME, source="dblp")


_GIVEN = Header(format="", source="")


def _owner_header(page: Opened) -> Header:
    name, pid, count = (page.attributes.get(key, "") for key in ("name", "pid", "n"))
    about = Person(name=name, ids=(Identifier("dblp", pid),) if pid else ()) if name else None
    declared = Declared(name="publications", count=listed, counts_records=True) if (listed := whole(count)) is not None else None
    return Header(format=NAME, source="dblp", about=about, declared=(declared,) if declared else ())


def _with_owner(header: Header, piece: Piece) -> Header:
    known = person(piece.element, f"line {piece.line}")
    if not isinstance(known, Person) or header.about is None:
        return header
    about = Person(
        name=header.about.name,
        ids=each_once(*header.about.ids, *known.ids),
        name_forms=tuple(form for form in (known.name, *known.name_forms) if form != header.about.name),
        affiliations=known.affiliations,
    )
    return Header(format=NAME, source="dblp", about=about, declared=header.declared)


def _item(piece: Piece) -> Item | Inheriting:
    element = piece.element
    key = element.get("key", "")
    where = f"line {piece.line} ({key})" if key else f"line {piece.line}"
    if piece.tag == "person" or (piece.tag == "www" and key.startswith("homepages/")):
        return person(element, where)
    title = _title(element)
    if not title:
        return Rejection(where, "the record has no title")
    if key.startswith(_NOTES):
        return Rejection(where, f"the record is a note of dblp's own ({title.strip('()')}), no work")
    kind = element.get("publtype") or piece.tag
    year = year_of(words_at(element, "year"))
    people = [*element.iterfind("author"), *element.iterfind("editor")]
    listed = [one for one in people if not is_others(words_of(one))]
    authors, whole = _authors(listed)
    record = Record(
        where=where,
        title=title,
        kind=kind if kind == piece.tag else f"{piece.tag}, {kind}",
        year=year,
        unread_year=unread_year(year, words_at(element, "year")),
        date=date_of(words_at(element, "year"), words_at(element, "month") or None),
        ids=each_once(*_ids(element, key)),
        authors=with_editors(piece.tag, authors),
        authors_complete=bool(listed) and len(listed) == len(people) and whole,
        publications=tuple(_publications(element, piece.tag, year)),
        subjects=tuple(Subject(scheme="keyword", code=word.casefold(), label=word) for word in _texts(element, "keyword")),
        comment=_comment(element),
        cites=tuple(
            Identifier("dblp", cited) for cited in _texts(element, "cite") if "/" in cited and not cited.startswith(_NOTES)
        ),
        retracted="withdrawn" in element.get("publtype", ""),
        **_numbering(element),
        **_imprint(element),
    )
    volume = words_at(element, "crossref")
    lacks = not (record.year and record.publications and record.publisher)
    return Inheriting(record, volume) if volume and volume != key and lacks else record


def _imprint(element: etree._Element) -> Imprint:
    """Of a thesis the school is its publisher, where none is named."""
    publisher = words_at(element, "publisher") or (words_at(element, "school") if _WORKS[element.tag] == "thesis" else "")
    return imprint(publisher=publisher, place=words_at(element, "address"), urls=_texts(element, "ee"))


def _numbering(element: etree._Element) -> Numbering:
    """Of a book or a thesis `pages` counts its pages, and the number of a data set is its version."""
    is_part = element.tag in _PARTS
    return numbering(
        volume=words_at(element, "volume"),
        issue=words_at(element, "number") if is_part else None,
        pages=words_at(element, "pages") if is_part else None,
    )


def _texts(element: etree._Element, tag: str) -> list[str]:
    return [text for text in map(words_of, element.iterfind(tag)) if text]


def _title(element: etree._Element) -> str:
    """The title without the full stop that dblp puts behind every title."""
    title = words_at(element, "title")
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _authors(people: list[etree._Element]) -> tuple[tuple[Authorship, ...], bool]:
    """The authors, then the editors, each list counted from 1, and whether each name tells who it is."""
    counted = {"author": 0, "editor": 0}
    found: list[Authorship] = []
    complete = True
    for one in people:
        name = words_of(one)
        if not name:
            continue
        role = "editor" if one.tag == "editor" else "author"
        pid = one.get("pid")
        ids = ((Identifier("dblp", pid),) if pid else ()) + orcid_ids(one.get("orcid"))
        listed = authorships_in(name, counted[role] + 1, ids=ids, is_editor=role == "editor")
        if listed is None:
            is_person = any(each.scheme == "orcid" for each in ids) or (ids and is_called_like_a_body(name))
            kind = " " in name and is_organisation(name) and not is_person
            listed = (
                (authorship(PrintedName(name, is_organisation=kind), counted[role] + 1, ids=ids, is_editor=role == "editor"),),
                True,
            )
        counted[role] += len(listed[0])
        found, complete = [*found, *listed[0]], complete and listed[1]
    return tuple(found), complete


def _ids(element: etree._Element, key: str) -> Iterator[Identifier]:
    if key:
        yield Identifier("dblp", key)
    for link in _texts(element, "ee"):
        yield from work_link_ids(link)
    if key.startswith("journals/corr/") and (preprint := arxiv(words_at(element, "volume"))):
        yield Identifier("arxiv", preprint.value)
    if element.tag in ("book", "proceedings", "phdthesis"):
        yield from work_ids(isbn_in=" ".join(_texts(element, "isbn")))


def _publications(element: etree._Element, tag: str, year: int | None) -> Iterator[Publication]:
    name = words_at(element, "journal") or words_at(element, "booktitle")
    kind = _WORKS[tag]
    if tag == "data":
        name = name or words_at(element, "publisher") or words_at(element, "note[@type='source']")
    elif kind == "thesis":
        name = words_at(element, "school")
    elif tag == "book":
        name = name or words_at(element, "series")
    if not name:
        return
    known = venue(name)
    if known:
        yield Publication(venue=known.name, kind=known.kind, year=year)
        return
    if element.get("publtype") in _UNREVIEWED:
        kind = "report" if _REPORT.search(name) else "preprint"
    elif kind in ("conference", "journal"):
        meaning = "report" if _REPORT.search(name) else publication_kind(name)
        kind = meaning if meaning in ("workshop", "report") else "workshop" if kind == "conference" and "@" in name else kind
    yield Publication(venue=name, kind=kind, year=year)


def _comment(element: etree._Element) -> str | None:
    """The notes, and first of all whether the work was withdrawn."""
    withdrawn = ["Withdrawn"] if "withdrawn" in element.get("publtype", "") else []
    notes = [words_of(note) for note in element.iterfind("note") if note.get("type") in (None, "disambiguation", "reviewid")]
    return "; ".join(filter(None, withdrawn + notes)) or None

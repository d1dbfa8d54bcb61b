"""The author-name-cluster page: all works under one exact name, with complete author lists.

Each entry is "VENUE FORM YEAR KIND" ("ICML Conference 2024 Conference Paper"), the title, the authors as bullets, the abstract.
"""

import re
from collections.abc import Iterator
from functools import partial

from loaders.fields.dates import YEAR
from loaders.fields.publication_types import is_kind_of_work, publication_kind
from loaders.fields.venues import venue, venue_name
from loaders.pages.headings import Entry, Shape, split_entries
from loaders.pages.line_types import are_names
from loaders.pages.listing import ListPage, items_of, record_counts
from loaders.pages.page import Block, Page, case_folded, joined, page_items, squeezed, where, whole_number
from loaders.pages.page_ends import Begun, EntryEnd, continues, cut_in_authors, first_page
from loaders.parsing.source import Source
from loaders.records import Authorship, Declared, Item, Items, Publication, Record, Rejection, Remark

NAME = "author_name_cluster"
ABOUT = "a page of works grouped under one exact author name"
SITE = "Arrow"

_TITLE = "author name cluster"
_USUAL_KINDS = "(?:Conference|Workshop|Journal|Research|Short|Demo|Position) (?:Paper|Article)|Preprint"
_FORMS = "Conference|Journal|Workshop|Preprint|Symposium|Book|Magazine|Repository|Proceedings|Transactions"
_HEADING = re.compile(
    rf"(?P<venue>\S.{{0,120}}?)(?:\s+(?P<form>{_FORMS}))?\s+(?P<year>{YEAR})\s+(?P<kind>\S.{{0,60}})"
    rf"|(?P<undated>\S.{{0,120}}?)\s+(?P<undated_form>{_FORMS})\s+(?P<undated_kind>{_USUAL_KINDS})"
)
"""Venue, form, year and kind; the form or the year may be missing."""
_BEGUN = Begun(
    re.compile(r"[A-Z][\w&/-]*(?: [\w&/-]+){0,9}"), re.compile(rf"[A-Z][\w&/ -]* (?:{_FORMS})(?: \d{{0,4}}(?: \w*)?)?"), parts=2
)
_VENUE_BEGINS = re.compile(r"[^\W_a-z]|[\"“(\[]|[a-z]+[A-Z]")
_BULLET = re.compile(r"\s*[•·‣◦▪*–-]\s+(?P<name>\S.*)")
_BARE_BULLET = re.compile(r"\s*[•·‣◦▪*–-]")
_COUNT = re.compile(r"(?P<count>\d[\d,. ]*)\s*(?P<of>papers?|author rows?)", re.IGNORECASE)
_FURNITURE = re.compile(r"possible papers associated with .*|this page groups .*", re.IGNORECASE)


def recognise(head: str) -> bool:
    """Whether the text has the line "Author name cluster" among its first."""
    lines = [line.strip().casefold() for line in head.split("\n") if line.strip()][:6]
    return _TITLE in lines[:2] or (_TITLE in lines and any(line.endswith(" search") for line in lines))


def read(source: Source) -> Items:
    """The header, then a record or rejection for every entry, in the order of the page."""
    yield from page_items(source, NAME, SITE, _read)


def _read(page: Page) -> Iterator[Item]:
    start = next((n for n, line in enumerate(page.lines) if line.strip().casefold() == _TITLE), 0)
    page, appended = first_page(
        page,
        start + 1,
        lambda whole, first: continues(
            _entries(whole, start)[1], _entries(first, start)[1], record_counts(_head(whole, start)[1])
        ),
    )
    owner, declared, listed, notes = _head(page, start)
    preface, entries = _entries(page, start)
    found = ListPage(NAME, _site(page, start), owner, declared, listed, notes, preface, entries, appended)
    yield from items_of(page, found, _BEGUN, _items)


def _entries(page: Page, start: int) -> tuple[tuple[Block, ...], list[Entry]]:
    """What stands between the head and the first entry, and the entries."""
    owner, declared, listed, _ = _head(page, start)
    shape = Shape(
        _HEADING, partial(_judge, owner), lambda heading, title: (-(_year(heading) or 0), title.casefold()), _unmistakable
    )
    return split_entries([block for block in page.blocks if block.line > listed], shape, record_counts(declared))


def _site(page: Page, start: int) -> str:
    """The name of the site, from the line "NAME Research search" above the page's title."""
    above = [line.strip() for line in page.lines[:start] if line.strip()]
    match = re.fullmatch(r"(?P<site>\S.*?)(?:\s+Research)?\s+search", above[-1], re.IGNORECASE) if above else None
    return match["site"] if match else SITE


def _head(page: Page, start: int) -> tuple[str | None, tuple[Declared, ...], int, list[str]]:
    """The owner's name, the declared counts, the number of the line after which the entries begin, and further lines."""
    owner: str | None = None
    declared: dict[str, Declared] = {}
    notes: list[str] = []
    last = start + 1
    lines = [(number, line.strip()) for number, line in enumerate(page.lines, 1) if number > start + 1 and line.strip()]
    for place, (number, line) in enumerate(lines):
        count = _COUNT.fullmatch(line)
        if owner is None and not count and not _FURNITURE.fullmatch(line) and line.casefold() != "possible papers":
            owner = squeezed(line)
        elif line.casefold() == "possible papers":
            following = lines[place + 1] if place + 1 < len(lines) else (number, "")
            total = whole_number(following[1])
            if total is not None:
                declared["possible_papers"] = Declared(name="possible_papers", count=total, counts_records=True)
            return owner, tuple(declared.values()), following[0] if total is not None else number, notes
        elif count and (value := whole_number(count["count"])) is not None:
            name = "papers" if "paper" in count["of"].casefold() else "author_rows"
            declared.setdefault(name, Declared(name=name, count=value, counts_records=name == "papers"))
        elif _HEADING.fullmatch(line):
            break
        elif not _FURNITURE.fullmatch(line):
            notes.append(line)
        last = number
    return owner, tuple(declared.values()), last, notes


def _year(heading: re.Match[str]) -> int | None:
    return int(heading["year"]) if heading["year"] else None


def _form(heading: re.Match[str]) -> str | None:
    return heading["form"] or heading["undated_form"]


def _kind(heading: re.Match[str]) -> str:
    return heading["kind"] or heading["undated_kind"]


def _venue(heading: re.Match[str]) -> str:
    return heading["venue"] or heading["undated"]


def _unmistakable(heading: re.Match[str]) -> bool:
    """Whether venue, form, year and a usual kind of work stand beside each other, as no running text has them."""
    named = _VENUE_BEGINS.match(_venue(heading)) is not None and len(_venue(heading).split()) <= 8
    return named and heading["form"] is not None and re.fullmatch(_USUAL_KINDS, _kind(heading)) is not None


def _judge(owner: str | None, heading: re.Match[str], title: str | None, following: Block | None) -> int:
    """Doubtful: no form of publication, a kind that no source uses, no author list after the title or one without the owner.

    An author list with the owner, as every entry of the page has, makes up for two points.
    """
    form, kind, source = _form(heading), _kind(heading), _venue(heading)
    doubt = int(form is None and venue(source) is None) + 2 * (not is_kind_of_work(kind)) + (_year(heading) is None)
    doubt += kind.endswith((".", ",")) + (len(kind.split()) > 5) + (len(source.split()) > 8)
    if title is None:
        return doubt
    names = _names(following, owner) if following else ()
    if not names or _BULLET.fullmatch(title):
        return doubt + (1 if following is None else 2)
    return doubt - 2 if owner is None or case_folded(owner) in map(case_folded, names) else doubt + 1


def _names(block: Block, owner: str | None = None) -> tuple[str, ...]:
    """The names in a block of bullets; empty when it is something else. The owner's name is a name however it is written."""
    matches = [_BULLET.fullmatch(line) for line in block.lines if not _BARE_BULLET.fullmatch(line)]
    names = tuple(squeezed(match["name"]) for match in matches if match)
    others = [name for name in names if owner is None or case_folded(name) != case_folded(owner)]
    return names if len(names) == len(matches) and (are_names(others) or (names and not others)) else ()


def _authors(body: tuple[Block, ...], owner: str | None) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """The author list and the blocks after it. Bullets that stand apart, a blank line between any two, are one list."""
    if body and all(_BARE_BULLET.fullmatch(line) for line in body[0].lines):
        return (), body[1:]
    names = _names(body[0], owner) if body else ()
    at = 1 if names else 0
    while len(names) == at and 0 < at < len(body) and len(body[at].lines) == 1 and (more := _names(body[at], owner)):
        names, at = names + more, at + 1
    return names, body[at:]


def _items(entry: Entry, owner: str | None, end: EntryEnd) -> Iterator[Record | Rejection | Remark]:
    if entry.title is None:
        yield Rejection(where(entry.line), f"the heading {entry.heading.group()!r} has no title after it")
        return
    names, text = _authors(entry.body, owner)
    lacks_owner = owner is not None and case_folded(owner) not in map(case_folded, names)
    cut_in_list = bool(names) and not text and (end.cut or (end.open and lacks_owner))
    if cut_in_list:
        whole = not end.open or bool(_BARE_BULLET.fullmatch(entry.body[-1].lines[-1]))
        yield cut_in_authors(entry, None if whole else names[-1])
        names = names if whole else names[:-1]
    elif not names:
        yield Remark(where(entry.line), "the entry has no author list")
    authors = tuple(Authorship(name=name, position=position) for position, name in enumerate(names, 1))
    if owner and names and not cut_in_list and case_folded(owner) not in map(case_folded, names):
        yield Remark(where(entry.line), f"the author list does not contain {owner!r}, whose page this is")
    if owner and (cut_in_list or not names) and case_folded(owner) not in map(case_folded, names):
        authors = (*authors, Authorship(name=owner))
    heading, year = entry.heading, _year(entry.heading)
    kind, printed = publication_kind(_form(heading)), _venue(heading)
    known = venue(printed)
    is_form = _form(heading) is None and re.fullmatch(_FORMS, printed) is not None
    if kind == "other":
        kind = known.kind if known else publication_kind(_kind(heading))
    yield Record(
        where=where(entry.line),
        title=entry.title,
        abstract=joined(text),
        kind=squeezed(_kind(heading)),
        year=year,
        date=str(year) if year else None,
        authors=authors,
        authors_complete=bool(names) and not cut_in_list,
        publications=() if is_form else (Publication(venue=venue_name(printed), kind=kind, year=year),),
    )

"""The author's paper list: entries with an arXiv topic code and a date, often with a shortened author list.

Each entry is "CODEDATE" run together ("LGNov 8, 2023"), the title on the next line, then the authors and the abstract.
"""

import re
from collections.abc import Iterator
from functools import partial

from loaders.fields.arxiv_categories import arxiv_subject, category
from loaders.fields.dates import MONTH, PRINTED_DATE, iso_date
from loaders.pages.headings import Entry, Shape, split_entries
from loaders.pages.line_types import looks_like_names, split_names
from loaders.pages.listing import ListPage, items_of, record_counts
from loaders.pages.page import Block, Page, case_folded, joined, page_items, squeezed, where, whole_number
from loaders.pages.page_ends import Begun, EntryEnd, continues, cut_in_authors, first_page
from loaders.parsing.source import Source
from loaders.records import Authorship, Declared, Item, Items, Record, Rejection, Remark, Subject

NAME = "paper_list"
ABOUT = "an author's list of papers with topic code, date and authors"
SITE = "paper list"

_HEADING = re.compile(rf"(?P<code>[A-Za-z][A-Za-z-]*(?:\.[A-Za-z-]+)?)??\s*(?P<date>{PRINTED_DATE})")
_BEGUN = Begun(
    re.compile(r"[A-Za-z][A-Za-z.-]{0,18}(?: \d{0,2}(?:,(?: \d{0,4})?)?)?"),
    re.compile(rf"[A-Za-z.-]+{MONTH}(?: \d{{0,2}}(?:,(?: \d{{0,4}})?)?)?"),
    parts=2,
)
_GLUED_COUNT = re.compile(r"(?P<count>\d[\d,.]*)papers?", re.IGNORECASE)
_SPACED_COUNT = re.compile(r"(?P<count>\d[\d,.]*)\s+papers?", re.IGNORECASE)


def recognise(head: str) -> bool:
    """Whether a name is followed by "2papers", or by "2 Papers" and the heading of an entry."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    if any(_GLUED_COUNT.fullmatch(line) for line in lines[1:4]):
        return True
    return any(_SPACED_COUNT.fullmatch(line) for line in lines[1:4]) and any(_HEADING.fullmatch(line) for line in lines[2:])


def read(source: Source) -> Items:
    """The header, then a record or rejection for every entry, in the order of the page."""
    yield from page_items(source, NAME, SITE, _read)


def _read(page: Page) -> Iterator[Item]:
    _, _, own_head, _ = _head(page)
    page, appended = first_page(
        page, own_head, lambda whole, first: continues(_entries(whole)[1], _entries(first)[1], record_counts(_head(whole)[1]))
    )
    owner, declared, listed, notes = _head(page)
    preface, entries = _entries(page)
    found = ListPage(NAME, SITE, owner, declared, listed, notes, preface, entries, appended)
    yield from items_of(page, found, _BEGUN, _items)


def _entries(page: Page) -> tuple[tuple[Block, ...], list[Entry]]:
    """What stands between the head and the first entry, and the entries."""
    owner, declared, listed, _ = _head(page)
    shape = Shape(_HEADING, partial(_judge, owner), lambda heading, _: (-_day(heading["date"]),), _unmistakable)
    return split_entries([block for block in page.blocks if block.line > listed], shape, record_counts(declared))


def _day(printed: str) -> int:
    """A number that grows with the date; a month without a day counts as its end."""
    return int((iso_date(printed) or "0").replace("-", "").ljust(8, "9"))


def _head(page: Page) -> tuple[str | None, tuple[Declared, ...], int, list[str]]:
    """The owner's name, the declared counts, the number of the line after which the entries begin, and further lines."""
    owner: str | None = None
    declared: list[Declared] = []
    notes: list[str] = []
    last = 0
    for number, line in ((number, line.strip()) for number, line in enumerate(page.lines, 1) if line.strip()):
        glued, spaced = _GLUED_COUNT.fullmatch(line), _SPACED_COUNT.fullmatch(line)
        count = glued or spaced
        value = whole_number(count["count"]) if count else None
        if _HEADING.fullmatch(line) or (declared and declared[-1].name == "listed_papers"):
            break
        if value is not None and len(declared) < 2:
            declared.append(Declared(name="papers" if glued else "listed_papers", count=value, counts_records=True))
        elif owner is None and not count:
            owner = squeezed(line)
        else:
            notes.append(line)
        last = number
    return owner, tuple(declared), last, notes


def _unmistakable(heading: re.Match[str]) -> bool:
    """Whether a category of arXiv and a date are run together, as no running text has them."""
    code = heading["code"]
    return code is not None and category(code) is not None and not heading.group()[heading.end("code")].isspace()


def _judge(owner: str | None, heading: re.Match[str], title: str | None, following: Block | None) -> int:
    """Doubtful: a code that arXiv does not have, no author list after the title or a complete one without the owner.

    An author list that may hold the owner makes up for one point.
    """
    doubt = int(heading["code"] is None or category(heading["code"]) is None)
    if title is None:
        return doubt
    line = following.alone if following else None
    if line is None or not _lists_authors(line, owner):
        return doubt + (1 if following is None else 2)
    names, complete = split_names(line)
    return doubt - 1 if not complete or owner is None or case_folded(owner) in map(case_folded, names) else doubt + 1


def _lists_authors(line: str, owner: str | None) -> bool:
    """Whether `line` is an author list. The owner's name is a name however it is written."""
    return looks_like_names(line) or (owner is not None and case_folded(owner) in map(case_folded, split_names(line)[0]))


def _items(entry: Entry, owner: str | None, end: EntryEnd) -> Iterator[Record | Rejection | Remark]:
    if entry.title is None or (looks_like_names(entry.title) and not split_names(entry.title)[1]):
        yield Rejection(where(entry.line), f"the heading {entry.heading.group()!r} has no title after it")
        return
    line = entry.body[0].alone if entry.body else None
    listed = line is not None and _lists_authors(line, owner)
    names, complete = split_names(line) if listed and line else ((), False)
    text = entry.body[1:] if listed else entry.body
    lacks_owner = owner is not None and case_folded(owner) not in map(case_folded, names)
    if names and complete and not text and end.open and (end.cut or lacks_owner):
        whole = bool(line) and str(line).rstrip().endswith(",")
        yield cut_in_authors(entry, None if whole else names[-1])
        names, complete = names if whole else names[:-1], False
    authors = tuple(Authorship(name=name, position=position) for position, name in enumerate(names, 1))
    if owner and case_folded(owner) not in map(case_folded, names):
        if complete:
            yield Remark(where(entry.line), f"the author list does not contain {owner!r}, whose list this is")
        else:
            authors = (*authors, Authorship(name=owner))
    if not listed:
        yield Remark(where(entry.line), "the entry has no author list")
    subjects, doubts = _subjects(entry)
    yield from doubts
    date = iso_date(entry.heading["date"])
    yield Record(
        where=where(entry.line),
        title=entry.title,
        abstract=joined(text),
        year=int(date[:4]) if date else None,
        date=date,
        authors=authors,
        authors_complete=complete,
        subjects=subjects,
    )


def _subjects(entry: Entry) -> tuple[tuple[Subject, ...], tuple[Remark, ...]]:
    """The category that the printed code means, and a remark where it could mean several or none."""
    printed = entry.heading["code"]
    if printed is None:
        return (), (Remark(where(entry.line), "the heading gives no topic code"),)
    meant = category(printed)
    if meant is None:
        remark = Remark(where(entry.line), f"{printed!r} is not an arXiv category; the topic keeps the code as printed")
        return (Subject(scheme="keyword", code=printed),), (remark,)
    subject = (arxiv_subject(meant.code),)
    if not meant.others or meant.code.startswith("cs."):
        return subject, ()
    return subject, (
        Remark(where(entry.line), f"{printed!r} could be {', '.join((meant.code, *meant.others))}; {meant.code} is taken"),
    )

"""Where a page ends: where another page was appended to it, and where it was truncated."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from loaders.fields.arxiv_ids import arxiv_id
from loaders.pages.headings import Entry
from loaders.pages.line_types import ends_a_sentence
from loaders.pages.page import Block, Page, page_blocks, where
from loaders.records import Declared, Rejection, Remark

_MARKS = (
    (
        "Researcher profile",
        re.compile(r"trust snapshot|published work|.* contributes to research discovery .*", re.IGNORECASE),
        12,
    ),
    ("Author name cluster", re.compile(r"possible papers(?: associated .*)?", re.IGNORECASE), 8),
)
_GLUED_COUNT = re.compile(r"\d[\d,.]*papers?", re.IGNORECASE)
_SPACED_COUNT = re.compile(r"\d[\d,.]*\s+papers?", re.IGNORECASE)
_AFTER_SENTENCE = re.compile(r"(?<=[.!?])(?=[^\W\d_][^.!?]*$)")


@dataclass(frozen=True)
class Begun:
    """The beginning of a format's heading, one that is nothing else, and how many blocks an entry has after its title.

    With two parts the first is the author list, which no entry lacks.
    """

    pattern: re.Pattern[str]
    certain: re.Pattern[str]
    parts: int


@dataclass(frozen=True)
class Ending:
    """What is left of the last entries, and what to report about the end of the page."""

    entries: list[Entry]
    reports: tuple[Rejection | Remark, ...] = ()
    cut: bool = False


@dataclass(frozen=True)
class EntryEnd:
    """How an entry ends: whether the page is known to be cut in it, and whether it ends with the page and without a line end."""

    cut: bool
    open: bool


def end_of(page: Page, end: Ending, entry: Entry) -> EntryEnd:
    """How one of the entries of `end` ends."""
    last = entry is end.entries[-1]
    return EntryEnd(cut=last and end.cut, open=last and bool(page.lines[-1]))


def cut_in_authors(entry: Entry, half: str | None) -> Remark:
    """The remark on an author list that is truncated, with the name that may be half of one and is left out."""
    left_out = f"; {half!r} may be half a name and is left out" if half else ""
    return Remark(where(entry.line), f"the page is truncated in the author list{left_out}", truncated=True)


def first_page(page: Page, from_line: int, goes_on: Callable[[Page, Page], bool]) -> tuple[Page, tuple[Rejection, ...]]:
    """The page up to where another one begins after `from_line`, and a rejection that says so; else the page as it is.

    Lines of an abstract may look like the beginning of a page. `goes_on` gets the page and its part before such lines, and
    says whether the entries after them belong to the page.
    """
    start = from_line
    while (found := _appended(page.lines, start)) is not None:
        index, kept = found
        lines = (*page.lines[:index], kept)
        first = replace(page, lines=lines, blocks=page_blocks(lines))
        if not goes_on(page, first):
            reason = "another page begins here and is not read; put each page into a file of its own and load both"
            return first, (Rejection(where(index + 1), reason),)
        start = max(index, start) + 1
    return page, ()


def continues(whole: Sequence[Entry], first: Sequence[Entry], declared: Sequence[int]) -> bool:
    """Whether the page has the declared number of entries only as a whole, and not with its first part alone."""
    return bool(declared) and len(first) < declared[-1] == len(whole)


def _appended(lines: tuple[str, ...], from_line: int) -> tuple[int, str] | None:
    for index in range(from_line, len(lines)):
        line = lines[index].strip()
        for mark, proof, reach in _MARKS:
            if line.endswith(mark) and any(proof.fullmatch(after) for after in _following(lines, index, reach)):
                return _start(lines, index, mark)
        if _GLUED_COUNT.fullmatch(line) and any(_SPACED_COUNT.fullmatch(after) for after in _following(lines, index, 1)):
            return _start(lines, index, "")
    return None


def _following(lines: tuple[str, ...], index: int, reach: int) -> list[str]:
    return [line.strip() for line in lines[index + 1 : index + 1 + 3 * reach] if line.strip()][:reach]


def _start(lines: tuple[str, ...], index: int, mark: str) -> tuple[int, str]:
    """The index of the line with which the appended page begins, and what of that line belongs to the page before."""
    before = lines[index].strip().removesuffix(mark) if mark else ""
    previous = next((i for i in range(index - 1, -1, -1) if lines[i].strip()), None)
    if mark == "Researcher profile" or before or previous is None:
        return index, before
    if mark and not lines[previous].rstrip().lower().endswith("search"):
        return index, before
    if end := _id_end(lines[previous]):
        return previous, lines[previous][:end]
    parts = _AFTER_SENTENCE.split(lines[previous])
    return previous, parts[0] if len(parts) > 1 else ""


def ending(page: Page, entries: list[Entry], declared: tuple[int, ...], begun: Begun) -> Ending:
    """The entries without what a cut has left unfinished.

    On a page with fewer entries than it declares, a heading of which only the beginning is there (`begun`) and a title
    that ends with the page and not with its line are rejected. A text that ends in the middle of a sentence is kept, with a
    remark. On a page with all its entries, the last may be cut: without the author list it is rejected, without the abstract
    that all others have it is remarked. An arXiv listing that follows the page is rejected as a whole.
    """
    if not entries:
        return Ending(entries)
    shortened = _without_listing(entries[-1])
    if shortened:
        return Ending([*entries[:-1], shortened[0]], shortened[1:])
    last = entries[-1]
    remark = Remark(
        where(last.line), "the page seems to be truncated in this entry, the last: it may be incomplete", truncated=True
    )
    short = bool(declared) and len(entries) < declared[-1]
    if page.lines[-1] and last.title and not last.body and (short or begun.parts > 1):
        reason = f"the page is truncated in the title {last.title[-40:]!r} of this entry; save it again"
        return Ending(entries[:-1], (Rejection(where(last.line), reason, truncated=True),), True)
    if not short:
        return Ending(entries, (remark,) if page.lines[-1] and _stops_short(entries, begun.parts) else ())
    if _heading_begun(last, begun):
        tail = last.body[-1]
        kept = [*entries[:-1], replace(last, body=last.body[:-1])]
        return Ending(
            kept,
            (
                Rejection(
                    where(tail.line), f"the page is truncated in the heading {tail.text[:40]!r}; save it again", truncated=True
                ),
            ),
            True,
        )
    if last.title and not (last.body and ends_a_sentence(last.body[-1].text)):
        return Ending(entries, (remark,), True)
    return Ending(entries)


def _stops_short(entries: list[Entry], parts: int) -> bool:
    """Whether the last entry does not end with a sentence, or lacks the abstract that all others have.

    Where an entry is only a title and an abstract, three others at least must have one.
    """
    last, others = entries[-1], entries[:-1]
    if len(last.body) < parts:
        return len(others) > (0 if parts > 1 else 2) and all(len(entry.body) >= parts for entry in others)
    return not ends_a_sentence(last.body[-1].text)


def _heading_begun(last: Entry, begun: Begun) -> bool:
    tail = last.body[-1].alone if len(last.body) >= begun.parts else None
    if tail is None:
        return False
    return bool((begun.pattern if len(last.body) > begun.parts else begun.certain).fullmatch(tail.strip()))


def _without_listing(last: Entry) -> tuple[Entry, Rejection] | None:
    """The entry up to where an arXiv listing follows: two ids with text directly behind them are not found in abstracts."""
    lines = [(number, line) for block in last.body for number, line in enumerate(block.lines, block.line)]
    glued = [number for number, line in lines if (end := _id_end(line)) and line[end:][:1].isalnum()]
    if len(glued) < 2:
        return None
    kept = tuple(Block(block.line, block.lines[: max(0, glued[0] - block.line)]) for block in last.body if block.line < glued[0])
    reason = "an arXiv listing seems to follow this page and is not read; put it into a file of its own and load both"
    return replace(last, body=kept), Rejection(where(glued[0]), reason)


def _id_end(line: str) -> int:
    """Where the identifier with which the line begins ends; 0 when it begins with none."""
    found = arxiv_id(line[6:]) if line.startswith("arXiv:") else None
    return 6 + found.end if found else 0


def counts_disagree(declared: tuple[Declared, ...], line: int) -> tuple[Remark, ...]:
    """A remark when the page gives two different numbers for its entries."""
    counts = [count for count in declared if count.counts_records]
    if len({count.count for count in counts}) < 2:
        return ()
    numbers = " and ".join(f"{count.count} ({count.name.replace('_', ' ')})" for count in counts)
    return (Remark(where(line), f"the page declares two different numbers of entries: {numbers}"),)

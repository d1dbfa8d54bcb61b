"""Which of the lines that look like an entry's heading are headings, and the entries between them.

A page has its entries one after the other, each with a heading of a fixed shape, a title, and text. An abstract may contain
lines of that very shape. So every block whose first line has the shape is a candidate with a doubt, 0 for one that looks in
every way as the page would print it. Points are added for a title that is missing or reads like prose and for whatever the
format's own judge finds. A line within a block, where the blank line before it was lost, is a candidate if its form is that of
a heading and of nothing else; it gets a point for its place, two where the line before it stops within a sentence. Then:

1. Candidates with less than 3 points are headings, the others are text.
2. Where that gives more entries than the page declares, the most doubtful go, if dropping doubtful ones (one that breaks an
   otherwise kept order is doubtful too, the first never) leads to exactly the declared number; else all stay.
3. Where it gives fewer, the least doubtful of the others join, if that leads to exactly the declared number and each has
   3 points; else none joins.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from loaders.pages.line_types import ends_a_sentence, title_doubt
from loaders.pages.page import Block

TEXT_FROM = 3
NEVER_FROM = 4
_CUT_LENGTH = 140

Order: TypeAlias = tuple[int | str, ...]


@dataclass(frozen=True)
class Entry:
    """A heading, the title that follows (None when there is none), and the blocks of text up to the next heading."""

    line: int
    heading: re.Match[str]
    title: str | None
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Shape:
    """How a format prints its headings: the pattern, further points of doubt, and the order in which it sorts entries.

    `judge` gets the heading, the title and the block that follows the title, and takes points off for what only an entry has.
    `order` gives a key that grows down the page. `unmistakable` says of a heading that nothing else has its form.
    """

    pattern: re.Pattern[str]
    judge: Callable[[re.Match[str], str | None, Block | None], int]
    order: Callable[[re.Match[str], str], Order]
    unmistakable: Callable[[re.Match[str]], bool]


@dataclass(frozen=True)
class _Candidate:
    block: int
    heading: re.Match[str]
    doubt: int
    order: Order


def split_entries(blocks: Sequence[Block], shape: Shape, declared: Sequence[int]) -> tuple[tuple[Block, ...], list[Entry]]:
    """The blocks before the first heading, and the entries. `declared` are the counts the page states, the list's own last."""
    blocks, place_doubts = _divided(blocks, shape)
    candidates = _candidates(blocks, shape, place_doubts)
    headings = {blocks[candidate.block].line: candidate.heading for candidate in _headings(candidates, declared)}
    blocks = _rejoined(blocks, [line for line in place_doubts if line not in headings])
    starts = [place for place, block in enumerate(blocks) if block.line in headings]
    matches = {place: headings[blocks[place].line] for place in starts}
    if not starts:
        return tuple(blocks), []
    ends = [*starts[1:], len(blocks)]
    entries = [_entry(blocks, matches[start], start, end) for start, end in zip(starts, ends, strict=True)]
    return tuple(blocks[: starts[0]]), entries


def _divided(blocks: Sequence[Block], shape: Shape) -> tuple[list[Block], dict[int, int]]:
    """The blocks, divided before each line that can be nothing but a heading, and the doubt about the place of each such line."""
    found: list[Block] = []
    doubts: dict[int, int] = {}
    for block in blocks:
        begins = 0
        for at in range(1, len(block.lines)):
            heading = shape.pattern.fullmatch(block.lines[at].strip())
            if heading and shape.unmistakable(heading):
                found.append(Block(block.line + begins, block.lines[begins:at]))
                doubts[block.line + at] = 1 if _text_may_end(block.lines[at - 1]) else 2
                begins = at
        found.append(Block(block.line + begins, block.lines[begins:]))
    return found, doubts


def _text_may_end(line: str) -> bool:
    """Whether an abstract may end with the line: a sentence does, or the site has cut it at some length."""
    return ends_a_sentence(line) or len(line) > _CUT_LENGTH


def _rejoined(blocks: Sequence[Block], lines: Sequence[int]) -> list[Block]:
    """The blocks, those that begin at one of `lines` put back behind the block before."""
    found: list[Block] = []
    for block in blocks:
        if block.line in lines and found:
            found[-1] = Block(found[-1].line, found[-1].lines + block.lines)
        else:
            found.append(block)
    return found


def _entry(blocks: Sequence[Block], heading: re.Match[str], start: int, end: int) -> Entry:
    rest = blocks[start].after_first()
    following = [rest, *blocks[start + 1 : end]] if rest else list(blocks[start + 1 : end])
    if not following:
        return Entry(blocks[start].line, heading, None, ())
    title, remainder = _title(following[0])
    body = [remainder, *following[1:]] if remainder else following[1:]
    return Entry(blocks[start].line, heading, title, tuple(body))


def _title(block: Block) -> tuple[str, Block | None]:
    """A title of several lines is taken whole unless it reads like prose; then only the first line is the title."""
    whole = " ".join(" ".join(block.lines).split())
    if len(block.lines) == 1 or title_doubt(whole) == 0:
        return whole, None
    return " ".join(block.lines[0].split()), block.after_first()


def _candidates(blocks: Sequence[Block], shape: Shape, place_doubts: Mapping[int, int]) -> list[_Candidate]:
    """Every block of the shape, from the top. Of two that follow each other, the second is a title if it is the more doubtful."""
    found: dict[int, _Candidate] = {}
    for index in range(len(blocks) - 1, -1, -1):
        heading = shape.pattern.fullmatch(blocks[index].lines[0].strip())
        if heading is None:
            continue
        following = found.get(index + 1)
        plain = _candidate(blocks, heading, index, shape)
        if following is None or blocks[index].after_first():
            found[index] = plain
        elif plain.doubt < following.doubt:
            found[index] = plain
            del found[index + 1]
        else:
            after = blocks[index + 2] if index + 2 < len(blocks) else None
            found[index] = _Candidate(index, heading, 2 + shape.judge(heading, None, after), shape.order(heading, ""))
    return [replace(found[at], doubt=found[at].doubt + place_doubts.get(blocks[at].line, 0)) for at in sorted(found)]


def _candidate(blocks: Sequence[Block], heading: re.Match[str], index: int, shape: Shape) -> _Candidate:
    """The candidate with whatever follows as its title."""
    rest = blocks[index].after_first()
    title_at = index if rest else index + 1
    title_block = rest or (blocks[title_at] if title_at < len(blocks) else None)
    following = blocks[title_at + 1] if title_at + 1 < len(blocks) else None
    if title_block is None:
        return _Candidate(index, heading, 2 + shape.judge(heading, None, None), shape.order(heading, ""))
    title, _ = _title(title_block)
    doubt = max(0, title_doubt(title) + shape.judge(heading, title, following))
    return _Candidate(index, heading, doubt, shape.order(heading, title))


def _headings(candidates: list[_Candidate], declared: Sequence[int]) -> list[_Candidate]:
    likely = [candidate for candidate in candidates if candidate.doubt < TEXT_FROM]
    if not declared or len(likely) in declared:
        return likely
    for count in reversed(declared):
        chosen = _fewer(likely, count) if len(likely) > count else _more(candidates, likely, count)
        if len(chosen) == count:
            return chosen
    return likely


def _fewer(likely: list[_Candidate], count: int) -> list[_Candidate]:
    """Without the most doubtful. The first is never one of them: there is no abstract before it that it could stand in."""
    first = likely[0]
    following = [candidate for candidate in likely if candidate.order >= first.order]
    in_order = {following[place].block for place in _longest_sorted([candidate.order for candidate in following])} | {first.block}
    sorted_page = len(in_order) == count or len(in_order) * 5 >= len(likely) * 4
    doubts = {c.block: c.doubt + (sorted_page and c.block not in in_order) for c in likely}
    doubtful = sorted((c for c in likely[1:] if doubts[c.block]), key=lambda c: (-doubts[c.block], -c.block))
    dropped = {candidate.block for candidate in doubtful[: len(likely) - count]}
    return [candidate for candidate in likely if candidate.block not in dropped]


def _more(candidates: list[_Candidate], likely: list[_Candidate], count: int) -> list[_Candidate]:
    others = sorted((c for c in candidates if TEXT_FROM <= c.doubt < NEVER_FROM), key=lambda c: (c.doubt, c.block))
    return sorted([*likely, *others[: count - len(likely)]], key=lambda c: c.block)


def _longest_sorted(keys: list[Order]) -> set[int]:
    """Positions of a longest non-decreasing subsequence of `keys`."""
    tails: list[Order] = []
    tail_at: list[int] = []
    before: list[int | None] = []
    for position, key in enumerate(keys):
        place = bisect_right(tails, key)
        before.append(tail_at[place - 1] if place else None)
        tails[place : place + 1] = [key]
        tail_at[place : place + 1] = [position]
    kept: set[int] = set()
    at = tail_at[-1] if tail_at else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept

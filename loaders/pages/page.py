"""A page as numbered lines and blocks (runs of lines between blank ones), the ground that every page reader stands on."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from loaders.parsing.html_entities import decoded
from loaders.parsing.source import NotTextError, Source
from loaders.records import Header, Item, Items, Rejection, Remark

_COUNT = re.compile(r"(?P<number>\d{1,3}(?:[,.' \u202f]\d{3})+|\d+(?:\.\d+)?)(?P<unit>[kKmM](?![a-zA-Z]))?")


@dataclass(frozen=True)
class Block:
    """Consecutive lines without a blank one between them; `line` is the number of the first, from 1."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as printed."""
        return "\n".join(self.lines)

    @property
    def alone(self) -> str | None:
        """The one line of a block of one line."""
        return self.lines[0] if len(self.lines) == 1 else None

    def after_first(self) -> "Block | None":
        """What follows the first line, if anything."""
        return Block(self.line + 1, self.lines[1:]) if len(self.lines) > 1 else None


@dataclass(frozen=True)
class Page:
    """The lines of a page (without trailing spaces) and its blocks."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()


def open_page(source: Source) -> Page | Rejection:
    """The page in `source`, or the rejection of the whole document when it is not text, too large, or damaged."""
    try:
        text = decoded(source.text())
    except NotTextError as error:
        return Rejection("line 1", str(error))
    except OSError as error:
        return Rejection("document", f"cannot be read to its end: {error.strerror or error}; get the file again")
    unusual = source.decoding_remark
    return page_of(text, (Remark("line 1", unusual),) if unusual else ())


def page_items(source: Source, format_name: str, site: str, read: Callable[[Page], Iterable[Item]]) -> Items:
    """What `read` makes of the page in `source`; a bare header and the rejection where there is no page to be had."""
    page = open_page(source)
    if isinstance(page, Rejection):
        yield Header(format=format_name, source=site)
        yield page
    else:
        yield from read(page)


def page_of(text: str, remarks: tuple[Remark, ...] = ()) -> Page:
    """The page of which `text` is the content."""
    lines = tuple(line.rstrip() for line in text.split("\n"))
    return Page(lines, page_blocks(lines), remarks)


def page_blocks(lines: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks of a page; every line is one on a page that has lost its blank lines."""
    printed = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if len(printed) > 5 and printed[-1][0] - printed[0][0] + 1 == len(printed):
        return tuple(Block(number, (line,)) for number, line in printed)
    return blocks_of(lines)


def blocks_of(lines: tuple[str, ...], first_line: int = 1) -> tuple[Block, ...]:
    """The blocks in `lines`, the first of which has the number `first_line`."""
    blocks: list[Block] = []
    run: list[str] = []
    for number, line in enumerate((*lines, ""), first_line):
        if line.strip():
            run.append(line)
        elif run:
            blocks.append(Block(number - len(run), tuple(run)))
            run = []
    return tuple(blocks)


def where(line: int) -> str:
    """How a place on a page is named in reports."""
    return f"line {line}"


def joined(blocks: tuple[Block, ...]) -> str | None:
    """The text of several blocks, line by line without indentation, a blank line between blocks; None when there is none."""
    return "\n\n".join("\n".join(line.strip() for line in block.lines) for block in blocks) or None


def ends_within(page: Page, text: str) -> bool:
    """Whether the page ends with the line `text`, the first of its kind, and not with a line end: it may be half of something."""
    return bool(text) and squeezed(page.lines[-1]) == text and all(squeezed(line) != text for line in page.lines[:-1])


def squeezed(text: str) -> str:
    """`text` with white space collapsed."""
    return " ".join(text.split())


def case_folded(name: str) -> str:
    """What two printed names must share to be the same name for a page: all but case and white space."""
    return squeezed(name).casefold()


def whole_number(text: str) -> int | None:
    """The count that `text` prints: "12", "1,204", "1.204", "1.2k"; None when it prints none."""
    match = _COUNT.fullmatch(text.strip())
    if match is None or not text.isascii():
        return None
    unit = {"": 1, "k": 1_000, "m": 1_000_000}[(match["unit"] or "").lower()]
    digits = match["number"]
    if re.fullmatch(r"\d+\.\d{1,2}", digits) or (unit > 1 and re.fullmatch(r"\d+\.\d+", digits)):
        return round(float(digits) * unit) if unit > 1 else None
    plain = re.sub(r"\D", "", digits)
    return int(plain) * unit if len(plain) <= 15 else None

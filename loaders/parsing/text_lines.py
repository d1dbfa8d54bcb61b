"""A text of any size as numbered lines: read block by block, decoded line by line, never held as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.counted import counted
from loaders.parsing.decoding import decode, decode_line
from loaders.parsing.misread import TOLD, put_right
from loaders.parsing.source import Source, normalised
from loaders.records import Remark

LONGEST_LINE = 16 * 1024 * 1024
_BLOCK = 256 * 1024
_LINE_END = re.compile(b"\r\n|\r|\n")


@dataclass(frozen=True)
class Line:
    """A line without its end; `number` counts from 1. `has_end` is False of the last one of a text that ends within it."""

    number: int
    text: str
    has_end: bool = True


class TextLines:
    """The lines of a source, in one pass; iterate again for another pass.

    What is not UTF-8 in a line is read as Windows-1252. Line ends of any system are one.
    `remarks` says afterwards what was unusual: lines of another encoding, and lines longer than 16 MiB, which are left out.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.remarks: list[Remark] = []

    def __iter__(self) -> Iterator[Line]:
        self.remarks = []
        unusual: dict[str, list[int]] = {}
        for number, (raw, has_end) in enumerate(self._raw(), 1):
            if raw is None:
                self.remarks.append(Remark(f"line {number}", "a line longer than 16 MiB was left out; split the line"))
                yield Line(number, "")
                continue
            text, remark = decode_line(raw) if has_end else decode(raw)
            if remark:
                unusual.setdefault(re.sub(r"^[\d,]+ characters? ", "characters ", remark), []).append(number)
            if (meant := put_right(text)) != text:
                unusual.setdefault(TOLD, []).append(number)
            yield Line(number, normalised(meant.replace("\0", "")), has_end)
        for remark, numbers in unusual.items():
            more = f" (and {counted(len(numbers) - 1, 'more line')})" if len(numbers) > 1 else ""
            self.remarks.append(Remark(f"line {numbers[0]}{more}", remark.replace("the text", "the line")))

    def _raw(self) -> Iterator[tuple[bytes | None, bool]]:
        """The bytes of each line, None for one that is too long, and whether its end stands behind it."""
        held: list[bytes] = []
        size = 0
        for block in self._blocks():
            first, *others = _LINE_END.split(block)
            size += len(first)
            held = [*held, first] if size <= LONGEST_LINE else []
            for line in others:
                yield None if size > LONGEST_LINE else b"".join(held), True
                held, size = [line], len(line)
        if size:
            yield None if size > LONGEST_LINE else b"".join(held), False

    def _blocks(self) -> Iterator[bytes]:
        """Blocks of bytes, none of which ends between the two characters of a line end."""
        with self._source.open_binary() as stream:
            block = stream.read(_BLOCK).removeprefix(b"\xef\xbb\xbf")
            while block:
                while block.endswith(b"\r") and (more := stream.read(1)):
                    block += more
                yield block
                block = stream.read(_BLOCK)

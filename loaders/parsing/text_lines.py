"""A text of any size as numbered lines: read block by block, decoded line by line, never held as a whole."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.counted import counted
from loaders.parsing.source import Source, decode, normalised
from loaders.records import Remark

LONGEST_LINE = 16 * 1024 * 1024
_BLOCK = 256 * 1024
_LINE_END = re.compile(b"\r\n|\r|\n")


@dataclass(frozen=True)
class Line:
    """A line without its end; `number` counts from 1."""

    number: int
    text: str


class TextLines:
    """The lines of a source, in one pass; iterate again for another pass.

    UTF-8, UTF-16 by its byte-order mark, and for each line that is not UTF-8 Windows-1252. Line ends of any system are one.
    `remarks` says afterwards what was unusual: lines of another encoding, and lines longer than 16 MiB, which are left out.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.remarks: list[Remark] = []

    def __iter__(self) -> Iterator[Line]:
        self.remarks = []
        unusual: dict[str, list[int]] = {}
        for number, raw in enumerate(self._raw(), 1):
            if raw is None:
                self.remarks.append(Remark(f"line {number}", "a line longer than 16 MiB was left out; split the line"))
                yield Line(number, "")
                continue
            text, remark = decode(raw)
            if remark:
                unusual.setdefault(re.sub(r"^[\d,]+ characters? ", "characters ", remark), []).append(number)
            yield Line(number, normalised(text.replace("\0", "")))
        for remark, numbers in unusual.items():
            more = f" (and {counted(len(numbers) - 1, 'more line')})" if len(numbers) > 1 else ""
            self.remarks.append(Remark(f"line {numbers[0]}{more}", remark.replace("the text", "the line")))

    def _raw(self) -> Iterator[bytes | None]:
        """The bytes of each line, None for one that is too long."""
        held, too_long = b"", False
        for block in self._blocks():
            *ended, rest = _LINE_END.split(held + block)
            for line in ended:
                yield None if too_long or len(line) > LONGEST_LINE else line
                too_long = False
            if len(rest) > LONGEST_LINE:
                rest, too_long = b"", True
            held = rest
        if held or too_long:
            yield None if too_long else held

    def _blocks(self) -> Iterator[bytes]:
        """Blocks of UTF-8 (or of a one-byte encoding), none of which ends between the two characters of a line end."""
        with self._source.open_binary() as stream:
            start = stream.read(_BLOCK)
            decoder = _Utf16() if start.startswith((b"\xff\xfe", b"\xfe\xff")) else None
            block = start.removeprefix(b"\xef\xbb\xbf")
            while block:
                while block.endswith(b"\r") and (more := stream.read(1)):
                    block += more
                yield decoder.utf8(block) if decoder else block
                block = stream.read(_BLOCK)


class _Utf16:
    """Turns pieces of UTF-16 into UTF-8, a character cut between two pieces included."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")

    def utf8(self, block: bytes) -> bytes:
        return self._decoder.decode(block).encode()

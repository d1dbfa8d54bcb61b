"""The text of an XML document of any size, as a window that slides over it: decoded block by block, never held as a whole."""

import codecs
import errno
import re
from typing import BinaryIO

from loaders.parsing.decoding import CHECK, TOLERANT

BLOCK = 64 * 1024

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")


class Window:
    """What of the document is in hand: `text`, whose first character stands in line `line` of the document.

    `remark` says what was unusual about the encoding, `damage` why reading ended early; both may be set while reading.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._pending = b""
        self.damage: str | None = None
        self.remark: str | None = None
        self.remark_line: int | None = None
        self.ended = False
        self.text = ""
        self.line = 1
        start = self._read()
        is_marked = start.startswith(codecs.BOM_UTF8)
        self._decoder = None if is_marked else self._incremental(start)
        self._append(start.removeprefix(codecs.BOM_UTF8))

    def more(self) -> bool:
        """Append a block. False when there is nothing left to append."""
        if self.ended:
            return False
        self._append(self._read())
        return True

    def drop(self, end: int) -> None:
        """Forget the text before position `end`."""
        self.line += self.text.count("\n", 0, end)
        self.text = self.text[end:]

    def line_at(self, position: int) -> int:
        """The number of the line in which the character at `position` of the window stands."""
        return self.line + self.text.count("\n", 0, position)

    def _read(self) -> bytes:
        try:
            return self._stream.read(BLOCK)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            self.damage = error.strerror
            return b""

    def _append(self, block: bytes) -> None:
        self.ended = not block
        # Files that were put together have marks of the byte order between them.
        self.text += self._decoded(block).replace("\ufeff", "").replace("\0", "")

    def _decoded(self, block: bytes) -> str:
        if self._decoder is not None:
            return self._decoder.decode(block, final=self.ended)
        data = self._pending + block
        self._pending = b""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.end == len(data) and error.reason == "unexpected end of data":
                self._pending = b"" if self.ended else data[error.start :]
                return data[: error.start].decode("utf-8")
            if not self.remark:
                self.remark_line = self.line_at(len(self.text)) + data[: error.start].count(b"\n")
            self.remark = f"some bytes are not UTF-8 and were read as Windows-1252; {CHECK}"
            return data.decode("utf-8", errors=TOLERANT)

    def _incremental(self, start: bytes) -> codecs.IncrementalDecoder | None:
        """The decoder for the declared encoding; None for UTF-8, which is also tried where Latin-1 is declared."""
        declared = _DECLARED.match(start)
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
            decoder = codecs.getincrementaldecoder(name)(errors="replace")
            decoder.decode(b"")
        except (LookupError, TypeError):
            self.remark = f"the declared encoding {declared[1].decode('ascii')!r} is unknown; read as UTF-8" if declared else None
            return None
        if name == "utf-8" or name.startswith(("utf-16", "utf-32")) or (name == "iso8859-1" and _is_utf_8(start)):
            return None
        return codecs.getincrementaldecoder("cp1252")(errors="replace") if name == "iso8859-1" else decoder


def _is_utf_8(start: bytes) -> bool:
    """Whether bytes beyond ASCII occur and all are UTF-8 (a character cut at the end aside)."""
    try:
        return not start.decode("utf-8").isascii()
    except UnicodeDecodeError as error:
        return error.end == len(start) and error.reason == "unexpected end of data" and not start[: error.start].isascii()

"""Bytes as text: UTF-8, and as Windows-1252 whatever is not, line by line; UTF-16 and UTF-32 as UTF-8, before anybody reads, and
so is an encoding that a user names.

No other one is guessed: charset-normalizer took French of Windows-1252 for cp1250 in 14 of 24 short tables, Polish of ISO 8859-2
for something else in all of 24.
"""

import codecs
import io
import re
from typing import BinaryIO, cast

from loaders.counted import counted
from loaders.parsing.compression import beginning

TOLERANT = "scholargraph.windows-1252"
"""An error handler: bytes that are not UTF-8 are read as Windows-1252."""

CHECK = "check names with accents: --encoding NAME (encoding=) reads it as mac_roman, cp1250, iso8859_2, cp1251, …"
"""What to do where letters may have been taken for others."""
_FOREIGN = f"the text is not UTF-8 and was read as Windows-1252; {CHECK}"
_LINE_END = re.compile(b"(\r\n|\r|\n)")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0")
"""How workbooks and Parquet begin, whose texts have an encoding of their own."""
_LOOKED_AT = 512
_BLOCK = 128 * 1024


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(TOLERANT, _as_windows_1252)


def decode(data: bytes) -> tuple[str, str | None]:
    """Text of `data` and a remark (or None): UTF-8, and each line that is not as `decode_line` reads it.

    A character cut in half at the very end is dropped.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if _is_cut(error, data):
            return data[: error.start].decode("utf-8"), "the text ends in the middle of a character, which was dropped"
    parts = [decode_line(part) for part in _LINE_END.split(data)]
    lines = [number // 2 + 1 for number, (_, remark) in enumerate(parts) if remark]
    is_foreign = not any(text and not text.isascii() for text, remark in parts if remark is None or remark != _FOREIGN)
    named = f"line {lines[0]}" + (f" and {counted(len(lines) - 1, 'more line')}" if len(lines) > 1 else "")
    remark = _FOREIGN if is_foreign else f"{named}: not UTF-8, read as Windows-1252; {CHECK}"
    return "".join(text for text, _ in parts), remark


def decode_line(data: bytes) -> tuple[str, str | None]:
    """Text of one line, which may be of another encoding than the others, and a remark (or None): what is not UTF-8 in it is
    read as Windows-1252."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        replaced = data.decode("utf-8", errors="replace")
    broken = replaced.count("\ufffd")
    has_others = sum(character > "\x7f" for character in replaced) > broken
    kind = f"{counted(broken, 'character')} not valid UTF-8, read as Windows-1252; {CHECK}"
    return data.decode("utf-8", errors=TOLERANT), kind if has_others else _FOREIGN


def _is_cut(error: UnicodeDecodeError, data: bytes) -> bool:
    """Whether the end is half a character of UTF-8, and no letter of another encoding."""
    is_end = error.end == len(data) and error.reason == "unexpected end of data"
    return is_end and (len(data) - error.start > 1 or not data[: error.start].isascii())


def text_encoding(name: str) -> str:
    """The name by which Python knows an encoding of texts ("Latin-2" is iso8859-2). Raises LookupError where it knows none."""
    found = codecs.lookup(name.strip())
    "".encode(found.name)  # raises LookupError for what encodes no text
    return found.name


def as_utf_8(stream: BinaryIO, encoding: str | None = None) -> BinaryIO:
    """The stream, that of UTF-16 or UTF-32 as UTF-8. Both are told by their byte-order mark, UTF-16 also by the NULs beside its
    first letters. A text without such a mark is of the `encoding` that is given; it comes with the mark of UTF-8, so that nobody
    goes by the encoding that it declares."""
    start = beginning(stream, _LOOKED_AT)
    if encoding and not start.startswith((codecs.BOM_UTF8, *(mark for mark, _ in _MARKS), *_BINARY)):
        return cast(BinaryIO, io.BufferedReader(_Narrowed(stream, encoding, codecs.BOM_UTF8), _BLOCK))
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), None) or _unmarked(start)
    return stream if encoding is None else cast(BinaryIO, io.BufferedReader(_Narrowed(stream, encoding), _BLOCK))


def _unmarked(start: bytes) -> str | None:
    """The encoding of text that begins without a mark: every other byte of Latin letters is NUL in UTF-16, and no other one; in
    one half of what is looked at as in the other, or it is a piece that was pasted into a text of bytes."""
    for first, second, encoding in ((start[0::2], start[1::2], "utf-16-le"), (start[1::2], start[0::2], "utf-16-be")):
        halves = second[: len(second) // 2], second[len(second) // 2 :]
        if b"\0" not in first and all(half.count(0) * 3 > len(half) > 0 for half in halves):
            return encoding
    return None


class _Narrowed(io.RawIOBase):
    """A text of another encoding as UTF-8; what is damaged in it is U+FFFD."""

    def __init__(self, stream: BinaryIO, encoding: str, mark: bytes = b"") -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._ready = mark
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(cast(bytearray, buffer))
        while not self._ready and not self._ended:
            block = self._stream.read(_BLOCK)
            self._ended = not block
            self._ready = self._decoder.decode(block, self._ended).encode()
        data, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()

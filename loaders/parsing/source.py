"""A document as bytes that come from somewhere: its location, its checksum, and its text."""

import errno
import hashlib
import io
import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from loaders.parsing.compression import decompressed
from loaders.parsing.decoding import as_utf_8, decode
from loaders.parsing.misread import TOLD, put_right

MAX_TEXT_BYTES = 64 * 1024 * 1024
HEAD_BYTES = 64 * 1024
LONG_HEAD_BYTES = 4 * 1024 * 1024
"""So much is looked at where the first record is longer than a head, as one of thousands of authors is."""

_BINARY_SIGNATURES = (
    b"%PDF-",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_NULS_OF = 5
"""One of so many bytes may be NUL in what is text: a record of UTF-16 among others of UTF-8."""
_LINE_END = re.compile("\r\n?")
_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
_UNUSUAL_SPACE = re.compile("[\u00a0\u0085\u2028\u2029\x0b\x0c]")


class NotTextError(ValueError):
    """The document cannot be read as text; the message says why and what to do."""


Opener = Callable[[], BinaryIO]
"""Gives a fresh stream of bytes as they lie somewhere. Two that are equal open the same."""


@dataclass(frozen=True)
class _File:
    path: Path

    def __call__(self) -> BinaryIO:
        return self.path.open("rb")


@dataclass(frozen=True)
class _Held:
    data: bytes

    def __call__(self) -> BinaryIO:
        return io.BytesIO(self.data)


@dataclass(frozen=True)
class _Unreadable:
    reason: str

    def __call__(self) -> BinaryIO:
        raise OSError(errno.EIO, self.reason)


class Source:
    """A document's location and bytes, and the encoding of its text where that is known (`in_encoding`).

    `Source.at(path)`, `Source.of(data)` and `Source.standard_input()` make one. Nothing is read before it is asked for;
    a file that cannot be opened then raises `OSError`. `size` is how many bytes there are, where that is known already;
    `comes_in_turn` whether it is read fastest behind the one that lies before it.
    """

    def __init__(self, location: str, opener: Opener, size: int | None = None, *, comes_in_turn: bool = False) -> None:
        # Bytes of a file's name that are not text stand as halves of characters, which nobody can print or store.
        self.location = location.encode(errors="surrogatepass").decode(errors="replace")
        self.opener = opener
        self.comes_in_turn = comes_in_turn
        self.encoding: str | None = None
        self._known_size = size
        self._stream: BinaryIO | None = None

    def in_encoding(self, encoding: str | None) -> "Source":
        """The same document as a text of this encoding, as Python names it; itself where that is so already."""
        if encoding == self.encoding:
            return self
        found = Source(self.location, self.opener, self._known_size, comes_in_turn=self.comes_in_turn)
        found.encoding = encoding
        return found

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_stream": None}  # what is open here is open in no other process

    @classmethod
    def at(cls, path: str | Path) -> "Source":
        """The file that `path` names now, whoever opens it from wherever; `location` is the path as given."""
        return cls(str(path), _File(Path(path).absolute()))

    @classmethod
    def of(cls, data: bytes | str, location: str = "(memory)") -> "Source":
        """Bytes (or text, as UTF-8) that the caller already holds."""
        held = data.encode("utf-8") if isinstance(data, str) else bytes(data)
        return cls(location, _Held(held))

    @classmethod
    def standard_input(cls) -> "Source":
        """All of standard input, read at once because it can be read only once."""
        return cls.of(sys.stdin.buffer.read(), "(standard input)")

    @classmethod
    def unreadable(cls, location: str, reason: str) -> "Source":
        """What was named and cannot be read: whoever opens it gets an `OSError` with the reason."""
        return cls(location, _Unreadable(reason), 0)

    def __repr__(self) -> str:
        return f"Source({self.location!r})"

    def open_binary(self) -> BinaryIO:
        """A fresh stream of the document's bytes, unpacked where they are compressed, as UTF-8 where they are UTF-16 or UTF-32,
        for formats that are too large to hold."""
        self._stream = self.opener()
        return as_utf_8(decompressed(self._stream), self.encoding)

    @cached_property
    def size(self) -> int:
        """How many bytes there are, as they lie there."""
        if self._known_size is not None:
            return self._known_size
        with self.opener() as stream:
            return stream.seek(0, io.SEEK_END)

    @property
    def position(self) -> int:
        """How many bytes, as they lie there, were read of what `open_binary` gave last; 0 of what is read at once."""
        if self._stream is None:
            return 0
        return self.size if self._stream.closed else self._stream.tell()

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes as they lie there, in hexadecimal."""
        digest = hashlib.sha256()
        with self.opener() as stream:
            while block := stream.read(1024 * 1024):
                digest.update(block)
        return digest.hexdigest()

    @cached_property
    def _start(self) -> bytes:
        with as_utf_8(decompressed(self.opener()), self.encoding) as stream:
            return stream.read(HEAD_BYTES)

    def head(self) -> str:
        """The beginning of the text (up to 64 KiB of bytes) for recognising the format; empty when it is not text."""
        return "" if why_not_text(self._start) else _beginning(self._start)

    def long_head(self) -> str:
        """A much longer beginning of a text that goes on behind its head; empty where it does not."""
        if len(self._start) < HEAD_BYTES or why_not_text(self._start):
            return ""
        with as_utf_8(decompressed(self.opener()), self.encoding) as stream:
            return _beginning(stream.read(LONG_HEAD_BYTES))

    def start(self) -> bytes:
        """The first bytes, unpacked, wide characters as UTF-8."""
        return self._start

    @cached_property
    def _decoded(self) -> tuple[str, str | None]:
        with as_utf_8(decompressed(self.opener()), self.encoding) as stream:
            data = stream.read(MAX_TEXT_BYTES + 1)
            data += stream.read(1)  # raises where it was damage that ended the page
        if len(data) > MAX_TEXT_BYTES:
            limit = MAX_TEXT_BYTES // (1024 * 1024)
            raise NotTextError(
                f"the page is larger than {limit} MiB, the most that is read as one page; split it into several files"
            )
        reason = why_not_text(data) or why_no_page(data)
        if reason:
            raise NotTextError(f"the document is not text: {reason}; save the page as plain text (UTF-8)")
        text, remark = decode(data)
        meant = put_right(text)
        told = (remark, TOLD if meant != text else None)
        return normalised(meant), "; ".join(filter(None, told)) or None

    def text(self) -> str:
        """The whole text with line ends as "\\n". Raises `NotTextError` when it is binary or larger than 64 MiB."""
        return self._decoded[0]

    @property
    def decoding_remark(self) -> str | None:
        """What was unusual in turning the bytes into text, or None. Raises as `text()` does."""
        return self._decoded[1]


def _beginning(data: bytes) -> str:
    return normalised(put_right(decode(data.replace(b"\0", b""))[0]))


def why_not_text(data: bytes) -> str | None:
    """In a few words why `data` is not text, or None when it is, with a NUL here and there."""
    if data.startswith(_BINARY_SIGNATURES):
        return "its first bytes are those of no text"
    sample = data[:HEAD_BYTES].decode("latin-1")
    if sample.count("\0") > len(sample) // _NULS_OF:
        return f"byte {sample.index(chr(0))} is NUL, and many others are"
    if len(_CONTROL.findall(sample)) > len(sample) // 50:
        return "it is full of control characters"
    return None


def why_no_page(data: bytes) -> str | None:
    """In a few words why text is no page of people's eyes, or None: nobody sees a NUL."""
    at = data.find(b"\0")
    return f"byte {at} is NUL" if at >= 0 else None


def normalised(text: str) -> str:
    """`text` with "\\n" as line ends, accents composed, no byte-order marks or zero-width spaces, odd spaces as plain ones."""
    return unicodedata.normalize("NFC", _UNUSUAL_SPACE.sub(" ", _INVISIBLE.sub("", _LINE_END.sub("\n", text))))

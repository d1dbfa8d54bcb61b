"""A stream as JSON text of which only the part ahead is held, and the JSON values in it one after another."""

import codecs
import json
import re
from collections.abc import Callable
from typing import BinaryIO, TypeAlias

LIMIT = 64 * 1024 * 1024
"""The most characters that one record (or one line) may have."""

_CHUNK = 1024 * 1024
_SPACE = re.compile(r"[\s\x1e\ufeff]*")
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?')
_END_OF_BUFFER = 16
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_decoder = json.JSONDecoder(strict=False)


Rewrite: TypeAlias = Callable[[str, bool], str]
"""Makes JSON of a piece of text that is almost JSON; told whether it is the last one."""


class BrokenJsonError(ValueError):
    """The text at hand is not a JSON value; the message says what is wrong. `truncated`: the stream ends within the value."""

    def __init__(self, message: str, *, truncated: bool = False) -> None:
        super().__init__(message)
        self.truncated = truncated


def whole_characters(value: object) -> object:
    """The value with halves of characters (a lone "\\ud83d"), which no text can hold, replaced by �."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [whole_characters(item) for item in value]
    if isinstance(value, dict):
        return {str(whole_characters(key)): whole_characters(item) for key, item in value.items()}
    return value


class JsonText:
    """The text of a stream: `text` is the part that is held, `at` the place in it; `foreign` counts characters not in UTF-8, the
    first of which stands in line `foreign_line`."""

    def __init__(self, stream: BinaryIO | None, text: str = "", rewrite: Rewrite | None = None) -> None:
        self.text, self.at, self.ended, self.foreign, self.foreign_line = text, 0, stream is None, 0, 0
        self._lines = 1
        self._stream, self._rewrite = stream, rewrite
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape").decode
        if stream is not None:
            self._begin(stream.read(_CHUNK))

    def _begin(self, start: bytes) -> None:
        self._take(start)
        self.text = self.text.lstrip("\ufeff")

    def _take(self, data: bytes) -> None:
        self.ended = not data
        decoded = self._decode(data, self.ended).replace("\0", "")
        if not decoded.isascii() and any("\udc80" <= character <= "\udcff" for character in decoded):
            decoded = self._as_windows(decoded)
        self._lines += decoded.count("\n")
        if self._rewrite:
            decoded = self._rewrite(decoded, self.ended)
        self.text = self.text[self.at :] + decoded
        self.at = 0

    def _as_windows(self, text: str) -> str:
        def meant(match: re.Match[str]) -> str:
            self.foreign_line = self.foreign_line or self._lines + text.count("\n", 0, match.start())
            self.foreign += len(match.group())
            return match.group().encode("utf-8", "surrogateescape").decode("cp1252", errors="replace")

        return re.sub("[\udc80-\udcff]+", meant, text)

    def more(self) -> bool:
        """Read on, as much again as is held, and no more than one record may have. False at the end of the stream."""
        if self.ended or self._stream is None:
            return False
        held = len(self.text) - self.at
        if held > LIMIT:
            raise BrokenJsonError(f"it is longer than {LIMIT // 1024 // 1024} MiB, the most that is read as one record")
        self._take(self._stream.read(min(max(_CHUNK, held), LIMIT + _CHUNK - held)))
        return not self.ended

    def peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        while True:
            found = _SPACE.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self) -> object:
        """The JSON value that begins here. Raises `BrokenJsonError`, and then nothing is passed over."""
        while True:
            try:
                value, end = _decoder.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                unfinished = error.msg.startswith("Unterminated") or error.pos >= len(self.text) - _END_OF_BUFFER
                if unfinished and self.more():
                    continue
                truncated = unfinished and self.ended
                raise BrokenJsonError(f"it is not JSON ({error.msg[:1].lower()}{error.msg[1:]})", truncated=truncated) from error
            except (RecursionError, ValueError) as error:
                raise BrokenJsonError("it is nested too deeply or holds a number that is too long") from error
            if end == len(self.text) and self.more():
                continue
            start, self.at = self.at, end
            return whole_characters(value) if _SURROGATE.search(self.text, start, end) else value

    def value_at(self, at: int) -> object:
        """The JSON value at another place in what is held. Raises `BrokenJsonError`."""
        try:
            return whole_characters(_decoder.raw_decode(self.text, at)[0])
        except (ValueError, RecursionError) as error:
            raise BrokenJsonError("it is not JSON") from error

    def is_lines(self) -> bool:
        """Whether every line is a record, from how the first two look."""
        self.peek()
        first, _, rest = self.text[self.at :].partition("\n")
        second = rest.lstrip(" \t\r\n\x1e\ufeff")[:1]
        if not rest and not self.ended and len(first) >= _CHUNK:
            return False
        first = first.strip().removesuffix(",")
        if first[:1] not in ("{", "[") or len(first) < 2 or second not in ("{", "[", "n"):
            return False
        if first[0] == "[":
            return first[-1] == "]" and first.count("[") == first.count("]")
        if first[-1] == "}":
            return not _has_open_list(first)
        return second == "{" and first[-1] not in "[:"


def _has_open_list(text: str) -> bool:
    """Whether a list begins in the text that does not end in it: the list of an envelope, with a record a line."""
    bare = _STRING.sub("", text)
    return bare.count("[") > bare.count("]")

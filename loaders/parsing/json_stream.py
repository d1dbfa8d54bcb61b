"""JSON documents read one record at a time: lines of JSON, an array, one object, or an envelope around a list.

A reader names the places where its envelopes keep their records, as `(("results",), ("message", "items"))`. Memory holds one
record (and about a mebibyte of text), whatever the size of the file. A record that is not JSON is rejected alone.
"""

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from loaders.counted import counted
from loaders.parsing.html_entities import decode_values
from loaders.parsing.json_head import EACH, Path, PathsToLists, records_in
from loaders.parsing.json_text import BrokenJsonError, JsonText, Rewrite, whole_characters
from loaders.parsing.source import Source, why_not_text
from loaders.records import Rejection, Remark

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|"', re.DOTALL)
_FIRST_KEY = re.compile(r'\{\s*"(?:[^"\\]|\\.)*"\s*:')


class Entry(msgspec.Struct, frozen=True):
    """A record as the file gives it, and where ("line 3", "record 3"). The value may be of any JSON type, null included."""

    where: str
    value: object


Entries: TypeAlias = Iterator[Entry | Rejection | Remark]


def entries(source: Source, lists: PathsToLists = (), rewrite: Rewrite | None = None) -> Entries:
    """Every record in `source`, a `Rejection` for each that cannot be read, and a remark where the text is not UTF-8.

    The entities in their texts are decoded. `rewrite` makes JSON of what is almost JSON.
    """
    for item in _entries(source, lists, rewrite):
        if isinstance(item, Entry):
            decode_values(item.value)
        yield item


def _entries(source: Source, lists: PathsToLists, rewrite: Rewrite | None) -> Entries:
    with source.open_binary() as stream:
        text = JsonText(stream, rewrite=rewrite)
        if reason := why_not_text(source.start()):
            yield Rejection("line 1", f"the document is not text: {reason}; save it as JSON in UTF-8")
            return
        if text.is_lines():
            yield from _lines(text, lists)
        else:
            yield from _Walk(text, lists).records()
        if text.foreign:
            reason = f"not UTF-8: {counted(text.foreign, 'character')} read as Windows-1252; check names with accents"
            yield Remark("line 1", reason)


def _lines(text: JsonText, lists: PathsToLists) -> Entries:
    number = 1 + text.text.count("\n", 0, text.at)
    while True:
        end = text.text.find("\n", text.at)
        try:
            if end < 0 and text.more():
                continue
        except BrokenJsonError as error:
            yield Rejection(f"line {number}", f"{error}; split the file or leave this line out")
            _pass_line(text)
            number += 1
            continue
        line = text.text[text.at : end if end >= 0 else len(text.text)].strip(" \t\r\x1e\ufeff")
        text.at = end + 1 if end >= 0 else len(text.text)
        if line:
            yield from _line(line, number, lists, last=end < 0)
        if end < 0:
            return
        number += 1


def _pass_line(text: JsonText) -> None:
    while (end := text.text.find("\n", text.at)) < 0:
        text.at = len(text.text)
        if not text.more():
            return
    text.at = end + 1


def _line(line: str, number: int, lists: PathsToLists, *, last: bool) -> Entries:
    where = f"line {number}"
    try:
        value = _whole(line.removesuffix(","))
    except BrokenJsonError as error:
        inside = [item for item in _Walk(JsonText(None, line), lists).records() if isinstance(item, Entry | Rejection)]
        if len(inside) > 1 and any(isinstance(item, Entry) for item in inside):
            yield from (msgspec.structs.replace(item, where=f"{where}, {item.where}") for item in inside)
        else:
            cut = "; the file seems to be truncated here, get it again" if last else "; correct the line or leave it out"
            yield Rejection(where, f"{error}{cut}")
        return
    yield from unwrapped(value, where, lists)


def _whole(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        return whole_characters(json.loads(text, strict=False))
    except RecursionError as error:
        raise BrokenJsonError("it is nested too deeply") from error
    except ValueError as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else "it holds a number that is too long"
        raise BrokenJsonError(f"it is not JSON ({message[:1].lower()}{message[1:]})") from error


def unwrapped(value: object, where: str, lists: PathsToLists) -> Iterator[Entry]:
    """The records inside an envelope at `where`; the value itself when it is none."""
    inside = records_in(value, lists)
    if inside is None:
        yield Entry(where, value)
    else:
        yield from (Entry(f"{where}, record {number}", record) for number, record in enumerate(inside, 1))


class _Walk:
    """One document: the values in its lists, without holding the lists."""

    def __init__(self, text: JsonText, lists: PathsToLists) -> None:
        self._text = text
        self._lists = lists
        self._count = 0
        self._seen: set[str] = set()

    def records(self) -> Entries:
        """Every record of the document; more documents may follow one another."""
        while character := self._text.peek():
            try:
                if character == "[":
                    yield from self._array()
                elif character == "{" and self._lists:
                    yield from self._envelope()
                else:
                    yield from self._entry(self._text.value())
            except BrokenJsonError as error:
                yield self._broken(error)
                return

    def _entry(self, value: object) -> Iterator[Entry]:
        self._count += 1
        inside = records_in(value, self._lists)
        if inside is None:
            yield Entry(f"record {self._count}", value)
            return
        self._count -= 1
        for record in inside:
            self._count += 1
            yield Entry(f"record {self._count}", record)

    def _broken(self, error: BrokenJsonError) -> Rejection:
        self._count += 1
        truncated, repair = "; the file seems to be truncated here, get it again", "; correct the file here and load it again"
        step = truncated if error.truncated else repair
        return Rejection(f"record {self._count}", f"{error}{step}")

    def _envelope(self) -> Entries:
        found = False
        held: dict[str, object] = {}
        for item in self._members((), held):
            found = True
            yield item
        if not found and not any(_at(held, path) for path in self._lists):
            yield from self._entry(held)

    def _members(self, path: Path, held: dict[str, object]) -> Entries:
        """The records in the object that begins here; its other members go into `held`."""
        text = self._text
        text.at += 1
        while (character := text.peek()) not in ("}", ""):
            if character == ",":
                text.at += 1
                continue
            key = text.value()
            if not isinstance(key, str) or text.peek() != ":":
                raise BrokenJsonError("it is not JSON (expecting ':' behind a name)", truncated=not text.peek())
            text.at += 1
            here, begins = (*path, key), text.peek()
            if here in self._lists and begins == "[":
                held[key] = _HELD_LIST
                yield from self._array()
            elif begins == "{" and (*path, EACH) in self._lists:
                yield from self._record(closing="}")
            elif begins == "{" and any(listed[: len(here)] == here for listed in self._lists):
                inner: dict[str, object] = {}
                held[key] = inner
                yield from self._members(here, inner)
            else:
                held[key] = text.value()
        if not character:
            raise BrokenJsonError("it ends in the middle", truncated=True)
        text.at += 1

    def _array(self) -> Entries:
        text = self._text
        text.at += 1
        while (character := text.peek()) not in ("]", ""):
            if character == ",":
                text.at += 1
                continue
            yield from self._record(closing="]")
        if not character:
            raise BrokenJsonError("the list does not end", truncated=True)
        text.at += 1

    def _record(self, closing: str) -> Entries:
        """The record that begins here, within what `closing` closes."""
        try:
            value = self._text.value()
        except BrokenJsonError as error:
            yield from self._past(error, closing)
            return
        if isinstance(value, dict) and not self._seen:
            self._seen = set(value)
        yield from self._entry(value)

    def _past(self, error: BrokenJsonError, closing: str) -> Iterator[Rejection]:
        """Go to the next record and reject the one that is broken. Raises where no next one can be told."""
        balanced = self._balanced_end(closing)  # first: what it needs of the text is then at hand for the other
        next_like = self._next_like_the_first() if closing == "]" else None
        ends = [end for end in (balanced, next_like) if end is not None]
        if not ends:
            raise error
        self._text.at = min(ends)
        self._count += 1
        yield Rejection(f"record {self._count}", f"{error}; correct the record or leave it out")

    def _balanced_end(self, closing: str) -> int | None:
        """Where the brackets that open here are closed, if a comma or `closing` follows."""
        text, depth, at = self._text, 0, self._text.at
        while True:
            for piece in _PIECE.finditer(text.text, at):
                bracket = piece.group()
                if bracket == '"':
                    at = piece.start()
                    break
                at = piece.end()
                depth += (bracket in "{[") - (bracket in "}]")
                if depth <= 0 and bracket in "}]":
                    following = text.text[at : at + 100].lstrip()[:1]
                    return at if depth == 0 and following in (",", closing) else None
            offset = at - text.at
            if not text.more():
                return None
            at = text.at + offset

    def _next_like_the_first(self) -> int | None:
        """Where the next object begins that has the first key of this one and most keys of the records before."""
        text = self._text
        key = _FIRST_KEY.match(text.text, text.at)
        if key is None or not self._seen:
            return None
        for found in re.finditer(r",\s*(?=" + re.escape(key.group()) + ")", text.text[text.at :]):
            at = text.at + found.end()
            try:
                value = text.value_at(at)
            except BrokenJsonError:
                continue
            if isinstance(value, dict) and len(self._seen & value.keys()) * 2 > len(self._seen):
                return at
        return None


_HELD_LIST: tuple[()] = ()


def _at(held: dict[str, object], path: Path) -> bool:
    value: object = held
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return value is _HELD_LIST

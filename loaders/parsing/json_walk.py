"""One JSON document record by record: the values in its lists, and what is whole behind what is broken."""

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from loaders.parsing.json_head import EACH, Path, PathsToLists, records_in
from loaders.parsing.json_text import BrokenJsonError, JsonText
from loaders.records import Rejection, Remark

_PIECE = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]|"', re.DOTALL)
_MEMBER = re.compile(r'\s*,\s*"(?:[^"\\]++|\\.)*+"\s*:\s*')
"""A comma and the name of what comes next in an object."""
_MOST_TRIED = 300
"""So many places are tried for the next record: in a document that means harm each could take long."""
_LONGEST_BEGINNING = 300

_LEAVE_IT_OUT = "correct the record or leave it out"
_REPAIR = "correct the file here and load it again"
_END = "the file seems to be truncated here, get it again"


class Entry(msgspec.Struct, frozen=True):
    """A record as the file gives it, and where ("line 3", "record 3"). The value may be of any JSON type, null included."""

    where: str
    value: object


Entries: TypeAlias = Iterator[Entry | Rejection | Remark]


class Walk:
    """One document: the values in its lists, without holding the lists."""

    def __init__(self, text: JsonText, lists: PathsToLists) -> None:
        self._text = text
        self._lists = lists
        self._count = 0
        self._seen: frozenset[str] = frozenset()
        self._beginning: re.Pattern[str] | None = None

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
                yield from self._behind(error)
                return

    def _entry(self, value: object) -> Iterator[Entry]:
        self._count += 1
        inside = records_in(value, self._lists)
        if inside is None:
            if isinstance(value, dict) and value and not self._seen:
                self._seen = frozenset(value)
                first = re.escape(json.dumps(next(iter(value)), ensure_ascii=False))
                self._beginning = re.compile(rf"\{{\s*{first}\s*:")
            yield Entry(f"record {self._count}", value)
            return
        self._count -= 1
        for record in inside:
            self._count += 1
            yield Entry(f"record {self._count}", record)

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
        for character in self._inside("}", "it ends in the middle"):
            key = text.value() if character == '"' else None
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

    def _array(self) -> Entries:
        for _ in self._inside("]", "the list does not end"):
            yield from self._record(closing="]")

    def _inside(self, closing: str, unclosed: str) -> Iterator[str]:
        """The first sign of each thing within the brackets that open here, each to be read before the next is asked for. Raises
        where the document ends before they do."""
        text = self._text
        text.at += 1
        while (character := text.peek()) not in (closing, ""):
            if character == ",":
                text.at += 1
            else:
                yield character
        if not character:
            raise BrokenJsonError(unclosed, truncated=True)
        text.at += 1

    def _record(self, closing: str) -> Entries:
        """The record that begins here, within what `closing` closes."""
        try:
            value = self._text.value()
        except BrokenJsonError as error:
            yield from self._past(error, closing)
            return
        is_followed = self._text.peek() in (",", "{", closing, "")
        if is_followed or isinstance(value, dict):
            yield from self._entry(value)
        if not is_followed:
            yield from self._past(BrokenJsonError("it is not JSON (expecting ',' behind a record)"), closing)

    def _past(self, error: BrokenJsonError, closing: str) -> Iterator[Rejection]:
        """Go to the next record and reject the one that is broken. Raises where the list cannot be followed any further."""
        balanced = self._balanced_end(closing)
        if balanced is not None and closing == "}" and not self._goes_on(balanced):
            balanced = None
        behind = None if balanced is None else balanced - self._text.at
        next_like = self._next_like_those_before()  # what it reads on moves all places but those counted from here
        ends = [end for end in (behind and self._text.at + behind, next_like) if end is not None]
        if not ends or (min(ends) == next_like and closing == "}"):
            raise error
        self._text.at = min(ends)
        yield self._rejection(error, _LEAVE_IT_OUT)

    def _behind(self, error: BrokenJsonError) -> Entries:
        """What is broken, and the records behind it, wherever in the document they stand: what looks like those before."""
        at = self._next_like_those_before()
        yield self._rejection(error, _LEAVE_IT_OUT if at is not None else _END if error.truncated else _REPAIR)
        while at is not None:
            self._text.at = at
            yield from self._entry(self._text.value())
            at = self._next_like_those_before()
            between = self._text.text[self._text.at : at]
            if self._beginning and self._beginning.search(between):
                yield self._rejection(BrokenJsonError("it is not JSON"), _LEAVE_IT_OUT)

    def _rejection(self, error: BrokenJsonError, step: str) -> Rejection:
        self._count += 1
        return Rejection(f"record {self._count}", f"{error}; {step}", truncated=step == _END)

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

    def _goes_on(self, at: int) -> bool:
        """Whether an object of records ends there or has a next one like those before: brackets that damage moved close there
        as well, and what stands behind is then within the record still."""
        behind = self._text.text[at : at + _LONGEST_BEGINNING]
        if self._beginning is None or behind.lstrip()[:1] in ("}", ""):
            return True
        name = _MEMBER.match(behind)
        return name is not None and self._beginning.match(behind, name.end()) is not None

    def _next_like_those_before(self) -> int | None:
        """Where the next object begins that has the first key of the records before, and most of their keys."""
        text, at = self._text, self._text.at
        for _ in range(_MOST_TRIED if self._beginning else 0):
            found = self._beginning.search(text.text, at) if self._beginning else None
            at = found.start() if found else max(at, len(text.text) - _LONGEST_BEGINNING)
            value = self._object_at(at) if found else None
            if value is not None and len(self._seen & value.keys()) * 2 > len(self._seen):
                return at
            if found and (value is not None or text.ended):
                at += 1
                continue
            offset = at - text.at
            if not text.more() and not found:
                return None
            at = text.at + offset
        return None

    def _object_at(self, at: int) -> dict[str, object] | None:
        try:
            value = self._text.value_at(at)
        except BrokenJsonError:
            return None
        return value if isinstance(value, dict) else None


_HELD_LIST: tuple[()] = ()


def _at(held: dict[str, object], path: Path) -> bool:
    value: object = held
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return value is _HELD_LIST

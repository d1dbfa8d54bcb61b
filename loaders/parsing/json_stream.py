"""JSON documents read one record at a time: lines of JSON, an array, one object, or an envelope around a list.

A reader names the places where its envelopes keep their records, as `(("results",), ("message", "items"))`. Memory holds one
record (and about a mebibyte of text), whatever the size of the file. A record that is not JSON is rejected alone.
"""

import json
from collections.abc import Iterator

import msgspec

from loaders.counted import counted
from loaders.parsing.decoding import CHECK
from loaders.parsing.html_entities import decode_values
from loaders.parsing.json_head import PathsToLists, records_in
from loaders.parsing.json_text import BrokenJsonError, JsonText, Rewrite, whole_characters
from loaders.parsing.json_walk import Entries, Entry, Walk
from loaders.parsing.misread import TOLD
from loaders.parsing.source import Source, why_not_text
from loaders.records import Rejection, Remark

__all__ = ["Entries", "Entry", "entries"]


def entries(source: Source, lists: PathsToLists = (), rewrite: Rewrite | None = None) -> Entries:
    """Every record in `source`, a `Rejection` for each that cannot be read, and a remark where the text is not UTF-8.

    The entities in their texts are decoded. `rewrite` makes JSON of what is almost JSON.
    """
    misread: list[str] = []
    for item in _entries(source, lists, rewrite):
        if isinstance(item, Entry) and decode_values(item.value) and len(misread) < 2:
            misread.append(item.where)
        yield item
    if misread:
        yield Remark(f"{misread[0]} and more" if len(misread) > 1 else misread[0], TOLD)


def _entries(source: Source, lists: PathsToLists, rewrite: Rewrite | None) -> Entries:
    with source.open_binary() as stream:
        text = JsonText(stream, rewrite=rewrite)
        if reason := why_not_text(source.start()):
            yield Rejection("line 1", f"the document is not text: {reason}; save it as JSON in UTF-8")
            return
        if text.is_lines():
            yield from _lines(text, lists)
        else:
            yield from Walk(text, lists).records()
        if text.foreign:
            reason = f"not UTF-8: {counted(text.foreign, 'character')} read as Windows-1252; {CHECK}"
            yield Remark(f"line {text.foreign_line}", reason)


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
        inside = [item for item in Walk(JsonText(None, line), lists).records() if isinstance(item, Entry | Rejection)]
        if len(inside) > 1 and any(isinstance(item, Entry) for item in inside):
            yield from (msgspec.structs.replace(item, where=f"{where}, {item.where}") for item in inside)
        else:
            cut = "; the file seems to be truncated here, get it again" if last else "; correct the line or leave it out"
            yield Rejection(where, f"{error}{cut}", truncated=last)
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
    """The records inside an envelope or an array at `where`; the value itself when it is neither."""
    inside = records_in(value, lists)
    if inside is None and isinstance(value, list) and (not value or any(isinstance(item, dict) for item in value)):
        within = [records_in(item, lists) for item in value]
        inside = [record for item, found in zip(value, within, strict=True) for record in ([item] if found is None else found)]
    if inside is None:
        yield Entry(where, value)
    else:
        yield from (Entry(f"{where}, record {number}", record) for number, record in enumerate(inside, 1))

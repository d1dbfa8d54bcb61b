"""A damaged document read as a load reads it, and what must hold whatever happened to it."""

import json
import re
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Literal

import msgspec

from graph.documents import document_of, find
from graph.errors import ScholarGraphError
from graph.load.reading import Document, OpenDocument
from loaders import FORMATS, Format, Source
from loaders.parsing.source import why_not_text
from loaders.records import Header, Item, Items, Record, Rejection, Remark
from tests.hammer.blows import DAMAGED, Blow
from tests.hammer.documents import PACKED, RECORDS, joined, parts_of
from tests.unit.loaders.counted_documents import Kind

Became = Literal["refused", "rejected some", "read"]
_RECOGNISED_OF = 8
"""Of so many documents one has its format told by its content; the others are said to be of theirs."""
_LARGEST = 2**63 - 1
_SAYS_SOMETHING = re.compile(rb"[A-Za-z0-9]{4}")
_ENTRY = re.compile(rb"@\w+\s*[{(]")
_DIVIDED_BY_LINES = frozenset(
    ("ris", "nbib", "endnote_tagged", "refworks", "aminer_tagged", "web_of_science", "csl_yaml", "acl_people")
)
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True)
class Fault:
    """A promise that was broken, in a few words, with where."""

    promise: str
    where: str


@dataclass(frozen=True)
class Outcome:
    """What became of a document; `fault` where a promise was broken."""

    became: Became
    fault: Fault | None = None


def outcome_of(blow: Blow) -> Outcome:
    """Reads a damaged document. Nothing is raised."""
    try:
        items = _items(blow)
    except ScholarGraphError:
        return Outcome("refused")
    except KeyboardInterrupt:
        raise
    # Of whatever kind: a reader of Rust panics with one of its own.
    except BaseException as error:
        return Outcome("refused", _fault_of(error))
    became: Became = "rejected some" if any(isinstance(item, Rejection) for item in items) else "read"
    return Outcome(became, _unfit(items) or _not_spared(blow, items))


def _items(blow: Blow) -> list[Item]:
    """The items of all documents in it, after they were made claims, as a load makes them."""
    items: list[Item] = []
    hinted = blow.format not in PACKED and blow.number // 2 % _RECOGNISED_OF != 0
    for source in find(Source.of(blow.data)).sources:
        try:
            document = _said(source, blow.format) if hinted else document_of(source)
        except ScholarGraphError as error:
            items.append(Rejection("document", str(error)))
            if blow.format not in PACKED:
                raise
            continue
        opened = OpenDocument.of(replace(document, items=partial(_kept, document, items)))
        for _ in opened.claims():
            pass
        items.extend(Rejection(note.where, note.reason) for note in opened.report.rejected)
    return items


def _kept(document: Document, items: list[Item]) -> Items:
    for item in document.items():
        if not isinstance(item, Rejection):
            items.append(item)
        yield item


def _said(source: Source, name: str) -> Document:
    """The document as one of that format, without the look at others that `--as` takes when all is read."""
    return Document(source.location, source.sha256, name, partial(_format(name).read, source))


@cache
def _format(name: str) -> Format:
    return next(known for known in FORMATS if known.name == name)


def _fault_of(error: BaseException) -> Fault:
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "/loaders/" in frame.filename or "/graph/" in frame.filename
    ]
    last = ours[-1] if ours else traceback.extract_tb(error.__traceback__)[-1]
    place = last.filename.partition("/loaders/")[2] or last.filename.rpartition("/")[2]
    return Fault(f"{type(error).__name__} is raised: {str(error)[:80]}", f"{place}:{last.lineno}")


def _unfit(items: Sequence[Item]) -> Fault | None:
    """What no graph can hold: halves of characters, numbers of more than 64 bits."""
    for item in items:
        try:
            _encode(item)
        except (ValueError, OverflowError, TypeError) as error:
            return Fault(f"an item cannot be written: {error}", type(item).__name__)
        if any(abs(number) > _LARGEST for number in _numbers(item)):
            return Fault("a number is too large for the graph", type(item).__name__)
    return None


def _numbers(item: Item) -> list[int]:
    if isinstance(item, Record):
        return [number for number in (item.year, item.cited_by, *(one.year for one in item.publications)) if number is not None]
    return [one.count for one in item.declared] if isinstance(item, Header) else []


def _not_spared(blow: Blow, items: Sequence[Item]) -> Fault | None:
    """Whether a record beside the damaged one is other than it was, or the damaged one vanished in silence."""
    if blow.kind is None or why_not_text(blow.data):
        return None
    others = _others(blow.kind.format, blow.kind.head, joined(blow.kind, [part.encode() for part in parts_of(blow.kind)]))
    found = [_nowhere(item) for item in items if not isinstance(item, Header)]
    frayed = _frayed(blow.kind, blow.record)
    lost = [number for number, other in others if number not in frayed and other not in found]
    if lost:
        return Fault(f"other records are lost or changed: {', '.join(map(str, lost))}", _what(blow.kind))
    if len(found) <= len(others) and others and not frayed and _SAYS_SOMETHING.search(blow.record):
        return Fault("the damaged record vanishes in silence", _what(blow.kind))
    return None


def _frayed(kind: Kind, record: bytes) -> set[int]:
    """The neighbours that may change: of lines without brackets around records, that one from which a record is no longer
    divided because its first or its last line is another one. In BibTeX what stands between entries is a comment."""
    if kind.format == "bibtex":
        return set() if _ENTRY.search(record) else {-1}
    if kind.head[:1] in ("{", "["):
        return _swallowed(kind, record)
    if kind.format not in _DIVIDED_BY_LINES:
        return set()
    was = kind.record(DAMAGED).encode()
    begins = record.startswith(was.partition(b"\n")[0] + b"\n")
    ends = record.endswith(was[was.rstrip().rfind(b"\n") :])
    return ({DAMAGED - 1} if not begins else set()) | ({DAMAGED + 1} if not ends else set())


def _swallowed(kind: Kind, record: bytes) -> set[int]:
    """The records of a list of JSON that are now values within the damaged one, which is JSON all the same."""
    behind = kind.between.join(
        [record.decode("utf-8", "replace"), *(kind.record(number) for number in range(DAMAGED + 1, RECORDS))]
    )
    begin = behind.find("{")
    try:
        end = json.JSONDecoder(strict=False).raw_decode(behind + kind.tail, begin)[1] if begin >= 0 else 0
    except (ValueError, RecursionError):
        return set()
    return set(range(DAMAGED + 1, RECORDS)) if end > len(record) + len(kind.between) else set()


def _what(kind: Kind) -> str:
    return f"{kind.format}, {kind.head[:20]!r}"


@cache
def _others(name: str, head: str, whole: bytes) -> list[tuple[int, Item]]:  # noqa: ARG001 - a kind is told by its head too
    """The records beside the damaged one as they are read when nothing is damaged; none where they hang together."""
    items = [item for item in _format(name).read(Source.of(whole)) if not isinstance(item, Header | Rejection | Remark)]
    if len(items) != RECORDS:
        return []
    return [(number, _nowhere(item)) for number, item in enumerate(items) if number != DAMAGED]


def _nowhere(item: Item) -> Item:
    return item if isinstance(item, Header) else msgspec.structs.replace(item, where="")

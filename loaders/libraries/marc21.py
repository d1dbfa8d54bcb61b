"""MARC 21 as libraries exchange it (ISO 2709): https://www.loc.gov/marc/specifications/specrecstruc.html

The file is cut where records end, and each record is decoded alone, by pymarc, which knows MARC-8.
"""

import errno
import io
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, redirect_stderr

import pymarc

from loaders.libraries.marc_record import MarcField, MarcRecord
from loaders.libraries.marc_work import items
from loaders.parsing.source import Source
from loaders.records import Header, Item, Items, Rejection, Remark

NAME = "marc21"
ABOUT = "MARC 21 records of libraries in their exchange format (.mrc)"

_LEADER = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d{5}[a-z ][a-z ][a-z \d#][\x20-\x7e]{2}2\d\d{5}[\x20-\x7e]{3}[\d ]{4}")
_RECORD_END = b"\x1d"
logging.getLogger("pymarc").setLevel(logging.CRITICAL)
_NEXT_LEADER = re.compile(rb"(?<!^)(?=\d{5}[acdnp][a-z][a-z][\x20-\x7e]{2}22\d{5}[\x20-\x7e]{3}4500(?:\d{12}){2})")
_READ = frozenset(("100", "245", "260", "264", "700", "773"))
_MARK_WITHOUT_LETTER = re.compile(r"(?:^|\s)[\u0300-\u036f\ufe20-\ufe2f]")
_BLOCK = 256 * 1024
_LONGEST = 4 * 1024 * 1024
_LEADER_LENGTH = 24


def is_start(start: bytes) -> bool:
    """Whether bytes begin with the leader of a record, behind which a directory of fields stands."""
    match = _LEADER.match(start)
    return bool(match) and b"\x1e" in start[match.end() :] if match else False


_CUT = "it is truncated, get it again"


def recognise(head: str) -> bool:
    """Whether a text begins so; most files of this format are no text, and are told by their bytes (`is_start`)."""
    return is_start(head.encode("utf-8", errors="replace"))


def read(source: Source) -> Items:
    """The header, then a record for every work and a `VenueRecord` for every serial, or a rejection."""
    yield Header(format=NAME, source="MARC")
    recoded = 0
    for number, chunk in enumerate(_chunks(source), 1):
        where = f"record {number}"
        if isinstance(chunk, str):
            yield Rejection(where, chunk, truncated=chunk.endswith(_CUT))
            continue
        is_utf8 = chunk[9:10] != b"a" and not chunk.isascii() and _is_utf8(chunk)
        recoded += is_utf8
        yield from _items(chunk, where, is_utf8=is_utf8)
    if recoded:
        yield Remark("", f"{recoded} records say that they are in MARC-8 and are in UTF-8, as which they were read")


def _chunks(source: Source) -> Iterator[bytes | str]:
    """The bytes of each record, or why there are none."""
    held, damage = b"", ""
    with source.open_binary() as stream:
        while True:
            try:
                block = stream.read(_BLOCK)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                block, damage = b"", f" ({error.strerror})"
            *ended, held = (held + block).split(_RECORD_END)
            yield from (piece for one in ended if (chunk := _bare(one)) for piece in _apart(chunk))
            if not block:
                break
            if len(held) > _LONGEST:
                yield "the record is longer than 4 MiB or does not end; what follows is not read"
                return
    if _bare(held):
        yield f"the file ends inside this record{damage}: {_CUT}"
    elif damage:
        yield f"the file is damaged here{damage}: {_CUT}"


def _bare(chunk: bytes) -> bytes:
    """A record with its end, without what stands before its leader."""
    chunk = chunk.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t \x00\x1a")
    return chunk + _RECORD_END if chunk else b""


def _apart(chunk: bytes) -> Iterator[bytes | str]:
    """The record; where the leader of another stands in it, its own end is missing, and so is what it held."""
    *broken, last = _NEXT_LEADER.split(chunk)
    yield from ("the record has no end, so that its fields are not whole; export it again" for _ in broken)
    yield last


def _is_utf8(chunk: bytes) -> bool:
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _items(chunk: bytes, where: str, *, is_utf8: bool) -> Iterator[Item]:
    try:
        # What pymarc would print of damage, here and by its logger, is for nobody: the record is read or rejected.
        with warnings.catch_warnings(action="ignore"), _quietly(chunk):
            decoded = pymarc.Record(
                data=chunk, to_unicode=True, force_utf8=is_utf8, hide_utf8_warnings=True, utf8_handling="replace"
            )
    except (pymarc.exceptions.PymarcException, ValueError, IndexError) as error:
        reason = str(error) or type(error).__name__
        yield Rejection(where, f"the record is not one of MARC 21: {reason[:200]}; export it again")
        return
    fields = [
        MarcField(field.tag, data=field.data or "")
        if field.is_control_field()
        else MarcField(field.tag, "".join(field.indicators or ()), tuple((part.code, part.value) for part in field.subfields))
        for field in decoded.fields
    ]
    if not is_utf8 and any(_is_garbled(field) for field in fields):
        yield Rejection(
            where, "its text is neither UTF-8 nor MARC-8, as which it is marked; convert it (yaz-marcdump -f cp1251 -t utf-8 …)"
        )
        return
    yield from items(MarcRecord(str(decoded.leader), tuple(fields)), where)


def _quietly(chunk: bytes) -> AbstractContextManager[object]:
    """Without the lines that pymarc writes beside its warnings, where characters of several bytes are cut off."""
    return redirect_stderr(io.StringIO()) if b"\x1b" in chunk else nullcontext()


def _is_garbled(field: MarcField) -> bool:
    """Whether words begin with marks that stand above letters, as no text does: it is of an encoding that it does not name."""
    return field.tag in _READ and len(_MARK_WITHOUT_LETTER.findall(" ".join(value for _, value in field.subfields))) > 1

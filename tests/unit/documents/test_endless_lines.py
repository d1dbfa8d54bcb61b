"""A line of twice what the most patient reader holds: read to its end in any shape of text, in the memory of one record."""

import io
import multiprocessing
from multiprocessing.connection import Connection

import pytest

from loaders import FORMATS, Source
from loaders.parsing.source import MAX_TEXT_BYTES
from loaders.records import Rejection, Remark
from tests.hammer.workers import limit_memory

LENGTH = 2 * MAX_TEXT_BYTES
_BLOCK = b"x" * (1 << 18)


class Endless(io.RawIOBase):
    """Some text, and one letter very often behind it."""

    def __init__(self, start: bytes) -> None:
        self._start = start
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: LENGTH}[whence]
        return self._at

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = (self._start[self._at :] or _BLOCK)[: min(len(view), LENGTH - self._at)]
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


def _read(told: Connection, format_name: str, start: str) -> None:
    known = next(known for known in FORMATS if known.name == format_name)
    source = Source("endless", lambda: io.BufferedReader(Endless(start.encode())))
    limit_memory()
    told.send([item for item in known.read(source) if isinstance(item, Rejection | Remark)])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("format_name", "start", "reason"),
    [
        ("csl_json", '[{"id": "a", "type": "book", "title": "', "longer than 64 MiB"),
        ("csl_json", '{"id": "a", "type": "book"}\n{"id": "b", "title": "', "longer than 64 MiB"),
        ("bibtex", "@article{a,\n title = {", "longer than 16 MiB"),
        ("ris", "TY  - JOUR\nTI  - ", "longer than 16 MiB"),
        ("csl_yaml", "- id: a\n  title: ", "longer than 16 MiB"),
        ("scopus_csv", 'Authors,Title,Year,EID\n"Lee, A.","', "longer than 16 MiB"),
        ("dblp", "<dblp><article key='a'><title>", "longer than 16 Mi characters"),
        ("marc21", "00714cam a2200205 a 4500", "longer than 4 MiB"),
        ("researcher_profile", "Researcher profile\n\nAnn\n\n", "larger than 64 MiB"),
    ],
)
def test_a_line_without_end_is_told_and_not_held(format_name: str, start: str, reason: str) -> None:
    ours, theirs = multiprocessing.get_context("fork").Pipe(duplex=False)
    reader = multiprocessing.get_context("fork").Process(target=_read, args=(theirs, format_name, start))
    reader.start()
    theirs.close()
    told = ours.recv()
    reader.join()
    assert [item for item in told if reason in item.reason]

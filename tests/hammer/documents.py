"""What is damaged: documents of every format, made up for the tests, and real ones where the environment names them."""

import bz2
import gzip
import io
import lzma
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyarrow
import pyarrow.parquet
import zstandard
from openpyxl import Workbook

from loaders import FORMATS, Source, fitting
from tests.unit.documents.packed import ANTS, BEES, tarred, zipped
from tests.unit.loaders import one_work
from tests.unit.loaders.counted_documents import Kind
from tests.unit.loaders.counted_formats import KINDS
from tests.unit.loaders.page_parts import AWKWARD, DEMO
from tests.unit.loaders.read_items import DATA

SAMPLES = "SCHOLARGRAPH_SAMPLES"
"""The variable that names folders of documents, divided as paths are."""
LARGEST = 12 * 1024
"""So much of a document is damaged, as if it were truncated there: small ones are read quickly, and hold the same fields."""
RECORDS = 6
PACKED = ("xlsx", "xls", "parquet", "zip", "tar", "tar.gz", "gz", "bz2", "xz", "zst")
"""What is no text, and is read as what it holds."""
NAMES = (*(known.name for known in FORMATS), *PACKED)

_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": lambda data: zstandard.ZstdCompressor().compress(data),
}
_COLUMNS = ("Title", "Authors", "Year", "DOI")
_ROWS = (("Of Ants", "Lee, Ann; Chen, Bo", "2020", "10.1000/1"), ("Of Bees", "Ho, Bo", "2021", "10.1000/2"))


def documents_of(name: str) -> Sequence[bytes]:
    """The whole documents of a format, or of a kind of packing."""
    return [_packed(name)] if name in PACKED else _texts().get(name, [])


def kinds_of(name: str) -> Sequence[Kind]:
    """How a format writes records that stand by themselves; none for pages, whose entries are told by their look."""
    return [replace(kind, damages=()) for kind in KINDS.values() if kind.format == name]


def parts_of(kind: Kind) -> list[str]:
    """The records of a document of that kind."""
    return [kind.record(number) for number in range(RECORDS)]


def joined(kind: Kind, records: Sequence[bytes]) -> bytes:
    """The document with these records."""
    return kind.head.encode() + kind.between.encode().join(records) + kind.tail.encode()


@cache
def _texts() -> Mapping[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for kind in KINDS.values():
        found.setdefault(kind.format, []).append(joined(kind, [part.encode() for part in parts_of(kind)]))
    for name in one_work.FORMATS:
        found.setdefault(name, []).append(one_work.written(name).encode())
    for data in _files():
        for known in fitting(Source.of(data)):
            found.setdefault(known.name, []).append(data)
    return found


def _files() -> Iterator[bytes]:
    folders = [DATA, AWKWARD, DEMO, *map(Path, filter(None, os.environ.get(SAMPLES, "").split(os.pathsep)))]
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.parent.name != "one_work"):
            with Source.at(path).open_binary() as stream:
                yield stream.read(LARGEST)


def _packed(name: str) -> bytes:
    if name == "xls":
        return (DATA / "tables" / "works.xls").read_bytes()
    held = io.BytesIO()
    if name == "xlsx":
        book = Workbook()
        for row in (_COLUMNS, *_ROWS):
            book.active.append(row)
        book.save(held)
    elif name == "parquet":
        pyarrow.parquet.write_table(pyarrow.table(dict(zip(_COLUMNS, zip(*_ROWS, strict=True), strict=True))), held)
    else:
        return _archive(name)
    return held.getvalue()


def _archive(name: str) -> bytes:
    if name == "zip":
        return zipped({"ants.bib": ANTS, "bees.ris": BEES})
    if name.startswith("tar"):
        return tarred({"ants.bib": ANTS, "bees.ris": BEES}, "w:gz" if name == "tar.gz" else "w")
    return _PACKERS[name](ANTS * 20)

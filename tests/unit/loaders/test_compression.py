"""Compressed documents are read as what they hold."""

import bz2
import gzip
import hashlib
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from loaders import Source, recognise
from loaders.records import Item, Record, Rejection
from tests.unit.loaders.page_parts import DEMO

PAGE = (DEMO / "paper_list_bishshoy_das.txt").read_bytes()
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "xz": lzma.compress,
    "bz2": bz2.compress,
    "zst": zstandard.compress,
    "two gz in one": lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:]),
    "two zst in one": lambda data: zstandard.compress(data[:99]) + zstandard.compress(data[99:]),
}


@pytest.mark.parametrize("kind", COMPRESS)
def test_a_compressed_page_is_the_page(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(COMPRESS[kind](PAGE))
    for source in (Source.at(path), Source.of(path.read_bytes())):
        assert source.text() == PAGE.decode()
        with source.open_binary() as stream:
            assert stream.read() == PAGE
        found = recognise(source)
        assert found is not None
        assert found.name == "paper_list"


def test_the_checksum_is_that_of_the_file() -> None:
    packed = gzip.compress(PAGE)
    assert Source.of(packed).sha256 != Source.of(PAGE).sha256


@pytest.mark.parametrize("kind", ["gz", "xz", "bz2", "zst"])
def test_a_damaged_page_is_rejected_with_a_reason(kind: str) -> None:
    from graph.documents import document_of
    from graph.errors import DocumentError

    packed = COMPRESS[kind](PAGE * 50)
    damaged = Source.of(packed[: len(packed) // 3], "damaged.txt")
    try:
        reasons = [item.reason for item in document_of(damaged).items() if isinstance(item, Rejection)]
    except DocumentError as error:
        reasons = [str(error)]
    assert len(reasons) == 1
    assert "damaged or truncated" in reasons[0]


@pytest.mark.parametrize("kind", ["gz", "xz", "bz2", "zst"])
def test_the_records_before_the_damage_are_read(kind: str) -> None:
    text = "".join(f"TY  - JOUR\nTI  - Title {n}\nAB  - {incompressible(n)}\nER  - \n" for n in range(2_000))
    packed = COMPRESS[kind](text.encode())
    source = Source.of(packed[: len(packed) // 2])
    found = recognise(source)
    assert found is not None
    read: list[Item] = []
    with pytest.raises(OSError, match="damaged or truncated"):
        read.extend(found.read(source))
    assert sum(isinstance(item, Record) for item in read) > 500


def incompressible(number: int) -> str:
    """A thousand characters, so that a few records fill more than one block of what any of them packs."""
    return " ".join(hashlib.sha256(f"{number} {part}".encode()).hexdigest() for part in range(16))

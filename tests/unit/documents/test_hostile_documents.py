"""Documents that mean harm: none breaks a load, hangs it, fills the memory, or leads it to what was not named."""

import bz2
import gzip
import io
import lzma
import os
import re
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import zstandard

from graph.documents import document_of, find
from graph.errors import DocumentError
from graph.load.claims import Claim
from graph.load.reading import OpenDocument
from loaders import FORMATS, Source
from loaders.records import Item, Record, Rejection
from tests.unit.documents.packed import ANTS, BEES, zipped
from tests.unit.loaders import one_work

QUICK = 10.0
"""The seconds of the processor in which each of these is read."""
XML = sorted(name for name in one_work.FORMATS if one_work.written(name).lstrip().startswith("<"))
JSON = sorted(name for name in one_work.FORMATS if one_work.written(name).lstrip().startswith(("{", "[")))
SECRET = "what stands in a file that nobody named"


@pytest.fixture(autouse=True)
def _soon() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < QUICK, "it takes too long"


@dataclass(frozen=True)
class Read:
    """What a load would make of a document."""

    titles: list[str | None]
    rejected: list[str]


def read(source: Source) -> Read:
    document = OpenDocument.of(document_of(source))
    titles = [claim.record.title for claim in document.claims() if isinstance(claim, Claim)]
    return Read(titles, [note.reason for note in document.report.rejected])


def items_of(text: str, format_name: str) -> list[Item]:
    known = next(known for known in FORMATS if known.name == format_name)
    return list(known.read(Source.of(text)))


# What XML and JSON can do


@pytest.mark.parametrize("format_name", XML)
def test_no_format_of_xml_expands_or_fetches_what_a_document_declares(format_name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE x [<!ENTITY l0 "haha">{laughs}<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
    for entity in ("&l11;", "&file;"):
        text = one_work.written(format_name).replace("Soil moisture from orbit", f"Soil {entity} from orbit")
        begin = text.index("<", 2) if text.startswith("<?xml") else 0
        items = items_of(text[:begin] + declared + text[begin:], format_name)
        assert not [item for item in items if "haha" in repr(item) or SECRET in repr(item)]
        assert [item.reason for item in items if isinstance(item, Rejection) and "is unknown" in item.reason]


@pytest.mark.parametrize("format_name", JSON)
def test_what_is_nested_without_end_is_one_rejection_of_any_format(format_name: str) -> None:
    text = one_work.written(format_name)
    title = re.search(r'"Soil moisture from orbit\.?"', text)
    assert title is not None
    for nested in ("[" * 100_000 + "]" * 100_000, '{"a":' * 100_000):
        items = items_of(text[: title.start()] + nested + text[title.end() :], format_name)
        assert [item for item in items if isinstance(item, Rejection)]
        assert not [item for item in items if isinstance(item, Record)]


@pytest.mark.parametrize("start", ["{", "[", '{"a":', "[{", '[{"a":1},'])
def test_the_beginning_of_a_document_that_is_only_brackets_is_looked_at_soon(start: str) -> None:
    with pytest.raises(DocumentError, match="no known format"):
        document_of(Source.of(start * 20_000))


def test_a_text_that_never_ends_takes_no_more_memory_than_it_is_long() -> None:
    # Python's regular expressions keep a place to come back to for each step of a repeated group.
    text = '[{"id": "a1", "type": "book", "title": "One"}, {"id": "a2", "type": "book", "title": "' + "x" * 4_000_000
    items = items_of(text, "csl_json")
    assert [item.title for item in items if isinstance(item, Record)] == ["One"]
    assert ["truncated" in item.reason for item in items if isinstance(item, Rejection)] == [True]


@pytest.mark.slow
@pytest.mark.parametrize("format_name", sorted(one_work.FORMATS))
def test_a_name_of_a_megabyte_is_a_name_or_rejected_in_any_format(format_name: str) -> None:
    items = items_of(one_work.written(format_name, family="Ruiz" * 250_000), format_name)
    assert [item for item in items if isinstance(item, Record | Rejection)]


@pytest.mark.parametrize("format_name", ["arxiv_atom", "arxiv_oai", "arxiv_snapshot"])
def test_a_long_word_is_looked_through_once_for_tex(format_name: str) -> None:
    items = items_of(one_work.written(format_name, family="Ruiz" * 50_000), format_name)
    assert [len(author.name) > 200_000 for item in items if isinstance(item, Record) for author in item.authors] == [True]


# What unpacks to very much


def in_layers(pack: Callable[[bytes], bytes], layers: int = 2) -> bytes:
    """About ten gigabytes of zeros, packed several times: a few kilobytes."""
    data = pack(bytes(1 << 22)) * 2400
    for _ in range(layers - 1):
        data = pack(data)
    return data


@pytest.mark.parametrize(
    "pack",
    [gzip.compress, bz2.compress, lambda data: lzma.compress(data, preset=0), zstandard.ZstdCompressor().compress],
    ids=["gzip", "bzip2", "xz", "zstandard"],
)
def test_what_was_packed_several_times_to_fill_a_disk_is_not_unpacked(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DocumentError, match="no known format"):
        document_of(find(Source.of(in_layers(pack))).sources[0])


def test_an_archive_that_claims_terabytes_is_not_read() -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("ants.bib")
        entry.size = 8 * 1024**4
        archive.addfile(entry)
    (source,) = find(Source.of(held.getvalue())).sources
    with pytest.raises(DocumentError, match="claims to hold more than 200 times its size"):
        document_of(source)


def test_a_zip_archive_that_claims_less_than_it_holds_is_damaged_and_no_more() -> None:
    size = len(ANTS) + (1 << 22)
    data = zipped({"ants.bib": ANTS + b" " * (1 << 22)})
    (source,) = find(Source.of(data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))).sources
    with pytest.raises(DocumentError, match="the compressed data are damaged"):
        document_of(source)


# What leads elsewhere


@pytest.mark.parametrize("kind", ["link", "hard link", "device", "pipe"])
def test_an_entry_of_a_tar_archive_that_is_no_file_leads_nowhere(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.bib"
    secret.write_bytes(ANTS)
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        entry = tarfile.TarInfo("../leads.bib")
        entry.type = {"link": tarfile.SYMTYPE, "hard link": tarfile.LNKTYPE, "device": tarfile.CHRTYPE, "pipe": tarfile.FIFOTYPE}[
            kind
        ]
        entry.linkname = str(secret) if "link" in kind else ""
        archive.addfile(entry)
        bees = tarfile.TarInfo("/etc/bees.ris")
        bees.size = len(BEES)
        archive.addfile(bees, io.BytesIO(BEES))
    found = find(Source.of(held.getvalue(), "a.tar"))
    assert [read(source).titles for source in found.sources] == [["Of Bees"]]
    assert [note.where for note in found.left_out] == ["a.tar/../leads.bib"]


# What is another file a moment later


def test_a_file_that_vanishes_behind_the_look_at_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "ants.bib"
    file.write_bytes(ANTS)
    document = document_of(find(file).sources[0])
    file.unlink()
    opened = OpenDocument.of(document)
    assert list(opened.claims()) == []
    assert [note.reason for note in opened.report.rejected] == ["cannot be read further: No such file or directory"]
    file.write_bytes(ANTS)
    (source,) = find(file).sources
    file.unlink()
    with pytest.raises(DocumentError, match="cannot be read"):
        document_of(source)


@pytest.mark.parametrize("becomes", [0, 40, 2_000_000], ids=["emptied", "shorter than what was read", "truncated"])
def test_a_file_that_changes_while_it_is_read_gives_what_is_there(becomes: int, tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    line = b'{"id": "a%d", "type": "book", "title": "Of Ants", "author": [{"family": "Lee"}], "note": "' + b"x" * 1000 + b'"}\n'
    file.write_bytes(b"".join(line % number for number in range(3000)))
    opened = OpenDocument.of(document_of(Source.at(file)))
    claims = opened.claims()
    next(claims)
    os.truncate(file, becomes)
    good = sum(1 for _ in claims) + 1
    assert 500 < good < 3000
    assert len(opened.report.rejected) == 1


def test_a_file_that_grows_while_it_is_read_gives_what_is_there_in_the_end(tmp_path: Path) -> None:
    file = tmp_path / "ants.bib"
    file.write_bytes(ANTS * 3_000)
    claims = OpenDocument.of(document_of(Source.at(file))).claims()
    next(claims)
    with file.open("ab") as more:
        more.write(ANTS)
    assert sum(1 for _ in claims) == 3_000


def test_a_pipe_in_a_folder_and_one_that_nobody_writes_to_do_not_stop_a_load(tmp_path: Path) -> None:
    (tmp_path / "ants.bib").write_bytes(ANTS)
    os.mkfifo(tmp_path / "pipe.bib")
    (tmp_path / "zero.bib").symlink_to("/dev/zero")
    found: list[str] = []
    looked = threading.Thread(target=lambda: found.extend(source.location for source in find(tmp_path).sources), daemon=True)
    looked.start()
    looked.join(QUICK)
    assert found == [str(tmp_path / "ants.bib")]

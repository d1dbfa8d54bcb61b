"""Archives are read where they lie, as the documents in them; nothing in them leads anywhere, fills anything, or gets lost."""

import gzip
import hashlib
import io
import pickle
import re
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
import zstandard

from graph.documents import Found, document_of, find
from graph.errors import DocumentError
from loaders import Source
from loaders.parsing import archives, compression, tar_entries
from loaders.records import Record
from tests.unit.documents.packed import ANTS, BEES, Entries, tarred, zipped

PACK: dict[str, Callable[[Entries], bytes]] = {
    "zip": zipped,
    "zip, stored": lambda entries: zipped(entries, zipfile.ZIP_STORED),
    "zip, bzip2": lambda entries: zipped(entries, zipfile.ZIP_BZIP2),
    "zip, lzma": lambda entries: zipped(entries, zipfile.ZIP_LZMA),
    "zip, compressed": lambda entries: gzip.compress(zipped(entries)),
    "tar": tarred,
    "tar.gz": lambda entries: tarred(entries, "w:gz"),
    "tar.bz2": lambda entries: tarred(entries, "w:bz2"),
    "tar.xz": lambda entries: tarred(entries, "w:xz"),
    "tar.zst": lambda entries: zstandard.compress(tarred(entries)),
    "zip in zip": lambda entries: zipped({"inner.zip": zipped(entries)}),
    "tar.gz in zip": lambda entries: zipped({"inner.tgz": tarred(entries, "w:gz")}),
    "zip in tar": lambda entries: tarred({"inner.zip": zipped(entries)}),
}
every_kind = pytest.mark.parametrize("kind", PACK)


def titles(found: Found) -> list[str | None]:
    return [item.title for source in found.sources for item in document_of(source).items() if isinstance(item, Record)]


def why_not(source: Source) -> str:
    with pytest.raises(DocumentError) as caught:
        document_of(source)
    return str(caught.value)


@every_kind
def test_an_archive_is_the_documents_in_it(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "export.bin"
    path.write_bytes(PACK[kind]({"ants.bib": ANTS, "more/bees.txt": gzip.compress(BEES)}))
    for found in (find(path), find(tmp_path), find(Source.of(path.read_bytes(), str(path)))):
        assert titles(found) == ["Of Ants", "Of Bees"]
        places = [re.sub(r"/inner\.(?:zip|tgz)", "", source.location) for source in found.sources]
        assert places == [f"{path}/ants.bib", f"{path}/more/bees.txt"]
    assert list(tmp_path.iterdir()) == [path]


@every_kind
def test_a_document_is_the_same_one_inside_an_archive_and_outside(kind: str) -> None:
    source = find(Source.of(PACK[kind]({"ants.bib": ANTS}))).sources[0]
    assert source.sha256 == Source.of(ANTS).sha256
    assert source.size == len(ANTS)


@every_kind
def test_documents_of_an_archive_can_be_read_again_in_any_order_and_elsewhere(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "export.bin"
    path.write_bytes(PACK[kind]({f"{n}.bib": ANTS.replace(b"Of Ants", f"Part {n}".encode()) for n in range(9)}))
    sources = find(path).sources
    expected = [f"Part {n}" for n in range(9)]
    assert titles(Found(sources[::-1])) == expected[::-1]
    sent = pickle.loads(pickle.dumps(sources))  # noqa: S301 - what was pickled just now
    assert titles(Found(sent)) == titles(Found(sources)) == expected


def test_a_compressed_tar_archive_is_not_unpacked_anew_for_each_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    def counting(stream: BinaryIO) -> BinaryIO:
        opened.append(stream)
        return compression.decompressed(stream)

    monkeypatch.setattr(tar_entries, "decompressed", counting)
    found = find(Source.of(tarred({f"{n}.bib": ANTS for n in range(50)}, "w:gz")))
    assert len(titles(found)) == 50
    assert len(opened) <= 3  # to list them, to see whether they are archives themselves, to read them


def test_what_is_looked_for_in_files_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(ANTS)
    (source,) = find(tmp_path).sources
    assert b"ants" not in pickle.dumps(source)


def test_names_that_lead_out_of_an_archive_are_only_names(tmp_path: Path) -> None:
    names = ("../up.bib", "/etc/absolute.bib", "a/../../b.bib", "C:\\windows\\c.bib", "twice.bib")
    entries = {name: ANTS.replace(b"Of Ants", name.replace("\\", " ").encode()) for name in names}
    for pack in (zipped, tarred):
        place = tmp_path / "here" / "in"
        place.mkdir(parents=True, exist_ok=True)
        (place / "evil.zip").write_bytes(pack(entries))
        assert len(titles(find(place / "evil.zip"))) == len(names)
        assert sorted(path.name for path in tmp_path.rglob("*")) == ["evil.zip", "here", "in"]


def test_names_in_utf_8_that_do_not_say_so_are_read_as_such() -> None:
    said = zipped({"Bücher.bib": ANTS})
    # The bit that says so, in the local header and in the directory.
    directory = said.index(b"PK\x01\x02")
    silent = bytearray(said)
    silent[7], silent[directory + 9] = silent[7] & ~0x08, silent[directory + 9] & ~0x08
    [source] = find(Source.of(bytes(silent))).sources
    assert source.location.endswith("/Bücher.bib")
    assert source.text() == ANTS.decode()


def test_two_entries_of_one_name_are_two_documents() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("same.bib", ANTS)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("same.bib", BEES)
    assert titles(find(Source.of(held.getvalue()))) == ["Of Ants", "Of Bees"]


def test_what_is_no_document_in_an_archive_is_left_out_and_named() -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, kind in (("link.bib", tarfile.SYMTYPE), ("hard.bib", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "" if kind == tarfile.FIFOTYPE else "/etc/passwd"
            archive.addfile(entry)
    rubbish = {"__MACOSX/._ants.bib": b"\0\5\x16\7", ".DS_Store": b"\0", "dir/": b""}
    archive_of_links = zipped({"ants.bib": ANTS, "links.tar": held.getvalue(), **rubbish})
    found = find(Source.of(archive_of_links, "a.zip"))
    assert titles(found) == ["Of Ants"]
    assert {note.where: note.reason for note in found.left_out} == {
        "a.zip/links.tar/link.bib": "a link to /etc/passwd",
        "a.zip/links.tar/hard.bib": "a link to /etc/passwd",
        "a.zip/links.tar/pipe": "no plain file",
        "a.zip/__MACOSX/._ants.bib": "what macOS adds to folders and archives",
        "a.zip/.DS_Store": "what macOS adds to folders and archives",
    }


def test_encrypted_entries_and_strange_methods_are_named() -> None:
    packed = bytearray(zipped({"secret.bib": ANTS, "ants.bib": ANTS, "deflate64.bib": ANTS}))
    directory = packed.index(b"PK\1\2")
    packed[directory + 8] |= 1
    third = packed.rindex(b"PK\1\2")
    packed[third + 10] = 9
    found = find(Source.of(bytes(packed), "a.zip"))
    assert [source.location for source in found.sources] == ["a.zip/ants.bib"]
    assert [(note.where, note.reason.partition(";")[0]) for note in found.left_out] == [
        ("a.zip/secret.bib", "it is encrypted"),
        ("a.zip/deflate64.bib", "it is packed by a method that is not read"),
    ]


@every_kind
def test_a_truncated_archive_gives_what_is_whole_and_says_that_it_is_not(kind: str) -> None:
    noise = {f"{number}.bib": ANTS + incompressible(number) for number in range(40)}
    packed = PACK[kind](noise)
    found = find(Source.of(packed[: len(packed) * 2 // 3], "cut.bin"))
    reasons, read = [], 0
    for source in found.sources:
        try:
            read += sum(isinstance(item, Record) for item in document_of(source).items())
        except DocumentError as error:
            reasons.append(str(error))
    assert any("damaged or truncated" in reason for reason in reasons)
    assert read < len(noise)
    if kind in ("tar", "tar.gz", "tar.xz", "tar.zst"):
        assert read > 5


def incompressible(number: int) -> bytes:
    return b"".join(hashlib.sha256(b"%d %d" % (number, part)).hexdigest().encode() for part in range(300))


def test_a_tar_archive_that_ends_between_two_entries_is_not_whole() -> None:
    packed = tarred({"ants.bib": ANTS, "bees.ris": BEES})
    for end in (1024, 1024 + 100, 2048):
        ants, *_, cut = find(Source.of(packed[:end], "a.tar")).sources
        assert titles(Found([ants])) == ["Of Ants"]
        assert "damaged or truncated (its end is missing); get it again" in why_not(cut)


def test_a_damaged_entry_is_that_document_alone() -> None:
    packed = bytearray(zipped({"ants.bib": ANTS, "bees.ris": BEES}, zipfile.ZIP_STORED))
    packed[packed.index(b"Of Ants")] ^= 1
    ants, bees = find(Source.of(bytes(packed), "a.zip")).sources
    assert "a.zip/ants.bib: cannot be read (the compressed data are damaged" in why_not(ants)
    assert titles(Found([bees])) == ["Of Bees"]


def test_an_archive_without_documents_says_so() -> None:
    for empty in (zipped({}), zipped({"__MACOSX/x": b""}), zipped({"folder/": b""})):
        (only,) = find(Source.of(empty, "a.zip")).sources
        assert "the archive holds no documents" in why_not(only)


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "tar.zst", "zip in zip"])
def test_what_makes_very_much_of_very_little_is_not_read(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "UNCHECKED", 1 << 20)
    packed = PACK[kind]({"bomb.bib": b"%" * (4 << 20)})
    (only,) = find(Source.of(packed, "bomb")).sources
    assert "more than 200 times its size" in why_not(only)


def test_a_compressed_document_that_makes_very_much_of_very_little_is_read_to_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compression, "UNCHECKED", 1 << 20)
    bomb = gzip.compress(ANTS + b" " * (4 << 20))
    for packed in (bomb, gzip.compress(bomb)):
        with Source.of(packed).open_binary() as stream, pytest.raises(OSError, match="more than 200 times its size"):
            shutil.copyfileobj(stream, io.BytesIO())


def test_too_many_entries_are_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)
    (only,) = find(Source.of(zipped({str(n): ANTS for n in range(4)}), "a.zip")).sources
    assert "more than 3 entries; unpack it, and load it in parts" in why_not(only)


def test_archives_in_one_another_are_read_to_some_depth() -> None:
    packed = zipped({"ants.bib": ANTS})
    for _ in range(5):
        packed = zipped({"a.zip": packed})
    found = find(Source.of(packed, "a.zip"))
    assert "holds no documents" in why_not(found.sources[0])
    assert "archives in one another; unpack it" in found.left_out[0].reason


def test_workbooks_are_documents_and_no_archives(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("Title", "Authors"), ("Of Ants", "Ann Lee")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    for place in (tmp_path / "a.xlsx", Source.of(zipped({"a.xlsx": (tmp_path / "a.xlsx").read_bytes()}, zipfile.ZIP_STORED))):
        found = find(place)
        assert document_of(found.sources[0]).format == "table"
        assert titles(found) == ["Of Ants"]


def test_an_archive_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for entries, expected in (({"a.bib": ANTS}, ["Of Ants"]), ({"b.ris": BEES, "a.bib": ANTS}, ["Of Bees", "Of Ants"])):
        path.write_bytes(zipped(entries))
        assert titles(find(path)) == expected

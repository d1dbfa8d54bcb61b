"""Folders as people have them: everything in them is read once, or left out and named."""

import json
import os
import socket
from pathlib import Path

import pytest

from graph.documents import document_of, find
from graph.errors import DocumentError
from tests.unit.documents.packed import ANTS, BEES, zipped


def put(folder: Path, *names: str, data: bytes = ANTS) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def read(folder: Path) -> list[str]:
    return [str(Path(source.location).relative_to(folder)) for source in find(folder).sources]


def left_out(folder: Path) -> dict[str, str]:
    return {str(Path(note.where).relative_to(folder)): note.reason for note in find(folder).left_out}


def test_what_systems_and_programs_leave_behind_is_left_out_and_told(tmp_path: Path) -> None:
    put(tmp_path, "a.bib", "sub/b.bib", "_mine.bib")
    put(tmp_path, ".DS_Store", "._a.bib", "__MACOSX/._a.bib", "Icon\r", "Thumbs.db", "desktop.ini", "~$book.xlsx", "a.bib~")
    put(tmp_path, ".git/config", ".hidden.bib", "_SUCCESS", "part-1.crc", "_committed_123", "works_$folder$", "@eaDir/x")
    assert read(tmp_path) == ["_mine.bib", "a.bib", "sub/b.bib"]
    told = left_out(tmp_path)
    assert told[".git"] == "hidden, with all that it holds"
    assert told["__MACOSX"] == "what macOS adds to folders and archives, with all that it holds"
    assert told["._a.bib"] == "what macOS adds to folders and archives"
    assert told["a.bib~"] == "an editor's copy of an older state"
    assert told["_SUCCESS"] == "a mark of the program that wrote the folder"
    assert len(told) == 15


def test_what_is_named_by_itself_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.bib", ".folder/a.bib")
    assert len(find([tmp_path / ".hidden.bib", tmp_path / ".folder"]).sources) == 2


def test_links_are_followed_once_and_loops_are_told(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/c.bib", "folder/z/a.bib")
    folder = tmp_path / "folder"
    (folder / "a-link").symlink_to(tmp_path / "elsewhere")
    (folder / "again.bib").symlink_to(folder / "z" / "a.bib")
    (folder / "loop").symlink_to(folder)
    (folder / "up").symlink_to(tmp_path)
    (folder / "self").symlink_to(folder / "self")
    (folder / "gone.bib").symlink_to(tmp_path / "nowhere.bib")
    assert read(folder) == ["a-link/c.bib", "gone.bib", "self", "z/a.bib"]
    told = left_out(folder)
    assert told["loop"] == f"a link to {folder}, which is read already"
    assert told["again.bib"].endswith("which is read already")
    by_name = {Path(source.location).name: source for source in find(folder).sources}
    for name in ("gone.bib", "self"):
        with pytest.raises(DocumentError, match="which is not there"):
            document_of(by_name[name])


def test_what_is_no_file_is_left_out_and_told(tmp_path: Path) -> None:
    put(tmp_path, "a.bib")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket must be short
        server.bind("socket")
        os.chdir(here)
        assert read(tmp_path) == ["a.bib"]
        assert set(left_out(tmp_path)) == {"pipe", "socket"}


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    import threading

    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(ANTS,))
    writer.start()
    found = find(tmp_path / "pipe")
    writer.join()
    assert document_of(found.sources[0]).format == "bibtex"


def test_files_that_are_named_wrongly_are_what_they_hold(tmp_path: Path) -> None:
    import gzip

    put(tmp_path, "works.txt", data=b'{"id": "https://openalex.org/W1", "authorships": [], "title": "Of Ants"}')
    put(tmp_path, "works.json", data=gzip.compress(gzip.compress(BEES)))
    put(tmp_path, "ants.gz", "archive.tar.gz")
    put(tmp_path, "table.pdf", data=zipped({"ants.bib": ANTS}))
    formats = [document_of(source).format for source in find(tmp_path).sources]
    assert formats == ["bibtex", "bibtex", "bibtex", "ris", "openalex"]


def test_a_pattern_stands_for_the_folders_that_it_matches_as_in_a_shell(tmp_path: Path) -> None:
    put(tmp_path, "2020/a.bib", "2021/b.bib", "2021/.c.bib", "2022.bib", "other/d.bib")
    found = find(str(tmp_path / "202*"))
    assert [Path(source.location).name for source in found.sources] == ["a.bib", "b.bib", "2022.bib"]
    assert [Path(note.where).name for note in found.left_out] == [".c.bib"]
    assert len(find(str(tmp_path / "**" / "*.bib")).sources) == 4


def test_a_folder_that_cannot_be_read_is_a_document_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.bib", "closed/b.bib")
    scan = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    closed = find(tmp_path).sources[1]
    with pytest.raises(DocumentError, match="the folder cannot be read: Permission denied"):
        document_of(closed)


def test_a_folder_of_rubbish_names_some_of_it(tmp_path: Path) -> None:
    put(tmp_path, ".DS_Store")
    with pytest.raises(DocumentError, match=r"holds no files but .*\.DS_Store \(what macOS adds"):
        find(tmp_path)


WORK = json.dumps({"id": "https://openalex.org/W1", "title": "Of Ants", "authorships": []}).encode()


def manifest(*parts: str) -> bytes:
    entries = [{"url": f"s3://openalex/data/{part}", "meta": {"record_count": 1}} for part in parts]
    return json.dumps({"entries": entries, "meta": {"record_count": len(parts)}}).encode()


def snapshot(folder: Path) -> None:
    first, second = "works/updated_date=2024-01-02/part_000.gz", "works/updated_date=2024-01-03/part_000.gz"
    put(folder, f"data/{first}", data=WORK)
    put(folder, "data/works/manifest", data=manifest(first, second))
    author = json.dumps({"id": "https://openalex.org/A1", "display_name": "Ann Lee"}).encode()
    put(folder, "data/authors/updated_date=2024-01-02/part_000.gz", data=author)
    put(folder, "data/authors/manifest", data=manifest("authors/updated_date=2024-01-02/part_000.gz"))
    put(folder, "data/publishers/updated_date=2024-01-02/part_000.gz", data=b'{"id": "https://openalex.org/P1"}')
    put(folder, "data/publishers/manifest", data=manifest("publishers/updated_date=2024-01-02/part_000.gz"))
    merged = b"merge_date,id,merge_into_id\n2024-01-01,%s1,%s2\n"
    put(folder, "data/merged_ids/authors/2024-01-01.csv.gz", data=merged % (b"A", b"A"))
    put(folder, "data/merged_ids/institutions/2024-01-01.csv.gz", data=merged % (b"I", b"I"))
    put(folder, "RELEASE_NOTES.txt", "LICENSE.txt", data=b"What is new.\n")
    put(folder, "README.bib")


def test_a_snapshot_of_openalex_is_its_records_and_its_manifests_are_compared(tmp_path: Path) -> None:
    snapshot(tmp_path)
    assert read(tmp_path) == [
        "README.bib",
        "data/authors/updated_date=2024-01-02/part_000.gz",
        "data/merged_ids/authors/2024-01-01.csv.gz",
        "data/works/updated_date=2024-01-02/part_000.gz",
    ]
    told = left_out(tmp_path)
    assert told["data/authors/manifest"] == "a manifest; 1 file that it lists is there"
    assert told["data/works/manifest"] == (
        "a manifest; of 2 files that it lists 1 is not there: updated_date=2024-01-03/part_000.gz"
    )
    assert told["data/publishers/updated_date=2024-01-02/part_000.gz"] == (
        "OpenAlex's publishers, of which the graph keeps nothing"
    )
    assert told["data/merged_ids/institutions/2024-01-01.csv.gz"].startswith("OpenAlex's merged_ids of institutions")
    assert told["LICENSE.txt"] == "a text about the data, of no format"


def test_the_same_in_an_archive(tmp_path: Path) -> None:
    snapshot(tmp_path / "snapshot")
    files = {str(path.relative_to(tmp_path)): path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    (tmp_path / "all.zip").write_bytes(zipped(files))
    unpacked, packed = find(tmp_path / "snapshot"), find(tmp_path / "all.zip")
    place = f"{tmp_path}/all.zip/"
    assert [one.location.removeprefix(place) for one in packed.sources] == [
        one.location.removeprefix(f"{tmp_path}/") for one in unpacked.sources
    ]
    assert {note.where.removeprefix(place): note.reason for note in packed.left_out} == {
        note.where.removeprefix(f"{tmp_path}/"): note.reason for note in unpacked.left_out
    }

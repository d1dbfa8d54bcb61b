"""The files for a server's importer: the command names them all, and a folder is taken only where nothing is lost."""

import random
import re
import subprocess
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from graph.bulk.columns import tables
from graph.bulk.document_files import write_documents
from graph.bulk.import_files import SCRIPT, UNFINISHED, _new_folder, command
from graph.bulk.mapping import Given
from graph.bulk.read_documents import ReadDocuments
from graph.bulk.tables import write_tables
from graph.errors import InputError
from graph.load.reading import Document, OpenDocument
from graph.schema.form import FORM
from loaders.records import Header, Item, Record
from tests.integration.test_any_order import as_read, made_up_documents


def read_documents(documents: list[Document]) -> ReadDocuments:
    read = ReadDocuments([Given(one.location, 1, lambda: one) for one in documents])  # noqa: B023 - nobody opens it
    for number, document in enumerate(documents):
        opened = OpenDocument.of(document)
        list(opened.claims())
        read.add(number, opened)
    read.count({})
    return read


def test_a_document_has_all_that_it_says_of_itself_in_its_own_types(tmp_path: Path) -> None:
    write_tables(tmp_path, tables())
    header = Header(format="made up", source="test", facts=(("trust", 3), ("claimed", True), ("version", "2")))
    other = Header(format="made up", source="test", facts=(("trust", "high"),))
    said: list[list[Item]] = [
        [header, Record(where="record 1", title="Ants")],
        [other],
        [header, Record(where="record 1", title="Ants")],
    ]
    documents = [Document(f"page {number}", str(number % 2) * 64, "made up", as_read(items)) for number, items in enumerate(said)]
    files = write_documents(tmp_path / "rows", read_documents(documents))
    nodes = [row for path in files["Document"] for row in pq.read_table(path).to_pylist()]
    first, second = sorted(nodes, key=lambda node: str(node["location:string"]))
    assert (first["trust:long"], first["claimed:boolean"], first["version:string"]) == (3, True, "2")
    assert (first["read:long"], first["complete:boolean"]) == (1, True)
    assert second["trust:string"] == "high"
    [card] = files["GraphState"]
    assert [row["form:long"] for row in pq.read_table(card).to_pylist()] == [FORM]


def test_the_command_names_every_file_once_wherever_the_folder_lies(tmp_path: Path) -> None:
    place = tmp_path / "it's here"
    (place / "rows").mkdir(parents=True)
    names = ["Document_0-0", "Document_1-0", "Paper-3", "Paper-14", "Author-1", "Author-WROTE-Paper-3", "GraphState--1"]
    nodes: dict[str, list[Path]] = {}
    for name in names:
        path = place / "rows" / f"{name}.parquet"
        path.touch()
        if "WROTE" not in name:
            nodes.setdefault(name.replace("_", "-").partition("-")[0], []).append(path)
    (place / SCRIPT).write_text(command(nodes, {"WROTE": [place / "rows" / "Author-WROTE-Paper-3.parquet"]}))
    admin = tmp_path / "admin"
    admin.write_text('#!/bin/sh\nfor one in "$@"; do echo "$one"; done\n')
    admin.chmod(0o700)
    done = subprocess.run(
        ["sh", str(place / SCRIPT), "papers"], env={"NEO4J_ADMIN": str(admin)}, capture_output=True, text=True, check=True
    )
    asked = done.stdout.splitlines()
    assert asked[:4] == ["database", "import", "full", "papers"]
    assert "--input-type=parquet" in asked
    patterns = [one.partition("=")[2] for one in asked if one.startswith(("--nodes", "--relationships"))]
    found = [name for pattern in patterns for name in matching(pattern.partition("=")[2])]
    assert sorted(found) == sorted(path.name for path in (place / "rows").iterdir())
    assert "--relationships=WROTE=" in done.stdout


def matching(pattern: str) -> list[str]:
    """The files that the importer takes for a pattern: the folder as it is, the name as a regular expression."""
    folder, _, name = pattern.rpartition("/")
    return [path.name for path in Path(folder).iterdir() if re.fullmatch(name, path.name)]


def test_a_folder_that_holds_anything_is_left_alone_and_one_that_was_begun_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "letter").touch()
    with pytest.raises(InputError, match="not an empty folder"), _new_folder(tmp_path):
        pass
    place = tmp_path / "new"

    def broken_off() -> None:
        with _new_folder(place):
            (place / "rows").mkdir()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert list(place.iterdir()) == []
    (place / UNFINISHED).mkdir()
    (place / "work").mkdir()
    with _new_folder(place):
        assert not (place / "work").exists()
        (place / SCRIPT).touch()
    assert [path.name for path in place.iterdir()] == [SCRIPT]


def test_documents_are_as_many_as_there_are(tmp_path: Path) -> None:
    write_tables(tmp_path, tables())
    documents = made_up_documents(random.Random(0), 9)
    files = write_documents(tmp_path / "rows", read_documents([*documents, documents[0]]))
    assert sum(len(pq.read_table(path)) for path in files["Document"]) == 9

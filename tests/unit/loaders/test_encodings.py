"""Documents in every encoding and with every kind of line ends, also several in one file, say the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import Source, recognise
from loaders.records import Header, Item, Record, Remark
from tests.unit.markdown_pages import ROOT

DATA = ROOT / "tests" / "data"
TEXTS = [
    path
    for path in sorted(DATA.rglob("*"))
    if path.is_file() and path.suffix in {".bib", ".csv", ".json", ".jsonl", ".nbib", ".ris", ".tsv", ".txt", ".xml", ".yaml"}
    and path.parent.name != "one_work" and recognise(Source.at(path))
]  # fmt: skip
of_each = pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-16 without a mark, big end first": lambda text: text.encode("utf-16-be"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "lines of every other kind": lambda text: "".join(
        line.rstrip("\n") + ("\r\n" if number % 2 else "\n") for number, line in enumerate(text.splitlines(keepends=True))
    ).encode(),
}


def read(data: bytes) -> list[Item]:
    source = Source.of(data)
    known = recognise(source)
    assert known is not None
    return [item for item in known.read(source) if not isinstance(item, Header)]


@of_each
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_and_line_ends_change_nothing(path: Path, encoding: str) -> None:
    assert read(ENCODINGS[encoding](text_of(path))) == read(text_of(path).encode())


@of_each
def test_a_mark_in_the_middle_as_of_files_put_together_is_nothing(path: Path) -> None:
    text = text_of(path).rstrip("\n") + "\n"
    assert read(f"{text}\ufeff{text}".encode()) == read((text + text).encode())
    assert read(f"\ufeff{text}\ufeff{text}".encode("utf-16-le")) == read((text + text).encode())


@of_each
def test_single_lines_in_windows_1252_keep_their_letters(path: Path) -> None:
    lines = [line.encode() for line in text_of(path).splitlines(keepends=True)]
    foreign = [number for number, line in enumerate(lines) if not line.isascii() and is_of_windows(line)][::2]
    mixed = b"".join(line.decode().encode("cp1252") if number in foreign else line for number, line in enumerate(lines))
    found, expected = read(mixed), read(text_of(path).encode())
    assert [item for item in found if isinstance(item, Record)] == [item for item in expected if isinstance(item, Record)]
    remarks = [item.reason for item in found if isinstance(item, Remark) and item not in expected]
    assert any("Windows-1252" in reason for reason in remarks) == bool(foreign)


def is_of_windows(line: bytes) -> bool:
    """Whether the line can be written in Windows-1252, and then is not UTF-8 by chance."""
    try:
        line.decode().encode("cp1252").decode()
    except UnicodeEncodeError:
        return False
    except UnicodeDecodeError:
        return True
    return False


def text_of(path: Path) -> str:
    data = path.read_bytes()
    return (data.decode("latin-1") if path.name == "latin1.bib" else data.decode()).replace("\r\n", "\n")

"""Documents in disguise: other encodings and ends of lines, truncated, wrapped, columns renamed, names of other formats."""

from pathlib import Path

import pytest

from graph.documents import document_of, find
from tests.hammer.documents import documents_of
from tests.hammer.recognising import NAMES, taken

ENDINGS = (
    "page.csv",
    "page.xlsx",
    "page.pdf",
    "page.zip",
    "page.gz",
    "page.xml.txt",
    "page.json",
    "page.bib",
    "PAGE",
    "page.html",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_in_disguise_is_taken_for_what_it_is_or_for_nothing(name: str) -> None:
    assert [(one.way, one.fault) for one in taken(name, seed=0, tries=1) if one.fault] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_name_of_a_file_says_nothing(ending: str, tmp_path: Path) -> None:
    for name in NAMES:
        data = documents_of(name)[0]
        path = tmp_path / ending
        path.write_bytes(data)
        [source] = find(str(path)).sources
        assert document_of(source).format == name

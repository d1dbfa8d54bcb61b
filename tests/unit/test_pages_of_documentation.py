"""What the Markdown pages point to is there."""

import re
from pathlib import Path

import pytest

from tests.unit.markdown_pages import ROOT, anchors_of, links_of, pages, text_of

FILE_NAME = re.compile(r"(?<!\[)`((?:[\w.-]+/)*[\w.-]+\.(?:py|cypher|tsv|grass|toml|md))`")
SPEAK_OF_OTHER_FILES = {"CHANGELOG.md"}


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading_that_exist(page: Path) -> None:
    lost = []
    for link in links_of(page):
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (heading and heading not in anchors_of(target)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_source_file_that_a_page_names_exists(page: Path) -> None:
    if page.name in SPEAK_OF_OTHER_FILES:
        return
    named = set(FILE_NAME.findall(text_of(page)))
    assert [name for name in sorted(named) if not _is_there(page.parent, name)] == []


def _is_there(folder: Path, name: str) -> bool:
    """Whether a file is where the page's folder or the tree has it, or a file of that name is somewhere below the folder."""
    return (folder / name).is_file() or (ROOT / name).is_file() or any(True for _ in folder.rglob(name))

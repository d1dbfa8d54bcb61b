"""The pages of `loaders/`: every format is described, in the room that reads it, and found through the index."""

import re
from pathlib import Path

from loaders import FORMATS
from loaders.formats import Format
from tests.unit.markdown_pages import ROOT, anchor, text_of

LOADERS = ROOT / "loaders"
INDEX = LOADERS / "README.md"
PAGES = sorted(LOADERS.rglob("README.md"))


def test_every_format_has_a_section_and_no_other_thing_has() -> None:
    sections = [section for page in PAGES for section in sections_of(page)]
    assert sorted(sections) == sorted((known.name, known.about) for known in FORMATS)


def test_a_format_is_described_in_the_room_that_reads_it() -> None:
    described = {name: page.parent.name for page in PAGES for name, _ in sections_of(page)}
    assert described == {name: module.parent.name for name, module in modules().items()}


def test_the_index_leads_to_all_formats_in_the_order_in_which_they_are_tried() -> None:
    rows = re.findall(r"^\| \[`(\w+)`\]\((\S+)\) \| (.*) \|$", text_of(INDEX), re.MULTILINE)
    assert rows == [(known.name, place_of(known), known.about) for known in FORMATS]


def sections_of(page: Path) -> list[tuple[str, str]]:
    """The formats that a page describes: name, and what each is."""
    return re.findall(r"^## `(\w+)`: (.*)$", text_of(page), re.MULTILINE)


def modules() -> dict[str, Path]:
    """The module that reads each format: it holds the format's name."""
    named = re.compile(r'^NAME = "(\w+)"$', re.MULTILINE)
    found = ((named.search(path.read_text(encoding="utf-8")), path) for path in LOADERS.rglob("*.py"))
    return {name[1]: path for name, path in found if name}


def place_of(known: Format) -> str:
    """Where the index points to for a format."""
    page = modules()[known.name].parent / "README.md"
    path = "" if page == INDEX else page.relative_to(LOADERS).as_posix()
    return f"{path}#{anchor(f'`{known.name}`: {known.about}')}"

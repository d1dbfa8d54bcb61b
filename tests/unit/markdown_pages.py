"""The Markdown pages of the tree, their headings and their links, as GitHub resolves them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("", "graph", "loaders", "cypher", "docker", "tests")

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def pages() -> list[Path]:
    """Every page of ours."""
    return sorted({page for place in PLACES for page in (ROOT / place).glob("**/*.md" if place else "*.md")})


@cache
def text_of(page: Path) -> str:
    """What the page says, but for blocks of code."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def links_of(page: Path) -> Iterator[str]:
    """Where the page points to within the tree."""
    return (link for link in _LINK.findall(text_of(page)) if not re.match(r"[a-z]+:", link))


def anchor(heading: str) -> str:
    """The name by which GitHub knows a heading: small letters, no punctuation, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors_of(page: Path) -> set[str]:
    """The names of the page's headings."""
    return {anchor(heading) for heading in re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE)}

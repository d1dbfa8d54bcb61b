"""Answers and pages made up for tests, without a graph."""

from typing import Any

from lxml import html

from graph.explore.addresses import Addresses, LiveAddresses
from graph.explore.asking import Answered
from graph.explore.rendering import Page, render
from graph.queries.registry import Registry

HOSTILE = "<script>alert(1)</script> \"quoted\" 'and' & \u202ereversed\u202c </title>"


def answered(name: str, rows: list[dict[str, Any]], **given: object) -> Answered:
    """An answer of a stored query with these rows; columns that a row lacks are None."""
    query = Registry.shipped()[name]
    columns = [column.name for column in query.returns]
    filled = [{column: row.get(column) for column in columns} for row in rows]
    return Answered(query, given, Registry.shipped().arguments(name, given), filled)


def paper_row(**known: Any) -> dict[str, Any]:
    """A row of paper_profile."""
    lists = (
        "ids",
        "authors",
        "editors",
        "venues",
        "topics",
        "cites",
        "cited_by",
        "corrections",
        "similar",
        "documents",
        "languages",
        "counts",
    )
    counts = ("author_count", "cites_count", "cited_by_count")
    nothing: dict[str, Any] = {**{name: [] for name in lists}, **dict.fromkeys(counts, 0)}
    return {**nothing, "uid": "p1", "title": "A title", "titled": True, "authors_complete": True, "retracted": False, **known}


def paper_page(**known: Any) -> Page:
    """The page of a paper."""
    found = answered("paper_profile", [paper_row(**known)], paper="p1")
    shown = {"found": found, "paper": found.rows[0], "affiliations": [], "current": "paper"}
    return Page("paper.html", str(found.rows[0]["title"]), shown)


def parsed(page: Page, addresses: Addresses | None = None) -> Any:
    """The page as a browser would parse it."""
    return html.document_fromstring(render(page, addresses or LiveAddresses()))

"""The first page: what the graph holds, and what is like a text that somebody looks for."""

from typing import Any

from graph.explore import figures
from graph.explore.asking import Answered, Asking
from graph.explore.rendering import Page
from graph.queries import searching

FOUND = 20
"""So many of each kind a search shows."""
SEARCHES = {f"{kind}s": query for kind, query in searching.SEARCHES.items()}
NODES = ("Author", "Paper", "Topic", "Venue", "Institution", "Document")


def overview(asking: Asking) -> Page:
    """What the graph holds."""
    answers = asking.together(
        {
            "graph_counts": ("graph_counts", {}),
            "prolific": ("prolific_authors", {"limit": FOUND}),
            "venues": ("prolific_venues", {"limit": FOUND}),
            "years": ("papers_by_year", {}),
        }
    )
    held = {row["name"]: row["count"] for row in answers["graph_counts"].rows if row["element"] == "node"}
    shown = {
        "text": "",
        "counts": [(_plural(name), held.get(name, 0)) for name in NODES],
        **answers,
        "years": figures.counted(answers["years"].rows),
    }
    return Page("search.html", "The graph", {**shown, "current": "search"})


def search(asking: Asking, text: str, template: str = "search.html") -> Page:
    """Authors, papers, topics, venues and institutions that are like a text."""
    shown: dict[str, Any] = {"text": text, "current": "search", **found(asking, text)}
    return Page(template, f"{text[:60]} · search", shown)


def found(asking: Asking, text: str) -> dict[str, Answered]:
    """The answers of all searches."""
    return asking.together({key: (query, {"text": text, "limit": FOUND}) for key, query in SEARCHES.items()})


def _plural(label: str) -> str:
    return f"{label.lower()}s"

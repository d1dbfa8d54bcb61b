"""The pages about topics over time and between people: which rise and fade, and the topics of two people beside each other."""

from collections.abc import Mapping
from typing import Any

from graph.errors import AmbiguousAuthorError, UnknownNameError
from graph.explore.asking import Asking
from graph.explore.rendering import Page

TRENDS = 25
LISTED = 60
PLACES = ("author", "venue", "institution")
YEARS = ("since", "turn", "until")


def trends(asking: Asking, asked: Mapping[str, object] | None = None) -> Page:
    """Topics that rise and fade: of the whole graph, or of an author, venue or institution and between years as `asked`; a form
    where something is named that the graph does not have."""
    given = {key: value for key, value in (asked or {}).items() if value not in (None, "")}
    shown: dict[str, Any] = {key: given.get(key, "") for key in (*PLACES, *YEARS)}
    shown |= {"trends": None, "most": TRENDS, "refused": [], "current": "trends"}
    try:
        shown["trends"] = asking.ask("topic_trends", **given)
    except (UnknownNameError, AmbiguousAuthorError) as error:
        shown["refused"] = [error]
    return Page("trends.html", "Rising and fading topics", shown)


def compare(asking: Asking, author: str, other: str) -> Page:
    """The topics of two people beside each other; a form where one of them is not named yet, or is not known by that name."""
    shown: dict[str, Any] = {"author": author, "other": other, "people": [], "refused": []}
    if author and other:
        try:
            shown |= asking.together(
                {
                    "found": ("compare_topics", {"author": author, "other": other}),
                    "one": ("topic_coverage", {"author": author}),
                    "two": ("topic_coverage", {"author": other}),
                }
            )
            shown["people"] = [_person(asking, name) for name in (author, other)]
        except (UnknownNameError, AmbiguousAuthorError) as error:
            shown["refused"] = [error]
    return Page("compare.html", "The topics of two people", {**shown, "most": LISTED, "current": "compare"})


def _person(asking: Asking, name: str) -> Mapping[str, Any]:
    """Who is named."""
    return asking.ask("author_profile", author=name).rows[0]

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


def trends(asking: Asking, asked: Mapping[str, object] | None = None, *, together: bool = False) -> Page:
    """Topics that rise and fade: of the whole graph, or of an author, venue or institution and between years as `asked`; a form
    where something is named that the graph does not have."""
    given = {key: value for key, value in (asked or {}).items() if value not in (None, "")}
    shown: dict[str, Any] = {key: given.get(key, "") for key in (*PLACES, *YEARS)}
    shown |= {"together": together, "trends": None, "most": TRENDS, "refused": [], "current": "trends"}
    try:
        shown["trends"] = asking.ask("topic_trends", **given, together=together)
    except (UnknownNameError, AmbiguousAuthorError) as error:
        shown["refused"] = [error]
    return Page("trends.html", "Rising and fading topics", shown)


def compare(asking: Asking, author: str, other: str, *, together: bool = False) -> Page:
    """The topics of two people beside each other; a form where one of them is not named yet, or is not known by that name."""
    one, two = {"author": author, "together": together}, {"author": other, "together": together}
    shown: dict[str, Any] = {"author": author, "other": other, "together": together, "people": [], "refused": []}
    if author and other:
        try:
            shown |= asking.together(
                {
                    "found": ("compare_topics", {**one, "other": other, "other_together": together}),
                    "common": ("common_collaborators", {**one, "other": other, "other_together": together, "limit": LISTED}),
                    "one": ("topic_coverage", one),
                    "two": ("topic_coverage", two),
                }
            )
            shown["people"] = [_person(asking, asked) for asked in (one, two)]
        except (UnknownNameError, AmbiguousAuthorError) as error:
            shown["refused"] = [error]
    return Page("compare.html", "The topics of two people", {**shown, "most": LISTED, "current": "compare"})


def _person(asking: Asking, asked: Mapping[str, object]) -> Mapping[str, Any]:
    """Who is named."""
    return asking.ask("author_profile", **asked).rows[0]

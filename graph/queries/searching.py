"""What a text may mean: the authors, papers, topics, venues and institutions that are like it, in one table."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal, get_args

from graph.errors import ParameterError
from graph.queries.bound import Queries
from graph.queries.registry import Column, Rows
from graph.queries.types import parse_type

Kind = Literal["author", "paper", "topic", "venue", "institution"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SEARCHES: Mapping[Kind, str] = {
    "author": "find_authors",
    "paper": "find_papers",
    "topic": "find_topics",
    "venue": "nearest_venues",
    "institution": "find_institutions",
}
"""The stored query that finds each kind of thing."""
EACH = 10
"""So many of each kind are found, if nobody says otherwise."""
COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (("kind", "str"), ("uid", "str"), ("name", "str?"), ("papers", "int?"), ("besides", "str?"))
)

_Row = Mapping[str, Any]
_NAMED: Mapping[Kind, Callable[[_Row], tuple[Any, Any, Any]]] = {
    "author": lambda row: (row["name"], row["papers"], [form for form in row["name_forms"] if form != row["name"]]),
    "paper": lambda row: (row["title"], None, [row["year"], *row["venues"]]),
    "topic": lambda row: (row["label"], row["papers"], row["schemes"]),
    "venue": lambda row: (row["name"], row["papers"], []),
    "institution": lambda row: (row["name"], None, [row["ror"]]),
}


def search(queries: Queries, text: str, kinds: Collection[Kind], limit: int) -> Rows:
    """What is like a text, of each kind the likeliest first, at most so many: rows of `COLUMNS`, `besides` the other names of an
    author, the year and venues of a paper, the scheme of a topic, the ROR of an institution. Raises ParameterError for a kind
    that there is none, and for a text without a letter or digit."""
    if wrong := [kind for kind in kinds if kind not in KINDS]:
        raise ParameterError(f"kind {wrong[0]!r}: it is one of {', '.join(KINDS)}")
    if not any(map(str.isalnum, text)):
        raise ParameterError(f"text {text!r}: give a word to look for")
    return [_row(kind, row) for kind in KINDS if kind in kinds for row in queries.read(SEARCHES[kind], text=text, limit=limit)]


def _row(kind: Kind, row: _Row) -> dict[str, object]:
    name, papers, besides = _NAMED[kind](row)
    words = ", ".join(str(one) for one in besides if one is not None)
    return {"kind": kind, "uid": row["uid"], "name": name, "papers": papers, "besides": words or None}

"""Networks asked of the graph, by the stored queries of `cypher/networks`."""

from collections.abc import Mapping, Sequence

import msgspec

from graph.errors import ParameterError
from graph.networks.network import KINDS, Kind, Network, Node, Tie
from graph.queries.bound import Queries
from graph.queries.naming import known_arguments
from graph.queries.rows import rows_as
from graph.topic_questions import MIN_SCORE

TOPICS_A_PERSON = 5
PEOPLE_A_QUERY = 1000


_OF_PAPERS_OF_FEW: frozenset[Kind] = frozenset({"collaboration", "institutions"})
"""The networks in which papers of very many people tie nobody."""


class _NodeRow(msgspec.Struct, frozen=True, gc=False):
    """A node as the stored queries give it."""

    uid: str
    name: str
    papers: int
    first_year: int | None
    last_year: int | None


class _Papers(msgspec.Struct, frozen=True, gc=False):
    """How many papers a network is made of, and how many of them tie nobody."""

    papers: int
    left_out: int


class _TopicsOfPerson(msgspec.Struct, frozen=True, gc=False):
    """The topics of most papers of a person."""

    person: str
    topics: list[str | None]


def network_of(
    queries: Queries,
    kind: Kind,
    *,
    author: str | None = None,
    together: bool = False,
    venue: str | None = None,
    topic: str | None = None,
    since: int | None = None,
    until: int | None = None,
    min_score: float = MIN_SCORE,
    min_weight: int = 1,
    max_authors: int | None = 25,
    nodes: int = 0,
) -> Network:
    """The network of one kind over the papers that the other arguments choose (see the stored query). `nodes` keeps only so many
    nodes, those with most papers; 0 keeps all. Raises ParameterError, UnknownNameError, AmbiguousAuthorError."""
    if kind not in KINDS:
        raise ParameterError(f"there is no network {kind!r}; there are {', '.join(KINDS)}")
    chosen: dict[str, object] = {
        "author": author, "together": together, "venue": venue, "topic": topic, "since": since, "until": until, "min_score":
        min_score,
    }  # fmt: skip
    limits: dict[str, object] = {"min_weight": min_weight, "max_authors": max_authors if kind in _OF_PAPERS_OF_FEW else 0}
    known = known_arguments(queries, "papers_of_many", chosen | {"max_authors": limits["max_authors"]})
    [papers] = rows_as(_Papers, queries.read, "papers_of_many", **known)
    chosen = {key: known[key] for key in chosen}
    found = _nodes(queries, kind, chosen)
    kept = found[:nodes] if nodes else found
    ties = _ties(queries, kind, chosen, limits, [node.uid for node in kept] if len(kept) < len(found) else None)
    tied = {uid for tie in ties for uid in (tie.source, tie.target)}
    shown = [Node(*msgspec.structs.astuple(node)) for node in kept if node.uid in tied]
    return Network(
        kind,
        tuple(_with_topics(queries, shown, chosen) if kind == "collaboration" else shown),
        tuple(ties),
        papers.papers,
        papers.left_out,
        untied=len(kept) - len(shown),
        cut=len(found) - len(kept),
        selection=_selection({**chosen, **limits, "nodes": nodes or None}),
    )


def _selection(chosen: Mapping[str, object]) -> dict[str, object]:
    """What was chosen, as files of networks can hold it: no lists."""
    plain = {key: ", ".join(map(str, value)) if isinstance(value, list) else value for key, value in chosen.items()}
    return {key: value for key, value in plain.items() if value not in (None, "")}


def _nodes(queries: Queries, kind: Kind, chosen: Mapping[str, object]) -> list[_NodeRow]:
    match kind:
        case "collaboration":
            return rows_as(_NodeRow, queries.read, "collaboration_nodes", **chosen)
        case "citation":
            return rows_as(_NodeRow, queries.read, "citation_nodes", **chosen)
        case "topics":
            return rows_as(_NodeRow, queries.read, "topic_nodes", **chosen)
        case "venues":
            return rows_as(_NodeRow, queries.read, "venue_nodes", **chosen)
        case "institutions":
            return rows_as(_NodeRow, queries.read, "institution_nodes", **chosen)


def _ties(
    queries: Queries, kind: Kind, chosen: Mapping[str, object], limits: Mapping[str, object], among: Sequence[str] | None
) -> list[Tie]:
    least = {"min_weight": limits["min_weight"], "among": among}
    match kind:
        case "collaboration":
            return rows_as(Tie, queries.read, "collaboration_network", **chosen, **limits, among=among)
        case "citation":
            return rows_as(Tie, queries.read, "citation_network", **chosen, among=among)
        case "topics":
            return rows_as(Tie, queries.read, "topic_network", **chosen, **least)
        case "venues":
            return rows_as(Tie, queries.read, "venue_network", **chosen, **least)
        case "institutions":
            return rows_as(Tie, queries.read, "institution_network", **chosen, **limits, among=among)


def _with_topics(queries: Queries, people: Sequence[Node], chosen: Mapping[str, object]) -> list[Node]:
    """The same people with the topics of most of their papers."""
    whose = {name: chosen[name] for name in ("author", "together", "min_score")}
    topics: dict[str, tuple[str, ...]] = {}
    for begin in range(0, len(people), PEOPLE_A_QUERY):
        some = [node.uid for node in people[begin : begin + PEOPLE_A_QUERY]]
        for row in rows_as(_TopicsOfPerson, queries.read, "topics_of_people", people=some, **whose, most=TOPICS_A_PERSON):
            topics[row.person] = tuple(label for label in row.topics if label)
    return [msgspec.structs.replace(node, topics=topics.get(node.uid, ())) for node in people]

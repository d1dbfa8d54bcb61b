"""The research graph of an author: the people, papers, topics, venues and institutions around one person, as a picture."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.explore import ring
from graph.explore.asking import Answered, Asking
from graph.explore.rendering import Page

LAYERS = ("people", "topics", "venues", "institutions", "papers")
SHOWN = ("people", "topics", "venues", "institutions")
"""The layers that are on where nobody chose."""
KINDS = {"people": "author", "topics": "topic", "venues": "venue", "institutions": "institution", "papers": "paper"}
COLOURS = {"people": "#2f6db5", "topics": "#2e7d43", "venues": "#8a3f84", "institutions": "#6b5a3c", "papers": "#b07a00"}
PEOPLE = 60
MOST_PEOPLE = 300
PAPERS = 40
TOPICS = 20


@dataclass(frozen=True)
class Node:
    """Something on the ring. `detail` says in words what it shares with the person in the centre."""

    number: int
    uid: str
    layer: str
    name: str
    label: str
    detail: str
    spot: ring.Spot
    size: float


@dataclass(frozen=True)
class Tie:
    """A line. `ends` are the numbers of its nodes, 0 the person in the centre."""

    ends: tuple[int, int]
    layers: tuple[str, ...]
    path: str
    width: float
    strength: float
    first: int | None
    last: int | None
    words: str


@dataclass(frozen=True)
class Chosen:
    """What is asked of the picture: which layers are on, how many people, from which year and strength on."""

    layers: Sequence[str] = SHOWN
    people: int = PEOPLE
    since: int | None = None
    least: float = 0.0


def research(asking: Asking, uid: str, chosen: Chosen, template: str = "research.html", together: Sequence[str] = ()) -> Page:
    """The page of the picture; `together` are records that are taken for the same person. Raises UnknownAuthorError."""
    people = min(chosen.people, MOST_PEOPLE) or MOST_PEOPLE
    of = {"author": uid, "together": list(together)}
    answers = asking.together(
        {
            "profile": ("author_profile", of),
            "ties": ("collaborator_ties", {**of, "people": people}),
            "slice": ("neighbourhood", {**of, "limit": PAPERS, "topics": TOPICS, "people": people}),
            "institutions": ("institution_counts", {**of, "limit": TOPICS}),
        }
    )
    person = answers["profile"].rows[0]
    drawn = picture(str(person["person"]), answers["ties"], answers["slice"], answers["institutions"], chosen)
    rows = answers["ties"].rows
    years = [row[end] for row in rows for end in ("first_year", "last_year") if row[end] is not None]
    shown = {
        **answers,
        **drawn,
        "person": person,
        "uid": uid,
        "together": together,
        "chosen": chosen,
        "all_layers": LAYERS,
        "kinds": KINDS,
        "years": (min(years), max(years)) if years else None,
        "strongest": max((row["strength"] for row in rows), default=1.0),
        "left_out": {**answers["slice"].rows[0]["left_out"], "people": rows[0]["left_out"] if rows else 0},
        "current": "research",
    }
    return Page(template, f"{person['name']}, research graph", shown)


def picture(person: str, ties: Answered, around: Answered, places: Answered, chosen: Chosen) -> dict[str, Any]:
    """Nodes and ties on the ring, of the layers that are chosen."""
    named, own, between = _people(person, ties.rows)
    papers, links = _papers(around.rows[0], person)
    counts = {"topics": links.topics, "venues": links.venues, "institutions": {row["uid"]: row["papers"] for row in places.rows}}
    names: dict[str, str] = {**named, **papers.names, **{str(row["uid"]): str(row["name"]) for row in places.rows}}
    order = {
        "people": ring.side_by_side(list(own), {ends: row["strength"] for ends, row in between.items()}),
        **{layer: sorted(found, key=lambda uid: (-found[uid], names[uid], uid)) for layer, found in counts.items()},
        "papers": list(papers.uids),
    }
    order = {layer: uids for layer, uids in order.items() if layer in chosen.layers}
    labels = {uid: ring.shortened(names[uid]) for uids in order.values() for uid in uids}
    laid = ring.ring_of(list(order.values()), max(map(len, labels.values()), default=0))
    middle = laid.size / 2
    most = max((row["strength"] for row in own.values()), default=1.0)
    nodes: dict[str, Node] = {}
    for layer, uids in order.items():
        for uid in uids:
            detail, size = _detail(layer, uid, own, counts)
            nodes[uid] = Node(len(nodes) + 1, uid, layer, names[uid], labels[uid], detail, laid.spots[uid], size)
    lines = [
        *_spokes(nodes, own, counts, most, middle),
        *_chords(nodes, between, most, middle),
        *_threads(nodes, links, person, middle),
    ]
    return {"nodes": list(nodes.values()), "lines": lines, "size": laid.size, "middle": middle}


@dataclass(frozen=True)
class _Papers:
    uids: Sequence[str]
    names: Mapping[str, str]


@dataclass(frozen=True)
class _Links:
    """What the papers shown are tied to: how many have each topic and venue, and each pair of a paper and something else."""

    topics: Mapping[str, int]
    venues: Mapping[str, int]
    pairs: Sequence[tuple[str, str]]


def _people(
    person: str, rows: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, str], dict[str, Mapping[str, Any]], dict[ring.TIE, Mapping[str, Any]]]:
    """The names of the people, the ties of the person in the centre by the other, and those between others."""
    names = {str(row[f"{end}"]): str(row[f"{end}_name"]) for row in rows for end in ("source", "target")}
    own = {str(row["target"]): row for row in rows if row["source"] == person}
    between = {(str(row["source"]), str(row["target"])): row for row in rows if row["source"] != person}
    return names, own, between


def _papers(around: Mapping[str, Any], person: str) -> tuple[_Papers, _Links]:
    nodes = {node["uid"]: node for node in around["nodes"]}
    names = {uid: str(node["name"]) for uid, node in nodes.items()}
    papers = sorted(
        (uid for uid, node in nodes.items() if node["label"] == "Paper"), key=lambda uid: (-(nodes[uid]["year"] or 0), uid)
    )
    counts: dict[str, Counter[str]] = {"ABOUT": Counter(), "PUBLISHED_IN": Counter()}
    pairs: dict[tuple[str, str], None] = {}
    for link in around["relationships"]:
        if link["type"] in counts:
            pairs[link["source"], link["target"]] = None
        elif link["type"] == "WROTE":
            pairs[link["target"], nodes[link["source"]]["person"]] = None
    for _, other in pairs:
        label = nodes[other]["label"] if other in nodes else "Author"
        if label in ("Topic", "Venue"):
            counts["ABOUT" if label == "Topic" else "PUBLISHED_IN"][other] += 1
    return _Papers(papers, names), _Links(counts["ABOUT"], counts["PUBLISHED_IN"], [pair for pair in pairs if pair[1] != person])


def _detail(
    layer: str, uid: str, own: Mapping[str, Mapping[str, Any]], counts: Mapping[str, Mapping[str, int]]
) -> tuple[str, float]:
    """What a node shares with the person, in words, and how large it is drawn."""
    if layer == "papers":
        return "a paper of theirs", 3.0
    papers = int(own[uid]["papers"]) if layer == "people" else counts[layer][uid]
    words = f"{papers:,} paper{'s' * (papers != 1)}"
    if layer == "people":
        words += f", strength {own[uid]['strength']:.2f}"
    return words, round(3 + min(5.0, 1.2 * math.log2(1 + papers)), 1)


def _spokes(
    nodes: Mapping[str, Node],
    own: Mapping[str, Mapping[str, Any]],
    counts: Mapping[str, Mapping[str, int]],
    most: float,
    middle: float,
) -> Iterator[Tie]:
    for uid, node in nodes.items():
        path = ring.spoke(node.spot, middle)
        if node.layer == "people":
            row = own[uid]
            yield Tie(
                (0, node.number), ("people",), path, _width(row["strength"], most), row["strength"], row["first_year"],
                row["last_year"], f"{node.name}: {node.detail}",
            )  # fmt: skip
        elif node.layer != "papers":
            largest = max(counts[node.layer].values())
            width = _width(counts[node.layer][uid], largest)
            yield Tie((0, node.number), (node.layer,), path, width, most, None, None, f"{node.name}: {node.detail}")


def _chords(
    nodes: Mapping[str, Node], between: Mapping[ring.TIE, Mapping[str, Any]], most: float, middle: float
) -> Iterator[Tie]:
    for (one, other), row in between.items():
        if one not in nodes or other not in nodes:
            continue
        a, b = nodes[one], nodes[other]
        words = f"{a.name} and {b.name}: {row['papers']:,} papers, strength {row['strength']:.2f}"
        yield Tie(
            (a.number, b.number), ("people",), ring.chord(a.spot, b.spot, middle), _width(row["strength"], most), row["strength"],
            row["first_year"], row["last_year"], words,
        )  # fmt: skip


def _threads(nodes: Mapping[str, Node], links: _Links, person: str, middle: float) -> Iterator[Tie]:
    """The lines between papers and everything that they are tied to."""
    for paper, other in links.pairs:
        if other in nodes and paper in nodes and other != person:
            a, b = nodes[paper], nodes[other]
            yield Tie(
                (a.number, b.number), ("papers", b.layer), ring.chord(a.spot, b.spot, middle), 0.7, math.inf, None, None, ""
            )


def _width(value: float, most: float) -> float:
    return round(0.6 + 3.4 * math.sqrt(min(value / most, 1.0)), 2) if most else 0.6

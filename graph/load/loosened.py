"""Nodes from which a batch took something, perhaps the last that hung on them, or the spelling that they have."""

from collections.abc import Iterable
from typing import cast

import msgspec

from graph.load.node_rows import Rows

LABELS = ("Author", "Topic", "Phrase", "Venue", "Institution")


class DescribedNode(msgspec.Struct, frozen=True, gc=False):
    """A node that a record was about."""

    label: str
    uid: str


class WrittenNode(msgspec.Struct, frozen=True, gc=False):
    """A node on which a paper hung: of a topic or venue with the first spelling, in alphabetical order, that went with it; of a
    venue with the first kind and all ids too."""

    label: str
    uid: str
    name: str | None
    kind: str | None
    ids: list[str]


class Loosened:
    """The uids of these nodes, by label; papers and documents are looked after elsewhere."""

    def __init__(self) -> None:
        self._uids: dict[str, set[str]] = {label: set() for label in LABELS}
        self._written: dict[str, list[WrittenNode]] = {"Topic": [], "Venue": []}
        self._described: dict[str, set[str]] = {"Topic": set(), "Venue": set()}

    def __getitem__(self, label: str) -> set[str]:
        return self._uids[label]

    def add(self, nodes: Iterable[DescribedNode | WrittenNode]) -> None:
        """Add nodes."""
        for node in nodes:
            if node.label not in self._uids:
                continue
            self._uids[node.label].add(node.uid)
            if node.label in self._described:
                if isinstance(node, WrittenNode):
                    self._written[node.label].append(node)
                else:
                    self._described[node.label].add(node.uid)

    def topics_to_respell(self, rows: Rows) -> list[str]:
        """Topics that may have lost the spelling they have: none that is written again with one that comes before it."""
        lost = {node.uid for node in self._written["Topic"] if not _keeps_spelling(node, rows.topics.get(node.uid), "label")}
        return sorted(lost | self._described["Topic"])

    def venues_to_respell(self, rows: Rows) -> list[str]:
        """The same for venues, their kinds and their ids."""
        lost = {node.uid for node in self._written["Venue"] if not _keeps_all(node, rows.venues.get(node.uid))}
        return sorted(lost | self._described["Venue"])


def _keeps_spelling(node: WrittenNode, row: dict[str, object] | None, key: str) -> bool:
    return row is not None and (node.name is None or str(row[key]) <= node.name)


def _keeps_all(node: WrittenNode, row: dict[str, object] | None) -> bool:
    return (
        row is not None
        and _keeps_spelling(node, row, "name")
        and (node.kind is None or str(row["kind"]) <= node.kind)
        and {*node.ids} <= {*cast(list[str], row["ids"])}
    )

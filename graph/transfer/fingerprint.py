"""One short text that two graphs share exactly when they hold the same nodes and relationships, in whatever order.

Every element is hashed by itself (BLAKE2b, 256 bits) and the hashes are added up modulo 2^256, so that the order does not matter
and equal parallel relationships still count (an additive multiset hash, MSet-Add-Hash of Clarke et al. 2003, "Incremental
multiset hash functions"). The sums are kept by label and type, so that two graphs can be told where they differ.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.transfer.rows import NodeRow, Page, RelationshipRow, Source
from graph.transfer.values import spelling, tagged

PENDING = frozenset({"pending"})
"""Properties that say what is still to be done rather than what is known."""

VOLATILE = PENDING | {"loaded_at", "read_by"}
"""These, and what a clock said or by which code documents were read: graphs of the same documents are equal whenever they were
loaded."""
BY_RULE = "rule"
"""By whom the merges are that follow from the documents; when they were found is no more than when a document was loaded."""

_SIZE = 32
_MODULUS = 1 << (8 * _SIZE)

Element = TypeVar("Element", NodeRow, RelationshipRow)


@dataclass(frozen=True)
class Fingerprint:
    """A graph's fingerprint: `value` is the whole of it, `nodes` and `relationships` count by label and type."""

    value: str
    nodes: dict[str, int]
    relationships: dict[str, int]
    parts: Mapping[str, int] = field(repr=False)
    """The sum of hashes of every label and type."""

    def __str__(self) -> str:
        return self.value

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON; `parts` in hexadecimal."""
        return {
            "fingerprint": self.value,
            "nodes": self.nodes,
            "relationships": self.relationships,
            "parts": {name: f"{total:064x}" for name, total in self.parts.items()},
        }

    def differences(self, other: "Fingerprint") -> list[str]:
        """What differs between this graph and the other, in words, nodes before relationships; empty if nothing does."""
        mine, theirs = {**self.nodes, **self.relationships}, {**other.nodes, **other.relationships}
        found = []
        for name in (*sorted(self.nodes.keys() | other.nodes), *sorted(self.relationships.keys() | other.relationships)):
            here, there = mine.get(name, 0), theirs.get(name, 0)
            if here != there:
                found.append(f"{name}: {here} here, {there} there")
            elif self.parts.get(name) != other.parts.get(name):
                found.append(f"{name}: {here} in both, of other content")
        return found


class Fingerprinting:
    """Adds up a fingerprint as the rows go by; needs no more memory for a large graph than for a small one."""

    def __init__(self, volatile: frozenset[str] = VOLATILE) -> None:
        self.volatile = volatile
        self._nodes: dict[str, int] = {}
        self._relationships: dict[str, int] = {}
        self._sums: dict[str, int] = {}

    def add_nodes(self, rows: Iterable[NodeRow]) -> None:
        """Count and hash nodes."""
        for row in rows:
            self._nodes[row.label] = self._nodes.get(row.label, 0) + 1
            self._add(row.label, node_spelling(row, self.volatile))

    def add_relationships(self, rows: Iterable[RelationshipRow]) -> None:
        """Count and hash relationships."""
        for row in rows:
            self._relationships[row.type] = self._relationships.get(row.type, 0) + 1
            self._add(row.type, relationship_spelling(row))

    def result(self) -> Fingerprint:
        """The fingerprint of all that was added."""
        nodes, relationships = dict(sorted(self._nodes.items())), dict(sorted(self._relationships.items()))
        parts = dict(sorted(self._sums.items()))
        whole = spelling([nodes, relationships, {name: f"{total:064x}" for name, total in parts.items()}])
        return Fingerprint(hashlib.blake2b(whole, digest_size=_SIZE).hexdigest(), nodes, relationships, parts)

    def _add(self, name: str, text: bytes) -> None:
        digest = hashlib.blake2b(text, digest_size=_SIZE).digest()
        self._sums[name] = (self._sums.get(name, 0) + int.from_bytes(digest)) % _MODULUS


def node_spelling(row: NodeRow, without: Iterable[str] = ()) -> bytes:
    """One spelling for equal nodes."""
    properties = tagged(row.properties)
    for name in without:
        properties.pop(name, None)
    return spelling([sorted(row.labels), properties])


def relationship_spelling(row: RelationshipRow) -> bytes:
    """One spelling for equal relationships."""
    properties = tagged(row.properties)
    if properties.get("by") == BY_RULE:
        properties.pop("at", None)
    return spelling([row.start_label, row.start, row.type, row.end_label, row.end, properties])


class Watched:
    """A source whose fingerprint is known once it was read to its end."""

    def __init__(self, source: Source, adding: Fingerprinting | None = None) -> None:
        self._source = source
        self._adding = adding or Fingerprinting()

    def nodes(self) -> Iterator[Page[NodeRow]]:
        """The source's nodes."""
        for page in self._source.nodes():
            self._adding.add_nodes(page.rows)
            yield page

    def relationships(self) -> Iterator[Page[RelationshipRow]]:
        """The source's relationships."""
        for page in self._source.relationships():
            self._adding.add_relationships(page.rows)
            yield page

    def fingerprint(self) -> Fingerprint:
        """The fingerprint of what was read."""
        return self._adding.result()

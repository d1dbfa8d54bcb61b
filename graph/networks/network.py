"""A network as values: its nodes, its ties, and what is not in it."""

from dataclasses import dataclass, field
from typing import Literal, get_args

import msgspec

from loaders.counted import counted

Kind = Literal["collaboration", "citation", "topics", "venues", "institutions"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Tie(msgspec.Struct, frozen=True, gc=False):
    """Two nodes that hang together, by uid. What `weight` counts and `strength` adds up, the stored query of the kind says."""

    source: str
    target: str
    weight: int
    strength: float
    first_year: int | None
    last_year: int | None


class Node(msgspec.Struct, frozen=True, gc=False):
    """A node of a network. `papers` are those that the network is made of; of a paper how often the graph's papers cite it."""

    uid: str
    name: str
    papers: int
    first_year: int | None
    last_year: int | None
    topics: tuple[str, ...] = ()
    """The commonest topics of a person, of all papers; of other nodes none."""


@dataclass(frozen=True)
class Network:
    """Nodes and their ties. `papers` is how many papers it is made of, `left_out` how many of them tie nobody because they have
    more people than `max_authors`, `untied` how many nodes stand for themselves and are not in it, `cut` how many further ones
    were not asked for. `selection` is what was asked."""

    kind: Kind
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    papers: int
    left_out: int
    untied: int
    cut: int
    selection: dict[str, object] = field(default_factory=dict)

    @property
    def directed(self) -> bool:
        """Whether a tie leads from its source to its target."""
        return self.kind == "citation"

    @property
    def in_words(self) -> str:
        """How large it is and what is not in it, in a sentence or two."""
        one, several = _NODES[self.kind]
        nodes = f"{len(self.nodes):,} {one if len(self.nodes) == 1 else several}"
        whole = f"{nodes}, {counted(len(self.ties), 'tie')}, of {counted(self.papers, 'paper')}"
        missing = []
        if self.left_out:
            most = self.selection.get("max_authors")
            missing.append(f"{counted(self.left_out, 'paper')} of more than {most} people tied nobody")
        if self.cut:
            missing.append(f"{counted(self.cut, 'node')} beyond the {self.selection.get('nodes')} with most papers left out")
        if self.untied:
            missing.append(f"{counted(self.untied, 'node')} without a tie left out")
        return f"{whole}; {'; '.join(missing)}" if missing else whole


_NODES: dict[Kind, tuple[str, str]] = {
    "collaboration": ("person", "people"),
    "citation": ("paper", "papers"),
    "topics": ("topic", "topics"),
    "venues": ("venue", "venues"),
    "institutions": ("institution", "institutions"),
}

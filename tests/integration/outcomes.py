"""What a load made, as comparable elements, and how two ways of loading the same documents differ in it."""

from collections import Counter
from dataclasses import dataclass

from graph import ScholarGraph
from graph.load.report import LoadReport
from graph.queries.bound import Queries
from graph.transfer.fingerprint import VOLATILE, node_spelling, relationship_spelling
from graph.transfer.reading import GraphSource


@dataclass(frozen=True)
class Outcome:
    """What a load made: every node and relationship, spelled, by label and type, and what it says of each document."""

    elements: dict[str, Counter[str]]
    documents: list[dict[str, object]]

    def differences(self, other: "Outcome") -> list[str]:
        """The elements that only one of two outcomes has, some of each kind."""
        found = []
        for name in sorted(self.elements.keys() | other.elements.keys()):
            ours, theirs = self.elements.get(name, Counter()), other.elements.get(name, Counter())
            found += [f"only in batches: {element}" for element in sorted((ours - theirs).elements())[:3]]
            found += [f"only in bulk: {element}" for element in sorted((theirs - ours).elements())[:3]]
        return found


def outcome(graph: ScholarGraph, report: LoadReport) -> Outcome:
    source, elements = GraphSource(Queries(graph.connection)), dict[str, Counter[str]]()
    for nodes in source.nodes():
        for node in nodes.rows:
            elements.setdefault(node.label, Counter())[node_spelling(node, VOLATILE).decode()] += 1
    for ties in source.relationships():
        for tie in ties.rows:
            elements.setdefault(tie.type, Counter())[relationship_spelling(tie).decode()] += 1
    return Outcome(elements, [document.to_dict() for document in report.documents])

"""What other weights change: in the tables, in the candidates, and in what they say of pairs that are known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.identity.calibration import Case, loss
from graph.identity.evidence_model.clustering import Grouping, grouping_of, logistic
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import PairScore
from graph.identity.evidence_model.regrouping import APART
from graph.identity.evidence_model.weights import Weights
from graph.identity.learning.evidence_tables import NUMBERS, Floats
from graph.queries.registry import Rows

MARKS = (0.25, 0.5, 0.95)
"""From which probabilities candidates are counted: the first is from where on they are shown."""
MOST_SHOWN = 20
_LEAST_SHARE = 0.005
"""A cell into which fewer of a feature's pairs fall is not named as the one that differs most."""


def table_differences(before: Weights, after: Weights, uses: Floats) -> Rows:
    """For each feature how far the weights of its table differ: on the mean of the pairs of sets of papers that fall into it, and
    where most, with the bins of that cell."""
    rows: Rows = []
    for name, (measure, columns) in after.features.items():
        one, other, used = np.array(before.tables[name]), np.array(after.tables[name]), uses[NUMBERS[name]]
        apart = np.abs(other - one)
        row, column = np.unravel_index(np.where(used >= _LEAST_SHARE * used.sum(), apart, -1.0).argmax(), apart.shape)
        rows.append(
            {
                "feature": name,
                "pairs": int(used.sum()),
                "mean_difference": round(float((apart * used).sum() / max(used.sum(), 1.0)), 3),
                "most_where": {
                    measure: _bin(after.bins[measure], int(row)),
                    columns: _bin(after.bins[columns], int(column)),
                },
                "before": float(one[row, column]),
                "after": float(other[row, column]),
            }
        )
    return rows


def _bin(edges: Sequence[float], place: int) -> list[float | None]:
    """From which value a bin is, and below which."""
    return [edges[place - 1] if place else None, edges[place] if place < len(edges) else None]


@dataclass(frozen=True)
class Changes:
    """What becomes of candidates: `counts` by kind and probability, the pairs that move most, and how many records are grouped
    otherwise."""

    counts: Rows
    pairs: Rows
    regrouped: int


def candidate_changes(
    corpus: Corpus, pairs: Callable[[Weights], Sequence[PairScore]], before: Weights, after: Weights
) -> Changes:
    """What becomes of the candidates of a corpus; `pairs` gives its pairs of similar names with their scores by some weights,
    always in the same order."""
    scores = [pairs(before), pairs(after)]
    said = [np.array([pair.probability for pair in found]) for found in scores]
    groupings = [_groupings(corpus, weights) for weights in (before, after)]
    mixed = [np.array([_probability(found.get(record)) for record in range(len(corpus.records))]) for found in groupings]
    regrouped = sum(
        _groups(groupings[0].get(record)) != _groups(groupings[1].get(record)) for record in {*groupings[0], *groupings[1]}
    )
    counts = [row for kind, both in (("split", said), ("mixed", mixed)) for row in _counts(kind, both[0], both[1])]
    return Changes(counts, list(_moved(corpus, scores[0], scores[1])), regrouped)


def _counts(kind: str, before: Floats, after: Floats) -> Iterator[dict[str, object]]:
    for mark in MARKS:
        was, will = before >= mark, after >= mark
        yield {
            "candidates": kind,
            "min_probability": mark,
            "before": int(was.sum()),
            "after": int(will.sum()),
            "come": int((will & ~was).sum()),
            "go": int((was & ~will).sum()),
        }


def _moved(corpus: Corpus, before: Sequence[PairScore], after: Sequence[PairScore]) -> Iterator[dict[str, object]]:
    """The pairs whose probability moves most, of those that are a candidate before or after."""
    both = [(one.probability, other.probability, one) for one, other in zip(before, after, strict=True)]
    shown = [row for row in both if max(row[:2]) >= MARKS[0]]
    shown.sort(key=lambda row: (-abs(row[1] - row[0]), corpus.records[row[2].a].uid, corpus.records[row[2].b].uid))
    for was, will, pair in shown[:MOST_SHOWN]:
        a, b = corpus.records[pair.a], corpus.records[pair.b]
        yield {
            "uid_a": a.uid,
            "name_a": a.name,
            "uid_b": b.uid,
            "name_b": b.name,
            "before": round(was, 4),
            "after": round(will, 4),
        }


def _groupings(corpus: Corpus, weights: Weights) -> dict[int, Grouping]:
    found = (grouping_of(corpus, weights, record, APART) for record in range(len(corpus.records)))
    return {grouping.record: grouping for grouping in found if grouping}


def _probability(grouping: Grouping | None) -> float:
    return grouping.probability if grouping else 0.0


def _groups(grouping: Grouping | None) -> object:
    return grouping.groups if grouping else None


def checks(before: Sequence[Case], after: Sequence[Case]) -> Rows:
    """By ground how many of the known pairs are taken for what they are, from one half on, and the mean log loss, before and
    after; the cases of both in the same order."""
    rows: Rows = []
    for ground in sorted({case.ground for case in before}):
        sides = [[case for case in cases if case.ground == ground] for cases in (before, after)]
        right = [sum((logistic(case.logit) >= 0.5) == case.is_so for case in side) for side in sides]
        losses = [round(sum(loss(case.logit, is_so=case.is_so) for case in side) / len(side), 4) for side in sides]
        rows.append(
            {
                "ground": ground,
                "pairs": len(sides[0]),
                "right_before": right[0],
                "right_after": right[1],
                "loss_before": losses[0],
                "loss_after": losses[1],
            }
        )
    return rows

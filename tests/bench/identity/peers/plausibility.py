"""Weights that cannot be right: those that go against the order of their own levels.

A comparison has levels, from the strongest agreement to none. What agrees more must not speak less for one person than what
agrees less; what agrees in nothing must not speak for it at all. A model that was fitted to something else than "one person",
such as "one group", shows here, though its fit looks well.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import log, log2

from graph.identity.evidence_model.weights import Weights

APART = frozenset({"years"})
"""Features of ours whose measure tells how far apart two sets of papers are, and not what they share."""
LEAST = 0.5
"""Bits; what goes against the order by less may be chance."""
NAMES = frozenset({"name", "given_family"})
"""The comparisons of names, in which hardly a person differs from herself."""
MOST_OTHER_NAMES = 0.5
"""Of the pairs of one person no more than so many can have names that agree in nothing."""


@dataclass(frozen=True)
class Level:
    """One level of a comparison, with its share of pairs of one person and of pairs of two; None where none was seen."""

    comparison: str
    label: str
    m: float | None
    u: float | None

    @property
    def bits(self) -> float | None:
        """What the level says for one person, in bits; None where that is not known."""
        return log2(self.m / self.u) if self.m and self.u else None


def against_order(weights: Weights) -> Iterator[str]:
    """Where a table of ours goes against its order: what is shared more weighs less, or years that lie closer do; in words."""
    slope = weights.split["evidence"] / log(2)
    for name, (measure, columns) in weights.features.items():
        rows = [[slope * weight for weight in row] for row in weights.tables[name]]
        of_rows, of_columns = (_steps(weights.bins[one]) for one in (measure, columns))
        for place, column in enumerate(zip(*rows, strict=True)):
            strongest_first = list(zip(of_rows, column, strict=True))
            if name not in APART:
                strongest_first.reverse()
            for (stronger, more), (weaker, less) in pairwise(strongest_first):
                if less - more > LEAST:
                    by = f"{less - more:.1f} bits"
                    yield f"{name} {weaker} says {by} more for one person than {stronger}, where {columns} is {of_columns[place]}"


def _steps(edges: Sequence[float]) -> list[str]:
    ends = [f"{edge:g}" for edge in edges]
    return [f"below {ends[0]}", *(f"{one} to {other}" for one, other in pairwise(ends)), f"{ends[-1]} and more"]


def implausible(levels: Iterable[Level]) -> Iterator[str]:
    """What is wrong with the levels, which come from the strongest agreement on, comparison by comparison; in words."""
    for comparison, group in groupby(levels, lambda level: level.comparison):
        found = list(group)
        yield from (f"{comparison}: no weight was found for “{level.label}”" for level in found if level.bits is None)
        yield from _against_order(comparison, [level for level in found if level.bits is not None])
        if comparison in NAMES and (found[-1].m or 0.0) > MOST_OTHER_NAMES:
            yield f"{comparison}: {found[-1].m:.2f} of one person's pairs are said to have names that agree in nothing"


def _against_order(comparison: str, levels: Sequence[Level]) -> Iterator[str]:
    for stronger, weaker in pairwise(levels):
        if (by := (weaker.bits or 0.0) - (stronger.bits or 0.0)) > LEAST:
            yield f"{comparison}: “{weaker.label}” says {by:.1f} bits more for one person than “{stronger.label}”"
    if levels and (levels[-1].bits or 0.0) > LEAST:
        yield f"{comparison}: “{levels[-1].label}” speaks for one person, by {levels[-1].bits:.1f} bits"

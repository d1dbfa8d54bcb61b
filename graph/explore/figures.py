"""Numbers as small pictures: what templates draw as SVG, worked out here."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.evidence_words import in_words

BAR_YEARS = 60
"""A picture over more years than these begins later."""


@dataclass(frozen=True)
class Bar:
    """A bar, in the units of its picture, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True)
class Bars:
    """Bars over years. `label` says all of it in words."""

    width: float
    height: float
    bars: Sequence[Bar]
    first: int
    last: int
    most: float
    label: str


def years_of(*counts: Mapping[int, float]) -> tuple[int, int] | None:
    """The first and the last year of several counts, so that pictures stand above each other; None where there is no year."""
    years = [year for one in counts for year in one]
    return (max(min(years), max(years) - BAR_YEARS), max(years)) if years else None


def bars(
    counts: Mapping[int, float],
    span: tuple[int, int] | None = None,
    *,
    width: float = 120,
    height: float = 24,
    most: float = 0,
    labels: Mapping[int, str] | None = None,
) -> Bars | None:
    """How many there were in each year; `most` what the full height stands for, else the most there are; `labels` what bars say
    beside their years, else the number. None for no year."""
    within = span or years_of(counts)
    if within is None or not counts:
        return None
    first, last = within
    step = width / (last - first + 1)
    most = most or max(counts.values())
    gap = min(2.0, step * 0.2)
    drawn = [
        Bar(
            round((year - first) * step, 2), round(height - height * count / most, 2), round(step - gap, 2),
            round(max(height * count / most, 1), 2), f"{year}: {labels[year] if labels else count}",
        )
        for year, count in sorted(counts.items())
        if first <= year <= last and count
    ]  # fmt: skip
    words = ", ".join(bar.label for bar in drawn)
    return Bars(width, height, drawn, first, last, most, words)


def shares_by_year(
    rows: Iterable[Mapping[str, Any]], span: tuple[int, int] | None = None, *, width: float = 120, height: float = 24
) -> Bars | None:
    """The course of a topic as `topic_course` gives it: bars as high as its share of each year's papers."""
    found = list(rows)
    labels = {row["year"]: f"{row['share']:.1%}, {row['papers']:,} of {row['of_papers']:,} papers" for row in found}
    return bars({row["year"]: row["share"] for row in found}, span, width=width, height=height, labels=labels)


def counted(rows: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    """Papers by year, of rows that have both."""
    return {row["year"]: row["papers"] for row in rows if row["year"] is not None}


@dataclass(frozen=True)
class Step:
    """A piece of evidence in a waterfall: where the sum stood before and after, in hundredths of the picture's width."""

    words: str
    weight: float
    left: float
    width: float
    total: float


@dataclass(frozen=True)
class Waterfall:
    """Evidence from prior to probability. `zero` is where even odds stand, in hundredths of the width."""

    steps: Sequence[Step]
    zero: float
    total: float
    probability: float


def waterfall(evidence: Sequence[Mapping[str, Any]]) -> Waterfall:
    """The pieces of evidence of a candidate, each beginning where the one before it ended."""
    sums = [0.0]
    for piece in evidence:
        sums.append(sums[-1] + float(piece["weight"]))
    low, high = min(sums) - 0.25, max(sums) + 0.25

    def place(value: float) -> float:
        return round(100 * (value - low) / (high - low), 2)

    steps = []
    for piece, before, after in zip(evidence, sums, sums[1:], strict=False):
        left, right = place(min(before, after)), place(max(before, after))
        steps.append(Step(in_words(piece), float(piece["weight"]), left, max(round(right - left, 2), 0.4), after))
    return Waterfall(steps, place(0.0), sums[-1], 1 / (1 + math.exp(-min(max(sums[-1], -700), 700))))

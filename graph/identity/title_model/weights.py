"""What each measure between two sets of papers is worth, for corpora of many fields of which only titles are known.

A logit is a sum of pieces, one a measure. The weight of a measure is read from a table: its rows stand for values of the measure
(`knots`), its columns for sizes of the smaller set; between two knots it changes in a straight line.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Self

import numpy as np

from graph.identity.title_model.features import MEASURES
from graph.identity.title_model.title_vectors import Floats

BASE = "base"
_SMALLER = MEASURES.index("smaller")


@dataclass(frozen=True)
class TitleWeights:
    """`sizes` and `knots` are where the tables' columns and rows stand; the table "base" has one row."""

    sizes: Sequence[float]
    knots: Mapping[str, Sequence[float]]
    tables: Mapping[str, Floats]
    learned_on: tuple[str, ...] = ()
    """The keys of the names that they were learned on."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The weights as they stand in JSON."""
        tables = {name: np.array(table, dtype=np.float32) for name, table in values["tables"].items()}
        return cls(values["sizes"], values["knots"], tables, tuple(values["learned_on"]))

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """The weights that come with the package: learned on names of authors from all of computing."""
        return cls.of(json.loads(files("graph.identity.title_model").joinpath("weights.json").read_text(encoding="utf-8")))

    @cached_property
    def _padded(self) -> tuple[list[int], Floats, Floats]:
        """The columns of the measures, their knots and tables, all of one shape so that one look-up serves all measures."""
        rows = max(map(len, self.knots.values()))
        knots = np.full((len(self.knots), rows), np.inf, dtype=np.float32)
        tables = np.zeros((len(self.knots), rows, len(self.sizes)), dtype=np.float32)
        for place, (name, held) in enumerate(self.knots.items()):
            knots[place, : len(held)], tables[place, : len(held)] = held, self.tables[name]
        return [MEASURES.index(name) for name in self.knots], knots, tables

    def logits(self, measures: Floats) -> Floats:
        """The logit of each row of measures that both sets are one person's."""
        base, pieces = self._pieces(measures)
        return np.asarray(base + pieces.sum(axis=1), dtype=np.float32)

    def pieces(self, measures: Floats) -> dict[str, float]:
        """What each measure adds to the logit of one row of measures, the base among them."""
        base, pieces = self._pieces(measures[None, :])
        return {BASE: float(base[0]), **dict(zip(self.knots, map(float, pieces[0]), strict=True))}

    def _pieces(self, measures: Floats) -> tuple[Floats, Floats]:
        columns, knots, tables = self._padded
        size = shares(measures[:, _SMALLER], self.sizes)
        values = np.maximum(measures[:, columns], knots[:, 0])
        last = np.isfinite(knots).sum(axis=1) - 1
        before = np.minimum((values[:, :, None] >= knots).sum(axis=2) - 1, last - 1)
        place = np.arange(len(columns))
        low, high = knots[place, before], knots[place, before + 1]
        part = np.minimum((values - low) / (high - low), 1)[:, :, None]
        cells = tables[place, before] * (1 - part) + tables[place, before + 1] * part
        return size @ self.tables[BASE][0], np.asarray((cells * size[:, None, :]).sum(axis=2), dtype=np.float32)


def shares(values: Floats, knots: Sequence[float]) -> Floats:
    """How near each value is to each knot: its two neighbours share 1, values beyond the ends belong to the ends."""
    places = np.asarray(knots, dtype=np.float32)
    held = np.clip(values, places[0], places[-1])
    before = np.clip(np.searchsorted(places, held, side="right") - 1, 0, len(places) - 2)
    part = (held - places[before]) / (places[before + 1] - places[before])
    found = np.zeros((len(values), len(places)), dtype=np.float32)
    rows = np.arange(len(values))
    found[rows, before], found[rows, before + 1] = 1 - part, part
    return found

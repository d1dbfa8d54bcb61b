"""What each piece of identity evidence is worth: the weights that the stored queries take, read for the same sums in Python.

They are the default of the parameter `weights` of `split_candidates` and `mixed_candidates`: features, bins, and tables of
log-likelihood ratios, learned as `tests/bench/README.md` tells. Both ways of counting use this one file.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Self, cast

from graph.queries.bound import Run
from graph.queries.kept_weights import weights_kept
from graph.queries.registry import Registry
from graph.queries.rows import weights_from

Table = Sequence[Sequence[float]]
Measures = Mapping[str, Mapping[str, float]]
"""Of each feature that anything is known of, what was measured, by the names of the measures."""


class Axes(NamedTuple):
    """By the bins of which two measures the table of a feature is divided."""

    rows: str
    columns: str


def shipped_values() -> dict[str, Any]:
    """The weights that come with the package, as the map that stored queries take."""
    parameters = {parameter.name: parameter for parameter in Registry.shipped()["split_candidates"].params}
    return cast("dict[str, Any]", parameters["weights"].default)


@dataclass(frozen=True)
class Weights:
    """`bins` divide each measure at these values. A table of `tables` gives the weight of a feature: a row for each bin of the
    one measure that `features` names, a column for each bin of the other. `split` and `mixed` hold the priors, `linked` how many
    collaborators are expected to be linked."""

    features: Mapping[str, Axes]
    bins: Mapping[str, Sequence[float]]
    tables: Mapping[str, Table]
    split: Mapping[str, Any]
    mixed: Mapping[str, float]
    linked: Mapping[str, float]
    version: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The weights that the map parameter `weights` holds."""
        features = {one["name"]: Axes(one.get("rows", one["name"]), one["columns"]) for one in values["features"]}
        version = str(values.get("version", ""))
        return cls(features, values["bins"], values["tables"], values["split"], values["mixed"], values["linked"], version)

    @classmethod
    def shipped(cls) -> Self:
        """The weights that come with the package."""
        return cls.of(shipped_values())

    @classmethod
    def in_use(cls, run: Run) -> Self:
        """The weights that the graph keeps of its own, else the shipped ones. Raises as `run` does."""
        kept = weights_kept(weights_from(run).weights, shipped_values())
        return cls.shipped() if kept is None else cls.of(kept)

    def terms(self, measured: Measures) -> Iterator[tuple[str, float]]:
        """The features that something was measured of, in their order, with their weights: those of their tables, before the
        slope of the question. What is not known gives none."""
        for name, (rows, columns), row_bins, column_bins, table in self._tables:
            if measures := measured.get(name):
                yield name, table[bisect_right(row_bins, measures[rows])][bisect_right(column_bins, measures[columns])]

    @cached_property
    def _tables(self) -> list[tuple[str, Axes, Sequence[float], Sequence[float], Table]]:
        """Each feature with everything that a weight of it takes: clustering asks for very many."""
        return [
            (name, axes, self.bins[axes.rows], self.bins[axes.columns], self.tables[name]) for name, axes in self.features.items()
        ]

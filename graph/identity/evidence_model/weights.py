"""What each piece of identity evidence is worth: the weights that the stored queries take, read for the same sums in Python.

They are the default of the parameter `weights` of `split_candidates` and `mixed_candidates`: features, bins, and tables of
log-likelihood ratios, learned as `tests/bench/README.md` tells. Both ways of counting use this one file.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from graph.queries.registry import Registry

Table = Sequence[Sequence[float]]
Measures = Mapping[str, Mapping[str, float]]
"""Of each feature that anything is known of, what was measured, by the names of the measures."""


@dataclass(frozen=True)
class Weights:
    """`bins` divide each measure at these values. A table of `tables` gives the weight of a feature: a row for each bin of the
    measure of the feature's own name, a column for each bin of the measure that `features` names. `split` and `mixed` hold the
    priors."""

    features: Mapping[str, str]
    bins: Mapping[str, Sequence[float]]
    tables: Mapping[str, Table]
    split: Mapping[str, Any]
    mixed: Mapping[str, float]
    version: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The weights that the map parameter `weights` holds."""
        features = {feature["name"]: feature["columns"] for feature in values["features"]}
        version = str(values.get("version", ""))
        return cls(features, values["bins"], values["tables"], values["split"], values["mixed"], version)

    @classmethod
    def shipped(cls) -> Self:
        """The weights that come with the package."""
        parameters = {parameter.name: parameter for parameter in Registry.shipped()["split_candidates"].params}
        return cls.of(parameters["weights"].default)  # type: ignore[arg-type]

    def terms(self, measured: Measures) -> Iterator[tuple[str, float]]:
        """The features that something was measured of, in their order, with their weights: those of their tables, before the
        slope of the question. What is not known gives none."""
        for name, columns, row_bins, column_bins, table in self._tables:
            if measures := measured.get(name):
                yield name, table[bisect_right(row_bins, measures[name])][bisect_right(column_bins, measures[columns])]

    @cached_property
    def _tables(self) -> list[tuple[str, str, Sequence[float], Sequence[float], Table]]:
        """Each feature with everything that a weight of it takes: clustering asks for very many."""
        return [
            (name, columns, self.bins[name], self.bins[columns], self.tables[name]) for name, columns in self.features.items()
        ]

"""What each piece of identity evidence is worth: the weights that the stored queries take, read for the same sums in Python.

They are the default of the parameter `weights` of `split_candidates` and `mixed_candidates`: tables of log-likelihood ratios,
learned as `tests/bench/README.md` tells. Both ways of counting use this one file.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from graph.queries.registry import Registry

Table = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Weights:
    """`edges` divide a measure into bins, `tables` give the weight of a bin (row and column); `split` and `mixed` the priors."""

    edges: Mapping[str, Sequence[float]]
    tables: Mapping[str, Any]
    split: Mapping[str, Any]
    mixed: Mapping[str, float]
    version: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The weights that the map parameter `weights` holds."""
        return cls(values["edges"], values["tables"], values["split"], values["mixed"], str(values.get("version", "")))

    @classmethod
    def shipped(cls) -> Self:
        """The weights that come with the package."""
        parameters = {parameter.name: parameter for parameter in Registry.shipped()["split_candidates"].params}
        return cls.of(parameters["weights"].default)  # type: ignore[arg-type]

    def bin(self, measure: str, value: float) -> int:
        """The bin that a value of a measure falls into: the number of edges that are not above it."""
        return bisect_right(self.edges[measure], value)

"""The evidence tables: log-likelihood ratios of binned measures, by a logistic regression whose weights are smooth.

Every cell of every table is one weight. The penalty is a ridge on each weight and a square on the difference of neighbouring
cells, so that a cell with few cases takes after its neighbours.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.evidence import PaperSet, terms
from graph.identity.evidence_model.weights import Weights

SHIPPED = Weights.shipped()
"""Its features and bins are set by hand, in the file of the weights; its tables are what is learned."""
_MAY_BE_UNKNOWN = ("affiliation", "years")
_SMOOTHING = 10.0
_RIDGE = 1.0
_STEPS = 12
_AT_ONCE = 20_000
MOST_TERMS = len(SHIPPED.features) - 1
"""Collaborators are either shared or linked."""

Cells = NDArray[np.int64]
Floats = NDArray[np.float64]


def _numbers() -> dict[str, NDArray[np.int64]]:
    """The number of every cell, by table; 0 is kept for "no term"."""
    found, following = {}, 1
    for name, axes in SHIPPED.features.items():
        shape = (len(SHIPPED.bins[axes.rows]) + 1, len(SHIPPED.bins[axes.columns]) + 1)
        found[name] = np.arange(following, following + shape[0] * shape[1]).reshape(shape)
        following += shape[0] * shape[1]
    return found


NUMBERS = _numbers()
_CELLS_OF_TABLES = sum(table.size for table in NUMBERS.values())
_UNKNOWN = {name: _CELLS_OF_TABLES + 1 + number for number, name in enumerate(_MAY_BE_UNKNOWN)}
"""The cells of what may be unknown: of neither side there is an affiliation, or a year."""
CELLS = 1 + _CELLS_OF_TABLES + len(_UNKNOWN)
_NUMBERED = replace(SHIPPED, tables={name: table.tolist() for name, table in NUMBERS.items()})
"""Weights by which the terms of evidence are the numbers of their cells: so the very formula of the system is learned."""


def cells(corpus: Corpus, sides: Iterable[tuple[Collection[int], Collection[int]]]) -> Cells:
    """For each pair of sets of slots the numbers of the cells that its evidence falls into; 0 where there is no term."""
    rows = []
    for one, other in sides:
        focal = {corpus.name_of[corpus.record_of[slot]] for slots in (one, other) for slot in slots}
        found = terms(corpus, _NUMBERED, PaperSet.of(corpus, one, focal), PaperSet.of(corpus, other, focal))
        rows.append([int(number) for number in found] + [0] * (MOST_TERMS - len(found)))
    held = np.array(rows, dtype=np.int64).reshape(-1, MOST_TERMS)
    unknown = [np.where(np.isin(held, NUMBERS[name]).any(axis=1), 0, number) for name, number in _UNKNOWN.items()]
    return np.column_stack([held, *unknown])


def fitted(found: Cells, same: NDArray[np.bool_], towards: Floats | None = None) -> Floats:
    """The weight of each cell, the intercept in the place of cell 0: Newton's method, a few steps are enough.

    The intercept is that of as many pairs of one person as of two, whatever the pairs are: it is not a prior. Where the pairs say
    little the weights are near 0, or near those of `towards` where these are given: the penalty is on what differs from them.
    """
    middle, penalty = np.zeros(CELLS) if towards is None else towards, _penalty()
    weights = middle.copy()
    for _ in range(_STEPS):
        slope, curve = penalty @ (weights - middle), penalty.copy()
        for start in range(0, len(found), _AT_ONCE):
            design = _design(found[start : start + _AT_ONCE])
            said = 1 / (1 + np.exp(-(design @ weights)))
            slope += design.T @ (said - same[start : start + _AT_ONCE])
            curve += design.T @ (design * (said * (1 - said))[:, None])
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    weights[0] -= np.log(same.sum() / (~same).sum())
    return weights


def tables_of(weights: Floats) -> tuple[float, dict[str, list[Any]]]:
    """The base and the tables, so that 0 is what nothing known says: no affiliation, no collaborators, no topics, no year."""
    values = {name: weights[table] for name, table in NUMBERS.items()}
    nobody = values["linked_collaborators"][0, 0]
    without = {"shared_collaborators": nobody, "linked_collaborators": nobody, "topics": values["topics"][0, 0]}
    without |= {name: weights[number] for name, number in _UNKNOWN.items()}
    without["years"] = values["years"].mean()  # hardly a paper is without a year
    base = float(weights[0] + sum(without[name] for name in ("linked_collaborators", "topics", *_MAY_BE_UNKNOWN)))
    # That both have affiliations at all says that they are recent; that these differ never speaks for one person.
    values["affiliation"][0] = np.minimum(values["affiliation"][0], without["affiliation"])
    return base, {name: np.round(table - without.get(name, 0.0), 3).tolist() for name, table in values.items()}


def weights_of(base: float, tables: Mapping[str, Sequence[Sequence[float]]]) -> Floats:
    """The weight of each cell that tables give: what `tables_of` takes apart again."""
    weights = np.zeros(CELLS)
    weights[0] = base
    for name, numbers in NUMBERS.items():
        weights[numbers] = tables[name]
    return weights


def summed(weights: Floats, found: Cells) -> Floats:
    """The base and the terms of each row together."""
    terms_only = np.append(0.0, weights[1:])
    return np.asarray(weights[0] + terms_only[found].sum(axis=1), dtype=np.float64)


def _design(found: Cells) -> Floats:
    """One column for each cell; that of 0, which stands for "no term", is the intercept's."""
    design = np.zeros((len(found), CELLS))
    design[np.arange(len(found))[:, None], found] = 1.0
    design[:, 0] = 1.0
    return design


def _penalty() -> Floats:
    penalty = np.zeros((CELLS, CELLS))
    penalty[np.arange(1, CELLS), np.arange(1, CELLS)] = _RIDGE
    for one, other in _neighbours(NUMBERS):
        penalty[one, one] += _SMOOTHING
        penalty[other, other] += _SMOOTHING
        penalty[one, other] -= _SMOOTHING
        penalty[other, one] -= _SMOOTHING
    return penalty


def _neighbours(tables: Mapping[str, Cells]) -> Iterator[Sequence[int]]:
    for table in tables.values():
        for ones, others in ((table[:-1], table[1:]), (table[:, :-1], table[:, 1:])):
            yield from zip(ones.ravel().tolist(), others.ravel().tolist(), strict=True)

"""Weights fitted to the graph at hand, without labels, as far as it can tell.

The evidence tables are fitted as those of the package are (`rare_names`, `evidence_tables`), except that few pairs are drawn to
the shipped ones and not to 0: what a small graph says nothing of weighs as it did. The more pairs there are the less they are
drawn, so that the Anthology teaches what it taught before. The priors between names keep the shipped values, since they were
learned from curated lists of names, which few graphs hold; they move only with the base of the tables.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from graph.errors import TooLittleError
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.learning.evidence_tables import CELLS, Cells, Floats, cells, fitted, summed, tables_of, weights_of
from graph.identity.learning.rare_names import samples

LEAST_PAIRS = 2000
"""So many pairs the tables take. On the ACL Anthology such tables tell pairs of other names apart nearly as well as those of
all 87,000 pairs do (log loss .373 against .371), and where the tables that they are drawn to are far off they make good four
fifths of the difference (tests/bench/README.md)."""
DRAWN = 20_000
"""From so many pairs on the tables are drawn to 0 more than to the shipped ones."""
PRIOR_SHIFT, MIDDLE_SCORE = 0.35, 0.5
"""How the base of the tables stands in that of the priors between names: base = PRIOR_SHIFT + evidence · base of the tables −
name · MIDDLE_SCORE."""


@dataclass(frozen=True)
class Fitted:
    """Weights as the stored queries take them, from so many pairs of so many rare names.

    `loss_shipped` and `loss` are mean log losses over these pairs, by the shipped tables and by tables fitted to the names of the
    other half; `spread` is by how much the weights of the two halves differ, on the mean of what the pairs fall into.
    """

    weights: Mapping[str, Any]
    pairs: int
    names: int
    loss_shipped: float
    loss: float
    spread: float
    uses: Floats
    """How many of the pairs fall into each cell of the tables."""


def fit(corpus: Corpus, shipped: Mapping[str, Any]) -> Fitted:
    """The weights of a corpus, drawn to the shipped ones; the same every time. Raises TooLittleError where there are fewer than
    `LEAST_PAIRS` pairs of sets of papers to learn from."""
    rare = list(samples(corpus))
    same = np.array([sample.same for sample in rare], dtype=np.bool_)
    names = np.array([sample.records[0] for sample in rare], dtype=np.int64)
    if len(rare) < LEAST_PAIRS or same.all():
        raise TooLittleError(
            f"the graph is too small to learn weights from: its rare names give {len(rare):,} pairs of sets of papers, and "
            f"{LEAST_PAIRS:,} are needed. About seven come of each name that is rare, has two papers or more and a family name "
            "that three others bear. The weights stay as they are"
        )
    found = cells(corpus, (sample.slots for sample in rare))
    start = weights_of(tables_base(shipped), shipped["tables"])
    base, tables = tables_of(_drawn(found, same, start))
    halves = _halves(names)
    of_halves = [_drawn(found[half], same[half], start) for half in (halves, ~halves)]
    held = np.where(halves, summed(of_halves[1], found), summed(of_halves[0], found))
    uses = np.bincount(found.ravel(), minlength=CELLS).astype(np.float64)
    uses[0] = 0.0
    spread = float((uses * np.abs(of_halves[0] - of_halves[1])).sum() / uses.sum())
    weights = with_tables(shipped, base, tables)
    losses = (_loss(summed(start, found), same), _loss(held, same))
    return Fitted(weights, len(rare), len(set(names.tolist())), *losses, spread, uses)


def _drawn(found: Cells, same: NDArray[np.bool_], start: Floats) -> Floats:
    return fitted(found, same, start * (DRAWN / (DRAWN + len(found))))


def with_tables(shipped: Mapping[str, Any], base: float, tables: Mapping[str, Sequence[Sequence[float]]]) -> dict[str, Any]:
    """The shipped weights with other tables, of this base, and priors that count from it."""
    weights = deepcopy(dict(shipped))
    moved = base - tables_base(shipped)
    weights["tables"] = dict(tables)
    return shifted(weights, weights["split"]["evidence"] * moved, weights["mixed"]["evidence"] * moved)


def shifted(weights: Mapping[str, Any], split: float, mixed: float) -> dict[str, Any]:
    """The weights with the bases of both questions moved by so much, and the version that follows from all of it."""
    found = deepcopy(dict(weights))
    for question, by in (("split", split), ("mixed", mixed)):
        found[question]["base"] = round(found[question]["base"] + by, 3)
    found["version"] = ""
    digest = blake2b(msgspec.json.encode(found, order="sorted"), digest_size=4).hexdigest()
    return {**found, "version": f"{str(weights['version']).partition(' ')[0]} learned {digest}"}


def tables_base(weights: Mapping[str, Any]) -> float:
    """What the tables say of a pair of which nothing is known, which stands in the base of the priors between names."""
    split = weights["split"]
    return float((split["base"] - PRIOR_SHIFT + split["name"] * MIDDLE_SCORE) / split["evidence"])


def _halves(names: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which pairs are of the names of one half, the same every time."""
    distinct = np.unique(names)
    chosen = np.random.default_rng(1).permutation(distinct)[: len(distinct) // 2]
    return np.isin(names, chosen)


def _loss(logits: Floats, same: NDArray[np.bool_]) -> float:
    return float(np.logaddexp(0, np.where(same, -logits, logits)).mean())

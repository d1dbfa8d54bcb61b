"""What two similar names say beforehand of one person behind them, learned from curated names and ORCIDs.

A curated list says which names are one person's, never which are not. So each pair of one person is taken to be in the list with
a constant probability (`COVERAGE`), and the model says how likely it is in the list: the likelihood of Elkan & Noto 2008,
"Learning classifiers from only positive and unlabeled data", with the coverage given instead of estimated. Pairs of two records
with ORCIDs are known both ways.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.identity.learning.fitting import MIDDLE_SCORE, PRIOR_SHIFT
from graph.names.differences import MEANINGS, Difference

COVERAGE = 0.19
"""The share of one person's pairs of names that the curated list is taken to hold: of about 9,950 likely pairs it has 1,700. With
.17 about 10,300 pairs are likely, with .23 about 9,450."""
_SLOPE = 0.8
"""Before sharpening: how much of the evidence tables' sum counts. It is held fixed, since a curated list tells more of people
with many papers, and the slope would take that in."""
_FURTHEST = 8.0
_ORCID_WEIGHT = 3.0
_RIDGE = 3.0
"""How firmly the weights of the kinds are held to their mean: of most kinds the list has few pairs."""
_STEPS = 60

_SHARPER, _SHIFT, _MIDDLE_SCORE = 1.3, PRIOR_SHIFT, MIDDLE_SCORE
"""From the model's logit to the one that is used, set by hand on about 300 judged candidates, as is `JUDGED`: the model itself
cannot know how much of what it does not find in the list is missing there."""
JUDGED = {
    "initial": 4.5,
    "initials": 3.5,
    "transliteration": 2.5,
    "letter": 2.0,
    "nickname": 2.0,
    "typo": 1.5,
    "order": 2.0,
    "other": 1.5,
    "same": 1.5,
    "spelling": 1.0,
    "later": 1.0,
    "short": 1.0,
    "part": 1.0,
    "middle": 0.5,
    "compound": -0.5,
    "word": -1.0,
}
"""By kind of difference, what judging added to the learned weight: the list is poorer in pairs of some kinds than in others."""
_COMPETING = 0.05
CHANGED: dict[Difference, float] = {"family": -18.55, "form": -6.52, "given": -13.4}
"""The kinds of names that may have been changed, set by hand: no list has enough of them. They were chosen so that of the likely
ones on the Anthology as many are right as their probabilities say (tests/bench/README.md)."""
_OF_KINDS = {
    "rarity_of": {"family": -1.5, "initial": -0.7, "middle": -0.65, "later": -0.65},
    "competing_pairs_of": {"initial": -1.2, "initials": -0.2},
}
"""Set likewise: the commoner the name, the less a single initial, a name left out or a given name alone says; an initial may be
any competitor's."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Pairs:
    """What is known of pairs of records: the kind of difference, the logarithms of the expected namesakes and of the competing
    pairs, the likeness; whether the list has them, whether both have an ORCID, and whether one is the same."""

    kinds: NDArray[np.str_]
    namesakes: Floats
    competing: Floats
    score: Floats
    listed: Flags
    known: Flags
    same: Flags

    def only(self, wanted: Flags) -> "Pairs":
        """Those of some rows."""
        return Pairs(
            *(getattr(self, name)[wanted] for name in ("kinds", "namesakes", "competing", "score", "listed", "known", "same"))
        )


def split_weights(pairs: Pairs, evidence: Floats, base: float) -> dict[str, object]:
    """The part `split` of the weights. `evidence` is the sum of each pair's terms, the base of the tables among them."""
    names = list(MEANINGS)
    columns = [pairs.kinds == name for name in names]
    others = pairs.namesakes, pairs.competing, pairs.score - _MIDDLE_SCORE, np.ones(len(evidence))
    design = np.column_stack([*columns, *others]).astype(np.float64)
    found = _fitted(design, _SLOPE * np.clip(evidence, -_FURTHEST, _FURTHEST), pairs, len(names)) * _SHARPER
    rarity, _, name, mean = found[len(names) :]
    kinds = found[: len(names)] + mean
    seen = {kind for kind, column in zip(names, columns, strict=True) if column.any()}
    of_kind = {
        kind: round(float(value + JUDGED.get(kind, 0.0)), 2) for kind, value in zip(names, kinds, strict=True) if kind in seen
    }
    of_kind |= CHANGED
    of_kind.setdefault("number", of_kind.get("same", 0.0))
    slope = _SHARPER * _SLOPE
    return {
        "base": round(float(_SHIFT + slope * base - name * _MIDDLE_SCORE), 3),
        "evidence": round(slope, 3),
        "name": round(float(name), 3),
        "rarity": round(float(rarity), 3),
        "competing_pairs": _COMPETING,
        "kinds": dict(sorted(of_kind.items())),
        **_OF_KINDS,
    }


def _fitted(design: Floats, offset: Floats, pairs: Pairs, kinds: int) -> Floats:
    """Fisher's scoring with steps halved while they make things worse."""
    ridge = np.diag([_RIDGE] * kinds + [1e-6] * (design.shape[1] - kinds))
    weights = np.zeros(design.shape[1])
    loss = _loss(offset, pairs)
    for _ in range(_STEPS):
        slope, curve = _slopes(design @ weights + offset, pairs)
        step = np.linalg.solve(design.T @ (design * curve[:, None]) + ridge, design.T @ slope + ridge @ weights)
        size = 1.0
        while size > 1e-4:
            tried = weights - size * step
            found = _loss(design @ tried + offset, pairs) + 0.5 * float(tried @ ridge @ tried)
            if found < loss:
                break
            size /= 2
        if size <= 1e-4:
            break
        weights, loss = tried, found
    return weights


def _probabilities(logits: Floats) -> tuple[Floats, Floats]:
    said = np.clip(1 / (1 + np.exp(-logits)), 1e-9, 1 - 1e-9)
    return said, np.clip(COVERAGE * said, 1e-9, 1 - 1e-9)


def _loss(logits: Floats, pairs: Pairs) -> float:
    said, listed = _probabilities(logits)
    of_list = -np.where(pairs.listed, np.log(listed), np.log(1 - listed))
    of_orcid = -_ORCID_WEIGHT * np.where(pairs.same, np.log(said), np.log(1 - said))
    return float(np.where(pairs.known, of_orcid, of_list).sum())


def _slopes(logits: Floats, pairs: Pairs) -> tuple[Floats, Floats]:
    """First and expected second derivatives of the loss by the logit."""
    said, listed = _probabilities(logits)
    inner = COVERAGE * said * (1 - said)
    of_list = np.where(pairs.listed, -1 / listed, 1 / (1 - listed)) * inner
    slope = np.where(pairs.known, _ORCID_WEIGHT * (said - pairs.same), of_list)
    curve = np.where(pairs.known, _ORCID_WEIGHT * said * (1 - said), inner * inner / (listed * (1 - listed)))
    return slope, curve

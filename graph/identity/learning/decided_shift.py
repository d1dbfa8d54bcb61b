"""How far the probabilities of pairs are off all together, by what people decided.

One number is added to every logit (Platt 1999, "Probabilistic outputs for support vector machines", with the slope held at 1):
it is all that some dozens of decisions can tell. In which order people decide does not matter, since they choose by what is
known of a pair before they decide; what a command accepted many at once by the probability alone says nothing and does not
count."""

from collections.abc import Sequence
from math import sqrt

from graph.identity.calibration import DECIDED, LEAST_CASES, Case, loss
from graph.identity.evidence_model.clustering import logistic

LEAST_OF_EACH = 10
"""So many decisions of either kind it takes."""
_FOLDS = 10
_STEPS = 30


def decided_shift(cases: Sequence[Case]) -> float:
    """What is to be added to the logit of every pair; 0 where there are too few decisions, or where what nine tenths of them
    say does not make the rest likelier by more than its standard error."""
    decided = [case for case in cases if case.ground == DECIDED]
    together = sum(case.is_so for case in decided)
    if len(decided) < LEAST_CASES or min(together, len(decided) - together) < LEAST_OF_EACH:
        return 0.0
    gains = []
    for fold in range(_FOLDS):
        by = _shift([case for place, case in enumerate(decided) if place % _FOLDS != fold])
        held = decided[fold::_FOLDS]
        gains += [loss(case.logit, is_so=case.is_so) - loss(case.logit + by, is_so=case.is_so) for case in held]
    mean = sum(gains) / len(gains)
    error = sqrt(sum((gain - mean) ** 2 for gain in gains) / (len(gains) - 1) / len(gains))
    return round(_shift(decided), 3) if mean > error else 0.0


def _shift(cases: Sequence[Case]) -> float:
    """The likeliest shift, with a normal distribution of standard deviation 1 before anything is known: Newton's method."""
    by = 0.0
    for _ in range(_STEPS):
        said = [logistic(case.logit + by) for case in cases]
        slope = by + sum(one - case.is_so for one, case in zip(said, cases, strict=True))
        by -= slope / (1 + sum(one * (1 - one) for one in said))
    return by

"""Checks of what evidence is taken to be worth: by which weights, and whether the probabilities held that people saw."""

from graph.doctor.check import Check, ok, warning
from graph.identity.calibration import LEAST_CASES, seen_in_log, standing, wilson
from graph.identity.evidence_model.clustering import logistic
from graph.identity.kept_weights import unused, weights_in_use
from graph.queries.bound import Queries
from graph.queries.rows import count_from
from loaders.counted import counted

WORTH_LEARNING = 2500
"""From so many author records on a graph is likely to have rare names enough to learn from, as parts of the Anthology do."""


def check_weights(queries: Queries) -> Check:
    """By which weights of identity evidence the graph goes."""
    found = weights_in_use(queries.read)
    if found.own is None:
        is_large = count_from(queries.read, "count_authors") >= WORTH_LEARNING
        more = "; this graph may be large enough to learn its own: `scholargraph learn`" if is_large else ""
        return ok("weights", f"the shipped ones, version {found.shipped}, learned on papers of computational linguistics{more}")
    if not found.used:
        return warning("weights", unused(found), "run `scholargraph learn`, which says what would change")
    named = f"the graph's own, version {found.version!r}, learned {found.own.at[:10]} from {counted(found.own.pairs, 'pair')}"
    if found.own.shipped != found.shipped:
        since = f"{named}; since then the shipped ones came to version {found.shipped}"
        return warning("weights", since, "run `scholargraph learn` again, which says what would change")
    return ok("weights", named)


def check_probabilities(queries: Queries) -> Check:
    """Whether the probabilities held that people saw. Those of now would take the whole graph in memory."""
    seen = seen_in_log(standing(queries.read))
    if len(seen) < LEAST_CASES:
        decided = f"{counted(len(seen), 'candidate')} decided one by one"
        return ok("probabilities", f"{decided}, too few to say whether they hold ({LEAST_CASES} are needed)")
    so, expected = sum(case.is_so for case in seen), sum(logistic(case.logit) for case in seen) / len(seen)
    low, high = wilson(so, len(seen))
    said = f"of {len(seen)} candidates decided one by one {so / len(seen):.0%} were so; people saw {expected:.0%} on the mean"
    if low <= expected <= high:
        return ok("probabilities", said)
    return warning("probabilities", said, "`scholargraph calibration` shows where; `scholargraph learn` may mend it")

"""Which weights of identity evidence a graph goes by: the shipped ones, or its own, which were learned from it."""

import warnings
from dataclasses import dataclass

import msgspec

from graph.errors import UnusedWeightsWarning
from graph.identity.evidence_model.weights import shipped_values
from graph.queries.bound import Run
from graph.queries.kept_weights import weights_kept
from graph.queries.rows import weights_from


class LearnedFrom(msgspec.Struct, frozen=True, omit_defaults=True):
    """When weights were learned, from how many pairs of how many rare names, drawn to which shipped ones, and of how many decided
    pairs the shift of all probabilities is."""

    version: str = ""
    at: str = ""
    pairs: int = 0
    names: int = 0
    shipped: str = ""
    shift: float = 0.0


@dataclass(frozen=True)
class WeightsInUse:
    """The version of the weights in use, that of the shipped ones, and, where the graph keeps some of its own, what these were
    learned from (`own`), and whether they are the ones in use (`used`): those of another shape than the package's are not."""

    version: str
    shipped: str
    own: LearnedFrom | None = None
    used: bool = False


def weights_in_use(run: Run) -> WeightsInUse:
    """Which weights the graph goes by. Raises as `run` does."""
    shipped = shipped_values()
    held = weights_from(run)
    if held.weights is None:
        return WeightsInUse(str(shipped["version"]), str(shipped["version"]))
    kept = weights_kept(held.weights, shipped)
    return WeightsInUse(str((kept or shipped)["version"]), str(shipped["version"]), _learned_from(held.learned), kept is not None)


def _learned_from(text: str | None) -> LearnedFrom:
    """As far as it can be read: a later version of the package may have written it."""
    try:
        return msgspec.json.decode(text or "{}", type=LearnedFrom)
    except (msgspec.DecodeError, RecursionError):
        return LearnedFrom()


def warn_if_unused(run: Run) -> None:
    """Warn (UnusedWeightsWarning) where the graph keeps weights that are not used, saying what to do. Raises as `run` does."""
    found = weights_in_use(run)
    if found.own and not found.used:
        warnings.warn(unused(found), UnusedWeightsWarning, stacklevel=2)


def unused(found: WeightsInUse) -> str:
    """That the weights which the graph keeps are not used, and what to do, in words."""
    named = f"weights of its own ({found.own.version})" if found.own and found.own.version else "weights of its own"
    return (
        f"the graph keeps {named} of another shape than this scholargraph's: they are not used, the shipped ones (version "
        f"{found.shipped}) are; run `scholargraph learn --keep` to learn them anew, or `scholargraph learn --forget`"
    )

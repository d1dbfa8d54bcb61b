"""The weights that a graph keeps of its own, in the place of the shipped ones that a stored query declares as its default.

`scholargraph learn --keep` writes them on the graph's card, as JSON. They hold where they have the shape of the shipped ones: the
same features, bins, tables of the same size and priors of the same names, and numbers that a logit can bear. Others, which
another version of the package learned or somebody changed by hand, are left alone and not used.
"""

from collections.abc import Mapping, Sequence

import msgspec

WEIGHTS = "weights"
"""The parameter that takes weights."""
AS_TEXT = ("version",)
"""Keys of which the value is text."""
SET_BY_HAND = ("features", "bins", "linked")
"""Keys of which the value is the same in all weights of one shape."""
LARGEST = 1000
"""No weight is further from nought: shipped ones stay below 21, and e to this power is beyond any number of 64 bits."""


def weights_kept(text: str | None, shipped: object) -> dict[str, object] | None:
    """The weights that a card holds; None where it holds none, or such as do not have the shape of the shipped ones."""
    if text is None or not isinstance(shipped, Mapping):
        return None
    try:
        kept = msgspec.json.decode(text, type=dict[str, object])
    except (msgspec.DecodeError, RecursionError):
        return None
    return kept if _fits(kept, shipped) else None


def _fits(kept: Mapping[str, object], shipped: Mapping[str, object]) -> bool:
    if kept.keys() != shipped.keys() or any(kept[key] != shipped[key] for key in SET_BY_HAND if key in shipped):
        return False
    others = kept.keys() - {*SET_BY_HAND, *AS_TEXT}
    return isinstance(kept.get("version", ""), str) and all(_alike(kept[key], shipped[key]) for key in others)


def _alike(one: object, other: object) -> bool:
    """Whether both have the same keys and lengths all the way down, and numbers in the same places."""
    if isinstance(other, Mapping):
        return isinstance(one, Mapping) and one.keys() == other.keys() and all(_alike(one[key], other[key]) for key in other)
    if isinstance(other, Sequence) and not isinstance(other, str):
        if not isinstance(one, Sequence) or isinstance(one, str) or len(one) != len(other):
            return False
        return all(_alike(here, there) for here, there in zip(one, other, strict=True))
    return isinstance(one, int | float) and not isinstance(one, bool) and abs(one) <= LARGEST

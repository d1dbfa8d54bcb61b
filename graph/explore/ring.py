"""A person's surroundings laid out on a ring: everything stands where its label has room, whatever the numbers.

The person stands in the centre, all else on one circle, a sector for each layer, people beside those with whom they wrote most.
The circle grows with what stands on it. The same graph gives the same picture.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_RADIUS = 210.0
ROOM = 17.0
"""So much of the circle a label needs."""
LETTER = 7.2
"""About so wide is a letter of a label."""
LABEL = 34
"""So many letters of a name make its label."""
MARGIN = 24.0
GAP = 2
"""Places left free between two sectors."""
TIE = tuple[str, str]


@dataclass(frozen=True)
class Spot:
    """Where a node stands: its place, and how its label is turned, so that it can be read from the right or from the left."""

    x: float
    y: float
    turn: float
    anchor: str
    label_x: float


@dataclass(frozen=True)
class Ring:
    """The places of all nodes by uid, within a square picture of that size, the centre in its middle."""

    spots: Mapping[str, Spot]
    size: float
    radius: float


def ring_of(layers: Sequence[Sequence[str]], longest: int = LABEL) -> Ring:
    """Places for the nodes of each layer in their order, with room around the circle for a label of so many letters."""
    shown = [layer for layer in layers if layer]
    places = sum(map(len, shown)) + GAP * len(shown)
    radius = max(LEAST_RADIUS, places * ROOM / (2 * math.pi))
    size = 2 * (radius + MARGIN + LETTER * longest)
    spots: dict[str, Spot] = {}
    place = 0.0
    for layer in shown:
        for uid in layer:
            spots[uid] = _spot(place / places, radius, size / 2)
            place += 1
        place += GAP
    return Ring(spots, round(size, 1), radius)


def _spot(share: float, radius: float, middle: float) -> Spot:
    """The place after this share of the way round, from the top clockwise."""
    angle = 2 * math.pi * share - math.pi / 2
    degrees = math.degrees(angle)
    left = math.cos(angle) < -1e-9
    return Spot(
        x=round(middle + radius * math.cos(angle), 1),
        y=round(middle + radius * math.sin(angle), 1),
        turn=round(degrees + 180 if left else degrees, 1),
        anchor="end" if left else "start",
        label_x=-12 if left else 12,
    )


def side_by_side(people: Sequence[str], ties: Mapping[TIE, float]) -> list[str]:
    """People in an order in which those who wrote most with each other stand beside each other: after each the closest one left,
    else the first one left. `people` come closest to the person in the centre first."""
    near: dict[str, dict[str, float]] = {uid: {} for uid in people}
    for (one, other), strength in ties.items():
        if one in near and other in near:
            near[one][other] = near[other][one] = strength
    left = dict.fromkeys(people)
    ordered: list[str] = []
    while left:
        around = [(-strength, uid) for uid, strength in near[ordered[-1]].items() if uid in left] if ordered else []
        following = min(around)[1] if around else next(iter(left))
        ordered.append(following)
        del left[following]
    return ordered


def chord(one: Spot, other: Spot, middle: float) -> str:
    """The path of a tie between two places on the circle, bent towards its middle the more the further they are apart."""
    across = math.hypot(one.x - other.x, one.y - other.y) / max(2 * math.hypot(one.x - middle, one.y - middle), 1)
    bend = 0.9 - 0.65 * across
    x, y = (round(middle + bend * ((a + b) / 2 - middle), 1) for a, b in ((one.x, other.x), (one.y, other.y)))
    return f"M{one.x} {one.y}Q{x} {y} {other.x} {other.y}"


def spoke(one: Spot, middle: float) -> str:
    """The path of a tie between the centre and a place on the circle."""
    return f"M{middle} {middle}L{one.x} {one.y}"


def shortened(text: str) -> str:
    """A label that has room beside the circle."""
    return text if len(text) <= LABEL else text[: LABEL - 1].rstrip() + "…"

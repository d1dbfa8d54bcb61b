"""The research graph's ring: labels have room whatever the numbers, and the same graph is the same picture."""

import math
from itertools import pairwise

import pytest

from graph.explore.ring import ROOM, chord, ring_of, shortened, side_by_side


@pytest.mark.parametrize("count", [1, 10, 60, 300])
def test_every_label_has_room_on_the_circle(count: int) -> None:
    ring = ring_of([[str(number) for number in range(count)], ["topic"]])
    spots = list(ring.spots.values())
    assert len(spots) == count + 1
    for one, other in pairwise(spots):
        assert math.hypot(one.x - other.x, one.y - other.y) > 0.9 * ROOM
    assert all(0 < spot.x < ring.size and 0 < spot.y < ring.size for spot in spots)


def test_the_picture_has_room_for_the_longest_label_around_the_circle() -> None:
    assert ring_of([["a"]], longest=30).size - ring_of([["a"]], longest=10).size == pytest.approx(2 * 20 * 7.2)


def test_no_label_stands_on_its_head() -> None:
    for spot in ring_of([[str(number) for number in range(90)]]).spots.values():
        upright = (spot.turn + 90) % 360
        assert 0 <= upright <= 180 or upright == pytest.approx(360, abs=0.2)


def test_people_stand_beside_those_with_whom_they_wrote_most() -> None:
    ties = {("a", "d"): 2.0, ("d", "b"): 1.0, ("a", "c"): 0.5}
    assert side_by_side(["a", "b", "c", "d"], ties) == ["a", "d", "b", "c"]
    assert side_by_side([], {}) == []


def test_the_same_graph_gives_the_same_picture() -> None:
    people = [f"p{number}" for number in range(40)]
    ties = dict.fromkeys(zip(people, people[7:], strict=False), 1.0)
    turned = dict(reversed(ties.items()))
    assert side_by_side(people, ties) == side_by_side(people, turned)
    assert ring_of([people]) == ring_of([people])


def test_a_tie_bends_towards_the_middle() -> None:
    ring = ring_of([["a", "b"]])
    a, b = ring.spots["a"], ring.spots["b"]
    assert chord(a, b, ring.size / 2).startswith(f"M{a.x} {a.y}Q")
    assert chord(a, b, ring.size / 2).endswith(f"{b.x} {b.y}")


def test_a_label_is_shortened_where_it_has_no_room() -> None:
    assert shortened("A short name") == "A short name"
    assert (len(shortened("x" * 10_000)), shortened("x" * 10_000)[-1]) == (34, "…")

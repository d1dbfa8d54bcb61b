"""The orders in which a test that promises "whichever comes first" loads its documents."""

import random
from collections.abc import Iterable
from itertools import permutations
from typing import Protocol, TypeVar

import pytest

MOST = 12
Thing = TypeVar("Thing")


class Orders(Protocol):
    """Gives some things in several orders."""

    def __call__(self, things: Iterable[Thing]) -> list[tuple[Thing, ...]]: ...


def there_and_back(things: Iterable[Thing]) -> list[tuple[Thing, ...]]:
    """As they are listed, and from the last to the first: so either of two comes first once."""
    listed = tuple(things)
    return [listed, listed[::-1]]


def every_order(things: Iterable[Thing]) -> list[tuple[Thing, ...]]:
    """All orders; of more than MOST, so many of them."""
    orders = list(permutations(things))
    return random.Random(7).sample(orders, MOST) if len(orders) > MOST else orders


in_orders = pytest.mark.parametrize(
    "orders",
    [
        pytest.param(there_and_back, id="there and back", marks=pytest.mark.any_line),
        pytest.param(every_order, id="every order", marks=pytest.mark.slow),
    ],
)
"""Gives a test its `orders`: few where one waits for it, all where it may be slow."""

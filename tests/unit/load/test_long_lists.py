"""Author lists of thousands of names: aligned and compared without comparing everybody with everybody."""

import random

import pytest

from graph.load import agreement, slots
from graph.load.long_lists import LONG, Places
from graph.names.comparison import compare
from loaders.records import Authorship, Identifier
from tests.atlas import names

MANY = 1000


class TooManyError(Exception):
    """More comparisons than a long list may take."""


@pytest.fixture(autouse=True)
def few_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails a test that compares more than twenty names for each name of the list."""
    left = [20 * MANY]

    def counting(one: object, other: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise TooManyError
        return compare(one, other)  # type: ignore[arg-type]

    monkeypatch.setattr(slots, "compare", counting)
    monkeypatch.setattr(agreement, "compare", counting)


def listed(printed: list[tuple[str, str]]) -> list[Authorship]:
    return [
        Authorship(name=f"{given} {family}", given=given, family=family, position=place)
        for place, (given, family) in enumerate(printed, 1)
    ]


@pytest.fixture
def full() -> list[Authorship]:
    return listed([("Anna " + given, family) for given, family in names(MANY)])


@pytest.fixture
def shortened() -> list[Authorship]:
    """The same people by initials, in another order."""
    printed = [("A. " + given, family) for given, family in names(MANY)]
    random.Random(2).shuffle(printed)
    return listed(printed)


def test_a_second_list_in_another_order_finds_its_slots(full: list[Authorship], shortened: list[Authorship]) -> None:
    aligned = slots._aligned([full, shortened], told=True)
    assert len(aligned) == MANY
    assert [slot.position for slot in aligned] == list(range(1, MANY + 1))
    for slot in aligned:
        long, short = slot.forms
        assert long.name == "Anna" + short.name.removeprefix("A.")


def test_names_without_a_position_find_their_slots(full: list[Authorship]) -> None:
    unplaced = [Authorship(name="A." + author.name.removeprefix("Anna")) for author in full[::50]]
    aligned = slots._aligned([full, unplaced], told=True)
    assert [slot.position for slot in aligned if len(slot.forms) == 2] == [author.position for author in full[::50]]
    assert len(aligned) == MANY


def test_two_lists_of_the_same_people_agree_and_of_others_contradict(full: list[Authorship], shortened: list[Authorship]) -> None:
    assert len(list(agreement.in_common(shortened, full))) == MANY
    others = [Authorship(name=f"Q. Other{author.family}", position=author.position) for author in full]
    assert list(agreement.in_common(others, full)) == []


def test_a_shared_identifier_is_enough(full: list[Authorship]) -> None:
    places = Places(full)
    known = Authorship(name="Someone Else", ids=(Identifier("orcid", "1"),))
    places.add(7, known)
    assert places.meeting(Authorship(name="Married Name", ids=(Identifier("orcid", "1"),))) == [7]


def test_short_lists_are_compared_name_by_name() -> None:
    """Nothing changes for lists of everyday length: names that meet in no block are compared there."""
    few = listed([("Wu", "Li")] * 1 + names(LONG - 1))
    assert len(slots._aligned([few, [Authorship(name="W. Li", position=1)]], told=True)) == LONG

"""The addresses that were read by hand, and that the parser does not fall behind what it reaches on them."""

import pytest

from tests.bench.institutions.__main__ import HALVES, PARTS, Judged, read_gold, shares, wrong_parts

REACHED = {"organisation": 0.95, "unit": 0.87, "city": 0.9, "country": 0.9}


@pytest.fixture(scope="module")
def gold() -> list[Judged]:
    return read_gold()


def test_every_text_is_of_one_half_and_every_value_is_words_of_it(gold: list[Judged]) -> None:
    assert {one.half for one in gold} == set(HALVES)
    assert len({one.text for one in gold}) == len(gold)
    for one in gold:
        values = [value for address in one.addresses for value in (address.organisation, address.unit, address.city) if value]
        assert [word for value in values for word in value.split() if word.strip(",") not in one.text] == []


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("part", PARTS)
def test_what_is_found_is_as_right_as_it_was(gold: list[Judged], half: str, part: str) -> None:
    own = [one for one in gold if one.half == half]
    assert min(shares(own, part)) >= REACHED[part]


def test_nothing_mailable_stands_in_the_list(gold: list[Judged]) -> None:
    assert [one.text for one in gold if "@" in one.text and "example.org" not in one.text] == []


def test_what_is_wrong_in_a_text_is_told_by_part(gold: list[Judged]) -> None:
    right = next(one for one in gold if not wrong_parts(one) and one.addresses[0].city)
    changed = Judged(right.half, right.text, (*right.addresses, right.addresses[0]), right.inferred)
    assert set(wrong_parts(changed)) >= {"organisation", "city"}

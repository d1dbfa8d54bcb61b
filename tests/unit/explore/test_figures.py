"""Numbers as pictures: what is drawn is what was counted."""

import pytest

from graph.explore.figures import bars, waterfall, years_of


def test_a_bar_stands_at_its_year_and_is_as_high_as_its_count() -> None:
    picture = bars({2019: 2, 2021: 4}, width=30, height=20)
    assert picture is not None
    assert [(bar.x, bar.y, bar.height) for bar in picture.bars] == [(0, 10, 10), (20, 0, 20)]
    assert (picture.first, picture.last, picture.label) == (2019, 2021, "2019: 2, 2021: 4")


def test_pictures_over_the_same_years_stand_above_each_other() -> None:
    span = years_of({2000: 1}, {2009: 1})
    one, other = bars({2000: 1}, span, width=100), bars({2009: 1}, span, width=100)
    assert one is not None
    assert other is not None
    assert (one.bars[0].x, other.bars[0].x) == (0, 90)


def test_there_is_no_picture_of_nothing() -> None:
    assert bars({}) is None
    assert years_of({}, {}) is None


def test_a_waterfall_goes_from_even_odds_to_the_probability_of_the_sum() -> None:
    pieces = [
        {"feature": "base", "value": {}, "weight": -2.0, "shared": {"things": [], "more": 0}},
        {"feature": "venues", "value": {}, "weight": 3.0, "shared": {"things": [], "more": 0}},
    ]
    picture = waterfall(pieces)
    first, second = picture.steps
    assert first.left + first.width == pytest.approx(picture.zero, abs=0.02)
    assert second.left == pytest.approx(first.left)
    assert picture.total == 1.0
    assert picture.probability == pytest.approx(0.7311, abs=1e-4)
    assert second.words == "no venue in common"

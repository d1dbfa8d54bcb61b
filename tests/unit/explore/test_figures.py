"""Numbers as pictures: what is drawn is what was counted."""

import pytest

from graph.explore.figures import bars, shares_by_year, waterfall, years_of


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


def test_the_course_of_a_topic_is_as_high_as_its_share_and_says_of_how_many_papers() -> None:
    rows = [
        {"year": 2019, "papers": 1, "of_papers": 1000, "share": 0.001},
        {"year": 2020, "papers": 0, "of_papers": 10, "share": 0.0},
        {"year": 2021, "papers": 5, "of_papers": 10, "share": 0.5},
    ]
    picture = shares_by_year(rows, width=30, height=20)
    assert picture is not None
    assert [bar.height for bar in picture.bars] == [1, 20]
    assert [bar.label for bar in picture.bars] == ["2019: 0.1%, 1 of 1,000 papers", "2021: 50.0%, 5 of 10 papers"]

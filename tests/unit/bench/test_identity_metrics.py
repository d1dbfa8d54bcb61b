"""The figures by which telling people apart is judged, on examples worked out by hand."""

import pytest

from tests.bench.identity.metrics import (
    Share,
    b_cubed,
    homonyms_merged,
    mean_distance,
    pairwise,
    slug,
    tenths,
    variants_found,
    worst_tenth,
)

# Three authorships of Ada, one taken for somebody else's; two of Bo, one taken for Ada's; nobody knows whose the sixth is.
GOLD = {0: "ada", 1: "ada", 2: "ada", 3: "bo", 4: "bo"}
PEOPLE = ["x", "x", "y", "x", "z", "x"]
NAMES = ["a-lee", "ada-lee", "ada-lee", "a-lee", "bo-lee", "a-lee"]


def test_b_cubed_is_the_mean_over_authorships_that_gold_knows() -> None:
    score = b_cubed(PEOPLE, GOLD)
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 / 3 + 1) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)
    assert score.f1 == pytest.approx(2 * score.precision * score.recall / (score.precision + score.recall))


def test_pairs_are_those_of_gold_only() -> None:
    score = pairwise(PEOPLE, GOLD)
    assert score.precision == pytest.approx(1 / 3)
    assert score.recall == pytest.approx(1 / 4)


def test_everybody_alone_is_precise_and_everybody_together_complete() -> None:
    assert b_cubed(range(6), GOLD).precision == pairwise(range(6), GOLD).precision == 1
    assert b_cubed([0] * 6, GOLD).recall == pairwise([0] * 6, GOLD).recall == 1


def test_nothing_known_scores_nothing() -> None:
    assert b_cubed(PEOPLE, {}).f1 == 0


def test_a_name_of_two_people_is_wrong_where_they_are_taken_for_one() -> None:
    assert homonyms_merged(PEOPLE, GOLD, NAMES.__getitem__) == Share(1, 1)
    assert homonyms_merged(range(6), GOLD, NAMES.__getitem__) == Share(0, 1)


def test_variants_are_pairs_of_one_person_under_two_names() -> None:
    # Ada: 0-1, 0-2 (1-2 have one name); Bo: 3-4. Only 0-1 stand together.
    assert variants_found(PEOPLE, GOLD, NAMES.__getitem__) == Share(1, 3)


def test_a_probability_falls_into_its_tenth() -> None:
    table = tenths([(0.0, False), (0.09, True), (0.1, False), (0.95, True), (1.0, True)])
    assert [tenth.cases for tenth in table] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert [table[0].mean, table[0].share] == pytest.approx([0.045, 0.5])
    assert [table[9].mean, table[9].share] == pytest.approx([0.975, 1.0])


def test_cases_that_are_known_less_often_count_for_more() -> None:
    table = tenths([(0.5, True), (0.6, True), (0.55, False)], worth=3)
    assert (table[5].cases, table[5].share) == (2, 0.75)
    assert table[5].mean == pytest.approx((3 * 0.5 + 0.55) / 4)
    assert (table[6].cases, table[6].share) == (1, 1.0)


def test_the_worst_tenth_is_one_of_enough_cases() -> None:
    table = tenths([(0.25, True), *[(0.85, True)] * 9, (0.85, False)])
    assert worst_tenth(table, least=10) == pytest.approx(0.05)
    assert worst_tenth(table, least=1) == pytest.approx(0.75)
    assert mean_distance(table) == pytest.approx((0.75 + 10 * 0.05) / 11)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Jörg  Müller-Lüdenscheidt", "jorg-muller-ludenscheidt"), ("Xu, Z.", "xu-z"), ("O’Neil", "o-neil"), ("李", "")],
)
def test_a_slug_is_plain(name: str, expected: str) -> None:
    assert slug(name) == expected

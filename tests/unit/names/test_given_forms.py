"""Given names of which one may be a form of the other, and family names that tell enough to look at them."""

import pytest

from graph.names.given_forms import is_long_family, is_telling_family, may_be_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Panayota", "Yota"), ("Nikolaos", "Nikos"), ("Henriette", "Jette"), ("Bartek", "Bartłomiej"), ("Natalie", "Nathan"),
        ("Hisar Maruli", "Ruli"), ("Aikaterini", "Katerina"),
    ],
)  # fmt: skip
def test_forms_begin_alike_or_have_most_of_the_shorter_one_in_common(one: str, other: str) -> None:
    sides = tuple(one.split()), tuple(other.split())
    assert may_be_forms(*sides)
    assert may_be_forms(*reversed(sides))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karin", "Cornelia"), ("Jan", "Ian"), ("Anna", "Anna"), ("A.", "Anna"),
        ("Gurpreet Singh", "Manpreet Singh"),  # alike in what both have
        ("Anna Panayota", "Berta Yota"),  # neither goes by it
        ("Al", "Alan"),
    ],
)  # fmt: skip
def test_others_are_no_forms(one: str, other: str) -> None:
    sides = tuple(one.split()), tuple(other.split())
    assert not may_be_forms(*sides)
    assert not may_be_forms(*reversed(sides))


def test_short_syllables_and_given_names_tell_no_family() -> None:
    assert [name for name in ("Verspoor", "Berger", "Zhang", "Li", "Kim", "Alexander") if is_telling_family(name)] == [
        "Verspoor", "Berger",
    ]  # fmt: skip
    assert [name for name in ("Verspoor", "Berger") if is_long_family(name)] == ["Verspoor"]

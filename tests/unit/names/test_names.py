"""The promises of `name_key`, `parse` and `more_specific`."""

from itertools import permutations

import pytest

from graph.names.forms import more_specific, name_key
from graph.names.parsing import parse


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("  Zheng\u00a0 XU 0002 ", "zheng xu 0002"),
        ("Jean\u2010Luc O\u2019Neil", "jean-luc o'neil"),
        ("José Núñez", "josé núñez"),
        ("Jose\u0301", "josé"),
        ("Ｗｅｉ　Ｌｉ", "wei li"),
        ("STRASSE", name_key("straße")),
        ("", ""),
    ],
)
def test_a_key_folds_case_spaces_hyphens_and_apostrophes_and_keeps_diacritics(printed: str, key: str) -> None:
    assert name_key(printed) == key
    assert name_key(key) == key


@pytest.mark.parametrize("printed", ["O\u00b4Neil", "İlker Ünlü", "ΣΑΠΦΩΣ", "ǅemal", "ﬁrst ﬂoor", "a\u200bb", "\ufb05 \u1e9e"])
def test_the_key_of_a_key_is_the_key_itself(printed: str) -> None:
    assert name_key(name_key(printed)) == name_key(printed)


@pytest.mark.parametrize(
    ("printed", "given", "particles", "family"),
    [
        ("Samuel L. Smith", ("Samuel", "L."), (), ("Smith",)),
        ("Smith, Samuel L.", ("Samuel", "L."), (), ("Smith",)),
        ("SMITH, SAMUEL", ("Samuel",), (), ("Smith",)),
        ("JEAN-LUC VAN DER BERG", ("Jean-Luc",), ("van", "der"), ("Berg",)),
        ("Ludwig van Beethoven", ("Ludwig",), ("van",), ("Beethoven",)),
        ("van der Berg, Anna", ("Anna",), ("van", "der"), ("Berg",)),
        ("José Ortega y Gasset", ("José",), (), ("Ortega", "Gasset")),
        ("J.R.R. Tolkien", ("J.", "R.", "R."), (), ("Tolkien",)),
        ("JR Smith", ("J", "R"), (), ("Smith",)),
        ("Jean DUPONT", ("Jean",), (), ("Dupont",)),
        ("ZHANG Xiaoming", ("Xiaoming",), (), ("Zhang",)),
        ("Smith J.", ("J.",), (), ("Smith",)),
        ("Quoc Le", ("Quoc",), (), ("Le",)),
        ("Dr. Ada Lovelace", ("Ada",), (), ("Lovelace",)),
        ("Madonna", (), (), ("Madonna",)),
        ("", (), (), ()),
    ],
)
def test_a_printed_name_is_taken_apart(
    printed: str, given: tuple[str, ...], particles: tuple[str, ...], family: tuple[str, ...]
) -> None:
    name = parse(printed)
    assert (name.given, name.particles, name.family) == (given, particles, family)


@pytest.mark.parametrize(
    ("printed", "suffix", "number"),
    [
        ("Zheng Xu 0002", None, "0002"),
        ("John Smith Jr.", "Jr.", None),
        ("Smith, John, III", "III", None),
        ("John Smith, PhD", None, None),
        ("Martin L. King, Jr. 0001", "Jr.", "0001"),
        ("Agent 47", None, None),
    ],
)
def test_suffixes_and_homonym_numbers_stand_apart_from_the_name(printed: str, suffix: str | None, number: str | None) -> None:
    name = parse(printed)
    assert (name.suffix, name.number) == (suffix, number)


def test_what_the_source_says_wins_over_the_order_of_the_words() -> None:
    assert parse("Solomon Teferra Abate", family="Teferra Abate").given == ("Solomon",)
    assert parse("Mao Zedong", family="Mao", given="Zedong").family == ("Mao",)
    assert parse("Mao Zedong", family="Mao", given="Zedong").divided
    assert not parse("Mao Zedong").divided


def test_a_name_that_can_be_divided_in_two_ways_keeps_both() -> None:
    families = {reading.family for reading in parse("Gabriel García Márquez").readings}
    assert {("Márquez",), ("García", "Márquez")} <= families


def test_names_in_brackets_or_quotation_marks_are_kept_beside_the_name() -> None:
    assert parse('Robert "Bob" Smith').also == ("Bob",)
    assert parse("Wei Zhang (张伟)").also == ("张伟",)
    assert parse("Wei Zhang (张伟)").display == "Wei Zhang"


@pytest.mark.parametrize(
    "forms",
    [
        ("Zheng Xu 0002", "Zheng Xu", "ZHENG XU"),
        ("Samuel L. Smith", "Sam Smith", "S. L. Smith", "Samuel Smith"),
        ("José Núñez", "Jose Nunez", "JOSE NUNEZ"),
        ("Anna Maria Berg", "Anna M. Berg", "A. Berg"),
    ],
)
def test_the_most_specific_form_is_the_same_in_every_order(forms: tuple[str, ...]) -> None:
    assert {more_specific(order) for order in permutations(forms)} == {forms[0]}


def test_no_name_at_all_has_no_most_specific_form() -> None:
    with pytest.raises(ValueError, match="at least one name"):
        more_specific([])

"""Names printed in capitals are shown as names otherwise are; how they are compared and kept does not change."""

import pytest

from graph.load.author_row import Facts, author_row
from graph.names.capitals import in_small_letters
from graph.names.forms import name_key
from loaders import Source
from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_names
from loaders.bibtex import reader as bibtex
from loaders.records import Record


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("BO CHENOW", "Bo Chenow"),
        ("LI YU", "Li Yu"),
        ("B. K. CHENOW", "B. K. Chenow"),
        ("BK CHENOW", "BK Chenow"),
        ("J.-P. LEEWARD", "J.-P. Leeward"),
        ("JAN VAN DER LEEUW", "Jan van der Leeuw"),
        ("SEAN O'LEEWARD", "Sean O'Leeward"),
        ("MARY-ANN MCLEEWARD", "Mary-Ann McLeeward"),
        ("ÉMILE LEEWARD III", "Émile Leeward III"),
        ("ZHENGO XUN 0002", "Zhengo Xun 0002"),
        ("ИВАН ПЕТРИН", "Иван Петрин"),
    ],
)
def test_a_name_in_capitals_is_shown_in_small_letters(printed: str, shown: str) -> None:
    assert in_small_letters(printed) == shown
    assert name_key(shown) == name_key(printed)


@pytest.mark.parametrize("printed", ["CERN", "IBM", "Bo CHENOW", "Bo Chenow", "Y. Z.", "王 小明", ""])
def test_other_names_stay(printed: str) -> None:
    assert in_small_letters(printed) == printed


def _row(kind: str, *forms: str) -> dict[str, object]:
    row = author_row(f"name:{name_key(forms[0])}", Facts(names=set(forms), kinds={kind}))
    properties = row["properties"]
    assert isinstance(properties, dict)
    return properties


def test_the_form_is_kept_as_printed_and_compares_alike() -> None:
    shouted, plain = _row("person", "BO CHENOW"), _row("person", "Bo Chenow")
    assert (shouted["name"], shouted["name_forms"]) == ("Bo Chenow", ["BO CHENOW"])
    assert {key: shouted[key] for key in ("name_key", "family_key", "given_key", "family", "given")} == {
        key: plain[key] for key in ("name_key", "family_key", "given_key", "family", "given")
    }
    assert _row("organisation", "ATLOS COLLABORATION")["name"] == "ATLOS COLLABORATION"


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("CHEN, BO", ["BO CHEN"]),
        ("CHEN, BO and LEE, ANN", ["BO CHEN", "ANN LEE"]),
        ("BO CHEN and ANN LEE", ["BO CHEN", "ANN LEE"]),
        ("LI, YU and WU, ANN", ["YU LI", "ANN WU"]),
        ("LI, YU and WU, A.", ["Y. U. LI", "A. WU"]),
        ("LI, YU", ["Y. U. LI"]),
        ("LI, JR., YU and WU, A.", ["Y. U. LI JR.", "A. WU"]),
        ("CHEN, ED and LEE, ANN", ["ED CHEN", "ANN LEE"]),
        ("CHEN, B. and LEE, A. K.", ["B. CHEN", "A. K. LEE"]),
        ("CHEN, BO and LEE, A.", ["B. O. CHEN", "A. LEE"]),
        ("CHEN, BK and LEE, JA", ["B. K. CHEN", "J. A. LEE"]),
        ("Chen, BO", ["B. O. Chen"]),
        ("CERN and IBM", ["CERN", "IBM"]),
    ],
)
def test_given_names_in_capitals_are_told_from_initials(printed: str, names: list[str]) -> None:
    entry = f"@article{{key, title = {{On names}}, author = {{{printed}}}}}"
    (record,) = (item for item in bibtex.read(Source.of(entry)) if isinstance(item, Record))
    assert [author.name for author in record.authors] == names


def test_the_same_in_the_cell_of_a_table() -> None:
    found = authorships_of(read_names("LI, YU; WU, ANN; CHEN, BO"))
    assert [author.name for author in found] == ["YU LI", "ANN WU", "BO CHEN"]

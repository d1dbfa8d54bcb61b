"""What lists put around names, by number, degree, licence and footnote, and names that have a form of their own."""

import pytest

from loaders.author_lists.reading import read_each, read_names
from loaders.bibtex.names import names as bibtex_names

LISTS = {
    "Jana Doerr, BSc (Hons); Jonas Roesch, FRCP (Edin)": ["Jana Doerr", "Jonas Roesch"],
    "Jana Doerr, MD, PhD; Jonas Roesch, MPH, FACP; Anna Poel, RN, BSN": ["Jana Doerr", "Jonas Roesch", "Anna Poel"],
    "Jana Doerr, MBChB, MRCP, Jonas Roesch, PharmD, Anna Poel, SM": ["Jana Doerr", "Jonas Roesch", "Anna Poel"],
    "Jana Doerr (MD), Jonas Roesch (PhD)": ["Jana Doerr", "Jonas Roesch"],
    "Doerr, SM; Roesch, NP": ["S. M. Doerr", "N. P. Roesch"],
    "1. Jana Doerr; 2. Jonas Roesch": ["Jana Doerr", "Jonas Roesch"],
    "1. Jana Doerr, 2. Jonas Roesch": ["Jana Doerr", "Jonas Roesch"],
    "1) Doerr, J.; 2) Roesch, K.": ["J. Doerr", "K. Roesch"],
    "(1) Jana Doerr (2) Jonas Roesch": ["Jana Doerr", "Jonas Roesch"],
    "Doerr J1,2, Roesch K2*, Poel A3†": ["J. Doerr", "K. Roesch", "A. Poel"],
    "Doerr J1, Roesch K2": ["J. Doerr", "K. Roesch"],
    "Procton & Gambold Co.": ["Procton & Gambold Co."],
    "Zhangs, Wei (张伟明)": ["Wei Zhangs (张伟明)"],
    "Zhangs, Wei (张伟明); Leeward, Na": ["Wei Zhangs (张伟明)", "Na Leeward"],
}


@pytest.mark.parametrize(("printed", "names"), LISTS.items())
def test_names_are_bare(printed: str, names: list[str]) -> None:
    found = read_names(printed)
    assert [each.printed.name for each in found.names] == names
    assert not any(each.affiliations for each in found.names)
    assert [author.name for author in bibtex_names(printed)[0]] == names


def test_footnotes_say_that_a_comma_stands_between_names() -> None:
    found = read_each(["Wexin Zhaou1, Qiulan Hsuo2"])
    assert [each.printed.name for each in found.names] == ["Wexin Zhaou", "Qiulan Hsuo"]


@pytest.mark.parametrize("printed", ["Smitham, John, Jr.", "Smitham, Jr., John"])
def test_a_suffix_in_either_place_of_bibtex_is_one(printed: str) -> None:
    ((author,), _) = bibtex_names(printed)
    assert (author.name, author.family, author.given) == ("John Smitham Jr.", "Smitham", "John")


def test_dotted_initials_behind_all_names_of_bibtex_are_turned() -> None:
    assert [author.name for author in bibtex_names("Smitham J. and Doerr J. A.")[0]] == ["J. Smitham", "J. A. Doerr"]
    assert [author.name for author in bibtex_names("Smitham J. and Jana Doerr")[0]] == ["Smitham J.", "Jana Doerr"]


def test_the_name_in_a_persons_own_letters_stands_behind_the_division() -> None:
    ((author,), _) = bibtex_names("Zhangs, Wei (张伟明)")
    assert (author.family, author.given) == ("Zhangs", "Wei")

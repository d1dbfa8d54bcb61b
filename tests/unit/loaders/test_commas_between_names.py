"""A comma with several words on both sides, in the only field of a list: two people, one, or not to be told; never one of two."""

import pytest

from loaders.author_lists.reading import read_each
from loaders.bibtex.names import names as bibtex_names

TWO = {
    "Xin CHENOW, Yun WANGO": ["Xin CHENOW", "Yun WANGO"],
    "CHENOW Xin, WANGO Yun": ["CHENOW Xin", "WANGO Yun"],
    "Иван Иванович Леевский, Пётр Ченов": ["Иван Иванович Леевский", "Пётр Ченов"],
    "Λεωνίδας Λεεβίδης, Νίκος Τσένος": ["Λεωνίδας Λεεβίδης", "Νίκος Τσένος"],
    "محمد لیوری، حسن چنوری": ["محمد لیوری", "حسن چنوری"],
    "Abdullan bin Ahmar, Sitin binti Yusuf": ["Abdullan bin Ahmar", "Sitin binti Yusuf"],
    "Wim de Leewen, Jan van der Chenow": ["Wim de Leewen", "Jan van der Chenow"],
    "山本 太一, 鈴本 花美": ["山本 太一", "鈴本 花美"],
    "山本\u3000太一・鈴本\u3000花美": ["山本 太一", "鈴本 花美"],
    "王 伟明, 李 娜": ["王 伟明", "李 娜"],
}
ONE = {
    "García Leewez, Ulises Xavi": "Ulises Xavi García Leewez",
    "Leewez-Ruiz Chenow, Xavi Uli": "Xavi Uli Leewez-Ruiz Chenow",
    "de Leewen, Rut Oda": "Rut Oda de Leewen",
    "Leewen Chenow, Oda R.": "Oda R. Leewen Chenow",
    "Leewen Chenow, Oda Maria": "Oda Maria Leewen Chenow",
    "LEEWEN CHENOW, Oda Rut": "Oda Rut LEEWEN CHENOW",
    "Леевский, Иван Иванович": "Иван Иванович Леевский",
    "Leewen, Oda Rut": "Oda Rut Leewen",
}
NOT_TOLD = ("Wexin Zhaou, Qiulan Hsuo", "Aarnu Talmo, Stergi Chatzik", "Yo-Yon Mao, Kimu Doo")


@pytest.mark.parametrize(("printed", "people"), TWO.items())
def test_two_whole_names_are_two_people(printed: str, people: list[str]) -> None:
    found = read_each([printed])
    assert [each.printed.name for each in found.names] == people
    assert found.complete
    assert [author.name for author in bibtex_names(printed)[0]] == people


@pytest.mark.parametrize(("printed", "name"), ONE.items())
def test_a_family_name_of_two_words_is_one_persons(printed: str, name: str) -> None:
    assert [each.printed.name for each in read_each([printed]).names] == [name]
    assert [author.name for author in bibtex_names(printed)[0]] == [name]


@pytest.mark.parametrize("printed", NOT_TOLD)
def test_what_may_be_two_people_stays_as_printed(printed: str) -> None:
    (only,) = read_each([printed]).names
    assert only.printed.is_undivided
    assert only.printed.name == printed
    ((author,), complete) = bibtex_names(printed)
    assert (author.name, author.kind, complete) == (printed, "undivided", False)


def test_a_list_that_gives_each_name_by_itself_says_how_the_comma_is_meant() -> None:
    found = read_each(["Wexin Zhaou, Qiulan", "Leewen Chenow, Oda Rut", "Talmo, Aarnu"])
    assert [each.printed.name for each in found.names] == ["Qiulan Wexin Zhaou", "Oda Rut Leewen Chenow", "Aarnu Talmo"]

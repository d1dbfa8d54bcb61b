"""Author lists of BibTeX: where they are divided, and what of a name is kept."""

import time

import pytest

from loaders.author_lists.reading import read_each
from loaders.bibtex.names import names

LETTERS = (r"\"{O}zsu", r"\c{C}etin", r"\O{}rsted", r"\AA{}berg", r"\v{S}imek", r"\'Ez", r"\H{O}z", r"\k{A}b", r"\L ukin")
READ = ("Özsu", "Çetin", "Ørsted", "Åberg", "Šimek", "Éz", "Őz", "Ąb", "Łukin")


@pytest.mark.parametrize(("written", "read"), [*zip(LETTERS, READ, strict=True)])
@pytest.mark.parametrize("word", [" and ", " AND ", "\n  and\t", r" \and "])
@pytest.mark.parametrize("is_editor", [False, True])
def test_a_name_behind_and_keeps_the_command_that_it_begins_with(written: str, read: str, word: str, is_editor: bool) -> None:
    people, complete = names(f"Leeward, Ann{word}{written}, Bo{word}{written}, Eva", is_editor=is_editor)
    assert [(person.family, person.given) for person in people] == [("Leeward", "Ann"), (read, "Bo"), (read, "Eva")]
    assert {person.role for person in people} == {"editor" if is_editor else "author"}
    assert complete


def test_and_within_braces_divides_nothing() -> None:
    people, _ = names(r"{Ants and Sons} and Leeward, Ann and {Bees {and} Wasps}")
    assert [person.name for person in people] == ["Ants and Sons", "Ann Leeward", "Bees and Wasps"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Royal Society and Roe, Jane", ["Royal Society", "Jane Roe"]),
        ("World Health Organization and Smith, John", ["World Health Organization", "John Smith"]),
        ("Microsoft Research and Lee, Ann and Chen, Bo", ["Microsoft Research", "Ann Lee", "Bo Chen"]),
        ("Bank of England and Carney, Mark", ["Bank of England", "Mark Carney"]),
        ("Bank of England and Ndlovane, Thandeka", ["Bank of England", "Thandeka Ndlovane"]),
        ("Bank of England and García Márquez, Ana", ["Bank of England", "Ana García Márquez"]),
        ("World Bank and IMF", ["World Bank", "IMF"]),
        ("World Health Organization and World Bank", ["World Health Organization", "World Bank"]),
        ("University of Norland and Institute of Ants", ["University of Norland", "Institute of Ants"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("Department of Health, Education, and Welfare", ["Department of Health, Education, and Welfare"]),
        ("Centers for Disease Control and Prevention", ["Centers for Disease Control and Prevention"]),
        ("Food and Agriculture Organization", ["Food and Agriculture Organization"]),
        ("Institute and Faculty of Actuaries", ["Institute and Faculty of Actuaries"]),
        ("Lee, Ann and Department of Health and Human Services", ["Ann Lee", "Department of Health and Human Services"]),
        ("Department of Health and Human Services and Lee, Ann", ["Department of Health and Human Services", "Ann Lee"]),
        ("Lee, Ann and Barnes and Noble, Inc.", ["Ann Lee", "Barnes and Noble, Inc."]),
        ("Lee, Ann and Chenow and University of Norland", ["Ann Lee", "Chenow", "University of Norland"]),
    ],
)
def test_and_divides_people_and_organisations_but_not_the_name_of_one(printed: str, expected: list[str]) -> None:
    people, complete = names(printed)
    assert ([person.name for person in people], complete) == (expected, True)
    assert [person.kind for person in people if " and " in person.name] == ["organisation"] * sum(" and " in x for x in expected)


@pytest.mark.parametrize(
    "value",
    [
        "Leeward, Ann" + " " * 60_000 + "x and Chenow, Bo",
        "Leeward, Ann" + "," * 60_000 + " and Chenow, Bo",
        "Leeward, Ann" + " and" * 30_000,
        "Leeward, Ann" + " , " * 20_000 + "(x)",
        "{" * 30_000 + "Leeward, Ann",
    ],
)
def test_a_list_of_one_sign_is_read_soon(value: str) -> None:
    begin = time.process_time()
    names(value)
    assert time.process_time() - begin < 5


def test_ten_times_as_many_authors_take_about_ten_times_as_long() -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        people, _ = names(" and ".join(f"Leeward{'abcdefghij'[number % 10]}, Ann B." for number in range(count)))
        assert len(people) == count
        return time.process_time() - begin

    assert seconds(3000) < 30 * max(seconds(300), 0.02)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Lee, Ann* and Chen, Bo†", [("Lee", "Ann"), ("Chen", "Bo")]),
        ("Lee*, Ann and Chen, Bo‡§", [("Lee", "Ann"), ("Chen", "Bo")]),
        (r"{\"O}zsu, Ann* and {van der Berg}, Jan\dag{}", [("Özsu", "Ann"), ("van der Berg", "Jan")]),
        (r"Lee, Ann\textsuperscript{*} and Chen, Bo$^\dagger$", [("Lee", "Ann"), ("Chen", "Bo")]),
        ("Ruiz, Mª José and Lee, Ann*", [("Ruiz", "Mª José"), ("Lee", "Ann")]),
    ],
)
def test_marks_of_footnotes_are_of_no_name(printed: str, expected: list[tuple[str, str]]) -> None:
    assert [(person.family, person.given) for person in names(printed)[0]] == expected


def test_the_stars_of_an_organisation_in_braces_are_its_own() -> None:
    assert [person.name for person in names("{M*A*N*T Group} and Lee, Ann*")[0]] == ["M*A*N*T Group", "Ann Lee"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Smith, John III", "John Smith III"),
        ("Smith, John {III}", "John Smith III"),
        ("Smith, Jr., John", "John Smith Jr."),
        ("Smith Jr, John", "John Smith Jr"),
        ("Smith, John Jr", "John Smith Jr"),
    ],
)
def test_a_suffix_stands_behind_the_family_name_as_other_formats_have_it(printed: str, name: str) -> None:
    for value in (printed, f"{printed} and Lee, Ann"):
        first = names(value)[0][0]
        assert (first.name, first.family, first.given) == (name, "Smith", "John")
    assert read_each([printed.replace("{", "").replace("}", "")]).names[0].printed.name == name

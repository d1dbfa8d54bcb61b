"""Addresses apart from the authors: whose they are where the name of the corresponding author stands before them."""

import pytest

from loaders.author_lists import addresses
from loaders.author_lists.addresses import with_addresses
from loaders.author_lists.reading import authorships
from loaders.fields.person_names import PrintedName, in_natural_order
from tests.unit.loaders.json_parts import loaded

AUTHORS = ("Cohen, Janice S", "Mack, David R", "O'Doherty, Kieran C", "van den Brink, Gertrude", "Quintanilla-Dieck, L.")


def placed(*printed: str, authors: tuple[str, ...] = AUTHORS) -> dict[str, list[str]]:
    people = with_addresses(authorships(list(authors))[0], printed)
    return {one.name: [place.name for place in one.affiliations] for one in people if one.affiliations}


@pytest.mark.parametrize(
    ("address", "author", "place"),
    [
        ("Mack, David R.: Ant Hospital, Ottawa, K1H 8L1, dmack@example.org", "David R Mack", "Ant Hospital, Ottawa, K1H 8L1"),
        ("D.R. Mack, Ant Hospital, Ottawa. E-mail: dmack@example.org", "David R Mack", "Ant Hospital, Ottawa"),
        ("D. Mack, Ant Hospital, Ottawa", "David R Mack", "Ant Hospital, Ottawa"),
        ("O'Doherty, Kieran C.: Ant University, Guelph", "Kieran C O'Doherty", "Ant University, Guelph"),
        ("van den Brink, Gertrude, Ant University", "Gertrude van den Brink", "Ant University"),
        ("L. Quintanilla-Dieck, Ant Department, Portland", "L. Quintanilla-Dieck", "Ant Department, Portland"),
    ],
)  # fmt: skip
def test_an_address_behind_a_name_is_of_that_author_alone(address: str, author: str, place: str) -> None:
    assert placed(address) == {author: [place]}


def test_an_address_of_e_mail_is_no_affiliation() -> None:
    assert placed("Mack, David R.: dmack@example.org", "O'Doherty, Kieran C., kieran@example.org") == {}


def test_an_address_of_nobody_is_everybodys_where_it_is_the_only_one() -> None:
    shared = placed("Ant Institute, Graz", "Mack, David R.: Ant Hospital", authors=AUTHORS[:2])
    assert shared == {"Janice S Cohen": ["Ant Institute, Graz"], "David R Mack": ["Ant Institute, Graz", "Ant Hospital"]}
    assert placed("Ant Institute", "Bee Institute") == {}
    assert placed("Ant Institute", "Bee Institute", authors=AUTHORS[:1]) == {"Janice S Cohen": ["Ant Institute", "Bee Institute"]}
    assert placed("E. Mack, Ant Hospital", authors=AUTHORS[:2])["Janice S Cohen"] == ["E. Mack, Ant Hospital"]


def test_formats_with_addresses_apart_read_them_so() -> None:
    ris = "TY  - JOUR\nTI  - Ants\nA1  - Cohen J.\nA1  - Mack D.R.\nPY  - 2020\nAD  - D.R. Mack, Ant Hospital\nER  - \n"
    enw = "%0 Journal Article\n%T Ants\n%A Cohen, J.\n%A Mack, D. R.\n%+ Mack, D. R., Ant Hospital\n%D 2020\n"
    for document, name in ((ris, "ris"), (enw, "endnote_tagged")):
        cohen, mack = loaded(document, name).records[0].authors
        assert (cohen.affiliations, [place.name for place in mack.affiliations]) == ((), ["Ant Hospital"])


def test_each_author_is_looked_at_once_however_many_addresses_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def counting(name: str) -> PrintedName:
        looked_at.append(name)
        return in_natural_order(name)

    monkeypatch.setattr(addresses, "in_natural_order", counting)
    names = tuple(f"Holm{chr(97 + n // 26)}{chr(97 + n % 26)}, Ann" for n in range(100))
    assert len(placed(*(f"{name}: Ant University {name}" for name in names), authors=names)) == len(names)
    assert len(looked_at) == len(names)

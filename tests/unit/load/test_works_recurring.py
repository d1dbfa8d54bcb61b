"""Titles that many works have: which of those are one work, and which are shown as near misses."""

import random
from itertools import permutations
from typing import Any

import pytest

from graph.load.claims import Claim
from graph.load.recurring import recurring_titles
from graph.load.works import group_claims
from loaders.records import Identifier, Publication
from tests.unit.load.statements import ABSTRACT, OTHER, authors, claim
from tests.unit.load.test_works import grouped, misses

NEWS = "What the Colony Did"


def journal(year: int, venue: str = "Journal of Ants") -> tuple[Publication, ...]:
    return (Publication(venue=venue, kind="journal", year=year),)


def doi(value: str) -> tuple[Identifier, ...]:
    return (Identifier("doi", f"10.9999/{value}"),)


def issue(number: int, title: str = "Editorial", /, **said: object) -> Claim:
    """A piece by Ada Berg in the Journal of Ants."""
    return claim(number, **{"title": title, "authors": authors("Ada Berg"), "year": 2020, "publications": journal(2020), **said})


@pytest.mark.parametrize(
    "title", ["Editorial", "Éditorial", "Einleitung", "Preface", "The Year in Review", "Correction", "书评 序言"]
)
def test_three_editorials_of_one_editor_are_three_works(title: str) -> None:
    three = [issue(number, title, ids=doi(f"e{number}"), issue=str(number)) for number in range(3)]
    assert len(grouped(*three)) == 3


@pytest.mark.parametrize("said", [{"volume": "13"}, {"issue": "2"}, {"pages": "7-8"}, {"ids": doi("b"), "pages": None}])
def test_a_title_of_many_works_does_not_join_with_its_author_alone(said: dict[str, Any]) -> None:
    first = {"volume": "12", "issue": "1", "pages": "1-2"}
    assert len(grouped(issue(0, **first, ids=doi("a")), issue(1, **{**first, **said}))) == 2
    assert len(misses(issue(0), issue(1, authors=authors("Ada Berg", "Bo Lind")))) == 1


def test_a_title_of_many_works_joins_at_one_place_and_with_one_text() -> None:
    here = {"volume": "12", "issue": "1", "pages": "1-2"}
    assert len(grouped(issue(0, **here), issue(1, **here, ids=doi("a")))) == 1
    texts = issue(0, abstract=ABSTRACT), issue(1, abstract=ABSTRACT, kind="article", ids=doi("a"))
    assert len(grouped(*texts)) == 1
    assert len(grouped(issue(0, abstract=ABSTRACT), issue(1, abstract=OTHER, ids=doi("a")))) == 2


def test_a_title_of_many_works_without_people_joins_at_one_place() -> None:
    here = {"volume": "12", "issue": "1", "pages": "1-2", "authors": ()}
    assert len(grouped(issue(0, "Book Reviews", **here), issue(1, "Book reviews", **here, ids=doi("a")))) == 1
    assert len(grouped(issue(0, "Book Reviews", **here), issue(1, "Book reviews", **{**here, "volume": "13"}))) == 2


def test_two_editorials_of_which_nothing_is_said_are_not_one() -> None:
    assert len(grouped(claim(0, title="Editorial"), claim(1, title="Editorial"))) == 2


@pytest.mark.parametrize(
    "told_by",
    [
        lambda year: {"ids": doi(f"{year}")},
        lambda year: {"volume": str(year - 2000)},
        lambda year: {"year": year, "publications": journal(year)},
        lambda year: {"ids": (Identifier("acl", f"J{year}-1"),)},
    ],
)
def test_a_title_that_comes_back_in_one_venue_names_no_work(told_by: object) -> None:
    three = [issue(number, NEWS, **told_by(2018 + number)) for number in range(3)]  # type: ignore[operator]
    assert recurring_titles(three) == {"what the colony did"}
    assert len(grouped(*three)) == 3
    again = issue(3, NEWS, kind="article", comment="another export", publications=journal(2020, "J. Ants"))
    assert len(grouped(*three, again)) == 4


def test_a_famous_work_that_many_documents_give_a_wrong_year_does_not_come_back() -> None:
    told = [
        Claim.of(f"document:{number}", 0, issue(0, NEWS, year=2018 + number, publications=journal(2018 + number)).record)
        for number in range(4)
    ]
    assert recurring_titles(told) == set()
    assert len(group_claims(told)[0]) == 1


def test_a_title_of_one_work_that_many_documents_describe_does_not_come_back() -> None:
    told = [issue(number, NEWS, ids=doi("one"), year=2018 + number) for number in range(4)]
    venues = ("Journal of Ants", "Ants and Bees", "arXiv")
    seen = [issue(number, NEWS, publications=journal(2020, venue)) for number, venue in enumerate(venues)]
    more = [{"volume": "12"}, {"volume": "12", "pages": "101-110"}, {"volume": "12", "issue": "3", "pages": "101"}, {}]
    said = [issue(number, NEWS, **place) for number, place in enumerate(more)]
    assert recurring_titles(told) == recurring_titles(seen) == recurring_titles(said) == set()


def test_near_misses_of_a_title_that_comes_back_are_a_row_and_come_last() -> None:
    row = [issue(number, ids=doi(f"e{number:02}"), year=1990 + number) for number in range(30)]
    doubtful = [
        claim(40, title="How Ants Share What They Carry", year=2020, authors=authors("Ada Berg"), ids=doi("x")),
        claim(41, title="How Ants Share What They Carry", year=2020, authors=authors("Ada Berg"), ids=doi("y")),
    ]
    near = sorted(group_claims([*row, *doubtful])[1], key=lambda miss: -miss.score)
    assert len(near) == 30
    assert (near[0].a, near[0].b) == ("doi:10.9999/x", "doi:10.9999/y")
    assert near[0].reasons == ("same title and authors", "but different DOIs: 10.9999/x, 10.9999/y")
    assert near[0].score > 2 * near[1].score
    assert all("but one of 30 works of this title" in miss.reasons for miss in near[1:])


def test_works_with_recurring_titles_dois_and_retractions_do_not_depend_on_order() -> None:
    said = [
        issue(0, ids=doi("e1"), volume="12", pages="1-2"),
        issue(1, volume="12", pages="1-2"),
        issue(2, ids=doi("e2"), volume="12", pages="5"),
        issue(3, NEWS, volume="12"),
        issue(4, NEWS, volume="13"),
        issue(5, NEWS, volume="14"),
        issue(6, NEWS, kind="article"),
        issue(7, "RETRACTED: How Ants Share", ids=doi("r")),
        issue(8, "How Ants Share", kind="article"),
        issue(9, "How Ants Share", ids=doi("s")),
        issue(10, "Retraction: How Ants Share"),
    ]
    shuffled = random.Random(7)
    outcomes = {str(group_claims(shuffled.sample(said, len(said)))) for _ in range(30)}
    assert len(outcomes) == 1
    assert len({str(group_claims(order)) for order in permutations(said[3:7])}) == 1

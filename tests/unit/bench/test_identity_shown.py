"""How many people show an id, told from rare names."""

import pytest

from tests.bench.identity.shown import share_of_people_shown
from tests.unit.identity.small_corpus import Paper, corpus_of

OTHERS = [f"Given{number} Family{number}" for number in range(1000)]


def papers_of(name: str, *years: int) -> list[Paper]:
    return [(f"{name} {number}", year, [name], {}) for number, year in enumerate(years)]


def test_one_of_two_people_shows_an_id_in_the_years_in_which_ids_are_shown() -> None:
    corpus = corpus_of([*papers_of("Ada Lovelace", 1990, 2024, 2024), *papers_of("Grace Hopper", 1990, 2024)], OTHERS)
    # In 2024 the papers of those who have an id show it, in 1990 none do; so both would be seen to have one, and one is.
    assert share_of_people_shown(corpus, {1: "ada", 2: "ada"}) == pytest.approx(0.5)


def test_people_who_published_before_ids_are_not_counted() -> None:
    corpus = corpus_of([*papers_of("Ada Lovelace", 2024, 2024), *papers_of("Grace Hopper", 1990)], OTHERS)
    assert share_of_people_shown(corpus, {0: "ada", 1: "ada"}) == pytest.approx(1.0)
    assert share_of_people_shown(corpus, {}) == 1.0

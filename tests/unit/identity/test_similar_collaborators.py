"""Which records a shared collaborator proposes."""

import random

import pytest

from graph.identity.blocking.shared_collaborators import Collaborations
from graph.identity.evidence_model.corpus import MOST_AUTHORS
from graph.names.blocking_keys import starts
from graph.names.parsing import parse


def _proposed(papers: list[list[str]], touched: set[str] | None = None) -> set[tuple[str, str]]:
    collaborations = Collaborations()
    for paper in papers:
        collaborations.add(paper)
    found = list(collaborations.proposed({name: starts(parse(name)) for paper in papers for name in paper}, touched))
    assert len(found) == len(set(found))
    return set(found)


def test_two_names_with_a_word_and_a_collaborator_in_common_are_proposed() -> None:
    papers = [["Dipti Misra", "Ada Lovelace"], ["Dipti Sharma", "Ada Lovelace"], ["Dipti Rao", "Grace Hopper"]]
    assert _proposed(papers) == {("Dipti Misra", "Dipti Sharma")}


def test_the_beginning_of_a_word_is_enough() -> None:
    assert _proposed([["Shari Land", "Ada Lovelace"], ["Sharon Landes", "Ada Lovelace"]]) == {("Shari Land", "Sharon Landes")}


def test_who_wrote_together_is_not_proposed() -> None:
    papers = [["Anna Smith", "John Smith", "Ada Lovelace"], ["Anna Smith", "Ada Lovelace"]]
    assert _proposed(papers) == set()


def test_short_syllables_tie_nobody() -> None:
    assert _proposed([["Wei Wang", "Ada Lovelace"], ["Yu Wang", "Ada Lovelace"]]) == set()


def test_papers_of_very_many_authors_do_not_count() -> None:
    crowd = [f"Somebody{number} Else{number}" for number in range(MOST_AUTHORS)]
    assert _proposed([["Dipti Misra", *crowd], ["Dipti Sharma", *crowd]]) == set()


def test_touched_records_bring_their_own_pairs_only() -> None:
    papers = [[name, "Ada Lovelace"] for name in ("Dipti Misra", "Dipti Sharma", "Dipti Rao")]
    assert len(_proposed(papers)) == 3
    assert _proposed(papers, {"Dipti Rao"}) == {("Dipti Misra", "Dipti Rao"), ("Dipti Rao", "Dipti Sharma")}
    assert _proposed([]) == set()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_papers_and_authors_changes_nothing(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    people = [f"{given} {family}" for given in ("Dipti", "Ramona", "Gerald", "Helen") for family in ("Misra", "Sharman", "Rossi")]
    papers = [chance.sample(people, chance.randint(1, 4)) for _ in range(25)]
    expected = {
        tuple(sorted((one, other)))
        for one in people
        for other in people
        if one < other
        and not any({one, other} <= set(paper) for paper in papers)
        and starts(parse(one)) & starts(parse(other))
        and any(_wrote(papers, one, third) and _wrote(papers, other, third) for third in set(people) - {one, other})
    }
    monkeypatch.setattr("graph.identity.blocking.shared_collaborators._AT_ONCE", 7)
    shuffled = [chance.sample(paper, len(paper)) for paper in chance.sample(papers, len(papers))]
    assert _proposed(papers) == _proposed(shuffled) == expected


def _wrote(papers: list[list[str]], one: str, other: str) -> bool:
    return any({one, other} <= set(paper) for paper in papers)

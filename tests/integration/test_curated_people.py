"""Lists of people that somebody curates by hand, and what they make of author records, in a real graph."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pandas as pd
import pytest
from msgspec.structs import replace

from graph.facade import ScholarGraph
from loaders.records import Authorship, Identifier, Item, Person, Record
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say

pytestmark = pytest.mark.any_line


def curated(name: str, *others: str, acl: str | None = None, shared: bool = False) -> Person:
    names = (name, *others)
    ids = (Identifier("acl", acl),) if acl else ()
    entry = Person(where="line 1", name=name, name_forms=others, ids=ids)
    return replace(entry, shared_names=names) if shared else replace(entry, curated_names=names)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def by(*names: str, title: str) -> Record:
    return Record(
        where="record 1", title=title, authors=tuple(Authorship(name=name, position=n) for n, name in enumerate(names, 1))
    )


ANTS, LETTERS = by("Ada Berg", title="Ants on Bridges"), by("Ada Holm", title="Letters of Two Merchants")
ADA = curated("Ada Berg", "Ada Holm", acl="ada-berg")
APART = {uid: uid for uid in ("name:ada berg", "name:ada holm")}
ONE = dict.fromkeys(("acl:ada-berg", *APART), "acl:ada-berg")


def test_curated_names_are_one_person_whatever_comes_first_and_no_longer_when_the_list_goes(
    graph: ScholarGraph, clean: Callable[[], None]
) -> None:
    said: dict[str, Item] = {"list": ADA, "ants": ANTS, "letters": LETTERS}
    outcomes = set()
    for order in (tuple(said), tuple(reversed(said))):
        clean()
        for name in order:
            say(graph, name, said[name])
        assert persons(graph) == ONE
        outcomes.add(str(snapshot(graph)))
    assert len(outcomes) == 1
    edges = graph.cypher("MATCH ()-[same:SAME_AS]->() RETURN DISTINCT same.by AS by, same.reason AS reason")
    assert edges.to_numpy().tolist() == [["rule", "curated as one person by test"]]
    assert graph.profile("name:ada holm")["papers"] == 2
    decision = graph.decisions.reject("acl:ada-berg", "name:ada holm", by="ana", reason="not she")
    assert persons(graph)["name:ada holm"] == "name:ada holm"
    graph.decisions.undo(decision, by="ana")
    graph.unload("list")
    assert persons(graph) == APART


def test_an_id_on_a_paper_meets_the_curated_record(graph: ScholarGraph) -> None:
    owned = Authorship(name="A. Holm", position=1, ids=(Identifier("acl", "ada-berg"),))
    say(graph, "list", ADA)
    say(graph, "papers", ANTS, Record(where="record 2", title="A Third Paper of Hers", authors=(owned,)))
    assert persons(graph) == {"acl:ada-berg": "acl:ada-berg", "name:ada berg": "acl:ada-berg"}
    assert graph.profile("acl:ada-berg")["name_forms"] == ["A. Holm", "Ada Berg", "Ada Holm"]


def test_a_name_of_two_curated_people_or_of_several_is_nobodys(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    for other in (curated("Ada Holm", acl="ada-holm"), curated("Ada Holm", acl="ada-holm", shared=True)):
        said: dict[str, tuple[Item, ...]] = {"list": (ADA, other), "letters": (LETTERS, ANTS)}
        for order in permutations(said):
            clean()
            for name in order:
                say(graph, name, *said[name])
            assert persons(graph)["name:ada holm"] == "name:ada holm"
            assert persons(graph)["name:ada berg"] == "acl:ada-berg"


def test_a_list_that_contests_a_name_takes_it_back_when_it_goes(graph: ScholarGraph) -> None:
    say(graph, "list", ADA)
    say(graph, "letters", LETTERS, ANTS)
    say(graph, "another", curated("Ada Holm", shared=True))
    assert persons(graph)["name:ada holm"] == "name:ada holm"
    graph.unload("another")
    assert persons(graph) == ONE


def test_two_lists_of_the_same_people_agree(graph: ScholarGraph) -> None:
    say(graph, "list", ADA)
    say(graph, "older", curated("Ada Berg", "Ada Holm"))
    say(graph, "letters", LETTERS, ANTS)
    assert persons(graph) == ONE


def test_nobody_is_merged_with_a_co_author(graph: ScholarGraph) -> None:
    owned = Authorship(name="Ada Berg", position=1, ids=(Identifier("acl", "ada-berg"),))
    together = Record(where="record 1", title="Two of a Name", authors=(owned, Authorship(name="Ada Holm", position=2)))
    say(graph, "list", ADA)
    say(graph, "papers", together)
    assert persons(graph) == {"acl:ada-berg": "acl:ada-berg", "name:ada holm": "name:ada holm"}


def test_who_is_said_to_be_somebody_else_is_not_merged_by_rule(graph: ScholarGraph) -> None:
    orcid = Identifier("orcid", "0000-0001")
    other = Person(where="line 2", name="Ada Berg", ids=(Identifier("s2", "9"), orcid))
    similar = Person(
        where="line 1", name="Ada Berg", ids=(Identifier("acl", "ada"), orcid), distinct_from=(Identifier("s2", "9"),)
    )
    say(graph, "list", similar, other)
    assert persons(graph) == {"acl:ada": "acl:ada", "s2:9": "s2:9"}


def test_who_is_said_to_be_somebody_else_is_no_candidate(graph: ScholarGraph) -> None:
    def written(name: str, title: str) -> Record:
        return by(name, "Bo Lind", title=title)

    papers = (written("Ada Berg", "Ants on Bridges"), written("Ada M. Berg", "Ants under Bridges"))
    say(graph, "papers", *papers)
    pair = {"name:ada berg", "name:ada m. berg"}
    assert [{row["uid_a"], row["uid_b"]} for row in rows_of(graph.split_candidates(min_probability=0.0))] == [pair]

    one = replace(curated("Ada Berg", acl="ada-berg"), distinct_from=(Identifier("acl", "ada-m-berg"),))
    other = curated("Ada M. Berg", acl="ada-m-berg")
    say(graph, "list", one, other)
    assert persons(graph)["name:ada berg"] != persons(graph)["name:ada m. berg"]
    for author in (None, "name:ada berg", "name:ada m. berg"):
        assert graph.split_candidates(author, min_probability=0.0).empty
    assert graph.split_groups(0.1).empty

"""What split and mixed candidates weigh, on a graph of its own: every measure is worked out by hand, and the weights are such
that each tells its row and column in the tables."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import exp, log
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Connection
from graph.queries.bound import Queries
from graph.queries.registry import Rows

HERE = Path(__file__).parent
Ask = Callable[..., list[dict[str, Any]]]


def table(first: float, rows: int, columns: int) -> list[list[float]]:
    """A table whose weights tell their place: a row adds 0.1, a column 0.01."""
    return [[round(first + row / 10 + column / 100, 2) for column in range(columns)] for row in range(rows)]


WEIGHTS = {
    "bins": {
        "shared_collaborators": [0.5, 0.8],
        "fewer_collaborators": [1, 2, 3],
        "linked_to_expected": [1, 2],
        "venues": [0.001, 0.65],
        "fewer_papers": [2, 3],
        "topics": [0.001, 0.8],
        "fewer_topics": [1, 2],
        "affiliation": [0.001, 0.6],
        "years_apart": [2, 5],
        "years": [1, 3, 6],
    },
    "linked": {"chance": 0.05, "besides": 0.25},
    "tables": {
        "shared_collaborators": table(1.0, 3, 4),
        "linked_collaborators": table(-1.0, 3, 4),
        "venues": table(0.3, 3, 3),
        "topics": table(0.5, 3, 3),
        "affiliation": [[-0.7, -0.4, -0.1], [0.2, 0.2, 0.2], [0.9, 0.8, 0.7]],
        "years": table(-0.4, 4, 3),
    },
    "split": {
        "base": -2.0,
        "evidence": 0.5,
        "name": 3.0,
        "rarity": -0.5,
        "competing_pairs": -0.25,
        "kinds": {"initial": -1.0, "middle": -0.1, "letter": -2.0},
        "rarity_of": {"initial": -0.4},
        "competing_pairs_of": {"initial": -0.1},
    },
    "mixed": {"base": -1.5, "evidence": 0.5, "rarity": -1.0, "identified": 2.0, "twice": 20.0},
}
RECORDS = 25
BERGS = ("name:a. berg", "name:ada berg")


@pytest.fixture(scope="module")
def evidence_graph(connection: Connection) -> Connection:
    connection.run((HERE / "wipe.cypher").read_text(encoding="utf-8"))
    for statement in (HERE / "evidence_graph.cypher").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.run(statement)
    return connection


@pytest.fixture
def weigh(evidence_graph: Connection) -> Callable[..., Rows]:
    """Ask for candidates of any probability, by the weights above."""

    def asked(name: str, /, **params: object) -> Rows:
        return Queries(evidence_graph).read(name, **{"min_probability": 0.0, "weights": WEIGHTS, **params})

    return asked


def logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))


def weights_of(evidence: list[dict[str, Any]]) -> dict[str, float]:
    return {piece["feature"]: piece["weight"] for piece in evidence}


def values_of(evidence: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {piece["feature"]: piece["value"] for piece in evidence}


def shared_of(evidence: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What is shared, where there is anything; all of it is named."""
    assert {piece["shared"]["more"] for piece in evidence} == {0}
    return {piece["feature"]: piece["shared"]["things"] for piece in evidence if piece["shared"]["things"]}


def test_a_pair_is_weighed_by_names_collaborators_venues_topics_affiliations_and_years(weigh: Ask) -> None:
    [pair] = weigh("split_candidates", author="name:ada berg")
    # Two Bergs; A. may be A., Ada or Adam, and Atlas is not a person: 2.5 * 3.5 / 25 people. An initial has a weight of its own.
    rarity = round(-0.4 * log(2.5 * 3.5 / RECORDS), 3)
    assert weights_of(pair["evidence"]) == {
        "base": -2.0,
        "name": 0.8,  # 3 * .6 - 1
        "rarity": rarity,
        "shared_collaborators": 0.56,  # Cleo Dahl: 3 papers, 1 / ln 4 = .72, row 1; two collaborators each, column 2
        "venues": 0.205,  # Jolly Letters: 4 papers, 1 / ln 5 = .62, row 1; two papers each, column 1; not arXiv
        "topics": 0.355,  # tides: 2 papers, 1 / ln 3 = .91, row 2; one topic of the one, column 1
        "affiliation": 0.4,  # all words of the one, row 2; 2 years apart, column 1
        "years": -0.145,  # 2012 to 2014, row 1, column 1
    }
    assert values_of(pair["evidence"]) == {
        "base": {},
        "name": {"kind": "initial", "score": 0.6, "reasons": ["A. may stand for Ada"]},
        "rarity": {"expected_namesakes": pytest.approx(0.35)},
        "shared_collaborators": {
            "shared_collaborators": pytest.approx(1 / log(4)), "fewer_collaborators": 2, "more_collaborators": 2,
        },
        "venues": {"venues": pytest.approx(1 / log(5)), "fewer_papers": 2},
        "topics": {"topics": pytest.approx(1 / log(3)), "fewer_topics": 1},
        "affiliation": {"affiliation": 1.0, "years_apart": 2},
        "years": {"years": 2, "fewer_papers": 2},
    }  # fmt: skip
    assert shared_of(pair["evidence"]) == {
        "shared_collaborators": [{"uid": "name:cleo dahl", "name": "Cleo Dahl", "papers": 3}],
        "venues": [{"uid": "venue:jolly letters", "name": "Jolly Letters", "papers": 4}],
        "topics": [{"uid": "phrase:tides", "name": "tides", "papers": 2}],
        "affiliation": [{"name": "oslo"}],
    }
    assert (pair["uid_a"], pair["name_a"], pair["uid_b"], pair["name_b"]) == (BERGS[0], "A. Berg", BERGS[1], "Ada Berg")
    assert (pair["shared"], pair["papers_a"], pair["papers_b"]) == (["Cleo Dahl"], 2, 2)


def test_where_nobody_is_shared_it_counts_who_of_the_fewer_wrote_with_the_others(weigh: Ask) -> None:
    [pair] = weigh("split_candidates", author="name:ida lund")
    assert pair["shared"] == []
    assert weights_of(pair["evidence"][3:]) == {
        "linked_collaborators": -0.44,  # Nils Orr, one of two, row 1, column 2
        "venues": 0.15,  # row 0, one paper, column 0
        "topics": 0.25,  # row 0, no topics, column 0
    }  # of unknown years and affiliations nothing is said
    assert values_of(pair["evidence"][3:]) == {
        "linked_collaborators": {
            "linked_collaborators": 1,
            # Nils Orr has 3 papers, Per Quist one; there are 3 others.
            "linked_to_expected": pytest.approx(1.25 / ((3 + 1) * 3 * 0.05 + 0.25)),
            "fewer_collaborators": 2,
            "more_collaborators": 3,
        },
        "venues": {"venues": 0.0, "fewer_papers": 1},
        "topics": {"topics": 0.0, "fewer_topics": 0},
    }
    assert shared_of(pair["evidence"]) == {"linked_collaborators": [{"uid": "name:nils orr", "name": "Nils Orr"}]}


def test_competing_pairs_affiliations_apart_and_collaborators_without_a_tie(weigh: Ask) -> None:
    pair = next(row for row in weigh("split_candidates", author="name:ola wik") if row["uid_a"] == "name:ola wiik")
    assert weights_of(pair["evidence"][1:]) == {
        "name": -0.5,  # one letter: 3 * .5 - 2
        "rarity": round(-0.5 * log(1.5 * 2.5 / RECORDS), 3),
        "competing_pairs": round(-0.25 * log(2), 3),  # one: Adam Kern is like Ola Wik too
        "linked_collaborators": -0.495,  # nobody among one each, row 0, column 1
        "venues": 0.15,
        "topics": 0.25,
        "affiliation": -0.35,  # no word, row 0; no year apart, column 0
        "years": -0.2,
    }
    assert values_of(pair["evidence"])["competing_pairs"] == {"competing_pairs": 1}
    assert shared_of(pair["evidence"]) == {}


def test_a_person_of_several_records_is_weighed_by_the_names_that_make_it_likeliest(weigh: Ask) -> None:
    # Bo Rask is liker to Bo Raskov, 3 * .7 - 2, but that names differ by an initial tells less against it: 3 * .5 - 1.
    [pair] = weigh("split_candidates", author="name:bo raskov")
    assert (pair["uid_a"], pair["papers_a"]) == ("name:b. rask", 3)
    assert pair == weigh("split_candidates", author="name:bo rask")[0]


def test_what_is_known_of_one_record_rules_out_all_records_of_the_person(weigh: Ask) -> None:
    # Bo Rask is like four names; B. Rask differs from Kim Moe, wrote with Kjell Moe, and has another ORCID than Emil Falk.
    assert {row["uid_b"] for row in weigh("split_candidates", author="name:bo rask")} == {"name:bo raskov"}


def test_the_weights_shown_add_up_to_the_probability(weigh: Ask) -> None:
    rows = weigh("split_candidates", weights={})
    assert len(rows) == 5
    for row in rows:
        assert row["probability"] == round(logistic(sum(piece["weight"] for piece in row["evidence"])), 4)
        assert [piece["weight"] for piece in row["evidence"][1:] if piece["weight"] == 0] == []
    [record] = weigh("mixed_candidates", author="name:kim lee", weights={})
    for group in record["groups"][1:]:
        assert group["probability"] == round(logistic(sum(piece["weight"] for piece in group["evidence"])), 4)


def test_the_groups_are_the_parts_that_the_graph_keeps(weigh: Ask) -> None:
    [record] = weigh("mixed_candidates", author="name:kim lee")
    assert [([paper["uid"] for paper in group["papers"]], group["main"]) for group in record["groups"]] == [
        (["k1", "k2", "k3"], True),
        (["k6"], False),
        (["k4", "k5"], False),
    ]
    assert [group["collaborators"] for group in record["groups"]] == [["Moe Nash", "Pia Roy"], [], ["Sid Toll"]]
    assert [group["topics"] for group in record["groups"]] == [["moss"], [], ["moss"]]
    assert (record["uid"], record["name"], record["papers"]) == ("name:kim lee", "Kim Lee", 6)
    assert weigh("mixed_candidates") == [record]
    assert weigh("mixed_candidates", author="name:ada berg") == []


def test_a_group_is_weighed_against_the_main_one(weigh: Ask) -> None:
    [record] = weigh("mixed_candidates", author="name:kim lee")
    main, one, two = record["groups"]
    # Kim is the given name of two, Lee the family name of one: 2.5 * 1.5 / 25 people.
    rarity = round(log(1.5 * 2.5 / RECORDS), 3)
    assert weights_of(two["evidence"]) == {
        "base": 1.5,
        "rarity": rarity,
        "linked_collaborators": 0.395,  # Sid Toll: 3 papers, 2 others, 1.25 / (3 * 2 * .05 + .25) = 2.27, row 2, column 1
        "venues": -0.155,  # none, row 0, column 1
        "topics": -0.305,  # moss: 3 papers, 1 / ln 4 = .72, row 1, column 1
        "affiliation": -0.35,  # rome, row 2; 7 years apart, column 2
        "years": 0.045,  # 7, row 3, column 1
    }
    # Of the lone paper nothing is known but its year, and by these weights 8 years between speak for one person more than none.
    assert weights_of(one["evidence"]) == {
        "base": 1.5,
        "rarity": rarity,
        "linked_collaborators": 0.5,  # nobody of nobody
        "venues": -0.15,
        "topics": -0.25,
        "years": 0.05,  # 8, row 3: -.1
    }
    assert values_of(one["evidence"]) == {
        "base": {"main_papers": 3},
        "rarity": {"expected_namesakes": pytest.approx(0.15)},
        "linked_collaborators": {
            "linked_collaborators": 0,
            "linked_to_expected": 0.0,
            "fewer_collaborators": 0,
            "more_collaborators": 2,
        },
        "venues": {"venues": 0.0, "fewer_papers": 1},
        "topics": {"topics": 0.0, "fewer_topics": 0},
        "years": {"years": 8, "fewer_papers": 1},
    }
    assert shared_of(two["evidence"]) == {
        "linked_collaborators": [{"uid": "name:sid toll", "name": "Sid Toll"}],
        "topics": [{"uid": "phrase:moss", "name": "moss", "papers": 3}],
        "affiliation": [{"name": "rome"}],
    }
    assert (main["probability"], main["evidence"]) == (0.0, [])
    assert record["probability"] == max(two["probability"], one["probability"])


def test_other_groups_weigh_otherwise(weigh: Ask, evidence_graph: Connection) -> None:
    with grouped(evidence_graph, "name:kim lee", ["k1", "k2"], ["k3", "k4"], ["k6"], ["k5"]):
        [record] = weigh("mixed_candidates", author="name:kim lee")
    groups = {tuple(paper["uid"] for paper in group["papers"]): group for group in record["groups"]}
    assert {papers: group["main"] for papers, group in groups.items()} == {
        ("k1", "k2"): True,
        ("k3", "k4"): False,
        ("k6",): False,
        ("k5",): False,
    }
    apart = [group["probability"] for group in record["groups"][1:]]
    assert (record["groups"][0]["main"], apart) == (True, sorted(apart, reverse=True))
    two, fifth = groups["k3", "k4"]["evidence"], groups[("k5",)]["evidence"]
    assert values_of(two)["base"] == values_of(fifth)["base"] == {"main_papers": 2}
    # Pia Roy: 2 papers, 1 / ln 3 = .91, row 2; two collaborators each, column 2.
    assert shared_of(two)["shared_collaborators"] == [{"uid": "name:pia roy", "name": "Pia Roy", "papers": 2}]
    assert weights_of(two)["shared_collaborators"] == -0.61
    # Sid Toll, the only collaborator on k5, wrote z1 with Moe Nash: row 2, column 1.
    assert weights_of(fifth)["linked_collaborators"] == 0.395


def test_of_what_is_shared_so_many_things_are_named_and_the_others_counted(weigh: Ask, evidence_graph: Connection) -> None:
    # Pia Roy is on two papers, Moe Nash on three: the rarest come first.
    with grouped(evidence_graph, "name:kim lee", ["k1", "k3"], ["k2"], ["k4", "k5", "k6"]):
        for most, named in ((2, ["Pia Roy", "Moe Nash"]), (1, ["Pia Roy"]), (0, [])):
            [record] = weigh("mixed_candidates", author="name:kim lee", most_shared=most)
            [group] = [group for group in record["groups"] if [paper["uid"] for paper in group["papers"]] == ["k2"]]
            [piece] = [piece for piece in group["evidence"] if piece["feature"] == "shared_collaborators"]
            assert [thing["name"] for thing in piece["shared"]["things"]] == named
            assert piece["shared"]["more"] == 2 - most
    [pair] = weigh("split_candidates", author="name:ada berg", most_shared=0)
    assert [piece["shared"]["more"] for piece in pair["evidence"]] == [0, 0, 0, 1, 1, 1, 1, 0]
    assert pair["shared"] == ["Cleo Dahl"]


def test_of_two_groups_the_main_one_is_taken_for_the_records_own(weigh: Ask, evidence_graph: Connection) -> None:
    with grouped(evidence_graph, "name:ida m. lund", ["d1"], ["d2"]):
        [record] = weigh("mixed_candidates", author="name:ida m. lund")
    first, second = record["groups"]
    assert ([paper["uid"] for paper in first["papers"]], first["main"], first["probability"]) == (["d1"], True, 0.0)
    assert second["probability"] == record["probability"] > 0


def test_of_a_paper_of_very_many_the_first_by_the_alphabet_count(weigh: Ask) -> None:
    # The first of each paper is Kim Lee, who is nobody of their own collaborators.
    [record] = weigh("mixed_candidates", author="name:kim lee", most_authors=1)
    assert [group["collaborators"] for group in record["groups"]] == [[], [], []]
    [pair] = weigh("split_candidates", author="name:ada berg", most_authors=2)
    # Of a1 count A. Berg and Cleo Dahl, and Emil Falk on a2.
    assert pair["shared"] == ["Cleo Dahl"]
    [less] = weigh("split_candidates", author="name:ada berg", most_authors=1)
    assert less["shared"] == []


@contextmanager
def grouped(connection: Connection, uid: str, *groups: list[str]) -> Iterator[None]:
    """The papers of a record in these groups for a while."""
    text = "MATCH (:Author {uid: $uid})-[w:WROTE]->(p) RETURN p.uid AS paper, w.part AS part"
    change = "UNWIND $rows AS row MATCH (:Author {uid: $uid})-[w:WROTE]->(:Paper {uid: row.paper}) SET w.part = row.part"
    before = connection.read(text, {"uid": uid}).rows
    rows = [{"paper": paper, "part": place or None} for place, papers in enumerate(groups) for paper in papers]
    connection.write(change, {"uid": uid, "rows": rows})
    try:
        yield
    finally:
        connection.write(change, {"uid": uid, "rows": before})

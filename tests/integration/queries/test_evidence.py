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
    "edges": {
        "shared": [0.5, 0.8],
        "few": [1, 2, 3],
        "linked": [1, 2],
        "venues": [0.001, 0.65],
        "size": [2, 3],
        "topics": [0.001, 0.8],
        "few_topics": [1, 2],
        "affiliation": [0.001, 0.6],
        "apart": [2, 5],
        "years": [1, 3, 6],
    },
    "tables": {
        "shared": table(1.0, 3, 4),
        "linked": table(-1.0, 3, 4),
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
        "rivals": -0.25,
        "kinds": {"initial": -1.0, "middle": -0.1, "letter": -2.0},
        "rarity_of": {"initial": -0.4},
        "rivals_of": {"initial": -0.1},
    },
    "mixed": {"base": -1.5, "evidence": 0.5, "rarity": -1.0, "identified": 2.0, "twice": 20.0},
}
RECORDS = 25
BERGS = ["name:a. berg", "name:ada berg"]


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
    return {piece["what"]: piece["weight"] for piece in evidence}


def test_a_pair_is_weighed_by_names_collaborators_venues_topics_affiliations_and_years(weigh: Ask) -> None:
    [pair] = weigh("split_candidates", author="name:ada berg")
    # Two Bergs; A. may be A., Ada or Adam, and Atlas is not a person: 2.5 * 3.5 / 25 people. An initial has a weight of its own.
    rarity = round(-0.4 * log(2.5 * 3.5 / RECORDS), 3)
    assert weights_of(pair["evidence"]) == {
        "two records of similar names, before anything else is known": -2.0,
        "the names: A. may stand for Ada (initial)": 0.8,  # 3 * .6 - 1
        "how rare the names are: about 0.35 people would bear such a name by chance": rarity,
        "both wrote with Cleo Dahl (3 papers in the graph)": 0.56,  # 1 / ln 4 = .72, row 1; two collaborators each, column 2
        "both published in Jolly Letters": 0.205,  # 4 papers, 1 / ln 5 = .62, row 1; two papers each, column 1; not arXiv
        "both wrote on tides": 0.355,  # 2 papers, 1 / ln 3 = .91, row 2; one topic of the one, column 1
        "the same affiliation words: oslo": 0.4,  # all words of the one, row 2; 2 years apart, column 1
        "2 years between the papers of the one and of the other": -0.145,  # 2012 to 2014, row 1, column 1
    }
    assert [piece["uids"] for piece in pair["evidence"][:6]] == [
        BERGS, BERGS, BERGS, ["name:cleo dahl"], ["venue:jolly letters"], ["phrase:tides"],
    ]  # fmt: skip
    assert (pair["uid_a"], pair["name_a"], pair["uid_b"], pair["name_b"]) == (BERGS[0], "A. Berg", BERGS[1], "Ada Berg")
    assert (pair["shared"], pair["papers_a"], pair["papers_b"]) == (["Cleo Dahl"], 2, 2)


def test_where_nobody_is_shared_it_counts_who_of_the_fewer_wrote_with_the_others(weigh: Ask) -> None:
    [pair] = weigh("split_candidates", author="name:ida lund")
    assert pair["shared"] == []
    assert weights_of(pair["evidence"][3:]) == {
        "1 of 2 collaborators of the one wrote with collaborators of the other, but none with both": -0.44,  # row 1, column 2
        "no venue in common": 0.15,  # row 0, one paper, column 0
        "no topic in common": 0.25,  # row 0, no topics, column 0
    }  # of unknown years and affiliations nothing is said
    assert pair["evidence"][3]["uids"] == ["name:nils orr"]


def test_rivals_affiliations_apart_and_collaborators_without_a_tie(weigh: Ask) -> None:
    pair = next(row for row in weigh("split_candidates", author="name:ola wik") if row["uid_a"] == "name:ola wiik")
    assert weights_of(pair["evidence"][1:]) == {
        "the names: one letter differs (letter)": -0.5,  # 3 * .5 - 2
        "how rare the names are: about 0.15 people would bear such a name by chance": round(-0.5 * log(1.5 * 2.5 / RECORDS), 3),
        "1 other record of a name similar to one of these": round(-0.25 * log(2), 3),
        "nobody in common among 1 and 1 collaborators": -0.495,  # row 0, column 1
        "no venue in common": 0.15,
        "no topic in common": 0.25,
        "no word of their affiliations in common": -0.35,  # row 0; no year apart, column 0
        "no year lies between the papers of the one and of the other": -0.2,
    }


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
        "papers under one name, before anything else is known; the main group has 3": 1.5,
        "how rare the name is: about 0.15 people would bear it by chance": rarity,
        "1 of 1 collaborators wrote with collaborators of the main group, but none is in both": 0.445,  # row 1, column 1
        "no venue in common with the main group": -0.155,  # row 0, column 1
        "topics in common with the main group: moss": -0.305,  # 3 papers, 1 / ln 4 = .72, row 1, column 1
        "the same affiliation words: rome": -0.35,  # row 2; 7 years apart, column 2
        "7 years between these papers and the main group": 0.045,  # row 3, column 1
    }
    # Of the lone paper nothing is known but its year, and by these weights 8 years between speak for one person more than none.
    assert weights_of(one["evidence"]) == {
        "papers under one name, before anything else is known; the main group has 3": 1.5,
        "how rare the name is: about 0.15 people would bear it by chance": rarity,
        "nobody in common among 0 collaborators on these papers and 2 of the main group": 0.5,
        "no venue in common with the main group": -0.15,
        "no topic in common with the main group": -0.25,
        "8 years between these papers and the main group": 0.05,  # row 3: -.1
    }
    assert [piece["uids"] for piece in two["evidence"][1:5]] == [["name:kim lee"], ["name:sid toll"], [], ["phrase:moss"]]
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
    before = "papers under one name, before anything else is known; the main group has 2"
    two, fifth = weights_of(groups["k3", "k4"]["evidence"]), weights_of(groups[("k5",)]["evidence"])
    # Pia Roy: 2 papers, 1 / ln 3 = .91, row 2; two collaborators each, column 2.
    assert (two[before], two["in the main group as well: Pia Roy"]) == (1.5, -0.61)
    # Sid Toll, the only collaborator on k5, wrote z1 with Moe Nash: row 1, column 1.
    linked = "1 of 1 collaborators wrote with collaborators of the main group, but none is in both"
    assert (fifth[before], fifth[linked]) == (1.5, 0.445)


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

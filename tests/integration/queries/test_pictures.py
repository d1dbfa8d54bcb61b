"""The queries whose answers are pictures, on the small graph: which relationships they show."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., list[dict[str, Any]]]
Shown = set[tuple[str, str, str]]


@pytest.fixture
def shown(ask: Ask) -> Callable[..., Shown]:
    """The relationships of a picture as (source, type, target); each row's ends are the ends of its relationship."""

    def asked(name: str, /, **params: object) -> Shown:
        rows: list[dict[str, Any]] = [dict(row) for row in ask(name, **params)]
        links = [(row["source"]["uid"], row["link"]["type"], row["target"]["uid"]) for row in rows]
        assert [(row["link"]["source"], row["link"]["target"]) for row in rows] == [(link[0], link[2]) for link in links]
        assert len(links) == len(set(links))
        return set(links)

    return asked


def wrote(*pairs: str) -> Shown:
    return {(author, "WROTE", paper) for author, _, paper in (pair.rpartition(" ") for pair in pairs)}


def about(*pairs: str) -> Shown:
    return {(paper, "ABOUT", topic) for paper, _, topic in (pair.partition(" ") for pair in pairs)}


def test_the_neighbourhood_shows_the_newest_papers_with_all_that_is_around_them(shown: Callable[..., Shown]) -> None:
    around = wrote("name:ana ruiz p9", "name:ida west p9", "name:a. ruiz p8", "name:fay moss p8")
    institution = {("name:ana ruiz", "AFFILIATED_WITH", "institution:graz")}
    assert shown("neighbourhood_graph", author="name:a. ruiz", limit=2) == around | institution


def test_the_neighbourhood_shows_venues_and_the_most_frequent_topics(shown: Callable[..., Shown]) -> None:
    found = shown("neighbourhood_graph", author="orcid:1", limit=0, topics=1)
    assert {link for link in found if link[1] == "PUBLISHED_IN"} == {
        ("p1", "PUBLISHED_IN", "venue:icml"),
        ("p1", "PUBLISHED_IN", "venue:arxiv"),
        ("p2", "PUBLISHED_IN", "venue:icml"),
    }
    assert {link for link in found if link[1] == "ABOUT"} == about("p1 arxiv:cs.LG", "p2 arxiv:cs.LG")


def test_pictures_say_on_every_row_what_is_not_in_them(ask: Ask) -> None:
    rows = ask("neighbourhood_graph", author="name:a. ruiz", limit=3, people=2, topics=0)
    assert rows
    assert all(row["left_out"] == {"papers": 3, "people": 1, "topics": 1} for row in rows)
    assert {row["left_out"]["people"] for row in ask("mixed_graph", author="name:mo chen")} == {0}
    assert "name:cy young" in {row["source"]["uid"] for row in ask("mixed_graph", author="name:mo chen", people=1)}


def test_collaborators_are_shown_with_the_papers_in_between(shown: Callable[..., Shown]) -> None:
    cy = wrote("name:a. ruiz p2", "name:cy young p2", "name:ana ruiz p3", "name:cy young p3")
    bo = wrote("name:ana ruiz p1", "orcid:1 p1", "name:a. ruiz p2", "orcid:1 p2")
    assert shown("collaborators_graph", author="name:ana ruiz", limit=1, papers=0) == cy
    assert shown("collaborators_graph", author="name:ana ruiz", min_shared=2, papers=0) == cy | bo


def test_each_collaborator_is_tied_by_the_newest_papers(ask: Ask, shown: Callable[..., Shown]) -> None:
    newest = wrote("name:ana ruiz p3", "name:cy young p3", "name:a. ruiz p2", "name:cy young p2", "orcid:1 p2")
    assert shown("collaborators_graph", author="name:ana ruiz", min_shared=2) == newest
    rows = ask("collaborators_graph", author="name:ana ruiz", min_shared=2)
    [counts] = {tuple(row["left_out"].items()) for row in rows}
    assert dict(counts) == {"people": 0, "papers": 1}
    closest = {row["uid"]: (row["papers"], row["strength"]) for row in ask("close_collaborators", author="name:ana ruiz")}
    told = {row["source"]["uid"]: (row["shared"], row["strength"]) for row in rows}
    assert told == {
        **{uid: closest[uid] for uid in ("name:cy young", "orcid:1")},
        "name:ana ruiz": (None, None),
        "name:a. ruiz": (None, None),
    }


def test_paths_show_every_shortest_way(shown: Callable[..., Shown]) -> None:
    assert shown("paths_graph", author="name:ana ruiz", other="name:ed stone") == wrote(
        "name:ana ruiz p4", "name:a. ruiz p4", "name:di prince p4", "name:di prince p5", "name:ed stone p5"
    )
    assert shown("paths_graph", author="name:ana ruiz", other="name:gus hall") == set()
    assert shown("paths_graph", author="name:ana ruiz", other="name:a. ruiz") == set()


def test_a_path_takes_the_nearest_of_a_persons_records(shown: Callable[..., Shown]) -> None:
    assert shown("paths_graph", author="name:ana ruiz", other="name:fay moss") == wrote("name:a. ruiz p8", "name:fay moss p8")


def test_a_split_shows_the_names_and_what_both_have_in_common(shown: Callable[..., Shown]) -> None:
    similar = {("name:zheng xu", "SIMILAR_NAME", "name:zheng xu 0002")}
    shared = wrote("name:zheng xu q1", "name:tom gold q1", "name:zheng xu 0002 q2", "name:tom gold q2")
    assert shown("split_graph", author="name:zheng xu", other="name:zheng xu 0002") == similar | shared


def test_a_split_shows_that_two_were_decided_to_be_different(shown: Callable[..., Shown]) -> None:
    links = {("name:jo park", kind, "name:joe park") for kind in ("SIMILAR_NAME", "DIFFERENT_FROM")}
    shared = wrote("name:jo park r1", "name:albert kim r1", "name:joe park r2", "name:albert kim r2")
    assert shown("split_graph", author="name:jo park", other="name:joe park") == links | shared


def test_a_mixed_record_shows_what_at_least_two_of_its_papers_share(shown: Callable[..., Shown]) -> None:
    people = wrote(*(f"name:mo chen m{number}" for number in range(1, 7)), "name:cy young m1", "name:cy young m2")
    network = {(paper, "MENTIONS", "phrase:network") for paper in ("m1", "m2", "m3")}
    training = {(paper, "MENTIONS", "phrase:training") for paper, _, _ in network}
    media = {(paper, "MENTIONS", "phrase:social media") for paper in ("m4", "m5")}
    assert shown("mixed_graph", author="name:mo chen") == people | network | training | media
    assert shown("mixed_graph", author="name:mo chen", rarity=0.7) == people | media


def test_the_sources_show_which_document_says_what(shown: Callable[..., Shown]) -> None:
    documents = {
        ("document:1", "DESCRIBES", "name:ana ruiz"),
        ("document:1", "DESCRIBES", "p1"),
        ("document:1", "DESCRIBES", "p2"),
        ("document:2", "DESCRIBES", "p3"),
    }
    own = wrote(
        "name:ana ruiz p1",
        "name:a. ruiz p2",
        "name:ana ruiz p3",
        "name:ana ruiz p4",
        "name:a. ruiz p4",
        "name:a. ruiz p8",
        "name:ana ruiz p9",
    )
    assert shown("sources_graph", author="name:ana ruiz", limit=0) == documents | own


def test_the_people_with_most_papers_are_counted_over_all_their_records(ask: Ask) -> None:
    assert [tuple(row.values()) for row in ask("prolific_authors", limit=3)] == [
        ("name:ana ruiz", "Ana Ruiz", 6, 2018, 2023),
        ("name:mo chen", "Mo Chen", 6, 2019, 2022),
        ("name:cy young", "Cy Young", 5, 2017, 2020),
    ]

"""The questions that pages ask of papers, and of what papers have in common, on the small graph."""

from collections.abc import Callable

import pytest

from graph.queries.registry import Rows

Ask = Callable[..., Rows]
ANA, HER_OTHER_RECORD = "name:ana ruiz", "name:a. ruiz"
SELECTIONS = [
    {"author": ANA}, {"author": HER_OTHER_RECORD}, {"topic": "phrase:nets"}, {"venue": "venue:icml"},
    {"author": ANA, "topic": "phrase:nets"}, {"author": ANA, "venue": "venue:icml"},
    {"topic": "phrase:nets", "venue": "venue:icml"},
]  # fmt: skip


def uids(rows: Rows) -> list[object]:
    return [row["uid"] for row in rows]


def test_the_papers_of_a_person_are_those_of_author_papers_whichever_record_is_named(ask: Ask) -> None:
    for author in (ANA, HER_OTHER_RECORD):
        found, known = ask("papers_of", author=author), ask("author_papers", author=author)
        assert sorted(map(str, uids(found))) == sorted(map(str, uids(known)))


def test_papers_of_several_named_things_are_those_of_all_of_them(ask: Ask) -> None:
    def of(**named: object) -> set[object]:
        return set(uids(ask("papers_of", **named)))

    assert of(author=ANA, topic="phrase:nets") == of(author=ANA) & of(topic="phrase:nets")
    assert of(topic="phrase:nets", venue="venue:icml") == of(topic="phrase:nets") & of(venue="venue:icml") == {"p1", "p2"}
    assert of(venue="venue:nowhere") == of() == set()


@pytest.mark.parametrize("selection", SELECTIONS)
def test_papers_by_year_count_the_same_papers(ask: Ask, selection: dict[str, str]) -> None:
    papers = ask("papers_of", **selection)
    by_year = ask("papers_by_year", **selection)
    assert sum(int(str(row["papers"])) for row in by_year) == len(papers)
    for row in by_year:
        assert len([paper for paper in papers if paper["year"] == row["year"]]) == row["papers"]


def test_papers_by_year_of_nothing_named_are_those_of_the_whole_graph(ask: Ask) -> None:
    counts = {row["name"]: row["count"] for row in ask("graph_counts") if row["element"] == "node"}
    assert sum(int(str(row["papers"])) for row in ask("papers_by_year")) == counts["Paper"]


def test_papers_come_in_parts(ask: Ask) -> None:
    everything = uids(ask("papers_of", author=ANA))
    parts = [uids(ask("papers_of", author=ANA, skip=start, limit=2)) for start in range(0, len(everything), 2)]
    assert [uid for part in parts for uid in part] == everything
    [first] = ask("papers_of", topic="phrase:nets", year=2018, most_authors=1)
    assert (first["uid"], first["authors"], first["author_count"]) == ("p1", [{"uid": ANA, "name": "Ana Ruiz"}], 2)


def test_people_and_venues_of_a_topic_are_counted_by_person_and_paper(ask: Ask) -> None:
    people = {row["uid"]: row["papers"] for row in ask("author_counts", topic="phrase:nets")}
    assert people[ANA] == 3
    assert HER_OTHER_RECORD not in people
    assert "name:atlas" not in people, "an organisation is nobody"
    assert [(row["uid"], row["papers"]) for row in ask("venue_counts", topic="phrase:nets")] == [
        ("venue:icml", 2), ("venue:arxiv", 1),
    ]  # fmt: skip


def test_a_paper_is_shown_whole(ask: Ask) -> None:
    [paper] = ask("paper_profile", paper="p1")
    assert paper["authors"] == [
        {"uid": ANA, "name": "Ana Ruiz", "position": 1, "affiliation": "University of Graz"},
        {"uid": "orcid:1", "name": "Bo Li", "position": 2, "affiliation": None},
    ]
    assert [venue["uid"] for venue in paper["venues"]] == ["venue:arxiv", "venue:icml"]  # type: ignore[attr-defined]
    assert {topic["uid"] for topic in paper["topics"]} == {"arxiv:cs.LG", "phrase:nets"}  # type: ignore[attr-defined]
    [part] = ask("paper_profile", paper="p1", most_authors=1)
    assert (len(part["authors"]), part["author_count"]) == (1, 2)  # type: ignore[arg-type]
    assert ask("paper_profile", paper="p0") == []


def test_a_topic_counts_papers_once_however_they_came_to_it(ask: Ask) -> None:
    [topic] = ask("topic_profile", topic="phrase:nets")
    assert (topic["papers"], topic["given"], topic["derived"]) == (3, 1, 3)
    assert (topic["first_year"], topic["last_year"]) == (2018, 2020)


def test_a_venue_is_shown_with_its_years(ask: Ask) -> None:
    [venue] = ask("venue_profile", venue="venue:icml")
    assert (venue["name"], venue["kind"], venue["papers"], venue["first_year"], venue["last_year"]) == (
        "ICML", "conference", 2, 2018, 2019,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["ana", "RUIZ", "rui", "riuz", "a ruiz", "ruiz ana"])
def test_people_are_found_as_one_types_each_once(ask: Ask, text: str) -> None:
    found = ask("find_authors", text=text)
    assert uids(found).count(ANA) == 1
    assert HER_OTHER_RECORD not in uids(found)
    [ana] = [row for row in found if row["uid"] == ANA]
    assert ana["papers"] == len(ask("author_papers", author=ANA))


def test_papers_and_topics_are_found_by_all_words_of_a_text(ask: Ask) -> None:
    assert set(uids(ask("find_papers", text="deep nets"))) >= {"p1"}
    assert uids(ask("find_papers", text="deep mosses")) == []
    assert uids(ask("find_topics", text="netwrok")) == ["phrase:network"]
    assert uids(ask("find_topics", text="social med")) == ["phrase:social media"]


def test_the_ties_of_a_person_are_those_of_close_collaborators(ask: Ask) -> None:
    ties = [row for row in ask("collaborator_ties", author=HER_OTHER_RECORD, people=100) if row["source"] == ANA]
    known = ask("close_collaborators", author=ANA)
    assert {(row["target"], row["papers"], row["strength"]) for row in ties} == {
        (row["uid"], row["papers"], row["strength"]) for row in known
    }
    two = ask("collaborator_ties", author=ANA, people=2)
    assert {row["left_out"] for row in two} == {len(known) - 2}
    assert {uid for row in two for uid in (row["source"], row["target"])} == {ANA, *(row["uid"] for row in known[:2])}


def test_a_paper_of_very_many_authors_ties_nobody_but_the_person_asked_about(ask: Ask) -> None:
    everything = ask("collaborator_ties", author=ANA, people=100)
    few = ask("collaborator_ties", author=ANA, people=100, most_authors=0)
    assert {row["source"] for row in few} == {ANA}
    assert [row for row in everything if row["source"] == ANA] == few

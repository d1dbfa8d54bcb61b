"""What is asked about topics, on the graph of topic_graph.cypher: whose, where, when, which share, and of how many papers nothing
tells."""

from collections.abc import Callable
from math import log
from typing import Any

import pytest

from graph.connection import Connection
from graph.coverage_words import coverage_in_words
from graph.queries.bound import Queries
from graph.queries.registry import Registry

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]

ANN, BO = "name:ann lee", "name:bo"
GAUGE, MELT, SEA, COAST = "phrase:tide gauge", "phrase:glacier melt", "keyword:sea", "keyword:coast"


@pytest.fixture
def ask(topic_graph: Connection) -> Ask:
    return lambda name, **params: Queries(topic_graph).read(name, **params)


def told(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def shares(rows: Rows) -> dict[str, tuple[int, int, float]]:
    return {row["topic"]: (row["papers"], row["of_papers"], round(row["share"], 3)) for row in rows}


def test_a_share_is_of_the_papers_that_have_an_abstract_or_any_topic(ask: Ask) -> None:
    rows = ask("topic_counts")
    assert told(rows, "topic", "papers", "of_papers", "share", "given", "derived", "first_year", "last_year") == [
        (GAUGE, 5, 7, 0.714286, 2, 4, 2001, 2005),  # w1, w2, w7, w8, w9; not w5
        (MELT, 3, 7, 0.428571, 0, 3, 2003, 2005),  # w3, w5, w7; not w2
        (COAST, 1, 7, 0.142857, 1, 0, 2004, 2004),
        (SEA, 1, 7, 0.142857, 1, 0, 2001, 2001),
    ]  # fmt: skip


def test_a_topic_found_in_a_text_counts_from_a_score_on_and_a_given_one_always(ask: Ask) -> None:
    counts = {least: {row["topic"]: row["papers"] for row in ask("topic_counts", min_score=least)} for least in (0.0, 0.5, 1.0)}
    assert counts[0.0] == {GAUGE: 6, MELT: 4, SEA: 1, COAST: 1}
    assert counts[0.5] == {GAUGE: 5, MELT: 2, SEA: 1, COAST: 1}
    assert counts[1.0] == {GAUGE: 2, SEA: 1, COAST: 1}


def test_with_a_level_papers_count_for_what_stands_above_their_topics(ask: Ask) -> None:
    own = {row["topic"]: row["papers"] for row in ask("topic_counts")}
    for level in (0, -1):
        assert {row["topic"]: row["papers"] for row in ask("topic_counts", level=level)} == {GAUGE: 5, MELT: 3, SEA: 2}
    assert {row["topic"]: row["papers"] for row in ask("topic_counts", level=1)} == own
    # Of Bo's papers w5 is about the coast, in Lund, in Ice, in 2004.
    assert shares(ask("topic_counts_by_author", author=BO, level=0))[SEA] == (1, 4, 0.25)
    assert shares(ask("topic_counts_by_institution", institution="Lund", level=0))[SEA] == (1, 2, 0.5)
    assert shares(ask("topic_counts_by_venue", venue="Ice", level=0))[SEA] == (1, 3, 0.333)
    years = ask("topic_counts_by_year", level=0, scheme="keyword")
    assert told(years, "year", "topic", "papers") == [(2004, SEA, 1), (2001, SEA, 1)]
    trends = ask("topic_trends", turn=2003, min_papers=1, min_g2=0.0, scheme="keyword", level=0)
    assert told(trends, "topic", "earlier", "later") == [(SEA, 1, 1)]
    compared = ask("compare_topics", author=ANN, other=BO, scheme="keyword", level=0)
    assert told(compared, "topic", "papers", "other_papers", "shared") == [(SEA, 1, 1, 0)]


def test_levels_count_from_the_top_along_every_way_there(ask: Ask, topic_graph: Connection) -> None:
    topic_graph.write(
        "UNWIND [['rock pool', 'keyword:coast'], ['rock pool', 'water'], ['round', 'about'], ['about', 'round']] AS tie "
        "MERGE (below:Topic {uid: tie[0]}) MERGE (above:Topic {uid: tie[1]}) MERGE (below)-[:BROADER]->(above) "
        "SET below.label = tie[0], below.scheme = 'test', above.label = coalesce(above.label, tie[1]), "
        "above.scheme = coalesce(above.scheme, 'test') WITH below "
        "MATCH (paper:Paper {uid: 'w2'}) MERGE (paper)-[:ABOUT {origin: 'given'}]->(below)"
    )
    try:
        found = [ask("topic_counts", origin="given", level=level) for level in (0, 1, 2)]
        counts = [{row["topic"]: row["papers"] for row in rows} for rows in found]
        # What stands in a circle has no top, and counts itself.
        rest = {GAUGE: 2, "round": 1, "about": 1}
        assert counts[0] == {**rest, SEA: 3, "water": 1}
        assert counts[1] == {**rest, SEA: 1, COAST: 2, "rock pool": 1}
        assert counts[2] == {**rest, SEA: 1, COAST: 1, "rock pool": 1}
    finally:
        topic_graph.write("MATCH (t:Topic) WHERE t.scheme = 'test' DETACH DELETE t")


def test_every_question_about_a_topic_has_a_least_score_and_the_same_one() -> None:
    registry = Registry.shipped()
    asked = [query for query in registry.questions() if query.purpose == "topics" and query.name != "topic_schemes"]
    asked += [registry[name] for name in ("papers_of", "papers_by_year", "author_counts", "venue_counts", "institution_counts")]
    least = {query.name: {one.name: one.default for one in query.params}.get("min_score") for query in asked}
    assert set(least.values()) == {0.3}, least


def test_shares_of_a_person_are_of_their_own_papers(ask: Ask) -> None:
    for author in (ANN, "name:a. lee"):
        rows = ask("topic_counts_by_author", author=author)
        assert {row["uid"] for row in rows} == {ANN}
        assert shares(rows) == {GAUGE: (3, 4, 0.75), MELT: (2, 4, 0.5), SEA: (1, 4, 0.25)}
    everybody = ask("topic_counts_by_author", scheme="phrase")
    assert {(row["uid"], row["topic"], row["papers"], row["of_papers"]) for row in everybody} == {
        (ANN, GAUGE, 3, 4), (ANN, MELT, 2, 4), (BO, GAUGE, 2, 4), (BO, MELT, 3, 4), ("name:the lab", GAUGE, 1, 1),
    }  # fmt: skip


def test_shares_of_a_venue_and_of_a_year_are_of_their_own_papers(ask: Ask) -> None:
    assert shares(ask("topic_counts_by_venue", venue="tides")) == {GAUGE: (3, 3, 1.0), SEA: (1, 3, 0.333)}
    assert told(ask("topic_counts_by_year", since=2003), "year", "topic", "papers", "of_papers", "share") == [
        (2005, GAUGE, 2, 2, 1.0), (2005, MELT, 1, 2, 0.5), (2004, COAST, 1, 1, 1.0), (2004, MELT, 1, 1, 1.0),
        (2003, MELT, 1, 1, 1.0),
    ]  # fmt: skip


def test_the_topics_of_an_institution_are_those_of_papers_that_name_it(ask: Ask) -> None:
    for name in ("TU Graz", "tu graz", "institution:graz"):
        assert shares(ask("topic_counts_by_institution", institution=name)) == {GAUGE: (2, 2, 1.0), SEA: (1, 2, 0.5)}
    assert shares(ask("topic_counts", institution="Lund")) == {GAUGE: (1, 2, 0.5), MELT: (1, 2, 0.5), COAST: (1, 2, 0.5)}
    assert shares(ask("topic_counts", institution="TU Graz", author=BO)) == {GAUGE: (1, 1, 1.0)}
    assert shares(ask("topic_counts", institution="TU Graz", venue="tides", since=2002)) == {GAUGE: (1, 1, 1.0)}
    assert ask("topic_counts", institution="nowhere") == []


def test_by_institution_a_person_counts_where_they_name_it_themselves(ask: Ask) -> None:
    rows = ask("topic_counts_by_institution", scheme="phrase")
    assert {(row["name"], row["topic"], row["papers"], row["of_papers"]) for row in rows} == {
        ("TU Graz", GAUGE, 2, 2), ("Lund", GAUGE, 1, 2), ("Lund", MELT, 1, 2),
    }  # fmt: skip
    assert {row["name"] for row in ask("topic_counts_by_institution", author=ANN)} == {"TU Graz"}


def test_coverage_says_of_how_many_papers_nothing_tells_what_they_are_about(ask: Ask) -> None:
    [whole] = ask("topic_coverage")
    assert whole == {
        "papers": 9, "of_papers": 7, "with_abstract": 4, "title_only": 4, "without_text": 1, "with_given": 4, "with_derived": 6,
        "without_topic": 2,
    }  # fmt: skip
    assert coverage_in_words(whole) == (
        "5 of 9 papers have no abstract, 1 of them no text at all. 2 have no topic either: shares are of the other 7."
    )
    [ann] = ask("topic_coverage", author="name:a. lee", min_score=0.5)
    assert ann == {
        "papers": 5, "of_papers": 4, "with_abstract": 3, "title_only": 2, "without_text": 0, "with_given": 2, "with_derived": 3,
        "without_topic": 2,
    }  # fmt: skip
    [nothing] = ask("topic_coverage", author="name:nobody")
    assert set(nothing.values()) == {0}


@pytest.mark.parametrize("topic", ["tide gauge", "TIDE GAUGE", "tg", GAUGE])
def test_the_people_of_a_topic_with_its_share_of_their_papers(ask: Ask, topic: str) -> None:
    assert told(ask("topic_people", topic=topic), "uid", "name", "papers", "of_papers", "share", "first_year", "last_year") == [
        (ANN, "Ann Lee", 3, 4, 0.75, 2001, 2005),
        (BO, "Bo", 2, 4, 0.5, 2002, 2005),
    ]
    assert told(ask("topic_people", topic=topic, limit=1), "uid") == [(ANN,)]


def test_the_people_of_a_topic_in_a_venue_in_some_years_at_an_institution(ask: Ask) -> None:
    def people(**where: object) -> list[tuple[Any, ...]]:
        return told(ask("topic_people", topic=GAUGE, **where), "uid", "papers", "of_papers")

    assert people(venue="tides") == [(ANN, 2, 2), (BO, 1, 1)]
    assert people(since=2005) == [(ANN, 1, 1), (BO, 1, 1)]
    assert people(until=2002) == [(ANN, 2, 2), (BO, 1, 1)]
    assert people(institution="TU Graz") == [(ANN, 2, 2)]
    assert people(institution="lund") == [(BO, 1, 2)]
    assert people(origin="given") == [(ANN, 1, 4), (BO, 1, 4)]
    assert people(min_score=0.0) == [(ANN, 3, 4), (BO, 3, 4)]
    assert people(venue="nowhere") == []


def test_narrower_topics_count_for_the_one_above_them_where_they_are_to(ask: Ask) -> None:
    assert told(ask("topic_people", topic="sea"), "uid", "papers") == [(ANN, 1)]
    assert told(ask("topic_people", topic="sea", narrower=True), "uid", "papers") == [(ANN, 1), (BO, 1)]
    assert [row["papers"] for row in ask("topic_course", topic=SEA)] == [1, 0, 0, 0, 0]
    assert [row["papers"] for row in ask("topic_course", topic=SEA, narrower=True)] == [1, 0, 0, 1, 0]
    assert ask("topic_people", topic="no such thing", narrower=True) == []


def test_the_course_of_a_topic_has_every_year_in_which_it_could_be(ask: Ask) -> None:
    columns = ("year", "papers", "of_papers", "share", "given", "derived")
    assert told(ask("topic_course", topic="tg"), *columns) == [
        (2001, 1, 1, 1.0, 0, 1), (2002, 1, 1, 1.0, 0, 1), (2003, 0, 1, 0.0, 0, 0), (2004, 0, 1, 0.0, 0, 0),
        (2005, 2, 2, 1.0, 1, 2),
    ]  # fmt: skip
    assert told(ask("topic_course", topic=GAUGE, author=BO), "year", "papers") == [(2002, 1), (2003, 0), (2004, 0), (2005, 1)]
    assert told(ask("topic_course", topic=GAUGE, venue="tides"), "year", "papers") == [(2001, 1), (2002, 1), (2005, 1)]
    assert told(ask("topic_course", topic=GAUGE, institution="Lund"), "year", "papers") == [(2002, 1), (2004, 0)]
    assert told(ask("topic_course", topic=MELT, since=2004, min_score=0.75), "year", "papers") == [(2004, 0), (2005, 1)]
    assert told(ask("topic_course", topic=GAUGE, origin="given"), "year", "papers")[-1] == (2005, 1)


def test_rising_and_fading_topics_by_hand(ask: Ask) -> None:
    # Of the five papers that somebody wrote, of known year and with text or topic, two are of 2001 and 2002. Both have abstracts,
    # and so have two of the three later ones: half of the papers with an abstract are early ones, and none without.
    found = {row["topic"]: row for row in ask("topic_trends", min_papers=1, min_g2=0.0)}
    assert {(row["turn"], row["of_papers"], row["of_earlier"], row["of_later"]) for row in found.values()} == {(2003, 5, 2, 3)}
    gauge = found[GAUGE]  # w1, w2 and later w7, all with abstracts: 1.5 are to be expected on each side
    assert (gauge["direction"], gauge["earlier"], gauge["later"], gauge["later_expected"]) == ("fading", 2, 1, 1.5)
    assert (gauge["earlier_share"], gauge["later_share"], gauge["log_ratio"]) == (1.0, 0.333333, -1.0)
    assert gauge["g2"] == pytest.approx(2 * (2 * log(2 / 1.5) + log(1 / 1.5) + 2 * log(2 / 1.5)), abs=1e-4)
    melt = found[MELT]  # w5, w7 with abstracts and w3 without: 1 would be earlier and 2 later
    assert (melt["direction"], melt["earlier"], melt["later"], melt["later_expected"]) == ("rising", 0, 3, 2.0)
    assert melt["log_ratio"] == pytest.approx(log((3 / 2) / (0.5 / 1), 2), abs=1e-4)
    assert melt["g2"] == pytest.approx(2 * (3 * log(3 / 2) + 2 * log(2 / 1)), abs=1e-4)
    assert {topic: found[topic]["direction"] for topic in (SEA, COAST)} == {SEA: "fading", COAST: "rising"}
    assert [row["g2"] for row in found.values()] == sorted((row["g2"] for row in found.values()), reverse=True)


def test_a_trend_can_be_asked_for_one_way_and_by_how_sure_it_is(ask: Ask) -> None:
    assert told(ask("topic_trends"), "topic") == [(MELT,)]
    assert told(ask("topic_trends", min_papers=1, min_g2=0.0, direction="fading"), "topic") == [(SEA,), (GAUGE,)]
    assert told(ask("topic_trends", min_papers=3, min_g2=0.0, direction="fading"), "topic") == [(GAUGE,)]
    assert told(ask("topic_trends", min_g2=6.0), "topic") == []
    rows = ask("topic_trends", min_g2=0.0, min_papers=1, turn=2005, author=BO)
    assert set(told(rows, "turn", "of_earlier", "of_later")) == {(2005, 3, 1)}
    assert ask("topic_trends", turn=2001, min_g2=0.0) == []
    assert ask("topic_trends", since=2005, min_g2=0.0) == []


def test_where_all_papers_have_abstracts_a_trend_is_dunnings_ratio(ask: Ask) -> None:
    # Of Graz w1 and w2, of Lund w2 and w5, each with an abstract.
    for institution, topic, before, after in (("TU Graz", SEA, (1, 1), (0, 1)), ("Lund", MELT, (0, 1), (1, 1))):
        rows = ask("topic_trends", institution=institution, min_papers=1, min_g2=0.0)
        [row] = [row for row in rows if row["topic"] == topic]
        assert (row["earlier"], row["of_earlier"], row["later"], row["of_later"]) == (*before, *after)
        assert row["g2"] == pytest.approx(likelihood_ratio(*before, *after), abs=1e-4)


def likelihood_ratio(earlier: int, of_earlier: int, later: int, of_later: int) -> float:
    """Twice the logarithm of how much likelier two binomials with parameters of their own are than two of one (Dunning)."""

    def fit(hits: int, tries: int, chance: float) -> float:
        return (hits * log(chance) if hits else 0.0) + ((tries - hits) * log(1 - chance) if tries > hits else 0.0)

    both = (earlier + later) / (of_earlier + of_later)
    apart = fit(earlier, of_earlier, earlier / of_earlier) + fit(later, of_later, later / of_later)
    return 2 * (apart - fit(earlier, of_earlier, both) - fit(later, of_later, both))


def test_two_people_compared(ask: Ask) -> None:
    columns = ("topic", "papers", "of_papers", "share", "other_papers", "other_of_papers", "other_share", "shared", "part")
    rows = ask("compare_topics", author=ANN, other=BO)
    assert {row["cosine"] for row in rows} == {round(12 / 14, 6)}  # of (3, 2, 1, 0) and (2, 3, 0, 1)
    assert told(rows, *columns) == [
        (MELT, 2, 4, 0.5, 3, 4, 0.75, 2, round(6 / 14, 6)),
        (GAUGE, 3, 4, 0.75, 2, 4, 0.5, 2, round(6 / 14, 6)),
        (COAST, 0, 4, 0.0, 1, 4, 0.25, 0, 0.0),
        (SEA, 1, 4, 0.25, 0, 4, 0.0, 0, 0.0),
    ]
    assert {row["cosine"] for row in ask("compare_topics", author="name:a. lee", other=ANN)} == {1.0}
    rows = ask("compare_topics", author=ANN, other="name:the lab", since=2003)  # the lab's paper has no year
    assert told(rows, "topic", "other_of_papers", "cosine") == [(MELT, 0, 0.0), (GAUGE, 0, 0.0)]
    assert ask("compare_topics", author="name:nobody", other="name:nobody") == []

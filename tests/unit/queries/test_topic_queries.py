"""All questions about topics choose papers alike, word for word: an analyst who goes from one to the next asks about the same."""

import re

from graph.queries.registry import Registry
from graph.topic_questions import MIN_SCORE

CHOSEN = re.compile(
    r"CALL \(\) \{\n  // The papers that count.*?\n\}\nWITH (?:\w+, )*paper\n(?P<where>WHERE .*?\n)"
    r"(?=\S|  AND paper\.year IS)",
    re.DOTALL,
)
ROLLED = re.compile(r"UNWIND CASE\n *WHEN \$level.*? AS counted\n", re.DOTALL)
BY_PAPERS = [
    query for query in Registry.shipped().questions()
    if query.purpose == "topics" and {"author", "venue", "institution", "since", "until"} <= {one.name for one in query.params}
]  # fmt: skip


def test_all_topic_questions_choose_papers_by_the_same_text() -> None:
    assert {"topic_counts", "topic_counts_by_institution", "topic_course", "topic_coverage", "topic_trends"} <= {
        query.name for query in BY_PAPERS
    }
    texts = set()
    for query in BY_PAPERS:
        found = CHOSEN.search(query.text)
        assert found, query.name
        texts.add((found[0].partition("\n}\nWITH ")[0], found["where"]))
    assert len(texts) == 1


def test_all_that_roll_up_do_so_by_the_same_text() -> None:
    rolled = {query.name: query.text for query in BY_PAPERS if any(one.name == "level" for one in query.params)}
    assert {name for name in rolled if name.startswith("topic_counts")} == {
        query.name for query in BY_PAPERS if query.name.startswith("topic_counts")
    }
    texts = {name: ROLLED.search(text) for name, text in rolled.items()}
    assert len({" ".join(found[0].split()) for found in texts.values() if found}) == 1
    assert all(texts.values())


def test_the_least_score_is_the_same_at_every_door() -> None:
    declared = {
        (query.name, one.default) for query in Registry.shipped().questions() for one in query.params if one.name == "min_score"
    }
    others = {("duplicate_papers", 0.0)}  # the score of a pair of papers, and of no topic
    assert {default for _, default in declared - others} == {MIN_SCORE}
    assert len(declared) > 20

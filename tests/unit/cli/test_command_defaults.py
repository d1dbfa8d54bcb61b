"""A question that is asked without more has one meaning: command, Python and stored query have the same defaults."""

import inspect
from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest

from graph.cli import answers, citations, collaborators, evidence, places, search, topics, tops
from graph.queries.registry import Registry
from graph.questions import PlainQuestions
from graph.topic_questions import TOPIC_COUNTS

QUERIES = {
    "profile": ["author_profile"],
    "papers": ["author_papers"],
    "close_collaborators": ["close_collaborators"],
    "topic_counts": ["topic_counts", *TOPIC_COUNTS.values()],
    **{name: [name] for name in ("topic_coverage", "topic_course", "topic_people", "topic_trends", "compare_topics")},
    **{name: [name] for name in ("topic_venues", "topic_institutions", "venue_people", "institution_people")},
    **{name: [name] for name in ("institution_partners", "country_counts", "country_people")},
    **{name: [name] for name in ("country_institutions", "country_partners")},
    **{name: [name] for name in ("citation_counts", "cited_papers")},
    **{name: [name] for name in ("collaborator_changes", "common_collaborators", "suggested_collaborators")},
    "name_cluster": ["name_cluster"],
    "neighbourhood": ["neighbourhood"],
    "path": ["collaboration_path"],
    "split_candidates": ["split_candidates"],
    "mixed_candidates": ["mixed_candidates"],
    "duplicate_papers": ["duplicate_papers"],
    "data_quality": ["data_quality"],
    "references": ["references"],
    "documents": ["documents"],
    "network": ["collaboration_network", "citation_network", "topic_network", "venue_network", "institution_network"],
}
"""The stored queries behind each question."""
IN_MEMORY = {"split_groups", "authorships", "unlinkable_records", "name_blocks", "calibration", "search"}
"""Questions that no single stored query answers."""
OPTIONS = ("graph", "form")
"""What all commands take and no question has."""
ALONE = {"together", "other_together"}
"""False, and no records for the query."""
LEFT_TO_THE_QUERY = {("split_candidates", "min_probability"), ("mixed_candidates", "min_probability")}
"""None means here that the query's own default holds."""


def defaults(asked: Callable[..., Any]) -> dict[str, object]:
    found = inspect.signature(asked).parameters.values()
    given = {one.name: one.default for one in found if one.default is not inspect.Parameter.empty}
    return {
        name: value.value if isinstance(value, Enum) else value for name, value in given.items() if name not in ("graph", "form")
    }


def commands() -> dict[str, Callable[..., Any]]:
    registered: list[Callable[..., Any]] = []

    class App:
        def command(self) -> Callable[[Callable[..., Any]], None]:
            return registered.append

    for module in (answers, citations, collaborators, evidence, places, search, topics, tops):
        module.register(App())
    return {command.__name__: command for command in registered}


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_python_and_the_stored_query_have_the_same_defaults(name: str) -> None:
    for query in QUERIES[name]:
        declared = {param.name: param.default for param in Registry.shipped()[query].params if not param.required}
        for param, default in defaults(getattr(PlainQuestions, name)).items():
            if param in declared and (name, param) not in LEFT_TO_THE_QUERY and param not in ALONE:
                assert (query, param, default) == (query, param, declared[param])


@pytest.mark.parametrize("name", sorted(commands()))
def test_command_and_python_have_the_same_defaults(name: str) -> None:
    assert name in QUERIES.keys() | IN_MEMORY
    assert defaults(commands()[name]) == {
        param: value for param, value in defaults(getattr(PlainQuestions, name)).items() if param in defaults(commands()[name])
    }


def test_every_question_of_python_is_compared() -> None:
    asked = {name for name, _ in inspect.getmembers(PlainQuestions, inspect.isfunction) if not name.startswith("_")}
    assert asked - {"answer", "query", "cypher", "queries", "author_uid", "name_cluster_papers"} == QUERIES.keys() | IN_MEMORY

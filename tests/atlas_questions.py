"""What is asked of the papers of `tests.atlas`: every stored read query, with the people for whom it is hard."""

from collections.abc import Iterator, Mapping

from graph.queries.header import StoredQuery
from tests import atlas


def uid(name: str) -> str:
    """The uid of the record of a name."""
    return f"name:{name.casefold()}"


PERSON, OTHER, MIXED, ALONE = uid(atlas.PROLIFIC), uid(atlas.OTHER), uid(atlas.MIXED), uid(atlas.ALONE)
ONE, TWO = map(uid, atlas.SPLIT)

_REQUIRED: dict[str, object] = {
    "author": PERSON,
    "other": OTHER,
    "name_key": atlas.PROLIFIC.casefold(),
    "text": "quenby~",
    "document": "atlas",
    "location": "atlas",
    "metric": "names_twice_on_a_paper",
    "paper": "paper:0",
    "topic": "topic:0",
    "venue": "venue:0",
    "institution": "institution:0",
    "country": "AT",
}
_BESIDES: dict[str, list[dict[str, object]]] = {
    "citation_counts": [{"author": PERSON}, {"venue": "Letters of Physics"}],
    "cited_papers": [{"author": PERSON}, {"source": "this graph", "limit": 0}],
    "close_collaborators": [{"author": PERSON, "limit": 0}],
    "collaborator_changes": [{"author": PERSON, "limit": 0}, {"author": MIXED}],
    "common_collaborators": [{"author": PERSON, "other": MIXED}, {"author": ONE, "other": TWO}],
    "suggested_collaborators": [
        {"author": PERSON},
        {"author": PERSON, "most_authors": 4000, "people": 20},
        {"author": ONE, "most_authors": 4000, "people": 5, "limit": 0},
    ],
    "topic_venues": [{"topic": "colliders"}],
    "topic_institutions": [{"topic": "colliders", "limit": 0}],
    "venue_people": [{"venue": "Letters of Physics"}, {"venue": "Letters of Physics", "limit": 0}],
    "institution_people": [{"institution": "Institute 1 of Physics"}],
    "institution_partners": [{"institution": "Institute 1 of Physics"}],
    "collaboration_path": [{"author": PERSON, "other": MIXED}, {"author": ONE, "other": TWO}, {"author": PERSON, "other": ALONE}],
    "data_quality_list": [{"metric": "authorships_without_position"}, {"metric": "similar_name_pairs", "limit": 0}],
    "mixed_candidates": [{"author": PERSON}, {"author": MIXED}],
    "mixed_graph": [{"author": MIXED}],
    "papers_of": [{"author": PERSON}, {"author": PERSON, "limit": 0}],
    "papers_by_year": [{"author": PERSON}, {}],
    "venue_counts": [{"author": PERSON}],
    "institution_counts": [{"author": PERSON}],
    "neighbourhood": [{"author": PERSON, "limit": 0, "people": 0}, {"author": MIXED}],
    "neighbourhood_graph": [{"author": MIXED}],
    "paths_graph": [{"author": PERSON, "other": ALONE}, {"author": ONE, "other": TWO}],
    "sources_graph": [{"author": PERSON, "limit": 0}],
    "split_candidates": [{"author": ONE, "min_probability": 0.0}, {"min_probability": 0.0, "order": "teaching"}],
    "split_graph": [{"author": ONE, "other": TWO}],
    "topic_counts_by_author": [{"author": PERSON}],
    "topic_coverage": [{"author": PERSON}],
    "topic_trends": [{"author": PERSON, "min_g2": 0.0}],
}
"""What a query is asked besides its required parameters."""


_BEHIND = frozenset({"evidence_pairs", "evidence_papers", "evidence_records"})
"""What only serves the program, but reads as much of the graph as the question of split candidates that it is read for."""


def questions(queries: Mapping[str, StoredQuery]) -> Iterator[tuple[str, dict[str, object]]]:
    """Names of queries that users ask, and of those behind them, each with parameters to ask it with, once or several times."""
    for name, query in sorted(queries.items()):
        if not query.internal or name in _BEHIND:
            required = [one for one in query.params if one.required]
            yield name, {one.name: _REQUIRED.get(one.name, [] if one.type.name == "list" else "x") for one in required}
            yield from ((name, params) for params in _BESIDES.get(name, ()))

"""Candidates: who may be one person, which records may be several people's, and whose every authorship is.

Candidates are what the stored queries say, whoever asks. Groups of records and the person of every authorship take all candidates
of the whole graph at once, which are weighed in memory for that, by the same formula and weights.
"""

from collections.abc import Sequence
from typing import Literal, cast, get_args

from graph.errors import ParameterError, QueryError
from graph.identity.evidence_model.clustering import Grouping, grouping_of
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import PairScore, pair_scores
from graph.identity.evidence_model.reading import read_evidence
from graph.identity.evidence_model.regrouping import are_grouped
from graph.identity.evidence_model.weights import Weights
from graph.identity.proposals import Proposal, proposed_persons
from graph.queries.bound import Queries
from graph.queries.registry import Column, Rows
from graph.queries.types import parse_type

GROUP_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (("uids", "list"), ("names", "list"), ("papers", "list"), ("probability", "float"), ("density", "float"))
)
AUTHORSHIP_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (
        ("paper", "str"), ("ids", "list"), ("position", "int?"), ("name", "str"), ("record", "str"), ("person", "str"),
        ("proposed", "str"),
    )
)  # fmt: skip

Question = Literal["split_candidates", "mixed_candidates"]
Order = Literal["probability", "worth", "teaching"]
"""By what candidates are ordered: the likeliest first, those that change most, or those that tell the weights most."""
GroupOrder = Literal["probability", "size"]
Model = Literal["evidence", "titles"]
Answer = tuple[Sequence[Column], Rows]


def candidates(
    queries: Queries,
    question: Question,
    author: str | None,
    min_probability: float | None,
    limit: int | None = None,
    order: Order = "probability",
) -> Answer:
    """The columns and rows of one of the two stored queries, of one author or of the whole graph."""
    if question == "mixed_candidates":
        group_papers(queries)
    least = least_probability(queries, question, min_probability)
    found = queries.read(question, author=author, limit=limit, min_probability=least, order=order)
    return queries.registry[question].returns, found


def group_papers(queries: Queries) -> None:
    """Have the papers of all records grouped, which every load does: a graph that was filled before there were groups, or moved
    here, has none of the rules of now. Raises QueryError where they are not and this account may not write."""
    if are_grouped(queries):
        return
    # Comparing names takes numpy, which few questions need.
    from graph.identity.refresh import refresh_pending

    try:
        refresh_pending(queries)
    except QueryError as error:
        raise QueryError(
            "the papers of this graph's authors have not been grouped by this version of the rules; "
            f"load any document as a user who may write ({error})"
        ) from error


def least_probability(queries: Queries, question: Question, given: float | None) -> float | None:
    """The least probability of a candidate: the given one, else the query's own, None where that is the query's to say."""
    params = {} if given is None else {"min_probability": given}
    return cast(float | None, queries.registry.arguments(question, params)["min_probability"])


def authorships(queries: Queries, min_probability: float | None, model: Model = "evidence") -> Rows:
    """Every authorship with its record, its person by decisions and conclusive evidence, and the proposed person: the same, or
    with `min_probability` that which all candidates of at least this probability make it. Records are divided by the evidence
    model, for a corpus of one field, or by the title model, for one of many, where titles and venues tell more. Raises
    ParameterError for a `min_probability` that is not one."""
    corpus, proposal = _proposal(queries, min_probability, model)
    return [_authorship(corpus, slot, person) for slot, person in enumerate(proposal.persons)]


def split_groups(queries: Queries, min_probability: float, order: GroupOrder = "probability") -> Rows:
    """The groups of records that are proposed to be one person: nothing in a group contradicts anything else in it. The surest
    come first, or those of most records and of these the least dense, in which a wrong join may hide. Raises ParameterError as
    `authorships` does, and for an `order` that there is not."""
    if order not in get_args(GroupOrder):
        raise ParameterError(f"there is no order {order!r}: use {' or '.join(get_args(GroupOrder))}")
    corpus, proposal = _proposal(queries, min_probability)
    clusters = proposal.clusters
    if order == "size":
        clusters = sorted(clusters, key=lambda group: (-len(group.records), group.density, group.records))
    return [
        {
            "uids": list(group.records),
            "names": [corpus.records[corpus.number_of[uid]].name for uid in group.records],
            "papers": [len(corpus.slots_of[corpus.number_of[uid]]) for uid in group.records],
            "probability": round(group.probability, 4),
            "density": round(group.density, 4),
        }
        for group in clusters
    ]


def _proposal(queries: Queries, min_probability: float | None, model: Model = "evidence") -> tuple[Corpus, Proposal]:
    if min_probability is not None and not 0 < min_probability <= 1:
        raise ParameterError(
            f"min_probability {min_probability} is not a probability above 0; give one such as 0.5, or none for what is decided"
        )
    evidence = read_evidence(queries)
    corpus, weights = evidence.corpus, Weights.in_use(queries.read)
    groupings: list[Grouping] = []
    pairs: list[PairScore] = []
    if min_probability is not None:
        groupings = _groupings(corpus, weights, min_probability) if model == "evidence" else _groupings_by_titles(corpus)
        pairs = list(pair_scores(corpus, weights, evidence.similar, evidence.different))
    return corpus, proposed_persons(corpus, weights, groupings, pairs, min_probability or 1.0, evidence.different)


def _authorship(corpus: Corpus, slot: int, proposed: str) -> dict[str, object]:
    (uid, ids), (position, name) = corpus.papers[corpus.paper_of[slot]], corpus.printed[slot]
    row = corpus.records[corpus.record_of[slot]]
    found = (uid, list(ids), position, name, row.uid, row.person, proposed)
    return dict(zip((column.name for column in AUTHORSHIP_COLUMNS), found, strict=True))


def _groupings(corpus: Corpus, weights: Weights, least: float) -> list[Grouping]:
    return [grouping for record in range(len(corpus.records)) if (grouping := grouping_of(corpus, weights, record, least))]


def _groupings_by_titles(corpus: Corpus) -> list[Grouping]:
    # It takes numpy, which few commands need.
    from graph.identity.title_model.model import groupings_by_titles

    return list(groupings_by_titles(corpus))

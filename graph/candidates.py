"""Candidates: who may be one person, which records may be several people's, and whose every authorship is.

For the whole graph all pairs and groups are weighed at once in memory; the stored queries then weigh those that count again and
put the evidence into words. Both sums have the same formula and weights.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeVar, cast

from graph.connection import Connection
from graph.errors import ParameterError
from graph.identity.corpus import Corpus
from graph.identity.grouping import Grouping, grouping_of, logit_of
from graph.identity.persons import Proposal, proposed_persons
from graph.identity.reading import read_corpus, read_corpus_around, read_evidence
from graph.identity.splits import Split, splits
from graph.identity.weights import Weights
from graph.query_types import parse_type
from graph.registry import Column, Registry, Rows

GROUP_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (("uids", "list"), ("names", "list"), ("papers", "list"), ("probability", "float"))
)
AUTHORSHIP_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (
        ("paper", "str"), ("ids", "list"), ("position", "int?"), ("name", "str"), ("record", "str"), ("person", "str"),
        ("proposed", "str"),
    )
)  # fmt: skip
_ROUNDING = 0.005
"""How far a probability from rounded weights can be from the bulk one."""
_AT_ONCE = 1000

Fields = Literal["one", "many"]
Answer = tuple[Sequence[Column], Rows]
Item = TypeVar("Item")
Groups = Mapping[str, list[list[str]]]


def split_candidates(
    registry: Registry, connection: Connection, author: str | None, min_score: float | None, limit: int | None
) -> Answer:
    """The columns and rows of `split_candidates`, of one author or of the whole graph."""
    query = registry["split_candidates"]
    least = least_probability(registry, query.name, min_score)
    if author is not None:
        return query.returns, registry.read(connection, query.name, author=author, limit=limit, min_score=least)
    rows: Rows = []
    for some in _parts(_likely_pairs(registry, connection, least)):
        rows += registry.read(connection, query.name, pairs=some, min_score=least)
        if limit and len(rows) >= limit:
            break
    rows.sort(key=lambda row: (-cast(float, row["probability"]), cast(str, row["uid_a"]), cast(str, row["uid_b"])))
    return query.returns, rows[:limit] if limit else rows


def mixed_candidates(
    registry: Registry, connection: Connection, author: str | None, min_score: float | None, limit: int | None
) -> Answer:
    """The columns and rows of `mixed_candidates`, of one author's records or of the whole graph."""
    query = registry["mixed_candidates"]
    least = least_probability(registry, query.name, min_score)
    groups = _likely_groups(registry, connection, least) if author is None else _groups_of(registry, connection, author, least)
    rows: Rows = []
    for some in _parts(list(groups)):
        rows += registry.read(connection, query.name, groups={uid: groups[uid] for uid in some}, min_score=least)
        if limit and len(rows) >= limit:
            break
    rows.sort(key=lambda row: (-cast(float, row["probability"]), -cast(int, row["papers"]), cast(str, row["uid"])))
    return query.returns, rows[:limit] if limit else rows


def least_probability(registry: Registry, query: str, given: float | None) -> float:
    """The least probability of a candidate: the given one, else the query's own."""
    params = {} if given is None else {"min_score": given}
    return cast(float, registry.arguments(query, params)["min_score"])


def authorships(registry: Registry, connection: Connection, threshold: float | None, fields: Fields = "one") -> Rows:
    """Every authorship with its record, its person by decisions and conclusive evidence, and the proposed person: the same, or
    with a threshold that which all candidates of at least this probability make it. Records are divided by the evidence for a
    corpus of one field, or of many, where titles and venues tell more. Raises ParameterError for a threshold that
    is no probability."""
    corpus, proposal = _proposal(registry, connection, threshold, fields)
    return [_authorship(corpus, slot, person) for slot, person in enumerate(proposal.persons)]


def split_groups(registry: Registry, connection: Connection, threshold: float) -> Rows:
    """The groups of records that are proposed to be one person, the surest first: nothing in a group contradicts anything else
    in it. Raises ParameterError as `authorships` does."""
    corpus, proposal = _proposal(registry, connection, threshold)
    return [
        {
            "uids": list(group.records),
            "names": [corpus.records[corpus.number_of[uid]].name for uid in group.records],
            "papers": [len(corpus.slots_of[corpus.number_of[uid]]) for uid in group.records],
            "probability": round(group.probability, 4),
        }
        for group in proposal.together
    ]


def _proposal(
    registry: Registry, connection: Connection, threshold: float | None, fields: Fields = "one"
) -> tuple[Corpus, Proposal]:
    if threshold is not None and not 0 < threshold <= 1:
        raise ParameterError(
            f"threshold {threshold} is no probability above 0; give one such as 0.5, or none for what is decided"
        )
    evidence = read_evidence(registry, connection)
    corpus, weights = evidence.corpus, Weights.shipped()
    groupings: list[Grouping] = []
    pairs: list[Split] = []
    if threshold is not None:
        groupings = _groupings(corpus, weights, threshold) if fields == "one" else _groupings_of_many_fields(corpus)
        pairs = list(splits(corpus, weights, evidence.similar, evidence.different))
    return corpus, proposed_persons(corpus, weights, groupings, pairs, threshold or 1.0, evidence.different)


def _authorship(corpus: Corpus, slot: int, proposed: str) -> dict[str, object]:
    (uid, ids), (position, name) = corpus.papers[corpus.paper_of[slot]], corpus.printed[slot]
    row = corpus.records[corpus.record_of[slot]]
    found = (uid, list(ids), position, name, row.uid, row.person, proposed)
    return dict(zip((column.name for column in AUTHORSHIP_COLUMNS), found, strict=True))


def _likely_pairs(registry: Registry, connection: Connection, least: float) -> list[list[str]]:
    """The pairs of records, likeliest first, that are one person with about this probability or more; two people once, by the
    records whose names make it likeliest."""
    evidence = read_evidence(registry, connection)
    corpus, floor = evidence.corpus, logit_of(least - _ROUNDING)
    found = splits(corpus, Weights.shipped(), evidence.similar, evidence.different)
    likely = sorted((split for split in found if split.logit >= floor), key=lambda split: (-split.logit, split.a, split.b))
    pairs: dict[frozenset[str], list[str]] = {}
    for split in likely:
        a, b = corpus.records[split.a], corpus.records[split.b]
        pairs.setdefault(frozenset((a.person, b.person)), [a.uid, b.uid])
    return list(pairs.values())


def _likely_groups(registry: Registry, connection: Connection, least: float) -> Groups:
    """The papers' groups by record, for the records that are mixed with about this probability or more, the surest first."""
    corpus = read_corpus(registry, connection)
    sure = [grouping for grouping in _groupings(corpus, Weights.shipped(), least) if grouping.probability >= least - _ROUNDING]
    sure.sort(key=lambda grouping: (-grouping.probability, corpus.records[grouping.record].uid))
    return {corpus.records[grouping.record].uid: _paper_uids(corpus, grouping) for grouping in sure}


def _groups_of(registry: Registry, connection: Connection, author: str, least: float) -> Groups:
    """The papers' groups of the records of one person; none for a record whose papers hang together."""
    found: dict[str, list[list[str]]] = {}
    profile = registry.read(connection, "author_profile", author=author)[0]
    for record in (one["uid"] for one in cast(list[dict[str, str]], profile["records"])):
        corpus = read_corpus_around(registry, connection, record)
        number = corpus.number_of.get(record)
        grouping = None if number is None else grouping_of(corpus, Weights.shipped(), number, least)
        if grouping:
            found[record] = _paper_uids(corpus, grouping)
    return found


def _groupings(corpus: Corpus, weights: Weights, least: float) -> list[Grouping]:
    return [grouping for record in range(len(corpus.records)) if (grouping := grouping_of(corpus, weights, record, least))]


def _groupings_of_many_fields(corpus: Corpus) -> list[Grouping]:
    # It takes numpy, which few commands need.
    from graph.identity.many_fields import groupings_of_many_fields

    return list(groupings_of_many_fields(corpus))


def _paper_uids(corpus: Corpus, grouping: Grouping) -> list[list[str]]:
    return [sorted({corpus.papers[corpus.paper_of[slot]][0] for slot in group}) for group in grouping.groups]


def _parts(items: Sequence[Item]) -> Iterable[list[Item]]:
    return ([*items[start : start + _AT_ONCE]] for start in range(0, len(items), _AT_ONCE))

"""What each kind of block brings: how many names meet in it, how many of these are similar, and how many likely one person's."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from graph.errors import ParameterError
from graph.identity.blocking.pairs import AllNames, compared
from graph.identity.blocking.shared_collaborators import Collaborations
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import pair_scores
from graph.identity.evidence_model.reading import read_evidence
from graph.identity.evidence_model.weights import Weights
from graph.names.blocking_keys import PIVOTS, keys, starts_among
from graph.queries.bound import Queries
from graph.queries.registry import Column, Rows
from graph.queries.types import parse_type

NAME_BLOCK_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (
        ("block", "str"), ("pairs", "int"), ("similar", "int"), ("likely", "int"), ("only_pairs", "int"), ("only_similar", "int"),
        ("only_likely", "int"),
    )
)  # fmt: skip
COLLABORATORS = "shared collaborator"
ALL = "all"

Pair = tuple[str, str]


def name_blocks(queries: Queries, min_probability: float) -> Rows:
    """A row for each kind of block, the one with most likely pairs first, and one for all together. Raises ParameterError for a
    probability that is none."""
    if not 0 < min_probability <= 1:
        raise ParameterError(f"min_probability {min_probability} is not a probability above 0; give one such as 0.5")
    evidence = read_evidence(queries)
    corpus = evidence.corpus
    scores = pair_scores(corpus, Weights.in_use(queries.read), evidence.similar, evidence.different)
    likely = {(corpus.records[pair.a].uid, corpus.records[pair.b].uid) for pair in scores if pair.probability >= min_probability}
    return brought(meetings(corpus), {row.uid: row.name for row in corpus.records}, {_ordered(pair) for pair in likely})


def meetings(corpus: Corpus) -> Iterator[tuple[str, set[Pair]]]:
    """Each kind of block with the pairs of uids, the smaller first, that meet in one of it."""
    held = {row.uid: keys(row.name) for row in corpus.records}
    kinds = {key.partition("=")[0] for own in held.values() for key in own} - set(PIVOTS.values())
    for kind in sorted(kinds):
        blocks, wanted = AllNames(), {kind, PIVOTS.get(kind)}
        for uid, own in held.items():
            blocks.add(uid, [key for key in own if key.partition("=")[0] in wanted])
        yield kind, set(blocks.meeting())
    collaborations = Collaborations()
    for authors in _author_lists(corpus):
        collaborations.add(authors)
    yield COLLABORATORS, set(collaborations.proposed({uid: starts_among(own) for uid, own in held.items()}))


def brought(met: Iterator[tuple[str, set[Pair]]], names: dict[str, str], likely: Collection[Pair]) -> Rows:
    """What meetings bring: of each kind its pairs, and those that meet in no other kind."""
    kinds_of: defaultdict[Pair, list[str]] = defaultdict(list)
    for kind, pairs in met:
        for pair in pairs:
            kinds_of[pair].append(kind)
    counts: defaultdict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_COUNTED, 0))
    similar = {(pair.uid_a, pair.uid_b) for pair in compared(sorted(kinds_of), names)}
    for pair, kinds in kinds_of.items():
        what = ["pairs", *(["similar"] if pair in similar else []), *(["likely"] if pair in likely else [])]
        for kind in (*kinds, ALL):
            for name in what:
                counts[kind][name] += 1
                counts[kind][f"only_{name}"] += len(kinds) == 1
    rows = sorted(counts.items(), key=lambda row: (row[0] == ALL, -row[1]["likely"], row[0]))
    return [{"block": kind, **found} for kind, found in rows]


_COUNTED = tuple(column.name for column in NAME_BLOCK_COLUMNS[1:])


def _author_lists(corpus: Corpus) -> Iterator[list[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for slot, paper in enumerate(corpus.paper_of):
        found[paper].add(corpus.records[corpus.record_of[slot]].uid)
    for uids in found.values():
        yield sorted(uids)


def _ordered(pair: Pair) -> Pair:
    return min(pair), max(pair)

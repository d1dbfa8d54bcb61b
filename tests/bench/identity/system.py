"""What is scored: the system's own people and candidates, and three simpler ways to tell people apart."""

import resource
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from graph.identity.blocking.pairs import AllNames, compared
from graph.identity.blocking.shared_collaborators import Collaborations
from graph.identity.evidence_model.clustering import Grouping, grouping_of
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import PairScore, SimilarName, pair_scores
from graph.identity.evidence_model.weights import Weights
from graph.identity.proposals import proposed_persons
from graph.identity.union_find import UnionFind
from graph.names.blocking_keys import keys, starts_among
from graph.names.comparison import compare
from tests.bench.identity.metrics import slug

Pair = tuple[str, str]


@dataclass
class Clock:
    """Seconds of each step, and our peak memory after it in MiB (that of the processes that helped not among it); and the seconds
    of our processor alone."""

    steps: dict[str, tuple[float, float]] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what is done within."""
        started, started_cpu = time.perf_counter(), time.process_time()
        yield
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.steps[name] = (time.perf_counter() - started, peak)
        self.cpu[name] = time.process_time() - started_cpu


@dataclass
class Similar:
    """The pairs of similar names, and which of the pairs asked about met in a block, or by a shared collaborator."""

    names: list[SimilarName]
    met: set[Pair]
    weighed: set[Pair]


def similar_names(corpus: Corpus, asked: Collection[Pair]) -> Similar:
    """The pairs of records that SIMILAR_NAME would join, in the order of their uids."""
    names = {row.uid: row.name for row in corpus.records}
    blocks, starts, collaborations = AllNames(), dict[str, list[str]](), Collaborations()
    for uid in sorted(names):
        held = sorted(keys(names[uid]))
        blocks.add(uid, held)
        starts[uid] = starts_among(held)
    for slots in _slots_of_papers(corpus):
        collaborations.add(sorted({corpus.records[corpus.record_of[slot]].uid for slot in slots}))
    pairs = {*blocks.meeting(), *collaborations.proposed(starts)}
    found = [SimilarName(pair.uid_a, pair.uid_b, pair.score, pair.kind) for pair in compared(sorted(pairs), names)]
    return Similar(found, {pair for pair in asked if pair in pairs}, {(pair.a, pair.b) for pair in found})


@dataclass
class Candidates:
    """Everything that the system thinks possible: how records fall into groups, and which records may be one person's."""

    groupings: list[Grouping]
    pair_scores: list[PairScore]

    def people(self, corpus: Corpus, weights: Weights, min_probability: float) -> list[str]:
        """The person of every slot, with all candidates of at least this probability taken as right."""
        return proposed_persons(corpus, weights, self.groupings, self.pair_scores, min_probability).persons


def mixed_candidates(corpus: Corpus, weights_of: Callable[[int], Weights]) -> list[Grouping]:
    """How the records fall into groups, each by the weights that hold for it."""
    found = (grouping_of(corpus, weights_of(record), record) for record in range(len(corpus.records)))
    return [grouping for grouping in found if grouping]


def split_candidates(corpus: Corpus, weights: Weights, similar: Similar) -> list[PairScore]:
    """The pairs of records that nothing forbids to be one person."""
    return list(pair_scores(corpus, weights, similar.names))


def cross_validated(corpus: Corpus, similar: Similar, of_fold: Mapping[int, Weights], fold_of: Mapping[str, int]) -> Candidates:
    """Every candidate by weights that were learned without the person of its record (of a pair: without either)."""
    folds = [fold_of[row.uid] for row in corpus.records]
    pairs = (
        split
        for fold, weights in of_fold.items()
        for split in split_candidates(corpus, weights, similar)
        if folds[split.a] == fold
    )
    groupings = mixed_candidates(corpus, lambda record: of_fold[folds[record]])
    return Candidates(groupings, sorted(pairs, key=lambda split: (split.a, split.b)))


def exact_names(corpus: Corpus) -> list[str]:
    """One person for each name in plain spelling."""
    return [slug(name) for _, name in corpus.printed]


def initials(corpus: Corpus) -> list[Pair]:
    """One person for each family name with a first initial."""
    rows = (corpus.records[record] for record in corpus.record_of)
    return [(row.family_key, row.given_key[:1]) for row in rows]


def collaborator_rule(corpus: Corpus, similar: Similar) -> list[int]:
    """Compatible names that share a collaborator and never a paper are one person's, and so on from there."""
    people: UnionFind[int] = UnionFind()
    for pair in similar.names:
        a, b = corpus.number_of[pair.a], corpus.number_of[pair.b]
        one, other = corpus.name_of[a], corpus.name_of[b]
        theirs, others = corpus.collaborators(one), corpus.collaborators(other)
        if other not in theirs and theirs & others and compare(corpus.records[a].name, corpus.records[b].name).compatible:
            people.join(a, b)
    return [people.root(record) for record in corpus.record_of]


def initials_meet(corpus: Corpus, pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs of records that share family name and first initial."""
    rows = {row.uid: (row.family_key, row.given_key[:1]) for row in corpus.records}
    return {pair for pair in pairs if rows[pair[0]] == rows[pair[1]]}


def _slots_of_papers(corpus: Corpus) -> Iterable[list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for slot, paper in enumerate(corpus.paper_of):
        found[paper].append(slot)
    return found.values()

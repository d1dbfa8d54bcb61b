"""The groups that the papers of one author record fall into, each perhaps another person of the same name.

Papers that strong evidence ties are strands; then the two groups that are likeliest one person are joined, again and again, as
long as that is likelier than not (agglomerative clustering, the evidence weighed anew for every joined group). What is left apart
is a proposal with a probability.

One person has one place in an author list: two authorships of one paper are never of one group, and whoever stands twice on a
paper is two people for sure, however rare the name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import exp, inf, log

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.evidence import PaperSet, terms
from graph.identity.evidence_model.weights import Weights
from graph.identity.union_find import UnionFind

STRONG = 4.0
"""The logit from which two papers are of one strand."""
RAREST_HOMONYM = 0.015
"""Names that fewer people would bear by chance are taken for one person's. Of 2,122 names of the ACL Anthology with an ORCID and
fewer than 0.01 expected namesakes none had a second one."""

Group = tuple[int, ...]
"""The slots of one group, sorted."""


@dataclass(frozen=True)
class Grouping:
    """The groups of one record's slots, first the largest one, which is taken for the record's own, and for each the probability
    that it is somebody else's."""

    record: int
    groups: tuple[Group, ...]
    apart: tuple[float, ...]

    @property
    def probability(self) -> float:
        """How sure it is that the record is mixed: the probability of the surest group."""
        return max(self.apart, default=0.0)


@dataclass(frozen=True)
class WorkedOut:
    """The groups of a record (None: all is one person's), and for which priors they are these: from `low` to below `high`. While
    the evidence stays as it is, a prior within these bounds gives the same groups."""

    grouping: Grouping | None
    low: float = -inf
    high: float = inf


def grouping_of(corpus: Corpus, weights: Weights, record: int, least: float = 0.5) -> Grouping | None:
    """How the papers of a record fall into groups that are somebody else's with about `least` probability or more; None where all
    are one person's, as with a rare name or a single paper."""
    return work_out(corpus, weights, record, least).grouping


def work_out(corpus: Corpus, weights: Weights, record: int, least: float) -> WorkedOut:
    """The same, with the priors for which the groups hold. Whatever the prior is, a rare name's do."""
    slots = corpus.slots_of[record]
    namesakes = corpus.namesakes(record)
    twice = on_one_paper(corpus, slots)
    if len(slots) < 2 or (namesakes < RAREST_HOMONYM and not twice):
        return WorkedOut(None)
    alone, others = [[slot] for slot in twice], [slot for slot in slots if slot not in twice]
    prior = prior_of(weights, namesakes, identified=corpus.records[record].identified)
    joining = _Joining(corpus, weights, record, prior, forced=namesakes < RAREST_HOMONYM)
    seeds = [others] if joining.forced and others else _seeds(joining, others)
    joining.join([*seeds, *alone], logit_of(1 - least))
    return WorkedOut(joining.result(), joining.low, joining.high)


def prior_of(weights: Weights, namesakes: float, *, identified: bool) -> float:
    """The logit that two groups of papers under one name are one person's, before anything else is known."""
    prior = weights.mixed["base"] + weights.mixed["rarity"] * log(namesakes)
    return prior + weights.mixed["identified"] * identified


def on_one_paper(corpus: Corpus, slots: Sequence[int]) -> list[int]:
    """Those of a record's slots that share their paper with another one of them."""
    if len({corpus.paper_of[slot] for slot in slots}) == len(slots):
        return []
    times = Counter(corpus.paper_of[slot] for slot in slots)
    return [slot for slot in slots if times[corpus.paper_of[slot]] > 1]


def logistic(logit: float) -> float:
    """The probability of a logit."""
    return 1 / (1 + exp(-max(min(logit, 500.0), -500.0)))


def logit_of(probability: float) -> float:
    """The logit of a probability."""
    if 0 < probability < 1:
        return log(probability / (1 - probability))
    return float("inf") if probability > 0 else float("-inf")


class _Joining:
    """The groups of one record while they are being joined. `forced`: whatever may be one person's is."""

    def __init__(self, corpus: Corpus, weights: Weights, record: int, prior: float, *, forced: bool) -> None:
        self.corpus = corpus
        self.forced = forced
        self.low, self.high = -inf, inf
        self._weights, self._record, self._prior = weights, record, prior
        self._focal = {corpus.name_of[record]}
        self._members: dict[int, list[int]] = {}
        self._sets: dict[int, PaperSet] = {}
        self._papers: dict[int, set[int]] = {}
        self._evidence: dict[int, dict[int, float]] = {}
        self._speaking: list[tuple[float, int, int]] = []
        """The pairs that something speaks for, the likeliest first (a heap); those of groups that are gone are passed over."""

    def set_of(self, slots: Sequence[int]) -> PaperSet:
        return PaperSet.of(self.corpus, slots, self._focal)

    def evidence(self, one: PaperSet, other: PaperSet) -> float:
        """What two sets of papers say for one person, beside the prior."""
        return self._weights.mixed["evidence"] * sum(terms(self.corpus, self._weights, one, other))

    def reaches(self, evidence: float, least: float) -> bool:
        """Whether evidence and prior together reach a logit; the bounds between which a prior says the same draw in."""
        if self.forced:
            return True
        needed = least - evidence
        if self._prior >= needed:
            self.low = max(self.low, needed)
            return True
        self.high = min(self.high, needed)
        return False

    def join(self, seeds: Iterable[list[int]], least: float) -> None:
        for number, slots in enumerate(seeds):
            self._add(number, slots, self.set_of(slots))
        following = len(self._members)
        while (found := self._likeliest()) and self.reaches(found[0], least):
            _, one, other = found
            joined = self._sets[one].with_papers_of(self._sets[other])
            slots = self._remove(one) + self._remove(other)
            self._add(following, slots, joined)
            following += 1

    def _likeliest(self) -> tuple[float, int, int] | None:
        """What most speaks for joining, and for which two groups. A name alone ties a group to the largest one only; any other
        two are tied by evidence of their own."""
        while self._speaking:
            evidence, one, other = self._speaking[0]
            if -one in self._members and -other in self._members:
                return -evidence, -one, -other
            heappop(self._speaking)
        largest = max(self._members, key=lambda number: (len(self._members[number]), -number))
        pairs = ((evidence, min(largest, other), max(largest, other)) for other, evidence in self._evidence[largest].items())
        return max(pairs, default=None)

    def _add(self, number: int, slots: list[int], papers: PaperSet) -> None:
        on = {self.corpus.paper_of[slot] for slot in slots}
        beside = self._evidence[number] = {}
        for other, those in self._sets.items():
            if on.isdisjoint(self._papers[other]):
                beside[other] = self._evidence[other][number] = evidence = self.evidence(those, papers)
                if evidence > 0:
                    heappush(self._speaking, (-evidence, -other, -number))
        self._members[number], self._sets[number], self._papers[number] = slots, papers, on

    def _remove(self, number: int) -> list[int]:
        """Take a group away; its slots."""
        for other in self._evidence.pop(number):
            del self._evidence[other][number]
        del self._sets[number], self._papers[number]
        return self._members.pop(number)

    def result(self) -> Grouping | None:
        if len(self._members) < 2:
            return None
        order = sorted(self._members, key=lambda number: (-len(self._members[number]), self._first(number)))
        groups = tuple(tuple(sorted(self._members[number])) for number in order)
        return Grouping(self._record, groups, tuple(self._apart(order, place) for place in range(len(order))))

    def _apart(self, order: Sequence[int], place: int) -> float:
        number = order[place]
        if place == 0 or self.corpus.kept.issuperset(self._members[number]):
            return 0.0
        if any(not self._papers[number].isdisjoint(self._papers[before]) for before in order[:place]):
            return 1.0
        return 1 - logistic(self._prior + self.evidence(self._sets[order[0]], self._sets[number]))

    def _first(self, number: int) -> tuple[str, int]:
        slots = self._members[number]
        return min(self.corpus.papers[self.corpus.paper_of[slot]][0] for slot in slots), min(slots)


def _seeds(joining: _Joining, slots: Sequence[int]) -> Iterable[list[int]]:
    """Slots tied by strong evidence between single papers. Only papers with a collaborator in common are looked at: two that
    follow one another among the papers with that collaborator, which is enough to tie all of them."""
    corpus, tied = joining.corpus, UnionFind[int]()
    with_name: defaultdict[int, list[int]] = defaultdict(list)
    for slot in sorted(slots, key=lambda slot: (corpus.year_of[corpus.paper_of[slot]], corpus.papers[corpus.paper_of[slot]][0])):
        for name in corpus.names_on[corpus.paper_of[slot]]:
            with_name[name].append(slot)
    if slots:
        with_name.pop(corpus.name_of[corpus.record_of[slots[0]]], None)
    sets = {slot: joining.set_of([slot]) for slot in slots}
    for _, shared in sorted(with_name.items(), key=lambda item: (len(item[1]), item[1])):
        for one, other in pairwise(shared):
            if tied.root(one) != tied.root(other) and joining.reaches(joining.evidence(sets[one], sets[other]), STRONG):
                tied.join(one, other)
    return tied.groups(slots)

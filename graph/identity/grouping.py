"""The groups that the papers of one author record fall into, each perhaps another person of the same name.

Papers that strong evidence ties are strands; then the two groups that are likeliest one person are joined, again and again, as
long as that is likelier than not (agglomerative clustering, the evidence weighed anew for every joined group). What is left apart
is a proposal with a probability.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from graph.identity.corpus import Corpus
from graph.identity.evidence import PaperSet, pieces
from graph.identity.joined import Joined
from graph.identity.weights import Weights

STRONG = 4.0
"""The logit from which two papers are of one strand."""
RAREST_HOMONYM = 0.015
"""Names that fewer people would bear by chance are taken for one person's. Of 2,122 names of the ACL Anthology with an ORCID and
fewer than 0.01 expected bearers none had a second one."""

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


def grouping_of(corpus: Corpus, weights: Weights, record: int, least: float = 0.5) -> Grouping | None:
    """How the papers of a record fall into groups that are somebody else's with about `least` probability or more; None where all
    are one person's, as with a rare name or a single paper."""
    slots = corpus.slots_of[record]
    bearers = corpus.bearers(record)
    if len(slots) < 2 or bearers < RAREST_HOMONYM:
        return None
    prior = weights.mixed["base"] + weights.mixed["rarity"] * log(bearers)
    prior += weights.mixed["identified"] * corpus.records[record].identified
    joining = _Joining(corpus, weights, record, prior)
    joining.join(_strands(joining, slots), logit_of(1 - least))
    return joining.result()


def logistic(logit: float) -> float:
    """The probability of a logit."""
    return 1 / (1 + exp(-max(min(logit, 500.0), -500.0)))


def logit_of(probability: float) -> float:
    """The logit of a probability."""
    if 0 < probability < 1:
        return log(probability / (1 - probability))
    return float("inf") if probability > 0 else float("-inf")


class _Joining:
    """The groups of one record while they are being joined."""

    def __init__(self, corpus: Corpus, weights: Weights, record: int, prior: float) -> None:
        self.corpus = corpus
        self._weights, self._record, self._prior = weights, record, prior
        self._focal = {corpus.name_of[record]}
        self._members: dict[int, list[int]] = {}
        self._sets: dict[int, PaperSet] = {}
        self._logits: dict[tuple[int, int], float] = {}

    def set_of(self, slots: Sequence[int]) -> PaperSet:
        return PaperSet.of(self.corpus, slots, self._focal)

    def logit(self, one: PaperSet, other: PaperSet) -> float:
        return self._prior + self._weights.mixed["evidence"] * sum(pieces(self.corpus, self._weights, one, other))

    def join(self, strands: Iterable[list[int]], least: float) -> None:
        for number, slots in enumerate(strands):
            self._add(number, slots, self.set_of(slots))
        following = len(self._members)
        while pair := self._likeliest(least):
            one, other = pair
            joined = self._sets[one].with_papers_of(self._sets[other])
            slots = self._members.pop(one) + self._members.pop(other)
            del self._sets[one], self._sets[other]
            self._logits = {pair: value for pair, value in self._logits.items() if not {one, other} & set(pair)}
            self._add(following, slots, joined)
            following += 1

    def _likeliest(self, least: float) -> tuple[int, int] | None:
        """The pair of groups to join next: likelier one person than this logit, and tied by evidence of their own. A name alone
        ties a group to the largest one only."""
        largest = max(self._members, key=lambda number: (len(self._members[number]), -number))
        likely = (
            (logit, pair) for pair, logit in self._logits.items() if logit >= least and (logit > self._prior or largest in pair)
        )
        _, found = max(likely, default=(0.0, None))
        return found

    def _add(self, number: int, slots: list[int], papers: PaperSet) -> None:
        for other, those in self._sets.items():
            self._logits[other, number] = self.logit(those, papers)
        self._members[number], self._sets[number] = slots, papers

    def result(self) -> Grouping | None:
        if len(self._members) < 2:
            return None
        order = sorted(self._members, key=lambda number: (-len(self._members[number]), self._first(number)))
        groups = tuple(tuple(sorted(self._members[number])) for number in order)
        return Grouping(self._record, groups, (0.0, *(self._apart(order[0], number) for number in order[1:])))

    def _apart(self, main: int, number: int) -> float:
        if self.corpus.kept.issuperset(self._members[number]):
            return 0.0
        return 1 - logistic(self.logit(self._sets[main], self._sets[number]))

    def _first(self, number: int) -> str:
        return min(self.corpus.papers[self.corpus.paper_of[slot]][0] for slot in self._members[number])


def _strands(joining: _Joining, slots: Sequence[int]) -> Iterable[list[int]]:
    """Slots tied by strong evidence between single papers. Only papers with a collaborator in common are looked at: two that
    follow one another among the papers with that collaborator, which is enough to tie all of them."""
    corpus, tied = joining.corpus, Joined[int]()
    with_name: defaultdict[int, list[int]] = defaultdict(list)
    for slot in sorted(slots, key=lambda slot: (corpus.year_of[corpus.paper_of[slot]], corpus.papers[corpus.paper_of[slot]][0])):
        for name in corpus.names_on[corpus.paper_of[slot]]:
            with_name[name].append(slot)
    with_name.pop(corpus.name_of[corpus.record_of[slots[0]]], None)
    sets = {slot: joining.set_of([slot]) for slot in slots}
    for _, shared in sorted(with_name.items(), key=lambda item: (len(item[1]), item[1])):
        for one, other in pairwise(shared):
            if tied.root(one) != tied.root(other) and joining.logit(sets[one], sets[other]) >= STRONG:
                tied.join(one, other)
    return tied.groups(slots)

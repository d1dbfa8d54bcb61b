"""The people behind authorships, as far as is decided and as far as candidates of some probability propose.

Records that fall into groups are divided, then groups of similar names are joined, the likeliest first. A join that would bring
together what cannot be one person (a contradiction of names, one paper, two ORCIDs, a decision) is left out: no chain of likely
pairs leads over a contradiction.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from graph.identity.evidence_model.clustering import Group, Grouping, logistic, logit_of
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import PairScore, evidence_logit
from graph.identity.evidence_model.weights import Weights
from graph.identity.union_find import UnionFind
from graph.names.comparison import compare


def divided(grouping: Grouping, min_probability: float) -> list[Group]:
    """The groups of a record that are somebody else's with at least this probability, and first the rest of it."""
    main, *others = zip(grouping.groups, grouping.apart, strict=True)
    away = [group for group, apart in others if apart >= min_probability]
    rest = [*main[0], *(slot for group, apart in others if apart < min_probability for slot in group)]
    return [tuple(sorted(rest)), *away]


@dataclass(frozen=True)
class Cluster:
    """Records that candidates propose to be one person, how likely the weakest pair is that was needed to join them, and of all
    pairs of records in it the share that is likely enough by itself: 1 where everything holds together with everything, little
    where one record leads to the next."""

    records: tuple[str, ...]
    probability: float
    density: float


@dataclass(frozen=True)
class Proposal:
    """For every slot the uid of the proposed person: that of the smallest record of its people, with "#2", "#3" … for further
    groups of one record; and the records that were joined."""

    persons: list[str]
    clusters: list[Cluster]


def proposed_persons(
    corpus: Corpus,
    weights: Weights,
    groupings: Iterable[Grouping],
    pair_scores: Iterable[PairScore],
    min_probability: float,
    different: Iterable[tuple[str, str]] = (),
) -> Proposal:
    """The people that all candidates of at least this probability make."""
    joining = _Joining(corpus, {grouping.record: divided(grouping, min_probability) for grouping in groupings}, different)
    least = logit_of(min_probability)
    likely = sorted((pair for pair in pair_scores if pair.logit >= least), key=lambda pair: (-pair.logit, pair.a, pair.b))
    for pair in likely:
        one, other = joining.units[pair.a], joining.units[pair.b]
        if len(one) == len(other) == 1:
            joining.join(one[0], other[0], pair.probability)
            continue
        whole = evidence_logit(corpus, weights, corpus.slots_of[pair.a], corpus.slots_of[pair.b])
        between = [(evidence_logit(corpus, weights, joining.slots[a], joining.slots[b]), a, b) for a in one for b in other]
        best, a, b = max(between)
        if (logit := pair.logit - whole + best) >= least:
            joining.join(a, b, logistic(logit))
    return Proposal(joining.names(), joining.clusters({frozenset((pair.a, pair.b)) for pair in likely}))


class _Joining:
    """Units of slots (records, or groups of one), joined into people."""

    def __init__(self, corpus: Corpus, groups: Mapping[int, Sequence[Group]], different: Iterable[tuple[str, str]]) -> None:
        self._corpus = corpus
        self.slots: list[Group] = []
        self.units: list[list[int]] = []
        self._record_of: list[int] = []
        self._different = {frozenset(corpus.number_of[uid] for uid in pair if uid in corpus.number_of) for pair in different}
        for record, slots in enumerate(corpus.slots_of):
            parts = groups.get(record, [tuple(slots)])
            self.units.append(list(range(len(self.slots), len(self.slots) + len(parts))))
            self.slots.extend(parts)
            self._record_of.extend([record] * len(parts))
        self._people: UnionFind[int] = UnionFind()
        self._members = {unit: [unit] for unit in range(len(self.slots))}
        self._weakest: dict[int, float] = {}
        self._join_decided()

    def _join_decided(self) -> None:
        records = self._corpus.records
        for record, row in enumerate(records):
            person = self._corpus.number_of.get(row.person, record)
            if person != record:
                self._unite(self.units[person][0], self.units[record][0])

    def join(self, a: int, b: int, probability: float) -> None:
        """Join the people of two units, unless something forbids it."""
        one, other = self._people.root(a), self._people.root(b)
        if one != other and all(self._may_be_one(x, y) for x in self._members[one] for y in self._members[other]):
            weakest = min(probability, self._weakest.pop(one, 1.0), self._weakest.pop(other, 1.0))
            self._unite(one, other)
            self._weakest[self._people.root(one)] = weakest

    def clusters(self, likely: Collection[frozenset[int]]) -> list[Cluster]:
        """The records that were joined, the surest first; `likely` are the pairs of records that are so by themselves."""
        found = []
        for root, probability in self._weakest.items():
            numbers = {self._record_of[unit] for unit in self._members[root]}
            uids = tuple(sorted(self._corpus.records[number].uid for number in numbers))
            found.append(Cluster(uids, probability, self._density(numbers, likely)))
        return sorted(found, key=lambda group: (-group.probability, group.records))

    def _density(self, numbers: Collection[int], likely: Collection[frozenset[int]]) -> float:
        persons = {number: self._corpus.records[number].person for number in numbers}
        pairs = list(combinations(sorted(numbers), 2))
        return sum(persons[a] == persons[b] or frozenset((a, b)) in likely for a, b in pairs) / len(pairs)

    def names(self) -> list[str]:
        """The uid of the person of every slot."""
        corpus = self._corpus
        found = [""] * len(corpus.paper_of)
        for members in self._members.values():
            unit = min(members, key=lambda unit: (corpus.records[self._record_of[unit]].uid, unit))
            record = self._record_of[unit]
            number = self.units[record].index(unit)
            name = corpus.records[record].uid + (f"#{number + 1}" if number else "")
            for member in members:
                for slot in self.slots[member]:
                    found[slot] = name
        return found

    def _unite(self, a: int, b: int) -> None:
        one, other = sorted((self._people.root(a), self._people.root(b)))
        if one != other:
            self._people.join(one, other)
            self._members[one].extend(self._members.pop(other))

    def _may_be_one(self, a: int, b: int) -> bool:
        corpus, records = self._corpus, (self._record_of[a], self._record_of[b])
        if records[0] == records[1] or frozenset(records) in self._different:
            return False
        one, other = (corpus.records[record] for record in records)
        if one.orcid and other.orcid and one.orcid != other.orcid:
            return False
        papers = {corpus.paper_of[slot] for slot in self.slots[a]}
        return papers.isdisjoint(corpus.paper_of[slot] for slot in self.slots[b]) and not _contradict(one.name, other.name)


@lru_cache(maxsize=1 << 16)
def _contradict(one: str, other: str) -> bool:
    return compare(one, other).contradictory

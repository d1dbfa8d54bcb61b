"""How likely two author records of similar names are one person: what their names say beforehand, and what their papers say.

The stored query `split_candidates` computes the same number with the same weights, and tells what is shared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from graph.identity.evidence_model.clustering import logistic
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.evidence import PaperSet, terms
from graph.identity.evidence_model.weights import Weights

NOT_COMPETING = frozenset({"form", "given"})
"""Kinds of similar names that contradict each other unless one of them was changed."""


@dataclass(frozen=True, slots=True)
class SimilarName:
    """Two records whose names may be one person's, as SIMILAR_NAME has them."""

    a: str
    b: str
    score: float
    kind: str


@dataclass(frozen=True, slots=True)
class PairScore:
    """Two records, by number, that may be one person, with the logit of that."""

    a: int
    b: int
    logit: float

    @property
    def probability(self) -> float:
        """How likely it is that they are one person."""
        return logistic(self.logit)


def pair_scores(
    corpus: Corpus, weights: Weights, similar: Sequence[SimilarName], different: Iterable[tuple[str, str]] = ()
) -> Iterator[PairScore]:
    """The pairs of records that nothing forbids to be one person, each with its logit, in the order of `similar`.

    Forbidden are people who stand on one paper, who have different ORCIDs, or of whom somebody said that they are different.
    """
    persons, competing = Persons(corpus), competing_pairs_of(similar)
    for pair in persons.allowed(similar, different):
        a, b = corpus.number_of[pair.a], corpus.number_of[pair.b]
        prior = prior_logit(corpus, weights, pair, competing_with(pair, competing))
        yield PairScore(a, b, prior + evidence_logit(corpus, weights, persons.slots(a), persons.slots(b)))


def competing_pairs_of(similar: Iterable[SimilarName]) -> Counter[str]:
    """How many similar names each record has that compete for it: given names that differ do not."""
    return Counter(uid for pair in similar if pair.kind not in NOT_COMPETING for uid in (pair.a, pair.b))


def competing_with(pair: SimilarName, competing: Mapping[str, int]) -> int:
    """How many other pairs compete with this one, by what `competing_pairs_of` counted."""
    own = 0 if pair.kind in NOT_COMPETING else 2
    return competing[pair.a] + competing[pair.b] - own


def prior_logit(corpus: Corpus, weights: Weights, pair: SimilarName, competing: int) -> float:
    """What the names of two records alone say."""
    namesakes = max(corpus.namesakes(corpus.number_of[pair.a]), corpus.namesakes(corpus.number_of[pair.b]))
    return names_logit(weights, pair, namesakes, competing)


def names_logit(weights: Weights, pair: SimilarName, namesakes: float, competing: int) -> float:
    """What two names say that so many people would bear, the commoner one, and with which so many others compete."""
    of = weights.split
    rarity = of["rarity_of"].get(pair.kind, of["rarity"]) * log(namesakes)
    competition = of["competing_pairs_of"].get(pair.kind, of["competing_pairs"]) * log(1 + competing)
    return float(of["base"] + of["kinds"].get(pair.kind, 0.0) + of["name"] * pair.score + rarity + competition)


def evidence_logit(corpus: Corpus, weights: Weights, one: Sequence[int], other: Sequence[int]) -> float:
    """What the papers say: two sets of slots, by the names under which they stand."""
    focal = {corpus.name_of[corpus.record_of[slot]] for slots in (one, other) for slot in slots}
    sets = [PaperSet.of(corpus, slots, focal) for slots in (one, other)]
    return float(weights.split["evidence"] * sum(terms(corpus, weights, *sets)))


class Persons:
    """The records of each person: those that are decided to be one, or were merged by conclusive evidence."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.of = [row.person for row in corpus.records]
        self._records: dict[str, list[int]] = {}
        for number, person in enumerate(self.of):
            self._records.setdefault(person, []).append(number)

    def allowed(self, similar: Iterable[SimilarName], different: Iterable[tuple[str, str]] = ()) -> Iterator[SimilarName]:
        """The pairs that nothing forbids to be one person, in their order; `pair_scores` tells what does."""
        of, number_of = self.of, self._corpus.number_of
        apart = {frozenset(of[number_of[uid]] for uid in pair) for pair in different if number_of.keys() >= set(pair)}
        for pair in similar:
            a, b = number_of[pair.a], number_of[pair.b]
            if of[a] != of[b] and frozenset((of[a], of[b])) not in apart and not self.are_apart(a, b):
                yield pair

    def slots(self, record: int) -> list[int]:
        """The authorships of the person that a record is part of."""
        return [slot for one in self.records(record) for slot in self._corpus.slots_of[one]]

    def records(self, record: int) -> list[int]:
        """All records of the person that a record is part of."""
        return self._records[self.of[record]]

    def are_apart(self, a: int, b: int) -> bool:
        """Whether the two people stand on one paper or have different ORCIDs."""
        corpus = self._corpus
        one, other = ({corpus.paper_of[slot] for slot in self.slots(record)} for record in (a, b))
        if not one.isdisjoint(other):
            return True
        ids = [{corpus.records[member].orcid for member in self.records(record)} - {None} for record in (a, b)]
        return bool(ids[0] and ids[1] and ids[0].isdisjoint(ids[1]))

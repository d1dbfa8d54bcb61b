"""Pairs of paper sets of which it is known without any label whether they are one person's.

Two parts of the papers under a rare name are one person's (λ < .01: none of 1,530 such names had a namesake). Papers under two
names of one family name with different given names are two people's; the family name in common keeps origin and field alike.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.union_find import UnionFind

RARE = 0.01
_SEED = 1
_ROUNDS = 4
_TRIES = 6
_LEAST_OF_FAMILY = 4
_SINGLE, _BY_TIME, _AT_RANDOM = 0.35, 0.6, 0.75
"""Up to which share pairs are of two papers, of earlier and later papers, of a random division; the rest of circles of
collaborators, the hardest."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Two sets of slots, the records that they are of, and whether these are one."""

    records: tuple[int, int]
    slots: tuple[Sequence[int], Sequence[int]]

    @property
    def same(self) -> bool:
        """Whether the two sets are one person's."""
        return self.records[0] == self.records[1]


def samples(corpus: Corpus) -> Iterator[Sample]:
    """The pairs, the same every time: for each of one person about one of two people, taken in the same way."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample, the same every time
    families: defaultdict[str, list[int]] = defaultdict(list)
    for record, row in enumerate(corpus.records):
        if len(row.given_key) > 1 and corpus.slots_of[record]:
            families[row.family_key].append(record)
    rare = [record for record in range(len(corpus.records)) if _is_rare(corpus, families, record)]
    for _ in range(_ROUNDS):
        for record in rare:
            way, divided = _divided(corpus, chance, record)
            if divided is None:
                continue
            one, other = divided
            yield Sample((record, record), (one, other))
            namesake = _namesake(corpus, chance, families, record, len(other))
            if namesake is not None:
                yield Sample((record, namesake), (one, _alike(corpus, chance, namesake, way, len(other))))


def _is_rare(corpus: Corpus, families: dict[str, list[int]], record: int) -> bool:
    row = corpus.records[record]
    several = len(corpus.slots_of[record]) > 1 and len(families[row.family_key]) >= _LEAST_OF_FAMILY
    return several and len(row.given_key) > 2 and corpus.namesakes(record) < RARE


Divided = tuple[Sequence[int], Sequence[int]]


def _divided(corpus: Corpus, chance: random.Random, record: int) -> tuple[str, Divided | None]:
    slots, drawn = list(corpus.slots_of[record]), chance.random()
    if drawn < _SINGLE:
        one, other = chance.sample(slots, 2)
        return "single", ([one], [other])
    if drawn < _AT_RANDOM:
        if drawn < _BY_TIME:
            slots.sort(key=lambda slot: corpus.year_of[corpus.paper_of[slot]])
        else:
            chance.shuffle(slots)
        end = chance.randint(1, len(slots) - 1)
        return "time" if drawn < _BY_TIME else "random", (slots[:end], slots[end:])
    circles = _circles(corpus, record)
    if len(circles) < 2:
        return "circle", None
    first, second = chance.sample(range(len(circles)), 2)
    return "circle", (circles[first], circles[second])


def _namesake(corpus: Corpus, chance: random.Random, families: dict[str, list[int]], record: int, papers: int) -> int | None:
    """Somebody of the same family name with another initial, who never wrote with this one; None where none is met."""
    own = corpus.records[record]
    met = corpus.collaborators(corpus.name_of[record])
    for _ in range(_TRIES):
        other = chance.choice(families[own.family_key])
        theirs = corpus.records[other]
        is_one_person = corpus.name_of[other] in met or own.given_key[:1] == theirs.given_key[:1] or own.person == theirs.person
        if not is_one_person and (papers < 2 or len(corpus.slots_of[other]) > 1):
            return other
    return None


def _alike(corpus: Corpus, chance: random.Random, record: int, way: str, papers: int) -> Sequence[int]:
    """Papers of a record, taken in a given way, as many as is possible up to a number."""
    slots = list(corpus.slots_of[record])
    if way == "circle":
        return min(_circles(corpus, record), key=lambda circle: abs(len(circle) - papers) + chance.random())
    if way == "time":
        slots.sort(key=lambda slot: corpus.year_of[corpus.paper_of[slot]])
        return slots[-min(papers, len(slots)) :] if chance.random() < 0.5 else slots[:papers]
    chance.shuffle(slots)
    return slots[:papers]


def _circles(corpus: Corpus, record: int) -> list[list[int]]:
    """The slots of a record by circles of collaborators: papers that a shared one ties, and so on from there."""
    slots, own = corpus.slots_of[record], corpus.name_of[record]
    tied: UnionFind[int] = UnionFind()
    of_name: dict[int, int] = {}
    for slot in slots:
        for name in corpus.names_on[corpus.paper_of[slot]]:
            if name != own:
                tied.join(slot, of_name.setdefault(name, slot))
    return tied.groups(slots)

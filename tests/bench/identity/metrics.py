"""How well a division of authorships into people agrees with a known one, and how well a probability keeps its word.

`people` holds for every authorship whom the system takes to have written it, `gold` for those of which it is known who did.
Authorships that gold does not know count for nothing.

    B-cubed        Bagga & Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model"
    pairwise       over all pairs of authorships: those of one person that stand together, and the other way round
    tenths         a reliability table: what was said with a probability from .3 to .4 should be so in .3 to .4 of the cases
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")

People = Sequence[Hashable] | Mapping[int, Hashable]
Gold = Mapping[int, str]


@dataclass(frozen=True)
class Score:
    """Precision and recall, and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def ratio(self) -> float:
        """The part as a share of the whole; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        return f"{self.part:,} of {self.whole:,}"


@dataclass(frozen=True)
class Tenth:
    """The cases in one tenth of a probability: how many, the mean probability, and the share in which it was so."""

    cases: int
    mean: float
    share: float


def slug(name: str) -> str:
    """A name in plain ASCII, lower case, with hyphens between its words: what is held to be one name."""
    plain = "".join(character for character in normalize("NFKD", name.casefold()) if not combining(character))
    return _NOT_ALPHANUMERIC.sub("-", plain).strip("-")


def b_cubed(people: People, gold: Gold) -> Score:
    """B-cubed precision and recall: for each authorship the share of right ones beside it, and of its person's that are there."""
    if not gold:
        return Score(0.0, 0.0)
    both, clusters, persons = _counts(people, gold)
    precision = sum(count * count / clusters[cluster] for (cluster, _), count in both.items())
    recall = sum(count * count / persons[person] for (_, person), count in both.items())
    return Score(precision / len(gold), recall / len(gold))


def pairwise(people: People, gold: Gold) -> Score:
    """Precision and recall over the pairs of authorships that are said to be one person's; 1 where there is no pair at all."""
    both, clusters, persons = _counts(people, gold)
    right, said, true = (_pairs(counts.values()) for counts in (both, clusters, persons))
    return Score(right / said if said else 1.0, right / true if true else 1.0)


def homonyms_merged(people: People, gold: Gold, name_of: Callable[[int], str]) -> Share:
    """Of the names that several people bear, those with authorships of two people taken for one person's."""
    people_of: defaultdict[str, set[str]] = defaultdict(set)
    persons: defaultdict[tuple[str, Hashable], set[str]] = defaultdict(set)
    for slot, person in gold.items():
        name = name_of(slot)
        people_of[name].add(person)
        persons[name, people[slot]].add(person)
    wrong = {name for (name, _), found in persons.items() if len(found) > 1}
    return Share(len(wrong), sum(len(found) > 1 for found in people_of.values()))


def variants_found(people: People, gold: Gold, name_of: Callable[[int], str]) -> Share:
    """Of the pairs of one person's authorships under different names, those taken for one person's."""
    everything: Counter[str] = Counter(gold.values())
    one_name = Counter((person, name_of(slot)) for slot, person in gold.items())
    together = Counter((person, people[slot]) for slot, person in gold.items())
    alike = Counter((person, people[slot], name_of(slot)) for slot, person in gold.items())
    found = _pairs(together.values()) - _pairs(alike.values())
    return Share(found, _pairs(everything.values()) - _pairs(one_name.values()))


def tenths(cases: Iterable[tuple[float, bool]], worth: float = 1.0) -> list[Tenth]:
    """Probabilities with what was so, in tenths of the probability; a tenth without cases has a mean and a share of 0.

    In mean and share a case in which it was so counts `worth` times, for cases that are known that much less often.
    """
    found: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for probability, so in cases:
        found[min(int(probability * 10), 9)].append((probability, so))
    return [_tenth([(probability, so, worth if so else 1.0) for probability, so in some]) for some in found]


def _tenth(cases: Sequence[tuple[float, bool, float]]) -> Tenth:
    whole = sum(worth for _, _, worth in cases) or 1.0
    said, so = (sum(case[place] * case[2] for case in cases) / whole for place in (0, 1))
    return Tenth(len(cases), said, so)


def worst_tenth(table: Iterable[Tenth], least: int) -> float:
    """The largest distance between what was said and what was so, over the tenths with at least so many cases."""
    return max((abs(tenth.mean - tenth.share) for tenth in table if tenth.cases >= least), default=0.0)


def mean_distance(table: Sequence[Tenth]) -> float:
    """The distance between what was said and what was so, each tenth weighing by its cases (expected calibration error)."""
    cases = sum(tenth.cases for tenth in table)
    return sum(tenth.cases * abs(tenth.mean - tenth.share) for tenth in table) / cases if cases else 0.0


def _counts(people: People, gold: Gold) -> tuple[Counter[tuple[Hashable, str]], Counter[Hashable], Counter[str]]:
    both = Counter((people[slot], person) for slot, person in gold.items())
    return both, Counter(people[slot] for slot in gold), Counter(gold.values())


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)

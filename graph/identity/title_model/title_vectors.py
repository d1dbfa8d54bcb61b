"""What papers are about, told from their titles alone: papers of one subject lie near one another without sharing a word.

Words that stand in the same titles and in the titles of the same venues point into the same direction (latent semantic analysis,
Deerwester et al. 1990: the leading eigenvectors of the words' co-occurrence, here by subspace iteration from a fixed start, so
that the same papers give the same vectors).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

DIRECTIONS = 50
_SPARE_DIRECTIONS = 10
_ROUNDS = 8
_VENUE_WEIGHT = 2.0
_SHORTEST_STEM = 4
_WORD = re.compile(r"[^\W\d_]\w+")
_COMMON_LIST = """a an the of for and in on with to from by using via is are as at be can do how we towards toward based approach
    method its it or into study analysis system systems new international conference"""
_COMMON = frozenset(_COMMON_LIST.split())
_ENDING_LIST = """ization isation ational ations ation ings ing ments ment ities ity ies ically ical ics ally ed es s ly al ic e y
    or er"""
_ENDINGS = tuple(_ENDING_LIST.split())


def title_words(title: str) -> list[str]:
    """The words of a title without their endings and without the commonest ones, in order."""
    return [_stem(word) for word in _WORD.findall(title.casefold()) if word not in _COMMON]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def unit(rows: Floats) -> Floats:
    """The rows, each of length one; rows of nothing stay so."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


class Bags:
    """Bags of words as a sparse matrix: a row each, a column a word, words numbered from 0."""

    def __init__(self, rows: Integers, columns: Integers, values: Floats, shape: tuple[int, int]) -> None:
        order = np.lexsort((columns, rows))
        self.rows, self.columns, self.values, self.shape = rows[order], columns[order], values[order], shape

    @classmethod
    def of(cls, bags: Sequence[Iterable[str]], numbers: dict[str, int]) -> "Bags":
        """Counts of the words that have a number."""
        cells = [
            (row, numbers[word], count) for row, bag in enumerate(bags) for word, count in Counter(bag).items() if word in numbers
        ]
        table = np.array(cells, dtype=np.int64).reshape(-1, 3)
        return cls(table[:, 0], table[:, 1], table[:, 2].astype(np.float32), (len(bags), len(numbers)))

    def weighted(self, weights: Floats) -> "Bags":
        """Every column times a weight, then every row of length one."""
        values = self.values * weights[self.columns]
        lengths = np.sqrt(np.bincount(self.rows, values * values, self.shape[0]))
        return Bags(self.rows, self.columns, (values / lengths[self.rows]).astype(np.float32), self.shape)

    def times(self, dense: Floats) -> Floats:
        """The matrix product."""
        return _summed(self.rows, self.values[:, None] * dense[self.columns], self.shape[0])

    def transposed_times(self, dense: Floats) -> Floats:
        """The product of the transposed matrix."""
        order = np.argsort(self.columns, kind="stable")
        return _summed(self.columns[order], self.values[order, None] * dense[self.rows[order]], self.shape[1])


def _summed(keys: Integers, rows: Floats, count: int) -> Floats:
    found = np.zeros((count, rows.shape[1]), dtype=np.float32)
    if len(keys):
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        found[keys[starts]] = np.add.reduceat(rows, starts, axis=0)
    return found


class Subjects:
    """Title words of a corpus with their weights (rare ones weigh more) and directions."""

    def __init__(self, titles: Sequence[Sequence[str]], venues: Sequence[Sequence[str]]) -> None:
        """`venues`: for each venue all words of its titles and of its own name."""
        uses = Counter(word for title in titles for word in dict.fromkeys(title))
        self.numbers = {word: number for number, word in enumerate(word for word, count in uses.items() if count > 1)}
        self.titles = Bags.of(titles, self.numbers)
        counts = np.array([uses[word] for word in self.numbers], dtype=np.float32)
        self.weights = np.log((1 + len(titles)) / np.maximum(counts, 1)).astype(np.float32)
        self._directions = self._learned(venues)

    def _learned(self, venues: Sequence[Sequence[str]]) -> Floats:
        titles, bags = self.titles.weighted(self.weights), Bags.of(venues, self.numbers)
        bags.values = np.log1p(bags.values)
        profiles = bags.weighted(self.weights)
        width = min(DIRECTIONS + _SPARE_DIRECTIONS, len(self.numbers))
        space = np.random.default_rng(0).standard_normal((len(self.numbers), width)).astype(np.float32)
        if not width:
            return space
        for _ in range(_ROUNDS):
            both = titles.transposed_times(titles.times(space))
            both += _VENUE_WEIGHT**2 * profiles.transposed_times(profiles.times(space))
            space = np.linalg.qr(both)[0]
        seen = np.vstack([titles.times(space), _VENUE_WEIGHT * profiles.times(space)])
        _, turn = np.linalg.eigh(seen.T @ seen)
        return np.asarray(space @ turn[:, ::-1][:, :DIRECTIONS], dtype=np.float32)

    def vectors(self, bags: Sequence[Iterable[str]]) -> Floats:
        """Where bags of words point to, not normalised."""
        return Bags.of(bags, self.numbers).weighted(self.weights).times(self._directions)

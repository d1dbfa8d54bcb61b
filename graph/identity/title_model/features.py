"""Sets of papers of one name, measured against one another: what they share, however large they have grown."""

from collections.abc import Callable, Iterable, Sequence
from math import log

import numpy as np

from graph.identity.title_model.background import Background
from graph.identity.title_model.title_vectors import Bags, Floats, Integers

MEASURES = (
    "shared",
    "initials",
    "circle",
    "linked",
    "venues",
    "subject",
    "title",
    "venue_subject",
    "words",
    "nearest",
    "affiliation",
    "meanwhile",
    "years",
    "larger",
    "smaller",
    "expected_namesakes",
)
"""The columns of what `PaperSets.measures` gives:

    shared          collaborators of both, weighing more if they have few papers (Adamic & Adar 2003: 1 / ln(1 + papers)) and
                    if few in the corpus would bear their names by chance (divided by 1 + 2.5 times that number)
    initials        where there are none: such of both by family name and first initial
    circle          how many collaborators the one with fewer has
    linked          where none is shared: how many of the smaller circle wrote with somebody of the other one
    venues          venues of both, rare ones weighing more
    subject         how near what the papers are about is (cosine), by titles, venues and collaborators' other papers
    title           the same by titles alone
    venue_subject   the same by venues alone
    words           the same by the very words of the titles
    nearest         the subjects of the two papers that are nearest to one another
    affiliation     the share of informative words in common, rare ones weighing more; -1 if unknown
    meanwhile       the same for two papers at most a year apart, the mean over such pairs; -1 if there are none. People move,
                    but who is elsewhere at the same time is likely somebody else
    years           the years between the two sets
    larger, smaller the natural logarithms of the two numbers of papers
    expected_namesakes  the natural logarithm of how many would bear the name by chance (the same for all sets)
"""

_LENGTH_FLOOR = 1e-12
_SAME_TIME = 1
_NAMESAKES = 2.5
"""How much less a shared collaborator weighs for each namesake that is to be expected in the corpus."""


class PaperSets:
    """The papers of one name, each a set of its own at first. Sets go by the number of a paper in them."""

    def __init__(self, background: Background, name: str, papers: Sequence[int], affiliations: Sequence[Iterable[str]]) -> None:
        """`name` is the key of the name, `affiliations` the informative words of its affiliation on each of the papers."""
        count = len(papers)
        circles = [background.names_on[paper] - {name} for paper in papers]
        self._names, uses, keys = _held(circles, lambda key: len(background.papers_of[key]))
        namesakes = np.array([background.namesakes_here(key) for key in keys], dtype=np.float32)
        self._name_weights = 1 / np.log(1 + uses) / (1 + _NAMESAKES * namesakes)
        self._reach = self._reached(background, name, keys)
        self._initials, uses, _ = _held([{_initial_of(key) for key in circle} for circle in circles])
        self._initial_weights = 1 / np.log(1 + uses)
        self._venues, uses, _ = _held(
            [{background.venue_of[paper]} - {""} for paper in papers], background.venue_uses.__getitem__
        )
        self._venue_weights = 1 / np.log(1 + uses)
        self._affiliations, uses, _ = _held([set(words) for words in affiliations])
        self._affiliation_weights = np.log(1 + count / np.maximum(uses, 1))
        titles, venues, subjects = background.subjects_of(papers, name)
        words = _dense(background.subjects.titles.weighted(background.subjects.weights), papers)
        self._products = [rows @ rows.T for rows in (subjects, titles, venues, words)]
        self._nearest = self._products[0].copy()
        years = [(background.papers[paper].year or 0) for paper in papers]
        self._years = np.array([years, years], dtype=np.float32)
        self._meanwhile = self._affiliated_meanwhile()
        self._sizes = np.ones(count, dtype=np.float32)
        self._log_namesakes = log(background.namesakes(name))
        self.members = {number: [number] for number in range(count)}

    def _reached(self, background: Background, name: str, keys: list[str]) -> Floats:
        numbers = {key: number for number, key in enumerate(keys)}
        beside = np.zeros((len(keys), len(keys)), dtype=np.float32)
        for key, number in numbers.items():
            beside[number, [numbers[other] for other in background.collaborators(key) - {name} if other in numbers]] = 1
        return (self._names @ beside > 0).astype(np.float32)

    def _affiliated_meanwhile(self) -> Floats:
        """For each two papers of known affiliations and about the same time: the share of words in common, and 1."""
        words, weights, years = self._affiliations, self._affiliation_weights, self._years[0]
        known = words @ weights
        least = np.minimum(known[:, None], known)
        agreed = (words * weights) @ words.T / np.where(least > 0, least, 1)
        close = (least > 0) & (np.abs(years[:, None] - years) <= _SAME_TIME) & (np.minimum(years[:, None], years) > 0)
        return np.array([np.where(close, agreed, 0), close], dtype=np.float32)

    def measures(self, one: int, others: Integers) -> Floats:
        """How a set compares with others: a row each, the columns as in `MEASURES`."""
        found = np.empty((len(others), len(MEASURES)), dtype=np.float32)
        names, theirs = self._names[one], self._names[others]
        few, many = names.sum(), theirs.sum(axis=1)
        found[:, 0] = theirs @ (names * self._name_weights)
        shares = found[:, 0] > 0
        initials = self._initials[others] @ (self._initials[one] * self._initial_weights)
        found[:, 1] = np.where(shares, 0, initials)
        found[:, 2] = np.minimum(few, many)
        found[:, 3] = np.where(shares, 0, np.where(many < few, theirs @ self._reach[one], self._reach[others] @ names))
        found[:, 4] = self._venues[others] @ (self._venues[one] * self._venue_weights)
        for column, products in enumerate(self._products, start=5):
            lengths = np.sqrt(np.maximum(products[others, others] * products[one, one], _LENGTH_FLOOR))
            found[:, column] = products[one, others] / lengths
        found[:, 9] = self._nearest[one, others]
        found[:, 10] = self._affiliation(one, others)
        agreed, pairs = self._meanwhile[:, one, others]
        found[:, 11] = np.where(pairs > 0, agreed / np.maximum(pairs, 1), -1)
        found[:, 12] = self._gap(one, others)
        found[:, 13] = np.log(np.maximum(self._sizes[one], self._sizes[others]))
        found[:, 14] = np.log(np.minimum(self._sizes[one], self._sizes[others]))
        found[:, 15] = self._log_namesakes
        return found

    def _affiliation(self, one: int, others: Integers) -> Floats:
        mine = self._affiliations[one] * self._affiliation_weights
        least = np.minimum(mine.sum(), self._affiliations[others] @ self._affiliation_weights)
        return np.where(least > 0, self._affiliations[others] @ mine / np.where(least > 0, least, 1), -1)

    def _gap(self, one: int, others: Integers) -> Floats:
        first, last = self._years
        apart = np.maximum(first[one] - last[others], first[others] - last[one])
        return np.where((first[one] > 0) & (first[others] > 0), np.maximum(apart, 0), 0)

    def join(self, one: int, other: int) -> None:
        """The second set becomes part of the first."""
        for rows in (self._names, self._reach, self._initials, self._venues, self._affiliations):
            np.maximum(rows[one], rows[other], out=rows[one])
        for products in (*self._products, *self._meanwhile):
            products[one] += products[other]
            products[:, one] += products[:, other]
        self._nearest[one] = self._nearest[:, one] = np.maximum(self._nearest[one], self._nearest[other])
        first, last = self._years
        first[one] = min(filter(None, (first[one], first[other])), default=0)
        last[one] = max(last[one], last[other])
        self._sizes[one] += self._sizes[other]
        self.members[one] = self.members[one] + self.members.pop(other)


def _held(holders: Sequence[Iterable[str]], uses_of: Callable[[str], int] | None = None) -> tuple[Floats, Floats, list[str]]:
    """Who holds what as a matrix of 0 and 1, how often each thing is used (by default: among these), and the things."""
    things = sorted(set().union(*holders))
    numbers = {thing: number for number, thing in enumerate(things)}
    held = np.zeros((len(holders), len(things)), dtype=np.float32)
    for row, some in enumerate(holders):
        held[row, [numbers[thing] for thing in some]] = 1
    uses = held.sum(axis=0) if uses_of is None else np.array([uses_of(thing) for thing in things], dtype=np.float32)
    return held, uses.astype(np.float32), things


def _initial_of(key: str) -> str:
    words = key.split()
    return f"{words[0][0]} {words[-1]}"


def _dense(bags: Bags, rows: Sequence[int]) -> Floats:
    place = np.full(bags.shape[0], -1, dtype=np.int64)
    place[list(rows)] = np.arange(len(rows))
    kept = place[bags.rows] >= 0
    columns, numbers = np.unique(bags.columns[kept], return_inverse=True)
    found = np.zeros((len(rows), len(columns)), dtype=np.float32)
    found[place[bags.rows[kept]], numbers] = bags.values[kept]
    return found

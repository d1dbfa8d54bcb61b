"""How the weights of `graph.identity.title_model.clustering` are learned: from names of which it is known who wrote what.

Two rounds. First the known people are put together in random order, and the sets seen on the way are the examples. Then each half
of the names is grouped with the weights that the other half teaches, as new names will be, and the sets seen on that way are
added, since that is where the weights are used. The weights are those of a logistic regression over the tables' cells, held back
by a ridge and kept smooth between neighbouring knots. The second round is run several times with other halves and other papers
drawn, and the tables of all runs are averaged: the chance choices of one run are worth .002 of F1 either way.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from graph.identity.title_model.background import Background
from graph.identity.title_model.clustering import join_likeliest
from graph.identity.title_model.features import MEASURES, PaperSets
from graph.identity.title_model.title_vectors import Floats, Integers
from graph.identity.title_model.weights import BASE, TitleWeights, shares

SIZES = (0.0, 0.7, 1.4, 2.5)
KNOTS: Mapping[str, Sequence[float]] = {
    "shared": (0, 0.3, 0.7, 1.2, 2, 4, 8),
    "initials": (0, 0.2, 0.5, 1),
    "circle": (0, 1, 2, 4, 8, 20),
    "linked": (0, 1, 2, 4),
    "venues": (0, 0.2, 0.5, 1, 2),
    "subject": (-0.1, 0.05, 0.2, 0.35, 0.5, 0.7, 0.9),
    "title": (-0.1, 0.1, 0.3, 0.5, 0.8),
    "venue_subject": (-0.1, 0.1, 0.3, 0.5, 0.8),
    "words": (0, 0.03, 0.1, 0.2, 0.4),
    "nearest": (0, 0.2, 0.4, 0.6, 0.8),
    "affiliation": (-1, 0, 0.2, 0.5, 1),
    "meanwhile": (-1, 0, 0.2, 0.5, 1),
    "years": (0, 1, 3, 6, 10),
    "larger": (0, 1, 2, 3, 4.5),
    "expected_namesakes": (-6, -4, -2, -0.5, 1),
}
OF_THE_NAME = {"expected_namesakes"}
"""Measures of the name, not of the sets: they count the same for all sizes."""
RIDGE, SMOOTH = 1.0, 6.0
LEAST = 0.75
"""Two sets are joined from this logit on; it is taken off the base of the learned weights, so that they join from 0 on."""
_LINES_OF_A_ROW = re.compile(r"\[[^\[\]\"]*\]")
_ROUNDS, _SLACK = 6, 1.0
RUNS = 3
"""How often the second round is run."""
VIEWS, _KEPT = 4, 0.8
_ALIKE = 100.0
_TOGETHER = 4
"""With how many sets of the same and of other people a set is compared in the first round."""
_PAIRS, _LIKELIEST = 8, 16
"""And in the second: with some at random, and with the likeliest ones, between which a grouping has to choose."""
_SHARE_OF_A_NAME = 0.25
"""A name counts by this power of its number of lessons: between each name the same (0) and each lesson the same (1)."""
_CONVERGED, _LEAST_VARIANCE, _FURTHEST = 0.05, 1e-3, 12.0


@dataclass(frozen=True)
class Name:
    """A name with its papers (numbers in the background), the informative words of its affiliations, and who wrote each."""

    key: str
    papers: Sequence[int]
    affiliations: Sequence[Iterable[str]]
    people: Sequence[str]

    def sets(self, background: Background) -> PaperSets:
        """The papers, each a set of its own."""
        return PaperSets(background, self.key, self.papers, self.affiliations)

    def views(self, run: int = 0) -> Iterator["Name"]:
        """The name with all its papers, then with some drawn at random (others in each run), as if fewer were in the library."""
        yield self
        random, count = np.random.default_rng([len(self.papers), run]), len(self.papers)
        for _ in range(VIEWS - 1):
            kept = sorted(random.permutation(count)[: max(int(count * _KEPT), 2)].tolist())
            columns = (self.papers, self.affiliations, self.people)
            papers, affiliations, people = ([column[place] for place in kept] for column in columns)
            yield Name(self.key, papers, affiliations, people)


@dataclass
class Lessons:
    """Pairs of sets: their measures, the share of their papers' pairs that are one person's, and the weight of each."""

    measures: list[Floats] = field(default_factory=list)
    same: list[Floats] = field(default_factory=list)
    name: list[Integers] = field(default_factory=list)

    def add(self, number: int, name: Name, sets: PaperSets, one: int, others: Integers) -> None:
        """What a set is to some others."""
        self.measures.append(sets.measures(one, others))
        self.same.append(_same(name, sets, one, others))
        self.name.append(np.full(len(others), number, dtype=np.int64))

    def without(self, names: set[int]) -> "Lessons":
        """The lessons of the other names."""
        kept = [place for place, numbers in enumerate(self.name) if not len(numbers) or int(numbers[0]) not in names]
        return Lessons(
            [self.measures[place] for place in kept], [self.same[place] for place in kept], [self.name[place] for place in kept]
        )

    def and_more(self) -> "Lessons":
        """The same lessons, to which others can be added."""
        return Lessons(list(self.measures), list(self.same), list(self.name))

    def weights(self, start: TitleWeights | None = None) -> TitleWeights:
        """What they teach; `start` are weights that are nearly so, if known."""
        names, same = np.concatenate(self.name), np.concatenate(self.same)
        worth = np.abs(2 * same - 1) * np.bincount(names)[names] ** (_SHARE_OF_A_NAME - 1)
        return _regressed(np.vstack(self.measures), same > 0.5, worth / worth.mean(), start)


def first_lessons(background: Background, names: Sequence[Name]) -> Lessons:
    """Sets on the way of putting known people together in random order."""
    lessons = Lessons()
    for number, name in enumerate(names):
        random = np.random.default_rng(number)
        for view in name.views():
            _put_together(lessons, number, view, view.sets(background), random)
    return lessons


def learn(background: Background, names: Sequence[Name], lessons: Lessons, left_out: Iterable[int] = ()) -> TitleWeights:
    """The weights that the names teach, but for those left out (positions)."""
    absent = set(left_out)
    taught = {number: name for number, name in enumerate(names) if number not in absent}
    first = lessons.without(absent)
    weights = _mean([_run(background, taught, first, run) for run in range(RUNS)])
    learned_on = tuple(name.key for name in taught.values())
    return replace(weights, learned_on=learned_on, tables={**weights.tables, BASE: weights.tables[BASE] - LEAST})


def _run(background: Background, names: Mapping[int, Name], first: Lessons, run: int) -> TitleWeights:
    """The second round: each half of the names is grouped with what the other one teaches (a name alone with what it teaches)."""
    order = [int(number) for number in np.random.default_rng(run).permutation(list(names))]
    lessons, found = first.and_more(), []
    for half in filter(None, (order[::2], order[1::2])):
        weights = (first.without(set(half)) if len(order) > 1 else first).weights()
        for number in sorted(half):
            for view in names[number].views(run):
                _group(lessons, number, view, view.sets(background), weights)
        found.append(weights)
    return lessons.weights(_mean(found))


def _mean(weights: Sequence[TitleWeights]) -> TitleWeights:
    tables = {name: np.stack([one.tables[name] for one in weights]) for name in weights[0].tables}
    return replace(weights[0], tables={name: np.asarray(held.mean(axis=0), dtype=np.float32) for name, held in tables.items()})


def as_text(weights: TitleWeights) -> str:
    """The weights as they are written: JSON, rounded, a row of a table on each line."""
    tables = {name: [[round(float(cell), 3) for cell in row] for row in table] for name, table in weights.tables.items()}
    values = {
        "learned_on": list(weights.learned_on),
        "sizes": list(weights.sizes),
        "knots": {name: list(knots) for name, knots in weights.knots.items()},
        "tables": tables,
    }
    return _LINES_OF_A_ROW.sub(lambda row: "".join(row[0].split()).replace(",", ", "), json.dumps(values, indent=2)) + "\n"


def _put_together(lessons: Lessons, number: int, name: Name, sets: PaperSets, random: np.random.Generator) -> None:
    count = len(name.papers)
    for one in range(count - 1):
        others = random.permutation(np.arange(one + 1, count))[:_TOGETHER]
        lessons.add(number, name, sets, one, others)
    for _ in range(random.integers(count // 2, count + 1)):
        one = int(random.choice(list(sets.members)))
        others = np.array([other for other in sets.members if other != one], dtype=np.int64)
        person = name.people[one]
        mates = [int(other) for other in others if name.people[other] == person]
        if not mates:
            continue
        mate = int(random.choice(mates))
        sets.join(one, mate)
        others = random.permutation(others[others != mate])
        same = np.array([name.people[other] == person for other in others], dtype=bool)
        chosen = np.concatenate([others[same][:_TOGETHER], others[~same][:_TOGETHER]])
        if len(chosen):
            lessons.add(number, name, sets, one, chosen)


def _group(lessons: Lessons, number: int, name: Name, sets: PaperSets, weights: TitleWeights) -> None:
    random = np.random.default_rng(number)

    def joined(one: int, _: int, others: Integers) -> None:
        likeliest = np.argsort(-weights.logits(sets.measures(one, others)), kind="stable")[:_LIKELIEST]
        chosen = np.union1d(random.permutation(len(others))[:_PAIRS], likeliest)
        if len(chosen):
            lessons.add(number, name, sets, one, others[chosen])

    join_likeliest(sets, weights.logits, -_SLACK, joined)


def _same(name: Name, sets: PaperSets, one: int, others: Integers) -> Floats:
    mine = [name.people[member] for member in sets.members[one]]
    count = {person: mine.count(person) / len(mine) for person in mine}
    theirs = ([count.get(name.people[member], 0.0) for member in sets.members[int(other)]] for other in others)
    return np.array([sum(found) / len(found) for found in theirs], dtype=np.float32)


def _cells(measures: Floats) -> Floats:
    size = shares(measures[:, MEASURES.index("smaller")], SIZES)
    blocks = [size]
    for name, knots in KNOTS.items():
        row = shares(measures[:, MEASURES.index(name)], knots)
        blocks.append((row[:, :, None] * size[:, None, :]).reshape(len(measures), -1))
    return np.hstack(blocks)


def _penalty() -> NDArray[np.float64]:
    across = _roughness(len(SIZES))
    blocks = [np.zeros_like(across)]
    for name, knots in KNOTS.items():
        down, sizes = _roughness(len(knots)), across * (_ALIKE if name in OF_THE_NAME else 1)
        blocks.append(SMOOTH * (np.kron(down, np.eye(len(SIZES))) + np.kron(np.eye(len(knots)), sizes)))
    found = RIDGE * np.eye(sum(map(len, blocks)))
    start = 0
    for block in blocks:
        found[start : start + len(block), start : start + len(block)] += block
        start += len(block)
    return found


def _roughness(count: int) -> NDArray[np.float64]:
    steps = np.diff(np.eye(count), axis=0)
    return np.asarray(steps.T @ steps)


def _regressed(measures: Floats, same: NDArray[np.bool_], worth: Floats, start: TitleWeights | None) -> TitleWeights:
    """Newton's method on the penalised logistic likelihood."""
    cells, penalty = _cells(measures), _penalty()
    found = np.zeros(cells.shape[1])
    if start:
        found = np.concatenate([start.tables[name].ravel() for name in (BASE, *KNOTS)]).astype(np.float64)
    for _ in range(_ROUNDS):
        said = 1 / (1 + np.exp(-np.clip(cells @ found.astype(np.float32), -_FURTHEST, _FURTHEST)))
        slope = cells.T @ ((same - said) * worth).astype(np.float32) - penalty @ found
        bend = (cells * (np.maximum(said * (1 - said), _LEAST_VARIANCE) * worth)[:, None].astype(np.float32)).T @ cells + penalty
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < _CONVERGED:
            break
    return _tables(found)


def _tables(cells: NDArray[np.float64]) -> TitleWeights:
    width, tables, start = len(SIZES), {}, 0
    for name, rows in [(BASE, 1), *((name, len(knots)) for name, knots in KNOTS.items())]:
        tables[name] = cells[start : start + rows * width].reshape(rows, width).astype(np.float32)
        start += rows * width
    return TitleWeights(SIZES, KNOTS, tables)

"""The same question answered by `evidence_model.clustering`, made for one field and for papers with topics, to compare with.

Its tables can be learned on the same names, from sets of papers of known people; that is the figure of a plain sum of terms over
shared things.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from math import log

import numpy as np

from graph.identity.evidence_model.clustering import grouping_of
from graph.identity.evidence_model.corpus import Corpus, PaperRow, RecordRow, SlotRow
from graph.identity.evidence_model.weights import Weights
from graph.identity.learning.evidence_tables import cells, fitted, summed, tables_of
from graph.identity.title_model.background import Background
from graph.names.frequency import family_key, given_key
from graph.topics.phrases import phrases
from tests.bench.identity.title_model_learning import Name

_DRAWS, _LARGEST_SET = 60, 20
_STEPS = 20

Pair = tuple[list[int], list[int]]


class OneField:
    """The papers of all names as records of one name each, with topics drawn from the titles."""

    def __init__(self, background: Background, names: Sequence[Name]) -> None:
        self._names = names
        self.corpus = Corpus()
        words = {
            (paper, name.key): list(found) for name in names for paper, found in zip(name.papers, name.affiliations, strict=True)
        }
        on = [set(found) for found in background.names_on]
        for paper, key in words:
            on[paper].add(key)
        keys = sorted(set().union(*on))
        self.corpus.add_records(RecordRow(key, key, key, family_key(key), given_key(key), key) for key in keys)
        self.corpus.add_papers(
            PaperRow(
                f"{number:06}",
                (),
                paper.year,
                [SlotRow(key, None, key, words.get((number, key), ())) for key in sorted(on[number])],
                tuple(filter(None, [background.venue_of[number]])),
                [phrase.key for phrase in phrases(paper.title, None)],
            )
            for number, paper in enumerate(background.papers)
        )

    def people(self, number: int, weights: Weights) -> Sequence[Hashable]:
        """Who wrote each paper of a name."""
        name = self._names[number]
        grouping = grouping_of(self.corpus, weights, self.corpus.number_of[name.key])
        groups = grouping.groups if grouping else ()
        group_of = {self.corpus.paper_of[slot]: group for group, slots in enumerate(groups) for slot in slots}
        return [group_of.get(paper, 0) for paper in name.papers]

    def learned(self, left_out: Sequence[int] = ()) -> Weights:
        """Tables and prior learned on the names that are not left out."""
        lessons = [(number, pair, same) for number in range(len(self._names)) if number not in left_out
                   for pair, same in self._pairs(number)]  # fmt: skip
        found = cells(self.corpus, (pair for _, pair, _ in lessons))
        same = np.array([said for _, _, said in lessons], dtype=np.bool_)
        values = fitted(found, same)
        base, tables = tables_of(values)
        namesakes = {number: log(self.corpus.namesakes(self._record(number))) for number, _, _ in lessons}
        design = np.array([(1.0, namesakes[number]) for number, _, _ in lessons])
        prior = np.zeros(2)
        offset = summed(values, found)
        for _ in range(_STEPS):
            said = 1 / (1 + np.exp(-(offset + design @ prior)))
            prior += np.linalg.solve((design * (said * (1 - said))[:, None]).T @ design, design.T @ (same - said))
        shipped = Weights.shipped()
        mixed = {**shipped.mixed, "base": base + float(prior[0]), "rarity": float(prior[1]), "evidence": 1.0}
        return replace(shipped, tables=tables, split={}, mixed=mixed)

    def _record(self, number: int) -> int:
        return self.corpus.number_of[self._names[number].key]

    def _pairs(self, number: int) -> Iterator[tuple[Pair, bool]]:
        """Sets of papers of one person each, of many sizes, as many pairs of one person as of two."""
        name, random = self._names[number], np.random.default_rng(number)
        slot_of = {self.corpus.paper_of[slot]: slot for slot in self.corpus.slots_of[self._record(number)]}
        of_person: defaultdict[str, list[int]] = defaultdict(list)
        for paper, person in zip(name.papers, name.people, strict=True):
            of_person[person].append(slot_of[paper])
        people = list(of_person.values())
        several = [slots for slots in people if len(slots) > 1]
        for _ in range(_DRAWS):
            if several:
                slots = [int(slot) for slot in random.permutation(several[random.integers(len(several))])]
                cut = int(random.integers(1, len(slots)))
                yield (slots[:cut][:_LARGEST_SET], slots[cut:][: int(random.integers(1, _LARGEST_SET))]), True
            if len(people) > 1:
                one, other = (people[place] for place in random.choice(len(people), 2, replace=False))
                sizes = random.integers(1, _LARGEST_SET, 2)
                yield (one[: int(sizes[0])], other[: int(sizes[1])]), False

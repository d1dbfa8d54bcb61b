"""How far evidence can go: the most that papers could say for one person, were everything that they name shared.

No pair of records can be likelier than the least that the papers of either could say, so a record whose papers say little can be
told to be out of reach before anybody is compared with it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from math import inf

from graph.identity.evidence_model.clustering import logistic
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.evidence import PaperSet, measured
from graph.identity.evidence_model.pairs import Persons, SimilarName, competing_pairs_of, competing_with, prior_logit
from graph.identity.evidence_model.weights import Table, Weights

_SAYS_NOTHING = 0.0
"""What a feature weighs of which the other side may know nothing."""


def reaches(
    corpus: Corpus, weights: Weights, similar: Sequence[SimilarName], different: Iterable[tuple[str, str]] = ()
) -> dict[int, tuple[int, float]]:
    """Of each record that has any pair that nothing forbids: how many such pairs, and the probability that none of them can
    exceed, whatever their papers share."""
    persons, competing, most = Persons(corpus), competing_pairs_of(similar), _Most(corpus, weights)
    found: dict[int, tuple[int, float]] = {}
    for pair in persons.allowed(similar, different):
        a, b = corpus.number_of[pair.a], corpus.number_of[pair.b]
        prior = prior_logit(corpus, weights, pair, competing_with(pair, competing))
        reach = logistic(prior + min(most.logit(persons.slots(a), a), most.logit(persons.slots(b), b)))
        for record in (a, b):
            pairs, best = found.get(record, (0, 0.0))
            found[record] = pairs + 1, max(best, reach)
    return found


class _Most:
    """The most that the papers of a record's person could say, remembered by record."""

    def __init__(self, corpus: Corpus, weights: Weights) -> None:
        self._corpus, self._weights = corpus, weights
        # A measure that can be no larger leads to no later row or column; what it leads to is the best of all before.
        self._best = replace(weights, tables={name: _best_up_to(table) for name, table in weights.tables.items()})
        self._known: dict[int, float] = {}

    def logit(self, slots: Collection[int], record: int) -> float:
        """The most that these authorships, those of the record's person, could say."""
        if record not in self._known:
            papers = PaperSet.of(self._corpus, slots, {self._corpus.name_of[record]})
            self._known[record] = float(self._weights.split["evidence"]) * self._most(papers)
        return self._known[record]

    def _most(self, papers: PaperSet) -> float:
        most, circle = dict(measured(self._corpus, self._weights, papers, papers)), len(papers.collaborators)
        most["linked_collaborators"] = {"linked_to_expected": inf if circle else 0.0, "fewer_collaborators": circle}
        # How far apart the years of the other side lie is not for this one to say.
        if "years" in most:
            most["years"] = {**most["years"], "years": inf}
        if "affiliation" in most:
            most["affiliation"] = {"affiliation": inf, "years_apart": inf}
        said = dict(self._best.terms(most))
        collaborators = max(said.pop("linked_collaborators"), said.pop("shared_collaborators", -inf))
        of_both = sum(weight for name, weight in said.items() if name in ("venues", "topics"))
        return collaborators + of_both + sum(max(said.get(name, 0.0), _SAYS_NOTHING) for name in ("affiliation", "years"))


def _best_up_to(table: Table) -> Table:
    """For each cell the largest weight of the rows and columns up to it."""
    rows = [list(accumulate(row, max)) for row in table]
    return [list(row) for row in zip(*(accumulate(column, max) for column in zip(*rows, strict=True)), strict=True)]

"""The evidence that two sets of papers are one person's: terms of log-likelihood, each from one kind of fact.

    collaborators   shared ones, rare ones weighing more (Adamic & Adar 2003: 1 / ln(1 + papers)); where there is none, how many
                    of the smaller circle wrote with somebody of the other one, against how many would by chance
    venues, topics  shared ones, rare ones weighing more
    affiliation     the share of informative words in common, by how far apart the two sets lie: people move
    years           how far apart the two sets lie

The stored queries `split_candidates` and `mixed_candidates` compute the same sums by the same features, bins and weights, and
tell what is shared; here they are computed for all records at once.
"""

from collections.abc import Collection, Iterable
from math import log
from typing import Self

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.weights import Measures, Weights

_NO_YEAR = 0


class PaperSet:
    """What some papers of one person say: how many, with whom, where, on what, from which institutions, and when."""

    __slots__ = ("collaborators", "first", "last", "papers", "topics", "venues", "words")

    def __init__(self, papers: int) -> None:
        self.papers = papers
        self.collaborators: set[int] = set()
        self.topics: set[int] = set()
        self.venues: set[int] = set()
        self.words: set[str] = set()
        self.first = self.last = _NO_YEAR

    @classmethod
    def of(cls, corpus: Corpus, slots: Collection[int], focal: Collection[int]) -> Self:
        """The papers of some authorships; `focal` are the names that are not their own collaborators. A paper on which a name
        stands twice is one."""
        found = cls(len({corpus.paper_of[slot] for slot in slots}))
        for slot in slots:
            paper = corpus.paper_of[slot]
            found.collaborators.update(corpus.names_on[paper])
            found.topics.update(corpus.topics_of[paper])
            found.venues.update(corpus.venues_of[paper])
            found.words.update(corpus.words_of.get(slot, ()))
            found._take_years(corpus.year_of[paper], corpus.year_of[paper])
        found.collaborators.difference_update(focal)
        return found

    def with_papers_of(self, other: "PaperSet") -> "PaperSet":
        """Both sets as one; they share no paper."""
        both = PaperSet(self.papers + other.papers)
        both.collaborators = self.collaborators | other.collaborators
        both.topics = self.topics | other.topics
        both.venues = self.venues | other.venues
        both.words = self.words | other.words
        both._take_years(self.first, self.last)
        both._take_years(other.first, other.last)
        return both

    def _take_years(self, first: int, last: int) -> None:
        if first:
            self.first = min(self.first or first, first)
            self.last = max(self.last, last)


def terms(corpus: Corpus, weights: Weights, one: PaperSet, other: PaperSet) -> list[float]:
    """The weights of the terms of evidence, before the slope of the question; what is not known gives none."""
    return [weight for _, weight in weights.terms(measured(corpus, weights, one, other))]


def measured(corpus: Corpus, weights: Weights, one: PaperSet, other: PaperSet) -> Measures:
    """What two sets of papers are weighed by: of each feature the measures, by their names in the weights, as the stored
    queries have them in the `value` of a piece of evidence."""
    fewer_papers = min(one.papers, other.papers)
    found: dict[str, dict[str, float]] = {
        **_collaborators(corpus, weights, one.collaborators, other.collaborators),
        "venues": {"venues": _rarely(corpus.venue_uses, one.venues & other.venues), "fewer_papers": fewer_papers},
        "topics": {
            "topics": _rarely(corpus.topic_uses, one.topics & other.topics),
            "fewer_topics": min(len(one.topics), len(other.topics)),
        },
    }
    years = max(one.first - other.last, other.first - one.last, 0) if one.first and other.first else None
    if one.words and other.words:
        share = len(one.words & other.words) / min(len(one.words), len(other.words))
        found["affiliation"] = {"affiliation": share, "years_apart": years or 0}
    if years is not None:
        found["years"] = {"years": years, "fewer_papers": fewer_papers}
    return found


def _collaborators(corpus: Corpus, weights: Weights, one: set[int], other: set[int]) -> dict[str, dict[str, float]]:
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    sizes = {"fewer_collaborators": len(fewer), "more_collaborators": len(more)}
    if shared := fewer & more:
        return {"shared_collaborators": {"shared_collaborators": _rarely(corpus.name_uses, shared), **sizes}}
    linked = sum(not corpus.collaborators(name).isdisjoint(more) for name in fewer)
    to_expected = linked_to_expected(weights, linked, (corpus.name_uses[name] for name in fewer), len(more)) if linked else 0.0
    return {"linked_collaborators": {"linked_collaborators": linked, "linked_to_expected": to_expected, **sizes}}


def linked_to_expected(weights: Weights, linked: int, papers: Iterable[int], others: int) -> float:
    """How many collaborators are linked, for one that would be by chance: each is the likelier the more papers it has, and the
    more collaborators the other side has (as edges between groups are expected where nothing but degrees is known: Newman &
    Girvan 2004, "Finding and evaluating community structure in networks")."""
    chance, besides = weights.linked["chance"], weights.linked["besides"]
    expected = sum(min(count * others * chance, 1.0) for count in papers)
    return (linked + besides) / (expected + besides)


def _rarely(uses: list[int], shared: Iterable[int]) -> float:
    return sum(1 / log(1 + uses[one]) for one in shared)

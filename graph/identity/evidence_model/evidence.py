"""The evidence that two sets of papers are one person's: pieces of log-likelihood, each from one kind of fact.

    collaborators   shared ones, rare ones weighing more (Adamic & Adar 2003: 1 / ln(1 + papers)); where there is none, how many
                    of the smaller circle wrote with somebody of the other one
    venues, topics  shared ones, rare ones weighing more
    affiliation     the share of informative words in common, by how far apart the two sets lie: people move
    years           how far apart the two sets lie

The stored queries `split_candidates` and `mixed_candidates` compute the same sums with the same weights and put them into words;
here they are computed for all records at once.
"""

from collections.abc import Collection, Iterable
from math import log
from typing import Self

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.weights import Weights

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
        """The papers of some authorships; `focal` are the names that are not their own collaborators."""
        found = cls(len(slots))
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


def pieces(corpus: Corpus, weights: Weights, one: PaperSet, other: PaperSet) -> list[float]:
    """The weights of the pieces of evidence, before the slope of the question; what is not known gives none."""
    size = weights.bin("size", min(one.papers, other.papers))
    tables = weights.tables
    found = [_collaborators(corpus, weights, one.collaborators, other.collaborators)]
    venues = _rarely(corpus.venue_uses, one.venues & other.venues)
    found.append(tables["venues"][weights.bin("venues", venues)][size])
    topics = _rarely(corpus.topic_uses, one.topics & other.topics)
    few_topics = min(len(one.topics), len(other.topics))
    found.append(tables["topics"][weights.bin("topics", topics)][weights.bin("few_topics", few_topics)])
    gap = max(one.first - other.last, other.first - one.last, 0) if one.first and other.first else 0
    if one.words and other.words:
        share = len(one.words & other.words) / min(len(one.words), len(other.words))
        found.append(tables["affiliation"][weights.bin("affiliation", share)][weights.bin("apart", gap)])
    if one.first and other.first:
        found.append(tables["years"][weights.bin("years", gap)][size])
    return found


def _collaborators(corpus: Corpus, weights: Weights, one: set[int], other: set[int]) -> float:
    smaller, larger = (one, other) if len(one) <= len(other) else (other, one)
    few = weights.bin("few", len(smaller))
    if shared := smaller & larger:
        rarely = _rarely(corpus.name_uses, shared)
        return float(weights.tables["shared"][weights.bin("shared", rarely)][few])
    linked = sum(not corpus.collaborators(name).isdisjoint(larger) for name in smaller)
    return float(weights.tables["linked"][weights.bin("linked", linked)][few])


def _rarely(uses: list[int], shared: Iterable[int]) -> float:
    return sum(1 / log(1 + uses[one]) for one in shared)

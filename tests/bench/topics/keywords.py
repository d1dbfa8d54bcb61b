"""How many of the keywords that authors and indexers gave are among the phrases that a method finds in the text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tests.bench.topics.texts import Paper, key_of_words, keyed

KINDS: Mapping[str, frozenset[str]] = {
    "keyword": frozenset({"keyword"}),
    "indexers' term": frozenset({"inspec", "ieee", "mesh", "emtree"}),
}
"""Which schemes are keywords of a paper, by kind; the others are classes, whose names are no words of the text."""


class Given(NamedTuple):
    """The keywords of a paper, by their keys: those that stand in its text, and how many do not. `stands_for` are the
    abbreviations that the text explains: a keyword, and a phrase that any method finds, counts as what it abbreviates."""

    found: frozenset[str]
    elsewhere: int
    stands_for: Mapping[str, str]

    def written_out(self, key: str) -> str:
        """A phrase with these abbreviations written out."""
        return " ".join(self.stands_for.get(word, word) for word in key.split())


class Recall(NamedTuple):
    """Keywords that stand in the texts; how many of them a method has, letter for letter by key, or within a phrase of it or
    around one; the phrases that it gave, how many of these are keywords, and their words."""

    keywords: int = 0
    exact: int = 0
    contained: int = 0
    phrases: int = 0
    right: int = 0
    words: int = 0

    def __add__(self, other: object) -> "Recall":
        """Both together."""
        return Recall(*(a + b for a, b in zip(self, other, strict=True))) if isinstance(other, Recall) else NotImplemented

    def shares(self) -> dict[str, float]:
        """Recall by key and by containment, the share of phrases that are keywords, and words a phrase; 0 of nothing."""
        return {
            "exact": self.exact / (self.keywords or 1),
            "contained": self.contained / (self.keywords or 1),
            "phrases_that_are_keywords": self.right / (self.phrases or 1),
            "words_a_phrase": self.words / (self.phrases or 1),
        }


def given_of(paper: Paper, schemes: Iterable[str], stands_for: Mapping[str, str]) -> Given:
    """The keywords of these schemes that a paper has, whose text explains these abbreviations. One in several spellings counts
    once."""
    wanted, text = frozenset(schemes), keyed(paper)
    keys = {key for scheme, label in paper.given if scheme in wanted and (key := key_of_words(label))}
    given = Given(frozenset(key for key in keys if f" {key} " in text), 0, stands_for)
    found = frozenset(map(given.written_out, given.found))
    return given._replace(found=found, elsewhere=len(keys) - len(given.found))


def recall(given: Given, phrases: Sequence[str]) -> Recall:
    """How many of these keywords are among the phrases."""
    keys = [*dict.fromkeys(given.written_out(key) for key in map(key_of_words, phrases) if key)]
    exact = len(given.found.intersection(keys))
    return Recall(
        keywords=len(given.found),
        exact=exact,
        contained=sum(any(_is_within(keyword, key) or _is_within(key, keyword) for key in keys) for keyword in given.found),
        phrases=len(keys),
        right=exact,
        words=sum(key.count(" ") + 1 for key in keys),
    )


def _is_within(short: str, long: str) -> bool:
    return f" {short} " in f" {long} "

"""Which parts of the runs of words of one text may be topics, and what is seen of each."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.topics.phrase_text import word_lists
from graph.topics.phrase_words import LONGEST_PHRASE, Word, inseparable, topics_in

TITLE_WEIGHT = 2
Run = Sequence[Word]
Part = tuple[int, int, str]
"""Where it begins and ends in its run, and its key."""


class KeyFacts(NamedTuple):
    """What is known of a phrase by its key alone: its words, as `parts`; `is_weak_end`: it ends in a word that seldom ends a
    topic; `is_of_participle`: it begins with one in -ed."""

    parts: tuple[str, ...]
    words: int
    is_weak_end: bool
    is_of_participle: bool


class Seen:
    """What is seen of the phrases of a text, by key. `counts`: their places, those in the title doubly; `alone`: those of single
    words within no longer phrase; `first`: how many words the text has up to the run that has it first; `closed`: those behind
    which, somewhere, nothing follows that may belong to a topic; `nested`: each within a longer one. `heads`: terms that begin
    with an ordinary adjective, with what they are a kind of, "language model" of "large language model". `length`: all words."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.alone: dict[str, int] = {}
        self.first: dict[str, int] = {}
        self.closed: set[str] = set()
        self.nested: set[tuple[str, str]] = set()
        self.heads: dict[str, str] = {}
        self.parts: list[tuple[Run, Sequence[Part]]] = []
        self.length = 0

    def add(self, run: Run, in_title: bool, own_terms: Collection[str]) -> None:
        """Count the parts of one more run that may be topics."""
        self.length += len(run)
        weight = TITLE_WEIGHT if in_title else 1
        if len(run) == 1:
            self._add_word(run, weight)
            return
        parts = [*topics_in(run, LONGEST_PHRASE, in_title, own_terms)]
        if not parts:
            return
        counts, closed_at = self.counts, _closed_at(run)
        for start, end, key in parts:
            counts[key] = counts.get(key, 0) + weight
            if end >= closed_at:
                self.closed.add(key)
            if run[start].role == "weak" and end - start > 2:
                self.heads.setdefault(key, " ".join(word.key for word in run[start + 1 : end]))
        self._note(run, parts, weight)

    def _add_word(self, run: Run, weight: int) -> None:
        key = run[0].in_title if weight == TITLE_WEIGHT else run[0].in_text
        if key:
            self.counts[key] = self.counts.get(key, 0) + weight
            self.alone[key] = self.alone.get(key, 0) + weight
            self.closed.add(key)
            if key not in self.first:
                self.first[key] = self.length
            if run[0].acronym or run[0].capital:
                self.parts.append((run, ((0, 1, key),)))

    def _note(self, run: Run, parts: Sequence[Part], weight: int) -> None:
        """Where parts come first, which are alone, and which are in longer ones."""
        first, nested = self.first, self.nested
        for start, end, key in parts:
            if key not in first:
                first[key] = self.length
            is_alone = end - start == 1
            for other_start, other_end, other in parts:
                if other_start <= start and end <= other_end and other_end - other_start > end - start:
                    nested.add((key, other))
                    is_alone = False
            if is_alone:
                self.alone[key] = self.alone.get(key, 0) + weight
        self.parts.append((run, parts))


def _closed_at(run: Run) -> int:
    """Where nothing follows that may belong to a topic: before the last words that end none, but within no inseparable term."""
    closed_at = len(run)
    while closed_at and run[closed_at - 1].weak_end:
        if closed_at > 1 and (run[closed_at - 2].key, run[closed_at - 1].key) in inseparable():
            break
        closed_at -= 1
    return closed_at


@lru_cache(maxsize=65536)
def key_facts(key: str) -> KeyFacts:
    """What is known of a phrase by its key alone."""
    parts = tuple(key.split())
    return KeyFacts(parts, len(parts), parts[-1] in word_lists()["weak end"], parts[0].endswith("ed"))

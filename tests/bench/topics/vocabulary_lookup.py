"""Terms of the Computer Science Ontology that stand in a text: the method of the syntactic module of the CSO Classifier.

(Salatino, Osborne, Thanapalasingam & Motta 2019, "The CSO Classifier: ontology-driven detection of research topics in scholarly
articles".) As there: parts of three, two and one words, a term where they are alike by Levenshtein to nine tenths and in their
first four letters, a shorter part only outside a longer one that is a term, and the primary label for all that are equivalent.
Other than there: the root verbs of sentences are not taken away, for which it needs a language model; parts stay within a clause
where it keeps them between stop words; and terms are ranked by how often they stand in the text, then by where, while it gives
all of them without an order. Its semantic module, with vectors of words, is not followed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from graph.topics.phrase_text import clauses
from graph.topics.vocabularies import vocabularies

SCHEME = "cso"
LONGEST = 3
LEAST_ALIKE = 0.9
_BLOCK = 4


def terms_in(text: str, most: int | None = None) -> list[str]:
    """The primary labels of the terms in a text, the commonest first, then the one that stands first; at most so many."""
    counts: dict[str, int] = {}
    for clause in clauses(text, is_title=False):
        for term in _terms_of_clause([word.lower() for word in clause.words]):
            counts[term] = counts.get(term, 0) + 1
    return sorted(counts, key=lambda term: -counts[term])[:most]


def _terms_of_clause(words: Sequence[str]) -> Iterator[str]:
    taken: set[int] = set()
    for size in range(LONGEST, 0, -1):
        found: list[int] = []
        for start in range(len(words) - size + 1):
            if taken.isdisjoint(range(start, start + size)) and (terms := _like(" ".join(words[start : start + size]))):
                found += range(start, start + size)
                yield from terms
        taken.update(found)


@lru_cache(maxsize=1 << 20)
def _like(part: str) -> tuple[str, ...]:
    """The terms that are so much alike, by their primary labels."""
    block = _blocks().get(part[:_BLOCK], {})
    alike = process.extract(part, block.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST_ALIKE, limit=None)
    return tuple(dict.fromkeys(block[label] for label, _, _ in alike))


@cache
def _blocks() -> dict[str, dict[str, str]]:
    """The primary labels by all labels, by their first letters."""
    blocks: defaultdict[str, dict[str, str]] = defaultdict(dict)
    [ontology] = [vocabulary for vocabulary in vocabularies() if vocabulary.scheme == SCHEME]
    for term in ontology.terms.values():
        for label in (term.label, *term.spellings):
            blocks[label[:_BLOCK].lower()][label.lower()] = term.label
    return dict(blocks)

"""What the text of one paper offers as topics, found in its title and abstract alone, so that the order of loading changes
nothing: the few phrases that say best what it is about, and all terms that it uses. Which of them are topics of a graph, all
papers of it decide together (`choosing`).

The method is the C-value of Frantzi, Ananiadou & Mima (2000, "Automatic recognition of multi-word terms"), with the logarithm of
the length plus one so that single words can count (Barrón-Cedeño et al. 2009), over candidates delimited as in RAKE (Rose et al.
2010, "Automatic keyword extraction from individual documents"): runs of words between stop words and punctuation. For want of
other papers to compare with, word lists (`phrase_words.txt`) say which words begin, end or are not a topic, and, as in YAKE
(Campos et al. 2020), capitals inside sentences, an early place and a place in the title count for a phrase.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.topics.abbreviations import expanded
from graph.topics.phrase_text import Clause, clauses, without_markup, word_lists
from graph.topics.phrase_words import Word, general_phrases, known_terms, role, runs, signs_of, word_of
from graph.topics.run_topics import TITLE_WEIGHT, KeyFacts, Seen, key_facts
from graph.word_keys import LONGEST_ACRONYM, key_of

_PROPER_BONUS = 1.2
_PROPER_NAME_BONUS = 1.8
_EARLY_BONUS = 0.3
_WEAK_END_PENALTY = 0.5
_LONGEST_ONCE = 3
_LONG_ONCE = 0.85
_PARTICIPLE_ONCE = 0.7
_SINGLE_WORD_COUNT = 3
_ALONE_OF_PEOPLE = 2
_HALF_SCORE = 4.0
_MOST_TERMS = 48
_OF_WORDS = (0.0, *(math.log2(words + 1) for words in range(1, 4)))
_HYPHENATED = re.compile(
    r"\b(?:(self|cross) (?=\w)(?!attention)|(?<=\w) (?=(?:based|aware|driven|free|specific|oriented|guided|preserving)\b))"
)
_PEOPLE_OF = re.compile(r".{2,}(?:ian|ean|ese|ish|can)$")
_CAPITAL_SIGN = re.compile("[A-Z]+")


class Phrase(NamedTuple):
    """A derived topic: `key` is equal for all spellings of it, `label` is for reading, `score` is between 0 and 1."""

    key: str
    label: str
    score: float


class Term(NamedTuple):
    """A phrase that a paper uses as a term: `key` as of a Phrase, `score` how much of the paper is about it, between 0 and 1."""

    key: str
    score: float


class TextTopics(NamedTuple):
    """What a text offers: `phrases` say best what it is about, `terms` are all that it uses, these included; the best first.
    `abbreviations` are the keys of those that it explains, each with the key of what it stands for."""

    phrases: tuple[Phrase, ...]
    terms: tuple[Term, ...]
    abbreviations: tuple[tuple[str, str], ...]

    def properties(self) -> dict[str, object]:
        """What a paper keeps of it besides the phrases: terms, term_scores, abbreviations (as "short=long"); None for nothing."""
        return {
            "terms": [term.key for term in self.terms] or None,
            "term_scores": [term.score for term in self.terms] or None,
            "abbreviations": [f"{short}={full}" for short, full in self.abbreviations] or None,
        }


class _Clause(NamedTuple):
    """A clause by its words, with their signs, and how many of its capitals say nothing."""

    words: Sequence[Word]
    signs: str
    opening: int


class _Candidates(NamedTuple):
    """What a text offers. By key, facts, and `weights`: what one place of each counts for. `proper` are words that are written
    with capitals wherever these say something."""

    seen: Seen
    facts: Mapping[str, KeyFacts]
    weights: Mapping[str, float]
    proper: Collection[str]


def phrases(title: str | None, abstract: str | None, limit: int = 8) -> tuple[Phrase, ...]:
    """The up to `limit` phrases that say best what a paper is about, best first.

    Depends on the two texts only, and is the same every time. Scores compare phrases within a paper and between papers of like
    length. Text in languages whose function words are not known gives fewer and rougher phrases; no text gives none.
    """
    return text_topics(title, abstract, limit).phrases


def text_topics(title: str | None, abstract: str | None, limit: int = 8) -> TextTopics:
    """Those phrases, and the terms of the text: a word by itself is one where it stands in no longer phrase."""
    title_text, text, explained = expanded(without_markup(title or ""), without_markup(abstract or ""))
    in_title = _clauses(clauses(title_text, _is_title_case(title_text)))
    in_text = _clauses(clauses(text, is_title=False))
    own_terms = {_key(full) for _, full in explained if " " in full and role(full.split()[0]) == "weak"}
    candidates = _candidates(in_title, in_text, own_terms)
    best = tuple(_best(candidates, limit))
    abbreviations = sorted({(key_of(short), _key(full)) for short, full in explained})
    return TextTopics(best, _with_phrases(best, _terms(candidates)), tuple(abbreviations))


def _clauses(found: Iterable[Clause]) -> list[_Clause]:
    with_words = (([*map(word_of, clause.words)], clause.opening) for clause in found)
    return [_Clause(words, signs_of(words), opening) for words, opening in with_words]


def _key(words: str) -> str:
    return " ".join(map(key_of, words.split()))


def _with_phrases(best: tuple[Phrase, ...], terms: list[Term]) -> tuple[Term, ...]:
    """The best terms, the phrases among them: no phrase is less of a term than it is a phrase."""
    least, scores = {phrase.key for phrase in best}, dict(terms)
    as_terms = (Term(phrase.key, max(phrase.score, scores.get(phrase.key, 0.0))) for phrase in best)
    others = [term for term in terms if term.key not in least][: _MOST_TERMS - len(least)]
    return tuple(sorted((*as_terms, *others), key=_by_score))


def _by_score(term: Term) -> tuple[float, str]:
    return -term.score, term.key


def _terms(candidates: _Candidates) -> list[Term]:
    """The terms of a text, the best first."""
    found = []
    seen, proper, facts = candidates.seen, candidates.proper, candidates.facts
    for key, count in seen.counts.items():
        if key in seen.closed or key in proper:
            if facts[key].words == 1:
                count = seen.alone.get(key, 0)
            if count:
                raw = count * candidates.weights[key]
                found.append(Term(key, round(raw / (raw + _HALF_SCORE), 3)))
    found.sort(key=_by_score)
    return found


def _is_title_case(title: str) -> bool:
    """Whether capitals in this title say nothing: fewer than two longer words begin small."""
    return sum(len(word) > 3 and word.islower() and role(word) != "break" for word in title.split()) < 2


def _proper_words(all_clauses: Iterable[_Clause]) -> set[str]:
    """The keys of words that are written with capitals wherever a capital says something.

    Capitals on ordinary nouns ("the method of Stochastic Gradient Descent") say nothing of them and their neighbours.
    """
    proper: set[str] = set()
    common: set[str] = set()
    for words, signs, opening in all_clauses:
        common.update([word.key for word in words if word.small])
        for found in _CAPITAL_SIGN.finditer(signs):
            capitals: list[Word] = []
            for position in range(*found.span()):
                word = words[position]
                if not word.acronym and position >= opening:
                    capitals.append(word)
                    continue
                proper.update(_names(capitals))
                capitals = []
                if word.acronym and not (position < opening and word.text.isupper() and len(word.text) > LONGEST_ACRONYM):
                    proper.add(word.key)
            proper.update(_names(capitals))
    return {key for key in proper - common if any(c.isalpha() for c in key)}


def _names(capitals: Sequence[Word]) -> Iterable[str]:
    return () if any(word.ordinary for word in capitals) else (word.key for word in capitals)


def _candidates(in_title: Sequence[_Clause], in_text: Sequence[_Clause], own_terms: Collection[str]) -> _Candidates:
    """Every part of a run that may be a topic, with what is seen of it."""
    seen = Seen()
    for some in (in_title, in_text):
        for words, signs, _ in some:
            for run in runs(words, signs):
                seen.add(run, some is in_title, own_terms)
    facts = {key: key_facts(key) for key in seen.counts}
    proper = _proper_words([*in_title, *in_text])
    length = max(seen.length, 1)
    weights = {key: _weight(facts[key], count, seen.first[key] / length, proper) for key, count in seen.counts.items()}
    return _Candidates(seen, facts, weights, proper)


def _best(candidates: _Candidates, limit: int) -> Iterator[Phrase]:
    seen, facts, proper = candidates.seen, candidates.facts, candidates.proper
    counts = {key: count for key, count in seen.counts.items() if _is_whole(key, count, candidates)}
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for key, other in seen.nested:
        if key in counts and other in counts and seen.heads.get(other) != key:
            longer[key].append(other)
    scored = []
    for key, count in counts.items():
        others = longer.get(key)
        value = count - sum([counts[other] for other in others]) / len(others) if others else count
        if value > 0 and _is_strong(key, count, seen.alone.get(key, 0), facts[key], proper):
            scored.append((-candidates.weights[key] * value, key))
    scored.sort()
    chosen: list[str] = []
    for raw, key in scored:
        if len(chosen) == limit:
            return
        if not any(_adds_nothing(key, other, counts) for other in chosen if seen.heads.get(other) != key):
            chosen.append(key)
            yield Phrase(key, _label(key, candidates), round(raw / (raw - _HALF_SCORE), 3))


def _adds_nothing(key: str, chosen: str, counts: Mapping[str, int]) -> bool:
    """Whether the phrase is hardly ever seen but inside a chosen one, or is the beginning of one."""
    if key not in chosen:
        return False
    seldom = 1 if chosen.startswith(f"{key} ") else 0
    return f" {key} " in f" {chosen} " and counts[key] - counts[chosen] <= seldom


def _is_whole(key: str, count: int, candidates: _Candidates) -> bool:
    """Whether the phrase stands without a following noun somewhere (the "stochastic gradient" of a "stochastic gradient descent"
    does not), and, where it is long, more than once."""
    words = candidates.facts[key].words
    if words > _LONGEST_ONCE and count < TITLE_WEIGHT:
        return False
    return key in candidates.seen.closed or (words == 1 and key in candidates.proper)


def _is_strong(key: str, count: int, alone: int, facts: KeyFacts, proper: Collection[str]) -> bool:
    """Whether the phrase may be a topic: single words need a capital or many mentions, weak ends many mentions. What people are
    called is one where it stands alone: a language."""
    if facts.is_weak_end:
        return facts.words > 1 and count >= 2
    if facts.words > 1:
        return key not in general_phrases()
    if key in proper:
        return len(key) > 2 and (alone >= _ALONE_OF_PEOPLE or not _PEOPLE_OF.match(key))
    if key.endswith("ing") and key not in word_lists()["nouns"]:
        return False
    return count >= _SINGLE_WORD_COUNT and len(key) > 3 and key not in word_lists()["general"]


def _weight(facts: KeyFacts, count: int, how_far: float, proper: Collection[str]) -> float:
    """What one place of a phrase counts for that begins so far (0 to 1) into the text."""
    weight = _OF_WORDS[min(facts.words, 3)] * (1 + _EARLY_BONUS * (1 - how_far))
    if proper and any(part in proper for part in facts.parts):
        weight *= _PROPER_BONUS if facts.words > 1 else _PROPER_NAME_BONUS
    if facts.is_weak_end:
        weight *= _WEAK_END_PENALTY
    if count < TITLE_WEIGHT:
        weight *= _LONG_ONCE if facts.words == _LONGEST_ONCE else 1.0
        weight *= _PARTICIPLE_ONCE if facts.is_of_participle else 1.0
    return weight


def _label(key: str, candidates: _Candidates) -> str:
    """The key as a reader wants it: proper names and abbreviations with the text's own capitals, the rest small and singular."""
    if key in known_terms():
        return known_terms()[key]
    label = f" {key} "
    for word, forms in _capitals(key, candidates).items():
        text = min(forms, key=lambda form: (-forms[form], form))
        singular = text[: len(word)] if text.casefold().startswith(word) else text
        label = label.replace(f" {word} ", f" {singular} ")
    return _hyphenated(label.strip())


def _capitals(key: str, candidates: _Candidates) -> Mapping[str, Counter[str]]:
    """The words of a phrase that are written with capitals for a reason, by key, and how often they are how."""
    found: dict[str, Counter[str]] = {}
    for run, parts in candidates.seen.parts:
        for start, end, other in parts:
            for word in run[start:end] if other == key else ():
                if (word.capital or word.acronym) and (word.acronym or _is_named(word.key, candidates.proper)):
                    found.setdefault(word.key, Counter())[word.text] += 1
    return found


def _is_named(key: str, proper: Collection[str]) -> bool:
    return key in proper or key in word_lists()["always capital"]


@lru_cache(maxsize=65536)
def _hyphenated(label: str) -> str:
    return _HYPHENATED.sub(lambda match: f"{match[1] or ''}-", label) if " " in label else label

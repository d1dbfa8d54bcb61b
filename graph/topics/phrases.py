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
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.topics.abbreviations import expanded
from graph.topics.phrase_text import clauses, is_acronym, key_of, without_markup, word_lists
from graph.topics.phrase_words import Word, known_terms, role, runs, topics_in, word_of

LONGEST_PHRASE = 4
_TITLE_WEIGHT = 2.0
_PROPER_BONUS = 1.2
_PROPER_NAME_BONUS = 1.8
_EARLY_BONUS = 0.3
_WEAK_END_PENALTY = 0.5
_LONGEST_ONCE = 3
_LONG_ONCE = 0.85
_PARTICIPLE_ONCE = 0.7
_SINGLE_WORD_COUNT = 3.0
_HALF_SCORE = 4.0
_LONGEST_ACRONYM = 6
_MOST_TERMS = 48
_HYPHENATED = re.compile(
    r"\b(?:(self|cross) (?=\w)(?!attention)|(?<=\w) (?=(?:based|aware|driven|free|specific|oriented|guided|preserving)\b))"
)
_PEOPLE_OF = re.compile(r".{2,}(?:ian|ean|ese|ish|can)$")


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


@dataclass(slots=True)
class _Candidate:
    """What was seen of one candidate phrase: `count` its places, those in the title doubly, `alone` those within no longer one.
    `places` are the runs in which it stands, with start and end. `head` is what a term that begins with an ordinary adjective is
    a kind of: "language model" of "large language model", which is said of both, where it is more than a word."""

    words: int
    first: int
    count: float = 0.0
    alone: float = 0.0
    weak_end: bool = False
    closed: bool = False
    head: str | None = None
    places: list[tuple[Sequence[Word], int, int]] = field(default_factory=list)
    within: set[str] = field(default_factory=set)


def phrases(title: str | None, abstract: str | None, limit: int = 8) -> tuple[Phrase, ...]:
    """The up to `limit` phrases that say best what a paper is about, best first.

    Depends on the two texts only, and is the same every time. Scores compare phrases within a paper and between papers of like
    length. Text in languages whose function words are not known gives fewer and rougher phrases; no text gives none.
    """
    return text_topics(title, abstract, limit).phrases


def text_topics(title: str | None, abstract: str | None, limit: int = 8) -> TextTopics:
    """Those phrases, and the terms of the text: a word by itself is one where it stands in no longer phrase."""
    title_text, text, explained = expanded(without_markup(title or ""), without_markup(abstract or ""))
    in_title = [([*map(word_of, words)], opening) for words, opening in clauses(title_text, _is_title_case(title_text))]
    in_text = [([*map(word_of, words)], opening) for words, opening in clauses(text, is_title=False)]
    proper = _proper_words([*in_title, *in_text])
    own_terms = {_key(full) for _, full in explained if " " in full and role(full.split()[0]) == "weak"}
    candidates: dict[str, _Candidate] = {}
    place = 0
    for number, (words, _) in enumerate([*in_title, *in_text]):
        for run in runs(words):
            place += len(run)
            _count(run, place, number < len(in_title), candidates, own_terms)
    length = max(place, 1)
    best = tuple(_best(candidates, proper, length, limit))
    abbreviations = sorted({(key_of(short), _key(full)) for short, full in explained})
    return TextTopics(best, _with_phrases(best, _terms(candidates, proper, length)), tuple(abbreviations))


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


def _terms(candidates: Mapping[str, _Candidate], proper: set[str], length: int) -> list[Term]:
    """The terms of a text, the best first."""
    found = []
    for key, candidate in candidates.items():
        count = candidate.alone if candidate.words == 1 else candidate.count
        if count and (candidate.closed or key in proper):
            raw = count * _weight(key, candidate, proper, length)
            found.append(Term(key, round(raw / (raw + _HALF_SCORE), 3)))
    return sorted(found, key=_by_score)


def _is_title_case(title: str) -> bool:
    """Whether capitals in this title say nothing: fewer than two longer words begin small."""
    return sum(len(word) > 3 and word.islower() and role(word) != "break" for word in title.split()) < 2


def _proper_words(all_clauses: Iterable[tuple[Sequence[Word], int]]) -> set[str]:
    """The keys of words that are written with capitals wherever a capital says something.

    Capitals on ordinary nouns ("the method of Stochastic Gradient Descent") say nothing of them and their neighbours.
    """
    proper: set[str] = set()
    common: set[str] = set()
    for words, opening in all_clauses:
        capitals: list[Word] = []
        for position, word in enumerate(words):
            if word.capital and position >= opening and not word.acronym:
                capitals.append(word)
                continue
            if capitals:
                proper.update(_names(capitals))
                capitals = []
            if word.small:
                common.add(word.key)
            elif word.acronym and not (position < opening and word.text.isupper() and len(word.text) > _LONGEST_ACRONYM):
                proper.add(word.key)
        proper.update(_names(capitals))
    return {key for key in proper - common if any(c.isalpha() for c in key)}


def _names(capitals: Sequence[Word]) -> Iterable[str]:
    return () if any(word.ordinary for word in capitals) else (word.key for word in capitals)


def _count(
    run: Sequence[Word], place: int, in_title: bool, candidates: dict[str, _Candidate], own_terms: Collection[str]
) -> None:
    """Count every part of the run that may be a topic, and note which longer parts it stands in."""
    found = list(topics_in(run, LONGEST_PHRASE, in_title, own_terms))
    if not found:
        return
    closed = len(run)
    while closed and run[closed - 1].weak_end:
        closed -= 1
    for start, end, key in found:
        candidate = candidates.get(key)
        if candidate is None:
            candidate = candidates[key] = _Candidate(key.count(" ") + 1, place, head=_head(run[start:end]))
        candidate.count += _TITLE_WEIGHT if in_title else 1.0
        candidate.closed |= end >= closed
        candidate.weak_end |= run[end - 1].weak_last
        candidate.places.append((run, start, end))
    if len(found) > 1:
        _note_longer(found, candidates)
    for start, end, key in found:
        if end - start == 1 and not any(first <= start < last and last - first > 1 for first, last, _ in found):
            candidates[key].alone += _TITLE_WEIGHT if in_title else 1.0


def _head(words: Sequence[Word]) -> str | None:
    return " ".join(word.key for word in words[1:]) if words[0].role == "weak" and len(words) > 2 else None


def _note_longer(found: Sequence[tuple[int, int, str]], candidates: Mapping[str, _Candidate]) -> None:
    ends: dict[int, list[tuple[int, str]]] = {}
    for start, end, key in found:
        ends.setdefault(start, []).append((end, key))
    for start, end, key in found:
        for other_start in range(max(0, end - LONGEST_PHRASE), start + 1):
            for other_end, longer in ends.get(other_start, ()):
                is_longer = end <= other_end and (other_start, other_end) != (start, end)
                if is_longer and candidates[longer].head != key:
                    candidates[key].within.add(longer)


def _best(candidates: dict[str, _Candidate], proper: set[str], length: int, limit: int) -> Iterator[Phrase]:
    candidates = {key: candidate for key, candidate in candidates.items() if _is_whole(key, candidate, proper)}
    counts = {key: candidate.count for key, candidate in candidates.items()}
    scored = []
    for key, candidate in candidates.items():
        longer = [counts[other] for other in candidate.within if other in counts]
        nested = sum(longer) / len(longer) if longer else 0.0
        value = candidate.count - nested
        if value > 0 and _is_strong(key, candidate, proper):
            weight = _weight(key, candidate, proper, length)
            scored.append((weight * value, key))
    chosen: list[str] = []
    for raw, key in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
        if len(chosen) == limit:
            return
        if not any(_adds_nothing(key, other, counts) for other in chosen if candidates[other].head != key):
            chosen.append(key)
            yield Phrase(key, _label(key, candidates[key], proper), round(raw / (raw + _HALF_SCORE), 3))


def _adds_nothing(key: str, chosen: str, counts: Mapping[str, float]) -> bool:
    """Whether the phrase is hardly ever seen but inside a chosen one, or is the beginning of one."""
    seldom = 1 if chosen.startswith(f"{key} ") else 0
    return f" {key} " in f" {chosen} " and counts[key] - counts[chosen] <= seldom


def _is_whole(key: str, candidate: _Candidate, proper: set[str]) -> bool:
    """Whether the phrase stands without a following noun somewhere (the "stochastic gradient" of a "stochastic gradient descent"
    does not), and, where it is long, more than once."""
    if candidate.words > _LONGEST_ONCE and candidate.count < _TITLE_WEIGHT:
        return False
    return candidate.closed or (candidate.words == 1 and key in proper)


def _is_strong(key: str, candidate: _Candidate, proper: set[str]) -> bool:
    """Whether the phrase may be a topic: single words need a capital or many mentions, weak ends many mentions."""
    if candidate.weak_end:
        return candidate.words > 1 and candidate.count >= 2
    if candidate.words > 1:
        return True
    if key in proper:
        return len(key) > 2 and not _PEOPLE_OF.match(key)
    return (
        candidate.count >= _SINGLE_WORD_COUNT and len(key) > 3 and key not in word_lists()["general"] and not key.endswith("ing")
    )


def _weight(key: str, candidate: _Candidate, proper: set[str], length: int) -> float:
    weight = math.log2(min(candidate.words, 3) + 1) * (1 + _EARLY_BONUS * (1 - candidate.first / length))
    if any(word in proper for word in key.split()):
        weight *= _PROPER_BONUS if candidate.words > 1 else _PROPER_NAME_BONUS
    if candidate.weak_end:
        weight *= _WEAK_END_PENALTY
    if candidate.count < _TITLE_WEIGHT:
        weight *= _LONG_ONCE if candidate.words == _LONGEST_ONCE else 1.0
        weight *= _PARTICIPLE_ONCE if key.split()[0].endswith("ed") else 1.0
    return weight


def _label(key: str, candidate: _Candidate, proper: set[str]) -> str:
    """The key as a reader wants it: proper names and abbreviations with the text's own capitals, the rest small and singular."""
    if key in known_terms():
        return known_terms()[key]
    capitals: dict[str, Counter[str]] = defaultdict(Counter)
    named = proper | word_lists()["always capital"]
    printed = Counter(tuple(word.text for word in run[start:end]) for run, start, end in candidate.places)
    for form, count in printed.items():
        for text in form:
            if text != text.casefold() and (key_of(text) in named or is_acronym(text)):
                capitals[key_of(text)][text] += count
    label = f" {key} "
    for word, forms in capitals.items():
        text = min(forms, key=lambda form: (-forms[form], form))
        singular = text[: len(word)] if text.casefold().startswith(word) else text
        label = label.replace(f" {word} ", f" {singular} ")
    label = label.strip()
    return _HYPHENATED.sub(lambda match: f"{match[1] or ''}-", label) if " " in label else label

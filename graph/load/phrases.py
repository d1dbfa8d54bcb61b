"""Topics of one paper, found in its title and abstract alone, so that the order of loading changes nothing.

The method is the C-value of Frantzi, Ananiadou & Mima (2000, "Automatic recognition of multi-word terms"), with the logarithm of
the length plus one so that single words can count (Barrón-Cedeño et al. 2009), over candidates delimited as in RAKE (Rose et al.
2010, "Automatic keyword extraction from individual documents"): runs of words between stop words and punctuation. For want of
other papers to compare with, word lists (`phrase_words.txt`) say which words begin, end or are no topic, and, as in YAKE (Campos
et al. 2020), capitals inside sentences, an early place and a place in the title count for a phrase.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.load.phrase_text import Word, clauses, is_acronym, key_of, without_markup, word_lists
from graph.load.phrase_words import is_junk, is_ordinary, may_end, role, runs

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
_DEFINED = re.compile(r"\(\s*([A-Z][\w-]{1,9})\s*\)")
_DEFINITION_LENGTH = 120
_HYPHENATED = re.compile(
    r"\b(?:(self|cross) (?=\w)(?!attention)|(?<=\w) (?=(?:based|aware|driven|free|specific|oriented|guided|preserving)\b))"
)
_PEOPLE_OF = re.compile(r".{2,}(?:ian|ean|ese|ish|can)$")


class Phrase(NamedTuple):
    """A derived topic: `key` is equal for all spellings of it, `label` is for reading, `score` is between 0 and 1."""

    key: str
    label: str
    score: float


@dataclass
class _Candidate:
    """What was seen of one candidate phrase."""

    words: int
    first: int
    count: float = 0.0
    weak_end: bool = False
    in_title: bool = False
    closed: bool = False
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    within: set[str] = field(default_factory=set)


def phrases(title: str | None, abstract: str | None, limit: int = 8) -> tuple[Phrase, ...]:
    """The up to `limit` phrases that say best what a paper is about, best first.

    Depends on the two texts only, and is the same every time. Scores compare phrases within a paper and between papers of like
    length. Text in languages whose function words are not known gives fewer and rougher phrases; no text gives none.
    """
    title_text, text = _expanded(without_markup(title or ""), without_markup(abstract or ""))
    in_title = list(clauses(title_text, is_title=_is_title_case(title_text)))
    in_text = list(clauses(text, is_title=False))
    proper = _proper_words([*in_title, *in_text])
    candidates: dict[str, _Candidate] = {}
    place = 0
    for number, clause in enumerate([*in_title, *in_text]):
        for run in runs(clause):
            place += len(run)
            _count(run, place, number < len(in_title), candidates)
    return tuple(_best(candidates, proper, max(place, 1), limit))


def _expanded(title: str, text: str) -> tuple[str, str]:
    """The texts with abbreviations that they define written out: "SGD" after "stochastic gradient descent (SGD)"."""
    whole = f"{title} . {text}"
    for match in _DEFINED.finditer(whole):
        short = match[1].rstrip("s")
        words = re.findall(r"\S+", whole[max(0, match.start() - _DEFINITION_LENGTH) : match.start()])[-len(short) :]
        full = _definition(words, short.casefold())
        if full:
            pattern = re.compile(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])")
            bracketed = re.compile(rf"\(\s*{re.escape(short)}s?\s*\)")
            title, text = (pattern.sub(full, bracketed.sub(" ", some)) for some in (title, text))
    return title, text


def _definition(words: Sequence[str], letters: str) -> str | None:
    """The last of the words whose initials are the letters, if all of them may stand in a topic."""
    for start in range(len(words)):
        initials = "".join(part[0] for word in words[start:] for part in word.split("-") if part).casefold()
        if initials == letters and len(letters) > 1 and all(role(word) != "break" for word in words[start:]):
            return " ".join(word if is_acronym(word) else word.lower() for word in words[start:])
    return None


def _is_title_case(title: str) -> bool:
    """Whether capitals in this title say nothing: fewer than two longer words begin small."""
    return sum(len(word) > 3 and word.islower() and role(word) != "break" for word in title.split()) < 2


def _proper_words(all_clauses: Iterable[Sequence[Word]]) -> set[str]:
    """The keys of words that are written with capitals wherever a capital says something.

    Capitals on ordinary nouns ("the method of Stochastic Gradient Descent") say nothing of them and their neighbours.
    """
    proper: set[str] = set()
    common: set[str] = set()
    for clause in all_clauses:
        run: list[Word] = []
        for word in (*clause, None):
            if word and word.text[0].isupper() and not word.opens and not is_acronym(word.text):
                run.append(word)
                continue
            if not any(is_ordinary(capital.key) for capital in run):
                proper.update(capital.key for capital in run)
            run = []
            if word and is_acronym(word.text) and not (word.opens and word.text.isupper() and len(word.text) > _LONGEST_ACRONYM):
                proper.add(word.key)
            elif word and word.text.islower():
                common.add(word.key)
    return {key for key in proper - common if any(c.isalpha() for c in key)}


def _count(run: Sequence[Word], place: int, in_title: bool, candidates: dict[str, _Candidate]) -> None:
    """Count every part of the run that may be a topic, and note which longer parts it stands in."""
    found: list[tuple[int, int, str]] = []
    for start in range(len(run)):
        if role(run[start].text) == "weak":
            continue
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(run)) + 1):
            words = run[start:end]
            key = " ".join(word.key for word in words)
            size = key.count(" ") + 1
            if size <= LONGEST_PHRASE + 1 and _ends_well(words[-1], in_title) and not is_junk(words):
                found.append((start, end, key))
                candidate = candidates.setdefault(key, _Candidate(size, place))
                candidate.count += _TITLE_WEIGHT if in_title else 1.0
                candidate.in_title |= in_title
                candidate.closed |= all(word.key in word_lists()["weak end"] for word in run[end:])
                candidate.weak_end |= words[-1].key.split()[-1] in word_lists()["weak end"]
                candidate.forms[tuple(word.text for word in words)] += 1
    ends: dict[int, list[tuple[int, str]]] = {}
    for start, end, key in found:
        ends.setdefault(start, []).append((end, key))
    for start, end, key in found:
        for other_start in range(max(0, end - LONGEST_PHRASE), start + 1):
            for other_end, longer in ends.get(other_start, ()):
                if end <= other_end and (other_start, other_end) != (start, end):
                    candidates[key].within.add(longer)


def _ends_well(word: Word, in_title: bool) -> bool:
    """As `may_end`, but what ends in -ing in a title ("Protein Folding") is taken for a noun."""
    return may_end(word) or (in_title and word.key.endswith("ing"))


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
        if not any(_adds_nothing(key, other, counts) for other in chosen):
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
    capitals: dict[str, Counter[str]] = defaultdict(Counter)
    named = proper | word_lists()["always capital"]
    for form, count in candidate.forms.items():
        for text in form:
            if text != text.casefold() and (key_of(text) in named or is_acronym(text)):
                capitals[key_of(text)][text] += count
    label = f" {key} "
    for word, forms in capitals.items():
        text = min(forms, key=lambda form: (-forms[form], form))
        singular = text[: len(word)] if text.casefold().startswith(word) else text
        label = label.replace(f" {word} ", f" {singular} ")
    return _HYPHENATED.sub(lambda match: f"{match[1] or ''}-", label.strip())

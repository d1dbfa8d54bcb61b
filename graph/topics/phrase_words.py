"""Which words may begin, end or break a topic, by `phrase_words.txt` and by their endings.

All of it depends on the printed word alone, so it is worked out once for each word of the language, not for each of its places.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from graph.topics.phrase_text import is_acronym, word_lists
from graph.word_keys import key_of

_LONGEST_WORD = 40
_ADJECTIVE = re.compile(r".{3,}(?:al|ive|ous|ic|able|ible|ary|less|ful)$")
LONGEST_PHRASE = 4
_NAMES_LIKE_FUNCTION_WORDS = frozenset({"WHO"})
"""Function words in capitals stand in headings; this is an organisation."""
IN_S = "$"
_RUN = re.compile(r"[sS][wWpP$]*|[wWpP$]+")
"""Participles ("start") begin a run, weak and plain words and those in -s go on with it."""
_COMMON_NOUN = re.compile(r".{3,}(?:tion|sion|ment|ing|ity|ness|ics|ism|sis|ance|ence|ency|acy|ology|graphy)$")


class Word(NamedTuple):
    """A printed word and what is known of it wherever it stands.

    `parts` are the key's own words, `role` is as `role` tells. `ends`: a topic may end in it; `in_ing`: its key ends in -ing;
    `begins_alone`: as a first word it leaves no topic with others behind it. `weak_end`: its key is one of a weak end.
    `spoils`: no topic has it; `says_nothing`: with none but such words there is no topic.
    `opens_term`: known terms begin with it, though it begins no topic otherwise. `capital`, `small`, `acronym`: how it is
    written; `ordinary`: no name whatever capital it has. `sign` is one letter for what tells runs and names apart, so that a
    clause can be searched as a string of them: role, in -s (a verb or a plural), capitals. `in_title`, `in_text`: its key, where
    by itself it may be a topic there.
    """

    text: str
    key: str
    parts: tuple[str, ...]
    role: str
    ends: bool
    in_ing: bool
    begins_alone: bool
    weak_end: bool
    spoils: bool
    says_nothing: bool
    opens_term: bool
    capital: bool
    small: bool
    acronym: bool
    ordinary: bool
    sign: str
    in_title: str | None = None
    in_text: str | None = None


@lru_cache(maxsize=65536)
def word_of(text: str) -> Word:
    """What is known of a printed word."""
    word = _word(text)
    return word._replace(in_title=_key_alone(word, in_title=True), in_text=_key_alone(word, in_title=False))


def _key_alone(word: Word, in_title: bool) -> str | None:
    return next((key for _, _, key in topics_in([word], LONGEST_PHRASE, in_title)), None)


def _word(text: str) -> Word:
    lists, key = word_lists(), key_of(text)
    parts = tuple(key.split())
    return Word(
        text=text,
        key=key,
        parts=parts,
        role=role(text),
        ends=_may_end(text, parts[-1]),
        in_ing=key.endswith("ing"),
        begins_alone=key.endswith("ing") and key not in lists["nouns"],
        weak_end=key in lists["weak end"],
        spoils=any(part in lists["weak anywhere"] for part in parts),
        says_nothing=all(part in lists["weak end"] or part in lists["weak start"] or not part[0].isalpha() for part in parts),
        opens_term=role(text) == "weak" and key in _first_words_of_terms(),
        capital=text[0].isupper(),
        small=text.islower(),
        acronym=is_acronym(text),
        ordinary=_is_ordinary(key),
        sign=_sign(text, key),
    )


def _sign(text: str, key: str) -> str:
    """The role by its first letter, a capital for a word with capitals at its beginning or inside; `IN_S` for one in -s that may
    be a verb or a plural."""
    kind = role(text)
    if kind in ("weak", "plain") and text.islower() and text.endswith("s") and "-" not in text and key + "s" == text:
        return IN_S
    return kind[0].upper() if text[0].isupper() or is_acronym(text) else kind[0]


def _is_ordinary(key: str) -> bool:
    lists = word_lists()
    return key in lists["general"] or key in lists["weak end"] or _COMMON_NOUN.match(key) is not None


@cache
def known_terms() -> dict[str, str]:
    """Terms that begin with a word that begins none otherwise, "large language model": how they are spelt, by their keys."""
    return {" ".join(map(key_of, term.split())): term for term in sorted(word_lists()["terms"])}


@cache
def general_phrases() -> frozenset[str]:
    """What whole fields say, and no paper is about, by keys."""
    return frozenset(" ".join(map(key_of, phrase.split())) for phrase in word_lists()["general phrases"])


@cache
def inseparable() -> frozenset[tuple[str, str]]:
    """Pairs of words, by keys, of which the first ends no topic where the second follows: "language model"."""
    pairs = (term.split() for term in word_lists()["inseparable"])
    return frozenset((key_of(first), key_of(last)) for first, last in pairs)


@cache
def _first_words_of_terms() -> frozenset[str]:
    """What known terms begin with: their first words, and, as a word with hyphens has several in its key, their first few."""
    return frozenset(" ".join(words[:count]) for words in map(str.split, known_terms()) for count in range(1, len(words) + 1))


@cache
def _verb_forms() -> frozenset[str]:
    forms = set()
    for verb in word_lists()["verbs"]:
        stem = verb[:-1] if verb.endswith("e") else verb
        forms |= {verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
        if verb.endswith("y"):
            forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    irregular = word_lists()["irregular verbs"]
    return frozenset(forms | irregular) - word_lists()["nouns"]


@lru_cache(maxsize=65536)
def role(text: str) -> str:
    """What a word may do in a phrase: "break" ends it, "start" may only begin it, "weak" may not begin it, "plain" is free."""
    lists = word_lists()
    lowered = text.casefold()
    key = key_of(lowered)
    if lowered in lists["break"] and text not in _NAMES_LIKE_FUNCTION_WORDS:
        return "break"
    if text.isupper() and 2 < len(text) < _LONGEST_WORD:
        return "plain"
    if lowered in _verb_forms() or len(text) < 2 or len(text) > _LONGEST_WORD or not text[0].isalpha():
        return "break"
    if lowered.endswith("ly") and lowered not in lists["adjective exceptions"] and len(lowered) > 4:
        return "plain" if lowered in lists["domain adverbs"] else "break"
    if lowered in lists["weak start"] or key.split()[0] in lists["weak start"]:
        return "weak"
    if lowered.endswith("ed") and lowered not in lists["adjective exceptions"] and len(lowered) > 4:
        return "start"
    return "plain"


def signs_of(clause: Sequence[Word]) -> str:
    """The signs of the words, one letter each."""
    return "".join([word.sign for word in clause])


def runs(clause: Sequence[Word], signs: str) -> Iterator[Sequence[Word]]:
    """The runs of words of a clause (with its signs) that no breaking word divides. Participles begin a run.

    A word in -s with other words behind it is not part of a compound: after words that can stand alone it is taken for a verb
    ("data augmentation helps training") and breaks, else it is a plural ("networks tolerate noise") and ends a run.
    """
    for found in _RUN.finditer(signs):
        start, end = found.span()
        within = found[0].find(IN_S, 0, -1)
        while within >= 0:
            place = found.start() + within
            is_verb = place - start > 1 and clause[place - 1].ends
            yield clause[start : place if is_verb else place + 1]
            start = place + 1
            within = found[0].find(IN_S, within + 1, -1)
        if start < end:
            yield clause[start:end]


def _may_end(text: str, last: str) -> bool:
    """Whether a topic may end in the word: a noun, as far as its ending tells. Nouns in -ing must be known ones."""
    if last in word_lists()["adjective exceptions"] or is_acronym(text):
        return True
    if last in word_lists()["adjectives"] or _ADJECTIVE.match(last):
        return False
    if last.endswith("ing") and len(last) > 5 and last not in word_lists()["nouns"]:
        return False
    return not (last.endswith(("ed", "ly")) and len(last) > 4) and role(text) != "weak"


def topics_in(
    run: Sequence[Word], longest: int, in_title: bool, own_terms: Collection[str] = ()
) -> Iterator[tuple[int, int, str]]:
    """The parts of a run that may be a topic, as (start, end, key), of at most `longest` words.

    None begins with a weak word, but known terms and the text's own ones (by their keys), or ends in one that may not end a topic
    (in a title a word in -ing, "Protein Folding", is taken for a noun). None is junk: all of it weak, a word in it that spoils
    the rest, a verb in -ing first, a word twice.
    """
    for start, first in enumerate(run):
        if first.role == "weak":
            if first.opens_term or own_terms:
                yield from _terms_from(run, start, longest, own_terms)
            continue
        key, says_nothing = "", True
        parts: tuple[str, ...] = ()
        for end in range(start + 1, min(start + longest, len(run)) + 1):
            word = run[end - 1]
            parts = (*parts, *word.parts)
            # What is wrong now is wrong with more words behind it too.
            if word.spoils or len(parts) > longest + 1 or len(set(parts)) < len(parts):
                break
            if key and first.begins_alone:
                break
            key = f"{key} {word.key}" if key else word.key
            says_nothing = says_nothing and word.says_nothing
            if not says_nothing and (word.ends or (in_title and word.in_ing)):
                yield start, end, key


def _terms_from(run: Sequence[Word], start: int, longest: int, own_terms: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The known terms, and the text's own ones, that begin there."""
    key = ""
    for end in range(start + 1, min(start + longest, len(run)) + 1):
        key = f"{key} {run[end - 1].key}" if key else run[end - 1].key
        if key in known_terms() or key in own_terms:
            yield start, end, key

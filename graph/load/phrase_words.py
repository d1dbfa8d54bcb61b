"""Which words may begin, end or break a topic, by `phrase_words.txt` and by their endings."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from graph.load.phrase_text import Word, is_acronym, key_of, word_lists

_LONGEST_WORD = 40
_ADJECTIVE = re.compile(r".{3,}(?:al|ive|ous|ic|able|ible|ary|less|ful)$")
_COMMON_NOUN = re.compile(r".{3,}(?:tion|sion|ment|ing|ity|ness|ics|ism|sis|ance|ence|ency|acy|ology|graphy)$")


@lru_cache(maxsize=65536)
def is_ordinary(key: str) -> bool:
    """Whether the word with this key is no name even where it has a capital."""
    lists = word_lists()
    return key in lists["general"] or key in lists["weak end"] or _COMMON_NOUN.match(key) is not None


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
    if text.isupper() and 2 < len(text) < _LONGEST_WORD:
        return "plain"
    if (
        lowered in lists["break"]
        or lowered in _verb_forms()
        or len(text) < 2
        or len(text) > _LONGEST_WORD
        or not text[0].isalpha()
    ):
        return "break"
    if lowered.endswith("ly") and lowered not in lists["adjective exceptions"] and len(lowered) > 4:
        return "plain" if lowered in lists["domain adverbs"] else "break"
    if lowered in lists["weak start"] or key.split()[0] in lists["weak start"]:
        return "weak"
    if lowered.endswith("ed") and lowered not in lists["adjective exceptions"] and len(lowered) > 4:
        return "start"
    return "plain"


def runs(clause: Sequence[Word]) -> Iterator[list[Word]]:
    """The runs of words of a clause that no breaking word divides. Participles begin a run.

    A word in -s with other words behind it is no part of a compound: after words that can stand alone it is taken for a verb
    ("data augmentation helps training") and breaks, else it is a plural ("networks tolerate noise") and ends a run.
    """
    run: list[Word] = []
    for position, word in enumerate(clause):
        kind = role(word.text)
        follower = clause[position + 1] if position + 1 < len(clause) else None
        if kind in ("break", "start"):
            if run:
                yield run
            run = [word] if kind == "start" else []
        elif follower and _ends_in_s(word.text) and role(follower.text) in ("plain", "weak"):
            verb = len(run) > 1 and may_end(run[-1])
            yield run if verb else [*run, word]
            run = []
        else:
            run.append(word)
    if run:
        yield run


def _ends_in_s(text: str) -> bool:
    return text.islower() and text.endswith("s") and "-" not in text and key_of(text) + "s" == text


@lru_cache(maxsize=65536)
def may_end(word: Word) -> bool:
    """Whether a topic may end in the word: a noun, as far as its ending tells. Nouns in -ing must be known ones."""
    last = word.key.split()[-1]
    if last in word_lists()["adjective exceptions"] or is_acronym(word.text):
        return True
    if last in word_lists()["adjectives"] or _ADJECTIVE.match(last):
        return False
    if last.endswith("ing") and len(last) > 5 and last not in word_lists()["nouns"]:
        return False
    return not (last.endswith(("ed", "ly")) and len(last) > 4) and role(word.text) != "weak"


def is_junk(words: Sequence[Word]) -> bool:
    """Whether the words are no topic together: all of them weak, one of them spoiling the rest, a verb in -ing first."""
    lists = word_lists()
    keys = [part for word in words for part in word.key.split()]
    return (
        any(key in lists["weak anywhere"] for key in keys)
        or all(key in lists["weak end"] or key in lists["weak start"] or not key[0].isalpha() for key in keys)
        or (len(words) > 1 and words[0].key.endswith("ing") and words[0].key not in lists["nouns"])
        or len(set(keys)) < len(keys)
    )

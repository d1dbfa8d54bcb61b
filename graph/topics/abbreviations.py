"""Abbreviations that a text explains, "stochastic gradient descent (SGD)", and the text with them written out."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.topics.phrase_text import is_acronym
from graph.topics.phrase_words import role

_DEFINED = re.compile(r"\(\s*([A-Z][\w-]{1,9})\s*\)")
_DEFINITION_LENGTH = 120
_REMEMBERED_TOKENS = 1024
_BRACKETED = re.compile(r"\(\s*([\w-]+)\s*\)")


def expanded(title: str, text: str) -> tuple[str, str, list[tuple[str, str]]]:
    """The texts with abbreviations that they define written out, "SGD" after "stochastic gradient descent (SGD)", and these."""
    whole = f"{title} . {text}"
    explained = []
    for match in _DEFINED.finditer(whole):
        short = match[1].rstrip("s")
        words = re.findall(r"\S+", whole[max(0, match.start() - _DEFINITION_LENGTH) : match.start()])[-len(short) :]
        full = _definition(words, short.casefold())
        if full:
            explained.append((short, full))
            title, text = _written_out(title, short, full), _written_out(text, short, full)
    return title, text, explained


def _written_out(text: str, short: str, full: str) -> str:
    """The text with an abbreviation, or its plural, replaced by what it stands for, and taken away in brackets."""
    if short not in text:
        return text
    both = (short, f"{short}s")
    unbracketed = _BRACKETED.sub(lambda match: " " if match[1] in both else match[0], text)
    return _token(short).sub(lambda _: full, unbracketed)


@lru_cache(maxsize=_REMEMBERED_TOKENS)  # the same abbreviations come again and again
def _token(short: str) -> re.Pattern[str]:
    """Finds an abbreviation, or its plural, where it is a token by itself."""
    return re.compile(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])")


def _definition(words: Sequence[str], letters: str) -> str | None:
    """The last of the words whose initials are the letters, if all of them may stand in a topic."""
    for start in range(len(words)):
        initials = "".join(part[0] for word in words[start:] for part in word.split("-") if part).casefold()
        if initials == letters and len(letters) > 1 and all(role(word) != "break" for word in words[start:]):
            return " ".join(word if is_acronym(word) else word.lower() for word in words[start:])
    return None

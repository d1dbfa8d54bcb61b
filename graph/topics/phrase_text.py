"""Words of a title or abstract for phrase finding: markup off, clauses apart."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

from graph.word_keys import ONE_SIGN, WORD

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+(?:\s+[\w-]+/\S+)?|\S+@\S+\.\S+")
_MATHS = re.compile(r"\$\$?[^$]{0,300}\$\$?|\\\([^)]{0,300}\\\)|\\\[.{0,300}?\\\]", re.DOTALL)
_TEX_WITH_TEXT = re.compile(r"\\[a-zA-Z]+\*?\s*\{([^{}]*)\}")
_TEX = re.compile(r"\\[a-zA-Z]+|[{}~]")
_FRENCH_ARTICLE = re.compile(r"\b(?:[cdjlmnst]|qu)'(?=\w)")
_CLAUSE = re.compile(r"([.!?](?=\s|$)|[,;:()\[\]\"“”„«»|/\n\u2013\u2014•=<>]|\s-+\s|(?<=\w)'s\b(?=\s))")
_SENTENCE_ENDS = frozenset(".!?:")
_OF_TERMS = ("terms", "inseparable", "general phrases")
"""The sections of phrase_words.txt that list terms of several words."""


class Clause(NamedTuple):
    """The printed words between two punctuation marks. Capitals of the first `opening` ones say nothing: they begin a sentence,
    or the text is a title."""

    words: list[str]
    opening: int


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The sections of phrase_words.txt by name."""
    lists: dict[str, set[str]] = {}
    section = ""
    for line in files("graph.topics").joinpath("phrase_words.txt").read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if text.startswith("["):
            section = text.strip("[]")
        elif text:
            entries = map(str.strip, text.split(",")) if section in _OF_TERMS else text.split()
            lists.setdefault(section, set()).update(filter(None, entries))
    return {name: frozenset(words) for name, words in lists.items()}


def without_markup(text: str) -> str:
    """The text without tags, web addresses, formulas and TeX commands; what a TeX command wraps stays."""
    plain = html.unescape(text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain.translate(ONE_SIGN))
    # Looking for one sign first is much faster than a pattern that finds nothing, and most texts have none of these.
    if "<" in plain:
        plain = _MARKUP.sub(" ", plain)
    if "@" in plain or "://" in plain or "www." in plain:
        plain = _ADDRESS.sub(" | ", plain)
    if "$" in plain or "\\" in plain:
        plain = _MATHS.sub(" | ", plain)
    if "\\" in plain:
        plain = _TEX_WITH_TEXT.sub(r"\1", _TEX_WITH_TEXT.sub(r"\1", plain))
    plain = _TEX.sub(" ", plain)
    return _FRENCH_ARTICLE.sub(" ", plain) if "'" in plain else plain


def clauses(text: str, is_title: bool) -> Iterator[Clause]:
    """The runs of words between punctuation marks."""
    opens = True
    pieces = iter(_CLAUSE.split(text))
    for between, mark in zip_longest(pieces, pieces, fillvalue=""):
        words = WORD.findall(between)
        if words:
            yield Clause(words, len(words) if is_title else int(opens))
            opens = False
        opens = opens or mark in _SENTENCE_ENDS


@lru_cache(maxsize=65536)
def is_acronym(text: str) -> bool:
    """Whether the word, or a part of it between hyphens, has capitals inside: SGD, ImageNet, ResNets, CIFAR-100."""
    return any(c.isupper() for part in text.split("-") for c in part[1:])

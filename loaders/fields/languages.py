"""The languages of a work: as ISO 639 codes of two letters where the source's word is known, otherwise as it stands there."""

import re
from functools import cache
from importlib.resources import files

_MOST = 20
_LONGEST = 60
_LONGEST_LIST = 1000
_BETWEEN = re.compile(r"\s*[;|/\n]+\s*")
_SMALLER = re.compile(r"\s*(?:,|&|\band\b|\bet\b|\bund\b|\by\b|\+)\s*", re.IGNORECASE)
_LOCALE = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_][a-z0-9]{1,8})+(?:\.utf-?8)?", re.IGNORECASE)
_WITH_CODE = re.compile(r"(?P<name>[^()\[\]]+?)\s*[(\[][^()\[\]]*[)\]]")
_NONE = frozenset({
    "und", "mul", "zxx", "mis", "xxx", "n/a", "na.", "nan", "none", "null", "nil", "other", "unknown", "undetermined",
    "undefined",
    "unspecified", "not specified", "not available", "not applicable", "no linguistic content", "multiple languages",
    "multilingual",
})  # fmt: skip
"""What says that no language is known, or none in particular."""


def languages(*printed: object) -> tuple[str, ...]:
    """The languages that these texts name, distinct: "en" for "English", "eng", "en-US" and "Englisch".

    One text may name several ("English; French", "eng/fre", "English, German"). A word that is no known language stays as it
    stands; one that says that none is known is left out, and so is one too long to be a language.
    """
    found: dict[str, None] = {}
    for text in printed:
        if isinstance(text, str):
            found.update(dict.fromkeys(_languages(text)))
    return tuple(found)[:_MOST]


def _languages(text: str) -> list[str]:
    named: list[str] = []
    for piece in _BETWEEN.split(text[:_LONGEST_LIST]):
        word = " ".join(piece.split()).strip(" .,")
        if code := _code(word):
            named.append(code)
            continue
        smaller = [part for part in _SMALLER.split(word) if part]
        codes = [code for part in smaller if (code := _code(part))]
        if codes and len(codes) == len(smaller):
            named += codes
        elif word and len(word) <= _LONGEST and word.casefold() not in _NONE and any(map(str.isalpha, word)):
            named.append(word)
    return named


def _code(word: str) -> str | None:
    """The code of a language by one of its codes or names, with or without a country ("pt-BR") or a remark behind it."""
    known = _by_word()
    key = word.casefold()
    if key in known:
        return known[key]
    if locale := _LOCALE.fullmatch(word):
        return known.get(locale["language"].casefold())
    remarked = _WITH_CODE.fullmatch(word)
    return known.get(remarked["name"].casefold()) if remarked else None


@cache
def _by_word() -> dict[str, str]:
    text = files("loaders.fields").joinpath("languages.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    found = {name.casefold(): code for code, _, names in rows for name in names.split("|")}
    return found | {word: code for code, longer, _ in rows for word in (code, *longer.split())}

"""Names that are printed in capitals throughout, as pages otherwise print names: "BO CHEN" is shown as "Bo Chen"."""

import re

from graph.names.name_words import RECASED_PARTICLES, ROMAN_NUMERALS
from graph.names.transliteration import plain

_ORDINAL = re.compile(r"\d+(?:ND|RD|TH)", re.IGNORECASE)
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.[-‐]?)+[^\W\d_]?|[B-DF-HJ-NP-TV-XZ]{2,4}")
_MC = re.compile(r"(?<![^\W\d_])Mc[^\W\d_]")


def in_small_letters(name: str) -> str:
    """The name with capitals where names have them; as it is where it has small letters, or is one word ("CERN").

    Initials ("B. K.", "BK"), "III" and homonym numbers stay; particles that stand within the name are written small.
    """
    words = name.split()
    if len([word for word in words if plain(word).isalpha()]) < 2 or not name.isupper():
        return name
    shown = " ".join(_word(word, 0 < at < len(words) - 1) for at, word in enumerate(words))
    return shown if shown.upper() == name.upper() else name


def _word(word: str, is_inside: bool) -> str:
    bare = word.strip(",")
    if _INITIALS.fullmatch(bare) or bare.rstrip(".").casefold() in ROMAN_NUMERALS or _ORDINAL.fullmatch(bare.rstrip(".")):
        return word
    if is_inside and bare.casefold() in RECASED_PARTICLES:
        return word.casefold()
    return _MC.sub(lambda found: found.group()[:-1] + found.group()[-1].upper(), word.title())

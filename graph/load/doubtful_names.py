"""Names that look like no names: what is left of author lists that were cut at the wrong place, and what nobody is called."""

import re

_HOMONYM = re.compile(r"\s\d{4}$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[\s-]*)+[^\W\d_]?|(?:[^\W\d_]\s)+[^\W\d_]")
_DEGREE = re.compile(
    r"(?:ph\.?\s?d|m\.d|md|m\.?sc|b\.?sc|m\.a|b\.a|mba|mph|dr|prof|professor|jr|sr|ii|iii|iv|esq|eds?|editors?)\.?", re.IGNORECASE
)
_MOST_WORDS = 8
_MOST_CHARACTERS = 100


def doubt_about(name: str, kind: str) -> str | None:
    """Why the name of an author record of that kind looks like no name; None where it does not. Organisations may be called
    anything. A homonym number ("Zheng Xu 0002") is not a digit of the name, and one word ("Madonna") is a name."""
    if kind == "organisation":
        return None
    if kind == "undivided":
        return "it could not be told whose names these are"
    bare = _HOMONYM.sub("", name).strip()
    letters = sum(map(str.isalpha, bare))
    if letters < 2:
        return "no letter" if not letters else _one_letter(bare)
    for found, why in (
        (_INITIALS.fullmatch(bare), "initials only"),
        (_DEGREE.fullmatch(bare), "a degree, a title or a suffix alone"),
        (any(map(str.isdigit, bare)), "digits within"),
        (re.search(r"[\[\]{}()<>\"“”«»]", bare), "brackets or quotes"),
        (re.search(r"[;|&:@=]|\band\b|\bet al\b", bare), "a separator within"),
        (len(bare.split()) > _MOST_WORDS, f"more than {_MOST_WORDS} words"),
        (len(bare) > _MOST_CHARACTERS, f"more than {_MOST_CHARACTERS} characters"),
    ):
        if found:
            return why
    return None


def _one_letter(bare: str) -> str | None:
    """One letter is not a name, except where a letter is a word."""
    letter = next(character for character in bare if character.isalpha())
    return "one letter" if letter.lower() != letter.upper() else None

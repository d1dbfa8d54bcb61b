"""Names that a source gives in one piece, without saying whether they are a person's: people, organisations, and nobody."""

import re

from loaders.fields.name_words import BODY, CAPITALS_ONLY, INNER_CAPITAL, LIFE, NOT_GIVEN, ORGANISATION
from loaders.fields.person_names import PrintedName, in_natural_order, is_nobody

_AND = re.compile(r"^\s*(?:and|und|et)\s+(?=\S+\s)", re.IGNORECASE)


def is_missing(name: str) -> bool:
    """Whether a name stands for none: "(:unav)", "[S.N.]", "Unknown", "No Name Supplied"."""
    text = name.strip()
    return not text.strip(" ,.;:-*") or is_nobody(text) or bool(NOT_GIVEN.fullmatch(text))


def is_organisation(name: str) -> bool:
    """Whether a name holds a word by which organisations are known, or is one word with capitals inside ("CCAFS", "PowerTAC")
    that no family name has there ("McDonald")."""
    if ORGANISATION.search(name) or BODY.fullmatch(name.strip()):
        return True
    words = name.split()
    return len(words) == 1 and bool(CAPITALS_ONLY.fullmatch(words[0])) and not INNER_CAPITAL.fullmatch(words[0])


def undivided(printed: str, *, person: bool = False) -> PrintedName:
    """The name in natural order; an organisation's as it is. `person` says that the source calls it a person's.

    "Scot, Reginald, 1538?-1599" is Reginald Scot: years of life are left out.
    """
    text = " ".join(LIFE.sub("", _AND.sub("", printed)).split()).strip(" ,;*")
    if is_organisation(text) and not (person and "," in text):
        return PrintedName(" ".join(printed.split()).strip(" ,;*"), is_organisation=True)
    found = in_natural_order(text)
    if person and found.is_organisation and found.name.count(",") > 1:
        family, given, *_ = (part.strip() for part in found.name.split(","))
        return in_natural_order(f"{family}, {given}")
    return found

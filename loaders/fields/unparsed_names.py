"""Names that a source gives in one piece, without saying whether they are a person's: people, organisations, and nobody."""

import re

from loaders.fields.name_words import BODY, CAPITALS_ONLY, ENDS_LIKE_AN_ORGANISATION, INNER_CAPITAL, LIFE, NOT_GIVEN, ORGANISATION
from loaders.fields.person_names import PrintedName, in_natural_order, is_nobody

_AND = re.compile(r"^\s*(?:and|und|et)\s+(?=\S+\s)", re.IGNORECASE)

_PERSONS = re.compile(
    r"(?P<given>(?:[A-Z]\.[ -]?){1,3}|(?!(?i:core|trial|users?|expert|\w+(?:ing|ory|ive|al|ment))\b)"
    r"[^\W\d_a-z][^\W\d_A-Z]+(?: [A-Z]\.)?) ?"
    r"(?<=[ .])(?:Group|Center|Centre|Lab|School|Room|Party|Board|Forum|Firm)"
)


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


def is_called_like_a_body(name: str) -> bool:
    """Whether a name may be a person's though it ends in a word of organisations: one that people are called by, with one given
    name or initials before it ("Ann Group", "J. A. Lab"). Organisations have ids of people as well, in OpenAlex and dblp, so that
    only both together tell."""
    match = _PERSONS.fullmatch(name)
    return match is not None and not (is_organisation(match["given"]) or ENDS_LIKE_AN_ORGANISATION.search(name))


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

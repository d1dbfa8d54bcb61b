"""Names as exports write them ("Loach, PA", "van de Schoot, Rens") in natural order, with the division that the source gives."""

import re
from dataclasses import dataclass
from typing import Literal

from loaders.fields.name_words import ENDS_LIKE_AN_ORGANISATION, NOBODY, ORGANISATION, OTHERS, SUFFIX
from loaders.records import Affiliation, Authorship, Identifier

_GLUED_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{1,4}")
_VOWEL = re.compile(r"[AEIOUYÀ-ÏÒ-ÖØ-Ý]")
_GLUED_TO_GIVEN = re.compile(
    r"^(?:(?:and\s+|&\s*)(?=\S)|(?:Prof(?:essor)?|Dr|Mrs?)\.?\s+(?=\S))+|(?<=\w),?\s+(?:Ph\.?\s?D|M\.?Sc)\.?$"
)
_GLUED_TO_FAMILY = re.compile(
    r"(?:(?<=[a-z])\d{1,2}(?:\s?,\s?\d{1,2})*|(?<=\w)[*†‡§¶]+|(?<=[a-z]),?\s+(?:Ph\.?\s?D|M\.?Sc|MD|MPH|MBA|M\.D)\.?)+$"
)
_EAST_ASIAN_PARTS = re.compile(
    r"(?P<family>(?:[\u3400-\u9fff\uf900-\ufaff々ヶ\u3040-\u309f]{1,4}|[\uac00-\ud7af]{1,2}))"
    r" (?P<given>[\u3400-\u9fff\uf900-\ufaff々\u3040-\u30ff]{1,4}|[\uac00-\ud7af]{1,3})"
)
"""A family name in Han characters, hiragana or hangul, and a given name in these or katakana. Foreigners' are in katakana."""
_ASIDE = re.compile(r"\s*[(（][\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・ ]+[)）]$")
"""The name in the person's own letters: "Zhang, Wei (张伟)"."""
_NO_GIVEN_NAME = frozenset({"nan", "null", "none", "n/a", "undefined"})
"""What programs write where they know no given name; with a capital ("Nan") it is one."""
_COUNTRY = re.compile(r"[A-Z]{2,4}|U\. ?[KS]\.(?: ?A\.)?")
"""Capitals that stand for a country or a short form behind the name of an organisation: "Department of Health, UK"."""
_HOMONYM = re.compile(r"(?P<name>.*\S)\s+(?P<number>\d{4})")


@dataclass(frozen=True)
class PrintedName:
    """A name in natural order, and its division where the source divides it. `is_undivided` says that it may be several names,
    or none, and stands as printed."""

    name: str
    family: str | None = None
    given: str | None = None
    is_organisation: bool = False
    is_undivided: bool = False


def is_others(text: str) -> bool:
    """Whether `text` stands for authors who are not named: "and others", "et al."."""
    return bool(OTHERS.fullmatch(text.strip()))


def is_nobody(text: str) -> bool:
    """Whether `text` says that there is no name: "Anonymous", "[No author name available]", "nan", "-"."""
    return bool(NOBODY.fullmatch(text.strip())) or not any(character.isalnum() for character in text)


def in_natural_order(printed: str) -> PrintedName:
    """The name `printed`: "Family, Given" and "Family, Given, Jr" turned round and divided; without a comma as it is.

    Initials that stand together ("PA") are set apart ("P. A."): without the comma they could not be told from a name.
    A name without a comma that ends like an institution's is an organisation.
    """
    text = " ".join(printed.split()).strip(" ,;")
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return PrintedName(text, is_organisation=bool(ENDS_LIKE_AN_ORGANISATION.search(text)))
    if len(parts) == 2 and SUFFIX.fullmatch(parts[1]) and " " in parts[0]:
        return PrintedName(f"{parts[0]} {parts[1]}")
    family, given, *rest = parts
    if not rest and " " in family and ORGANISATION.search(family) and _COUNTRY.fullmatch(given):
        return PrintedName(text, is_organisation=True)
    if SUFFIX.fullmatch(given) and rest:
        given, rest = rest[0], [given, *rest[1:]]
    elif rest and not SUFFIX.fullmatch(rest[0]):
        return PrintedName(text, is_organisation=True)
    return divided(family, given, " ".join(rest))


def natural_name(given: str | None, family: str | None, *behind: str | None) -> str:
    """The name of these parts in natural order; 张 and 伟 are 张伟, as names in these letters are written: family name first."""
    if given in _NO_GIVEN_NAME and family:
        given = None
    if given and family and _EAST_ASIAN_PARTS.fullmatch(f"{family} {given}"):
        given, family = None, f"{family}{given}"
    return " ".join(filter(None, (given, family, *behind)))


def bare_parts(family: str, given: str) -> tuple[str, str]:
    """Family and given name without what was left at them: "and Ann", "Dr. Ann", "Lee PhD", "Lee1,2"; no given name where it says
    that there is none ("null")."""
    if given in _NO_GIVEN_NAME and family:
        given = ""
    if _GLUED_TO_GIVEN.search(given):
        given = _GLUED_TO_GIVEN.sub("", given) or given
    if _GLUED_TO_FAMILY.search(family):
        family = _GLUED_TO_FAMILY.sub("", family) or family
    return family, given


def divided(family: str, given: str, suffix: str = "", *, only_initials: bool = False) -> PrintedName:
    """The name of these parts. A homonym number behind either stays in the name only.

    `only_initials` says that the source gives nothing but initials, so that "OCD" beside "BEAUREGARD" is three of them.
    """
    number = ""
    for part in (given, family):
        if match := _HOMONYM.fullmatch(part):
            number = match["number"]
            family, given = (family, match["name"]) if part is given else (match["name"], given)
    family, given = bare_parts(family, given)
    if aside := _ASIDE.search(given):
        given, number = given[: aside.start()], " ".join(filter(None, (number, aside.group().strip())))
    if _GLUED_INITIALS.fullmatch(given) and (only_initials or not _may_be_written_out(family, given)):
        given = set_apart(given)
    name = natural_name(given, family, suffix, number)
    return PrintedName(name, family or None, given or None)


def _may_be_written_out(family: str, given: str) -> bool:
    """Whether capitals may be a given name: too long for initials, or in a name that is all in capitals ("CHEN, BO")."""
    return bool(_VOWEL.search(given)) and (len(given) > 2 or (family.isupper() and len(family) > 1 and len(given) > 1))


def set_apart(initials: str) -> str:
    """The initials "JA" as "J. A."."""
    return " ".join(f"{letter}." for letter in initials)


def kind_of(printed: PrintedName) -> Literal["person", "organisation", "undivided"]:
    """The kind of authorship that a name makes."""
    if printed.is_organisation:
        return "organisation"
    return "undivided" if printed.is_undivided else "person"


def authorship(
    printed: PrintedName,
    position: int | None,
    *,
    ids: tuple[Identifier, ...] = (),
    affiliations: tuple[Affiliation, ...] = (),
    is_editor: bool = False,
) -> Authorship:
    """The authorship of that name."""
    return Authorship(
        name=printed.name,
        position=position,
        family=printed.family,
        given=printed.given,
        ids=ids,
        affiliations=affiliations,
        kind=kind_of(printed),
        role="editor" if is_editor else "author",
    )

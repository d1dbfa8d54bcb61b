"""Names with initials behind the family name ("Ruiz AB", "Berg, J.A."), as PubMed, Ovid, Embase and Scopus print them."""

import re

from loaders.fields.name_words import GENERATION
from loaders.fields.person_names import PrintedName, divided, in_natural_order, is_others

_FAMILY_INITIALS = re.compile(
    r"(?P<family>\S.*?\S|\S+)\s+(?P<initials>(?:(?!(?:[JS]r)\.)[^\W\d_]{1,2}\.[-‐ ]?){1,5}(?:[^\W\d_a-z](?![^\W\d_]))?)"
    rf"(?:\s*(?P<suffix>(?:{GENERATION})\.?))?"
)
_FAMILY_GLUED = re.compile(
    rf"(?P<family>[^\W\d_][^,.]*?)\s+(?P<initials>[A-ZÀ-ÖØ-Þ](?:-?[A-ZÀ-ÖØ-Þ]){{0,2}})(?:\s+(?P<suffix>{GENERATION}))?"
)
_VOWEL = re.compile(r"[AEIOUYÀ-ÏÒ-ÖØ-Ý]")


def with_commas(names: list[str]) -> list[str]:
    """The names of one list, "Ruiz AB" or "Ruiz A.B." as "Ruiz, AB" where all are written so, as PubMed, Ovid and Embase do.
    Names of one word say nothing about that.

    One name alone must have two initials; and as "Bo LI" may be a family name in capitals, some initials must be none.
    """
    people = [name for name in names if " " in name and not in_natural_order(name).is_organisation and not is_others(name)]
    found = {name: _FAMILY_GLUED.fullmatch(name) or _FAMILY_INITIALS.fullmatch(name) for name in people}
    written = [match for match in found.values() if match]
    if not written or len(written) < len(found) or any("," in name for name in people):
        return names
    initials = [match["initials"] for match in written]
    if all(len(letters) > 1 and letters.isalpha() and _VOWEL.search(letters) for letters in initials):
        return names
    if len(people) < 2 and sum(map(str.isalpha, initials[0])) < 2:
        return names
    return [", ".join(part.strip() for part in match.groups() if part) if (match := found.get(name)) else name for name in names]


def family_then_initials(printed: str) -> PrintedName:
    """The name "van der Berg J.A." or "Berg, J.A." in natural order: the given names are initials and stand behind."""
    text = " ".join(printed.split())
    match = _FAMILY_INITIALS.fullmatch(text) if "," not in text else None
    return divided(match["family"], match["initials"].strip(), match["suffix"] or "") if match else in_natural_order(text)

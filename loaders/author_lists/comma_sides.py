"""Whether the comma in "Ann Lee, Bo Chen", with several words on both sides, stands between two names or within one."""

import re

from loaders.fields.name_words import PARTICLES, given_names, iberian_family_names

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_NAME_WITHIN = re.compile(r"\S\s(?:bin|binti|binte|bint|ibn|ben|a/l|s/o)\s\S")
_FAMILY_WITHIN = re.compile(r"\S\s(?:van|von|binti|binte|bint|ibn)\s\S")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}\.|[^\W\d_]")


def are_two_names(first: str, second: str) -> bool:
    """Whether both sides are a name by their form: with one family name in capitals ("Xi CHEN, Yu WANG"), with "son of" or "von"
    within ("Abdullah bin Ahmad, Siti binti Yusof"), or in letters of languages that hardly have family names of two words ("Иван
    Петров, Анна Белова")."""
    if not (_LATIN.search(first) or _LATIN.search(second)):
        return True
    capitals = {_place_of_capitals(first), _place_of_capitals(second)}
    if capitals in ({"first"}, {"last"}):
        return True
    return bool(_NAME_WITHIN.search(first) and _NAME_WITHIN.search(second)) or bool(_FAMILY_WITHIN.search(second))


def may_be_two_names(first: str, second: str) -> bool:
    """Whether these may be two names though by the rules of the format a family name stands first: nothing says that it is one
    ("de Souza, Ana Rita", "García Ruiz, José María", "LEE SMITH, Ann Rose", "Holm Dahl, Ann B.")."""
    family, given = first.split(), second.split()
    last = given[-1].casefold()
    is_family = (
        any(word.casefold() in PARTICLES for word in family)
        or any(word.casefold() in iberian_family_names() for name in family for word in name.split("-"))
        or (first.isupper() and not second.isupper())
    )
    is_given = last in PARTICLES or last in given_names() or _INITIAL.fullmatch(given[-1])
    return not (is_family or is_given)


def _place_of_capitals(name: str) -> str | None:
    """Where the only word in capitals stands, initials not counted."""
    words = name.split()
    capitals = [at for at, word in enumerate(words) if word.isupper() and sum(map(str.isalpha, word)) > 1 and "." not in word]
    if len(capitals) != 1:
        return None
    return {0: "first", len(words) - 1: "last"}.get(capitals[0])

"""How two single words of names agree: the same, another spelling, an initial, a short form, a typo, or not at all."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from graph.names.differences import Difference
from graph.names.nicknames import is_known_given_name, stand_for_one_another
from graph.names.parsing import is_initial
from graph.names.transliteration import (
    REMEMBERED,
    is_east_asian_script,
    is_east_asian_syllable,
    is_pinyin,
    korean,
    loose,
    may_be_two_syllables,
    plain,
    spellings,
    syllables,
)

Kind = Literal["same", "initial", "near", "unclear", "different"]
"""`near` is another spelling, short form or slip; `unclear` could be a slip and could be another name."""

_SHORTEST_SLIP_IN_FAMILY = 6
_SHORTEST_SLIP_IN_GIVEN = 7
_SHORTEST_BEGINNING = 6
_SHORTEST_END = 5
_TWO_SLIPS_FROM = 10
_SHORTEST_LOOSE = 5
_SHORTEST_DOUBT = 4
_ENDINGS = frozenset("aeiosyu")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two words agree: the kind, how strongly from 0 to 1, why (in words, empty for the same), and how they differ."""

    kind: Kind
    score: float
    reason: str = ""
    differ: Difference = "same"


SAME = Agreement("same", 1.0)


@lru_cache(maxsize=REMEMBERED)
def agree(one: str, other: str, given: bool = True) -> Agreement:
    """How two words agree. `given` allows initials and short forms of given names.

    Slips are found by the optimal string alignment distance (`rapidfuzz`). Words that are read as Pinyin syllables, words of one
    syllable and short ones (family names of fewer than six letters, given names of fewer than seven) must be the same, since one
    letter makes another name there; where that is less than sure the answer is `unclear`.
    """
    if one.casefold() == other.casefold():
        return SAME
    plain_one, plain_other = plain(one), plain(other)
    if not plain_one or not plain_other:
        return Agreement("unclear", 0.0, f"{one} and {other} cannot be compared", "other")
    if plain_one == plain_other:
        diacritics = one.isascii() != other.isascii() or not one.isascii()
        return Agreement("same", 0.97 if diacritics else 0.99, f"{one} and {other} are one word in plain spelling", "spelling")
    if not (one.isascii() and other.isascii()):  # words of ASCII have one spelling, and one script
        if not spellings(one).isdisjoint(spellings(other)):
            return Agreement("same", 0.95, f"{one} and {other} are spellings of one word", "spelling")
        if is_east_asian_script(one) != is_east_asian_script(other):
            return Agreement("unclear", 0.0, f"{one} and {other} are in different scripts", "other")
    if is_initial(one) or is_initial(other):
        return _initial(one, other, given)
    if given and stand_for_one_another(one, other):
        return Agreement("near", 0.85, f"{one} and {other} are forms of one given name", "nickname")
    return _spelling(one, other, given)


def _initial(one: str, other: str, given: bool) -> Agreement:
    plain_one, plain_other = plain(one), plain(other)
    romanised = {key[0] for word in (one, other) for key in spellings(word)}
    if plain_one[0] == plain_other[0] or len(romanised) == 1:
        short, full = (one, other) if is_initial(one) else (other, one)
        return Agreement("initial", 0.6 if given else 0.3, f"{short} may stand for {full}", "initial")
    return Agreement("different", 0.0, f"{one} and {other} have different initials")


def _spelling(one: str, other: str, given: bool) -> Agreement:
    """Agreement of two full words that differ in their letters."""
    plain_one, plain_other = plain(one), plain(other)
    if _are_far_apart(plain_one, plain_other):
        return _different(one, other)
    shorter, longer = sorted((len(plain_one), len(plain_other)))
    if is_pinyin(one) and is_pinyin(other):
        return _short_form(one, other) if given else _different(one, other)
    if given and _are_east_asian(one, other):
        return _romanised(one, other)
    alike = loose(one) == loose(other)
    if syllables(one) < 2 or syllables(other) < 2:
        found = _short_form(one, other) if given else _different(one, other)
        return found if found.kind == "near" else _doubt(one, other, given, alike)
    if longer >= _SHORTEST_LOOSE and shorter >= _SHORTEST_LOOSE - 1 and alike:
        return Agreement("near", 0.85, f"{one} and {other} are romanisations of one word", "transliteration")
    if given and (found := _short_form(one, other)).kind == "near":
        return found
    if shorter < _SHORTEST_LOOSE:
        return _doubt(one, other, given, alike)
    return _slip(one, other, given)


def _are_far_apart(one: str, other: str) -> bool:
    """Whether two words in plain spelling are so different that nothing below need be asked: most pairs of words are."""
    short, full = (one, other) if len(one) <= len(other) else (other, one)
    if full.startswith(short) or full.endswith(short) or OSA.distance(one, other, score_cutoff=2) <= 2:
        return False
    return loose(one) != loose(other) and korean(one) != korean(other)


def _are_east_asian(one: str, other: str) -> bool:
    """Whether both words may be East Asian given names, of one syllable or two; known Western names are not."""
    return all(
        (is_east_asian_syllable(word) or may_be_two_syllables(word)) and not is_known_given_name(word) for word in (one, other)
    )


def _romanised(one: str, other: str) -> Agreement:
    """East Asian given names that are not spelt alike: another romanisation, a slip, or (most often) another name."""
    if korean(one) == korean(other):
        return Agreement("unclear", 0.5, f"{one} and {other} may be romanisations of one word", "transliteration")
    one_letter = OSA.distance(plain(one), plain(other), score_cutoff=1) == 1
    if (
        one_letter
        and min(len(plain(one)), len(plain(other))) > _SHORTEST_DOUBT
        and may_be_two_syllables(one)
        and may_be_two_syllables(other)
    ):
        return Agreement("unclear", 0.2, f"{one} and {other} differ by a letter", "letter")
    return _different(one, other)


def _slip(one: str, other: str, given: bool) -> Agreement:
    """Two words of two syllables or more and five letters or more: a typo, or another name?"""
    plain_one, plain_other = plain(one), plain(other)
    shorter, longer = sorted((len(plain_one), len(plain_other)))
    distance = OSA.distance(plain_one, plain_other, score_cutoff=2)
    if distance == 1 and given and _differ_in_ending(plain_one, plain_other):
        return Agreement("unclear", 0.3, f"{one} and {other} differ in their ending only", "letter")
    both_known = given and is_known_given_name(one) and is_known_given_name(other)
    if plain_one[0] != plain_other[0] or distance > 2 or longer - shorter > 1 or both_known:
        if distance > 1:
            return _different(one, other) if given else _part(one, other)
        return Agreement("unclear", 0.3, f"{one} and {other} differ by a letter", "letter")
    if distance == 1 and shorter >= (_SHORTEST_SLIP_IN_GIVEN if given else _SHORTEST_SLIP_IN_FAMILY):
        return Agreement("near", 0.8, f"{one} and {other} differ by a letter", "typo")
    if distance == 2 and shorter >= _TWO_SLIPS_FROM:
        return Agreement("near", 0.7, f"{one} and {other} differ by two letters", "typo")
    return Agreement("unclear", 0.4 / distance, f"{one} and {other} differ by {_LETTERS[distance]}", "letter")


_LETTERS = {1: "a letter", 2: "two letters"}


def _doubt(one: str, other: str, given: bool, alike: bool) -> Agreement:
    """Short words that are nearly the same: one letter usually makes another name, but sources slip in short names too."""
    plain_one, plain_other = plain(one), plain(other)
    if alike:
        return Agreement("unclear", 0.4, f"{one} and {other} may be romanisations of one word", "transliteration")
    shorter = min(len(plain_one), len(plain_other))
    syllable = is_east_asian_syllable(one) and is_east_asian_syllable(other)
    if shorter >= _SHORTEST_DOUBT + given and not syllable and OSA.distance(plain_one, plain_other, score_cutoff=1) == 1:
        return Agreement("unclear", 0.2, f"{one} and {other} differ by a letter", "letter")
    return _different(one, other)


def _part(one: str, other: str) -> Agreement:
    """Sheikhshab and Sheikhshabbafghi, Zadeh and Qasemizadeh: a long family name and a part of it."""
    short, full = sorted((plain(one), plain(other)), key=len)
    begins = len(short) >= _SHORTEST_BEGINNING and full.startswith(short)
    if begins or (len(short) >= _SHORTEST_END and len(full) >= _SHORTEST_END + 3 and full.endswith(short)):
        where = "beginning" if begins else "end"
        return Agreement("unclear", 0.3, f"{one} and {other} are a family name and its {where}", "compound")
    return _different(one, other)


def _different(one: str, other: str) -> Agreement:
    return Agreement("different", 0.0, f"{one} and {other} are different names")


def _short_form(one: str, other: str) -> Agreement:
    """Mitch and Mitchell, Srini and Srinivas: a given name cut short, unless both are known names or it may be East Asian."""
    short, full = sorted((plain(one), plain(other)), key=len)
    if len(short) < 3 or len(full) < len(short) + 2 or not full.startswith(short) or is_pinyin(full):
        return _different(one, other)
    if may_be_two_syllables(full) or (is_known_given_name(short) and is_known_given_name(full)):
        return _different(one, other)
    return Agreement("near", 0.7, f"{one} and {other} are a given name and its beginning", "short")


def _differ_in_ending(one: str, other: str) -> bool:
    """Daniel and Daniela, Mario and Maria, Andrea and Andreas: a last letter that makes another name."""
    if len(one) == len(other):
        return one[:-1] == other[:-1] and one[-1] in _ENDINGS and other[-1] in _ENDINGS
    shorter, longer = sorted((one, other), key=len)
    return longer[:-1] == shorter and longer[-1] in _ENDINGS

"""How two single words of names agree: the same, another spelling, an initial, a short form, a slip of the pen, or not at all."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from graph.identity.folding import is_east_asian_script, is_east_asian_syllable, is_pinyin, loose, plain, spellings, syllables
from graph.identity.nicknames import is_known_given_name, stand_for_one_another
from graph.identity.parsing import is_initial

Kind = Literal["same", "initial", "near", "unclear", "different"]
"""`near` is another spelling, short form or slip; `unclear` could be a slip and could be another name."""

_SHORTEST_SLIP_IN_FAMILY = 6
_SHORTEST_SLIP_IN_GIVEN = 7
_TWO_SLIPS_FROM = 10
_SHORTEST_LOOSE = 5
_ENDINGS = frozenset("aeiosyu")


@dataclass(frozen=True)
class Agreement:
    """How two words agree: the kind, how strongly from 0 to 1, and why in words (empty where they are the same)."""

    kind: Kind
    score: float
    reason: str = ""


SAME = Agreement("same", 1.0)


@lru_cache(maxsize=1 << 18)
def agree(one: str, other: str, given: bool = True) -> Agreement:
    """How two words agree. `given` allows initials and short forms of given names.

    Slips are found by the optimal string alignment distance (`rapidfuzz`). Words that are read as Pinyin syllables, words of one
    syllable and short ones (family names of fewer than six letters, given names of fewer than seven) must be the same, since one
    letter makes another name there.
    """
    if one.casefold() == other.casefold():
        return SAME
    plain_one, plain_other = plain(one), plain(other)
    if not plain_one or not plain_other:
        return Agreement("unclear", 0.0, f"{one} and {other} cannot be compared")
    if plain_one == plain_other:
        diacritics = one.isascii() != other.isascii() or not one.isascii()
        return Agreement("same", 0.97 if diacritics else 0.99, f"{one} and {other} are one word in plain spelling")
    if not spellings(one).isdisjoint(spellings(other)):
        return Agreement("same", 0.95, f"{one} and {other} are spellings of one word")
    if is_east_asian_script(one) != is_east_asian_script(other):
        return Agreement("unclear", 0.0, f"{one} and {other} are in different scripts")
    if is_initial(one) or is_initial(other):
        return _initial(one, other, given)
    if given and stand_for_one_another(one, other):
        return Agreement("near", 0.85, f"{one} and {other} are forms of one given name")
    return _spelling(one, other, given)


def _initial(one: str, other: str, given: bool) -> Agreement:
    plain_one, plain_other = plain(one), plain(other)
    romanised = {key[0] for word in (one, other) for key in spellings(word)}
    if plain_one[0] == plain_other[0] or len(romanised) == 1:
        short, full = (one, other) if is_initial(one) else (other, one)
        return Agreement("initial", 0.6 if given else 0.3, f"{short} may stand for {full}")
    return Agreement("different", 0.0, f"{one} and {other} have different initials")


def _spelling(one: str, other: str, given: bool) -> Agreement:
    """Agreement of two full words that differ in their letters."""
    plain_one, plain_other = plain(one), plain(other)
    shorter, longer = sorted((len(plain_one), len(plain_other)))
    different = Agreement("different", 0.0, f"{one} and {other} are different names")
    if (is_pinyin(one) and is_pinyin(other)) or syllables(one) < 2 or syllables(other) < 2:
        return _short_form(one, other) if given else different
    if longer >= _SHORTEST_LOOSE and shorter >= _SHORTEST_LOOSE - 1 and loose(one) == loose(other):
        return Agreement("near", 0.85, f"{one} and {other} are romanisations of one word")
    if given and (found := _short_form(one, other)).kind == "near":
        return found
    if shorter < _SHORTEST_LOOSE:
        return different
    distance = OSA.distance(plain_one, plain_other, score_cutoff=2)
    if distance == 1 and given and _differ_in_ending(plain_one, plain_other):
        return Agreement("unclear", 0.0, f"{one} and {other} differ in their ending only")
    both_known = given and is_known_given_name(one) and is_known_given_name(other)
    if plain_one[0] != plain_other[0] or distance > 2 or longer - shorter > 1 or both_known:
        return different if distance > 1 else Agreement("unclear", 0.0, f"{one} and {other} differ by a letter")
    if distance == 1 and shorter >= (_SHORTEST_SLIP_IN_GIVEN if given else _SHORTEST_SLIP_IN_FAMILY):
        return Agreement("near", 0.8, f"{one} and {other} differ by a letter")
    if distance == 2 and shorter >= _TWO_SLIPS_FROM:
        return Agreement("near", 0.7, f"{one} and {other} differ by two letters")
    return Agreement("unclear", 0.0, f"{one} and {other} differ by {'a letter' if distance == 1 else 'two letters'}")


def _short_form(one: str, other: str) -> Agreement:
    """Mitch and Mitchell, Srini and Srinivas: a given name cut short, unless both are known names or it may be East Asian."""
    short, full = sorted((plain(one), plain(other)), key=len)
    cut = len(short) >= 3 and len(full) >= len(short) + 2 and full.startswith(short)
    two_syllables = cut and is_east_asian_syllable(short) and is_east_asian_syllable(full[len(short) :])
    if cut and not two_syllables and not is_pinyin(full) and not (is_known_given_name(short) and is_known_given_name(full)):
        return Agreement("near", 0.7, f"{one} and {other} are a given name and its beginning")
    return Agreement("different", 0.0, f"{one} and {other} are different names")


def _differ_in_ending(one: str, other: str) -> bool:
    """Daniel and Daniela, Mario and Maria, Andrea and Andreas: a last letter that makes another name."""
    if len(one) == len(other):
        return one[:-1] == other[:-1] and one[-1] in _ENDINGS and other[-1] in _ENDINGS
    shorter, longer = sorted((one, other), key=len)
    return longer[:-1] == shorter and longer[-1] in _ENDINGS

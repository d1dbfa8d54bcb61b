"""Given names of which one may be a form of the other, though no list says so: Panayota and Yota, Bartek and Bartłomiej."""

from graph.names.nicknames import is_known_given_name
from graph.names.parsing import is_initial, is_short_syllable, parts
from graph.names.transliteration import is_pinyin, plain

_SHORTEST = 3
_SHARE_OF_START = 0.5
_SHARE_WITHIN = 0.7
_SHORTEST_FAMILY = 5
_SHORTEST_RARE_FAMILY = 8
"""Family names of so many letters are seldom common. How rare one is in a graph, the weights of its candidates say."""


def may_be_forms(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the first given name of one side and a given name of the other, which both sides do not have, begin alike by half
    of the shorter one, or have seven tenths of it in common, three letters at least."""
    mine, theirs = ([plain(word) for word in parts(given) if not is_initial(word)] for given in (one, other))
    if not mine or not theirs or mine[0] == theirs[0]:
        return False
    return any(
        _are_alike(a, b) for a in mine for b in theirs if a not in theirs and b not in mine and (a == mine[0] or b == theirs[0])
    )


def is_telling_family(family: str) -> bool:
    """Whether a family name tells enough that two of the same, with given names that differ, are worth a look."""
    return len(plain(family)) >= _SHORTEST_FAMILY and not (
        is_short_syllable(family) or is_pinyin(family) or is_known_given_name(family)
    )


def is_long_family(family: str) -> bool:
    """Whether a family name is so long that it is seldom common."""
    return len(plain(family)) >= _SHORTEST_RARE_FAMILY


def _are_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST:
        return False
    start = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    if start >= _SHORTEST and start >= _SHARE_OF_START * shorter:
        return True
    within = _longest_in_common(one, other)
    return within >= _SHORTEST and within >= _SHARE_WITHIN * shorter


def _longest_in_common(one: str, other: str) -> int:
    """The length of the longest run of letters that both have."""
    longest = 0
    for start in range(len(one)):
        while start + longest < len(one) and one[start : start + longest + 1] in other:
            longest += 1
    return longest

"""Given names that stand for one another: short forms, and the forms of one name in several languages.

The groups stand in `nicknames.txt`, one a line. Two names match where they share a group; a short form may stand in several (Sam
is Samuel or Samantha) without these matching each other.
"""

from functools import cache
from importlib.resources import files

from graph.names.transliteration import plain

_NONE: frozenset[str] = frozenset()
_BEFORE_OTHERS = frozenset(
    {"md", "mohd", "mohammad", "mohammed", "mohamad", "mohammod", "muhammad", "muhammed", "mst", "mosammat"}
)
"""Given names that many people of Bengal, Iran, Pakistan and around bear before the one that they go by, and as often leave out.
Not among them is the Arab Mohamed, which is a man's own name where his father's follows."""


@cache
def _groups_of() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    lines = files("graph.names").joinpath("nicknames.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        names = [] if line.startswith("#") else line.split()
        for name in names:
            groups[name] = groups.get(name, _NONE) | {names[0]}
    return groups


def stand_for_one_another(one: str, other: str) -> bool:
    """Whether the two given names share a group, however they are capitalised or accented."""
    return not groups_of(one).isdisjoint(groups_of(other))


def is_known_given_name(word: str) -> bool:
    """Whether the word stands in the table at all."""
    return plain(word) in _groups_of()


def goes_before_others(word: str) -> bool:
    """Whether the word is a given name like Md. or Mohammad, which says little of who bears it."""
    return plain(word) in _BEFORE_OTHERS


def groups_of(word: str) -> frozenset[str]:
    """The word's groups, each by the name that its line begins with."""
    return _groups_of().get(plain(word), _NONE)

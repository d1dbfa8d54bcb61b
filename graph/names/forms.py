"""The printed forms of one name: the key by which they are the same, and the most complete of them.

name_key("Zheng  XU 0002")                     "zheng xu 0002"
more_specific(["Zheng Xu", "Zheng Xu 0002"])   "Zheng Xu 0002"
"""

from collections.abc import Iterable
from unicodedata import normalize

from graph.names.parsing import is_initial, parse
from graph.names.transliteration import unify


def name_key(name: str) -> str:
    """What two spellings of one printed name share: NFKC, casefolded, single spaces, one kind of hyphen and apostrophe.

    Diacritics and homonym numbers are kept. The key of a key is the key itself.
    """
    return unify(normalize("NFKC", unify(name).casefold()))


def more_specific(names: Iterable[str]) -> str:
    """The most complete of some printed forms of one name, whatever their order.

    A homonym number wins, then more full given names, then more initials, then names not set in capitals, then diacritics, then
    length; the alphabet decides between equals. Raises ValueError where there is no name.
    """
    chosen = min(set(names), key=_completeness, default=None)
    if chosen is None:
        raise ValueError("more_specific needs at least one name")
    return chosen


def _completeness(name: str) -> tuple[bool, int, int, bool, bool, int, str]:
    parsed = parse(name)
    initials = sum(is_initial(word) for word in parsed.words)
    full = len(parsed.words) - initials
    return (parsed.number is None, -full, -initials, name.isupper(), name.isascii(), -len(name), name)

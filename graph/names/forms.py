"""The printed forms of one name: the key by which they are the same, and the most complete of them.

name_key("Zheng  XU 0002")                     "zheng xu 0002"
more_specific(["Zheng Xu", "Zheng Xu 0002"])   "Zheng Xu 0002"
"""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from graph.names.parsing import is_initial, parse
from graph.names.transliteration import REMEMBERED, unify

LONGEST_INDEXED = 1000
"""Letters of the longest name or key that is kept as it is: an index holds no value of many thousand bytes."""


@lru_cache(maxsize=REMEMBERED)  # each slot of an author list asks for it several times
def name_key(name: str) -> str:
    """What two spellings of one printed name share: NFKC, casefolded, single spaces, one kind of hyphen and apostrophe.

    Diacritics and homonym numbers are kept. The key of a key is the key itself.
    """
    unified = unify(name)
    return index_key(unified.lower() if unified.isascii() else unify(normalize("NFKC", unified.casefold())))


def index_key(text: str) -> str:
    """A key that an index holds: the text, of one that is very long its beginning."""
    return text if len(text) <= LONGEST_INDEXED else text[:LONGEST_INDEXED].rstrip()


def more_specific(names: Iterable[str]) -> str:
    """The most complete of some printed forms of one name, whatever their order.

    A homonym number wins, then more full given names, then more initials, then names not set in capitals, then diacritics, then
    length; the alphabet decides between equals. Raises ValueError where there is no name.
    """
    distinct = set(names)
    if not distinct:
        raise ValueError("more_specific needs at least one name")
    return min(distinct, key=_completeness) if len(distinct) > 1 else distinct.pop()


def _completeness(name: str) -> tuple[bool, int, int, bool, bool, int, str]:
    parsed = parse(name)
    initials = sum(is_initial(word) for word in parsed.words)
    full = len(parsed.words) - initials
    return (parsed.number is None, -full, -initials, name.isupper(), name.isascii(), -len(name), name)

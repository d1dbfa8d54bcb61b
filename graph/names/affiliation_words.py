"""The words of affiliations that tell institutions apart: of "Dept. of Computer Science, University of Tokyo" only "tokyo"."""

import re
from collections.abc import Iterable

from graph.names.transliteration import plain

_WORD = re.compile(r"[^\W_]+")
_GENERIC_LIST = """a advanced ag ai and artificial at center centre city co college company computational computer computing corp
    corporation da de del department dept der des di division do du e engineering et faculty facultad fakultat for fur
    general global gmbh graduate group für und in inc informatics information ingenieria institut institute instituto
    intelligence international inst istituto key la lab laboratoire laboratory labs language le limited linguistics ltd
    machine ministry national natural of office processing program rd research school science sciences software state
    studies system systems team technical technologies technology the und univ universidad universidade universita
    universitat universitaet universite université universiteit universities university unit y"""
_GENERIC = frozenset(_GENERIC_LIST.split())


def informative_words(affiliations: Iterable[str]) -> list[str]:
    """The distinct words of some affiliations in plain spelling without the generic ones, sorted."""
    words = {plain(word) for text in affiliations for word in _WORD.findall(text)}
    return sorted(word for word in words if len(word) > 1 and word not in _GENERIC)

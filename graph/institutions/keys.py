"""Names of institutions compared: one key for the spellings of one name."""

import re
from functools import lru_cache

from graph.names.transliteration import REMEMBERED_NAMES, plain

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SKIPPED = frozenset(
    "the of and for at in de la le les di del della degli der des du da do dos und et y e fur für van den".split()
)
_LEGAL = frozenset("inc ltd llc gmbh co corp corporation limited plc".split())
_STEMS = {
    "univ": "u univ university universities universitat universitaet universite universita universidad universidade universiteit universitet uniwersytet",
    "inst": "inst institute institutes institut instituto istituto",
    "nat": "natl nat national nacional nationale nazionale",
    "tech": "technol technology technologies",
    "sci": "sci science sciences",
    "int": "int intl international",
    "lab": "lab labs laboratory laboratories",
    "res": "res research",
    "acad": "acad academy academia",
    "coll": "coll college",
    "ctr": "ctr center centre",
    "engn": "engn eng engineering",
}
_STEM = {spelling: stem for stem, spellings in _STEMS.items() for spelling in spellings.split()}


@lru_cache(maxsize=REMEMBERED_NAMES)
def organisation_key(name: str) -> str:
    """The name for comparing: the same for "The University of Tokyo", "Univ. Tokyo" and "UNIVERSITY OF TOKYO".

    The order of words is kept: "York University" and "University of York" are two. A name of nothing but words that are left out
    keeps them. Never empty where the name has a letter or a digit.
    """
    words = [plain(word) for word in _WORD.findall(name)]
    kept = [word for word in words if word not in _SKIPPED]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    return " ".join(_STEM.get(word, word) for word in kept or words)

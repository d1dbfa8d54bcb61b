"""Names of institutions compared: one key for the spellings of one name."""

import re
from functools import lru_cache

from graph.names.transliteration import REMEMBERED_NAMES, plain

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ALWAYS = frozenset(("the", "and", "und", "et", "y", "e"))
_SMALL_LIST = "of for at in de di del della degli der des du da do dos fur van den le la les"
_SMALL = frozenset(_SMALL_LIST.split())
_OF_ANOTHER = frozenset(("universite",))
"""The Université du Maine is at Le Mans, the University of Maine at Orono."""
_LEGAL = frozenset(("inc", "ltd", "llc", "gmbh", "co", "corp", "corporation", "limited", "plc", "company"))
_STEMS = {
    "univ": "u univ university universities universitat universitaet universite universita universidad universidade universiteit"
    " universitet uniwersytet",
    "inst": "inst institute institut instituto istituto",
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
    "hosp": "hosp hospital",
    "fdn": "fdn foundation",
    "soc": "soc society",
    "minist": "minist ministry",
}
_STEM = {spelling: stem for stem, spellings in _STEMS.items() for spelling in spellings.split()}
_OF_THE_KIND = frozenset(_STEMS) - {"nat", "tech", "sci", "int", "res", "engn"}
_EITHER_WAY_LIST = """
    aalborg aarhus aberdeen aveiro bamberg basel bayreuth bergen bern bielefeld bologna bonn bremen calcutta cambridge coimbra
    copenhagen delhi durham edinburgh exeter fribourg freiburg geneva glasgow gothenburg gottingen granada graz groningen hamburg
    heidelberg helsinki hohenheim innsbruck jena jyvaskyla kassel kiel konstanz kyoto lancaster lausanne leeds leicester leiden
    leipzig linkoping liverpool ljubljana lodz lund madras mainz mannheim marburg melbourne minho mumbai munich neuchatel
    nottingham oslo otago oulu oxford padua passau pavia perugia pisa porto potsdam regensburg rostock saarland salamanca seville
    sheffield siegen siena southampton stockholm stuttgart sussex sydney tartu tokyo trento trier trieste tubingen turin turku ulm
    umea uppsala utrecht vienna vilnius warsaw wroclaw wuppertal wurzburg zagreb zaragoza zurich"""
_EITHER_WAY = frozenset(_EITHER_WAY_LIST.split())
"""Places with one university that is called both "University of X" and "X University"."""


@lru_cache(maxsize=REMEMBERED_NAMES)
def organisation_key(name: str) -> str:
    """The name for comparing: the same for "The University of Tokyo", "Univ. Tokyo" and "UNIVERSITY OF TOKYO".

    Case, diacritics, punctuation, "the", "and" and legal forms at the end make no difference, nor do prepositions in names
    that say what they are ("University of California, Davis"), nor usual abbreviations. The order of words is kept ("York
    University" and "University of York" are two) but where one university is called both ways ("Uppsala University").
    A name that has no other words keeps those; the key is empty only where the name has neither letter nor digit.
    The key of a key is the same.
    Institutions of the same name have one key: "Northeastern University" in Boston and in Shenyang.
    """
    words = [plain(word) for word in _WORD.findall(name)]
    kept = [word if word in _OF_ANOTHER and "maine" in words else _STEM.get(word, word) for word in words]
    kept = [word for word in kept if word and word not in _ALWAYS]
    if not _OF_THE_KIND.isdisjoint(kept):
        kept = [word for word in kept if word not in _SMALL]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    if len(kept) == 2 and kept[1] == "univ" and kept[0] in _EITHER_WAY:
        kept.reverse()
    return " ".join(kept or words)

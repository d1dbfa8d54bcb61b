"""How two names that may be one person's differ: a small closed vocabulary, stored with every SIMILAR_NAME as its `kind`.

What a difference is worth is for evidence to weigh; names alone only say which it is. Where names differ in several ways, the one
that leaves most doubt counts (`most_informative`).
"""

from typing import Literal

Difference = Literal[
    "same",
    "spelling",
    "number",
    "middle",
    "nickname",
    "transliteration",
    "typo",
    "compound",
    "order",
    "initials",
    "later",
    "short",
    "initial",
    "part",
    "word",
    "letter",
    "form",
    "family",
    "given",
    "other",
]

MEANINGS: dict[Difference, str] = {
    "same": "the same words",
    "spelling": "diacritics, umlauts written out, hyphens, apostrophes, spaces, particles, a generation suffix",
    "number": "only one carries a homonym number",
    "middle": "a later given name, or its initial, left out or cut to its initial (Samuel Smith, Samuel L. Smith)",
    "nickname": "given names that stand for one another (Bill, William)",
    "transliteration": "customary romanisations of one word (Sergey, Sergei)",
    "typo": "a typo in a long word",
    "compound": "a part of a compound family name (García, García Márquez)",
    "order": "the same words in another order",
    "initials": "initials against full names, two or more, all agreeing (S. L. Smith, Samuel Leroy Smith)",
    "later": "the first given name left out (J. Robert Oppenheimer, Robert Oppenheimer)",
    "short": "a given name and its beginning (Srini, Srinivas)",
    "initial": "one initial alone against a full name (S. Smith, Samuel Smith)",
    "part": "a part of a given name of short syllables, which may be another name (Tuan Tran, Tuan Dung Tran)",
    "word": "one word of the other name only, or a name in brackets",
    "letter": "a letter or two in words where that may make another name (Ghosh, Gosh)",
    "form": "given names of which one may be a form of the other, beside the same family name (Panayota, Yota)",
    "family": "another family name beside the same uncommon given name, as by marriage",
    "given": "another given name beside the same long family name, as by transition (Karin Verspoor, Cornelia Verspoor)",
    "other": "given names of which some agree and others do not",
}
_DOUBT = {difference: rank for rank, difference in enumerate(MEANINGS)}


def most_informative(*differences: Difference) -> Difference:
    """The difference that leaves most doubt; "same" where there is none."""
    return max(differences, key=_DOUBT.__getitem__, default="same")

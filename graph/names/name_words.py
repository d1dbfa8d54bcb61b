"""The words by which parts of names are known when a name is taken apart: suffixes, titles, degrees, particles.

Loaders have words of their own, by which lists are divided (`loaders.fields.name_words`); these divide a name that came through.
"""

TITLES = frozenset(["dr", "prof", "professor", "mr", "mrs", "ms", "sir"])
DEGREES = frozenset(["phd", "md", "dphil", "msc", "bsc", "mba"])

ROMAN_NUMERALS = frozenset(["ii", "iii", "iv"])
SUFFIXES = {
    "jr": "Jr.",
    "junior": "Jr.",
    "sr": "Sr.",
    **{numeral: numeral.upper() for numeral in sorted(ROMAN_NUMERALS)},
    "2nd": "II",
    "3rd": "III",
    "4th": "IV",
}
"""What tells the generations of a family apart, in plain spelling, and how it is shown."""

# Each particle stands once, with what it may be besides a word in small letters before a family name.
_CAPITALISED_AND_RECASED = "van von de den der del della di da dos du la ter"
_CAPITALISED = "el al"
_RECASED = "vom do das des le ten zu"
_SMALL_ONLY = "dei degli lo los las bin bint ibn ben abu te zum zur af av in dal dalla het op 't d' y e i und"

PARTICLES = frozenset(f"{_CAPITALISED_AND_RECASED} {_CAPITALISED} {_RECASED} {_SMALL_ONLY}".split())
CAPITALISED_PARTICLES = frozenset(f"{_CAPITALISED_AND_RECASED} {_CAPITALISED}".split())
"""Those that are particles with a capital too ("Van Gogh"). "Do" and "Le" are then more often names of their own."""
RECASED_PARTICLES = frozenset(f"{_CAPITALISED_AND_RECASED} {_RECASED}".split())
"""Those that are shown in small letters within a name that is printed in capitals; "EL" and "AL" are shown as "El" and "Al"."""
CONNECTORS = frozenset(["y", "e", "i"])
"""Those that stand between two family names."""

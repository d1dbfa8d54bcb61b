"""A personal name as printed, taken apart without guessing: what is unclear is kept as several readings.

`graph.names.forms` is the door to this module.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph.names.differences import Difference
from graph.names.name_words import (
    CAPITALISED_PARTICLES,
    CONNECTORS,
    DEGREES,
    PARTICLES,
    ROMAN_NUMERALS,
    SUFFIXES,
    TITLES,
)
from graph.names.nicknames import goes_before_others, is_known_given_name
from graph.names.transliteration import (
    REMEMBERED,
    REMEMBERED_NAMES,
    is_east_asian_script,
    is_east_asian_syllable,
    is_pinyin,
    plain,
    unify,
)

_NUMBER = re.compile(r"\s+(\d{4})$")
_ASIDE = re.compile(r"\s*[(\[\"“„«]([^)\]\"”»]+)[)\]\"”»]\s*")
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z][^\W\d_A-Z])(?=[A-Z][a-z]{2})")
_DOTTED = re.compile(r"\.(?=[^\W\d_])")


@dataclass(frozen=True)
class Reading:
    """One way to divide a name. `weight` says how likely it is, `note` and `differ` how it differs from the usual way."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    particles: tuple[str, ...] = ()
    weight: float = 1.0
    note: str = ""
    differ: Difference = "same"
    guessed_compound: bool = False


@dataclass(frozen=True)
class Name:
    """A parsed name. `given`, `particles` and `family` hold the printed words of its most usual reading.

    `divided` is True where the source itself says which words are the family name ("Last, First", or `family` given). Sources
    slip, so `readings` holds the other ways to mean the words there too, with less weight. `also` holds names printed in
    brackets or quotation marks. `display` is the name in reading order, without its homonym number.
    """

    display: str
    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    suffix: str | None = None
    number: str | None = None
    also: tuple[str, ...] = ()
    divided: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words but suffix and number, in reading order."""
        return (*self.given, *self.particles, *self.family)

    @cached_property
    def bag(self) -> tuple[str, ...]:
        """The words in plain spelling, hyphens split, sorted."""
        return tuple(sorted(plain(part) for word in self.words for part in word.split("-") if plain(part)))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every way in which the words may be meant, the usual one first."""
        return (Reading(self.given, self.family, self.particles), *_other_readings(self))


def is_initial(word: str) -> bool:
    """Whether the word is one letter, with or without its dot."""
    return len(plain(word)) == 1 and not is_east_asian_script(word)


def parts(words: Iterable[str]) -> list[str]:
    """The parts of words joined by hyphens, or by a capital within ("QasemiZadeh"); the words themselves where they have none."""
    words = list(words)
    return [part for word in words for part in _split(word)] or words


@lru_cache(maxsize=REMEMBERED)
def _split(word: str) -> tuple[str, ...]:
    return tuple(part for half in word.split("-") for part in _INNER_CAPITAL.split(half) if plain(part))


def informative_given(given: tuple[str, ...]) -> tuple[str, ...]:
    """Given names without a first one that goes before others, as Md. in Md. Saiful; where it stands alone it stays."""
    return given[1:] if len(given) > 1 and goes_before_others(given[0]) else given


def is_short_syllable(word: str) -> bool:
    """Whether the word is one syllable that is not a common Western given name: what East Asian given names are made of."""
    return is_east_asian_syllable(word) and not is_known_given_name(word)


@lru_cache(maxsize=REMEMBERED_NAMES)  # a name is asked for several times while its record, or a long list, is worked on
def parse(name: str, family: str | None = None, given: str | None = None) -> Name:
    """The name taken apart. Never raises: text that is not a name gives a one-word or empty Name.

    `family` and `given` are what the source itself says; they win over the order of the words. "Last, First", "Last, First,
    Jr." and "First Last, Jr." are understood, and so are names in capitals and family names set in capitals ("LI Wei").
    """
    text = unify(name)
    number = _NUMBER.search(text) if text[-1:].isdigit() else None
    family = _NUMBER.sub("", unify(family)) if family else None
    text, also = _without_asides(text[: number.start()] if number else text)
    parts, suffix = _without_suffixes([part.strip() for part in text.split(",") if part.strip()])
    if family or given:
        family_words, given_words, suffix = _said_by_the_source(parts, family, given, suffix)
    elif len(parts) == 2:
        family_words, given_words = parts[0].split(), parts[1].split()
    else:
        family_words, given_words = [], []
    if not family_words:
        given_words = []
    divided = bool(family_words)
    words = [] if divided else " ".join(parts).split()
    if _all_capitals([*family_words, *given_words, *words]):
        family_words, given_words, words = (_recased(some) for some in (family_words, given_words, words))
    if divided:
        given_parts: tuple[str, ...] = tuple(_split_initials(given_words))
        particles, family_parts = _leading_particles(_split_initials(family_words))
    else:
        words = [word for position, word in enumerate(words) if position or plain(word) not in TITLES] or words
        words = _capital_initials(words)
        divided, given_parts, particles, family_parts = _divide(words)
    in_order = words or (*given_parts, *particles, *family_parts)
    display = " ".join((*in_order, *([suffix] if suffix else [])))
    return Name(display, given_parts, particles, family_parts, suffix, number[1] if number else None, also, divided)


def _said_by_the_source(
    parts: list[str], family: str | None, given: str | None, suffix: str | None
) -> tuple[list[str], list[str], str | None]:
    """Family and given words as the source divides them; a missing half is what the printed name has beside the other."""
    family_parts, of_family = _without_suffixes([family] if family else [])
    given_parts, of_given = _without_suffixes([unify(given)] if given else [])
    family_words, given_words = " ".join(family_parts).split(), " ".join(given_parts).split()
    printed = " ".join(reversed(parts)).split()
    if not given_words:
        given_words = [word for word in printed if word not in family_words]
    if not family_words and printed[: len(given_words)] == given_words:
        family_words = printed[len(given_words) :]
    return family_words, given_words, suffix or of_family or of_given


def _without_asides(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what stands in brackets or quotation marks, and these."""
    also = tuple(match.strip() for match in _ASIDE.findall(text))
    rest = _ASIDE.sub(" ", text).strip() if also else ""
    return (rest, also) if rest else (text, ())


def _without_suffixes(parts: list[str]) -> tuple[list[str], str | None]:
    """The parts between commas without generation suffixes and degrees, and the suffix."""
    suffix = None
    kept = []
    for part in parts:
        words = part.split()
        while words and (len(words) > 1 or len(parts) > 1):
            last = plain(words[-1])
            roman = last in ROMAN_NUMERALS
            if last in SUFFIXES and (not roman or words[-1].isupper()) and (len(words) > 2 or len(parts) > 1 or not roman):
                suffix = suffix or SUFFIXES[last]
            elif not (last in DEGREES and len(parts) > 1):
                break
            words.pop()
        if words:
            kept.append(" ".join(words))
    return kept, suffix


def _all_capitals(words: list[str]) -> bool:
    letters = "".join(words)
    return letters.isupper() and any(len(plain(word)) > 3 for word in words)


def _recased(words: list[str]) -> list[str]:
    """Words set in capitals as a page prints names: "JEAN-LUC O'NEIL VAN DER BERG" gives Jean-Luc O'Neil van der Berg."""
    recased = []
    for position, word in enumerate(words):
        if position and word.casefold() in CAPITALISED_PARTICLES and position < len(words) - 1:
            recased.append(word.casefold())
        else:
            recased.append(word.title())
    return recased


def _split_initials(words: list[str]) -> list[str]:
    """ "J.R." gives J. and R., "Ch.Smith" gives Ch. and Smith; hyphens stay."""
    return [part for word in words for part in (_DOTTED.sub(". ", word).split() if "." in word else (word,))]


def _leading_particles(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    start = 0
    while start < len(words) - 1 and words[start].casefold() in PARTICLES:
        start += 1
    return tuple(words[:start]), tuple(words[start:])


def _is_particle(words: list[str], position: int) -> bool:
    word = words[position]
    return word in PARTICLES or (word[:1].isupper() and word.casefold() in CAPITALISED_PARTICLES and not word.isupper())


def _divide(words: list[str]) -> tuple[bool, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Whether the division is sure, and the given words, particles and family words of the usual reading."""
    if len(words) < 2:
        return False, (), (), tuple(words)
    capitals = [i for i, word in enumerate(words) if word.isupper() and len(plain(word)) > 1 and not is_initial(word)]
    if capitals in ([0], [len(words) - 1]) and len(plain(words[capitals[0]])) > 3:
        family = _recased([words[capitals[0]]])
        return True, tuple(w for i, w in enumerate(words) if i != capitals[0]), (), tuple(family)
    full = [i for i, word in enumerate(words) if not is_initial(word)]
    if len(full) == 1 and full[0] == 0:
        return False, tuple(words[1:]), (), (words[0],)
    for position in range(1, len(words) - 1):
        if _is_particle(words, position):
            if words[position] in CONNECTORS:
                if position >= 2:
                    return False, tuple(words[: position - 1]), (), tuple(words[position - 1 : position] + words[position + 1 :])
                continue
            particles, family_words = _leading_particles(words[position:])
            return False, tuple(words[:position]), particles, family_words
    return False, tuple(words[:-1]), (), (words[-1],)


def _capital_initials(words: list[str]) -> list[str]:
    """Initials run together ("JR Smith") taken apart; capitals that may be a family name ("LI Wei") are left."""
    split: list[str] = []
    mixed = any(not word.isupper() for word in words)
    for word in _split_initials(words):
        run_together = mixed and word.isalpha() and word.isupper() and 2 <= len(word) <= 3 and not is_pinyin(word)
        split.extend(word if run_together and not is_east_asian_script(word) else [word])
    return split


def _other_readings(name: Name) -> Iterator[Reading]:
    """The ways beside the usual one in which the words of a name may be meant."""
    given, family = name.given, name.family
    if not given or not family:
        return
    if not is_initial(given[0]):
        words = name.words
        yield Reading((*words[1:],), (words[0],), (), 0.8, "the order of the words swapped", "order")
    doubt = 0.8 if name.divided else 1.0
    if len(informative_given(given)) >= 2 and len(family) == 1 and not name.particles and not is_initial(given[-1]):
        note = "its last two words taken as a compound family name"
        yield Reading(given[:-1], (given[-1], *family), (), 0.85 * doubt, note, "same", True)
    if len(family) == 2 and not name.particles and not is_initial(family[-1]):
        yield Reading((*given, family[0]), family[1:], (), 0.8 * doubt, "its last word alone taken as the family name")
    if not name.divided and all(is_initial(word) for word in given) and name.display.startswith(family[0]):
        yield Reading((*family, *given[:-1]), given[-1:], (), 0.6, "its last initial taken as the family name", "initial")

"""A library whose names are rare enough to learn from: families of four, each with a circle of its own, and names that many
bear."""

import random
from collections.abc import Iterator

from loaders.records import Affiliation, Authorship, Publication, Record, Subject

FAMILIES = 220
CIRCLE = 8
COMMON = tuple(f"{given} {family}" for given in ("Wei", "Jing", "Jun", "Min") for family in ("Zhang", "Li", "Wang", "Chen"))
SPELLINGS = ("Samuel Ortega", "Sam Ortega", "S. Ortega", "Samuel L. Ortega")
_SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zu")


def learnable_library(seed: int = 3) -> list[Record]:
    """Some 1,150 works, the same for the same seed, with 5,700 pairs to learn from."""
    chance = random.Random(seed)
    return [_work(chance, number, circle) for number, circle in enumerate(_circles(chance), 1)]


def _circles(chance: random.Random) -> Iterator[list[str]]:
    """The circle of each work: people are of one, and works of one circle lie close together."""
    people = [f"{_given(number)} {_family(number // 4)}" for number in range(4 * FAMILIES)]
    chance.shuffle(people)
    for start in range(0, len(people), CIRCLE):
        for _ in range(chance.randint(8, 13)):
            yield people[start : start + CIRCLE]


def _given(number: int) -> str:
    """A given name of nobody else; those of one family begin with different letters."""
    first = _SYLLABLES[number % 4 * 3 + number // 4 % 3]
    return (first + _SYLLABLES[number % 15] + _SYLLABLES[number // 15 % 15] + _SYLLABLES[number // 225 % 15] + "l").title()


def _family(number: int) -> str:
    return (_SYLLABLES[number % 15] + _SYLLABLES[number // 15 % 15] + "nd" + _SYLLABLES[number % 7] + "rk").title()


def _work(chance: random.Random, number: int, circle: list[str]) -> Record:
    names = chance.sample(circle, chance.randint(2, 3))
    field = number // 40
    if chance.random() < 0.25:
        names.append(chance.choice(COMMON))
    if chance.random() < 0.05:
        names.append(SPELLINGS[field % len(SPELLINGS)])
    year = 1980 + field
    words = [f"{_SYLLABLES[field % 15]}{_SYLLABLES[field // 15]}{ending}" for ending in ("ography", "onics")]
    place = Affiliation(name=f"University of {_family(field)}")
    return Record(
        where=f"record {number}",
        title=f"On {chance.choice(words)} of {_family(number % 97)}, study number {number}",
        year=year + chance.randint(0, 4),
        authors=tuple(
            Authorship(name=name, position=position, affiliations=(place,) if chance.random() < 0.5 else ())
            for position, name in enumerate(names, 1)
        ),
        publications=(Publication(venue=f"Annals of {words[0]}" if number % 3 else "Proceedings", kind="journal", year=year),),
        subjects=tuple(Subject(scheme="keyword", code=word, label=word) for word in words if chance.random() < 0.8),
    )

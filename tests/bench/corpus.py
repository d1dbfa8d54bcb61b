"""A made-up corpus of any size, the same every time: names, careers and texts with the repetition of real ones.

Every record follows from its number alone, so a part of the corpus is the same whatever is made before it. Names and words are as
unevenly common as real ones: one person in a hundred has the commonest family name, and most family names are one person's.
People come one with each record, are busiest at first and beside those who came with them, and one in 2,000 leads a group.
"""

import random
from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from graph.load.reading import Document
from loaders.records import Authorship, Header, Item, Publication, Record

WORDS, FAMILIES, GIVEN, VENUES = 20_000, 4_000_000, 200_000, 80
CAREER = 20_000
"""In how many records after the one with which somebody came their name may stand."""
GROUP = 2000
LED = 0.03
ABSTRACT_WORDS = 90

_SYLLABLES = (
    "ka", "lo", "mi", "ren", "ta", "shi", "von", "del", "mar", "tin",
    "ber", "ger", "son", "wen", "zhao", "li", "xu", "ko", "va", "ni",
)  # fmt: skip
_JOINTS = ("", "", "", " of the", " and we show that the", ",", ".", " with a", " for", " in this", " is not", " can be")


def items(records: int, first: int = 0, abstract_words: int = ABSTRACT_WORDS) -> Iterator[Item]:
    """A header and so many records, from number `first` on: about four authors, a title of 8 words, an abstract of about 150."""
    yield Header(format="bench", source="bench")
    for number in range(first, first + records):
        yield _record(number, abstract_words)


def people_of(number: int) -> list[int]:
    """Who wrote the record of this number, in order, each as a number of one person."""
    return _people(random.Random(number), number)[1]


def _people(made: random.Random, number: int) -> tuple[int, list[int]]:
    """The year and the people of a record, which are drawn first."""
    year = made.randint(2000, 2024)
    return year, list(dict.fromkeys(_person(made, number) for _ in range(made.choice((1, 2, 3, 4, 5, 6, 7)))))


def _record(number: int, abstract_words: int) -> Record:
    made = random.Random(number)
    year, people = _people(made, number)
    venue = _word(2 + _rank(made, VENUES) * 37).upper()
    return Record(
        where=f"record {number}",
        title=" ".join(_word(_rank(made, WORDS)) for _ in range(8)),
        abstract=" ".join(_word(_rank(made, WORDS)) + made.choice(_JOINTS) for _ in range(abstract_words)),
        year=year,
        authors=tuple(Authorship(name=_name(person), position=place) for place, person in enumerate(people, 1)),
        publications=(Publication(venue=venue, kind="conference", year=year),),
    )


def _person(made: random.Random, number: int) -> int:
    if made.random() < LED:
        return number - number % GROUP
    return max(0, number - _rank(made, CAREER) + 1)


def _name(person: int) -> str:
    made = random.Random(-1 - person)
    given, family = _word(len(_SYLLABLES) + _rank(made, GIVEN, 20)), _word(len(_SYLLABLES) + _rank(made, FAMILIES, 5))
    return f"{given.title()} {family.title()}"


def _rank(made: random.Random, most: int, shift: int = 0) -> int:
    """A number from 1 to `most`, each as often as one divided by it and `shift` (Mandelbrot's law; Zipf's with 0)."""
    first = 1 + shift
    return int(first * ((most + first) / first) ** made.random()) - shift


def _word(rank: int) -> str:
    """The word of this rank: the commoner, the shorter."""
    syllables: list[str] = []
    while rank:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        syllables.append(_SYLLABLES[syllable])
    return "".join(syllables)


def document(records: int, first: int = 0, abstract_words: int = ABSTRACT_WORDS) -> Document:
    """The same as a document that is ready to be loaded."""
    name = f"{records} records from {first}, {abstract_words} words"
    checksum = sha256(name.encode()).hexdigest()
    return Document(name, checksum, "bench", partial(items, records, first, abstract_words))

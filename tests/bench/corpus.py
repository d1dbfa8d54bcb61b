"""A made-up corpus of any size, the same every time: names and texts with the repetition of real ones."""

import random
from collections.abc import Iterator

from loaders.records import Authorship, Header, Item, Publication, Record

_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ren",
    "ta",
    "shi",
    "von",
    "del",
    "mar",
    "tin",
    "ber",
    "ger",
    "son",
    "wen",
    "zhao",
    "li",
    "xu",
    "ko",
    "va",
    "ni",
)
_JOINTS = ("", "", "", " of the", " and we show that the", ",", ".", " with a", " for", " in this", " is not", " can be")


def items(records: int, seed: int = 1) -> Iterator[Item]:
    """A header and so many records: about four authors each, a title of 8 words, an abstract of about 150."""
    made = random.Random(seed)
    words = [_word(made, 2, 4) for _ in range(5000)]
    venues = [_word(made, 2, 3).upper() for _ in range(80)]
    people = [f"{_word(made, 2, 2).title()} {_word(made, 2, 3).title()}" for _ in range(max(10, records))]
    yield Header(format="bench", source="bench")
    for number in range(records):
        year = made.randint(2000, 2024)
        names = made.sample(people, made.choice((1, 2, 3, 4, 5, 6, 7)))
        yield Record(
            where=f"record {number}",
            title=" ".join(made.choice(words) for _ in range(8)),
            abstract=" ".join(made.choice(words) + made.choice(_JOINTS) for _ in range(90)),
            year=year,
            authors=tuple(Authorship(name=name, position=place) for place, name in enumerate(names, 1)),
            publications=(Publication(venue=made.choice(venues), kind="conference", year=year),),
        )


def _word(made: random.Random, least: int, most: int) -> str:
    return "".join(made.choice(_SYLLABLES) for _ in range(made.randint(least, most)))

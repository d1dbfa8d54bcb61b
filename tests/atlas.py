"""A made-up corpus as large experiments publish: a few papers of thousands of authors, and small ones by some of them.

What is hard about it: every one of its people has thousands of collaborators; records of similar names that never stand on one
paper, each beside thousands of others (`SPLIT`); one name on papers of two experiments that share nobody (`MIXED`); somebody who
shares a paper with an organisation only, so that no way leads to anybody (`ALONE`); two papers of one title (`SAME_TITLE`).
"""

import random
from collections.abc import Iterator

from loaders.records import Affiliation, Authorship, Header, Identifier, Item, Publication, Record, Subject

AUTHORS = 2900
PAPERS = 6
PROLIFIC = "Ada P. Quenby"
OTHER = "Ben R. Tolliver"
SPLIT = ("Zoe Wintergreen", "Z. Wintergreen")
MIXED = "Lin Fo"
ALONE = "Uma Single"
SAME_TITLE = "Performance of a muon spectrometer"
EXPERIMENT = "HELIOS Collaboration"

_BEGINNINGS = ("Ar", "Bel", "Cor", "Dun", "Fen", "Gor", "Hal", "Jas", "Kes", "Lom", "Nor", "Pal", "Rud", "Sten", "Wal")
_MIDDLES = ("a", "e", "i", "o", "u", "ander", "ing", "old", "erst")
_ENDS = ("berg", "ford", "gard", "haus", "low", "mont", "ner", "rup", "stad", "wick")
_INITIALS = ("A.", "B. C.", "D.", "E. F.", "G.", "H. J.", "K.", "L. M.", "N.", "O. P.")


def names(count: int) -> list[tuple[str, str]]:
    """So many names of people, as given and family names, the same every time."""
    made = [(given, begin + middle + end) for begin in _BEGINNINGS for middle in _MIDDLES for end in _ENDS for given in _INITIALS]
    random.Random(7).shuffle(made)
    return made[:count]


def items(authors: int = AUTHORS, papers: int = PAPERS) -> Iterator[Item]:
    """A header and the papers: `papers` of each of two experiments of `authors` people, and small ones."""
    chosen = random.Random(8)
    everybody = [f"{given} {family}" for given, family in names(2 * authors)]
    first, second = everybody[:authors], everybody[authors:]
    yield Header(format="atlas", source="atlas")
    for number in range(papers):
        absent = set(chosen.sample(range(authors), authors // 50))
        present = [name for place, name in enumerate(first) if place not in absent]
        guests = [SPLIT[0]] if number == 0 else [SPLIT[1]] if number == 1 else []
        yield _paper(
            number, f"Search for resonance {number} in collisions", [PROLIFIC, OTHER, *guests, MIXED, *present, EXPERIMENT]
        )
    for number in range(papers, papers + 2):
        yield _paper(number, SAME_TITLE, [MIXED, *second], year=1990 + 10 * (number - papers))
    yield _paper(papers + 2, "A note on detectors", [PROLIFIC, OTHER])
    yield _paper(papers + 3, "A talk for the public", [ALONE, EXPERIMENT])


def _paper(number: int, title: str, authors: list[str], year: int | None = None) -> Record:
    return Record(
        where=f"record {number + 1}",
        title=title,
        abstract=f"We report on {title.lower()}, with limits on cross sections and a measured background of {number} events.",
        year=year or 2010 + number,
        ids=(Identifier("doi", f"10.5555/helios.{number}"),),
        authors=tuple(_author(name, place) for place, name in enumerate(authors, 1)),
        publications=(Publication(venue="Letters of Physics", kind="journal", year=year or 2010 + number),),
        subjects=(Subject(scheme="keyword", code="colliders"),),
        cited_by=100 * number,
    )


def _author(name: str, place: int) -> Authorship:
    if name == EXPERIMENT:
        return Authorship(name=name, position=place, kind="organisation")
    return Authorship(name=name, position=place, affiliations=(Affiliation(name=f"Institute {place % 170} of Physics"),))

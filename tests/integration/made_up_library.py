"""A library of made-up works, with what identity is about: names of several people, people of several names, names twice on a
paper."""

import random

from loaders.records import Affiliation, Authorship, Identifier, Publication, Record, Subject

FIELDS = 6
COMMON = ("Wei Zhang", "Jing Li", "Wei Li", "Jing Zhang", "Maria Garcia", "W. Zhang")
"""Names that people of every field bear."""
SPELLINGS = {
    "Samuel Ortega": ("Samuel Ortega", "Sam Ortega", "S. Ortega", "Samuel L. Ortega"),
    "Katarzyna Nowak": ("Katarzyna Nowak", "Kasia Nowak", "K. Nowak"),
    "Jürgen Groß": ("Jürgen Groß", "Juergen Gross", "J. Gross"),
}
"""People whose name is printed in several ways."""
GIVEN = ("Ada", "Bo", "Cleo", "Dipti", "Emil", "Fay", "Gro", "Hana", "Ivo", "Jan", "Kim", "Lea", "Moe", "Nils", "Ola")
FAMILY = ("Berg", "Dahl", "Falk", "Holm", "Kern", "Lund", "Moss", "Nash", "Orr", "Prince", "Quist", "Roy", "Sand", "Toll", "Vik")
WORDS = (
    "colonies", "bridges", "harvests", "archives", "tides", "glaciers", "lenses", "sonnets", "enzymes", "tariffs", "meteors",
    "looms",
)  # fmt: skip
EVERYWHERE = Subject(scheme="keyword", code="measurement", label="measurement")


def library(count: int, seed: int = 7) -> list[Record]:
    """So many works, each of one field: the same for the same numbers."""
    chance = random.Random(seed)
    people = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    chance.shuffle(people)
    circles = [people[field::FIELDS][:12] for field in range(FIELDS)]
    return [_work(chance, number, circles) for number in range(1, count + 1)]


def _work(chance: random.Random, number: int, circles: list[list[str]]) -> Record:
    field = chance.randrange(FIELDS)
    names = chance.sample(circles[field], chance.randint(1, 3))
    if chance.random() < 0.5:
        names.append(chance.choice(COMMON))
    if chance.random() < 0.3:
        names.append(chance.choice(SPELLINGS[list(SPELLINGS)[field % len(SPELLINGS)]]))
    if chance.random() < 0.04:
        names.append(chance.choice(names))
    chance.shuffle(names)
    place = Affiliation(name=f"University of {FAMILY[field]}stad")
    mine = WORDS[2 * field : 2 * field + 2]
    title = f"{chance.choice(mine)} and {chance.choice(mine)} under {chance.choice(WORDS)}, study number {number}".capitalize()
    subjects = [Subject(scheme="keyword", code=word, label=word) for word in {*mine, chance.choice(WORDS)}]
    venues = [Publication(venue=f"Journal of {mine[0].capitalize()}", kind="journal", year=1990 + number % 30)]
    if chance.random() < 0.3:
        venues.append(Publication(venue="arXiv", kind="preprint", year=1990 + number % 30))
    return Record(
        where=f"record {number}",
        title=title,
        year=1990 + number % 30,
        ids=(Identifier("doi", f"10.9999/library.{seed_of(title)}.{number}"),),
        authors=tuple(
            Authorship(name=name, position=position, affiliations=(place,) if chance.random() < 0.6 else ())
            for position, name in enumerate(names, 1)
        ),
        publications=tuple(venues),
        subjects=(EVERYWHERE, *subjects),
    )


def seed_of(title: str) -> int:
    """A number that a title always has."""
    return sum(map(ord, title))

"""Short ways to say in tests what documents say."""

from typing import Any

from graph.load.claims import Claim
from loaders.records import Authorship, Identifier, Publication, Record

ABSTRACT = (
    "We watch a colony of ants carry crumbs of different sizes across a narrow bridge and count how often two of "
    "them share one load. Sharing grows with the weight of the crumb until the bridge itself becomes too narrow for"
    " two, after which the ants drop what they carry and start again. A model of three rules reproduces the counts "
    "and predicts the width at which sharing stops."
)
EDITED = ABSTRACT.replace("a narrow bridge", "a small bridge").replace("three rules", "four rules")
OTHER = (
    "Letters of two merchant families are read for what they paid for salt between two harvests. Prices follow the "
    "weather of the year before and the distance to the next river, while taxes hardly matter at all. The archive "
    "and all readings are published so that others can repeat the count, and a short guide explains the "
    "abbreviations that scribes of the time liked."
)


def authors(*names: str) -> tuple[Authorship, ...]:
    """A list of authors in order."""
    return tuple(Authorship(name=name, position=place) for place, name in enumerate(names, 1))


def owner(name: str) -> tuple[Authorship, ...]:
    """Somebody who wrote the work, at an unknown place."""
    return (Authorship(name=name),)


def preprint(year: int) -> Publication:
    """An appearance on arXiv."""
    return Publication(venue="arXiv", kind="preprint", year=year)


def arxiv(value: str) -> Identifier:
    """An arXiv id."""
    return Identifier("arxiv", value)


def claim(number: int = 0, **said: Any) -> Claim:
    """What record `number` of a document says."""
    return Claim.of("document:1", number, Record(where=f"record {number}", **said))

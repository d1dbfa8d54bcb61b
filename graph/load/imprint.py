"""Who published a work, where, in which languages, at which address, and on which day it appeared: chosen among what its
documents say, whatever their order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypedDict

from graph.load.claims import COPY_KINDS, Claim
from loaders.records import Publication, Record


class Imprint(TypedDict):
    """Properties of a paper; None for what no document says."""

    publisher: str | None
    place: str | None
    languages: list[str] | None
    url: str | None


def imprint_of(claims: Sequence[Claim], published: Sequence[Claim]) -> Imprint:
    """What most documents say, those before all that describe the work as published, not as a preprint.

    The place is that of a document that names no other publisher, so that no imprint is made up of two.
    """
    publisher = _publisher(published) or _publisher(claims)
    places = [
        claim.record.place
        for among in (published, claims)
        for claim in among
        if claim.record.place and _key(claim.record.publisher or publisher) == _key(publisher)
    ]
    counts = Counter(claim.record.languages for claim in claims if claim.record.languages)
    spoken = min(counts, key=lambda said: (-counts[said], -len(said), said), default=None)
    return Imprint(
        publisher=publisher,
        place=_most_frequent(places),
        languages=list(spoken) if spoken else None,
        url=_address(published) or _address(claims),
    )


def date_of_appearance(stated: Iterable[tuple[Publication, Record]], year: int | None) -> str | None:
    """The most exact date that the records give of an appearance in that year; of several the one that most give, then the
    earliest. None where they give no more than the year."""
    said = (record.date for publication, record in stated if record.date and publication is _dated(record))
    dates = [date for date in said if date[:4] == str(year)]
    exact = max(map(len, dates), default=0)
    return _most_frequent(date for date in dates if len(date) == exact) if exact > len("2020") else None


def _dated(record: Record) -> Publication | None:
    """The appearance that a record's date belongs to: its first that is no preprint, as with volume and pages; of what its source
    calls a preprint the preprint, wherever the source knows it to have appeared later."""
    is_copy = (record.kind or "").casefold() in COPY_KINDS
    ranked = sorted(record.publications, key=lambda publication: (publication.kind == "preprint") != is_copy)
    return next(iter(ranked), None)


def _publisher(claims: Iterable[Claim]) -> str | None:
    """The publisher that most name, in whatever case; among equals one with a place, then the longest name that is not printed in
    capitals."""
    named = [claim.record for claim in claims if claim.record.publisher]
    counts = Counter(_key(record.publisher) for record in named)
    placed = {_key(record.publisher) for record in named if record.place}
    spelled = {record.publisher for record in named if record.publisher}

    def rank(name: str) -> tuple[object, ...]:
        shouts = name.isupper() and " " in name
        return (-counts[_key(name)], _key(name) not in placed, shouts, -len(name), name)

    return min(spelled, key=rank, default=None)


def _address(claims: Iterable[Claim]) -> str | None:
    """The address that most give; among equals a page rather than a file, a secure one, the shortest."""
    counts = Counter(claim.record.url for claim in claims if claim.record.url)
    return min(counts, key=lambda url: (-counts[url], _is_file(url), not url.startswith("https"), len(url), url), default=None)


def _is_file(url: str) -> bool:
    return url.casefold().partition("?")[0].endswith((".pdf", ".ps", ".gz", ".zip", ".doc", ".docx"))


def _most_frequent(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


@lru_cache(maxsize=4096)  # a corpus has few publishers
def _key(name: str | None) -> str:
    return "".join(letter for letter in (name or "").casefold() if letter.isalnum())

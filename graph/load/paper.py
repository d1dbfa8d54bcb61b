"""What the graph says of a work: one value for each property, chosen among what its documents say.

Every choice is a function of the set of claims, so the order in which documents were loaded does not show.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from graph.load.claims import PROPERTY_OF_SCHEME, Claim, ids_by_scheme
from graph.load.decided_slots import NOTHING_DECIDED, DecidedSlots
from graph.load.imprint import date_of_appearance, imprint_of
from graph.load.locus import other_numbers, tidy
from graph.load.slots import Slot, align, align_editors
from graph.load.text import title_key
from graph.load.uids import topic_code, venue_uid
from graph.load.works import Work
from graph.topics.phrases import Phrase, TextTopics, text_topics
from loaders.records import Identifier, Publication, Record, Subject

CAPTION_LENGTH = 80


@dataclass(frozen=True)
class Appearance:
    """A work in a venue."""

    venue: str
    kind: str
    year: int | None
    ids: tuple[str, ...] = ()
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    article_number: str | None = None
    date: str | None = None
    series: tuple[str, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A topic of a work, given by a document."""

    scheme: str
    code: str
    label: str
    score: float | None
    broader: Sequence[Subject] = ()

    @property
    def uid(self) -> str:
        return Identifier(self.scheme, self.code).curie


@dataclass(frozen=True)
class Paper:
    """A work as the graph shows it. `phrases` are those that say best what its text is about; which of them, and of the terms
    among its properties, are topics of the graph is not told by one work."""

    work: Work
    properties: dict[str, object]
    slots: Sequence[Slot]
    editors: Sequence[Slot]
    appearances: Sequence[Appearance]
    topics: Sequence[Topic]
    phrases: Sequence[Phrase]

    @property
    def uid(self) -> str:
        return self.work.uid


def paper_of(work: Work, decided: DecidedSlots = NOTHING_DECIDED, *, retracted: bool = False) -> Paper:
    """The paper that a work's claims add up to, with what was decided about its slots. `retracted` says that a notice tells
    so."""
    claims = work.claims
    slots = align(claims)
    decided.apply(work, slots)
    title = _most_frequent((claim.title for claim in claims), prefer=_longest)
    abstract = _most_frequent((claim.record.abstract for claim in claims), prefer=_longest)
    appearances = _appearances(claims)
    published = [claim for claim in claims if not claim.is_preprint] or list(claims)
    ids = {known for claim in claims for known in claim.ids}
    properties: dict[str, object] = {
        "uid": work.uid,
        "title": title,
        "title_key": title_key(title) if title else None,
        "caption": title or _beginning(abstract) or work.uid,
        "abstract": abstract,
        "year": _year(claims, appearances),
        "date": min((claim.record.date for claim in claims if claim.record.date), default=None),
        "kind": _most_frequent(claim.record.kind for claim in published),
        "comment": "; ".join(sorted({claim.record.comment for claim in claims if claim.record.comment})) or None,
        "retracted": True if retracted or any(claim.is_retracted for claim in claims) else None,
        **imprint_of(claims, published),
        "authors_complete": any(claim.has_list for claim in claims),
        "ids": [known.curie for known in sorted(ids)],
        **_id_properties(ids),
    }
    offered = _text_topics(claims, title, abstract)
    properties |= offered.properties()
    phrases = sorted(offered.phrases, key=lambda phrase: phrase.key)
    return Paper(work, properties, slots, align_editors(claims), appearances, _topics(claims), phrases)


def _most_frequent(values: Iterable[str | None], prefer: Callable[[str], tuple[int, ...]] = lambda _: ()) -> str | None:
    """The value that most claims give; among equals the most preferred one, then the first in alphabetical order."""
    given = [value for value in values if value]
    if len(given) < 2:  # most works are described once
        return given[0] if given else None
    counts = Counter(given)
    return min(counts, key=lambda value: (-counts[value], tuple(-one for one in prefer(value)), value), default=None)


def _of_the_year(known: frozenset[str | None], text: str) -> tuple[int, int]:
    return (text in known, len(text))


def _longest(text: str) -> tuple[int]:
    return (len(text),)


def _id_properties(ids: Iterable[Identifier]) -> dict[str, str | None]:
    first = {scheme: values[0] for scheme, values in ids_by_scheme(ids).items()}
    return {name: first.get(scheme) for scheme, name in PROPERTY_OF_SCHEME.items()}


def _appearances(claims: Iterable[Claim]) -> list[Appearance]:
    """One for each venue: the year and kind that most claims give, and where in it the work stands."""
    by_venue: dict[str, list[tuple[Publication, Record]]] = {}
    for claim in claims:
        for publication in claim.record.publications:
            by_venue.setdefault(venue_uid(publication.venue), []).append((publication, claim.record))
    return [_appearance(stated) for _, stated in sorted(by_venue.items())]


def _appearance(stated: Sequence[tuple[Publication, Record]]) -> Appearance:
    year = _most_common_year(publication.year for publication, _ in stated)
    numbered = [(publication.year == year, record) for publication, record in stated if publication is _printed(record)]
    return Appearance(
        venue=_most_frequent(publication.venue for publication, _ in stated) or "",
        kind=_most_frequent(publication.kind for publication, _ in stated) or "other",
        year=year,
        ids=tuple(sorted({known.curie for publication, _ in stated for known in publication.ids})),
        date=date_of_appearance(stated, year),
        series=tuple(sorted({known.curie for publication, _ in stated for known in publication.series})),
        **_numbering(numbered),
    )


def _printed(record: Record) -> Publication | None:
    """The appearance that a record's volume, issue and pages belong to: its first that is not a preprint."""
    return next((publication for publication in record.publications if publication.kind != "preprint"), None)


def _numbering(stated: Sequence[tuple[bool, Record]]) -> dict[str, str | None]:
    """What most records say, of as many those of the appearance's year; a record that gives another volume or issue than was
    chosen says nothing of what comes behind it, so that no place is made up of two."""
    chosen: dict[str, str | None] = {}
    left = list(stated)
    for name in ("volume", "issue", "pages", "article_number"):
        given = [tidy(getattr(record, name)) for _, record in left]
        of_the_year = {value for value, (in_year, _) in zip(given, left, strict=True) if in_year}
        value = _most_frequent(given, partial(_of_the_year, frozenset(of_the_year)))
        chosen[name] = value
        if name in ("volume", "issue"):
            left = [one for one, other in zip(left, given, strict=True) if not other_numbers(value, other)]
    return chosen


def _year(claims: Sequence[Claim], appearances: Sequence[Appearance]) -> int | None:
    """The year of the first publication; of the first preprint where there is nothing else; else what the records say."""
    published = [seen.year for seen in appearances if seen.year and seen.kind != "preprint"]
    preprints = [seen.year for seen in appearances if seen.year]
    stated = [claim.record.year for claim in claims if claim.record.year]
    return min(published or preprints or stated, default=None)


def _most_common_year(years: Iterable[int | None]) -> int | None:
    given = [year for year in years if year]
    if len(given) < 2:
        return given[0] if given else None
    counts = Counter(given)
    return min(counts, key=lambda year: (-counts[year], year), default=None)


def _topics(claims: Sequence[Claim]) -> list[Topic]:
    given: dict[tuple[str, str], list[Subject]] = {}
    for claim in claims:
        for subject in claim.record.subjects:
            given.setdefault((subject.scheme, topic_code(subject)), []).append(subject)
    return [
        Topic(
            scheme=scheme,
            code=code,
            label=_most_frequent(subject.label for subject in stated) or min(subject.code for subject in stated),
            score=max((subject.score for subject in stated if subject.score is not None), default=None),
            broader=tuple(dict.fromkeys(subject.broader for subject in stated if subject.broader)),
        )
        for (scheme, code), stated in sorted(given.items())
    ]


def _text_topics(claims: Sequence[Claim], title: str | None, abstract: str | None) -> TextTopics:
    """What title and abstract offer; as a rule some claim gives both, and may know it already."""
    for claim in claims:
        if (claim.title, claim.record.abstract) == (title, abstract):
            return claim.text_topics
    return text_topics(title, abstract)


def _beginning(text: str | None) -> str | None:
    if not text or len(text) <= CAPTION_LENGTH:
        return text
    return text[:CAPTION_LENGTH].rsplit(" ", 1)[0] + " …"

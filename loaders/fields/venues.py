"""Venues: one name for each whatever the source calls it, and the venues that an author's comment names."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from loaders.fields.dates import first_year
from loaders.fields.publication_types import PublicationKind
from loaders.records import Publication

_NOT_PUBLISHED = re.compile(
    r"\b(?:submitted|submission|under (?:double[- ]blind )?review|in review|rejected|resubmi\w+|preparing|to be submitted)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*;\s*|(?<=[a-z0-9)])\.\s+(?=[A-Z])|\n+")
_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)
_WORKSHOP_TOPIC = re.compile(r"\b(?i:workshop)(?:\s+(?:on|for|in|at))?:?\s+(?P<topic>[A-Z][^,.;()]*)")
_YEAR_WORD = re.compile(r"(?:\s|^)(?:in\s+)?\(?(?:1[89]|20)\d\d\)?(?=\s|$)")
_VERB = r"(?:accepted|published|presented|appear(?:s|ed|ing)?|camera[- ]ready|proceedings|proc\.|oral|poster|spotlight|in press)"
_UNLISTED = re.compile(rf"\b(?i:{_VERB})\b.*?\b(?P<name>[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*)[ ']*\(?(?:20)?\d\d\b")
_ORDINAL = re.compile(
    r"^(?:\d{4}\s+)?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?(?:annual\s+)?(?:ieee(?:/cvf)?\s+|acm\s+)?", re.IGNORECASE
)


_DATABASE = re.compile(
    r"(?:the\s+)?(?:(?:elsevier )?scopus|(?:clarivate )?(?:web of (?:science|knowledge)|wos)(?: core collection)?|isi"
    r"|science citation index.*|pub\s?med(?: central)?|pmc|(?:ovid )?(?:medline|embase).*|cinahl.*|(?:apa )?psyc-?info.*"
    r"|ebsco(?:host)?.*|proquest.*|acm digital library|ieee ?xplore.*|google scholar|semantic scholar|crossref|openalex"
    r"|science ?direct|jstor|dblp|cochrane (?:library|central)|europe ?pmc|inspire(?:-?hep)?|litmaps|rayyan|zotero|mendeley)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Venue:
    """A venue under its one name, with its kind."""

    name: str
    kind: PublicationKind


@cache
def _listed() -> tuple[tuple[Venue, tuple[str, ...]], ...]:
    text = files("loaders.fields").joinpath("venues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((_venue(row[0], row[1]), (row[0], *filter(None, row[2].split("|")))) for row in rows)


def _venue(name: str, kind: str) -> Venue:
    if kind not in get_args(PublicationKind):
        raise ValueError(f"venues.tsv: {kind!r} is not a kind of publication")
    return Venue(name, cast(PublicationKind, kind))


@cache
def _by_key() -> dict[str, Venue]:
    return {_key(name): venue for venue, names in _listed() for name in names}


def _key(name: str) -> str:
    plain = " ".join(name.replace("&", "and").split()).casefold()
    plain = plain.removeprefix("proceedings of ").removeprefix("the ")
    return _ORDINAL.sub("", plain)


def is_database(name: str) -> bool:
    """Whether a name is of a database or a program out of which records come ("Scopus"), in which no work is published."""
    return bool(_DATABASE.fullmatch(name.strip()))


def venue(printed: str) -> Venue | None:
    """The listed venue that goes by the name `printed` in any case ("NIPS" is NeurIPS), or None."""
    return _by_key().get(_key(printed))


def venue_name(printed: str) -> str:
    """The one name of the venue: that of the list, else `printed` with white space collapsed."""
    known = venue(printed)
    return known.name if known else " ".join(printed.split())


def publications_in(comment: str) -> tuple[Publication, ...]:
    """The publications that an author's comment names: "Published as a conference paper at ICLR 2021" is ICLR, 2021.

    A comment that speaks of a submission only, as "Under review at ICML 2020", names none.
    """
    found: dict[tuple[str, str], Publication] = {}
    for clause in _CLAUSE.split(comment):
        publication = None if _NOT_PUBLISHED.search(clause) else _publication(clause)
        if publication:
            found.setdefault((publication.venue, publication.kind), publication)
    return tuple(found.values())


def _publication(clause: str) -> Publication | None:
    known = _named_in(clause)
    year = first_year(clause) or _short_year(clause, known)
    if _WORKSHOP.search(clause):
        name = _workshop(clause, known)
        return Publication(venue=name, kind="workshop", year=year) if name else None
    if known:
        return Publication(venue=known[0].name, kind=known[0].kind, year=year)
    unlisted = _UNLISTED.search(clause)
    if unlisted:
        return Publication(venue=unlisted["name"], kind="other", year=year)
    return None


def _short_year(clause: str, known: tuple[Venue, str] | None) -> int | None:
    match = re.search(rf"{re.escape(known[1])}\s?['’](?P<year>\d\d)\b", clause) if known else None
    return 2000 + int(match["year"]) if match else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Venue], ...]:
    """Acronyms in their exact case, long names in any; ordinary words ("Nature") only as "in Nature", ending a phrase."""
    patterns = []
    for listed, names in _listed():
        for name in names:
            if listed.kind == "preprint":
                continue
            escaped = r"\s+(?:and|&)\s+".join(re.escape(part) for part in re.split(r"\s+(?:and|&)\s+", name)).replace(
                r"\ ", r"\s+"
            )
            if len(name.split()) > 2 or (" " in name and not name.istitle()):
                patterns.append((re.compile(rf"\b{escaped}(?!\w)", re.IGNORECASE), listed))
            elif sum(character.isupper() for character in name) > 1 and " " not in name:
                patterns.append((re.compile(rf"(?<![\w/-]){escaped}(?=-?\d{{2,4}}\b|(?![\w/-]))"), listed))
            else:
                patterns.append((re.compile(rf"\b(?:in|to|by|at|journal)\s+{escaped}(?=\s*(?:$|[,.;()\d]|journal))"), listed))
    return tuple(patterns)


def _named_in(clause: str) -> tuple[Venue, str] | None:
    """The listed venue that is named first, the longest name where several begin there, and the name as printed."""
    matches = [(match, listed) for pattern, listed in _patterns() if (match := pattern.search(clause))]
    if not matches:
        return None
    match, listed = min(matches, key=lambda pair: (pair[0].start(), -len(pair[0].group())))
    return listed, match.group()


def _workshop(clause: str, known: tuple[Venue, str] | None) -> str | None:
    topic = _WORKSHOP_TOPIC.search(clause)
    words = " ".join(_YEAR_WORD.sub(" ", topic.group()).split()) if topic else "Workshop"
    if topic is None and known is None:
        return None
    words = words[0].upper() + words[1:]
    return f"{known[0].name} {words}" if known and known[0].kind == "conference" else words

"""Where each author of a Scopus record works, from the columns "Authors with affiliations" and "Affiliations"."""

import unicodedata
from collections.abc import Sequence

from loaders.records import Affiliation, Authorship


def scopus_places(beside: str, listed: str, authors: Sequence[Authorship]) -> list[tuple[Affiliation, ...]]:
    """Each author's affiliations, by position.

    `beside` gives for each author the name and the affiliations, all divided by commas; `listed` all affiliations divided by
    semicolons, so that it shows where one ends and the next begins. One affiliation alone is everybody's where `beside` is empty.
    """
    places = [place for part in listed.split(";") if (place := " ".join(part.split()))]
    entries = [entry for part in beside.split(";") if (entry := " ".join(part.split()))]
    if not entries:
        return [(Affiliation(places[0]),) if len(places) == 1 else () for _ in authors]
    if len(entries) == len(authors):
        return [_affiliations(entry, author, places) for entry, author in zip(entries, authors, strict=True)]
    found = []
    for author in authors:
        own = [entry for entry in entries if _behind_name(entry, author) is not None]
        found.append(_affiliations(own[0], author, places) if len(own) == 1 else ())
    return found


def _affiliations(entry: str, author: Authorship, places: Sequence[str]) -> tuple[Affiliation, ...]:
    rest = _behind_name(entry, author)
    return tuple(map(Affiliation, _divided(entry.partition(",")[2].strip() if rest is None else rest, places)))


def _behind_name(entry: str, author: Authorship) -> str | None:
    """What follows the name with which the entry begins; None where it begins with another name."""
    keys = {
        _key(author.name),
        _key(f"{author.family or ''}{author.given or ''}"),
        _key(f"{author.given or ''}{author.family or ''}"),
    }
    parts = entry.split(",")
    for taken in range(min(3, len(parts)), 0, -1):
        if _key("".join(parts[:taken])) in keys - {""}:
            return ",".join(parts[taken:]).strip()
    return None


def _divided(text: str, places: Sequence[str]) -> list[str]:
    """The affiliations in a text that names them one after the other; the text as it is where they are not those listed."""
    found: list[str] = []
    rest = text
    while rest:
        fitting = [place for place in places if rest == place or rest.startswith(f"{place}, ")]
        if not fitting:
            return [text]
        found.append(max(fitting, key=len))
        rest = rest[len(found[-1]) :].lstrip(", ")
    return list(dict.fromkeys(found))


def _key(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in decomposed if character.isalnum())

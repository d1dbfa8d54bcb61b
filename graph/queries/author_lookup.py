"""Which author record a user means: by uid, an identifier in any spelling, its exact name in any case, or a name it lists."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from graph.errors import AmbiguousAuthorError, UnknownAuthorError
from graph.names.forms import name_key
from graph.queries.bound import Queries
from graph.queries.rows import rows_as
from graph.queries.together import Together, accept_command, people_together
from loaders.counted import counted
from loaders.fields.named_ids import person_named

NEAREST = 5
CHOICES_SHOWN = 20


class AuthorRecord(msgspec.Struct, frozen=True, gc=False):
    """An author record, and the person it is part of."""

    uid: str
    name: str
    person: str
    papers: int


class NamedRecord(AuthorRecord, frozen=True, gc=False):
    """An author record that bears a name: as its own (`exact`), or among its name forms."""

    exact: bool


class Nearest(msgspec.Struct, frozen=True, gc=False):
    """Something whose name is like one that was looked for."""

    uid: str
    name: str
    papers: int
    score: float


def author_uid(queries: Queries, author: str) -> str:
    """The uid of the record that `author` names. Of several records that are one person, the one that stands for the person.

    A record whose own name it is goes before records that list it among their name forms. Raises UnknownAuthorError with the
    nearest names, AmbiguousAuthorError with the choices, which says where these are likely one person.
    """
    named = _named(queries, author)
    people = list(dict.fromkeys(record.person for record in named.records))
    if len(people) > 1:
        raise _ambiguous(author, named, people_together(queries, people))
    return named.uid or _standing_for(people[0], named.records)


def author_uids(queries: Queries, author: str) -> list[str]:
    """The uids of the records that are asked together: of the one that `author` names, then of other people of exactly that name
    who are one person with it by a probability of .95 at least. Raises UnknownAuthorError, and AmbiguousAuthorError where
    several bear the name and are not so likely one."""
    named = _named(queries, author)
    records = named.records
    if named.uid and records:
        records = [record for record in _of_name(queries, records[0].name) if record.exact] or records
    people = list(dict.fromkeys(record.person for record in records))
    if named.uid:
        own = named.records[0].person
        people = [own, *(person for person in people if person != own)]
    together = people_together(queries, people)
    if len(people) > 1 and not together and not named.uid:
        raise _ambiguous(author, named, None)
    first = named.uid or _standing_for(people[0], records)
    return [first, *(people[1:] if together else ())]


def asked_uids(queries: Queries, author: str, *, together: bool) -> list[str]:
    """The uids of the records that a question about `author` is asked of: as `author_uids` gives them, or the one of `author_uid`
    where they are not asked together. Raises as these do."""
    return author_uids(queries, author) if together else [author_uid(queries, author)]


@dataclass(frozen=True)
class _Named:
    """The records that a name means; `uid` where it is the uid or identifier of one, `how` they bear it."""

    records: Sequence[AuthorRecord]
    uid: str | None = None
    how: str = "are named"


def _named(queries: Queries, author: str) -> _Named:
    known = person_named(author)
    for uid in (author, known.curie if known else author):
        if found := rows_as(AuthorRecord, queries.read, "author_by_uid", author=uid):
            return _Named(found, uid)
    of_name = _of_name(queries, author)
    own = [record for record in of_name if record.exact]
    if known and known.scheme == "orcid" and not of_name:
        records = rows_as(AuthorRecord, queries.read, "authors_by_orcid", orcid=known.value)
        if records:
            return _Named(records)
    if not of_name:
        raise unknown_author(queries, author)
    return _Named(own or of_name, how="are named" if own else "list among their names")


def _of_name(queries: Queries, name: str) -> list[NamedRecord]:
    return rows_as(NamedRecord, queries.read, "authors_by_name_key", name_key=name_key(name))


def _standing_for(person: str, records: Sequence[AuthorRecord]) -> str:
    """The record that stands for a person where it is among these, else the first of theirs."""
    uids = [record.uid for record in records if record.person == person]
    return person if person in uids else uids[0]


def unknown_author(queries: Queries, author: str) -> UnknownAuthorError:
    """The error for a name or uid that no record has, with the nearest names."""
    nearest = nearest_names(queries, author)
    return UnknownAuthorError(f"There is no author {author!r}; {in_words(nearest)}", nearest)


def in_words(nearest: Sequence[str]) -> str:
    """What the nearest names are."""
    return f"the nearest names are {', '.join(nearest)}" if nearest else "no name in the graph is like it"


def nearest_names(queries: Queries, name: str) -> list[str]:
    """The names in the graph that are most like this one, nearest first."""
    return [one.name for one in rows_as(Nearest, queries.read, "nearest_names", text=name, limit=NEAREST)]


def _ambiguous(author: str, named: _Named, together: Together | None) -> AmbiguousAuthorError:
    choices = [(record.uid, record.name, record.papers) for record in named.records]
    listed = "; ".join(f"{uid} ({counted(papers, 'paper')})" for uid, _, papers in choices[:CHOICES_SHOWN])
    more = f"; … {len(choices) - CHOICES_SHOWN} more" if len(choices) > CHOICES_SHOWN else ""
    message = f"{len(choices)} author records {named.how} {author!r}; give the uid of one: {listed}{more}"
    if not together:
        return AmbiguousAuthorError(message, choices)
    accept = accept_command(together.persons)
    offer = (
        f". They are one person with a probability of {together.probability:.1%}: --together asks for all of them (in Python "
        f"together=True), and `{accept}` makes them one for good"
    )
    return AmbiguousAuthorError(message + offer, choices, together.persons, together.probability, accept)

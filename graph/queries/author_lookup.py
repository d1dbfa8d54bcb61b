"""Which author record a user means: by uid, an identifier in any spelling, its exact name in any case, or a name it lists."""

from collections.abc import Sequence

import msgspec

from graph.errors import AmbiguousAuthorError, UnknownAuthorError
from graph.names.forms import name_key
from graph.queries.bound import Queries
from graph.queries.rows import rows_as
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
    nearest names, AmbiguousAuthorError with the choices.
    """
    if queries.read("author_by_uid", author=author):
        return author
    known = person_named(author)
    if known and queries.read("author_by_uid", author=known.curie):
        return known.curie
    of_name = rows_as(NamedRecord, queries.read, "authors_by_name_key", name_key=name_key(author))
    own = [record for record in of_name if record.exact]
    records: Sequence[AuthorRecord] = own or of_name
    if known and known.scheme == "orcid" and not of_name:
        records = rows_as(AuthorRecord, queries.read, "authors_by_orcid", orcid=known.value)
    people = {record.person for record in records}
    if len(people) == 1:
        uids = [record.uid for record in records]
        person = people.pop()
        return person if person in uids else uids[0]
    if people:
        raise _ambiguous(author, records, "are named" if own or not of_name else "list among their names")
    raise unknown_author(queries, author)


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


def _ambiguous(author: str, records: Sequence[AuthorRecord], how: str) -> AmbiguousAuthorError:
    choices = [(record.uid, record.name, record.papers) for record in records]
    listed = "; ".join(f"{uid} ({counted(papers, 'paper')})" for uid, _, papers in choices[:CHOICES_SHOWN])
    more = f"; … {len(choices) - CHOICES_SHOWN} more" if len(choices) > CHOICES_SHOWN else ""
    return AmbiguousAuthorError(f"{len(choices)} author records {how} {author!r}; give the uid of one: {listed}{more}", choices)

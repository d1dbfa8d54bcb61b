"""Which author record a user means: by uid, by an identifier in any spelling, or by exact name in any case."""

import re
from typing import cast

from graph.connection import Connection
from graph.errors import AmbiguousAuthorError, UnknownAuthorError
from graph.identity.names import name_key
from graph.registry import Registry
from loaders.named_ids import person_named

NEAREST = 5

_LUCENE_SYNTAX = re.compile(r'[+\-&|!(){}\[\]^"~*?:\\/]')


def author_uid(registry: Registry, connection: Connection, author: str) -> str:
    """The uid of the record that `author` names. Of several records that are one person, the one that stands for the person.

    Raises UnknownAuthorError with the nearest names, AmbiguousAuthorError with the choices.
    """
    if registry.read(connection, "author_by_uid", author=author):
        return author
    known = person_named(author)
    if known and registry.read(connection, "author_by_uid", author=f"{known.scheme}:{known.value}"):
        return f"{known.scheme}:{known.value}"
    records = registry.read(connection, "authors_by_name_key", name_key=name_key(author))
    if known and known.scheme == "orcid" and not records:
        records = registry.read(connection, "authors_by_orcid", orcid=known.value)
    people = {cast(str, row["person"]) for row in records}
    if len(people) == 1:
        uids = [cast(str, row["uid"]) for row in records]
        person = people.pop()
        return person if person in uids else uids[0]
    if people:
        choices = [(cast(str, row["uid"]), cast(str, row["name"]), cast(int, row["papers"])) for row in records]
        listed = "; ".join(f"{uid} ({papers} papers)" for uid, _, papers in choices)
        raise AmbiguousAuthorError(f"{len(choices)} author records are named {author!r}; give the uid of one: {listed}", choices)
    nearest = nearest_names(registry, connection, author)
    hint = f"the nearest names are {', '.join(nearest)}" if nearest else "no name in the graph is like it"
    raise UnknownAuthorError(f"There is no author {author!r}; {hint}", nearest)


def nearest_names(registry: Registry, connection: Connection, name: str) -> list[str]:
    """The names in the graph that are most like this one, nearest first."""
    words = _LUCENE_SYNTAX.sub(" ", name).split()[:8]
    if not words:
        return []
    text = " ".join(f"{word.lower()}~ {word.lower()}*" for word in words)
    rows = registry.read(connection, "nearest_names", text=text, limit=NEAREST)
    return [cast(str, row["name"]) for row in rows]

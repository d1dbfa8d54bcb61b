"""The people of one name who are likely one person, so that a question may be asked of all of their records together.

How likely they are, the stored query `split_candidates` says: it is the same number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import msgspec

from graph.plain_text import shell_word
from graph.queries.bound import Queries
from graph.queries.rows import rows_as

LEAST = 0.95
"""From which probability on records of one name are taken for one person where that is asked for."""
MOST_PEOPLE = 20
"""Of a name that more people bear it is not looked up whether they are one."""


def accept_command(records: Iterable[str]) -> str:
    """The command, as one types it, by which records become one person."""
    return " ".join(["scholargraph accept", *map(shell_word, records)])


class RecordOfPerson(msgspec.Struct, frozen=True, gc=False):
    """An author record, and the record that stands for its person."""

    person: str
    uid: str
    orcid: str | None


@dataclass(frozen=True)
class Together:
    """People who are one person with a `probability` of `LEAST` at least, that of the weakest pair that is needed to say so."""

    persons: tuple[str, ...]
    probability: float


def people_together(queries: Queries, persons: Sequence[str]) -> Together | None:
    """Whether these people, each named by the record that stands for them, are likely one: every two of them may be, and pairs of
    `LEAST` and more tie all. None where they are not, or are more than `MOST_PEOPLE`."""
    if not 1 < len(persons) <= MOST_PEOPLE:
        return None
    weakest = _weakest(persons, _probabilities(queries, persons))
    return None if weakest is None or weakest < LEAST else Together(tuple(persons), weakest)


def _probabilities(queries: Queries, persons: Sequence[str]) -> Mapping[frozenset[str], float]:
    """How likely two of these people are one; pairs that cannot be one are missing."""
    held = rows_as(RecordOfPerson, queries.read, "people_records", persons=list(persons))
    person_of = {record.uid: record.person for record in held}
    found: dict[frozenset[str], float] = {}
    for person in persons[:-1]:
        for row in queries.read("split_candidates", author=person, min_probability=0.0):
            pair = frozenset(person_of.get(str(row[name]), "") for name in ("uid_a", "uid_b"))
            if pair <= set(persons):
                found[pair] = float(str(row["probability"]))
    return found


def _weakest(persons: Sequence[str], likely: Mapping[frozenset[str], float]) -> float | None:
    """The probability of the weakest pair that is needed to tie all of these people; None where two of them cannot be one."""
    if any(frozenset(pair) not in likely for pair in combinations(persons, 2)):
        return None
    tied, weakest = {persons[0]}, 1.0
    while len(tied) < len(persons):
        strongest, further = max(_ways(tied, persons, likely))
        tied.add(further)
        weakest = min(weakest, strongest)
    return weakest


def _ways(tied: Iterable[str], persons: Iterable[str], likely: Mapping[frozenset[str], float]) -> Iterable[tuple[float, str]]:
    known = set(tied)
    return ((likely[frozenset((one, other))], other) for one in known for other in persons if other not in known)

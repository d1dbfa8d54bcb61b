"""What ties an author record to an institution: the papers on which they name it, and what records about the person say."""

from collections.abc import Iterable, Mapping
from typing import Self

import msgspec

from graph.load.node_rows import Row
from graph.organisations.named import places_of
from loaders.records import Person


class Stay(msgspec.Struct, frozen=True, gc=False):
    """How many papers of a record name an institution, of which years, and which affiliations (as JSON) records about the person
    say that lead to it."""

    papers: int = 0
    years: frozenset[int] = frozenset()
    said: frozenset[str] = frozenset()

    @classmethod
    def of(cls, papers: int, years: Iterable[int], said: Iterable[str] = ()) -> Self:
        """The same from lists."""
        return cls(papers, frozenset(years), frozenset(said))

    def __or__(self, other: "Stay") -> "Stay":
        return Stay(self.papers + other.papers, self.years | other.years, self.said | other.said)

    def row(self, uid: str) -> Row:
        """The tie to the institution of that uid, as the write queries take it."""
        properties: Row = {
            "papers": self.papers,
            "first_year": min(self.years, default=None),
            "last_year": max(self.years, default=None),
            "years": sorted(self.years) or None,
            "said": sorted(self.said) or None,
        }
        return {"uid": uid, "properties": properties}


def together(some: Mapping[str, Stay], others: Mapping[str, Stay]) -> dict[str, Stay]:
    """Stays by institution, of other papers each."""
    found = dict(some)
    for uid, stay in others.items():
        found[uid] = found[uid] | stay if uid in found else stay
    return found


def stays_of_person(person: Person) -> dict[str, Stay]:
    """Where a record about a person says that they are."""
    found: dict[str, Stay] = {}
    for affiliation in person.affiliations:
        said = frozenset([msgspec.json.encode(affiliation).decode()])
        for place in places_of(affiliation):
            found = together(found, {place.uid: Stay(said=said)})
    return found

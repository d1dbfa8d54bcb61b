"""Names that somebody curates by hand: which printed names are one person's, and which are known to be borne by several.

A record of a bare name is merged with the person to whom a curated list gives that name, if no other entry of the list has it.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec


class NameClaim(msgspec.Struct, frozen=True, order=True, gc=False):
    """What one document says: `name` (the uid of a record of that bare name) is a name of the record `curator`.

    `shared` where it is known to be others' name as well; `known` where there is a record of it; `together` where that record and
    the curator's stand on one paper, and so are two people.
    """

    document: str
    source: str
    curator: str
    name: str
    shared: bool
    known: bool
    together: bool

    @property
    def reason(self) -> str:
        """Why the two records are one person, in words."""
        return f"curated as one person by {self.source}"


def one_person(claims: Iterable[NameClaim]) -> list[NameClaim]:
    """The claims by which two records are one person, in order.

    A name belongs to nobody alone where one document gives it to two, or says that several bear it. The record of such a name is
    not merged with anything, nor is an entry that has no id and so is known by nothing but such a name.
    """
    everything = sorted(set(claims))
    curators_of: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    contested = set()
    for claim in everything:
        curators_of[claim.document, claim.name].add(claim.curator)
        if claim.shared:
            contested.add(claim.name)
    contested |= {name for (_, name), curators in curators_of.items() if len(curators) > 1}
    return [
        claim
        for claim in everything
        if claim.known
        and claim.name != claim.curator
        and not claim.together
        and claim.name not in contested
        and claim.curator not in contested
    ]

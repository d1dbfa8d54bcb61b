"""Whether two claims name the same people."""

from collections.abc import Iterator, Sequence
from enum import Enum

from graph.load.claims import Claim
from graph.load.long_lists import LONG, Places
from graph.names.comparison import compare
from graph.names.forms import name_key
from loaders.records import Authorship


class Agreement(Enum):
    """What two author lists say about being of one work."""

    AGREE = "agree"
    UNKNOWN = "unknown"
    CONTRADICT = "contradict"


def author_agreement(a: Claim, b: Claim) -> Agreement:
    """Compare the people that two claims name.

    Unknown where a list is missing, or where neither list is complete and they merely differ (two owners of two pages).
    """
    if not a.authors or not b.authors:
        return Agreement.UNKNOWN
    shorter, longer = (a, b) if len(a.authors) <= len(b.authors) else (b, a)
    others = [author for author in shorter.authors if name_key(author.name) not in longer.author_keys]
    common = len(shorter.authors) - len(others)
    if common * 2 < len(shorter.authors):  # a list of thousands is not compared name by name where it is not needed
        common += sum(1 for _ in in_common(others, longer.authors))
    if common * 2 >= len(shorter.authors):
        return Agreement.AGREE
    return Agreement.CONTRADICT if common == 0 and (a.has_list or b.has_list) else Agreement.UNKNOWN


def in_common(some: Sequence[Authorship], others: Sequence[Authorship]) -> Iterator[Authorship]:
    """Those of some people who may be among the others."""
    places = Places(others) if len(others) > LONG else None
    for one in some:
        near = others if places is None else [others[place] for place in places.meeting(one)]
        if any(may_be_one(one, other) for other in near):
            yield one


def may_be_one(a: Authorship, b: Authorship) -> bool:
    """Whether two printed names on one work may be one person's."""
    if name_key(a.name) == name_key(b.name) or set(a.ids) & set(b.ids):
        return True
    return compare(a.name, b.name).compatible


def people_in_common(some: Sequence[Authorship], others: Sequence[Authorship]) -> int:
    """How many of the shorter of two lists may be in the longer."""
    shorter, longer = sorted((some, others), key=len)
    return sum(1 for _ in in_common(shorter, longer))

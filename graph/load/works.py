"""Claims grouped into works.

The grouping depends on the set of claims only, never on their order, so that loading documents in any order gives the same graph.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.load.claims import Claim, anchor_rank
from graph.load.same_work import Bond, Link, contradiction, link

MEETING_LIMIT = 400
"""Beyond this many claims under one key, a claim is compared with its neighbours in anchor order only."""


@dataclass(frozen=True)
class Work:
    """Claims about one work, in a fixed order; `uid` is the best of their anchors."""

    claims: tuple[Claim, ...]

    @property
    def uid(self) -> str:
        return min((claim.anchor for claim in self.claims), key=anchor_rank)


@dataclass(frozen=True)
class NearMiss:
    """Two works that may be one; nothing joins them but a person."""

    a: str
    b: str
    score: float
    reason: str


def group_claims(claims: Iterable[Claim]) -> tuple[list[Work], list[NearMiss]]:
    """All works that the claims describe, sorted by uid, and the near misses between them."""
    ordered = sorted(claims, key=lambda claim: (anchor_rank(claim.anchor), claim.hash, claim.id))
    links = _links(ordered)
    groups = _Groups(ordered)
    refused: list[tuple[int, int, Link]] = []
    for a, b, found in sorted(links, key=lambda edge: (edge[2].bond is not Bond.SAME, -edge[2].strength, edge[0], edge[1])):
        if found.bond is Bond.NEAR or not groups.join(a, b, checked=found.bond is not Bond.SAME):
            refused.append((a, b, found))
    works = [Work(tuple(ordered[i] for i in sorted(members))) for members in groups.members()]
    uid_of = {id(claim): work.uid for work in works for claim in work.claims}
    return sorted(works, key=lambda work: work.uid), _near_misses(
        (uid_of[id(ordered[a])], uid_of[id(ordered[b])], found) for a, b, found in refused
    )


class _Groups:
    """Disjoint groups of claims that join only where no two of their members contradict each other."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._group = list(range(len(claims)))
        self._members = {i: [i] for i in range(len(claims))}

    def join(self, a: int, b: int, *, checked: bool) -> bool:
        """Put the groups of two claims together; False where `checked` and something contradicts."""
        ours, theirs = self._group[a], self._group[b]
        if ours == theirs:
            return True
        if checked and any(
            contradiction(self._claims[x], self._claims[y]) for x in self._members[ours] for y in self._members[theirs]
        ):
            return False
        keep, drop = min(ours, theirs), max(ours, theirs)
        for member in self._members[drop]:
            self._group[member] = keep
        self._members[keep] += self._members.pop(drop)
        return True

    def members(self) -> Iterable[list[int]]:
        return self._members.values()


def _links(claims: Sequence[Claim]) -> list[tuple[int, int, Link]]:
    pairs: set[tuple[int, int]] = set()
    pairs |= _meetings(claims, lambda claim: claim.joining_ids)
    pairs |= _meetings(claims, lambda claim: (claim.anchor, *([claim.join_key] if claim.join_key else [])))
    if any(claim.title_key is None for claim in claims):
        by_text = _meetings(claims, lambda claim: claim.sketch.split() if claim.sketch else ())
        pairs |= {(a, b) for a, b in by_text if claims[a].title_key is None or claims[b].title_key is None}
    found = ((a, b, link(claims[a], claims[b])) for a, b in sorted(pairs))
    return [(a, b, bond) for a, b, bond in found if bond is not None]


def _meetings(claims: Sequence[Claim], keys: Callable[[Claim], Iterable[Hashable]]) -> set[tuple[int, int]]:
    """Pairs of claims that have a key in common."""
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for key in keys(claim):
            holders[key].append(i)
    pairs: set[tuple[int, int]] = set()
    for held in holders.values():
        if len(held) <= MEETING_LIMIT:
            pairs.update(combinations(held, 2))
        else:
            pairs.update((a, b) for i, a in enumerate(held) for b in held[i + 1 : i + 4])
    return pairs


def _near_misses(refused: Iterable[tuple[str, str, Link]]) -> list[NearMiss]:
    best: dict[tuple[str, str], NearMiss] = {}
    for a, b, found in refused:
        if a == b:
            continue
        pair = (min(a, b), max(a, b))
        miss = NearMiss(*pair, round(found.strength, 3), found.reason)
        if pair not in best or (miss.score, miss.reason) > (best[pair].score, best[pair].reason):
            best[pair] = miss
    return sorted(best.values(), key=lambda miss: (miss.a, miss.b))

"""Claims grouped into works.

The grouping depends on the set of claims only, never on their order, so that loading documents in any order gives the same graph.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise, product

from graph.load.borrowed_ids import other_work, shares, volumes_among
from graph.load.claims import Claim, anchor_rank, digest
from graph.load.links import Link, MatchGrade, Piece, objection
from graph.load.recurring import recurring_titles
from graph.load.text import is_everywhere
from graph.load.work_matching import contradiction, link
from loaders.records import Identifier

MANY_SHARE = 2.5
"""What speaks at most against two of many works that share an identifier: the more, the surer it is their volume's."""

MEETING_LIMIT = 400
"""Beyond this many claims under one key, a claim is compared with its neighbours in anchor order only."""


@dataclass(frozen=True)
class Work:
    """Claims about one work, in a fixed order; `uid` is the best of their anchors. Identifiers that are `borrowed` from another
    work name it not."""

    claims: tuple[Claim, ...]
    borrowed: frozenset[str] = frozenset()

    @cached_property
    def uid(self) -> str:
        return min((self._anchor(claim) for claim in self.claims), key=anchor_rank)

    @property
    def own_ids(self) -> frozenset[Identifier]:
        """The identifiers that name this work and no other."""
        return frozenset(known for claim in self.claims for known in claim.joining_ids if known.curie not in self.borrowed)

    def _anchor(self, claim: Claim) -> str:
        if not self.borrowed:
            return claim.anchor
        own = next((known for known in claim.identifiers if known not in self.borrowed), None)
        # With the borrowed ones in it, so that it is nobody's who has none and says the same otherwise.
        kind, _, statement = claim.statement.partition(":")
        return own or f"{kind}:{digest('|'.join((statement, *sorted(self.borrowed))))}"


@dataclass(frozen=True)
class NearMiss:
    """Two works that may be one; nothing joins them but a person. `reasons` say what speaks for it and what against."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


def group_claims(claims: Iterable[Claim]) -> tuple[list[Work], list[NearMiss]]:
    """All works that the claims describe, sorted by uid, and the near misses between them."""
    ordered = sorted(claims, key=lambda claim: (anchor_rank(claim.anchor), claim.hash, claim.id))
    comes_back = recurring_titles(ordered)
    groups = _Groups(ordered)
    refused: list[tuple[int, int, Link]] = []
    for a, b, found in sorted(_links(ordered, comes_back), key=_best_first):
        against = None if found.grade is MatchGrade.NEAR else groups.join(a, b, found.grade)
        if found.grade is MatchGrade.NEAR or against:
            refused.append((a, b, found.refused(against) if against else found))
    works, shared = _named_apart([Work(tuple(ordered[i] for i in sorted(members))) for members in groups.members()])
    uid_of = {id(claim): work.uid for work in works for claim in work.claims}
    near = [(uid_of[id(ordered[a])], uid_of[id(ordered[b])], found) for a, b, found in refused]
    near += _rows(works, comes_back)
    near += _sharers(shared)
    return sorted(works, key=lambda work: work.uid), _near_misses(near)


def _best_first(edge: tuple[int, int, Link]) -> tuple[bool, float, int, int]:
    a, b, found = edge
    return (found.grade is not MatchGrade.SAME, -found.strength, a, b)


class _Groups:
    """Disjoint groups of claims that join only where no two of their members contradict each other."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._group = list(range(len(claims)))
        self._members = {i: [i] for i in range(len(claims))}

    def join(self, a: int, b: int, grade: MatchGrade) -> Piece | None:
        """Put the groups of two claims together, or say what contradicts; where they share an identifier, that it is borrowed."""
        ours, theirs = self._group[a], self._group[b]
        if ours == theirs:
            return None
        against = self._contradiction(ours, theirs, _not_theirs if grade is MatchGrade.SAME else contradiction)
        if against:
            return against
        keep, drop = min(ours, theirs), max(ours, theirs)
        for member in self._members[drop]:
            self._group[member] = keep
        self._members[keep] += self._members.pop(drop)
        return None

    def members(self) -> Iterable[list[int]]:
        return self._members.values()

    def _contradiction(self, ours: int, theirs: int, between: Callable[[Claim, Claim], Piece | None]) -> Piece | None:
        pairs = product(sorted(self._members[ours]), sorted(self._members[theirs]))
        found = (between(self._claims[x], self._claims[y]) for x, y in pairs)
        return next((piece for piece in found if piece), None)


def _not_theirs(a: Claim, b: Claim) -> Piece | None:
    return next(iter(other_work(a, b)), None)


def _links(claims: Sequence[Claim], comes_back: Collection[str]) -> Iterator[tuple[int, int, Link]]:
    """What joins or nearly joins the claims. Of titles that come back there are too many near misses, see `_rows`, and of works
    that share an identifier, see `_sharers`."""
    pairs: set[tuple[int, int]] = set()
    pairs |= _meetings(claims, lambda claim: claim.joining_ids)
    pairs |= _meetings(claims, lambda claim: (claim.anchor, *([claim.join_key] if claim.join_key else [])))
    if any(claim.title_key is None for claim in claims):
        by_text = _meetings(claims, lambda claim: claim.sketch.split() if claim.sketch else ())
        pairs |= {(a, b) for a, b in by_text if claims[a].title_key is None or claims[b].title_key is None}
    for a, b in pairs:
        generic = _is_generic(claims[a], comes_back)
        found = link(claims[a], claims[b], comes_back=generic)
        if found and not (
            found.grade is MatchGrade.NEAR and ((generic and _of_one_title(claims[a], claims[b])) or _share(claims[a], claims[b]))
        ):
            yield a, b, found


def _of_one_title(a: Claim, b: Claim) -> bool:
    return a.title_key == b.title_key


def _share(a: Claim, b: Claim) -> bool:
    return not a.joining_ids.isdisjoint(b.joining_ids)


def _is_generic(claim: Claim, comes_back: Collection[str]) -> bool:
    return claim.title_key is not None and (claim.title_key in comes_back or is_everywhere(claim.title_key))


def _rows(works: Iterable[Work], comes_back: Collection[str]) -> Iterator[tuple[str, str, Link]]:
    """The works of each title that comes back, each with the next in order of year, volume, issue and page: all pairs would be
    too many to look at, and neighbours are likeliest to be one."""
    rows: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for work in works:
        for claim in work.claims:
            if claim.join_key and _is_generic(claim, comes_back):
                rows[claim.join_key].setdefault(work.uid, claim)
    for row in rows.values():
        ordered = sorted(row.items(), key=lambda member: (*_place_in_row(member[1]), member[0]))
        for (a, one), (b, other) in pairwise(ordered):
            found = link(one, other, comes_back=True)
            if found:
                yield (
                    a,
                    b,
                    Link(found.grade, 0, (*found.pieces, Piece(-0.5, f"one of {len(row)} works of this title", against=True))),
                )


def _named_apart(works: Sequence[Work]) -> tuple[list[Work], dict[str, list[Work]]]:
    """The works, of which those that share an identifier all the same are not named by it, but for the volume in which the others
    stand; and the works that share each such identifier."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, work in enumerate(works):
        for known in {known for claim in work.claims for known in claim.identifiers}:
            holders[known].append(i)
    shared = {known: held for known, held in sorted(holders.items()) if len(held) > 1}
    borrowed: defaultdict[int, set[str]] = defaultdict(set)
    for known, held in shared.items():
        volumes = volumes_among([works[i].claims for i in held])
        for place, i in enumerate(held):
            if volumes != [place]:
                borrowed[i].add(known)
    named = [replace(work, borrowed=frozenset(borrowed[i])) if i in borrowed else work for i, work in enumerate(works)]
    return named, {known: [named[i] for i in held] for known, held in shared.items()}


def _sharers(shared: Mapping[str, Sequence[Work]]) -> Iterator[tuple[str, str, Link]]:
    """The works that share each of these identifiers, each with the next: all pairs of a volume's works would be too many to look
    at."""
    for known, works in shared.items():
        sharers = f"one of {len(works)} works with that {known.partition(':')[0]}"
        many = [objection(-min(0.25 * len(works), MANY_SHARE), sharers)] if len(works) > 2 else []
        for a, b in pairwise(sorted(works, key=lambda work: (*_place_in_row(work.claims[0]), work.uid))):
            against = next(filter(None, (other_work(x, y) for x, y in product(a.claims, b.claims))), ())
            yield a.uid, b.uid, Link(MatchGrade.NEAR, 0, (shares(Identifier.of_curie(known)), *against, *many))


def _place_in_row(claim: Claim) -> tuple[object, ...]:
    locus = claim.locus
    return (claim.record.year or 0, sorted(locus.volumes), sorted(locus.issues), locus.first or ("", 0))


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
        miss = NearMiss(*pair, found.score, found.reasons)
        if pair not in best or (miss.score, miss.reasons) > (best[pair].score, best[pair].reasons):
            best[pair] = miss
    return sorted(best.values(), key=lambda miss: (miss.a, miss.b))

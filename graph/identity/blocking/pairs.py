"""The pairs of author names that may be one person's: all of them, or those of some names only.

Both ways give the same pairs for the same names, in whatever order these came: which names meet is a matter of `blocking` alone.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

import numpy as np

from graph.names.blocking_keys import (
    LARGEST_BLOCK,
    LARGEST_START,
    MARKS_OF_PIVOTS,
    PIVOTS,
    keys,
    largest,
    marks_pivots,
    pivots_key,
)
from graph.names.comparison import compare
from graph.names.differences import Difference
from graph.names.parsing import parse


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that may be one person's, `uid_a` < `uid_b`: how strongly they agree, how they differ, and the reasons."""

    uid_a: str
    uid_b: str
    score: float
    kind: Difference
    reasons: tuple[str, ...]

    @property
    def properties(self) -> dict[str, object]:
        """Those of the relationship between the two records."""
        return {"score": round(self.score, 3), "kind": self.kind, "reasons": list(self.reasons)}


def compared(pairs: Iterable[tuple[str, str]], names: Mapping[str, str]) -> Iterator[Pair]:
    """Those of some pairs of uids (the smaller first) whose names are worth weighing."""
    for one, other in pairs:
        verdict = compare(parse(names[one]), parse(names[other]))
        if verdict.worth_weighing:
            yield Pair(one, other, verdict.score, verdict.kind, verdict.reasons)


class AllNames:
    """The blocks of all names at once, held as numbers: names are added, in any order, then asked who meets."""

    def __init__(self) -> None:
        self._uids: list[str] = []
        self._hashes = array("q")
        self._members = array("q")

    def add(self, uid: str, held: Collection[str]) -> None:
        """The name of a record that was not added yet, with its keys."""
        member = len(self._uids) << 2
        kinds = [key.partition("=")[0] for key in held]
        for key, kind in zip(held, kinds, strict=True):
            if kind not in MARKS_OF_PIVOTS:
                of_pivots = PIVOTS.get(kind)
                self._hashes.append(hash(key))
                self._members.append(member | (kind == "start") << 1 | (of_pivots is None or of_pivots in kinds))
        self._uids.append(uid)

    def meeting(self, touched: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """The pairs of uids, the smaller first, that meet in a block of use, each once; with `touched` those of touched names."""
        count = len(self._uids)
        found = array("q")
        for _, members, pivots, oversized in self._blocks():
            if not oversized:
                found.extend(_codes(members, pivots, count))
        codes = np.unique(np.frombuffer(found, dtype=np.int64))
        if touched is not None:
            wanted = np.fromiter((uid in touched for uid in self._uids), dtype=bool, count=count)
            codes = codes[wanted[codes // count] | wanted[codes % count]]
        for code in codes.tolist():
            one, other = self._uids[code // count], self._uids[code % count]
            yield (one, other) if one < other else (other, one)

    def oversized(self, names: Mapping[str, str]) -> set[str]:
        """The keys of the blocks that are too large to be of use."""
        found = set()
        for key_hash, members, _, oversized in self._blocks():
            if oversized:
                found |= {key for key in keys(names[self._uids[members[0]]]) if hash(key) == key_hash}
        return found

    def _blocks(self) -> Iterator[tuple[int, list[int], list[int], bool]]:
        """The blocks of several names that have pivots: the hash of the key, the members, the pivots, whether it is oversized."""
        if not self._hashes:
            return
        hashes, members = np.frombuffer(self._hashes, dtype=np.int64), np.frombuffer(self._members, dtype=np.int64)
        order = np.argsort(hashes, kind="stable")
        edges = np.flatnonzero(np.diff(hashes[order])) + 1
        starts, ends = np.concatenate(([0], edges)), np.concatenate((edges, [len(order)]))
        several = np.flatnonzero(ends - starts > 1)
        for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
            entries = members[order[start:end]].tolist()
            pivoting = [entry >> 2 for entry in entries if entry & 1]
            if pivoting:
                largest_of_kind = LARGEST_START if entries[0] & 2 else LARGEST_BLOCK
                key_hash = int(hashes[order[start]])
                yield key_hash, [entry >> 2 for entry in entries], pivoting, len(entries) > largest_of_kind


def _codes(members: list[int], pivots: list[int], count: int) -> Iterator[int]:
    """The pairs of members with at least one pivot, each as one number."""
    if len(pivots) == len(members):
        yield from (one * count + other for one, other in combinations(members, 2))
    else:
        yield from (min(one, other) * count + max(one, other) for one in pivots for other in members if one != other)


class Index(Protocol):
    """Where the names that hold a key are found."""

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Collection[str]]:
        """For each of some keys the uids of names that hold it: all of them, or at least `most` where there are more."""

    def names(self, uids: Collection[str]) -> Mapping[str, str]:
        """The names of some uids."""


@dataclass
class Meetings:
    """Who meets whom after some names changed: `touched` are all whose pairs are to be written anew, `oversized` the blocks that
    are too large to be of use."""

    touched: set[str]
    pairs: set[tuple[str, str]]
    oversized: set[str]
    names: dict[str, str]


def reblock(changed: Mapping[str, str], index: Index, oversized: Collection[str]) -> Meetings:
    """Who meets the changed names, and who must be compared again because a block grew too large or became small enough.

    `index` must know the changed names by their keys of now. `oversized` are the keys found too large the last time.
    """
    names, before = dict(changed), set(oversized)
    while True:
        held = {uid: keys(name) for uid, name in names.items()}
        blocks, pivots = _blocks_of(held, before, index)
        now = {key for key, members in blocks.items() if len(members) > largest(key)}
        others = index.names([uid for uid in _crossing(now ^ before, pivots, index) if uid not in names])
        before = now
        if not others:
            break
        names.update(others)
    pairs = set()
    for uid, own in held.items():
        for key in own:
            if key not in blocks or key in now:
                continue
            of_pivots = pivots_key(key)
            met = blocks[key] if of_pivots is None or of_pivots in own else pivots[key]
            pairs |= {(min(uid, other), max(uid, other)) for other in met if other != uid}
    missing = {uid for pair in pairs for uid in pair} - names.keys()
    return Meetings(set(names), pairs, now, {**names, **index.names(missing)})


def meet(one: str, other: str, oversized: Collection[str]) -> bool:
    """Whether two names meet in a block that is of use."""
    of_one, of_other = keys(one), keys(other)
    usable = (key for key in of_one & of_other if key not in oversized and not marks_pivots(key))
    return any((of_pivots := pivots_key(key)) is None or of_pivots in of_one | of_other for key in usable)


def _blocks_of(
    held: Mapping[str, Collection[str]], before: Collection[str], index: Index
) -> tuple[dict[str, Collection[str]], dict[str, Collection[str]]]:
    """The members of the blocks in question (one more than are of use, at the most), and the pivots of those that have some."""
    wanted = {key for own in held.values() for key in own if not marks_pivots(key)} | set(before)
    pivoted = {key: of_pivots for key in wanted if (of_pivots := pivots_key(key))}
    pivoting = index.holders(set(pivoted.values()), None)
    pivots = {key: pivoting[of_pivots] for key, of_pivots in pivoted.items() if pivoting.get(of_pivots)}
    blocks: dict[str, Collection[str]] = {}
    for most in (LARGEST_BLOCK, LARGEST_START):
        of_size = {key for key in wanted if largest(key) == most and (key in pivots or key not in pivoted)}
        blocks.update(index.holders(of_size, most + 1))
    return blocks, pivots


def _crossing(changed: Collection[str], pivots: Mapping[str, Collection[str]], index: Index) -> set[str]:
    """The pivots of the blocks that became too large, or small enough again, and all names of those that have none."""
    found = {uid for key in changed for uid in pivots.get(key, ())}
    return found | {uid for held in index.holders({key for key in changed if not pivots_key(key)}, None).values() for uid in held}

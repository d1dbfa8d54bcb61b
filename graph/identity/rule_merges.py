"""Author records that conclusive evidence shows to be one person: merged by a SAME_AS that anyone can see and undo.

Conclusive are the same ORCID, and ids of two schemes on one slot, both under compatible names; an id that its scheme merged into
another; and a list of people that somebody curates by hand. A person never comes to hold two ids of one scheme that way: where
that would happen nothing merges, and the record in the middle is left for a person to look at.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import msgspec

from graph.clock import now
from graph.decision_log.decision import RULE
from graph.identity.curated_names import NameClaim, one_person
from graph.identity.union_find import UnionFind
from graph.names.comparison import compare
from graph.queries.bound import Run
from graph.queries.rows import UidPair, rows_as
from loaders.records import Identifier


class Edge(msgspec.Struct, frozen=True, order=True, gc=False):
    """A SAME_AS between two records, the smaller uid first, or what speaks for one, in any order."""

    a: str
    b: str
    by: str
    reason: str


class RecordIds(msgspec.Struct, frozen=True, gc=False):
    """The identifiers of an author record, and those that their schemes merged into one of these."""

    uid: str
    name: str
    ids: list[str]
    replaces: list[str]


@dataclass(frozen=True)
class Merging:
    """What is to be written: the rule's edges of these records, and the person of each."""

    edges: list[Edge]
    person: Mapping[str, str]


def merge_conclusive(run: Run, touched: Collection[str]) -> None:
    """Bring the conclusive merges and `person` of these author records, and of all that hang together with them, up to date."""
    if not touched:
        return
    names, ids, replaced, edges, curated = _reachable(run, touched)
    different = {_pair(edge) for edge in rows_as(UidPair, run, "different_from_edges", uids=sorted(names))}
    merging = work_out(edges, names, ids, different, replaced, curated)
    run("replace_rule_edges", uids=sorted(names), rows=[msgspec.structs.asdict(edge) for edge in merging.edges], at=now())
    run("set_persons", rows=[{"uid": uid, "person": person} for uid, person in sorted(merging.person.items())])


def work_out(
    edges: Iterable[Edge],
    names: Mapping[str, str],
    ids: Mapping[str, Collection[str]],
    different: Collection[tuple[str, str]],
    replaced: Mapping[str, str] | None = None,
    curated: Collection[tuple[str, str]] = (),
) -> Merging:
    """The merges that hold. `edges` are decisions (by somebody) and conclusive evidence (by the rule); decisions always hold.

    `replaced` are ids that their own scheme merged into another: the two are one id, whatever the names. So are `curated` pairs,
    of which somebody says that both names are one person's.
    """
    current = replaced or {}
    ids = {uid: {current.get(value, value) for value in held} for uid, held in ids.items()}
    decided = [edge for edge in edges if edge.by != RULE]
    proposed = sorted(
        edge
        for edge in set(edges)
        if edge.by == RULE
        and (edge.a, edge.b) not in different
        and (
            current.get(edge.a) == edge.b
            or current.get(edge.b) == edge.a
            or (edge.a, edge.b) in curated
            or _may_be_one(edge, names)
        )
    )
    whole = _components(names, [*decided, *proposed])
    contested = {
        person
        for person, members in _members(whole).items()
        if _holds_two_of_a_scheme(members, ids) or _apart(members, different)
    }
    kept = [edge for edge in proposed if whole[edge.a] not in contested]
    return Merging(kept, _components(names, [*decided, *kept]))


def _may_be_one(edge: Edge, names: Mapping[str, str]) -> bool:
    return compare(names[edge.a], names[edge.b]).compatible


_Pairs = set[tuple[str, str]]


def _reachable(
    run: Run, touched: Collection[str]
) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str], list[Edge], _Pairs]:
    names: dict[str, str] = {}
    ids: dict[str, list[str]] = {}
    replaced: dict[str, str] = {}
    reasons: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    claims: set[NameClaim] = set()
    waiting = set(touched)
    while waiting:
        for record in rows_as(RecordIds, run, "author_ids", uids=sorted(waiting)):
            names[record.uid] = record.name
            ids[record.uid] = record.ids
            replaced.update(dict.fromkeys(record.replaces, record.uid))
        merged = rows_as(Edge, run, "same_as_edges", uids=sorted(waiting))
        bearing = run("authors_of_other_ids", uids=sorted(waiting))
        evidence = rows_as(Edge, run, "merge_evidence", uids=sorted(waiting), bearing=bearing)
        # What the rule merged before only leads on to other records: whether it still holds is for the evidence to say.
        for edge in [edge for edge in merged if edge.by != RULE] + evidence:
            reasons[(*_pair(edge), edge.by)].add(edge.reason)
        concerning = run("curators_of_names", uids=sorted(waiting))
        curating = set(rows_as(NameClaim, run, "curated_names", uids=sorted(waiting), curating=concerning))
        claims |= curating
        # A name that two curated people contest leads on to both.
        named = {uid for claim in curating if claim.known for uid in (claim.curator, claim.name)}
        waiting = ({uid for edge in merged + evidence for uid in _pair(edge)} | named) - names.keys()
    curated: _Pairs = set()
    for claim in one_person(claims):
        pair = _ordered(claim.curator, claim.name)
        curated.add(pair)
        reasons[(*pair, RULE)].add(claim.reason)
    return names, ids, replaced, [Edge(*key, "; ".join(sorted(why))) for key, why in sorted(reasons.items())], curated


def _pair(edge: Edge | UidPair) -> tuple[str, str]:
    return _ordered(edge.a, edge.b)


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _components(names: Iterable[str], edges: Iterable[Edge]) -> dict[str, str]:
    """The smallest uid of each record's component."""
    people: UnionFind[str] = UnionFind()
    for edge in edges:
        people.join(edge.a, edge.b)
    return {uid: people.root(uid) for uid in names}


def _members(component: Mapping[str, str]) -> dict[str, list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for uid, person in component.items():
        members[person].append(uid)
    return members


def _holds_two_of_a_scheme(members: Iterable[str], ids: Mapping[str, Collection[str]]) -> bool:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for uid in members:
        for value in ids.get(uid, ()):
            values[Identifier.of_curie(value).scheme].add(value)
    return any(len(held) > 1 for held in values.values())


def _apart(members: Collection[str], different: Collection[tuple[str, str]]) -> bool:
    held = set(members)
    return any(a in held and b in held for a, b in different)

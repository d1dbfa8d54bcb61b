"""What the graph already holds that a batch of claims can touch."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from graph.decision_log.decision import log_of
from graph.load.claims import PROPERTY_OF_SCHEME, Claim, ClaimId
from graph.load.decided_slots import DecidedSlots
from graph.load.entities import EntityClaim
from graph.load.plan import Known
from graph.queries.bound import Run
from graph.queries.rows import rows_as, uids_from
from loaders.records import Identifier


class _StoredHash(msgspec.Struct, frozen=True, gc=False):
    """What the graph holds of a place (document and record number as one word): the hash of what was said there."""

    claim: str
    hash: str


class _Alike(msgspec.Struct, frozen=True, gc=False):
    """What a document says of a paper whose abstract may be alike, by its claim."""

    claim: str


class _StoredClaim(msgspec.Struct, frozen=True, gc=False):
    """What a document says of a paper."""

    uid: str
    document: str
    record: int
    said: str


def look_up(
    run: Run, claims: Sequence[Claim | EntityClaim], removed: Collection[ClaimId] = (), redo: Collection[str] = ()
) -> Known:
    """What these claims, the places whose records go, and the papers to write anew can touch.

    A paper is reached through a key that it shares with a claim (an identifier, a title, a piece of its abstract), because one
    is a notice about the other, or because one of the places stands behind it; then through the keys of what was reached,
    until nothing new comes.
    """
    hashes = _hashes_of(run, [claim.id for claim in claims])
    changing = [claim for claim in claims if hashes.get(claim.id) != claim.hash]
    works = [claim for claim in changing if isinstance(claim, Claim)]
    places = [*removed, *(claim.id for claim in changing if claim.id in hashes)]
    entities = _entities_that_exist(run, {claim.uid for claim in changing if isinstance(claim, EntityClaim)})
    if not (works or places or redo):
        return Known(hashes=hashes, entities=entities)
    decided = DecidedSlots(log_of(run("slot_decisions")))
    if not run("graph_has_papers"):
        return Known(decided=decided, hashes=hashes, entities=entities)
    # Papers are redone in transactions that may have taken away just the one hit that is asked for.
    has_untitled = bool(redo or run("graph_has_untitled_papers"))
    has_citations = bool(redo or run("graph_has_citations"))
    papers = _papers_touched(run, works, places, redo, has_untitled=has_untitled)
    return Known(papers, decided, hashes, entities, has_citations=has_citations)


def _hashes_of(run: Run, places: Collection[ClaimId]) -> dict[ClaimId, str]:
    if not places:
        return {}
    by_key = {place.key: place for place in places}
    return {by_key[stored.claim]: stored.hash for stored in rows_as(_StoredHash, run, "claim_hashes", claims=sorted(by_key))}


def _entities_that_exist(run: Run, uids: Collection[str]) -> frozenset[str]:
    return frozenset(uids_from(run, "entities_that_exist", uids=sorted(uids)) if uids else ())


def _papers_touched(
    run: Run, works: Iterable[Claim], places: Collection[ClaimId], redo: Collection[str], *, has_untitled: bool
) -> dict[str, tuple[Claim, ...]]:
    known: dict[str, tuple[Claim, ...]] = {}
    uids = _papers_of_claims(run, {place.key for place in places}) | set(redo)
    claims = list(works)
    while claims or uids:
        uids |= _papers_by_keys(run, claims, has_untitled=has_untitled) if claims else set()
        fetched = _claims_of(run, sorted(uids - known.keys()))
        known.update(fetched)
        claims = [claim for found in fetched.values() for claim in found]
        uids = set()
    return known


def _papers_of_claims(run: Run, claims: Collection[str]) -> set[str]:
    return set(uids_from(run, "papers_of_claims", claims=sorted(claims))) if claims else set()


def _papers_by_keys(run: Run, claims: Iterable[Claim], *, has_untitled: bool) -> set[str]:
    keys: dict[str, set[str]] = {name: set() for name in ("title_key", "corrects", *PROPERTY_OF_SCHEME.values())}
    sketches: set[str] = set()
    untitled: set[str] = set()
    for claim in claims:
        if claim.join_key:
            keys["title_key"].add(claim.join_key)
        for known in (*claim.joining_ids, *map(Identifier.of_curie, claim.notice_keys)):
            keys[PROPERTY_OF_SCHEME.get(known.scheme, "title_key")].add(known.value)
        keys["corrects"] |= claim.keys_for_notices
        if claim.sketch:
            (sketches if claim.title_key else untitled).add(claim.sketch)
    uids = set(uids_from(run, "papers_by_keys", keys={name: sorted(values) for name, values in keys.items()}))
    alike: list[_Alike] = []
    if untitled:
        alike += rows_as(_Alike, run, "claims_by_sketch", sketches=sorted(untitled))
    if sketches and has_untitled:
        alike += rows_as(_Alike, run, "untitled_claims_by_sketch", sketches=sorted(sketches))
    return uids | _papers_of_claims(run, {one.claim for one in alike})


def meeting_keys(claim: Claim) -> set[str]:
    """The same keys, each as one word: works that share none of them, and no piece of an abstract, never touch each other. An
    anchor stands for what is said where there is no identifier."""
    keys = {known.curie for known in claim.joining_ids} | claim.notice_keys | {claim.anchor}
    # What notices find a title by is the key under which it meets others: those of very many works are none of it.
    return keys | ({f"title:{claim.join_key}"} if claim.join_key else set())


def _claims_of(run: Run, uids: list[str]) -> dict[str, tuple[Claim, ...]]:
    if not uids:
        return {}
    claims: dict[str, list[Claim]] = {uid: [] for uid in uids}
    for stored in rows_as(_StoredClaim, run, "claims_of_papers", uids=uids):
        claims[stored.uid].append(Claim.from_json(stored.document, stored.record, stored.said))
    return {uid: tuple(of_paper) for uid, of_paper in claims.items()}

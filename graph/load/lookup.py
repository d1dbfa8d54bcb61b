"""What the graph already holds that a batch of claims can touch."""

from collections.abc import Collection, Iterable
from typing import cast

from graph.decision_log.decision import log_of
from graph.load.claims import PROPERTY_OF_SCHEME, Claim, ClaimId
from graph.load.decided_slots import DecidedSlots
from graph.load.plan import Known
from graph.queries.bound import Run
from loaders.records import Identifier


def known_to_graph(run: Run, new: Collection[Claim], places: Collection[ClaimId] = (), papers: Collection[str] = ()) -> Known:
    """All papers that the claims can touch, and these papers, with everything that was said and decided of them.

    A paper is reached through a key that it shares with a claim (an identifier, a title, a piece of its abstract), because one
    is a notice about the other, or because one of the given places stands behind it; then through the keys of what was reached,
    until nothing new comes.
    """
    if not (new or places or papers):
        return Known()
    decided = DecidedSlots(log_of(run("slot_decisions")))
    known: dict[str, tuple[Claim, ...]] = {}
    if not run("graph_has_papers"):
        return Known(known, decided)
    uids = _papers_of_claims(run, places) | set(papers)
    claims = list(new)
    while claims or uids:
        uids |= _papers_by_keys(run, claims) if claims else set()
        fetched = _claims_of(run, sorted(uids - known.keys()))
        known.update(fetched)
        claims = [claim for found in fetched.values() for claim in found]
        uids = set()
    return Known(known, decided)


def hashes_of(run: Run, places: Collection[ClaimId]) -> dict[ClaimId, str]:
    """What the graph holds of these records already: the hash of what was said."""
    by_key = {place.key: place for place in places}
    return {by_key[cast(str, row["claim"])]: cast(str, row["hash"]) for row in run("claim_hashes", claims=sorted(by_key))}


def _papers_of_claims(run: Run, places: Collection[ClaimId]) -> set[str]:
    if not places:
        return set()
    return {cast(str, row["uid"]) for row in run("papers_of_claims", claims=sorted(place.key for place in places))}


def _papers_by_keys(run: Run, claims: Iterable[Claim]) -> set[str]:
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
    rows = run("papers_by_keys", keys={name: sorted(values) for name, values in keys.items()})
    if untitled:
        rows += run("papers_by_sketch", sketches=sorted(untitled))
    if sketches and run("graph_has_untitled_papers"):
        rows += run("untitled_papers_by_sketch", sketches=sorted(sketches))
    return {cast(str, row["uid"]) for row in rows}


def _claims_of(run: Run, uids: list[str]) -> dict[str, tuple[Claim, ...]]:
    if not uids:
        return {}
    found: dict[str, list[Claim]] = {uid: [] for uid in uids}
    for row in run("claims_of_papers", uids=uids):
        claim = Claim.from_json(cast(str, row["document"]), cast(int, row["record"]), cast(str, row["said"]))
        found[cast(str, row["uid"])].append(claim)
    return {uid: tuple(claims) for uid, claims in found.items()}

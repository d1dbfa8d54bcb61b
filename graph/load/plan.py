"""What a batch of claims changes in the graph, worked out before anything is written.

A batch is looked up (`lookup`), planned here, and written (`writing`); a plan is a pure value.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.load.claims import Claim, ClaimId
from graph.load.corrections import RETRACTION, Correction, corrections, retracted_keys
from graph.load.decided_slots import NOTHING_DECIDED, DecidedSlots
from graph.load.entities import EntityClaim
from graph.load.paper import Paper, paper_of
from graph.load.works import NearMiss, Work, group_claims


@dataclass(frozen=True)
class Known:
    """The part of the graph that a batch can touch.

    `papers` by uid with the claims that they stand on, what was `decided` about slots, the `hashes` of what the batch's places
    said before, which of the `entities` that records are about are there, by uid, and whether documents of the graph say what
    their works cite.
    """

    papers: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    decided: DecidedSlots = NOTHING_DECIDED
    hashes: Mapping[ClaimId, str] = field(default_factory=dict)
    entities: frozenset[str] = frozenset()
    has_citations: bool = False

    def claims(self) -> Iterable[Claim]:
        """All claims, paper by paper."""
        return (claim for claims in self.papers.values() for claim in claims)


@dataclass(frozen=True)
class Plan:
    """The changes of one batch.

    `created` are papers that were not there, `changed` those that stand in place of an old one (old uid, paper), `deleted` old
    papers that stand on no claim any more. `touched` are the uids of all known papers, whose near misses and corrections are
    drawn anew. `entities` are the records about people, venues, institutions and topics to write, `replaced` the places whose
    earlier statements go. `joined` are the claims of the batch that met a node already there or described earlier in the batch,
    `unchanged` those that the graph holds as they are. `has_citations` says that somebody may have cited what comes.
    """

    created: list[Paper]
    changed: list[tuple[str, Paper]]
    deleted: list[str]
    touched: list[str]
    near_misses: list[NearMiss]
    corrections: list[Correction]
    entities: Sequence[EntityClaim]
    replaced: Sequence[ClaimId]
    joined: frozenset[ClaimId]
    unchanged: frozenset[ClaimId]
    has_citations: bool

    def written(self) -> list[Paper]:
        """Every paper whose relationships are written."""
        return self.created + [paper for _, paper in self.changed]


def plan_batch(
    claims: Sequence[Claim | EntityClaim],
    known: Known,
    removed: Collection[ClaimId] = frozenset(),
    redo: Collection[str] = frozenset(),
) -> Plan:
    """What it takes to have the graph say these claims too, and no longer what `removed` said.

    A new claim replaces what its document said in the same place before. Papers in `redo` are written anew even where no claim
    changes, because what was decided about their slots does.
    """
    changing = [claim for claim in claims if known.hashes.get(claim.id) != claim.hash]
    new = [claim for claim in changing if isinstance(claim, Claim)]
    entities = [claim for claim in changing if isinstance(claim, EntityClaim)]
    superseded = {claim.id for claim in changing} | set(removed)
    kept = [claim for claim in known.claims() if claim.id not in superseded]
    works, near_misses = group_claims([*kept, *new])
    corrected = corrections(works)
    retracted = {correction.about for correction in corrected if correction.kind == RETRACTION}
    marks = retracted_keys([*known.claims(), *new])
    paper_of_claim = {claim.id: uid for uid, claims in known.papers.items() for claim in claims}
    before = {uid: frozenset((claim.id, claim.hash) for claim in claims) for uid, claims in known.papers.items()}
    rewritten = [
        work
        for work in works
        if work.uid in redo
        or _has_key(work, marks)
        or before.get(work.uid) != frozenset((claim.id, claim.hash) for claim in work.claims)
    ]
    untouched = {work.uid for work in works} - {work.uid for work in rewritten}
    papers = [paper_of(work, known.decided, retracted=work.uid in retracted) for work in rewritten]
    created, changed, deleted = _assign(papers, paper_of_claim, set(known.papers) - untouched)
    return Plan(
        created=created,
        changed=changed,
        deleted=deleted,
        touched=sorted(known.papers),
        near_misses=near_misses,
        corrections=corrected,
        entities=entities,
        replaced=[*removed, *(claim.id for claim in changing if claim.id in known.hashes)],
        joined=_joined(works, [claim.id for claim in new], paper_of_claim) | _joined_entities(entities, known.entities),
        unchanged=frozenset(claim.id for claim in claims) - {claim.id for claim in changing},
        has_citations=known.has_citations or any(claim.record.cites for claim in new),
    )


def _has_key(work: Work, keys: Collection[str]) -> bool:
    """Whether a notice of retraction that came, went or stays may be about the work, so that its mark is looked at again."""
    return bool(keys) and any(key in keys for claim in work.claims for key in claim.keys_for_notices)


def _assign(
    papers: Iterable[Paper], paper_of_claim: Mapping[ClaimId, str], free: set[str]
) -> tuple[list[Paper], list[tuple[str, Paper]], list[str]]:
    """Give each work the node of an old paper where there is one, so that what users hung on it stays."""
    created: list[Paper] = []
    changed: list[tuple[str, Paper]] = []
    later: list[Paper] = []
    for paper in papers:
        if paper.uid in free:
            free.discard(paper.uid)
            changed.append((paper.uid, paper))
        else:
            later.append(paper)
    for paper in later:
        old = min((paper_of_claim[claim.id] for claim in paper.work.claims if paper_of_claim.get(claim.id) in free), default=None)
        if old is None:
            created.append(paper)
        else:
            free.discard(old)
            changed.append((old, paper))
    return created, changed, sorted(free)


def _joined(works: Iterable[Work], new: Iterable[ClaimId], paper_of_claim: Mapping[ClaimId, str]) -> frozenset[ClaimId]:
    """All new claims but the first, in the order of loading, of each work that was not there."""
    order = {claim: place for place, claim in enumerate(new)}
    joined: set[ClaimId] = set()
    for work in works:
        fresh = sorted((claim.id for claim in work.claims if claim.id in order), key=order.__getitem__)
        was_there = any(claim.id in paper_of_claim for claim in work.claims)
        joined.update(fresh if was_there else fresh[1:])
    return frozenset(joined)


def _joined_entities(entities: Iterable[EntityClaim], there: Collection[str]) -> frozenset[ClaimId]:
    """Those about somebody or something that was there, or that an earlier record of the batch is about."""
    known = set(there)
    joined: set[ClaimId] = set()
    for claim in entities:
        if claim.uid in known:
            joined.add(claim.id)
        known.add(claim.uid)
    return frozenset(joined)

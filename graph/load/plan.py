"""What a batch of claims changes in the graph, worked out before anything is written."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from graph.load.claims import Claim, ClaimId
from graph.load.corrections import RETRACTION, Correction, corrections, retracted_keys
from graph.load.decided_slots import NOTHING_DECIDED, DecidedSlots
from graph.load.paper import Paper, paper_of
from graph.load.works import NearMiss, Work, group_claims


@dataclass(frozen=True)
class Known:
    """The part of the graph that a batch can touch: papers by uid with the claims that they stand on, and what was decided
    about slots."""

    papers: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    decided: DecidedSlots = NOTHING_DECIDED

    def claims(self) -> Iterable[Claim]:
        """All claims, paper by paper."""
        return (claim for claims in self.papers.values() for claim in claims)


@dataclass(frozen=True)
class Plan:
    """The changes of one batch.

    `created` are papers that were not there, `changed` those that stand in place of an old one (old uid, paper), `deleted` old
    papers that stand on no claim any more. `touched` are the uids of all known papers, whose near misses and corrections are
    drawn anew. `joined` are the claims of the batch that met a paper already there or described earlier in the batch.
    """

    created: list[Paper]
    changed: list[tuple[str, Paper]]
    deleted: list[str]
    touched: list[str]
    near_misses: list[NearMiss]
    corrections: list[Correction]
    joined: frozenset[ClaimId]

    def written(self) -> list[Paper]:
        """Every paper whose relationships are written."""
        return self.created + [paper for _, paper in self.changed]


def plan_batch(
    new: Collection[Claim],
    known: Known,
    removed: Collection[ClaimId] = frozenset(),
    redo: Collection[str] = frozenset(),
) -> Plan:
    """What it takes to have the graph say `new` too, and no longer what `removed` said.

    A new claim replaces what its document said in the same place before. Papers in `redo` are written anew even where no claim
    changes, because what was decided about their slots does.
    """
    new_ids = {claim.id for claim in new}
    superseded = new_ids | set(removed)
    kept = [claim for claim in known.claims() if claim.id not in superseded]
    works, near_misses = group_claims([*kept, *new])
    corrected = corrections(works)
    retracted = {correction.about for correction in corrected if correction.kind == RETRACTION}
    marks = retracted_keys([*known.claims(), *new])
    paper_of_claim = {claim.id: uid for uid, claims in known.papers.items() for claim in claims}
    before = {uid: frozenset((claim.id, claim.hash) for claim in claims) for uid, claims in known.papers.items()}
    changing = [
        work
        for work in works
        if work.uid in redo
        or _has_key(work, marks)
        or before.get(work.uid) != frozenset((claim.id, claim.hash) for claim in work.claims)
    ]
    untouched = {work.uid for work in works} - {work.uid for work in changing}
    papers = [paper_of(work, known.decided, retracted=work.uid in retracted) for work in changing]
    created, changed, deleted = _assign(papers, paper_of_claim, set(known.papers) - untouched)
    return Plan(
        created=created,
        changed=changed,
        deleted=deleted,
        touched=sorted(known.papers),
        near_misses=near_misses,
        corrections=corrected,
        joined=_joined(works, [claim.id for claim in new], paper_of_claim),
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

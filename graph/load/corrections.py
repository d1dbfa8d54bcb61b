"""Which works of a graph a notice (an erratum, a correction, a retraction, an expression of concern) is about.

By the identifiers that it gives for them; else by the title that it repeats, where exactly one work has that title and shares a
person or the venue with the notice. It is a function of the works alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.load.agreement import in_common
from graph.load.claims import Claim
from graph.load.locus import same_venue
from graph.load.works import Work

RETRACTION = "retraction"


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """The work `notice` is about the work `about`, both by uid. `kind` is retraction, erratum, …, `by` how that is known:
    "identifier" or "title"."""

    notice: str
    about: str
    kind: str
    by: str


def corrections(works: Sequence[Work]) -> list[Correction]:
    """What the notices among these works are about, in order."""
    notices = [(work, claim) for work in works for claim in work.claims if claim.notice_keys]
    if not notices:
        return []
    by_key: defaultdict[str, dict[str, Work]] = defaultdict(dict)
    for work in works:
        for key in {key for claim in work.claims for key in claim.keys_for_notices} - work.borrowed:
            by_key[key][work.uid] = work
    found: dict[tuple[str, str], Correction] = {}
    for work, claim in notices:
        for correction in _of_claim(work, claim, by_key):
            pair = (correction.notice, correction.about)
            found[pair] = min(correction, found.get(pair, correction))
    return sorted(found.values())


def retracted_keys(claims: Iterable[Claim]) -> set[str]:
    """The keys of the works that notices of retraction among these claims may be about."""
    return {key for claim in claims if claim.notice and claim.notice.kind == RETRACTION for key in claim.notice_keys}


def _of_claim(work: Work, claim: Claim, by_key: dict[str, dict[str, Work]]) -> Iterator[Correction]:
    kind = claim.notice.kind if claim.notice else ""
    identified, titled = _candidates(work, claim, by_key)
    if identified:
        yield from (Correction(work.uid, uid, kind, "identifier") for uid in identified)
    elif len(titled) == 1:
        yield Correction(work.uid, titled[0], kind, "title")


def _candidates(work: Work, claim: Claim, by_key: dict[str, dict[str, Work]]) -> tuple[list[str], list[str]]:
    """The uids of the works that have an identifier given by the notice, and of those with its title and somebody in common."""
    identified: set[str] = set()
    titled: set[str] = set()
    for key in claim.notice_keys:
        others = {uid: other for uid, other in by_key.get(key, {}).items() if uid != work.uid}
        if key.startswith("title:"):
            titled.update(uid for uid, other in others.items() if _agree(work, other))
        else:
            identified.update(others)
    return sorted(identified), sorted(titled)


def _agree(notice: Work, other: Work) -> bool:
    """Whether the two works share a person, or a venue."""
    pairs = [(a, b) for a in notice.claims for b in other.claims]
    return any(same_venue(a.locus, b.locus) for a, b in pairs) or any(
        True for a, b in pairs for _ in in_common(a.authors, b.authors)
    )

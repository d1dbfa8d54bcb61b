"""Whether two claims are about one work: by a shared identifier, by title, or (where one has no title) by abstract."""

from dataclasses import dataclass
from enum import Enum

from graph.identity.names import compare, name_key
from graph.load.claims import Claim
from graph.load.text import SHORT_TEXT_WORDS, SIMILAR_TEXT, is_generic, likeness, same_text_threshold
from loaders.records import Authorship

EXCLUSIVE_SCHEMES = ("arxiv", "acl", "pmid")
"""Schemes that give a work one identifier: two different ones are two works. A DOI is not among them: a preprint has its own."""

YEARS_APART = 1
YEARS_APART_PREPRINT = 3
YEARS_APART_SAME_AUTHORS = 6


class Bond(Enum):
    """How two claims hang together."""

    SAME = "same"  # nothing can speak against it
    JOIN = "join"  # one work, unless the rest of their works contradict
    NEAR = "near"  # worth a person's look


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that are, or may be, about one work: how strongly (0 to 1), and why in words."""

    bond: Bond
    strength: float
    reason: str


class Agreement(Enum):
    """What two author lists say about being of one work."""

    AGREE = "agree"
    UNKNOWN = "unknown"
    CONTRADICT = "contradict"


def link(a: Claim, b: Claim) -> Link | None:
    """How two claims hang together, or None where nothing connects them. Symmetric."""
    if a.anchor == b.anchor:
        return Link(Bond.SAME, 1.0, f"both are {a.anchor}")
    shared = a.joining_ids & b.joining_ids
    if shared:
        scheme, value = min(shared)
        return Link(Bond.SAME, 1.0, f"both have {scheme} {value}")
    if a.title_key and b.title_key:
        return _link_by_title(a, b) if a.title_key == b.title_key else None
    return _link_by_text(a, b)


def contradiction(a: Claim, b: Claim) -> str | None:
    """Why two claims cannot be about one work, in words, or None. Shared identifiers are not asked about here."""
    for scheme in EXCLUSIVE_SCHEMES:
        ours, theirs = _values(a, scheme), _values(b, scheme)
        if ours and theirs and not ours & theirs:
            return f"different {scheme} ids: {min(ours)}, {min(theirs)}"
    agreement = author_agreement(a, b)
    if agreement is Agreement.CONTRADICT:
        return "their author lists have nobody in common"
    apart = years_apart(a, b)
    if apart > allowed_years(a, b, agreement):
        return f"{apart} years apart"
    return None


def author_agreement(a: Claim, b: Claim) -> Agreement:
    """Compare the people that two claims name.

    Unknown where a list is missing, or where neither list is complete and they merely differ (two owners of two pages).
    """
    if not a.authors or not b.authors:
        return Agreement.UNKNOWN
    shorter, longer = sorted((a.authors, b.authors), key=len)
    common = sum(any(may_be_one(x, y) for y in longer) for x in shorter)
    if common * 2 >= len(shorter):
        return Agreement.AGREE
    return Agreement.CONTRADICT if common == 0 and (a.has_list or b.has_list) else Agreement.UNKNOWN


def may_be_one(a: Authorship, b: Authorship) -> bool:
    """Whether two printed names on one work may be one person's."""
    if name_key(a.name) == name_key(b.name) or set(a.ids) & set(b.ids):
        return True
    return compare(a.name, b.name).compatible


def years_apart(a: Claim, b: Claim) -> int:
    """The distance of their years; 0 where one is unknown."""
    return abs(a.record.year - b.record.year) if a.record.year and b.record.year else 0


def allowed_years(a: Claim, b: Claim, agreement: Agreement) -> int:
    """How many years may lie between two descriptions of one work."""
    if agreement is Agreement.AGREE:
        return YEARS_APART_SAME_AUTHORS
    return YEARS_APART_PREPRINT if a.is_preprint != b.is_preprint else YEARS_APART


def _link_by_title(a: Claim, b: Claim) -> Link:
    against = contradiction(a, b)
    if against:
        return Link(Bond.NEAR, 0.5, f"same title, but {against}")
    agreement = author_agreement(a, b)
    doubt = None if agreement is Agreement.AGREE else _doubt_of_title(a, b)
    if doubt:
        return Link(Bond.NEAR, 0.3, f"same title, but {doubt}")
    apart = years_apart(a, b)
    strength = (0.95 if agreement is Agreement.AGREE else 0.8) - 0.02 * apart
    return Link(Bond.JOIN, strength, "same title" + (" and authors" if agreement is Agreement.AGREE else ""))


def _doubt_of_title(a: Claim, b: Claim) -> str | None:
    """Why an equal title alone, without common authors, does not make one work, in words, or None."""
    alike = likeness(a.shingles, b.shingles)
    if alike >= same_text_threshold(a.shingles, b.shingles):
        return None
    if is_generic(a.title_key or ""):
        return "one that several works may have"
    shorter = min(len(a.shingles), len(b.shingles))
    return "their abstracts have little in common" if shorter >= SHORT_TEXT_WORDS and alike < SIMILAR_TEXT else None


def _link_by_text(a: Claim, b: Claim) -> Link | None:
    alike = likeness(a.shingles, b.shingles)
    if alike < SIMILAR_TEXT:
        return None
    reason = f"abstracts {alike:.0%} alike"
    against = contradiction(a, b)
    if against:
        return Link(Bond.NEAR, alike / 2, f"{reason}, but {against}")
    joins = alike >= same_text_threshold(a.shingles, b.shingles)
    return Link(Bond.JOIN if joins else Bond.NEAR, alike, reason)


def _values(claim: Claim, scheme: str) -> set[str]:
    return {value for s, value in claim.ids if s == scheme}

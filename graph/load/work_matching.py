"""Whether two claims are about one work: by a shared identifier, by title, or (where one has no title) by abstract.

What speaks for it and what against are pieces with a weight, a logarithm of odds. Whether two claims join is a matter of rules,
not of sums; the sum ranks the pairs that do not join and may be one work all the same. The weights are judged by hand on the near
misses of the ACL Anthology and of small exports in all formats (tests/bench/README.md): they order pairs, and are no
probabilities."""

from collections.abc import Collection, Iterator
from math import log

from graph.decision_log.decision import YEARS_APART_SAME_AUTHORS
from graph.load.agreement import Agreement, author_agreement
from graph.load.borrowed_ids import other_work, shares
from graph.load.claims import Claim
from graph.load.links import Link, MatchGrade, Piece, objection
from graph.load.locus import difference, is_one_place, same_venue
from graph.load.text import SHORT_TEXT_WORDS, SIMILAR_TEXT, is_short, resemblance, same_text, same_text_threshold, words_of
from graph.load.title_signs import other_signs
from loaders.counted import counted
from loaders.records import Identifier
from loaders.schemes import EXCLUSIVE_SCHEMES

YEARS_APART = 1
YEARS_APART_PREPRINT = 3
YEARS_APART_REISSUED = 1

MANY_WORDS = 6
TELLING_LENGTH = 4
TELLING_WORDS = 4
TELLING_SHARE = 0.6


def link(a: Claim, b: Claim, *, comes_back: bool = False) -> Link | None:
    """How two claims hang together, or None where nothing connects them. Symmetric.

    `comes_back` says that their title is one of many works, so that it joins nobody by itself, nor with its authors.
    """
    shared = a.joining_ids & b.joining_ids
    if shared:
        return _link_by_identifier(a, b, min(shared))
    if a.anchor == b.anchor:
        return Link(MatchGrade.SAME, 1.0, (Piece(9, f"both are {a.anchor}"),))
    if a.title_key and b.title_key:
        return _link_by_title(a, b, comes_back) if a.title_key == b.title_key else None
    return _link_by_text(a, b)


def contradiction(a: Claim, b: Claim) -> Piece | None:
    """Why two claims cannot be about one work, or None. Shared identifiers are not asked about here."""
    return next(_contradictions(a, b, author_agreement(a, b)), None)


def _contradictions(a: Claim, b: Claim, agreement: Agreement) -> Iterator[Piece]:
    """Everything for which two claims cannot be about one work."""
    for scheme in EXCLUSIVE_SCHEMES:
        one, other = a.ids_in(scheme), b.ids_in(scheme)
        if one and other and not one & other:
            yield objection(-1.2, f"different {scheme} ids: {_both(one, other)}")
    if (a.notice is None) != (b.notice is None):
        yield objection(-3.0, "one of them is a notice about a work")
    signs = other_signs(a.title_signs, b.title_signs) if a.title_key == b.title_key else None
    if signs:
        yield objection(-1.5, f"other signs in their titles: {' and '.join(sorted(sign or 'none' for sign in signs))}")
    if agreement is Agreement.CONTRADICT:
        yield objection(-2.5, "their author lists have nobody in common")
    apart = years_apart(a, b)
    if apart > allowed_years(a, b, agreement):
        yield objection(-1.0 - 0.1 * min(apart, 10), f"{counted(apart, 'year')} apart")
    elsewhere = None if a.is_preprint or b.is_preprint else difference(a.locus, b.locus)
    if elsewhere:
        yield objection(-1.5, f"different {elsewhere}")
    ours, theirs = a.published_dois, b.published_dois
    if ours and theirs and not ours & theirs and not _is_reissued(a, b, agreement):
        yield objection(-1.0, f"different DOIs: {_both(ours, theirs)}")


def years_apart(a: Claim, b: Claim) -> int:
    """The distance of their years; 0 where one is unknown."""
    return abs(a.record.year - b.record.year) if a.record.year and b.record.year else 0


def allowed_years(a: Claim, b: Claim, agreement: Agreement) -> int:
    """How many years may lie between two descriptions of one work."""
    if agreement is Agreement.AGREE:
        return YEARS_APART_SAME_AUTHORS
    return YEARS_APART_PREPRINT if a.is_preprint != b.is_preprint else YEARS_APART


def _is_reissued(a: Claim, b: Claim, agreement: Agreement) -> bool:
    """Whether two DOIs are one article's, that its registrar gave another: authors and year agree, and the place, or the venue
    and the text. A text alone is no sign: an abstract of a meeting may come out as an article elsewhere, and collections of
    data describe each item in the same words."""
    if agreement is not Agreement.AGREE or years_apart(a, b) > YEARS_APART_REISSUED:
        return False
    if is_one_place(a.locus, b.locus):
        return True
    return same_venue(a.locus, b.locus) and not (a.is_dataset or b.is_dataset) and same_text(a.shingles, b.shingles)


def _link_by_identifier(a: Claim, b: Claim, shared: Identifier) -> Link:
    """One work, whatever else differs, but for what tells that the identifier is not theirs."""
    against = other_work(a, b)
    if against:
        return Link(MatchGrade.NEAR, 0, (shares(shared), *against))
    return Link(MatchGrade.SAME, 1.0, (Piece(9, f"both have {shared.scheme} {shared.value}"),))


def _link_by_title(a: Claim, b: Claim, comes_back: bool) -> Link:
    agreement = author_agreement(a, b)
    at_one_place, of_one_text = is_one_place(a.locus, b.locus), same_text(a.shingles, b.shingles)
    sure = at_one_place or of_one_text
    pieces = [_title_piece(a.title_key or "", agreement, comes_back)]
    pieces += [Piece(2.0, "the same venue, volume and page")] if at_one_place else []
    pieces += [Piece(2.0, "abstracts alike")] if of_one_text else []
    if not comes_back and a.record.year and a.record.year == b.record.year and same_venue(a.locus, b.locus):
        pieces.append(Piece(0.4, "same venue and year"))
    against = list(_contradictions(a, b, agreement))
    if not sure and (comes_back or agreement is not Agreement.AGREE):
        against += _doubts(a, b, comes_back)
    if against:
        return Link(MatchGrade.NEAR, 0, (*pieces, *against))
    best = 0.99 if at_one_place else 0.97 if of_one_text else 0.95 if agreement is Agreement.AGREE else 0.8
    return Link(MatchGrade.JOIN, best - 0.02 * years_apart(a, b), tuple(pieces))


def _title_piece(key: str, agreement: Agreement, comes_back: bool) -> Piece:
    agrees = agreement is Agreement.AGREE
    weight = 0.1 if comes_back or is_short(key) else 0.6 if len(key.split()) < MANY_WORDS else 1.0
    return Piece(weight + (1.5 if agrees else 0), "same title" + (" and authors" if agrees else ""))


def _doubts(a: Claim, b: Claim, comes_back: bool) -> Iterator[Piece]:
    """Why an equal title does not make one work where nothing else says so."""
    if comes_back:
        yield objection(-2.0 - 0.5 * min(years_apart(a, b), 2), "one that comes back")
    elif is_short(a.title_key or ""):
        yield objection(-0.5, "one that several works may have")
    elif min(len(a.shingles), len(b.shingles)) >= SHORT_TEXT_WORDS and resemblance(a.shingles, b.shingles) < SIMILAR_TEXT:
        yield objection(-1.5, "their abstracts have little in common")


def _link_by_text(a: Claim, b: Claim) -> Link | None:
    alike = resemblance(a.shingles, b.shingles)
    if alike < SIMILAR_TEXT:
        return None
    agreement = author_agreement(a, b)
    pieces = [Piece(_log_odds(alike), f"abstracts {alike:.0%} alike")]
    pieces += [Piece(0.7, "same authors")] if agreement is Agreement.AGREE else []
    named = max(_speaks_of(a, b), _speaks_of(b, a))
    pieces += (
        [Piece(round(2 * named, 2), f"the abstract has {named:.0%} of the words of the title")] if named >= TELLING_SHARE else []
    )
    against = tuple(_contradictions(a, b, agreement))
    joins = alike >= same_text_threshold(a.shingles, b.shingles) and not against
    return Link(MatchGrade.JOIN if joins else MatchGrade.NEAR, alike, (*pieces, *against))


def _speaks_of(a: Claim, b: Claim) -> float:
    """Which share of the words of the one's title stands in the abstract of the other, which has no title: an abstract that was
    rewritten, as of a preprint with an earlier title, is of its subject all the same."""
    if not a.title_key or b.title_key or not b.record.abstract:
        return 0.0
    words = {word for word in a.title_key.split() if len(word) >= TELLING_LENGTH}
    return len(words & set(words_of(b.record.abstract))) / len(words) if len(words) >= TELLING_WORDS else 0.0


def _log_odds(share: float) -> float:
    return log(share / (1 - share)) if share < 1 else 9.0


def _both(ours: Collection[str], theirs: Collection[str]) -> str:
    return ", ".join(sorted((min(ours), min(theirs))))

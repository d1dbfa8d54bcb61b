"""Whether two names can be one person's: compatible, contradictory or unknown, with reasons and a strength.

`graph.identity.names` is the door to this module.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from graph.identity.folding import is_east_asian_script, plain
from graph.identity.nicknames import is_known_given_name
from graph.identity.parsing import Name, Reading, is_initial, is_short_syllable, parse
from graph.identity.words import Agreement, agree

Answer = Literal["compatible", "contradictory", "unknown"]
_RANK = {"compatible": 2, "unknown": 1, "contradictory": 0}
_MIDDLE_DROPPED = 0.9
_BY_MIDDLE_NAME = 0.5


@dataclass(frozen=True)
class Verdict:
    """The answer, how strongly the forms agree (1.0 for identical ones, 0.0 unless compatible), and the reasons in words."""

    answer: Answer
    score: float
    reasons: tuple[str, ...] = ()

    @property
    def compatible(self) -> bool:
        """Whether nothing in the names speaks against one person, and enough speaks for it."""
        return self.answer == "compatible"

    @property
    def contradictory(self) -> bool:
        """Whether the names cannot be one person's."""
        return self.answer == "contradictory"


def compare(one: Name | str, other: Name | str) -> Verdict:
    """Whether two names can be one person's. Symmetric in its answer and score; never raises.

    Different homonym numbers and different suffixes contradict. Otherwise every pair of readings is tried and the best answer
    taken, so that a name which may be divided in two ways is contradictory only where both ways are.
    """
    a, b = (parse(one) if isinstance(one, str) else one), (parse(other) if isinstance(other, str) else other)
    if a.number and b.number and a.number != b.number:
        return Verdict("contradictory", 0.0, (f"the homonym numbers {a.number} and {b.number} stand for different people",))
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Verdict("contradictory", 0.0, (f"the suffixes {a.suffix} and {b.suffix} differ",))
    verdict = _compare_words(a, b)
    if not verdict.compatible:
        return verdict
    score, reasons = verdict.score, list(verdict.reasons)
    if a.number != b.number:
        score *= 0.9
        reasons.append(f"only one of them carries a homonym number ({a.number or b.number})")
    if a.suffix != b.suffix:
        score *= 0.95
        reasons.append(f"only one of them has the suffix {a.suffix or b.suffix}")
    return Verdict("compatible", round(score, 3), tuple(reasons))


def _compare_words(a: Name, b: Name) -> Verdict:
    if not a.words or not b.words:
        return Verdict("unknown", 0.0, ("one of the names is empty",))
    if _casefolded(a.words) == _casefolded(b.words):
        return Verdict("compatible", 1.0, ("the names are the same",))
    if len(a.words) == 1 or len(b.words) == 1:
        alone = _one_word(a, b)
        return alone if alone.compatible else _by_aside(a, b) or alone
    best = Verdict("contradictory", 0.0)
    for position, (reading_a, reading_b) in enumerate(product(a.readings, b.readings)):
        if reading_a.note and reading_b.note:
            continue
        verdict = _compare_readings(reading_a, reading_b)
        if position == 0 or (_RANK[verdict.answer], verdict.score) > (_RANK[best.answer], best.score):
            best = verdict
    if not best.compatible and a.bag == b.bag and len(a.bag) > 1:
        return Verdict("compatible", 0.7, ("the names have the same words in another order",))
    return best if best.compatible else _by_aside(a, b) or best


def _casefolded(words: tuple[str, ...]) -> list[str]:
    return [word.casefold().rstrip(".") for word in words]


def _one_word(a: Name, b: Name) -> Verdict:
    """A name of one word says too little, unless it stands against another of one word, or has nothing in common."""
    if is_east_asian_script(a.display) != is_east_asian_script(b.display):
        return Verdict("unknown", 0.0, ("the names are in different scripts",))
    if len(a.words) == len(b.words) == 1:
        found = agree(a.words[0], b.words[0])
        if found.kind in ("same", "near"):
            return Verdict("compatible", found.score, (found.reason or "the names are the same",))
        return Verdict("unknown" if found.kind in ("initial", "unclear") else "contradictory", 0.0, (found.reason,))
    if "".join(a.bag) == "".join(b.bag) or plain("".join(a.words)) == plain("".join(b.words)):
        return Verdict("compatible", 0.9, ("the same letters with and without a space",))
    single, full = (a, b) if len(a.words) == 1 else (b, a)
    word = single.words[0]
    if any(agree(word, part).kind not in ("different", "unclear") for part in full.words):
        return Verdict("unknown", 0.0, (f"{word} is one word of {full.display}, which says too little",))
    return Verdict("contradictory", 0.0, (f"{word} is no word of {full.display}",))


def _by_aside(a: Name, b: Name) -> Verdict | None:
    """Names printed in brackets or quotation marks count as given names or whole names of their own."""
    for name, other in ((a, b), (b, a)):
        for aside in name.also:
            words = aside.split()
            alone = parse(aside) if len(words) > 1 or is_east_asian_script(aside) else None
            alias = alone or Name(f"{aside} {name.display}", tuple(words), name.particles, name.family)
            verdict = _compare_words(alias, Name(other.display, other.given, other.particles, other.family))
            if verdict.compatible:
                reason = f"{name.display} is also printed as {aside}"
                return Verdict("compatible", round(verdict.score * 0.9, 3), (reason, *verdict.reasons))
    return None


def _compare_readings(a: Reading, b: Reading) -> Verdict:
    family = _compare_families(a, b)
    if family.kind == "different":
        return Verdict("contradictory", 0.0, (f"the family names differ: {family.reason}",))
    given = _compare_given(a.given, b.given)
    if given.kind == "different":
        return Verdict("contradictory", 0.0, (f"the given names differ: {given.reason}",))
    reasons = [reason for reason in (a.note or b.note, family.reason, given.reason) if reason]
    if "unclear" in (family.kind, given.kind):
        return Verdict("unknown", 0.0, tuple(reasons))
    score = round(family.score * given.score * a.weight * b.weight, 3)
    return Verdict("compatible", score, tuple(reasons) or ("the names differ in punctuation only",))


def _compare_families(a: Reading, b: Reading) -> Agreement:
    one, other = "".join(a.family), "".join(b.family)
    with_particles = "".join((*a.particles, *a.family)), "".join((*b.particles, *b.family))
    printed = " ".join((*a.particles, *a.family)), " ".join((*b.particles, *b.family))
    whole = agree(*with_particles, given=False)
    if whole.kind in ("same", "initial"):
        split = len(a.family) != len(b.family) and whole.kind == "same"
        return Agreement(whole.kind, whole.score * 0.97, f"{printed[0]} and {printed[1]} are one name") if split else whole
    without = agree(one, other, given=False)
    if without.kind == "same" and a.particles != b.particles:
        return Agreement("same", 0.88 * without.score, f"{printed[0]} and {printed[1]} differ in their particles")
    parts = _parts(a.family), _parts(b.family)
    if len(parts[0]) != len(parts[1]):
        fewer, more = sorted(parts, key=len)
        hyphenated = any("-" in word for word in (*a.family, *b.family))
        found = _compound(fewer, more, hyphenated, only_first=a.guessed_compound or b.guessed_compound)
        if found:
            return found
    return whole if whole.kind == "near" else without


def _parts(words: tuple[str, ...]) -> list[str]:
    return [part for word in words for part in word.split("-") if part] or list(words)


def _compound(fewer: list[str], more: list[str], hyphenated: bool, only_first: bool) -> Agreement | None:
    """A compound family name printed with one of its parts: García López as García (Spanish) or López (Portuguese).

    Where the compound is a guess, López alone (`only_first` excludes it) is the usual reading with a middle name left out.
    """
    more = [part for part in more if len(plain(part)) >= 3] if hyphenated else more
    if len(more) <= len(fewer) or any(len(plain(part)) < 2 for part in more):
        return None
    unsure = not hyphenated and any(is_short_syllable(part) for part in more)
    for start, score in ((0, 0.75), (len(more) - len(fewer), 0.8))[: 1 if only_first else 2]:
        kept = more[start : start + len(fewer)]
        if all(agree(x, y, given=False).kind == "same" for x, y in zip(fewer, kept, strict=True)):
            given_like = start == 0 and not hyphenated and is_known_given_name(kept[0])
            if given_like or unsure:
                return Agreement("unclear", 0.0, f"{' '.join(fewer)} may be a part of {' '.join(more)}")
            return Agreement("near", score, f"{' '.join(fewer)} is a part of the compound family name {' '.join(more)}")
    return None


def _compare_given(a: tuple[str, ...], b: tuple[str, ...]) -> Agreement:
    """Given names against given names: as one string, then word by word, then with words left out."""
    if not a or not b:
        return Agreement("unclear", 0.0, "one of the names has no given name")
    joined = "".join(a), "".join(b)
    if len(joined[0]) > 1 and plain(joined[0]) == plain(joined[1]):
        if len(a) != len(b) or ("-" in joined[0]) != ("-" in joined[1]):
            return Agreement("same", 0.95, f"{' '.join(a)} and {' '.join(b)} differ in spaces and hyphens only")
        return agree(joined[0], joined[1])
    parts_a, parts_b = _parts(a), _parts(b)
    fewer, more = (parts_a, parts_b) if len(parts_a) <= len(parts_b) else (parts_b, parts_a)
    found = list(_alignments(fewer, more))
    best = max(found, key=lambda agreement: agreement.score, default=None)
    if best is not None:
        return best
    return _disagreement(a, b, parts_a, parts_b)


def _alignments(fewer: list[str], more: list[str]) -> Iterator[Agreement]:
    """The ways in which every word of the shorter list agrees with one of the longer list, in order."""
    for start in range(len(more) - len(fewer) + 1):
        agreements: list[Agreement] = []
        position = first = start
        for word in fewer:
            while position < len(more) and (found := agree(word, more[position])).kind in ("different", "unclear"):
                position += 1
            if position == len(more):
                break
            first = position if not agreements else first
            agreements.append(found)
            position += 1
        if len(agreements) == len(fewer):
            yield _weigh(agreements, fewer, more, first > 0)


def _weigh(agreements: list[Agreement], fewer: list[str], more: list[str], first_skipped: bool) -> Agreement:
    reasons = [found.reason for found in agreements if found.reason]
    score = agreements[0].score
    for found in agreements[1:]:
        score *= 0.8 + 0.2 * found.score
    if len(more) > len(fewer):
        left = " ".join(more)
        if first_skipped and agreements[0].kind == "initial":
            return Agreement("unclear", 0.0, f"{' '.join(fewer)} may stand for a later name of {left}")
        full = [word for word in more if not is_initial(word)]
        if not is_initial(fewer[0]) and len(full) == len(more) and all(is_short_syllable(word) for word in more):
            return Agreement("unclear", 0.0, f"{' '.join(fewer)} is a part of {left}, which may be another name")
        score *= _BY_MIDDLE_NAME if first_skipped else _MIDDLE_DROPPED
        reasons.append(f"{' '.join(fewer)} leaves out a name of {left}")
    kind = max((found.kind for found in agreements), key=("same", "near", "initial").index)
    return Agreement(kind, score, "; ".join(reasons))


def _disagreement(a: tuple[str, ...], b: tuple[str, ...], parts_a: list[str], parts_b: list[str]) -> Agreement:
    """Why no alignment was found: whole words that are nearly alike, unclear words, or different ones."""
    whole = agree("".join(a), "".join(b))
    if whole.kind == "near" and len(a) == len(b) == 1:
        return whole
    pairs = [agree(x, y) for x, y in zip(parts_a, parts_b, strict=False)]
    different = next((found for found in pairs if found.kind == "different"), None)
    unclear = next((found for found in pairs if found.kind == "unclear"), None)
    if different is None and unclear is not None:
        return unclear
    if whole.kind == "unclear" and len(plain("".join(a))) >= 5:
        return whole
    shared = {plain(word) for word in parts_a if len(plain(word)) >= 4} & {plain(word) for word in parts_b}
    if shared and plain(parts_a[0]) != plain(parts_b[0]):
        return Agreement("unclear", 0.0, f"{' '.join(a)} and {' '.join(b)} share one given name and differ in others")
    reason = different.reason if different else f"{' '.join(a)} and {' '.join(b)} are different names"
    return Agreement("different", 0.0, reason)

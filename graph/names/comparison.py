"""Whether two names can be one person's: compatible, contradictory or unknown, with reasons and a strength.

`graph.names.forms` is the door to this module.
"""

from dataclasses import dataclass
from itertools import product
from typing import Literal

from graph.names.differences import Difference, most_informative
from graph.names.given_forms import is_long_family, is_telling_family, may_be_forms
from graph.names.nicknames import is_known_given_name
from graph.names.parsing import Name, Reading, is_initial, is_short_syllable, parse
from graph.names.part_agreement import compare_families, compare_given
from graph.names.transliteration import is_east_asian_script, is_pinyin, plain
from graph.names.word_agreement import Agreement, agree

Compatibility = Literal["compatible", "contradictory", "unknown"]
_RANK = {"compatible": 2, "unknown": 1, "contradictory": 0}
_ONE_DOUBT = 0.5
_WEAKEST = 0.45
_ONE_WORD = 0.2
_NAME_CHANGED = 0.1
_SHORTEST_INFORMATIVE = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, how strongly the forms agree, the reasons in words, and in which way the names differ.

    The score is 1.0 for identical names and 0.0 for contradictory ones, but where a given name may have been changed: then it is
    low, so that other evidence may decide. So it is for unknown ones where one thing alone is in doubt, and 0.0 where the names
    say too little for that.
    """

    answer: Compatibility
    score: float
    reasons: tuple[str, ...] = ()
    kind: Difference = "other"

    @property
    def compatible(self) -> bool:
        """Whether nothing in the names speaks against one person, and enough speaks for it."""
        return self.answer == "compatible"

    @property
    def contradictory(self) -> bool:
        """Whether the names cannot be one person's."""
        return self.answer == "contradictory"

    @property
    def worth_weighing(self) -> bool:
        """Whether the two may be one person's if other evidence says so."""
        return self.score > 0


def compare(one: Name | str, other: Name | str) -> Verdict:
    """Whether two names can be one person's. Symmetric in its answer, score and kind; never raises.

    Different homonym numbers and different suffixes contradict. Otherwise every pair of readings is tried and the best answer
    taken, so that a name which may be divided in two ways is contradictory only where both ways are.
    """
    a, b = (parse(one) if isinstance(one, str) else one), (parse(other) if isinstance(other, str) else other)
    if a.number and b.number and a.number != b.number:
        return Verdict("contradictory", 0.0, (f"the homonym numbers {a.number} and {b.number} stand for different people",))
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Verdict("contradictory", 0.0, (f"the suffixes {a.suffix} and {b.suffix} differ",))
    verdict = _compare_words(a, b)
    if not verdict.score or (a.number == b.number and a.suffix == b.suffix):
        return verdict
    score, reasons, kind = verdict.score, list(verdict.reasons), verdict.kind
    if a.number != b.number:
        score, kind = score * 0.9, most_informative(kind, "number")
        reasons.append(f"only one of them carries a homonym number ({a.number or b.number})")
    if a.suffix != b.suffix:
        score, kind = score * 0.95, most_informative(kind, "spelling")
        reasons.append(f"only one of them has the suffix {a.suffix or b.suffix}")
    return Verdict(verdict.answer, round(score, 3), tuple(reasons), kind)


def _compare_words(a: Name, b: Name) -> Verdict:
    if not a.words or not b.words:
        return Verdict("unknown", 0.0, ("one of the names is empty",))
    if _casefolded(a.words) == _casefolded(b.words):
        return Verdict("compatible", 1.0, ("the names are the same",), "same")
    if len(a.words) == 1 or len(b.words) == 1:
        alone = _one_word(a, b)
        return alone if alone.compatible else _by_aside(a, b) or alone
    best = Verdict("contradictory", 0.0)
    for position, (reading_a, reading_b) in enumerate(product(a.readings, b.readings)):
        if reading_a.note and reading_b.note:
            continue
        if best.compatible and best.score >= reading_a.weight * reading_b.weight:
            continue  # no score is higher than the weight of the readings
        verdict = _compare_readings(reading_a, reading_b)
        if position == 0 or (_RANK[verdict.answer], verdict.score) > (_RANK[best.answer], best.score):
            best = verdict
    if not best.compatible and a.bag == b.bag and len(a.bag) > 1:
        return Verdict("compatible", 0.7, ("the names have the same words in another order",), "order")
    return best if best.compatible else _by_aside(a, b) or best


def _casefolded(words: tuple[str, ...]) -> list[str]:
    return [word.casefold().rstrip(".") for word in words]


def _joined(name: Name) -> set[str]:
    """A name in East Asian letters without spaces, in reading order and family name first, as it is written: 伟 张 is 张伟."""
    orders = (name.words, (*name.family, *name.given))
    return {"".join(words) for words in orders} if is_east_asian_script(name.display) else set()


def _one_word(a: Name, b: Name) -> Verdict:
    """A name of one word says too little, unless it stands against another of one word, or has nothing in common."""
    if is_east_asian_script(a.display) != is_east_asian_script(b.display):
        return Verdict("unknown", 0.0, ("the names are in different scripts",))
    if len(a.words) == len(b.words) == 1:
        found = agree(a.words[0], b.words[0])
        if found.kind in ("same", "near"):
            return Verdict("compatible", found.score, (found.reason or "the names are the same",), found.differ)
        return Verdict("unknown" if found.kind in ("initial", "unclear") else "contradictory", 0.0, (found.reason,), found.differ)
    if "".join(a.bag) == "".join(b.bag) or plain("".join(a.words)) == plain("".join(b.words)) or _joined(a) & _joined(b):
        return Verdict("compatible", 0.9, ("the same letters with and without a space",), "spelling")
    single, full = (a, b) if len(a.words) == 1 else (b, a)
    word = single.words[0]
    found = max((agree(word, part) for part in full.words), key=lambda found: (found.kind == "same", found.score))
    if found.kind not in ("different", "unclear"):
        is_informative = found.kind == "same" and len(plain(word)) >= _SHORTEST_INFORMATIVE and not is_short_syllable(word)
        score = _ONE_WORD if is_informative else 0.0
        return Verdict("unknown", score, (f"{word} is one word of {full.display}, which says too little",), "word")
    return Verdict("contradictory", 0.0, (f"{word} is not a word of {full.display}",))


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
                return Verdict("compatible", round(verdict.score * 0.9, 3), (reason, *verdict.reasons), "word")
    return None


def _compare_readings(a: Reading, b: Reading) -> Verdict:
    family = compare_families(a, b)
    if family.kind == "different":
        return _other_family(a, b, family)
    given = compare_given(a.given, b.given)
    if given.kind == "different":
        return _other_given(a, b, family, given)
    reasons = tuple(reason for reason in (a.note or b.note, family.reason, given.reason) if reason)
    kind = most_informative(a.differ, b.differ, family.differ, given.differ)
    score = round(family.score * given.score * a.weight * b.weight, 3)
    if family.kind == "unclear":
        guessed = family.differ == "compound" and (a.guessed_compound or b.guessed_compound)
        if guessed:
            return Verdict("unknown", round(score * _ONE_DOUBT, 3) if given.kind == "same" else 0.0, reasons, kind)
        if not _is_informative(a.given[0], b.given[0]):
            return Verdict("contradictory", 0.0, (f"the family names differ: {family.reason}",))
        sure = not (a.note or b.note) and given.kind == "same"
        return Verdict("unknown", round(score * _ONE_DOUBT, 3) if sure else 0.0, reasons, kind)
    if given.kind == "unclear":
        sure = not (a.note or b.note) and family.kind == "same"
        return Verdict("unknown", round(score * _ONE_DOUBT, 3) if sure else 0.0, reasons, kind)
    if score < _WEAKEST:
        return Verdict("unknown", round(score * _ONE_DOUBT, 3), reasons, kind)
    return Verdict("compatible", score, reasons or ("the names differ in punctuation only",), kind)


def _is_informative(*given: str) -> bool:
    """Whether first given names are full and long enough to say something where the family names are in doubt."""
    return all(len(plain(word)) >= _SHORTEST_INFORMATIVE and not is_short_syllable(word) for word in given)


def _other_family(a: Reading, b: Reading, family: Agreement) -> Verdict:
    """Another family name contradicts, unless the given name is the same and uncommon: people marry."""
    reason = f"the family names differ: {family.reason}"
    first = a.given[0] if a.given else ""
    if a.note or b.note or not first or not b.given or plain(first) != plain(b.given[0]):
        return Verdict("contradictory", 0.0, (reason,))
    common = (
        is_known_given_name(first) or is_pinyin("".join(a.given)) or is_pinyin("".join(b.given)) or not _is_informative(first)
    )
    if common or compare_given(a.given, b.given).kind in ("different", "unclear"):
        return Verdict("contradictory", 0.0, (reason,))
    return Verdict("unknown", _NAME_CHANGED, (reason, f"both have the uncommon given name {first}"), "family")


def _other_given(a: Reading, b: Reading, family: Agreement, given: Agreement) -> Verdict:
    """Another given name contradicts; beside one family name that is no common one, evidence may say that it was changed."""
    reason, printed = f"the given names differ: {given.reason}", "".join(a.family)
    sure = family.kind == "same" and not (a.note or b.note) and is_telling_family(printed)
    if not sure or any(is_initial(side.given[0]) for side in (a, b)) or all(is_pinyin("".join(side.given)) for side in (a, b)):
        return Verdict("contradictory", 0.0, (reason,))
    if may_be_forms(a.given, b.given):
        return Verdict(
            "contradictory", _NAME_CHANGED, (reason, f"both are {printed}, and one may be a form of the other"), "form"
        )
    if is_long_family(printed) and plain(a.given[0])[:1] != plain(b.given[0])[:1]:
        return Verdict("contradictory", _NAME_CHANGED, (reason, f"both have the long family name {printed}"), "given")
    return Verdict("contradictory", 0.0, (reason,))

"""Whether the family names and the given names of two readings agree, as wholes and word by word."""

from collections.abc import Iterator

from graph.names.differences import Difference, most_informative
from graph.names.nicknames import is_known_given_name
from graph.names.parsing import Reading, informative_given, is_initial, is_short_syllable, parts
from graph.names.transliteration import is_east_asian_syllable, may_be_two_syllables, plain
from graph.names.word_agreement import Agreement, agree

_MIDDLE_DROPPED = 0.9
_BY_MIDDLE_NAME = 0.5
_SEVERAL_INITIALS = 0.75


def compare_families(a: Reading, b: Reading) -> Agreement:
    """How the family names of two readings agree, with and without particles, whole and in part."""
    whole = agree("".join((*a.particles, *a.family)), "".join((*b.particles, *b.family)), given=False)
    if whole.kind in ("same", "initial"):
        if len(a.particles) + len(a.family) == len(b.particles) + len(b.family) or whole.kind == "initial":
            return whole
        return Agreement("same", whole.score * 0.97, f"{_printed(a)} and {_printed(b)} are one name", "spelling")
    without = whole
    if a.particles or b.particles:
        without = agree("".join(a.family), "".join(b.family), given=False)
        if without.kind == "same" and a.particles != b.particles:
            return Agreement(
                "same", 0.88 * without.score, f"{_printed(a)} and {_printed(b)} differ in their particles", "spelling"
            )
    family_parts = parts(a.family), parts(b.family)
    if len(family_parts[0]) != len(family_parts[1]):
        fewer, more = sorted(family_parts, key=len)
        found = _compound(fewer, more, _is_joined(a, b), only_first=a.guessed_compound or b.guessed_compound)
        if found:
            return found
    return whole if whole.kind == "near" else without


def _printed(reading: Reading) -> str:
    return " ".join((*reading.particles, *reading.family))


def _is_joined(a: Reading, b: Reading) -> bool:
    """Whether one of the family names is printed as one word of several parts, so that it is a compound without doubt."""
    return any(len(parts([word])) > 1 for word in (*a.family, *b.family))


def _compound(fewer: list[str], more: list[str], joined: bool, only_first: bool) -> Agreement | None:
    """A compound family name printed with one of its parts: García López as García (Spanish) or López (Portuguese).

    Where the compound is a guess, López alone (`only_first` excludes it) is the usual reading with a middle name left out.
    """
    more = [part for part in more if len(plain(part)) >= 3] if joined else more
    if len(more) <= len(fewer) or any(len(plain(part)) < 2 for part in more):
        return None
    unsure = not joined and any(is_short_syllable(part) for part in more)
    for start, score in ((0, 0.75), (len(more) - len(fewer), 0.8))[: 1 if only_first else 2]:
        kept = more[start : start + len(fewer)]
        if all(agree(x, y, given=False).kind == "same" for x, y in zip(fewer, kept, strict=True)):
            if unsure or (start == 0 and not joined and is_known_given_name(kept[0])):
                return Agreement("unclear", 0.4, f"{' '.join(fewer)} may be a part of {' '.join(more)}", "compound")
            reason = f"{' '.join(fewer)} is a part of the compound family name {' '.join(more)}"
            return Agreement("near", score, reason, "compound")
    return None


def compare_given(a: tuple[str, ...], b: tuple[str, ...]) -> Agreement:
    """Given names against given names: as one string, then word by word, then with words left out."""
    if not a or not b:
        return Agreement("unclear", 0.0, "one of the names has no given name", "word")
    rests = informative_given(a), informative_given(b)
    if rests == (a, b):
        return _compare_all(a, b)
    found = _compare_all(*rests)
    if rests[0] != a and rests[1] != b:
        return found
    return max(_compare_all(a, b), _without_first(found, a if rests[0] != a else b), key=lambda agreement: agreement.score)


def _without_first(found: Agreement, given: tuple[str, ...]) -> Agreement:
    """An agreement reached without a first given name that goes before others."""
    if found.kind not in ("same", "near", "initial"):
        return found
    reason = "; ".join(filter(None, (found.reason, f"{given[0]} is often left out before {given[1]}")))
    return Agreement(found.kind, found.score * _MIDDLE_DROPPED, reason, most_informative(found.differ, "middle"))


def _compare_all(a: tuple[str, ...], b: tuple[str, ...]) -> Agreement:
    joined = "".join(a), "".join(b)
    if len(joined[0]) > 1 and plain(joined[0]) == plain(joined[1]):
        if len(a) != len(b) or ("-" in joined[0]) != ("-" in joined[1]):
            return Agreement("same", 0.95, f"{' '.join(a)} and {' '.join(b)} differ in spaces and hyphens only", "spelling")
        return agree(joined[0], joined[1])
    parts_a, parts_b = parts(a), parts(b)
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
    differ = _difference(agreements, fewer, more, first_skipped)
    score = agreements[0].score
    for found in agreements[1:]:
        score *= 0.8 + 0.2 * found.score
    if differ == "initials":
        score = max(score, _SEVERAL_INITIALS)
    if len(more) > len(fewer):
        left = " ".join(more)
        if first_skipped and agreements[0].kind == "initial":
            return Agreement("unclear", 0.0, f"{' '.join(fewer)} may stand for a later name of {left}", differ)
        if differ == "initial" and is_initial(more[0]) and _has_other_initials(fewer, more):
            return Agreement("unclear", 0.0, f"{left} has other initials than the syllables of {' '.join(fewer)}", differ)
        score *= _BY_MIDDLE_NAME if first_skipped else _MIDDLE_DROPPED
        full = [word for word in more if not is_initial(word)]
        if not is_initial(fewer[0]) and len(full) == len(more) and all(is_short_syllable(word) for word in more):
            return Agreement("unclear", score, f"{' '.join(fewer)} is a part of {left}, which may be another name", "part")
        reasons.append(f"{' '.join(fewer)} leaves out a name of {left}")
    kind = max((found.kind for found in agreements), key=("same", "near", "initial").index)
    return Agreement(kind, score, "; ".join(reasons), differ)


def _has_other_initials(full: list[str], initials: list[str]) -> bool:
    """Whether the two initials are not those of a given name of two East Asian syllables: Xiaoming is X. M. and not X. Y."""
    word, second = plain(full[-1]), plain(initials[-1])[:1]
    if len(full) > 1 or len(initials) != 2 or not is_initial(initials[1]) or is_known_given_name(word):
        return False
    return may_be_two_syllables(word) and not any(
        word[end] == second and is_east_asian_syllable(word[:end]) and is_east_asian_syllable(word[end:])
        for end in range(2, len(word) - 1)
    )


def _difference(agreements: list[Agreement], fewer: list[str], more: list[str], first_skipped: bool) -> Difference:
    """How the words differ: a single initial in the first place leaves the most doubt, one in a later place little."""
    later = ["middle" if found.differ == "initial" else found.differ for found in agreements[1:]]
    left_out: list[Difference] = ["later" if first_skipped else "middle"] if len(more) > len(fewer) else []
    first = agreements[0].differ
    if is_initial(fewer[0]) or (not first_skipped and is_initial(more[0])):
        first = "initials" if len(fewer) == len(more) > 1 else "initial"
    return most_informative(first, *later, *left_out)


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
    if whole.kind == "unclear" and len(plain("".join(a))) >= 5 and not any(is_initial(part) for part in (*parts_a, *parts_b)):
        return whole
    words = [plain(word) for word in parts_a], [plain(word) for word in parts_b]
    shared = {word for word in set(words[0]) & set(words[1]) if len(word) >= 4}
    if shared and words[0][0] != words[1][0]:
        is_informative = not shared.isdisjoint((words[0][0], words[1][0])) and not all(is_short_syllable(word) for word in shared)
        reason = f"{' '.join(a)} and {' '.join(b)} share one given name and differ in others"
        return Agreement("unclear", 0.2 if is_informative else 0.0, reason, "other")
    reason = different.reason if different else f"{' '.join(a)} and {' '.join(b)} are different names"
    return Agreement("different", 0.0, reason)

"""Which author names are worth a comparison, and the pairs of them that can be one person's.

Comparing every name with every other is out of the question, so names meet in *blocks*, one a key (`keys`). A pair needs one
block in common:

    bag     all its words, in any order ("Zheng Xu", "Xu Zheng")
    join    given and family names written as one word each ("Min-Jun Kim", "Kim Minjun")
    pair    the beginnings of any two of its words ("Gabriel García", "Gabriel García Márquez")
    word    family name and first given name in loose spelling ("Sergey Petrov", "Petrov, Sergei V.")
    nick    family name and a group of given names that stand for one another ("Bill Gates", "William H. Gates")
    head, tail, family head, family tail
            one of the two names and either end of the other ("Christoper", "Christopher"): a word of six letters with one slip
            keeps one of its ends; words that must match exactly have no such keys
    init    family name and first initial: here names with a bare initial meet the others, and full names do not meet

No key rests on the family name and the first initial alone for two full names, so no block grows with the square of a common
family name. The blocks that still outgrow `LARGEST_BLOCK` say little: "Y. Wang" may be any of hundreds. They are narrowed, and
`narrowed` hears of each: bare initials then meet only names whose two or more initials agree, and the names of other blocks are
sorted and each compared with the `WINDOW` next ones (sorted neighbourhood, Hernández & Stolfo 1995).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.identity.folding import is_pinyin, loose, plain
from graph.identity.names import compare, parse
from graph.identity.nicknames import groups_of
from graph.identity.parsing import Name, is_initial

LARGEST_BLOCK = 400
WINDOW = 20
_PREFIX = 5
_END = 3
_SHORTEST_SLIP = 5
_MOST_WORDS = 6


@dataclass(frozen=True)
class Pair:
    """Two names that can be one person's, `uid_a` < `uid_b`, with the strength and the reasons of `compare`."""

    uid_a: str
    uid_b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Narrowed:
    """A block too large to compare whole: its key, its size, and how many comparisons were left in it."""

    key: str
    names: int
    compared: int


def keys(name: Name | str) -> set[str]:
    """The blocking keys of one name: two names are compared only where they share one. An empty name has none."""
    parsed = parse(name) if isinstance(name, str) else name
    words = [loose(word) for word in parsed.bag if word]
    found = {"bag:" + " ".join(sorted(words))} if words else set()
    for aside in parsed.also:
        found |= keys(aside if " " in aside or not parsed.family else f"{aside} {' '.join(parsed.family)}")
    if not parsed.given or not parsed.family:
        return found
    found.add("join:" + " ".join(sorted((loose("".join(parsed.given)), loose("".join(parsed.family))))))
    beginnings = sorted({word[:_PREFIX] for word in words if len(word) > 1})[:_MOST_WORDS]
    found.update(f"pair:{one} {other}" for one, other in combinations(beginnings, 2))
    first = _first(parsed)
    for family in _families(parsed):
        found.update(_family_keys(family, first, "".join(parsed.given)))
    if is_initial(parsed.given[-1]):
        return found
    joined = loose(parsed.given[-1] + "".join(parsed.family))
    return found | {f"init:{joined} {plain(first)[:1]}", f"word:{joined} {loose(first)}"}


def _first(name: Name) -> str:
    """The first given name; of a hyphenated one its first part."""
    return name.given[0].split("-")[0] if name.given else ""


def _families(name: Name) -> set[str]:
    """Where the family name may begin and end: with and without particles, each part of it, the word before it."""
    families = {"".join(name.family), "".join((*name.particles, *name.family))}
    parts = [part for word in name.family for part in word.split("-")]
    if len(name.given) > 1 and not is_initial(name.given[-1]):
        parts.append(name.given[-1])
    return families | {part for part in parts if len(plain(part)) > 3}


def _family_keys(printed: str, first: str, given: str) -> Iterator[str]:
    family, start, whole = loose(printed), plain(first)[:1], plain(given)
    yield f"init:{family} {start}"
    if is_initial(first):
        return
    groups = [f"group {group}" for group in groups_of(first)]
    yield f"word:{family} {loose(first)}"
    yield from (f"nick:{family} {group}" for group in groups)
    if not (is_pinyin(given) and is_pinyin(printed)):
        yield f"head:{family} {whole[:_END]}"
        if len(whole) >= _SHORTEST_SLIP:
            yield f"tail:{family} {start}{whole[-_END:]}"
    if len(family) >= _SHORTEST_SLIP and not is_pinyin(printed):
        for name in (loose(first), *groups):
            yield f"family head:{name} {family[:_END]}"
            yield f"family tail:{name} {family[:1]}{family[-_END:]}"


def similar_pairs(
    names: Mapping[str, Name | str],
    touched: set[str] | None = None,
    narrowed: Callable[[Narrowed], None] | None = None,
) -> Iterator[Pair]:
    """The pairs of compatible names, each once, in the order of the names' uids; the same for the same names in any order.

    With `touched` only pairs that hold a touched name; `names` must then have every name that shares a key with a touched one.
    `narrowed` is called with every block that was too large to compare whole.
    """
    parsed = {uid: parse(name) if isinstance(name, str) else name for uid, name in sorted(names.items())}
    blocks: dict[str, list[str]] = defaultdict(list)
    wanted = None if touched is None else {key for uid in touched if uid in parsed for key in keys(parsed[uid])}
    for uid, name in parsed.items():
        for key in keys(name):
            if wanted is None or key in wanted:
                blocks[key].append(uid)
    partners: dict[str, set[str]] = defaultdict(set)
    for key, block in blocks.items():
        if len(block) > 1:
            for one, other in _candidates(key, block, parsed, narrowed):
                if touched is None or one in touched or other in touched:
                    partners[min(one, other)].add(max(one, other))
    for one in sorted(partners):
        for other in sorted(partners[one]):
            verdict = compare(parsed[one], parsed[other])
            if verdict.compatible:
                yield Pair(one, other, verdict.score, verdict.reasons)


def _candidates(
    key: str, block: list[str], parsed: Mapping[str, Name], narrowed: Callable[[Narrowed], None] | None
) -> Iterator[tuple[str, str]]:
    """The pairs of one block that are to be compared."""
    large = len(block) > LARGEST_BLOCK
    if key.startswith("init:"):
        bare = [uid for uid in block if is_initial(_first(parsed[uid]))]
        pairs = (
            _initials_agree(bare, block, parsed) if large else [(one, other) for one in bare for other in block if one != other]
        )
        large = large and bool(bare)
    elif large:
        order = sorted(block, key=lambda uid: (parsed[uid].bag, uid))
        pairs = [(one, other) for i, one in enumerate(order) for other in order[i + 1 : i + 1 + WINDOW]]
    else:
        yield from combinations(block, 2)
        return
    if large and narrowed is not None:
        narrowed(Narrowed(key, len(block), len(pairs)))
    yield from pairs


def _initials_agree(bare: list[str], block: list[str], parsed: Mapping[str, Name]) -> list[tuple[str, str]]:
    """Names with a bare initial beside those with the same initials in the same number."""
    by_initials: dict[str, list[str]] = defaultdict(list)
    for uid in block:
        by_initials[_initials(parsed[uid])].append(uid)
    several = [(uid, initials) for uid in bare if len(initials := _initials(parsed[uid])) > 1]
    return [(uid, other) for uid, initials in several for other in by_initials[initials] if uid != other]


def _initials(name: Name) -> str:
    return "".join(plain(part)[:1] for word in name.given for part in word.split("-"))

"""Which author names are worth a comparison: names meet in *blocks*, and only names that meet are compared.

A name holds keys, and all names that hold one key are a block. In most blocks all names meet:

    name    words in any order: all of them, given and family names written as one word each, family name and first given name,
            in loose spelling ("Zheng Xu", "Xu Zheng"; "Min-Jun Kim", "Kim Minjun"; "Sergey Petrov", "Petrov, Sergei V.")
    pair    the beginnings of any two words ("Gabriel García", "Gabriel García Márquez")
    nick    family name and a group of given names that stand for one another ("Bill Gates", "William H. Gates")
    head, tail, fhead, ftail
            one of the two names and either end of the other ("Christoper", "Christopher"): a word with one slip keeps one of its
            ends; words that must match exactly have no such keys

In other blocks only the *pivots* meet the rest, and hold the key of another kind by which the rest find them:

    init, inits     family name and first initial, or all initials; pivots are names with a single initial, which hold bare, bares
    start           the beginning of a word; pivots are names of one word, which hold alone

No block of full names rests on the family name and the first initial, so none grows with the square of a common family name. A
block that still outgrows `LARGEST_BLOCK` says little and is not used: "Y. Wang" may be any of hundreds, and "Y. W. Wang" is left
to meet names of these very initials. Whether two names meet thus depends on the names in the graph, and not on their order.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.names.nicknames import groups_of, is_known_given_name
from graph.names.parsing import Name, is_initial, is_short_syllable, parse, parts
from graph.names.transliteration import is_east_asian_script, is_pinyin, loose, plain

RULES = 3
"""The version of these keys and of `compare`. Raise it when either changes: graphs then compare all their names anew."""

LARGEST_BLOCK = 400
LARGEST_START = 2000
PIVOTS = {"init": "bare", "inits": "bares", "start": "alone"}
"""The kinds of blocks in which only pivots meet the rest, and the kind of key that marks the pivots."""
MARKS_OF_PIVOTS = frozenset(PIVOTS.values())
_PREFIX = 5
_START = 4
_END = 3
_SHORTEST_SLIP = 5
_SHORTEST_FAMILY_SLIP = 4
_SHORTEST_ALONE = 5
_MOST_WORDS = 6
_LONGEST_KEY = 80


def keys(name: Name | str) -> set[str]:
    """All keys of one name, those of pivots included. An empty name has none."""
    parsed = parse(name) if isinstance(name, str) else name
    found = set(_keys(parsed)) | {f"start={start}" for start in starts(parsed)}
    bare, alone = _has_bare_initial(parsed), _is_alone(parsed)
    for key in list(found) if bare or alone else ():
        kind = key.partition("=")[0]
        if kind in PIVOTS and (alone if kind == "start" else bare):
            found.add(_pivots_of(key))
    return {key[:_LONGEST_KEY] for key in found}


def pivots_key(key: str) -> str | None:
    """The key that the pivots of the block hold as well; None where all names of the block meet."""
    return _pivots_of(key) if key.partition("=")[0] in PIVOTS else None


def marks_pivots(key: str) -> bool:
    """Whether the key only marks the pivots of another block."""
    return key.partition("=")[0] in MARKS_OF_PIVOTS


def largest(key: str) -> int:
    """How many names the block may have to be of use."""
    return LARGEST_START if key.startswith("start=") else LARGEST_BLOCK


def _pivots_of(key: str) -> str:
    kind, _, words = key.partition("=")
    return f"{PIVOTS[kind]}={words}"


def starts_among(held: Iterable[str]) -> list[str]:
    """Those of a name's keys that are the beginnings of its words."""
    return [key for key in held if key.startswith("start=")]


def starts(name: Name) -> set[str]:
    """The beginnings of the name's words, without those that are too short or too common in a language to mean anything."""
    return {loose(word)[:_START] for word in name.bag if len(word) >= _START and not is_short_syllable(word)}


def _is_alone(name: Name) -> bool:
    return len(name.bag) == 1 and _is_informative(name.bag[0])


def _is_informative(word: str) -> bool:
    return len(word) >= _SHORTEST_ALONE and not is_short_syllable(word) and not is_pinyin(word) and not is_known_given_name(word)


def _has_bare_initial(name: Name) -> bool:
    return bool(name.given) and (is_initial(_first(name)) or is_initial(name.family[-1]))


def _keys(name: Name) -> Iterator[str]:
    words = [loose(word) for word in name.bag if word]
    if words:
        yield _named(*words)
    if len(words) > 1 and is_east_asian_script(name.display):
        yield from {_named(loose("".join(order))) for order in (name.words, (*name.family, *name.given))}
    for aside in name.also:
        yield from _keys(parse(aside if " " in aside or not name.family else f"{aside} {' '.join(name.family)}"))
    if not name.given or not name.family:
        return
    given, family = "".join(name.given), "".join(name.family)
    yield _named(loose(given), loose(family))
    beginnings = sorted({word[:_PREFIX] for word in words if len(word) > 1})[:_MOST_WORDS]
    yield from (f"pair={one}_{other}" for one, other in combinations(beginnings, 2))
    first, initials = _first(name), _initials(name.given)
    for part in _families(name):
        yield from _family_keys(name, part, first, given, initials)
    if not is_initial(name.given[-1]):
        joined = loose(name.given[-1] + family)
        yield f"init={joined}_{plain(first)[:1]}"
        yield _named(joined, loose(first))
    if len(plain(first)) >= _START and not is_pinyin(given):
        yield f"init={loose(given)}_{plain(family)[:1]}"


def _named(*words: str) -> str:
    return "name=" + "_".join(sorted(words))


def _first(name: Name) -> str:
    """The first given name; of a hyphenated one its first part."""
    return name.given[0].split("-")[0] or name.given[0]


def _initials(given: tuple[str, ...]) -> str:
    return "".join(plain(part)[:1] for part in parts(given))


def _families(name: Name) -> set[str]:
    """Where the family name may begin and end: with and without particles, each part of it, the word before it."""
    families = {"".join(name.family), "".join((*name.particles, *name.family))}
    further = parts(name.family)
    if len(name.given) > 1 and not is_initial(name.given[-1]):
        further.append(name.given[-1])
    return families | {part for part in further if len(plain(part)) > 3}


def _family_keys(name: Name, printed: str, first: str, given: str, initials: str) -> Iterator[str]:
    family, start, whole = loose(printed), plain(first)[:1], plain(given)
    yield f"init={family}_{start}"
    if len(initials) > 1:
        yield f"inits={family}_{initials}"
    full = [part for part in parts(name.given) if not is_initial(part)]
    yield from (f"nick={family}_{group}" for word in full[:_MOST_WORDS] for group in groups_of(word))
    if is_initial(first):
        return
    yield _named(family, loose(first))
    if not (is_pinyin(given) and is_pinyin(printed)):
        yield f"head={family}_{whole[:_END]}"
        if len(whole) >= _SHORTEST_SLIP:
            yield f"tail={family}_{start}{whole[-_END:]}"
    if len(family) >= _SHORTEST_FAMILY_SLIP and not is_pinyin(printed):
        for one in {loose(first), *groups_of(first)}:
            yield f"fhead={one}_{family[:_END]}"
            yield f"ftail={one}_{family[:1]}{family[-_END:]}"

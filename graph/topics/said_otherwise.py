"""Topics that are one, said otherwise.

spelt otherwise     the same letters where words are joined or parted, and British and American spelling: "co-reference" and
                    "coreference", "GPT2" and "GPT-2", "dialog" and "dialogue". The one of most papers is the topic.
said longer         the same with a word behind it that adds nothing: "question answering" and "question answering system".
                    Where half of those that use the shorter phrase say the longer one, the shorter one is only a piece of
                    it: "masked language" of "masked language model".
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from graph.topics.phrase_text import word_lists
from graph.topics.phrase_words import inseparable

PIECE_FROM = 0.5
"""From which share of its uses that say the longer phrase on the shorter one is a piece of it."""
_BETWEEN_WORDS = re.compile(r"(?<!\d)[ -]+|[ -]+(?!\d)")
_BRITISH = (
    (re.compile(r"\b(col|fav|harb|hum|lab|neighb|rum|tum|vap|vig)our"), r"\1or"),
    (re.compile(r"\b((?:re|mis|un)?(?:label|cancel|channel|model|signal|travel|tunnel))l(?=ed|er|ing)"), r"\1"),
    (re.compile(r"\b(anal|catal|dial|epil|mon|prol)og\b"), r"\1ogue"),
    (re.compile(r"\b(judg|acknowledg)ement"), r"\1ment"),
    (re.compile(r"\b(anal|paral)yse"), r"\1yze"),
    (re.compile(r"\bartefact"), "artifact"),
)
"""What the keys of words keep apart (`word_keys`), in the way in which it is American."""
_MAY_BE_BRITISH = re.compile(r"our|ll(?:ed|er|ing)|og\b|ement|yse|artef")
"""Looking for one of these first is faster, and few phrases have any."""


@lru_cache(maxsize=1 << 16)
def letters_of(key: str) -> str:
    """What all spellings of a phrase share: its letters, without what parts words, in American spelling. Numbers stay apart:
    Gemma-2-7B is not Gemma-27B."""
    if _MAY_BE_BRITISH.search(key):
        for british, american in _BRITISH:
            key = british.sub(american, key)
    return _BETWEEN_WORDS.sub("", key)


@lru_cache(maxsize=1 << 16)
def family_of(key: str) -> str:
    """What all phrases share that may be one: their letters without the words behind them that add nothing."""
    letters, behind = letters_of(key), _adding_nothing()
    while letters.endswith(behind):
        shorter = letters[: -max(len(word) for word in behind if letters.endswith(word))]
        if not shorter:
            break
        letters = shorter
    return letters


@cache
def _adding_nothing() -> tuple[str, ...]:
    return tuple(sorted(word_lists()["adds nothing"]))


def families(keys: Iterable[str], among: Iterable[str]) -> set[str]:
    """Those phrases, of `among`, that may be one with any of these keys."""
    wanted = {*map(family_of, keys)}
    return {key for key in among if family_of(key) in wanted}


def said_otherwise(topics: Collection[str], uses: Mapping[str, int], before: Mapping[str, str]) -> dict[str, str]:
    """Which of these topics stand for another one of them. `uses` are how many papers use each as a term, those of a family all
    or none; families of which these are not known keep what they stood for `before`."""
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for key in topics:
        if key in uses:
            spelt[letters_of(key)].append(key)
    known = {letters: min(keys, key=lambda key: (-uses[key], key)) for letters, keys in spelt.items()}
    papers = {letters: sum(uses[key] for key in keys) for letters, keys in spelt.items()}
    kept = {key: before[key] for key in topics if key not in uses and family_of(before.get(key, "")) == family_of(key)}
    same = {key: known[letters] for letters, keys in spelt.items() for key in keys if key != known[letters]}
    return kept | same | _said_longer(known, papers)


def _said_longer(known: Mapping[str, str], papers: Mapping[str, int]) -> dict[str, str]:
    """Of topics by their letters, with how many papers use them, those that stand for a longer or shorter one."""
    found: dict[str, str] = {}
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for letters, key in known.items():
        *words, last = key.split()
        shorter = letters_of(" ".join(words))
        if len(words) < 2 or last not in _adding_nothing() or shorter not in known:
            continue
        if papers[letters] >= PIECE_FROM * papers[shorter]:
            pieces[known[shorter]].append(letters)
        elif (words[-1], last) not in inseparable():  # an English language model is a language model, nothing English
            found[key] = known[shorter]
    names = {piece: known[_of_most(longer, papers)] for piece, longer in pieces.items()}
    return names | found


def _of_most(letters: Sequence[str], papers: Mapping[str, int]) -> str:
    return min(letters, key=lambda one: (-papers[one], one))

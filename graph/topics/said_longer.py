"""Topics of which one is the other and a word behind it that adds nothing: "question answering" and "question answering system".

They are one topic, which is called as papers call it. Where half of those that use the shorter phrase say the longer one, the
shorter one is only a piece of it: "masked language" of "masked language model".
"""

from collections.abc import Collection, Iterable, Mapping

from graph.topics.phrase_text import word_lists
from graph.topics.phrase_words import inseparable

PIECE_FROM = 0.5
"""From which share of its uses that say the longer phrase on the shorter one is a piece of it."""


def family_of(key: str) -> str:
    """What is left of a phrase without the words behind it that add nothing; at least two words."""
    words = key.split()
    while len(words) > 2 and words[-1] in word_lists()["adds nothing"]:
        words.pop()
    return " ".join(words)


def families(keys: Iterable[str], among: Iterable[str]) -> set[str]:
    """Those phrases, of `among`, that are one of these keys but for such words."""
    wanted = {*map(family_of, keys)}
    return {key for key in among if family_of(key) in wanted}


def said_otherwise(topics: Collection[str], uses: Mapping[str, int], before: Mapping[str, str]) -> dict[str, str]:
    """Which of these topics stand for another one that differs by one such word. `uses` are how many papers use each as a term,
    those of a family all or none; families of which these are not known keep what they stood for `before`."""
    found: dict[str, str] = {}
    longer: dict[str, list[str]] = {}
    for key in topics:
        shorter = key.rpartition(" ")[0]
        if key not in uses:
            if family_of(before.get(key, "")) == family_of(key):
                found[key] = before[key]
        elif shorter in topics and family_of(key) == family_of(shorter):
            if uses[key] >= PIECE_FROM * uses[shorter]:
                longer.setdefault(shorter, []).append(key)
            elif not _ends_in_term(key):
                found[key] = shorter
    names = {piece: min(keys, key=lambda key: (-uses[key], key)) for piece, keys in longer.items()}
    return names | found


def _ends_in_term(key: str) -> bool:
    """Whether the last word makes a term with the one before: an English language model is a language model, nothing English."""
    one, last = key.split()[-2:]
    return (one, last) in inseparable()

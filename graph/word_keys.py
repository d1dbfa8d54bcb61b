"""Keys of words, and the uids of topics that are told by their words: of phrases of texts, and of keywords that documents give.

The key of a word folds case, plural, hyphenated prefixes and British spelling: Networks and network, pre-training and
pretraining, regularisation and regularization. A keyword is coded as a phrase is keyed, so that both are one topic: "Neural
Networks", "neural-network" and the "neural network" of a text. Signs between words are kept: "C#" is not "C", and no phrase has
any.
"""

import re
import unicodedata
from functools import lru_cache

PHRASE, KEYWORD = "phrase", "keyword"
"""The schemes of such topics."""
_KEYWORD = f"{KEYWORD}:"
LONGEST_ACRONYM = 6
"""A longer word in capitals is rather one of a text that is all in capitals."""
ONE_SIGN = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212"), "-") | dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'")
WORD = re.compile(r"[^\W_]+(?:[-'.+#][^\W_]+)*\+{0,2}")
_JOINED_PREFIXES = re.compile(r"^(pre|non|over|re|un|hyper|mini|multi|semi|sub|meta|auto|inter|intra|cross(?=dis))-(?=[a-z]{3})")
_SPELLINGS = (
    (re.compile(r"isation$"), "ization"),
    (re.compile(r"(?<=al|ar|er|or|im|on|an|en|at|it|il)is(?=(?:ed|er|ing)$)"), "iz"),
)
_IRREGULAR = {
    "analyses": "analysis",
    "behaviour": "behavior",
    "behaviours": "behavior",
    "biases": "bias",
    "buses": "bus",
    "children": "child",
    "corpora": "corpus",
    "criteria": "criterion",
    "finetuning": "fine-tuning",
    "gases": "gas",
    "hypotheses": "hypothesis",
    "indices": "index",
    "lenses": "lens",
    "matrices": "matrix",
    "metrics": "metric",
    "modelling": "modeling",
    "neighbour": "neighbor",
    "neighbours": "neighbor",
    "phenomena": "phenomenon",
    "theses": "thesis",
    "vertices": "vertex",
    "viruses": "virus",
}
_ACRONYMS = re.compile("[A-Z]{2,}s")
_NO_PLURAL = frozenset(
    [
        "series",
        "species",
        "diabetes",
        "rabies",
        "herpes",
        "measles",
        "caries",
        "news",
        "lens",
        "bayes",
        "always",
        "chaos",
        "gas",
        "bias",
        "kudos",
        "atlas",
        "canvas",
        "mars",
    ]
)


@lru_cache(maxsize=65536)
def key_of(text: str) -> str:
    """The key of one printed word, its hyphens kept as spaces: "Multi-Task" gives "multitask", "Well-Known" "well known"."""
    lowered = text.casefold()
    if text.isupper() and len(text) > 1:
        return lowered.replace("-", " ")
    if _ACRONYMS.fullmatch(text):
        return lowered[:-1]
    parts = _JOINED_PREFIXES.sub(r"\1", _IRREGULAR.get(lowered, lowered)).split("-")
    return " ".join([*parts[:-1], _singular(parts[-1])])


def key_of_words(text: str) -> str:
    """The keys of all words of a text, with the signs that stand between them, and one space for several."""
    plain = unicodedata.normalize("NFKC", text.translate(ONE_SIGN))
    return " ".join(WORD.sub(lambda word: key_of(word[0]), plain).casefold().split())


def _singular(word: str) -> str:
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _NO_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics", "'s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=65536)
def keyword_code(code: str, label: str | None = None) -> str:
    """The code of the topic that a keyword is: the keys of its words. `label` is how the document prints it, which tells an
    abbreviation ("AIDS") from a plural ("aids"); a text all in capitals says nothing of them."""
    text = label if label and label.casefold() == code.casefold() else code
    if text.isupper() and (" " in text or len(text) > LONGEST_ACRONYM):
        text = text.casefold()
    return key_of_words(text) or code.casefold()


def phrase_uid(key: str) -> str:
    """The uid of a phrase, and of the topic that it is where no document gives it as a keyword."""
    return f"{PHRASE}:{key}"


def keyword_uid(key: str) -> str:
    """The uid of the topic that a keyword of this code is."""
    return _KEYWORD + key


def is_keyword(uid: str) -> bool:
    """Whether a topic of this uid is a keyword."""
    return uid.startswith(_KEYWORD)


def phrase_of(uid: str) -> str:
    """The uid of the phrase that a topic found in texts is, by the topic's: a keyword, or the phrase itself."""
    return phrase_uid(uid[len(_KEYWORD) :]) if is_keyword(uid) else uid


def topics_called(text: str) -> list[str]:
    """The uids that the topic of a text may have, given as words or by an earlier uid ("keyword:neural networks", "phrase:neural
    network"): of a keyword, then of a phrase."""
    scheme, _, code = text.strip().partition(":")
    key = keyword_code(code if scheme in (KEYWORD, PHRASE) and code else text.strip())
    return [keyword_uid(key), phrase_uid(key)] if key else []

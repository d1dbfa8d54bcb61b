"""Keys and likeness of titles and abstracts: what decides whether two texts are of one work.

The thresholds were measured on 58,396 abstracts of the ACL Anthology: between trigram likeness .15 and .6 nearly all pairs are
different works of one group (system papers of successive shared tasks, overviews of successive workshops), and versions of one
work lie above .6. So only a likeness of at least `SAME_TEXT` joins; from `SIMILAR_TEXT` on it is worth showing to a person.
"""

import html
import re
import unicodedata
from hashlib import blake2b
from heapq import nsmallest

SAME_TEXT = 0.6
SIMILAR_TEXT = 0.12
SHORT_TEXT_WORDS = 40
"""Abstracts shorter than this say too little: for them only near identity (`SAME_SHORT_TEXT`) joins."""
SAME_SHORT_TEXT = 0.9

WHOLLY_CONTAINED = 0.9
SKETCH_SIZE = 16

SHORT_TITLE_WORDS = 3
"""A title of so few words ("Deep Learning") may well be that of two works."""

GENERIC_TITLES = """
    author index; back matter; book review; book reviews; comment; comments; conclusion; contents; corrigendum; discussion;
    editorial; editorial board; editors introduction; errata; erratum; foreword; front matter; index; introduction; keynote;
    obituary; overview; preface; publications; references; reply; retraction; summary; tutorial;
    guest editorial; in memoriam; introduction to the special issue; invited talk; issue information; letter to the
    editor; letters to the editor; message from the chairs; organizing committee; program committee; publisher
    correction; subject index; table of contents; title page; welcome message
"""
_GENERIC = frozenset(" ".join(title.split()) for title in GENERIC_TITLES.split(";"))

_MARKUP = re.compile(r"<[^<>]{1,200}>")
_TEX_ACCENT = re.compile(r"\\(?:['`^\"~=.]\s*|[cvHukbdrt](?:\s+|(?=\{)))\{?(?P<letter>\\?[a-zA-Z])\}?")
_TEX_LETTER = re.compile(r"\\(?P<letter>ell|aa|ae|oe|ss|[oljiOL])(?![a-zA-Z])\s*(?:\{\})?", re.IGNORECASE)
_TEX_STYLE = re.compile(
    r"\\(?:text|math)[a-zA-Z]*\s*|\\(?:emph|rm|it|bf|tt|sc|sf|em|cal|left|right|big+[lr]?|mbox|hbox|operatorname\*?|boldsymbol|bm)"
    r"(?![a-zA-Z])\s*"
)
_TEX_COMMAND = re.compile(r"\\(?P<name>[a-zA-Z]+)")
_TEX_SIGN = re.compile(r"[\\${}_^]")
_GREEK = re.compile("[\u03b1-\u03c9]")
_UNDECOMPOSED = str.maketrans("øłđı", "oldi")
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, casefolded, without diacritics, markup and TeX; Greek letters by their names, "&" as "and"."""
    plain = _without_tex(_MARKUP.sub("", html.unescape(text))).replace("&", " and ")
    if plain.isascii():
        return _WORD.findall(plain.lower())
    folded = unicodedata.normalize("NFKD", plain).casefold().translate(_UNDECOMPOSED)
    # Texts have few different letters, so asking about each letter once is much faster than about each place.
    bare = folded.translate({ord(c): None for c in set(folded) if unicodedata.combining(c)})
    return _WORD.findall(bare if _in_greek(bare) else _GREEK.sub(_greek_name, bare))


def _without_tex(text: str) -> str:
    """A text with TeX accents and styles taken off, and symbols by the names of their commands."""
    if "\\" in text:
        text = _TEX_LETTER.sub(_plain_letter, _TEX_ACCENT.sub(lambda accent: accent["letter"], text))
        text = _TEX_COMMAND.sub(lambda command: f" {command['name'].removeprefix('var')} ", _TEX_STYLE.sub("", text))
    return _TEX_SIGN.sub("", text)


def _plain_letter(letter: re.Match[str]) -> str:
    name = letter["letter"]
    return "l" if name == "ell" else "a" if name == "aa" else name


def _in_greek(text: str) -> bool:
    """Whether the text is written in Greek, so that its letters are no symbols: three of them stand together."""
    return re.search("[\u03b1-\u03c9]{3}", text) is not None


def _greek_name(letter: re.Match[str]) -> str:
    name = unicodedata.name(letter.group()).rsplit(" ", 1)[-1].lower()
    return {"lamda": " lambda "}.get(name, f" {name} ")


def title_key(title: str) -> str:
    """What two spellings of one title share: its words, casefolded, without punctuation, diacritics and markup.

    A title that consists of symbols alone is its own key.
    """
    return " ".join(words_of(title)) or title.strip()


def is_everywhere(key: str) -> bool:
    """Whether very many works have this title key ("introduction", "errata")."""
    return key in _GENERIC


def is_generic(key: str) -> bool:
    """Whether a title key ("introduction", "deep learning") says too little to name one work by itself."""
    return key in _GENERIC or len(key.split()) <= SHORT_TITLE_WORDS


def shingles(text: str) -> frozenset[int]:
    """The runs of three words of a text, hashed."""
    words = words_of(text)
    if len(words) < 3:
        return frozenset({_hashed(" ".join(words))})
    return frozenset([_hashed(f"{a} {b} {c}") for a, b, c in zip(words, words[1:], words[2:], strict=False)])


def _hashed(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=6).digest(), "big")


def likeness(a: frozenset[int], b: frozenset[int]) -> float:
    """How alike two texts are, 0 to 1: Jaccard likeness of their shingles, or, where one holds the other nearly whole
    (an abstract that was cut off), the share of the shorter that stands in the longer."""
    if not a or not b:
        return 0.0
    common, shorter = len(a & b), min(len(a), len(b))
    contained = common / shorter
    return contained if contained >= WHOLLY_CONTAINED and shorter >= SHORT_TEXT_WORDS else common / len(a | b)


def same_text_threshold(a: frozenset[int], b: frozenset[int]) -> float:
    """How alike two texts must be to be versions of one text."""
    return SAME_SHORT_TEXT if min(len(a), len(b)) < SHORT_TEXT_WORDS else SAME_TEXT


def sketch(text_shingles: frozenset[int]) -> str:
    """The smallest shingle hashes as words: texts that are alike share some, so a full-text index finds them.

    This is the bottom-k sketch of Broder, "On the resemblance and containment of documents" (1997).
    """
    return " ".join(f"{value:012x}" for value in nsmallest(SKETCH_SIZE, text_shingles))

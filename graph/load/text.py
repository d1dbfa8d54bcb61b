"""Keys and likeness of titles and abstracts: what decides whether two texts are of one work.

The thresholds were measured on 58,396 abstracts of the ACL Anthology: between trigram likeness .15 and .6 nearly all pairs are
different works of one group (system papers of successive shared tasks, overviews of successive workshops), and versions of one
work lie above .6. So only a likeness of at least `SAME_TEXT` joins; from `SIMILAR_TEXT` on it is worth showing to a person.
"""

import html
import re
import unicodedata
from functools import cache, lru_cache
from hashlib import blake2b
from heapq import nsmallest
from importlib.resources import files

from graph.names.forms import index_key

SAME_TEXT = 0.6
SIMILAR_TEXT = 0.12
SHORT_TEXT_WORDS = 40
"""Abstracts shorter than this say too little: for them only near identity (`SAME_SHORT_TEXT`) joins."""
SAME_SHORT_TEXT = 0.9

WHOLLY_CONTAINED = 0.9
SKETCH_SIZE = 16

SHORT_TITLE_WORDS = 3
"""A title of so few words ("Deep Learning") may well be that of two works."""

_REMEMBERED_TITLES = 1 << 12

_MARKUP = re.compile(r"<[^<>]{1,200}>")
_TEX_ACCENT = re.compile(r"\\(?:['`^\"~=.]\s*|[cvHukbdrt](?:\s+|(?=\{)))\{?(?P<letter>\\?[a-zA-Z])\}?")
_TEX_LETTER = re.compile(r"\\(?P<letter>ell|aa|ae|oe|ss|[oljiOL])(?![a-zA-Z])\s*(?:\{\})?", re.IGNORECASE)
_TEX_STYLE = re.compile(
    r"\\(?:text|math)[a-zA-Z]*\s*|\\(?:emph|rm|it|bf|tt|sc|sf|em|cal|left|right|big+[lr]?|mbox|hbox|operatorname\*?|boldsymbol|bm)"
    r"(?![a-zA-Z])\s*"
)
_TEX_COMMAND = re.compile(r"\\(?P<name>[a-zA-Z]+)")
NOT_EQUAL = "\ue000"
"""Stands for "≠" in folded text, of which nothing but "=" would be left without its stroke."""
_TEX_RELATIONS = {"neq": "≠", "ne": "≠", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "pm": "±"}
_TEX_SIGN = re.compile(r"[\\${}_^]")
_GREEK = re.compile("[\u03b1-\u03c9]")
_UNDECOMPOSED = dict(zip("øłđı♯", "oldi#", strict=True))
_WORD = re.compile(r"\w+")
_PART = re.compile(
    r"\b(?P<word>parts?|chapter|book|volume|vol|teil|kapitel|band|partie|chapitre|tome|parte|capitulo|deel)"
    r" (?P<number>(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))\b"
)
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def words_of(text: str) -> list[str]:
    """The words of a text, casefolded, without diacritics, markup and TeX; Greek letters by their names, "&" as "and"."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """A text in the letters of `words_of`, with all between the words as it stands."""
    plain = _without_tex(_MARKUP.sub("", html.unescape(text))).replace("&", " and ")
    if plain.isascii():
        return plain.lower()
    bare = unicodedata.normalize("NFKD", plain.replace("≠", NOT_EQUAL)).casefold()
    # Texts have few different letters, so asking about each letter once is much faster than about each place.
    for letter in set(bare):
        if letter in _UNDECOMPOSED or unicodedata.combining(letter):
            bare = bare.replace(letter, _UNDECOMPOSED.get(letter, ""))
    return bare if _in_greek(bare) else _GREEK.sub(_greek_name, bare)


def _without_tex(text: str) -> str:
    """A text with TeX accents and styles taken off, and symbols by the names of their commands."""
    if "\\" in text:
        text = _TEX_LETTER.sub(_plain_letter, _TEX_ACCENT.sub(lambda accent: accent["letter"], text))
        text = _TEX_COMMAND.sub(_command_name, _TEX_STYLE.sub("", text))
    return _TEX_SIGN.sub("", text)


def _command_name(command: re.Match[str]) -> str:
    name = command["name"]
    return f" {_TEX_RELATIONS.get(name) or name.removeprefix('var')} "


def _plain_letter(letter: re.Match[str]) -> str:
    name = letter["letter"]
    return "l" if name == "ell" else "a" if name == "aa" else name


def _in_greek(text: str) -> bool:
    """Whether the text is written in Greek, so that its letters are not symbols: three of them stand together."""
    return re.search("[\u03b1-\u03c9]{3}", text) is not None


def _greek_name(letter: re.Match[str]) -> str:
    name = unicodedata.name(letter.group()).rsplit(" ", 1)[-1].lower()
    return {"lamda": " lambda "}.get(name, f" {name} ")


@lru_cache(maxsize=_REMEMBERED_TITLES)  # a work's title and venue are asked for when it is looked up, planned and written
def title_key(title: str) -> str:
    """What two spellings of one title share: its words, casefolded, without punctuation, diacritics and markup, and the number of
    a part as a numeral ("Part II" is "part 2").

    A title that consists of symbols alone is its own key.
    """
    key = " ".join(words_of(title)) or title.strip()
    return index_key(_PART.sub(lambda part: f"{part['word']} {roman_number(part['number'])}", key))


def roman_number(letters: str) -> int | None:
    """The value of a Roman number below 4000 in its usual form, or None."""
    match = _ROMAN.fullmatch(letters.casefold())
    if not letters or not match:
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters.casefold()]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def is_everywhere(key: str) -> bool:
    """Whether very many works have this title key ("introduction", "errata")."""
    return key in _everywhere()


def is_short(key: str) -> bool:
    """Whether a title key ("deep learning") says too little to name one work by itself."""
    return len(key.split()) <= SHORT_TITLE_WORDS


@cache
def _everywhere() -> frozenset[str]:
    """The keys of the titles in generic_titles.txt."""
    lines = files("graph.load").joinpath("generic_titles.txt").read_text(encoding="utf-8").splitlines()
    titles = (title for line in lines if not line.startswith("#") for title in line.split(";"))
    return frozenset(title_key(title) for title in titles if title.strip())


def shingles(text: str) -> frozenset[int]:
    """The runs of three words of a text, hashed."""
    words = words_of(text)
    if len(words) < 3:
        return frozenset({_hashed(" ".join(words))})
    return frozenset([_hashed(f"{a} {b} {c}") for a, b, c in zip(words, words[1:], words[2:], strict=False)])


_HASH = blake2b(digest_size=6)


def _hashed(run: str) -> int:
    hashed = _HASH.copy()  # a third of the time that it takes to set up one anew, for each word of each abstract
    hashed.update(run.encode())
    return int.from_bytes(hashed.digest(), "big")


def resemblance(a: frozenset[int], b: frozenset[int]) -> float:
    """How alike two texts are, 0 to 1: Jaccard likeness of their shingles, or, where one holds the other nearly whole
    (an abstract that was truncated), the share of the shorter that stands in the longer."""
    if not a or not b:
        return 0.0
    common, shorter = len(a & b), min(len(a), len(b))
    contained = common / shorter
    return contained if contained >= WHOLLY_CONTAINED and shorter >= SHORT_TEXT_WORDS else common / len(a | b)


def same_text_threshold(a: frozenset[int], b: frozenset[int]) -> float:
    """How alike two texts must be to be versions of one text."""
    return SAME_SHORT_TEXT if min(len(a), len(b)) < SHORT_TEXT_WORDS else SAME_TEXT


def same_text(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two texts are versions of one."""
    return resemblance(a, b) >= same_text_threshold(a, b)


def sketch(text_shingles: frozenset[int]) -> str:
    """The smallest shingle hashes as words: texts that are alike share some, so a full-text index finds them.

    This is the bottom-k sketch of Broder, "On the resemblance and containment of documents" (1997).
    """
    return " ".join(f"{value:012x}" for value in nsmallest(SKETCH_SIZE, text_shingles))

"""Spellings of one name word: diacritics, umlauts as digraphs, other alphabets, hyphens and apostrophes.

Small tables, no dependency: `unicodedata` takes diacritics off, the tables hold the letters that it leaves alone and the usual
romanisation of Cyrillic (a mix of BGN/PCGN and ISO 9 as names are printed) and Greek (ELOT 743 without accents).
"""

import re
import unicodedata
from functools import lru_cache

HYPHENS = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019\u201a\u201b\u2032\u2035\uff07"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_UNIFY = str.maketrans({**dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(INVISIBLE, "")})

_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ŋ": "ng",
    "ħ": "h",
    "ə": "e",
}
_DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g u j lj nj c dj dz".replace(
            "-", ""
        ).split(" "),
        strict=True,
    )
)
_GREEK_ROMANISED = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", _GREEK_ROMANISED.split(), strict=True))
_PLAIN = str.maketrans({**_LETTERS, **_CYRILLIC, **_GREEK})
_WITH_DIGRAPHS = str.maketrans(_DIGRAPHS)
_LOOSE = (
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("tch", "ch"),
    ("ou", "o"),
    ("oh", "o"),
    ("shch", "sch"),
    ("kh", "h"),
    ("ph", "f"),
    ("ks", "x"),
    ("tz", "ts"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
)
_KOREAN = (
    ("yeo", "yu"),
    ("you", "yu"),
    ("eo", "u"),
    ("oo", "u"),
    ("ou", "u"),
    ("ee", "i"),
    ("ch", "j"),
    ("gy", "ky"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("rk", "k"),
    ("kk", "k"),
    ("ll", "l"),
    ("nk", "ng"),
)
_SHORTEST_LOOSE = 4
_LONGEST_TWO_SYLLABLES = 12
REMEMBERED = 1 << 14
"""How many words the caches of this package keep: enough to hit nearly always, little enough to stay small."""
REMEMBERED_NAMES = 1 << 13
"""How many names taken apart: those of the longest author lists, and the many that come again and again."""
_RUN_OF_I = re.compile("i{2,}")
_HAN_KANA_HANGUL = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")

_FINALS_OF = {
    "": "a o e ai ei ao ou an en ang eng er",
    "[bp]": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "[dt]": "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
    "[nl]": "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue",
    "[gkh]": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "[jqx]": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "(?:zh|ch|sh)": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "[zcs]": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_SYLLABLE = "|".join(f"{initial}(?:{'|'.join(finals.split())})" for initial, finals in _FINALS_OF.items())
_PINYIN = re.compile(f"(?:{_SYLLABLE}){{1,2}}")
_VOWELS = re.compile("[aeiouy]+")
_EAST_ASIAN_SYLLABLE = re.compile(
    "(?:ch|sh|zh|kh|th|ph|tr|ng|nh|gh|ts|tz|sz|hs|qu|[bcdfghjklmnpqrstvwxz])?[aeiouyw]+(?:ng|nh|ch|rk|[klmnprthc])?"
)


def unify(text: str) -> str:
    """The text with one kind of hyphen and apostrophe, no invisible characters, NFKC, and single spaces."""
    if text.isascii():  # as most names are: then the backquote alone is spelt otherwise
        return " ".join(text.replace("`", "'").split())
    return " ".join(unicodedata.normalize("NFKC", text.translate(_UNIFY)).translate(_UNIFY).split())


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """The word in small letters a to z without diacritics, apostrophes or hyphens: "Müller-Łoś" gives "mullerlos".

    Letters of alphabets that the tables do not know are kept as they are.
    """
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word.lower()))
    lowered = unicodedata.normalize("NFC", word.casefold()).translate(_PLAIN)
    stripped = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return "".join(c for c in stripped.translate(_PLAIN) if c.isalnum())


@lru_cache(maxsize=REMEMBERED)
def spellings(word: str) -> frozenset[str]:
    """The plain spellings of a word, umlauts written out being one: "Müller" gives muller and mueller."""
    written_out = unicodedata.normalize("NFC", word.casefold()).translate(_WITH_DIGRAPHS)
    return frozenset((plain(word), plain(written_out)))


@lru_cache(maxsize=REMEMBERED)
def loose(word: str) -> str:
    """A key that customary romanisations of one word share: Sergey and Sergei, Tchaikovsky and Chaikovskii.

    It would say too much of words of fewer than four letters: those are kept as they are.
    """
    key = plain(word)
    if len(key) < _SHORTEST_LOOSE:
        return key
    for before, after in _LOOSE:
        key = key.replace(before, after)
    return _RUN_OF_I.sub("i", key) if "ii" in key else key


def syllables(word: str) -> int:
    """How many groups of vowels the word has, a fair count of its syllables."""
    return len(_VOWELS.findall(plain(word)))


@lru_cache(maxsize=REMEMBERED)
def is_pinyin(word: str) -> bool:
    """Whether the whole word reads as one or two Hanyu Pinyin syllables. Words such as "Nina" do too: a sign, not a proof."""
    return _PINYIN.fullmatch(plain(word)) is not None


@lru_cache(maxsize=REMEMBERED)
def is_east_asian_syllable(word: str) -> bool:
    """Whether the word has the form of one Chinese, Korean or Vietnamese syllable in Latin letters: Xiao, Seung, Nguyen, Park."""
    key = plain(word)
    return len(key) <= 6 and len(_VOWELS.findall(key)) == 1 and _EAST_ASIAN_SYLLABLE.fullmatch(key) is not None


@lru_cache(maxsize=REMEMBERED)
def may_be_two_syllables(word: str) -> bool:
    """Whether the word has the form of an East Asian given name of two syllables: Sangbum, Xiaoming. Martin has it too."""
    key = plain(word)
    ends = range(2, len(key) - 1) if len(key) <= _LONGEST_TWO_SYLLABLES else ()
    return any(is_east_asian_syllable(key[:end]) and is_east_asian_syllable(key[end:]) for end in ends)


@lru_cache(maxsize=REMEMBERED)
def korean(word: str) -> str:
    """A key that romanisations of one Korean word share: Younghoon and Yeong-Hun, Kil and Gil, Jung and Jeong and Chung."""
    key = plain(word)
    for before, after in _KOREAN:
        key = key.replace(before, after)
    return key


def is_east_asian_script(text: str) -> bool:
    """Whether the text has Han characters, kana or hangul, which no table here can romanise."""
    return not text.isascii() and _HAN_KANA_HANGUL.search(text) is not None

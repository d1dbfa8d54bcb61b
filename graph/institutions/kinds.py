"""What one part of an address, between two commas, is by its words (`words.txt`): a university, a department, a street."""

import re
from enum import IntEnum
from functools import cache, lru_cache

from graph.institutions.countries import listed
from graph.names.transliteration import REMEMBERED_NAMES, is_east_asian_script, plain
from loaders.fields.name_words import NOBODY, NOT_GIVEN

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_EAST_ASIAN_UNIVERSITY = re.compile("大学|大學|대학교|科学院")
OF_TECHNOLOGY = re.compile(
    r"\binst\w*\.? (?:of )?(?:(?:sci\w*|engineering|research|design)\.? (?:and|&) )?tech(?:nology|nol\.?|\.|$)",
    re.IGNORECASE,
)
_OF_SCIENCES = re.compile(
    r"\b(?:acad\w*|akad\w*)\.? (?:\w+ )?(?:of |der |da |de |des |delle )?(?:\w+ )?(?:sci|nauk|wiss|naz|cien|lincei|sinica)"
    r"|\bsinica$|\bРАН$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:indian|indraprastha|international|national|thapar|vellore|birla) institute of (?:information )?"
    r"(?:technology|science)|\b(?:virginia|georgia|louisiana|texas|illinois|michigan|florida) tech\b",
    re.IGNORECASE,
)
_SURE_STREET = re.compile(r"p\.? ?o\.? ?box|^n[o°º]\.? ?\d|^s/n\b|\d-\d+-\d|\b[a-z]+-(?:ku|gu|cho|dong|machi)$", re.IGNORECASE)
_LETTER_U = re.compile(r"\bU\.(?! ?S\b)|\bU$|^U \w|\bU of\b")
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_OF_A_SUBJECT = re.compile(r"\binst\w* (?:of|for|für) ", re.IGNORECASE)
_RENOWNED = frozenset(("planck", "fraunhofer", "helmholtz", "national", "hospital"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|i{1,3}|iv")
_LONE_LIST = """institute institution university department affiliation student self private other tba tbd undefined lab company
    school research college unaffiliated independent home address none unknown retired freelance industry academia email author
    authors deceased"""
_LONE = frozenset(_LONE_LIST.split())
_NOT_SAID = re.compile(
    r"no affiliations?|not (?:available|applicable|provided|given|affiliated)|affiliation not .*|see .*|same as .*", re.IGNORECASE
)


class Kind(IntEnum):
    """What a part can be, from what is no institution to what surely is one."""

    NOTHING = 0
    STREET = 1
    DEPARTMENT = 2
    UNIT = 3
    OTHER = 4
    CENTER = 5
    SCHOOL = 6
    INSTITUTE = 7
    BODY = 8
    COLLEGE = 9
    UNIVERSITY = 10
    COUNCIL = 11
    COMPANY = 12


class Words:
    """The words of one kind, whole, by beginning and by ending."""

    def __init__(self) -> None:
        self.whole: set[str] = set()
        self.starts: tuple[str, ...] = ()
        self.ends: tuple[str, ...] = ()

    def add(self, words: str) -> None:
        """Take in the words of one line of the list."""
        for word in words.split():
            if word.endswith("*"):
                self.starts += (word[:-1],)
            elif word.startswith("*"):
                self.ends += (word[1:],)
            else:
                self.whole.add(word)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self.whole or word.startswith(self.starts) or word.endswith(self.ends))

    def any(self, words: tuple[str, ...]) -> bool:
        """Whether one of these words is among them."""
        return any(word in self for word in words)


@cache
def _lists() -> dict[str, Words]:
    found: dict[str, Words] = {}
    for line in listed("words.txt"):
        name, words = line.split(":", 1)
        found.setdefault(name, Words()).add(words)
    return found


def known(name: str) -> Words:
    """The words of one name in the list."""
    return _lists()[name]


@lru_cache(maxsize=REMEMBERED_NAMES)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in plain spelling."""
    return tuple(word for found in _WORD.findall(text) if (word := plain(found)))


def is_topical(text: str) -> bool:
    """Whether the text has nothing but names of subjects and small words: "Computer and Biomedical Engineering"."""
    words, topics, small = words_of(text), known("topic"), known("prepositions")
    return all(word in topics or word in small for word in words) and any(word in topics for word in words)


def is_nothing(part: str) -> bool:
    """Whether a text names neither institution nor place: no letter, "NA", "Institute" alone, a rank."""
    words = words_of(part)
    if (
        not any(map(str.isalpha, "".join(words)))
        or NOBODY.fullmatch(part)
        or NOT_GIVEN.fullmatch(part)
        or _NOT_SAID.fullmatch(part)
    ):
        return True
    return (len(words) == 1 and words[0] in _LONE) or all(
        word in known("role") for word in words_of(_IN_PARENTHESES.sub("", part))
    )


@lru_cache(maxsize=REMEMBERED_NAMES)
def kind_of(part: str) -> Kind:
    """What one part of an address is."""
    words = words_of(part)
    if is_nothing(part):
        return Kind.NOTHING
    if (len(words) == 1 and words[0] in known("council")) or (len(words) > 2 and words[-2:] == ("national", "laboratory")):
        return Kind.COUNCIL
    if _is_university(part, words):
        return Kind.BODY if known("hospital").any(words) else Kind.UNIVERSITY
    if (words[0] in known("company") or (words[-1] in known("legal") and len(words) > 1)) and not known("notcompany").any(words):
        return Kind.COMPANY
    return _smaller_kind(part, words)


def _is_university(part: str, words: tuple[str, ...]) -> bool:
    if is_east_asian_script(part):
        return _EAST_ASIAN_UNIVERSITY.search(part) is not None
    if any(word in known("university") and word != "universal" for word in words):
        return not _is_within(words)
    if _LETTER_U.search(part) or any(word.isupper() and plain(word) in known("letters") for word in _WORD.findall(part)):
        return not _is_within(words)
    return any(pattern.search(part) is not None for pattern in (OF_TECHNOLOGY, _OF_SCIENCES, _NAMED)) and not _is_within(words)


def _is_within(words: tuple[str, ...]) -> bool:
    return words[0] in ("key", "library")


def _smaller_kind(part: str, words: tuple[str, ...]) -> Kind:
    at = 1 if len(words) > 1 and (words[0] == "the" or _ORDINAL.fullmatch(words[0])) else 0
    if _SURE_STREET.search(part):
        return Kind.STREET
    if words[at] in known("department") or words[-1] in ("department", "dept", "faculty", "fakultat"):
        return Kind.DEPARTMENT
    if (
        known("college").any(words)
        or {"national", "laboratory"} <= set(words)
        or {"nat", "lab"} <= set(words)
        or {"natl", "lab"} <= set(words)
    ):
        return Kind.COLLEGE
    if (
        (words[at].startswith(("inst", "istitut")) or words[at] == "ist")
        and words[at] not in ("instituto", "institution")
        and words[at:][1:2] != ("superiore",)
    ):
        return Kind.INSTITUTE
    if words[at] in known("center"):
        return Kind.CENTER
    if words[-1] == "group" and len(words) == 2 and words[0] not in known("topic"):
        return Kind.BODY
    if known("body").any(words) and not is_topical(part):
        return Kind.INSTITUTE if _OF_A_SUBJECT.search(part) and not _RENOWNED & set(words) else Kind.BODY
    if words[0].isdigit():
        return Kind.STREET
    if {"school", "sch"} & set(words):
        return Kind.SCHOOL
    if known("center").any(words):
        return Kind.CENTER
    if known("unit").any(words):
        return Kind.UNIT
    if known("street").any(words):
        return Kind.STREET
    return Kind.OTHER

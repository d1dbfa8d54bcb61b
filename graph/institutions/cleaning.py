"""The text of an affiliation without what is no part of it, and divided where one whole address ends and the next begins."""

import re
from collections.abc import Iterator
from itertools import islice

from graph.institutions.countries import country_of
from graph.institutions.kinds import Kind, is_topical, kind_of, known, words_of
from graph.institutions.places import is_city, region_of
from graph.names.transliteration import INVISIBLE

LONGEST = 4096
"""How many characters of a text are read."""

_AT = re.compile(r"[^\s,;<>()\[\]]{1,64}@[^\s,;<>()\[\]]{1,255}\.[^\s,;<>()\[\]]+|[^\s,;<>()\[\]]{1,64}@(?=\s|$)")
_LINK = re.compile(r"\b(?:https?://|www\.)[^\s,;]+", re.IGNORECASE)
_SAID = re.compile(
    r"\(?\b(?:electronic address|e-?mails?|corresponding author|current address|present address|on leave from|now at|orcid)\b"
    r"\s*[:.]?\s*\)?"
    r"|\b(?:affiliations?|address)\s*:|(?:[,;]|^)\s*and\s*$|\bAuthor to whom correspondence should be addressed\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![^\s;,.(\[])[(\[]?(\d{1,2})[)\].:]?\s+(?=[^\W\d_])")
_MARK = re.compile(
    r"^(?:[\W_]*[(\[]?\d{1,2}[)\].:]?\s+(?=[^\W\d_])|[a-z]\)?\s+(?=[A-Z])|[a-z](?=(?:Dep|Univ|Inst|School|Facul)))"
)
_WHOLE = re.compile(r";|\[[^\]]{0,4096}\]|\n|\s\|\|?\s|；")
_SPACED_AND = re.compile(r" (?:and|AND|und|et|&|\+) | / |/")
_EDGES = " \t?,;.:*†‡§¶#|·•‐‑–—-"
_QUOTES = ("‘", "’", "'", '"', "“", "”")
_LOOSE_AND = re.compile(r"^[/+]\s*|\s+(?:and|&|/)$|^/")
_ROLE_AT = re.compile(r"^(?:[\w.-]+ ){1,4}?(?:at|from|in)(?: the)? (?=[A-Z])")
_SPELT = str.maketrans({**dict.fromkeys(INVISIBLE, ""), "\u00a0": " ", "\\": " "})
_BESIDE = (Kind.COMPANY, Kind.COUNCIL)
_CENTERS = (Kind.CENTER, Kind.INSTITUTE)
_LONGEST_BRAND = 6
_LONGEST_GENERAL = 2
_GENERAL = ("before", "topic", "prepositions")
_LONGEST_ABBREVIATION = 3
_MOST_PARTS = 100
_MOST_SIGNS = 30
_INSTITUTIONS = frozenset((Kind.BODY, Kind.COLLEGE, Kind.UNIVERSITY, Kind.COUNCIL, Kind.COMPANY))


def tidy(part: str) -> str:
    """A part without spaces, commas and marks at its edges, nor a parenthesis alone; a full stop stays at abbreviations."""
    ends_with_stop = part.rstrip(" ,;").endswith(".")
    part = _LOOSE_AND.sub("", part.strip(_EDGES)).strip(_EDGES)
    while part.startswith("(") and part.endswith(")") and part.count("(") == 1:
        part = part[1:-1].strip(_EDGES)
    if part[:1] in _QUOTES and part[-1:] in _QUOTES:
        part = part[1:-1].strip(_EDGES)
    if part.count("(") != part.count(")"):
        part = part.strip("() ")
    last = words_of(part)[-1:]
    stays = ends_with_stop and last and ("." in part or last[0] in known("abbreviated"))
    return f"{part}." if stays else part


def cleaned(text: str) -> str:
    """The text that addresses are read from: its beginning, with lines kept, without e-mail addresses and what announces them."""
    text = text[:LONGEST].replace("\\n", "\n").translate(_SPELT).strip()
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    for pattern in (_AT, _LINK, _SAID):
        text = pattern.sub(" ", text)
    return text.replace("( )", " ").replace("()", " ")


def wholes(text: str) -> list[list[str]]:
    """The whole addresses of a cleaned text, each as its parts between commas; of a semicolon that only divides parts, one."""
    found: list[list[str]] = []
    for piece in _numbered(text):
        own: list[list[str]] = []
        for whole in _WHOLE.split(piece):
            parts = _parts(" ".join(whole.split()))
            if not parts:
                continue
            if own and (_is_open(own[-1]) or _is_place_only(parts)):
                own[-1] += parts
            else:
                own.append(parts)
        found += own
    return [one for whole in found for one in _several(whole)]


def _numbered(text: str) -> list[str]:
    marks = list(_NUMBER.finditer(text))
    if len(marks) < 2 or text[: marks[0].start()].strip() or any(int(mark[1]) != at for at, mark in enumerate(marks, 1)):
        return [text]
    ends = [found.start() for found in marks[1:]] + [len(text)]
    return [text[found.end() : end] for found, end in zip(marks, ends, strict=True)]


def _parts(text: str) -> list[str]:
    """The parts between commas outside parentheses; legal forms and enumerated subjects stay with what they belong to."""
    text = tidy(_MARK.sub("", text, count=1))
    cut, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char in ",，、" and depth <= 0:
            cut.append(text[start:at])
            start, depth = at + 1, 0
    return _joined([part for part in map(tidy, (*cut[:_MOST_PARTS], text[start:])) if part][:_MOST_PARTS])


def _joined(parts: list[str]) -> list[str]:
    found: list[str] = []
    for part in parts:
        words = words_of(part)
        if found and words and all(word in known("legal") for word in words) and not country_of(part):
            found[-1] = f"{found[-1]}, {part}"
        elif found and _continues(found, part):
            at = next((at for at in range(len(found) - 1, -1, -1) if kind_of(found[at]) in _NAMED_BY_SUBJECT), len(found) - 1)
            found[at:] = [", ".join((*found[at:], part))]
        else:
            found.append(part)
    return found


_NAMED_BY_SUBJECT = frozenset((Kind.DEPARTMENT, Kind.INSTITUTE, Kind.CENTER, Kind.COLLEGE, Kind.UNIT))


_NAMING = frozenset(("of", "for", "de", "in"))


def _continues(found: list[str], part: str) -> bool:
    """Whether a part goes on with an enumeration: "Department of Soil, Water, and Environmental Science"."""
    kinds = [kind_of(one) for one in found]
    if not any(kind in _NAMED_BY_SUBJECT for kind in kinds):
        return False
    if part.startswith(("and ", "& ")):
        return not any(kind in (Kind.UNIVERSITY, Kind.COUNCIL, Kind.COMPANY) for kind in kinds)
    if kinds[-1] not in _NAMED_BY_SUBJECT or not _NAMING.intersection(words_of(found[-1])):
        return False
    first, sign, _ = [*part.split(" ", 2), "", ""][:3]
    return is_topical(part) or (is_topical(first) and sign in ("and", "&"))


def _is_open(parts: list[str]) -> bool:
    """Whether an address names nothing but parts of an institution that is still to come."""
    return all(kind_of(part) <= Kind.UNIT for part in parts)


def _is_place_only(parts: list[str]) -> bool:
    return all(
        _is_place(part)
        or not any(map(str.isalpha, part))
        or (country_of(part.split()[-1]) is not None and kind_of(part) is Kind.OTHER)
        for part in parts
    )


def _is_place(part: str) -> bool:
    return country_of(part) is not None or is_city(part) or (region_of(part) is not None and len(part) > _LONGEST_ABBREVIATION)


def _several(parts: list[str]) -> Iterator[list[str]]:
    """The addresses in one run of parts: divided at "and", at slashes, and behind a country that an institution follows."""
    own: list[str] = []
    for part in parts:
        bare = part.removeprefix("and ").removeprefix("& ") or part
        kind = kind_of(bare)
        behind_country = len(own) > 1 and country_of(own[-1]) and (kind in _INSTITUTIONS or kind is Kind.DEPARTMENT)
        behind_and = bare != part and kind > Kind.CENTER and any(kind_of(one) > Kind.CENTER for one in own)
        if behind_country or behind_and:
            yield own
            own = []
        pieces = _divided(bare)
        for piece in pieces[:-1]:
            yield [*own, piece]
            own = []
        own.append(pieces[-1])
    if own:
        yield own


def _divided(part: str) -> list[str]:
    """The institutions that one part names with "and", "&" or "/" between, one where it names one."""
    found, start = [], 0
    for sign in islice(_SPACED_AND.finditer(part), _MOST_SIGNS):
        left, right = tidy(part[start : sign.start()]), tidy(part[sign.end() :])
        if part.count("(", 0, sign.start()) == part.count(")", 0, sign.start()) and _are_two(left, right, sign[0]):
            found.append(left)
            start = sign.end()
    return [*found, tidy(part[start:])]


def _are_two(left: str, right: str, sign: str) -> bool:
    """Whether two texts beside such a sign are an institution each, not the halves of one name."""
    if not left or not right or right[0].islower() or country_of(f"{left.split()[-1]}{sign}{right}"):
        return False
    bare = right[4:] if right[:4].casefold() == "the " else right
    first = next(iter(words_of(bare)), "")
    if not first or first in known("prepositions") or is_topical(first):
        return False
    nearest = right.split(" / ")[0]
    kinds = kind_of(left), max(kind_of(nearest), kind_of(nearest.split(" and ")[0]))
    if not _is_name(left) or not _is_name(right):
        return False
    if Kind.NOTHING in kinds or Kind.STREET in kinds:
        return False
    if (sign != "/" and _is_place(left) and not _is_place(right) and kinds[1] >= Kind.OTHER) or (
        country_of(left) and kinds[1] is Kind.DEPARTMENT
    ):
        return True
    if kinds[0] in (Kind.UNIVERSITY, *_BESIDE) and kinds[1] is Kind.DEPARTMENT and words_of(right)[1:2] in (("of",), ("for",)):
        return True
    if kinds[0] is Kind.DEPARTMENT and kinds[1] is Kind.COMPANY and sign == " and ":
        return True
    if sign == " / ":
        return Kind.DEPARTMENT not in kinds
    if is_topical(left.split()[-1]) and kinds[1] < Kind.BODY:
        return False
    return _are_institutions(left, right, sign, kinds)


def _is_name(text: str) -> bool:
    """Whether a text has a word that names something: not "State University" alone."""
    words = [word for word in words_of(text) if not word.startswith(("univ", "institut", "college"))]
    return len(words_of(text)) > _LONGEST_GENERAL or not all(any(word in known(kind) for kind in _GENERAL) for word in words)


def _are_institutions(left: str, right: str, sign: str, kinds: tuple[Kind, Kind]) -> bool:
    """The same by what the two are: one at least must surely be an institution, the other a name that can stand for one."""
    sure = [kind in _INSTITUTIONS for kind in kinds]
    if all(sure) and (sign != " & " or Kind.UNIVERSITY in kinds):
        return Kind.COLLEGE not in kinds or (len(left.split()) > 1 and len(right.split()) > 1)
    if sign == " & " and Kind.UNIVERSITY not in kinds:
        return False
    if sign == "/" or not {Kind.UNIVERSITY, *_BESIDE} & set(kinds):
        return False
    if sure[0]:
        return kinds[1] in (Kind.OTHER, *_CENTERS) and len(right.split()) <= _LONGEST_BRAND and not is_topical(right)
    is_brand = kinds[0] is Kind.OTHER and " " not in left and any(map(str.isupper, left[1:]))
    return is_brand or kinds[0] in _CENTERS


def without_role(part: str) -> str:
    """The part without what somebody is there: "PhD student at X" gives "X"."""
    found = _ROLE_AT.match(part)
    return part[found.end() :] if found and any(word in known("role") for word in words_of(found[0])) else part

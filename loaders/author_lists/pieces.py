"""What stands between the commas of an author list, by its form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from loaders.author_lists.marks import HELD, unmarked_name
from loaders.fields.name_words import (
    CAPITALISED_PARTICLES,
    DEGREE,
    LEGAL_FORM,
    LEGAL_FORM_ALONE,
    ORGANISATION,
    PARTICLES,
    RARE_DEGREE,
    SHORT_DEGREE,
    SUFFIX,
    given_names,
)

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽА-ЯЁΑ-Ω"
_DOTTED = rf"(?:[{_CAPITAL}][^\W\d_A-Z]{{0,2}}\.[-‐ ]?)"
_INITIALS = re.compile(
    rf"{_DOTTED}{{1,6}}[{_CAPITAL}]?|[{_CAPITAL}](?:-?[{_CAPITAL}]){{0,3}}|[{_CAPITAL}](?: [{_CAPITAL}]){{1,3}}"
)
_FAMILY_DOTTED = re.compile(r"(?P<family>\S.*?\S|\S+)\s+(?P<initials>(?:[^\W\d_]{1,2}\.[-‐ ]?){1,5})")
_FAMILY_GLUED = re.compile(rf"(?P<family>[^\W\d_][^,.]*?)\s+(?P<initials>[{_CAPITAL}](?:-?[{_CAPITAL}]){{0,2}})")
_VOWEL = re.compile(r"[AEIOUYÀ-ÏÒ-ÖØ-Ý]")
INITIAL_FIRST = re.compile(rf"(?:{_DOTTED}|[{_CAPITAL}]\s)")
_COMPANY_BEHIND = re.compile(r"\s(?:co|inc|ltd|corp|llc|llp|gmbh|plc)\.?$", re.IGNORECASE)
_LONGEST = 300
_CONSISTS_OF = re.compile(r"\b(?:of|for|on|für|de|des|di|da|do|per|pour|para|von)\b", re.IGNORECASE)


class Form(Enum):
    """What a piece looks like."""

    INITIALS = "initials"
    WORD = "one word, or a family name with its particles"
    FAMILY_INITIALS = "a family name with initials behind it"
    FULL = "several words"
    ORGANISATION = "words of an organisation"
    SUFFIX = "Jr."
    DEGREE = "PhD"


@dataclass(frozen=True)
class Piece:
    """A piece of a list, what it looks like, and the suffix that stands behind it. `text` holds the characters of held marks."""

    text: str
    form: Form
    suffix: str = ""

    @property
    def unmarked(self) -> str:
        """The text without what is held beside it."""
        return HELD.sub("", self.text).strip()

    @property
    def first(self) -> str:
        """The first word in lower case."""
        return self.unmarked.split()[0].casefold()


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a list at its commas, suffixes put to the piece before them, degrees left out."""
    pieces: list[Piece] = []
    for part in text.split(","):
        piece = _piece(part)
        if piece is None:
            if HELD.search(part) and pieces:
                pieces[-1] = replace(pieces[-1], text=pieces[-1].text + "".join(HELD.findall(part)))
        elif piece.form is Form.SUFFIX and pieces:
            pieces[-1] = replace(pieces[-1], suffix=piece.unmarked)
        elif piece.form is Form.DEGREE or _is_short_degree(piece, pieces):
            continue
        else:
            pieces.append(piece)
    return pieces


def _piece(part: str) -> Piece | None:
    name = unmarked_name(part)
    if not any(map(str.isalpha, name)):
        return None
    held = "".join(HELD.findall(part))
    words = name.split()
    if len(words) > 1 and SUFFIX.fullmatch(words[-1]):
        name = " ".join(words[:-1])
        return Piece(name + held, form_of(name), words[-1])
    return Piece(name + held, form_of(name))


def _is_short_degree(piece: Piece, before: list[Piece]) -> bool:
    """Whether "MD" is a degree: a whole name stands before it."""
    if not before or not (SHORT_DEGREE.fullmatch(piece.unmarked) or RARE_DEGREE.fullmatch(piece.unmarked)):
        return False
    return before[-1].form in (Form.FULL, Form.FAMILY_INITIALS, Form.INITIALS)


def form_of(text: str) -> Form:
    """What a piece looks like by itself."""
    words = text.split()
    if len(text) > _LONGEST:
        return Form.FULL
    if SUFFIX.fullmatch(text):
        return Form.SUFFIX
    if DEGREE.fullmatch(text):
        return Form.DEGREE
    if _INITIALS.fullmatch(text) and not (text.isalpha() and len(text) > 2 and _VOWEL.search(text)):
        return Form.INITIALS
    if is_organisation_words(text):
        return Form.ORGANISATION
    if len(words) > 2 and words[0] in ("in", "op", "aan", "uit") and is_particle(words[1]):
        words = words[1:]
    if len(words) == 1 or all(is_particle(word) for word in words[:-1]):
        return Form.WORD
    return Form.FAMILY_INITIALS if _with_initials(text) else Form.FULL


def is_particle(word: str) -> bool:
    """Whether a word begins a family name. Some begin given names if they are in capitals ("Al Gore", "Di Wu")."""
    if word[0] in "'’‘`":
        return word[1:] in ("t", "s")
    return word.casefold() in (PARTICLES if word[0].islower() else CAPITALISED_PARTICLES)


def is_organisation_words(text: str) -> bool:
    """Whether a piece of several words, or of capitals, holds a word by which organisations are known."""
    return " " in text and bool(ORGANISATION.search(text.replace("&", " ")))


def _with_initials(text: str) -> bool:
    """Whether initials stand behind a family name; "Bo LI" may be a family name in capitals."""
    if match := _FAMILY_DOTTED.fullmatch(text):
        return not _INITIALS.fullmatch(match["family"])
    match = _FAMILY_GLUED.fullmatch(text)
    if match is None or (_INITIALS.fullmatch(match["family"].split()[0]) and len(match["family"].split()) > 1):
        return False
    initials = match["initials"].replace("-", "")
    return (
        len(initials) == 1
        or not _VOWEL.search(initials)
        or (not match["family"].isupper() and not _may_be_given(match["family"]))
    )


def _may_be_given(words: str) -> bool:
    return words.split()[0].casefold() in given_names()


def is_one_organisation(segments: Sequence[Sequence[Piece]]) -> bool:
    """Whether commas and "and"s stand within one organisation's name ("Department of Health, Education, and Welfare")."""
    flat = [piece for segment in segments for piece in segment]
    if len(flat) < 2:
        return False
    are_words = all(piece.form in (Form.WORD, Form.FULL, Form.ORGANISATION) for piece in flat[:-1])
    if LEGAL_FORM_ALONE.fullmatch(flat[-1].unmarked):
        return are_words and len(segments[-1]) < 3
    if _COMPANY_BEHIND.search(flat[-1].unmarked) and len(segments[-1]) == 1:
        return are_words and not any(_may_be_given(piece.unmarked) for piece in flat[:-1])
    if any(piece.form in (Form.INITIALS, Form.FAMILY_INITIALS) or INITIAL_FIRST.match(piece.unmarked) for piece in flat):
        return False
    others = [piece for piece in flat if piece.form is not Form.ORGANISATION]
    people = [piece for piece in others if piece.form is Form.FULL and not any(map(str.isdigit, piece.unmarked))]
    if LEGAL_FORM.fullmatch(flat[-1].unmarked) and len(segments[-1]) == 1:
        return not any(_may_be_given(piece.unmarked) for piece in people)
    if flat[0].form is Form.ORGANISATION:
        if not people:
            return flat[0].first != "the" or len(segments) == 1
        return bool(_CONSISTS_OF.search(flat[0].unmarked)) and not any(_may_be_given(piece.unmarked) for piece in people)
    named = any(len(segment) == 2 and _may_be_given(segment[1].unmarked) for segment in segments[:-1])
    ends = flat[-1].form is Form.ORGANISATION and flat[-1].first != "the" and len(segments) > 1
    return ends and not people and not named

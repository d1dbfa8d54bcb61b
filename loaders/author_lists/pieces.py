"""What stands between the commas of an author list, and which of the pieces are one name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from loaders.author_lists.comma_sides import are_two_names
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
_INITIAL_FIRST = re.compile(rf"(?:{_DOTTED}|[{_CAPITAL}]\s)")
_TWO_FAMILIES = re.compile(r"\s[yei]\s")
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
    if len(words) == 1 or all(_is_particle(word) for word in words[:-1]):
        return Form.WORD
    return Form.FAMILY_INITIALS if _with_initials(text) else Form.FULL


def _is_particle(word: str) -> bool:
    """Whether a word begins a family name. Some begin given names if they are in capitals ("Al Gore", "Di Wu")."""
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
    if any(piece.form in (Form.INITIALS, Form.FAMILY_INITIALS) or _INITIAL_FIRST.match(piece.unmarked) for piece in flat):
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


def names_in(segments: Sequence[Sequence[Piece]], *, family_first: bool, expected: int | None) -> list[list[Piece]] | None:
    """The names that the pieces between "and"s are; None where it cannot be told.

    `family_first` says that the list writes "Family, Given", `expected` how many people it has, where that is known.
    """
    flat = [piece for segment in segments for piece in segment]
    readings = list(_readings(segments, flat, family_first=family_first))
    if expected is not None and (fitting := [reading for reading in readings if len(reading) == expected]):
        return fitting[0]
    if readings:
        return readings[0]
    return [[piece] for piece in flat] if expected == len(flat) and not any(map(_is_initials, flat)) else None


def _readings(segments: Sequence[Sequence[Piece]], flat: list[Piece], *, family_first: bool) -> Iterator[list[list[Piece]]]:
    """The ways to read the list, the likeliest first."""
    if len(segments) > 1:
        whole = all(piece.form in (Form.FULL, Form.FAMILY_INITIALS) or _may_begin_with_given(piece.unmarked) for piece in flat)
        if whole and any(len(segment) == 1 and segment[0].form is Form.FULL for segment in segments):
            yield [[piece] for piece in flat]
        each = [_likeliest(list(segment), family_first=family_first) for segment in segments]
        enumerated = all(piece.form is Form.WORD for piece in flat) and [len(part) for part in segments] == [len(flat) - 1, 1]
        if enumerated and len(flat) > 2 and not (len(flat) == 3 and flat[1].first in given_names()):
            yield [[piece] for piece in flat]
        if all(each):
            yield [name for names in each if names for name in names]
    yield from _at_commas(flat, family_first=family_first)


def _may_begin_with_given(text: str) -> bool:
    """Whether what looks like a family name with its particle may be a whole name: "Le Sun", "Van Ngo"."""
    return " " in text and text[0].isupper()


def _likeliest(pieces: list[Piece], *, family_first: bool) -> list[list[Piece]] | None:
    return next(_at_commas(pieces, family_first=family_first), None)


def _at_commas(pieces: list[Piece], *, family_first: bool) -> Iterator[list[list[Piece]]]:
    if len(pieces) < 2:
        if pieces:
            yield [pieces]
        return
    if family_first and len(pieces) == 2 and may_be_family(pieces[0]) and pieces[1].form is not Form.ORGANISATION:
        yield [pieces]
        return
    if any(map(_is_initials, pieces)):
        if len(pieces) % 2 == 0 and all(_takes_given(*pair) for pair in zip(pieces[::2], pieces[1::2], strict=True)):
            yield [list(pair) for pair in zip(pieces[::2], pieces[1::2], strict=True)]
            return
        if (behind := _with_initials_behind(pieces)) is not None:
            yield behind
        return
    alone = [[piece] for piece in pieces]
    pairs = [list(pair) for pair in zip(pieces[::2], pieces[1::2], strict=False)] if len(pieces) % 2 == 0 else None
    if pairs and all(_is_family_given(*pair, family_first=family_first) for pair in pairs):
        yield pairs
        yield alone
    elif _stand_alone(pieces):
        yield alone
        if pairs:
            yield pairs
    elif pairs and len(pairs) > 1 and 2 * sum(piece.form is Form.WORD for piece in pieces) >= len(pieces):
        yield pairs


def may_be_family(piece: Piece) -> bool:
    """Whether a piece is a family name by its form: one word, or two or three letters in capitals that may be one ("WU")."""
    return piece.form is Form.WORD or (piece.form is Form.INITIALS and piece.unmarked.isalpha() and len(piece.unmarked) > 1)


def _takes_given(family: Piece, given: Piece) -> bool:
    """Whether the first can be a family name, and be it of one letter ("M, Anand"), and the second what stands behind it."""
    letter = family.unmarked.rstrip(".")
    one_letter = len(letter) == 1 and letter.isalpha() and len(given.unmarked) > 1
    one_letter = one_letter and (letter == family.unmarked or not _is_initials(given))
    return (family.form is Form.WORD or one_letter) and given.form is not Form.ORGANISATION


def _is_initials(piece: Piece) -> bool:
    return piece.form is Form.INITIALS


def _with_initials_behind(pieces: list[Piece]) -> list[list[Piece]] | None:
    """ "Lee, A., Chen, B.": initials belong to the piece before them; None where they stand by themselves."""
    names: list[list[Piece]] = []
    for piece in pieces:
        free = not names or len(names[-1]) > 1 or names[-1][0].form is Form.FAMILY_INITIALS
        if not _is_initials(piece) or (free and piece.unmarked.isalpha() and len(piece.unmarked) > 1):
            names.append([piece])
        elif free:
            return None
        else:
            names[-1].append(piece)
    alone = [name[0] for name in names if len(name) == 1]
    paired = [name[0] for name in names if len(name) > 1]
    torn = len(pieces) == 3 and alone == [pieces[0]] and alone[0].form is Form.WORD and paired[0].form is Form.WORD
    mixed = any(piece.form is Form.FULL for piece in alone) and any(piece.form is Form.FULL for piece in paired)
    return None if torn or mixed else names


def _is_family_given(family: Piece, given: Piece, *, family_first: bool) -> bool:
    """Whether two pieces are "Family, Given" rather than two names."""
    if Form.ORGANISATION in (family.form, given.form) or family.form is Form.FAMILY_INITIALS:
        return False
    if family.form is Form.WORD:
        return True
    if family_first and given.form is Form.WORD:
        return True
    if _INITIAL_FIRST.match(family.unmarked) or (given.form is Form.FULL and _INITIAL_FIRST.match(given.unmarked)):
        return False
    if given.form is Form.FAMILY_INITIALS or _is_particle(family.unmarked.split()[0]):
        return True
    if family.form is given.form is Form.FULL and are_two_names(family.unmarked, given.unmarked):
        return False
    known = given_names()
    if family_first and given.form is Form.FULL:
        return not (family.first in known and given.first in known and given.unmarked.split()[-1].casefold() not in known)
    if _TWO_FAMILIES.search(family.unmarked):
        return True
    if given.form is Form.WORD:
        return family.first not in known or given.first in known
    last = given.unmarked.split()[-1].casefold()
    return family.first not in known and given.first in known and last in known


def _stand_alone(pieces: list[Piece]) -> bool:
    """Whether each piece is a name of its own: hardly any is one word only, or initials stand behind the others."""
    words = sum(piece.form is Form.WORD for piece in pieces)
    if any(piece.form is Form.FAMILY_INITIALS for piece in pieces):
        return True
    return 3 * words <= len(pieces) or (len(pieces) == 2 and words == 1)

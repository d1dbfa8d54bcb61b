"""Which of the pieces between the commas of an author list are one name: "Family, Given", or a name each."""

import re
from collections.abc import Iterator, Sequence

from loaders.author_lists.comma_sides import are_two_names
from loaders.author_lists.pieces import INITIAL_FIRST, Form, Piece, is_particle
from loaders.fields.name_words import given_names

_TWO_FAMILIES = re.compile(r"\s[yei]\s")


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
    if INITIAL_FIRST.match(family.unmarked) or (given.form is Form.FULL and INITIAL_FIRST.match(given.unmarked)):
        return False
    if given.form is Form.FAMILY_INITIALS or is_particle(family.unmarked.split()[0]):
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

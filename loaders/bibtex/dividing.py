"""Where a list of BibTeX is divided: at each "and" outside of braces, but not within the name of one organisation."""

import re

from loaders.author_lists.pieces import INITIAL_FIRST, Form, Piece, is_one_organisation, pieces_of
from loaders.fields.name_words import ACRONYM, ENDS_LIKE_AN_ORGANISATION, LEGAL_FORM, ORGANISATION, given_names
from loaders.fields.person_names import is_others
from loaders.fields.tex import plain_tex

_TOKEN = re.compile(r"\\and(?![A-Za-z])|\\.|[{}]|\sand(?=\s)", re.IGNORECASE | re.DOTALL)
_BEGINS_ITS_OWN = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+){0,2}(?:academy|agency|association|bank|board|bureau|cent(?:er|re)s?|college|commission|committee|council"
    r"|department|facult(?:y|ies)|federation|hospital|institut[eo]?s?|laborator(?:y|ies)|ministry|museum|office|school|society"
    r"|universit[\wà]+)\s+(?:of|for|de|di|für)\b",
    re.IGNORECASE,
)
"""How an organisation's name begins: "Ministry of …", "National Institute for …"."""
_CONSISTS_OF = re.compile(r"\b(?:of|for)\b", re.IGNORECASE)


def parts_at_and(value: str) -> list[str]:
    """The parts of a list with its white space collapsed. Commands of TeX stay whole: "and" may stand before one.

    bibtexparser's own division loses the command with which a name begins: "Lee, Ann and \\c{C}etin, U." is {C}etin.
    """
    parts, begin, depth = [], 0, 0
    for found in _TOKEN.finditer(value):
        mark = found.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and mark[1:].lower() == "and":
            parts.append(value[begin : found.start()])
            begin = found.end()
    return [part for each in (*parts, value[begin:]) if (part := each.strip())]


def with_whole_organisations(parts: list[str]) -> list[str]:
    """The parts of a list; those that one organisation's name was divided into ("Department of Health", "Human Services") as
    one in braces. People, and what is an organisation by itself, are never of another's name."""
    if len(parts) < 2 or any("{" in part for part in parts):
        return parts
    plain = [plain_tex(part) for part in parts]
    if not any(ORGANISATION.search(part) or LEGAL_FORM.fullmatch(part.rpartition(",")[2].strip()) for part in plain):
        return parts
    pieces = [pieces_of(part) for part in plain]
    found: list[str] = []
    for run in _runs(plain, pieces):
        several = [pieces[at] for at in run]
        is_one = len(run) > 1 and is_one_organisation(several) and (len(run) == len(parts) or _is_whole(several))
        whole = " and ".join(parts[at] for at in run)
        found += [f"{{{whole}}}"] if is_one else [parts[at] for at in run]
    return found


def _runs(plain: list[str], pieces: list[list[Piece]]) -> list[list[int]]:
    """The numbers of the parts, those together that may be of one name."""
    runs: list[list[int]] = []
    apart = True
    for at, part in enumerate(plain):
        alone = _stands_alone(part, pieces[at])
        if alone or apart or _are_two(plain[at - 1], part):
            runs.append([at])
        else:
            runs[-1].append(at)
        apart = alone
    return runs


def _are_two(before: str, behind: str) -> bool:
    """Whether an "and" has a whole organisation's name before it ("World Health Organization"), or behind it the beginning of
    one; not within "Institute and Faculty of Actuaries"."""
    if _BEGINS_ITS_OWN.match(behind):
        return not ORGANISATION.fullmatch(before)
    return " " in before and bool(ENDS_LIKE_AN_ORGANISATION.search(before)) and not _CONSISTS_OF.search(before)


def _is_whole(several: list[list[Piece]]) -> bool:
    """Whether an organisation among people is told by its first part, or by the form of a company behind the last."""
    first, last = several[0], several[-1]
    return bool(first and first[0].form is Form.ORGANISATION) or bool(last and LEGAL_FORM.fullmatch(last[-1].unmarked))


def _stands_alone(part: str, pieces: list[Piece]) -> bool:
    if not pieces or is_others(part) or ACRONYM.fullmatch(part):
        return True
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return first.form is Form.FAMILY_INITIALS or (first.form is Form.FULL and _may_be_given(first))
    if len(pieces) > 2 or last.form is Form.ORGANISATION or LEGAL_FORM.fullmatch(last.unmarked):
        return False
    is_given = last.form is Form.INITIALS or bool(INITIAL_FIRST.match(last.unmarked)) or _may_be_given(last)
    if first.form is Form.WORD:
        return is_given or not ORGANISATION.search(first.unmarked)
    return first.form is Form.FULL and is_given


def _may_be_given(piece: Piece) -> bool:
    return piece.first in given_names()

"""Author lists as people and programs print them, read for all formats: who is named, in which order, and what stands beside.

A list is divided at semicolons, bars or line ends where there are any; then at "and", "&" and the like; then at commas, which
stand between names ("Ann Lee, Eva Chen"), between family and given name ("Lee, Ann"), or both ("Lee, A., Chen, E."). What
cannot be told is kept as printed, as one authorship of the kind "undivided", and nobody is invented.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from loaders.author_lists.comma_sides import may_be_two_names
from loaders.author_lists.dividers import parts_of, segments_of, separator_of, without_and, without_braces
from loaders.author_lists.groups_behind import with_group_behind
from loaders.author_lists.listed import Listed, NameList, authorships_of, with_initials_first
from loaders.author_lists.marks import HELD, Marks, unmarked_name, without_marks
from loaders.author_lists.names_at_commas import may_be_family, names_in
from loaders.author_lists.pieces import Form, Piece, is_one_organisation, pieces_of
from loaders.fields.identifiers import orcid
from loaders.fields.name_words import (
    ACRONYM,
    BODY,
    ENDS_LIKE_AN_ORGANISATION,
    GAP,
    ORGANISATION,
    OTHERS,
    given_names,
    without_others,
)
from loaders.fields.person_names import PrintedName, in_natural_order, is_nobody
from loaders.fields.printed_structures import bare_list, printed_structure
from loaders.fields.unparsed_names import is_missing, is_organisation
from loaders.parsing.json_values import mapping
from loaders.parsing.json_values import text as text_of
from loaders.records import Affiliation, Authorship, Identifier

_PLAIN = (";", "|")
_ADORNED = re.compile(r"[^\w\s.'’-]|\d|^(?:and|Dr|Prof|Professor|PhD)\b|\b(?:Ph\.?D|M\.?D|MSc|Dr)\.?$")
_GROUP_BEHIND = re.compile(
    r"[\s,;]+(?:for|on behalf of|representing)\s+(?=(?:the\s+)?[^,;]*\b(?:collaborations?|consortium|group|team|investigators"
    r"|network|committee|initiative|society|association)\b)",
    re.IGNORECASE,
)
_TEAM = re.compile(r"^(?P<team>[^:;,|]{2,80}):\s+(?P<people>\S.*)$", re.DOTALL)
_MARK_BEFORE_COMMA = re.compile(r"[^\W\d_]\s?[\[(]?[\d*†‡§¶]{1,2}[\])]?\s*,")
_NAME_KEYS = ("name", "full_name", "fullName", "fullname", "display_name", "displayName", "author_name", "authorName",
              "creatorName", "raw_author_name", "author", "literal", "value", "label")  # fmt: skip
_FAMILY_KEYS = ("family", "last", "lastName", "last_name", "lastname", "familyName", "family_name", "surname", "keyname")
_GIVEN_KEYS = ("given", "first", "firstName", "first_name", "firstname", "givenName", "given_name", "forenames", "initials")
_ID_KEYS = (("authorId", "s2"), ("author_id", "s2"))


def read_names(
    printed: str, *, separator: str | None = None, expected: int | None = None, family_first: bool = False
) -> NameList:
    """The names of a list in one piece of text.

    `separator` is what divides it, where the reader of the file says so; `expected` how many people it has, where the source
    says so; `family_first` that by the rules of the format a comma stands between family and given name.
    """
    structure = printed_structure(printed)
    if structure is not None:
        return _of_structure(structure)
    if not any(mark in printed for mark in ";|\n"):
        printed = printed.replace("\t", "\n")
    whole = bare_list(printed) or without_braces(printed)
    text, marks = without_marks(whole if separator else with_group_behind(whole))
    text, others = without_others(text)
    gap = GAP.search(text)
    text = GAP.sub(separator_of(text), text) if gap else text
    team = _TEAM.match(text) if not separator else None
    if team and _may_be_team(team["team"]):
        text = team["people"]
    else:
        team = None
    behind = _GROUP_BEHIND.search(text)
    if behind and not separator and not ORGANISATION.search(text[: behind.start()]):
        text = f"{text[: behind.start()]}{'|' if '|' in text else ';'}{text[behind.end() :]}"
    parts = parts_of(text, separator)
    found = _listed(
        parts, marks, divide=separator is None or separator.strip() in _PLAIN, expected=expected, family_first=family_first
    )
    if team:
        found = [Listed(PrintedName(_plain(team["team"]), is_organisation=True)), *found]
    complete = not (others or gap) and not any(without_others(part)[1] for part in parts)
    undivided = any(each.printed.is_undivided for each in found)
    return NameList(tuple(found), complete and not undivided and bool(found))


def read_each(printed: Iterable[str]) -> NameList:
    """The names of a list whose items a source gives one by one, any of which may hold several."""
    items = [item for item in printed if item.strip()]
    letters = [item.strip() for item in items if len(item.strip()) == 1]
    if len(items) > 4 and 2 * len(letters) > len(items):
        return read_names("".join(item if len(item) == 1 else item.strip() for item in items))
    if len(items) == 1:
        return read_alone(items[0])
    lists = [(item, read_names(item, family_first=True)) for item in items]
    names = tuple(name for _, each in lists for name in each.names)
    told = [each for item, each in lists if not is_nobody(item)]
    return NameList(with_initials_first(names), all(each.complete for each in told) and bool(names))


def read_alone(printed: str) -> NameList:
    """The only item of a list, by the rules one name: "Family, Given". "Ann Lee, Bo Chen" may be two people all the same."""
    marked = _MARK_BEFORE_COMMA.search(printed) and len(read_names(printed).names) > 1
    found = read_names(printed, family_first=not marked)
    pieces = pieces_of(printed)
    in_two = len(pieces) == 2 and all(piece.form is Form.FULL for piece in pieces)
    if (
        len(found.names) == 1
        and found.names[0].printed.given
        and in_two
        and may_be_two_names(pieces[0].unmarked, pieces[1].unmarked)
    ):
        return NameList((_undivided(printed),), complete=False)
    names = with_initials_first(found.names)
    return NameList(names, (found.complete or is_nobody(printed)) and bool(names))


def plain_name(printed: str) -> str:
    """One name without what lists put around it: "and", titles, degrees, footnote marks, places in brackets."""
    if not _ADORNED.search(printed):
        return printed
    name = unmarked_name(without_marks(without_and(printed))[0])
    return name if sum(map(str.isalpha, name)) > 1 else printed


def authorships(names: Sequence[str], *, is_editor: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The people of a list of printed names in their order, and whether the list is complete (no "et al." in it)."""
    found = read_each(names)
    return authorships_of(found, is_editor=is_editor), found.complete


def _may_be_team(name: str) -> bool:
    """Whether what stands before a colon may be who publishes: "MaxiMum: Ann Lee, Eva Chen"."""
    return " " not in name.strip() or bool(ORGANISATION.search(name))


def _listed(parts: list[str], marks: Marks, *, divide: bool, expected: int | None, family_first: bool) -> list[Listed]:
    segmented = [segments_of(without_others(part)[0]) if divide else [pieces_of(part)] for part in parts]
    from_rules = family_first
    pairs = [segment for segments in segmented for segment in segments if _is_pair(segment)]
    family_first = family_first or len(pairs) > 1 or any(map(_is_sure_pair, pairs))
    found: list[Listed] = []
    if _are_pairs([segment for segments in segmented for segment in segments]):
        return [_name(segment, marks) for segments in segmented for segment in segments]
    for part, segments in zip(parts, segmented, strict=True):
        found += _of_part(part, segments, marks, family_first, len(parts) > 1, expected if len(parts) == 1 else None)
    if from_rules and len(found) < 2:
        return found
    return list(with_initials_first(tuple(found), dotted=not from_rules))


def _are_pairs(segments: list[list[Piece]]) -> bool:
    """Whether every name is "Family, Given", most of them plainly: then "S, Ann" and "R. Costa, Eva" are so too."""
    plain = sum(may_be_family(segment[0]) for segment in segments if segment)
    return (
        len(segments) > 1
        and 2 * plain >= len(segments) + (len(segments) < 3)
        and all(len(segment) == 2 for segment in segments)
        and not any(piece.form is Form.ORGANISATION for segment in segments for piece in segment)
        and any(may_be_family(segment[0]) and segment[1].form is not Form.INITIALS for segment in segments)
    )


def _is_pair(segment: list[Piece]) -> bool:
    return len(segment) == 2 and segment[0].form in (Form.WORD, Form.FULL) and segment[1].form is not Form.ORGANISATION


def _is_sure_pair(segment: list[Piece]) -> bool:
    return _is_pair(segment) and segment[0].form is Form.WORD and segment[1].form in (Form.FULL, Form.FAMILY_INITIALS)


def _of_part(
    part: str, segments: list[list[Piece]], marks: Marks, family_first: bool, several: bool, expected: int | None
) -> list[Listed]:
    part, _ = without_others(part)
    bare = unmarked_name(part)
    if is_missing(bare) or OTHERS.fullmatch(bare):
        return []
    if not segments:
        return [_undivided(part)]
    if is_one_organisation(segments):
        return [Listed(PrintedName(" ".join(HELD.sub("", part).split()), is_organisation=True), *marks.beside(part))]
    place = ""
    if several and len(segments) == 1:
        segments, place = _without_place(segments)
    if "&" in part and all(len(segment) == 1 and segment[0].form is Form.WORD for segment in segments) and len(segments) == 2:
        return [_undivided(part)]
    names = names_in(segments, family_first=family_first, expected=expected)
    if names is None or not all(map(_could_be_a_name, names)):
        return [_undivided(part)]
    found = [_name(name, marks) for name in names if not (len(name) == 1 and _stands_for_nobody(name[0].unmarked))]
    return [replace(each, affiliations=(*each.affiliations, Affiliation(place))) for each in found] if place else found


def _stands_for_nobody(name: str) -> bool:
    return bool(OTHERS.fullmatch(name)) or is_missing(name)


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 2 and text.isalnum()


def _without_place(segments: list[list[Piece]]) -> tuple[list[list[Piece]], str]:
    """The pieces before the first that is an organisation's, and the rest, where the person works: "Lee, A., University of X"."""
    pieces = segments[0]
    if not pieces:
        return segments, ""
    at = next((at for at, piece in enumerate(pieces) if piece.form is Form.ORGANISATION), 0)
    if not at and len(pieces) == 2 and pieces[0].form is Form.FULL and _is_acronym(pieces[1].unmarked):
        at = 1
    if pieces[0].form is Form.FAMILY_INITIALS and len(pieces) > 1 and _is_country(pieces[-1]):
        at = 1
    if not at or at > 2:
        return segments, ""
    return [pieces[:at]], ", ".join(piece.unmarked for piece in pieces[at:])


def _is_country(piece: Piece) -> bool:
    """Whether a piece is capitals alone ("UK", "USA"), where no initials can be: they stand before it already."""
    return piece.unmarked.isalpha() and piece.unmarked.isupper() and 1 < len(piece.unmarked) < 4


def _could_be_a_name(pieces: list[Piece]) -> bool:
    """Whether there is more than initials, one letter, or digits."""
    family = pieces[0].unmarked
    letters = sum(map(str.isalpha, family))
    return (
        (letters > 1 and pieces[0].form is not Form.INITIALS)
        or (len(pieces) > 1 and letters > 0)
        or (family.isalpha() and letters > 1)
    )


def _undivided(part: str) -> Listed:
    return Listed(PrintedName(" ".join(HELD.sub("", part).split()), is_undivided=True))


def _name(pieces: list[Piece], marks: Marks) -> Listed:
    held = "".join(piece.text for piece in pieces)
    ids, places = marks.beside(held)
    return Listed(_printed(pieces), ids, places, marks.says_editor(held))


def _printed(pieces: list[Piece]) -> PrintedName:
    suffix = next((piece.suffix for piece in pieces if piece.suffix), "")
    first = pieces[0]
    if len(pieces) == 1 and _is_organisation(first):
        return PrintedName(_plain(first.text), is_organisation=True)
    if len(pieces) == 1 and suffix:
        return PrintedName(f"{first.unmarked} {suffix}")
    text = ", ".join(filter(None, (*(piece.unmarked for piece in pieces), suffix)))
    return in_natural_order(text) if len(pieces) > 1 else PrintedName(text)


def _is_organisation(piece: Piece) -> bool:
    if " " not in piece.unmarked:
        return bool(ACRONYM.fullmatch(piece.unmarked)) or (is_organisation(piece.unmarked) and not piece.unmarked.isupper())
    if BODY.fullmatch(piece.unmarked):
        return True
    if ENDS_LIKE_AN_ORGANISATION.search(piece.unmarked):
        return True
    return piece.form is Form.ORGANISATION and (len(piece.unmarked.split()) > 2 or piece.first not in given_names())


def _plain(name: str) -> str:
    return " ".join(HELD.sub("", name).split()).removeprefix("the ")


def _of_structure(items: list[object]) -> NameList:
    found: list[Listed] = []
    complete = True
    for item in items:
        each = _of_mapping(item) if isinstance(item, Mapping) else None
        if each:
            found.append(each)
        elif isinstance(item, str | int | float):
            listed = read_names(str(item))
            found += listed.names
            complete = complete and (listed.complete or is_nobody(str(item)))
        elif isinstance(item, list | tuple):
            listed = read_names(", ".join(str(part) for part in item if part))
            found += listed.names
    return NameList(with_initials_first(tuple(found)), complete and bool(found))


def _of_mapping(item: object) -> Listed | None:
    """The person of an object of any of the usual shapes."""
    given = mapping(item)
    inner = given.get("author")
    if isinstance(inner, Mapping):
        return _of_mapping(inner)
    family = next((found for key in _FAMILY_KEYS if (found := text_of(given.get(key)))), None)
    first = next((found for key in _GIVEN_KEYS if (found := text_of(given.get(key)))), None)
    whole = next((found for key in _NAME_KEYS if (found := text_of(given.get(key)))), None)
    known = next((found for key in ("orcid", "ORCID", "orcid_id") if (found := orcid(text_of(given.get(key))))), None)
    ids = [Identifier("orcid", known)] if known else []
    ids += [Identifier(scheme, found) for key, scheme in _ID_KEYS if (found := text_of(given.get(key)))]
    if family and first:
        return Listed(in_natural_order(f"{family}, {first}"), tuple(ids))
    listed = read_names(whole or family or first or "").names
    return replace(listed[0], ids=(*ids, *listed[0].ids)) if len(listed) == 1 else None

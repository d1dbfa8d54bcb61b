"""Names that a source gives as one person's and that hold more or less than one: "Ann Lee and Bo Chen", "Lee, A.; Chen, B.",
"Ann Lee et al.".
"""

import re

from msgspec.structs import replace

from loaders.author_lists.dividers import without_and
from loaders.author_lists.east_asian import has_east_asian_letters
from loaders.author_lists.groups_behind import with_group_behind
from loaders.author_lists.listed import Listed, NameList
from loaders.author_lists.marks import HELD
from loaders.author_lists.pieces import Form, form_of, pieces_of
from loaders.author_lists.reading import read_names
from loaders.fields.name_words import LEGAL_FORM, ORGANISATION, OTHERS, PARTICLES, given_names, without_others
from loaders.fields.person_names import PrintedName, authorship
from loaders.fields.unparsed_names import is_missing, is_organisation, undivided
from loaders.records import Affiliation, Authorship, Identifier

_DIVIDES = re.compile(r"[;,|&\n、；，]|\s/\s|\b(?:and|und|och|og|et|y|e|with)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[;|]|\s(?:and|&)\s")
_STRONG = re.compile(r"[;|\n；]")
_NO_NAME = re.compile(r"[\d()\[\]]|\S/|/\S")
_GROUP = re.compile(r"\b(?:collaborations?|consortium|group|team|investigators|collaborators)$", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]\.|[^\W\d_](?=\s)")
_MOST_WORDS = 5
_MOST_EAST_ASIAN = 5


def people_in(printed: str, *, family_first: bool = False) -> NameList | None:
    """Who is named; None where it is one name, which the format's own rules read.

    Several people are told apart where that is sure. What may be several people, or none, is one name of the kind "undivided",
    as printed. `family_first` says that by the rules of the format a comma stands between family and given name.
    """
    text, others = without_others(with_group_behind(printed.strip()))
    if OTHERS.fullmatch(printed.strip()) or not (others or _DIVIDES.search(text)):
        return None
    listed = read_names(text, family_first=family_first)
    names = listed.names
    others = others or (bool(names) and not listed.complete and not any(each.printed.is_undivided for each in names))
    if len(names) < 2 and not _is_list(text, names, family_first=family_first):
        return NameList(names, complete=False) if others and names else None
    if ORGANISATION.search(text.replace("&", " ")) and not _is_person_and_group(names) and not _STRONG.search(text):
        return None
    if _is_sure(text, names, family_first=family_first):
        return NameList(names, complete=not others)
    if "&" in text and not _STRONG.search(text):
        return None
    return NameList((Listed(PrintedName(" ".join(printed.split()), is_undivided=True)),), complete=False)


def authorships_in(
    printed: str,
    position: int,
    *,
    family_first: bool = False,
    ids: tuple[Identifier, ...] = (),
    affiliations: tuple[Affiliation, ...] = (),
    is_editor: bool = False,
) -> tuple[tuple[Authorship, ...], bool] | None:
    """The authorships of `people_in` from `position` on, and whether the name names everybody; None where it is one name.

    Affiliations are taken to be everybody's. Identifiers are one person's, and nobody can tell whose.
    """
    listed = people_in(printed, family_first=family_first)
    if listed is None:
        return None
    several = len(listed.names) > 1
    people = tuple(
        replace(
            authorship(
                each.printed,
                at,
                ids=each.ids if several else ids or each.ids,
                affiliations=each.affiliations or affiliations,
                is_editor=is_editor,
            ),
            shared_ids=ids if several else (),
        )
        for at, each in enumerate(listed.names, position)
    )
    return people, listed.complete


def in_parts(given: str, family: str) -> tuple[Listed, ...]:
    """The people of a name that was divided into given and family name though it lists several ("Ann", "Lee and Bo Chen"); none
    for any other."""
    if not _BETWEEN.search(f"{given} {family}"):
        return ()
    people = people_in(f"{given} {family}")
    return people.names if people and len(people.names) > 1 else ()


def read_one(printed: str) -> tuple[Listed, ...]:
    """Whom a name that a list gives as one is: one person or organisation, several people, or nobody."""
    if is_missing(printed) or OTHERS.fullmatch(printed.strip()):
        return ()
    printed = without_and(printed)
    if people := people_in(printed, family_first=True):
        return people.names
    listed = read_names(printed, family_first=True).names
    if len(listed) == 1 and not (listed[0].printed.is_undivided or is_organisation(printed)):
        return listed
    return (Listed(undivided(printed)),)


def _is_list(text: str, names: tuple[Listed, ...], *, family_first: bool) -> bool:
    """Whether what is read as one name may be several all the same: it cannot be told, or the other order of names says so."""
    if not names or LEGAL_FORM.fullmatch(text):
        return False
    if names[0].printed.is_undivided:
        return True
    return not (family_first or names[0].printed.is_organisation) and len(read_names(text, family_first=True).names) > 1


def _is_sure(text: str, names: tuple[Listed, ...], *, family_first: bool) -> bool:
    """Whether these are people, and the text can be read in no other way."""
    if len(names) < 2 or any(each.printed.is_undivided for each in names):
        return False
    if _STRONG.search(text):
        return True
    if _NO_NAME.search(text) or not all(_is_person(each.printed) or _is_group(each.printed) for each in names):
        return False
    if family_first or not _is_pair_of_wholes(text):
        return True
    return len(read_names(text, family_first=True).names) == len(names) or _are_given_first(text)


def _is_pair_of_wholes(text: str) -> bool:
    """Whether one comma stands between words of which the first may be two family names: "García Márquez, Gabriel José"."""
    pieces = pieces_of(text)
    return len(pieces) == 2 and all(piece.form is Form.FULL for piece in pieces)


def _are_given_first(text: str) -> bool:
    """Whether both names begin with a given name, or with an initial, and the second does not end with one."""
    first, second = pieces_of(text)
    known = given_names()
    begins = [piece.first in known or bool(_INITIAL.match(piece.unmarked)) for piece in (first, second)]
    return all(begins) and second.unmarked.split()[-1].casefold() not in known


def _is_person(printed: PrintedName) -> bool:
    """Whether a name has the form of a person's: a divided one, or two to five words in capitals but for particles."""
    if printed.is_organisation:
        return False
    words = HELD.sub("", printed.name).split()
    if has_east_asian_letters(printed.name):
        return len(words) == 1 and 1 < len(words[0]) <= _MOST_EAST_ASIAN
    if printed.family and printed.given:
        return True
    return (
        1 < len(words) <= _MOST_WORDS
        and form_of(printed.name) in (Form.FULL, Form.FAMILY_INITIALS)
        and all(not word[0].islower() or word.casefold() in PARTICLES for word in words)
    )


def _is_group(printed: PrintedName) -> bool:
    return printed.is_organisation and bool(_GROUP.search(printed.name))


def _is_person_and_group(names: tuple[Listed, ...]) -> bool:
    return any(map(_is_group, (each.printed for each in names))) and all(
        _is_group(each.printed) or _is_person(each.printed) for each in names
    )

"""Creators of Dublin Core: a name, behind which journals put where the person works, and some repositories an ORCID."""

import re

from msgspec.structs import replace

from loaders.author_lists.marks import is_place
from loaders.author_lists.names_in_one import read_one
from loaders.fields.identifiers import orcid
from loaders.fields.person_names import authorship, is_others
from loaders.fields.unparsed_names import is_missing
from loaders.records import Affiliation, Authorship, Identifier

_ORCID_BEHIND = re.compile(
    r"[\s,;]*[\[(<]?\s*(?:ORCID(?:\s*iD)?\s*[:=]?\s*)?(?:https?://)?(?:www\.)?orcid\.org/\S+|[\s,;]*\(?ORCID(?:\s*iD)?\s*[:=]?\s*[\dX-]{19}\)?",
    re.IGNORECASE,
)
_MOST_WORDS = 4


def creators(names: list[str], beside: list[str], *, is_editor: bool = False) -> tuple[tuple[Authorship, ...], list[str], bool]:
    """The people in order, the names that were listed more than once, and whether the list names all.

    Journals in two languages list everybody once for each; somebody listed again under the same words is the same.
    """
    found: list[Authorship] = []
    repeated: dict[str, None] = {}
    seen: set[str] = set()
    for at, printed in enumerate(names):
        known = orcid(beside[at] if at < len(beside) else "") or orcid(printed)
        text = _ORCID_BEHIND.sub("", printed).strip()
        if is_others(text) or is_missing(text):
            continue
        if text.casefold() in seen:
            repeated[text] = None
            continue
        seen.add(text.casefold())
        found += _people(text, known, len(found) + 1, alone=len(names) == 1, is_editor=is_editor)
    complete = not any(map(is_others, names)) and not any(one.kind == "undivided" for one in found)
    return tuple(found), list(repeated), bool(found) and complete


def _people(text: str, known: str | None, position: int, *, alone: bool, is_editor: bool) -> list[Authorship]:
    """Whom a creator names. Behind the semicolon of one alone may stand further people, of one among many it is a place."""
    name, _, behind = (part.strip() for part in text.partition(";"))
    place = behind if behind and "," in name and (_is_place(behind) or not alone) else ""
    listed = read_one(name if place else text)
    places = (Affiliation(" ".join(place.strip(" ;.").split())),) if place else ()
    ids = (Identifier("orcid", known),) if known else ()
    people = [
        authorship(each.printed, at, ids=each.ids, affiliations=each.affiliations or places, is_editor=is_editor)
        for at, each in enumerate(listed, position)
    ]
    if len(people) == 1:
        return [replace(people[0], ids=ids or people[0].ids)]
    return [replace(person, shared_ids=ids) for person in people]


def _is_place(text: str) -> bool:
    """Whether what stands behind the semicolon of a name is where the person works, and not another "Family, Given"."""
    parts = [part.strip() for part in text.split(";")]
    pairs = all(part.count(",") == 1 and len(part.split()) <= _MOST_WORDS for part in parts)
    return is_place(text) or not pairs

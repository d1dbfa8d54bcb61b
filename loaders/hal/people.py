"""Authors in answers of HAL's search: names in one list or two, and fields that tie them to ids and to their laboratories."""

import re
from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.parsing.json_values import JsonObject, sequence, text, texts
from loaders.records import Affiliation, Identifier

_FACET, _JOIN = "_FacetSep_", "_JoinSep_"
_AUTHOR = re.compile(r"(?P<form>\d+)-(?P<person>\d+)")
_NOT_WRITERS = {
    "ths",
    "dir",
    "trl",
    "ill",
    "pho",
    "prd",
    "stm",
    "sad",
    "dis",
    "med",
    "spk",
    "wam",
    "win",
    "pro",
    "dev",
    "enq",
}
_EDITORS = {"edt", "sec", "pbd"}


def people(value: JsonObject) -> People:
    """The authors in their order. Affiliations and ids go to the author of that name where no other has it."""
    names = [text(one) or "" for one in sequence(value.get("authFullName_s"))]
    families, givens = _aligned(value, "authLastName_s", names), _aligned(value, "authFirstName_s", names)
    roles = _aligned(value, "authQuality_s", names)
    if not names:
        families, givens = (list(texts_kept(value.get(field))) for field in ("authLastName_s", "authFirstName_s"))
        names = (
            [f"{given} {family}" for family, given in zip(families, givens, strict=False)]
            if len(families) == len(givens)
            else families
        )
        givens = givens if len(families) == len(givens) else [""] * len(families)
        roles = _aligned(value, "authQuality_s", names)
    places, ids = _places(value), _ids(value)
    once = {name for name in names if names.count(name) == 1}
    entries = [
        AuthorEntry(
            name=name if not (family and given) else "",
            family=family,
            given=given,
            ids=ids.get(name, ()) if name in once else (),
            affiliations=tuple(dict.fromkeys(places.get(name, ()))) if name in once else (),
            role="editor" if role in _EDITORS else "author",
        )
        for name, family, given, role in zip(names, families, givens, roles, strict=True)
        if role not in _NOT_WRITERS
    ]
    groups = [AuthorEntry(name=name, is_organisation=True) for name in texts(value.get("collaboration_s"))]
    return people_of((*entries, *groups))


def texts_kept(value: object) -> Iterator[str]:
    """The texts of a list, those that come twice included."""
    return (text(one) or "" for one in sequence(value))


def _aligned(value: JsonObject, field: str, names: list[str]) -> list[str]:
    given = list(texts_kept(value.get(field)))
    return given if len(given) == len(names) else [""] * len(names)


def _places(value: JsonObject) -> dict[str, list[Affiliation]]:
    """The laboratories by the names of authors: "12-34_FacetSep_Ana Ruiz_JoinSep_567_FacetSep_Institute of Soils". The field of
    all structures names universities above them too; that of the primary ones, where it is given, does not."""
    found: dict[str, list[Affiliation]] = {}
    for field in ("authIdHasPrimaryStructure_fs", "authIdHasStructure_fs"):
        for one in texts(value.get(field)):
            author, joined, structure = one.partition(_JOIN)
            name, place = author.partition(_FACET)[2], structure.partition(_FACET)[2]
            if joined and name and place:
                found.setdefault(name, []).append(Affiliation(name=place))
        if found:
            break
    return found


def _ids(value: JsonObject) -> dict[str, tuple[Identifier, ...]]:
    """The idHAL of authors by their names; a person without one has none here, HAL's numbers being of forms of names."""
    found: dict[str, tuple[Identifier, ...]] = {}
    for one in texts(value.get("authFullNameIdHal_fs")):
        name, _, known = one.partition(_FACET)
        if name and known:
            found[name] = (Identifier("hal", known),)
    for one in texts(value.get("authIdHalFullName_fs")):
        known, _, name = one.partition(_FACET)
        if name and known:
            found.setdefault(name, (Identifier("hal", known),))
    for one in texts(value.get("authFullNameFormIDPersonIDIDHal_fs")):
        name, numbers, known = (*one.split(_FACET), "", "")[:3]
        if name and known and _AUTHOR.fullmatch(numbers):
            found.setdefault(name, (Identifier("hal", known),))
    return found

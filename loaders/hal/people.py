"""Authors in answers of HAL's search: names in one list or two, and fields that tie them to ids and to their laboratories."""

import re
from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.links import orcid_ids
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
    places, ids, orcids = _places(value), _ids(value), _aligned(value, "authORCIDIdExt_s", names)
    once = {name for name in names if names.count(name) == 1}
    entries = [
        AuthorEntry(
            name=name if not (family and given) else "",
            family=family,
            given=given,
            ids=(*(ids.get(name, ()) if name in once else ()), *orcid_ids(orcid)),
            affiliations=tuple(dict.fromkeys(places.get(name, ()))) if name in once else (),
            role="editor" if role in _EDITORS else "author",
        )
        for name, family, given, role, orcid in zip(names, families, givens, roles, orcids, strict=True)
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
    rors, countries = (_of_structures(value, field) for field in ("structRorIdExt_s", "structCountry_s"))
    for field in ("authIdHasPrimaryStructure_fs", "authIdHasStructure_fs"):
        for one in texts(value.get(field)):
            author, joined, structure = one.partition(_JOIN)
            name, (number, _, place) = author.partition(_FACET)[2], structure.partition(_FACET)
            if joined and name and place:
                ids = ("hal", number), ("ror", rors.get(number))
                found.setdefault(name, []).append(affiliation_with(place, *ids, country=countries.get(number)))
        if found:
            break
    return found


def _of_structures(value: JsonObject, field: str) -> dict[str, str]:
    """What a field says of structures, by their numbers. HAL lists it without gaps: of whom it is shows where all have it."""
    numbers, known = [str(one) for one in sequence(value.get("structId_i"))], texts(value.get(field))
    return dict(zip(numbers, known, strict=True)) if len(numbers) == len(known) else {}


def _ids(value: JsonObject) -> dict[str, tuple[Identifier, ...]]:
    """The idHAL of authors by their names. A person without one has none here, HAL's numbers being of forms of names; in the last
    field the number of the person stands in its place."""
    found: dict[str, tuple[Identifier, ...]] = {}
    for one in texts(value.get("authFullNameIdHal_fs")):
        name, _, known = one.partition(_FACET)
        if name and known and not known.isdigit():
            found[name] = (Identifier("hal", known),)
    for one in texts(value.get("authIdHalFullName_fs")):
        known, _, name = one.partition(_FACET)
        if name and known and not known.isdigit():
            found.setdefault(name, (Identifier("hal", known),))
    for one in texts(value.get("authFullNameFormIDPersonIDIDHal_fs")):
        name, numbers, known = (*one.split(_FACET), "", "")[:3]
        if name and known and not known.isdigit() and _AUTHOR.fullmatch(numbers):
            found.setdefault(name, (Identifier("hal", known),))
    return found

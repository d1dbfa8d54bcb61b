"""Authors of a Web of Science record: names, and the addresses and person identifiers that other fields give for them.

Field tags: https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from loaders.fields.identifiers import orcid
from loaders.fields.person_names import PrintedName, authorship, divided, in_natural_order, is_nobody, is_others
from loaders.records import Affiliation, Authorship, Identifier

_GROUP = re.compile(r"\[(?P<names>[^\]]*)\]\s*(?P<address>[^\[]*)")
_PERSON = re.compile(r"(?P<name>[^/;]+)/(?P<id>[^/;\s]+)")
_RESEARCHER_ID = re.compile(r"[A-Z]{1,3}-\d{4}-\d{4}", re.IGNORECASE)


def wos_authors(
    short: list[str],
    full: list[str],
    groups: list[str],
    *,
    addresses: Iterable[str] = (),
    researcher_ids: str = "",
    orcids: str = "",
) -> tuple[tuple[Authorship, ...], list[str]]:
    """The authors in order, and the names beside identifiers that fit no author or more than one.

    `short` are the names of AU, `full` those of AF, used instead where there are as many; `groups` the group authors of CA.
    An address goes to the authors named in brackets before it; without brackets to all, if there is one address or one author.
    """
    short = [name for name in short if name.strip() and not is_others(name) and not is_nobody(name)]
    full = [name for name in full if name.strip() and not is_others(name) and not is_nobody(name)]
    chosen = full if len(full) >= len(short) else short
    initials = set(short)
    names = [_name(name, name in initials) for name in chosen]
    keys = [{_key(name)} | ({_key(short[at])} if len(short) == len(chosen) else set()) for at, name in enumerate(chosen)]
    places = _places(list(addresses), keys)
    ids, unplaced = _ids(keys, names, researcher_ids, orcids)
    people = [
        authorship(name, number, ids=tuple(ids[number - 1]), affiliations=tuple(places[number - 1]))
        for number, name in enumerate(names, 1)
    ]
    organisations = (PrintedName(" ".join(group.split()), is_organisation=True) for group in groups)
    people += [authorship(group, len(names) + number) for number, group in enumerate(organisations, 1)]
    return tuple(people), unplaced


def _name(printed: str, is_short: bool) -> PrintedName:
    family, comma, given = printed.partition(",")
    parts = [part.strip() for part in given.split(",")]
    if not comma or not parts[0]:
        return in_natural_order(printed)
    return divided(family.strip(), parts[0], " ".join(parts[1:]), only_initials=is_short)


def _places(addresses: list[str], keys: list[set[str]]) -> list[list[Affiliation]]:
    found: list[list[Affiliation]] = [[] for _ in keys]
    grouped = [match for address in addresses for match in _GROUP.finditer(address)]
    positions = _positions(keys)
    for match in grouped:
        for at in sorted({at for name in match["names"].split(";") for at in positions.get(_key(name), ())}):
            _add(found[at], match["address"])
    plain = [] if grouped else [address for address in addresses if address.strip()]
    if len(plain) == 1 or len(keys) == 1:
        for places in found:
            for address in plain:
                _add(places, address)
    return found


def _positions(keys: list[set[str]]) -> dict[str, list[int]]:
    """Where each key stands."""
    found: dict[str, list[int]] = {}
    for at, held in enumerate(keys):
        for key in held:
            found.setdefault(key, []).append(at)
    return found


def _add(places: list[Affiliation], address: str) -> None:
    name = " ".join(address.split()).strip(" ;").removesuffix(".")
    if name and Affiliation(name) not in places:
        places.append(Affiliation(name))


def identified(authors: tuple[Authorship, ...], researcher_ids: str, orcids: str) -> tuple[Authorship, ...]:
    """`authors` with the identifiers that the fields RI and OI give for them by name ("Law, Christopher/E-7174-2011")."""
    names = [PrintedName(author.name, author.family, author.given) for author in authors]
    keys = [{_key(f"{name.family}{name.given}")} if name.family else {_key(name.name)} for name in names]
    found, _ = _ids(keys, names, researcher_ids, orcids)
    return tuple(replace(author, ids=tuple(ids)) if ids else author for author, ids in zip(authors, found, strict=True))


def _ids(
    keys: list[set[str]], names: list[PrintedName], researcher_ids: str, orcids: str
) -> tuple[list[list[Identifier]], list[str]]:
    found: list[list[Identifier]] = [[] for _ in keys]
    unplaced = []
    positions = _positions(keys)
    families = _positions([{_key(name.family or "")} for name in names])
    for name, identifier in _persons(researcher_ids, orcids):
        family, _, given = name.partition(",")
        fitting = positions.get(_key(name)) or [at for at in families.get(_key(family), ()) if _may_be(given, names[at].given)]
        if len(fitting) != 1 or any(held.scheme == identifier.scheme for held in found[fitting[0]]):
            unplaced.append(f"{name} ({identifier.value})")
        else:
            found[fitting[0]].append(identifier)
    return found, unplaced


def _persons(researcher_ids: str, orcids: str) -> Iterator[tuple[str, Identifier]]:
    for match in _PERSON.finditer(" ".join(orcids.split())):
        if value := orcid(match["id"]):
            yield match["name"].strip(), Identifier("orcid", value)
    for match in _PERSON.finditer(" ".join(researcher_ids.split())):
        if _RESEARCHER_ID.fullmatch(match["id"]):
            yield match["name"].strip(), Identifier("wos", match["id"].upper())


def _may_be(given: str, known: str | None) -> bool:
    """Whether one given name begins like the other, or one is initials of which the first fits."""
    mine, theirs = _key(given), _key(known or "")
    if not mine or not theirs or mine[0] != theirs[0]:
        return False
    return mine.startswith(theirs) or theirs.startswith(mine) or _are_initials(given) or _are_initials(known or "")


def _are_initials(given: str) -> bool:
    return all(len(word) <= 1 for word in re.split(r"[\s.-]+", given))


def _key(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in decomposed if character.isalnum())

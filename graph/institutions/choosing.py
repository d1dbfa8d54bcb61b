"""Which of an address's parts are institutions, and which are parts of them."""

import re

import msgspec

from graph.institutions.cleaning import without_role
from graph.institutions.inner import unit_and_institution
from graph.institutions.keys import organisation_key
from graph.institutions.kinds import Kind, kind_of, known, words_of

_MOST_THAT_SHARE = 2
_BESIDE = (Kind.COUNCIL, Kind.COMPANY)
_FEDERAL = frozenset(
    map(organisation_key, ("University of London", "U. of London", "University of Wales", "National University of Ireland"))
)
_OF_A_SUBJECT = frozenset(["of", "for", "fur", "di", "de", "per", "do", "des"])
_AFFILIATED = re.compile(r"(?:affiliated|attached|formerly|under)\b", re.IGNORECASE)


class Named(msgspec.Struct, frozen=True, gc=False):
    """An institution, the parts of it that are named, and whether the address's place is said of it."""

    organisation: str | None
    unit: str | None
    is_there: bool = True


def institutions_in(parts: list[str]) -> list[Named]:
    """The institutions among the parts of one address, in their order, each with its units.

    The place at the end is that of the last of them, and of the councils of research, which have no place of their own.
    """
    divided = [piece for part in _with_federal(parts) for piece in _pieces(part)]
    at = _chosen(divided)
    if not at:
        units = [part for part, kind in divided if kind > Kind.STREET]
        return [Named(None, ", ".join(units) or None)]
    sharing = [own for own in at if known("council").any(words_of(divided[own][0])[:1])]
    at_home = {*sharing, *[own for own in at if own not in sharing][-1:]}
    return [Named(divided[own][0], ", ".join(_units(divided, at, own, set(sharing))) or None, own in at_home) for own in at]


def _with_federal(parts: list[str]) -> list[str]:
    """The parts with a federal university joined to the college before it: "Queen Mary, University of London" is one name."""
    found: list[str] = []
    for part in parts:
        if found and organisation_key(part) in _FEDERAL and kind_of(found[-1]) in (Kind.OTHER, Kind.COLLEGE):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _pieces(part: str) -> list[tuple[str, Kind]]:
    """A part, or the two that stand in it without a comma, with their kinds."""
    part = without_role(part)
    unit, name = unit_and_institution(part)
    if unit is None:
        return [(part, kind_of(part))]
    return (
        [(unit, Kind.DEPARTMENT), (name, Kind.UNIVERSITY)]
        if part.startswith(unit)
        else [(name, Kind.UNIVERSITY), (unit, Kind.DEPARTMENT)]
    )


def _chosen(parts: list[tuple[str, Kind]]) -> list[int]:
    """Which parts are institutions of their own."""
    kinds = [Kind.UNIT if at and _AFFILIATED.match(part) else kind for at, (part, kind) in enumerate(parts)]
    best = max((kind for kind in kinds if kind not in _BESIDE), default=Kind.NOTHING)
    beside = [at for at, kind in enumerate(kinds) if kind in _BESIDE]
    if best is Kind.UNIVERSITY:
        own = _universities(parts, kinds)
    elif beside and (best < Kind.SCHOOL or (best is Kind.INSTITUTE and _is_of_subject(parts[kinds.index(best)][0]))):
        own = []
    else:
        own = _one(kinds, best)
    chosen: dict[str, int] = {}
    for at in sorted([*own, *beside]):
        chosen.setdefault(organisation_key(parts[at][0]), at)
    return sorted(chosen.values())


def _universities(parts: list[tuple[str, Kind]], kinds: list[Kind]) -> list[int]:
    own = [at for at, kind in enumerate(kinds) if kind is Kind.UNIVERSITY]
    federal = [at for at in own if organisation_key(parts[at][0]) in _FEDERAL]
    if not federal:
        return own
    others = [at for at in own if at not in federal]
    return others or [at for at, kind in enumerate(kinds) if kind in (Kind.COLLEGE, Kind.SCHOOL, Kind.OTHER)][:1] or federal


def _is_of_subject(part: str) -> bool:
    return bool(_OF_A_SUBJECT & set(words_of(part)))


def _one(kinds: list[Kind], best: Kind) -> list[int]:
    if best > Kind.CENTER:
        return [kinds.index(best)]
    named = [at for at, kind in enumerate(kinds) if kind in (Kind.OTHER, Kind.CENTER)]
    if not named:
        return [at for at, kind in enumerate(kinds) if kind is Kind.UNIT][:1]
    centers = [at for at in named if kinds[at] is Kind.CENTER]
    return named[:1] if named[0] == 0 or not centers else centers[:1]


def _units(parts: list[tuple[str, Kind]], chosen: list[int], own: int, sharing: set[int]) -> list[str]:
    """The parts of one institution: those beside it, up to the next that is named.

    Councils of research share what is said of the others, and so do two institutions that nothing stands between.
    """
    names = {organisation_key(parts[at][0]) for at in chosen} | _FEDERAL
    said = [at for at, (part, kind) in enumerate(parts) if kind > Kind.STREET and not _AFFILIATED.match(part)]
    said = [at for at in said if at not in chosen and organisation_key(parts[at][0]) not in names]
    others = [at for at in chosen if at not in sharing]
    is_between = bool(others) and any(others[0] < at < others[-1] for at in said)
    if own not in sharing and len(others) > 1 and (is_between or len(others) > _MOST_THAT_SHARE):
        before_first = any(at < others[0] for at in said)
        said = [at for at in said if (_next(others, at) if before_first else _previous(others, at)) == own]
    return list(dict.fromkeys(parts[at][0] for at in said))


def _next(chosen: list[int], at: int) -> int:
    return next((one for one in chosen if one > at), chosen[-1])


def _previous(chosen: list[int], at: int) -> int:
    return next((one for one in reversed(chosen) if one < at), chosen[0])

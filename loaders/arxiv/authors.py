"""arXiv's author strings ("A. Author (1), B. Author (2) ((1) CERN, (2) DESY) for the X Collaboration") taken apart.

Format: https://info.arxiv.org/help/prep.html#author
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from loaders.author_lists.names_in_one import authorships_in, in_parts
from loaders.author_lists.reading import plain_name
from loaders.fields.name_words import SUFFIX
from loaders.fields.person_names import authorship as authorship_of
from loaders.fields.person_names import bare_parts, in_natural_order, is_nobody, is_others, natural_name
from loaders.fields.unparsed_names import is_organisation
from loaders.fields.xml_words import composed
from loaders.records import Affiliation, Authorship

_TOKEN = re.compile(r"[()]|,|;|(?<=\s)(?:and|&)(?=\s)|[^(),;\s]+|\s+|[(),;&]")
_GROUP = re.compile(r"\b(?:collaborations?|consortium|experiment)\b|\bteam$|\bgroup$|\bcommittee$", re.IGNORECASE)
_LEAD_IN = re.compile(r"^(?:and\s+)?(?:(?:for|on behalf of|representing|with)\s+)(?=.*collaboration|the\s)", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s+(?:for|on behalf of|representing)\s+(?=(?:the\s+)?.*\b(?:collaborations?|consortium|team|group)\b)", re.IGNORECASE
)
_OTHERS_BEHIND = re.compile(r"[\s,]+(?:et\.?\s*al\.?|and\s+others|and\s+\d+\s+(?:more|others|co-?authors).*)$", re.IGNORECASE)
_COLON = re.compile(r"\s*:\s*$")
_TEAM_BEFORE = re.compile(r"^\s*(?P<team>[^:,;()]{2,80}?)\s*:\s*(?=\S)")
_NUMBERS = re.compile(r"[\s,]*(?:\d{1,3}|[a-z*†‡§])(?:(?:\s*(?:,|and|&|;)\s*)(?:\d{1,3}|[a-z*†‡§]))*[\s,]*")
_LEGEND = re.compile(r"\(\s*(?P<a>\d{1,3})\s*\)[\s:]*|(?:^|(?<=[;,]\s)|(?<=[;,]))\s*(?P<b>\d{1,3})[\s.:]+(?=[^\d\s])")


def authors_of(printed: str) -> tuple[tuple[Authorship, ...], bool]:
    """The authors of a string in their order, and whether it names all of them. Text in brackets is their affiliations."""
    team = _TEAM_BEFORE.match(printed)
    names, legend = _split(printed[team.end() :] if team else printed)
    complete = True
    authors: list[Authorship] = [_team(team["team"])] if team else []
    for name, brackets in names:
        if is_others(name) or not name:
            complete = complete and not is_others(name)
            continue
        if _OTHERS_BEHIND.search(name):
            complete, name = False, _OTHERS_BEHIND.sub("", name)
        for part in _BEHIND.split(name):
            authors.append(authorship(part, len(authors) + 1, affiliations=_affiliations(brackets, legend)))
    return tuple(authors), complete and bool(authors)


def authorship(
    name: str,
    position: int,
    *,
    family: str = "",
    given: str = "",
    affiliations: tuple[Affiliation, ...] = (),
) -> Authorship:
    """An author; "for the BABAR Collaboration" is the BABAR Collaboration, an organisation."""
    name = composed(name)
    group = not given and (bool(_GROUP.search(name)) or is_organisation(name))
    if group:
        name, family = _LEAD_IN.sub("", name).strip(), ""
        name = name[4:] if name.lower().startswith("the ") else name
    elif family and given and (family, given) != (parts := bare_parts(family, given)):
        family, given = parts
        name = natural_name(given, family)
    elif not _COLON.search(name):
        name = plain_name(name)
    return Authorship(
        name=name,
        position=position,
        family=composed(family) or None,
        given=composed(given) or None,
        affiliations=affiliations,
        kind="organisation" if group else "person",
    )


def people(
    name: str, *, family: str = "", given: str = "", affiliations: tuple[Affiliation, ...] = (), family_first: bool = False
) -> tuple[tuple[Authorship, ...], bool]:
    """Whom one author of arXiv's is, and whether that is everybody: "Ann Lee and Bo Chen" are two.

    `family_first` says that a comma stands between family and given name.
    """
    if family and given:
        several = in_parts(given, family)
        if several:
            return tuple(authorship_of(each.printed, None, affiliations=affiliations) for each in several), True
    elif not _BEHIND.search(name):
        people = authorships_in(composed(name), 1, affiliations=affiliations, family_first=family_first)
        if people:
            return people
    if "," in name and not family:
        printed = in_natural_order(name)
        name, family, given = printed.name, printed.family or "", printed.given or ""
    return (authorship(name, 1, family=family, given=given, affiliations=affiliations),), True


def in_order(authors: Iterable[Authorship]) -> tuple[Authorship, ...]:
    """The authors, counted from 1. arXiv makes an author of the colon in "Team: Ann Lee, Bo Chen"; the name before it is the
    team's."""
    ordered: list[Authorship] = []
    for author in authors:
        bare = _COLON.sub("", author.name)
        if bare == author.name and is_nobody(bare):
            continue
        if bare == author.name:
            ordered.append(author)
        elif bare:
            ordered.append(_as_team(author, bare))
        elif len(ordered) == 1:
            ordered[0] = _as_team(ordered[0], ordered[0].name)
    return tuple(replace(author, position=at) for at, author in enumerate(ordered, 1))


def _team(printed: str) -> Authorship:
    named = authorship(printed, 1)
    return _as_team(named, named.name)


def _as_team(author: Authorship, name: str) -> Authorship:
    return replace(author, name=name, family=None, given=None, kind="organisation")


def affiliations_of(texts: Sequence[str]) -> tuple[Affiliation, ...]:
    """Affiliations of texts; those that are numbers only say nothing without their legend."""
    names = (composed(text) for text in texts)
    return tuple(Affiliation(name=name) for name in dict.fromkeys(names) if name and not _NUMBERS.fullmatch(name))


def complete_list(printed: str) -> bool:
    """Whether the string does not end with "et al." or the like."""
    return not any(is_others(name) or _OTHERS_BEHIND.search(name) for name, _ in _split(printed)[0])


def legend_of(printed: str) -> dict[str, str]:
    """The numbered affiliations at the end of an author string."""
    return _split(printed)[1]


def _split(printed: str) -> tuple[list[tuple[str, list[str]]], dict[str, str]]:
    """Names with what stands in brackets behind each, and the numbered legend."""
    entries: list[tuple[str, list[str]]] = []
    name, brackets, inside, depth = "", list[str](), "", 0
    for piece in _TOKEN.findall(printed):
        if piece == "(":
            inside += "(" if depth else ""
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
            if depth:
                inside += ")"
            else:
                brackets.append(inside)
                inside = ""
        elif depth:
            inside += piece
        elif piece in (",", ";", "and", "&"):
            entries.append((" ".join(name.split()), brackets))
            name, brackets = "", []
        else:
            name += piece
    if depth and inside:
        brackets.append(inside)
    entries.append((" ".join(name.split()), brackets))
    return _with_suffixes(entries), _legend(entries)


def _with_suffixes(entries: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    names: list[tuple[str, list[str]]] = []
    for name, brackets in entries:
        if names and SUFFIX.fullmatch(name):
            names[-1] = (f"{names[-1][0]} {name}", [*names[-1][1], *brackets])
        elif name:
            names.append((name, brackets))
        elif names and brackets:
            names[-1][1].extend(brackets)
    return names


def _legend(entries: list[tuple[str, list[str]]]) -> dict[str, str]:
    """Of "(1) CERN, (2) DESY" or "1 CERN; 2 DESY" the places by number."""
    last = [text for _, brackets in entries[-2:] for text in brackets]
    text = next((text for text in reversed(last) if _LEGEND.match(text) and not _NUMBERS.fullmatch(text)), "")
    marks = list(_LEGEND.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)] * bool(marks)
    places = {mark["a"] or mark["b"]: text[mark.end() : end].strip(" ,;.") for mark, end in zip(marks, ends, strict=True)}
    return {number: place.removesuffix(" and") for number, place in places.items() if place}


def _affiliations(brackets: list[str], legend: dict[str, str]) -> tuple[Affiliation, ...]:
    return affiliations_of(list(_places(brackets, legend)))


def _places(brackets: list[str], legend: dict[str, str]) -> Iterator[str]:
    for text in brackets:
        if _NUMBERS.fullmatch(text):
            yield from (legend[number] for number in re.findall(r"\d+", text) if number in legend)
        elif not (_LEGEND.match(text) and legend):
            yield text

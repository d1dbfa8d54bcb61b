"""Author and editor lists as BibTeX and BibLaTeX write them."""

import re
from dataclasses import replace

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from loaders.author_lists.groups_behind import group_apart
from loaders.author_lists.listed import Listed, NameList, authorships_of, with_initials_first
from loaders.author_lists.marks import without_signs
from loaders.author_lists.reading import read_alone, read_names
from loaders.bibtex.dividing import parts_at_and, with_whole_organisations
from loaders.fields.name_words import SUFFIX, given_names
from loaders.fields.person_names import PrintedName, divided, in_natural_order, is_nobody, is_others
from loaders.fields.tex import plain_tex
from loaders.parsing.markup import plain_markup
from loaders.records import Authorship

_EXTENDED = re.compile(
    r"\s*(?P<part>family|given|prefix|suffix|given-i|family-i|prefix-i|useprefix|id)\s*=\s*(?P<value>.*)", re.DOTALL
)
_BRACED = re.compile(r"\{[^{}]*\}")
_ET_AL = re.compile(r",?\s+et\.?\s+al\.?\s*$")
_FOOTNOTES = re.compile(
    r"(?<!\bM)\$\s*(?:\{\}\s*)?\^\s*(?:\{[^{}$]{0,12}\}|[^{}$]{1,12})\s*\$|\\textsuperscript\s*\{[^{}]*\}"
    r"|\\(?:thanks|footnote(?:mark|text)?|inst|corref|fnref|affil)(?![A-Za-z])(?:\[[^\]]*\])?(?:\s*\{[^{}]*\})?"
    r"|\\(?:d?dag(?:ger)?|ast|textdagger(?:dbl)?|textasteriskcentered)(?![A-Za-z])(?:\{\})?"
)
"""What the author lines of articles have beside names, and lists that were copied from them."""
_INITIALS_BEHIND = re.compile(r"[^\W\d_][^,.{}\\]*\s(?:[A-Z](?:-?[A-Z]){0,2}|(?:[A-Z]\.[ -]?)+)")


def names(value: str, *, is_editor: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The people and organisations of a list in order, and whether the list is complete ("and others" is missing)."""
    printed = [part for part in _split(_FOOTNOTES.sub("", " ".join(value.split()))) if part.strip(" ,;")]
    lists = [_names(part, alone=len(printed) == 1) for part in printed]
    others = any(is_others(plain_tex(part)) for part in printed)
    named = tuple(name for each in lists for name in each.names)
    turn = any(len(each.names) > 1 for each in lists) or _have_initials_behind(printed)
    found = with_initials_first(named) if turn else named
    undivided = any(each.printed.is_undivided for each in found)
    complete = not others and not undivided and all(each.complete for each in lists if each.names)
    return authorships_of(NameList(found), is_editor=is_editor), complete


def _have_initials_behind(parts: list[str]) -> bool:
    """Whether a list is "Lee A and Chen BC": initials stand behind each name, and some are one letter, which is not a name."""
    people = [part for part in parts if not is_others(plain_tex(part))]
    return (
        len(people) > 1
        and all(map(_INITIALS_BEHIND.fullmatch, people))
        and any(len(part.split()[-1].rstrip(".")) == 1 and len(part.split()[0]) > 1 for part in people)
    )


def _split(value: str) -> list[str]:
    """At "and"; one organisation may have it in its name ("Ministry of Agriculture and Fisheries")."""
    value, groups = group_apart(value.strip())
    parts = with_whole_organisations(parts_at_and(_ET_AL.sub(" and others", value.strip())))
    return [*parts, *(f"{{{group}}}" for group in groups)]


def _names(part: str, *, alone: bool) -> NameList:
    """The names of one part, which by the rules of BibTeX is one name. Lists at commas, semicolons or "&" are found out."""
    plain = plain_markup(plain_tex(part))
    if is_others(plain) or is_nobody(plain):
        return NameList()
    if _is_one_group(part) and (people := _people_in_braces(plain)):
        return people
    if _is_one_group(part) or _EXTENDED.match(part) or any(set(",;&") & set(group) for group in _BRACED.findall(part)):
        name = _name(part)
        return NameList((Listed(name),) if name.name else ())
    part, plain = without_signs(part), without_signs(plain)
    found = read_alone(plain) if alone else read_names(plain, family_first=True)
    only = found.names[0] if len(found.names) == 1 else None
    if only is None or only.printed.is_undivided or only.printed.is_organisation or _is_changed(part, only, plain):
        return found
    name = _name(part)
    return NameList((replace(only, printed=name),), found.complete) if name.name else NameList()


def _people_in_braces(plain: str) -> NameList | None:
    """Braces say that a name is one piece, an organisation's perhaps. Programs put them around people too: "{Lee, Ann}", "{{Lee,
    Ann and Chen, Eva}}". Those are divided at commas, with a given name that is known to be one, or initials."""
    found = read_names(plain, family_first=True)
    printed = [name.printed for name in found.names]
    if not found.complete or not all(name.given and not name.is_organisation for name in printed):
        return None
    given = [(name.given or "").split()[0].casefold() for name in printed]
    return found if any(word in given_names() or "." in word for word in given) else None


def _is_changed(part: str, found: Listed, plain: str) -> bool:
    """Whether more than a name stood there: degrees, titles, footnote marks."""
    if "{" in part or found.printed.is_organisation:
        return False
    return sum(map(str.isalnum, found.printed.name)) != sum(map(str.isalnum, plain))


def _name(printed: str) -> PrintedName:
    if _is_one_group(printed):
        return PrintedName(plain_markup(plain_tex(printed)), is_organisation=True)
    if _EXTENDED.match(printed):
        return _extended(printed)
    whole = plain_markup(plain_tex(printed))
    try:
        parts = parse_single_name_into_parts(printed, strict=False)
    except (InvalidNameError, IndexError, ValueError):
        return in_natural_order(whole)
    if "," in printed or (len(parts.last) == 1 and parts.last[0].startswith("{") and " " in parts.last[0] and parts.first):
        first, jr = _plain(parts.first), _plain(parts.jr)
        family, first, jr = _suffix_apart(_plain([*parts.von, *parts.last]), first, jr)
        if SUFFIX.fullmatch(first) and jr and not SUFFIX.fullmatch(jr):
            first, jr = jr, first
        return divided(family, first, jr)
    return in_natural_order(whole)


def _suffix_apart(family: str, given: str, suffix: str) -> tuple[str, str, str]:
    """The parts of a name; "Jr" is a suffix of its own where it stands behind the given names or the family name as well."""
    for part in (given, family):
        before, _, last = part.rpartition(" ")
        if not suffix and before and SUFFIX.fullmatch(last):
            return (family, before, last) if part is given else (before, given, last)
    return family, given, suffix


def _plain(words: list[str]) -> str:
    return plain_markup(plain_tex(" ".join(words)))


def _extended(printed: str) -> PrintedName:
    """BibLaTeX's extended form: "family=Last, given=First, prefix=von"."""
    parts = {}
    for piece in re.split(r",\s*(?=[a-z-]+\s*=)", printed):
        if match := _EXTENDED.match(piece.strip(' "')):
            parts[match["part"]] = plain_markup(plain_tex(match["value"].strip(' "')))
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return divided(family, parts.get("given", ""), parts.get("suffix", ""))


def _is_one_group(printed: str) -> bool:
    """Whether the whole name stands in braces; not so the accent with which one may begin."""
    text = printed.strip()
    if not text.startswith("{") or not text.endswith("}") or text.startswith("{\\"):
        return False
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return at == len(text) - 1
    return False

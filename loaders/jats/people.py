"""Contributors of articles in JATS, with the affiliations that they carry or refer to."""

import re
from collections.abc import Iterator

from lxml import etree

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.author_lists.east_asian import has_east_asian_letters
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import natural_name
from loaders.fields.xml_words import words, words_at, words_of
from loaders.pubmed.terms import place_of
from loaders.records import Affiliation, Identifier

_NO_AUTHORS = frozenset(
    ("editor", "reviewer", "translator", "academic-editor", "handling-editor", "guest-editor", "series-editor", "illustrator",
     "assignee", "funder", "publisher", "corresp-editor", "senior_editor", "research-assistant", "collab-member", "non-byline",
     "section editor", "associate editor", "reviewing editor", "compiler", "transed", "senior editor", "commissioning-editor",
     "author-non-byline", "contributor-non-byline")
)  # fmt: skip
_IDS = ("institution-id", "label", "email", "ext-link", "uri", "fn", "phone", "fax", "sup", "xref")
_LATIN = re.compile(r"[A-Za-z]{2}")
_COMMAS = re.compile(r"\s*([,;])(?:\s*[,;])*\s*")


def people(meta: etree._Element) -> People:
    """The authors in their order. Who edited or reviewed an article has not written it, and is not its editor."""
    places = {element.get("id") or "": _affiliation(element) for element in meta.iter("aff", "aff-alternatives")}
    entries: list[AuthorEntry] = []
    for group in meta.iterfind("contrib-group"):
        everybody = _of_everybody(group, meta)
        for contributor in group.iterfind("contrib"):
            if _is_author(contributor, group):
                entries += _entries(contributor, places, everybody)
        if group.find("etal") is not None:
            entries.append(AuthorEntry(name="et al."))
    return people_of(entries)


def _is_author(contributor: etree._Element, group: etree._Element) -> bool:
    kind = contributor.get("contrib-type") or group.get("content-type") or "author"
    return kind.casefold().replace("_", "-").removesuffix("s") not in _NO_AUTHORS and "editor" not in kind.casefold()


def _of_everybody(group: etree._Element, meta: etree._Element) -> tuple[Affiliation, ...]:
    """The one affiliation of a group or of the article to which nobody refers by a mark."""
    found = group.findall("aff") or meta.findall("aff")
    if len(found) != 1 or any(mark.get("ref-type") == "aff" for mark in group.iter("xref")):
        return ()
    place = _affiliation(found[0])
    return (place,) if place and len(group.findall("aff")) < 2 else ()


def _entries(
    contributor: etree._Element, places: dict[str, Affiliation | None], everybody: tuple[Affiliation, ...]
) -> Iterator[AuthorEntry]:
    """The person, the group, or the person and the group for which they write."""
    marks = [key for mark in _marks(contributor) for key in (mark.get("rid") or "").split()]
    own = [_affiliation(element) for element in contributor.iterfind("aff")] + [places.get(key) for key in marks]
    affiliations = tuple(dict.fromkeys(place for place in own if place)) or everybody
    ids = _ids(contributor)
    group = next((_group(one) for one in contributor.iterfind("collab")), "") or next(
        (_group(one) for one in contributor.iterfind("collab-alternatives/collab")), ""
    )
    names = [*contributor.iterfind("name"), *contributor.iterfind("name-alternatives/name")]
    name = _in_latin(names)
    whole = words_at(contributor, "string-name") or words_at(contributor, "name-alternatives/string-name")
    if name is not None:
        yield AuthorEntry(
            family=words_at(name, "surname"),
            given=words_at(name, "given-names"),
            suffix=words_at(name, "suffix"),
            ids=ids,
            affiliations=affiliations,
            other_names=tuple(_whole(one) for one in names if one is not name),
        )
    elif whole:
        yield AuthorEntry(name=whole, ids=ids, affiliations=affiliations)
    if group:
        yield AuthorEntry(name=group, affiliations=affiliations if name is None else (), is_organisation=True)
    elif behalf := words_at(contributor, "on-behalf-of"):
        yield AuthorEntry(name=re.sub(r"^(?:on behalf of|for)\s+(?:the\s+)?", "", behalf, flags=re.I), is_organisation=True)


def _whole(name: etree._Element) -> str:
    """The name in one piece, in the order of its script."""
    given, family = words_at(name, "given-names"), words_at(name, "surname")
    return f"{family}{given}" if has_east_asian_letters(f"{family}{given}") else natural_name(given, family)


def _marks(contributor: etree._Element) -> list[etree._Element]:
    """The references to affiliations, without those of a group's members."""
    listed = [*contributor.iterfind("xref"), *contributor.iterfind("collab/xref"), *contributor.iterfind("name/xref")]
    return [mark for mark in listed if mark.get("ref-type") == "aff"]


def _group(collaboration: etree._Element) -> str:
    """The name of a group, without the list of its members."""
    named = collaboration.find("named-content")
    inside = [collaboration.text or ""] + [
        words_of(part) + (part.tail or "") if part.tag not in ("contrib-group", "aff", "xref", "email", "fn") else part.tail or ""
        for part in collaboration
    ]
    printed = words("".join(inside)).strip(" ,;")
    return printed or words_of(named)


def _ids(contributor: etree._Element) -> tuple[Identifier, ...]:
    """The ORCID, in an element of its own or in a link."""
    texts = [words_of(one) for one in contributor.iterfind("contrib-id") if (one.get("contrib-id-type") or "orcid") == "orcid"]
    for link in [*contributor.iterfind("uri"), *contributor.iterfind("ext-link")]:
        texts += [text for text in (words_of(link), *map(str, link.attrib.values())) if "orcid.org" in text]
    known = next((found for text in texts if (found := orcid(text))), None)
    return (Identifier("orcid", known),) if known else ()


def _affiliation(element: etree._Element) -> Affiliation | None:
    """The affiliation without its mark, its identifiers and addresses of e-mail."""
    ids = [(one.get("institution-id-type"), words_of(one)) for one in element.iter("institution-id")]
    if element.tag == "aff-alternatives":
        inner = _in_latin(element.findall("aff"))
        if inner is None:
            return None
        element = inner
    printed = words("".join(_texts(element)))
    name = place_of(_COMMAS.sub(r"\1 ", printed).strip(" ,;*†‡§¶."))
    return affiliation_with(name, *ids, country=_country(element), city=_city(element)) if name else None


def _country(element: etree._Element) -> str | None:
    """The country by its code or its words, where there is one only."""
    found = {one.get("country") or words_of(one) for one in element.iter("country")}
    return found.pop() if len(found) == 1 else None


def _city(element: etree._Element) -> str | None:
    """The city where it is marked as one; an address line may be anything."""
    named = [one for one in element.iter("named-content", "addr-line") if one.get("content-type") == "city"]
    found = {words_of(one) for one in [*element.iter("city"), *named]}
    return found.pop() if len(found) == 1 else None


def _in_latin(alternatives: list[etree._Element]) -> etree._Element | None:
    """Of the ways to write one name the first in Latin letters, as others have it who speak of the same; else the first."""
    return next((one for one in alternatives if _LATIN.search("".join(_texts(one)))), next(iter(alternatives), None))


def _texts(element: etree._Element) -> Iterator[str]:
    """The texts of an affiliation; where no comma stands between its parts, one is put there."""
    before = (element.text or "").strip()
    if before:
        yield before
    for part in element:
        if isinstance(part.tag, str) and part.tag not in _IDS:
            inner = "".join(_texts(part)) if len(part) else part.text or ""
            if inner.strip():
                yield inner
                before = inner
        tail = part.tail or ""
        if tail.strip():
            yield tail
        elif part.tag not in _IDS and before:
            yield ", "

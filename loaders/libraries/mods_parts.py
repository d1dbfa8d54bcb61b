"""Names, subjects and the part of a host in descriptions of MODS."""

import re
from collections.abc import Iterator

from lxml import etree

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.identifiers import orcid
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.keywords import keywords
from loaders.fields.name_words import SUFFIX
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.xml_words import words_at, words_of
from loaders.libraries.roles import role_of
from loaders.records import Affiliation, Identifier, Subject

_NO_PEOPLE = ("conference",)
_TOPICS = ("topic", "geographic", "temporal", "occupation", "genre")
_OWN_WORDS = frozenset(("", "local", "keyword", "keywords", "freetext", "author", "uncontrolled"))
_DOT = re.compile(r"\s*[.,;]\s*$")


def people(mods: etree._Element, hosts: list[etree._Element]) -> People:
    """The authors and editors in their order, and the editors of the book that the work stands in."""
    own = [entry for name in mods.iterfind("name") if (entry := _entry(name))]
    around = [entry for host in hosts for name in host.iterfind("name") if (entry := _entry(name)) and entry.role == "editor"]
    return people_of((*own, *around))


def _entry(name: etree._Element) -> AuthorEntry | None:
    """Whom a name is; None for a conference, and for whoever is neither author nor editor."""
    role = role_of([words_of(term) or term.get("valueURI", "") for term in name.iterfind("role/roleTerm")])
    if role is None or name.get("type") in _NO_PEOPLE:
        return None
    if name.find("etal") is not None:
        return AuthorEntry(name="et al.", role=role)
    parts: dict[str, list[str]] = {}
    for part in name.iterfind("namePart"):
        if words := words_of(part):
            parts.setdefault(part.get("type") or "", []).append(words)
    corporate = name.get("type") == "corporate"
    whole = (". " if corporate else " ").join(parts.get("", ()) or [words_at(name, "displayForm")])
    suffix = next((term for term in parts.get("termsOfAddress", ()) if SUFFIX.fullmatch(term)), "")
    return AuthorEntry(
        name=whole if corporate or "family" not in parts else "",
        family="" if corporate else " ".join(parts.get("family", ())),
        given="" if corporate else " ".join(parts.get("given", ())),
        suffix=suffix,
        ids=_ids(name),
        affiliations=tuple(Affiliation(name=place) for place in _places(name)),
        is_organisation=corporate,
        role=role,
    )


def _places(name: etree._Element) -> list[str]:
    return [place for place in dict.fromkeys(map(words_of, name.iterfind("affiliation"))) if place]


def _ids(name: etree._Element) -> tuple[Identifier, ...]:
    """The ORCID, wherever the description puts it."""
    places = [one for one in name.iterfind("nameIdentifier") if (one.get("type") or "").casefold() not in ("isni", "viaf", "gnd")]
    texts = [*map(words_of, places), name.get("valueURI", ""), *map(words_of, name.iterfind("description"))]
    known = next((found for text in texts if (found := orcid(text))), None)
    return (Identifier("orcid", known),) if known else ()


def part_numbering(mods: etree._Element, hosts: list[etree._Element]) -> Numbering:
    """Volume, issue and pages, of the part of the host, or of the part that the description itself is of."""
    found: dict[str, str] = {}
    for part in (part for item in (*hosts, mods) for part in item.iterfind("part")):
        for detail in part.iterfind("detail"):
            kind = {"number": "issue", "no.": "issue", "vol.": "volume"}.get(detail.get("type") or "", detail.get("type") or "")
            found.setdefault(kind, words_at(detail, "number") or words_at(detail, "caption") or words_at(detail, "title"))
        for extent in part.iterfind("extent"):
            if (extent.get("unit") or "pages").casefold() in ("pages", "page", "pp"):
                found.setdefault("pages", words_at(extent, "list"))
                found.setdefault("first", words_at(extent, "start"))
                found.setdefault("last", words_at(extent, "end"))
    numbers = {name: found.get(name) or None for name in ("volume", "issue", "pages", "first", "last")}
    return numbering(**numbers, article_number=found.get("article number") or found.get("article") or found.get("artno"))


def part_imprint(mods: etree._Element, hosts: list[etree._Element], granter: str | None) -> Imprint:
    """Who published the work, else its host, else who gave the degree; languages and addresses are the work's own."""
    origins = [origin for item in (mods, *hosts) for origin in item.iterfind("originInfo")]
    origin = next((one for one in origins if words_at(one, "publisher")), None)
    places = [term for one in ([origin] if origin is not None else origins) for term in one.iterfind("place/placeTerm")]
    return imprint(
        publisher=words_at(origin, "publisher") if origin is not None else granter,
        place=next((words_of(term) for term in places if term.get("type") != "code"), None),
        language=[words_of(term) for term in mods.iterfind("language/languageTerm")],
        urls=map(words_of, mods.iterfind("location/url")),
    )


def subjects(mods: etree._Element) -> Iterator[Subject]:
    """Headings of vocabularies, of which the first part is above the whole ("Ants--Ecology" is within "Ants"); keywords where no
    vocabulary is named; classes of classifications."""
    own: list[str] = []
    for subject in mods.iterfind("subject"):
        scheme = (subject.get("authority") or "").casefold()
        parts = [(part, label) for part in subject if part.tag in _TOPICS and (label := _DOT.sub("", words_of(part)))]
        if scheme in _OWN_WORDS:
            own += [label for _, label in parts]
        elif parts:
            yield heading(scheme, [label for _, label in parts], _code(subject) or _code(parts[0][0]) if len(parts) == 1 else "")
    yield from keywords(own)
    for given in mods.iterfind("classification"):
        if (code := words_of(given)) and (scheme := (given.get("authority") or "").casefold()):
            yield Subject(scheme=scheme, code=code, label=given.get("displayLabel"))


def _code(element: etree._Element) -> str:
    """The code in the address of a concept: "http://id.worldcat.org/fast/1234" is 1234."""
    return (element.get("valueURI") or "").rstrip("/").rpartition("/")[2]


def heading(scheme: str, parts: list[str], code: str = "") -> Subject:
    """The subject of a heading with its subdivisions. Where the vocabulary's code is not given, the words stand for it."""
    label = "--".join(parts)
    above = Subject(scheme=scheme, code=parts[0].casefold(), label=parts[0]) if len(parts) > 1 else None
    return Subject(scheme=scheme, code=code or label.casefold(), label=label, broader=above)

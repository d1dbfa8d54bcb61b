"""Pieces of Crossref's XML: text, dates and contributors, whatever namespace a version of the schema has."""

from typing import TypeAlias
from xml.sax.saxutils import unescape

from lxml import etree

from loaders.author_lists.names_in_one import authorships_in
from loaders.fields.dates import date_of
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import bare_parts, natural_name
from loaders.fields.unparsed_names import is_missing
from loaders.parsing.html_entities import decoded
from loaders.records import Affiliation, Authorship, Identifier

Element: TypeAlias = etree._Element

_DATES = ("publication_date", "posted_date", "approval_date", "creation_date", "review_date")


def first(node: Element, path: str) -> Element | None:
    """The first element at a path of names below `node`, namespaces aside."""
    return next(iter(every(node, path)), None)


def texts(node: Element, path: str) -> list[str]:
    """The texts of all elements at a path."""
    return [found for one in every(node, path) if (found := plain(one))]


def every(node: Element, path: str) -> list[Element]:
    """All elements at a path of names below `node`, namespaces aside."""
    nodes = [node]
    for name in path.split("/"):
        nodes = [child for parent in nodes for child in parent.iterchildren(f"{{*}}{name}")]
    return nodes


def plain(node: Element | None, *, markup: bool = False) -> str | None:
    """The text in an element in one line; with `markup` the tags in it too, for `loaders.parsing.markup` to take apart."""
    if node is None:
        return None
    if markup:
        inner = (etree.tostring(child, encoding="unicode", with_tail=True) for child in node)
        return decoded((node.text or "") + unescape("".join(inner))).strip() or None
    return " ".join(decoded("".join(text for text in node.itertext() if isinstance(text, str))).split()) or None


def date(node: Element) -> str | None:
    """The earliest of the dates of publication, as exact as it is."""
    found = (
        date_of(*(plain(first(one, part)) for part in ("year", "month", "day"))) for name in _DATES for one in every(node, name)
    )
    return min((one for one in found if one), default=None)


def people(node: Element) -> tuple[tuple[Authorship, ...], bool]:
    """Authors, then editors, each in order; whether there is an author list."""
    found: dict[str, list[Authorship]] = {"author": [], "editor": []}
    complete = True
    for one in every(node, "contributors"):
        for child in one:
            role = child.get("contributor_role", "")
            if role in found and isinstance(child.tag, str):
                listed, whole = _people(child, role, len(found[role]) + 1)
                found[role] += listed
                complete = complete and (whole or role == "editor")
    if not found["author"]:
        found["author"] = [person for one in every(node, "person_name") if (person := _person(one, "author", 1))]
    return (*found["author"], *found["editor"]), bool(found["author"]) and complete


def _people(node: Element, role: str, position: int) -> tuple[tuple[Authorship, ...], bool]:
    """Whom an element names, and whether that is everybody: one person or organisation, or several people in one name."""
    one = _person(node, role, position)
    if one is None or (one.kind == "person" and one.given):
        return ((one,) if one else ()), True
    is_editor = role == "editor"
    listed = authorships_in(
        one.name, position, family_first=True, ids=one.ids, affiliations=one.affiliations, is_editor=is_editor
    )
    return listed if listed and (one.kind == "person" or len(listed[0]) > 1) else ((one,), True)


def _person(node: Element, role: str, position: int) -> Authorship | None:
    is_organisation = etree.QName(node).localname == "organization"
    parts = ("given_name", "surname", "suffix")
    given, family, suffix = (plain(first(node, part)) for part in parts)
    if family and given:
        family, given = bare_parts(family, given)
        given = given or None
    name = plain(node) if is_organisation else natural_name(given, family, suffix)
    if not name or is_missing(name):
        return None
    known = orcid(plain(first(node, "ORCID")))
    places = [Affiliation(name=place) for place in texts(node, "affiliation")]
    for institution in every(node, "affiliations/institution"):
        place = plain(first(institution, "institution_name"))
        if place:
            ids = ((one.get("type"), plain(one)) for one in every(institution, "institution_id"))
            places.append(affiliation_with(place, *ids))
    return Authorship(
        name=name,
        position=position,
        family=None if is_organisation else family,
        given=None if is_organisation else given,
        ids=(Identifier("orcid", known),) if known else (),
        affiliations=tuple(dict.fromkeys(places)),
        kind="organisation" if is_organisation else "person",
        role="editor" if role == "editor" else "author",
    )

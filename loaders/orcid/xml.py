"""ORCID records as XML, one or many: a person, their works, or both, as the API and ORCID's public data file have them.

Format: https://github.com/ORCID/orcid-model, record 2.0 to 3.0. The elements are named like the members of the JSON form, so that
`loaders.orcid.record` says what they mean.
"""

from lxml import etree

from loaders.fields.xml_words import words_of
from loaders.orcid.record import SITE, items_of
from loaders.parsing.json_values import JsonObject
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Items

NAME = "orcid_xml"
ABOUT = "ORCID records as XML: a person, their works, or both"

_ROOTS = frozenset(("record", "person", "works", "work", "error", "record-summary", "bulk"))
_WRAPPED = frozenset(
    ("given-names", "family-name", "credit-name", "subtitle", "journal-title", "year", "month", "day", "external-id-normalized")
)
"""Elements whose text is a member `value` in JSON."""


def recognise(head: str) -> bool:
    """Whether the first element is one of ORCID's, in its name spaces or with its identifier."""
    return root_name(head) in _ROOTS and ("orcid.org/ns/" in head or ":orcid-identifier>" in head or "<work:work " in head)


def read(source: Source) -> Items:
    """The header, then a `Person` for every person and a record for every work."""
    yield Header(format=NAME, source=SITE)
    root = root_name(source.head())
    records = "work" if root == "bulk" else root if root in _ROOTS else "record"
    shape = Shape(frozenset((records,)), containers=frozenset(("bulk",)))
    for piece in pieces(source, shape):
        if isinstance(piece, Piece):
            yield from items_of(_members(piece), f"line {piece.line}")
        elif not isinstance(piece, Opened):
            yield piece


def _members(piece: Piece) -> JsonObject:
    members = _object(piece.element)
    return members if piece.tag != "person" else {**members, "person": members}


def _object(element: etree._Element) -> dict[str, object]:
    """The attributes and children of an element by their local names; those that occur again as a list."""
    members: dict[str, object] = {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}
    for child in element:
        name = str(child.tag)
        value = _value(child, name)
        known = members.get(name)
        if known is None or name in element.attrib:
            members[name] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            members[name] = [known, value]
    return members


def _value(element: etree._Element, name: str) -> object:
    if len(element):
        return _object(element)
    text = words_of(element)
    return {"value": text} if name in _WRAPPED or (name == "title" and not len(element)) else text

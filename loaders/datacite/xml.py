"""DataCite metadata as XML: one resource or many, by themselves or in answers of OAI-PMH.

Format: https://schema.datacite.org/meta/kernel-4.6/ (kernels 3 and 4). What the elements mean is said by `loaders.datacite.dois`,
which reads the same as JSON.
"""

from lxml import etree

from loaders.datacite.dois import SITE, items_of
from loaders.fields.xml_words import words_of
from loaders.parsing.json_values import JsonObject
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Items

NAME = "datacite_xml"
ABOUT = "DataCite metadata as XML (kernel 3 or 4), also by OAI-PMH"

_ENVELOPES = ("OAI-PMH", "ListRecords", "GetRecord", "record", "metadata", "oai_datacite", "payload", "resources")
_ASIDE = (
    "header",
    "request",
    "responseDate",
    "resumptionToken",
    "schemaVersion",
    "datacentreSymbol",
    "isReferenceQuality",
    "isActive",
)
_SHAPE = Shape(frozenset(("resource",)), frozenset(_ASIDE), frozenset(_ENVELOPES))
_PARTS = ("volume", "issue", "number", "firstPage", "lastPage", "publisher")
_PERSON = ("givenName", "familyName")


def recognise(head: str) -> bool:
    """Whether an XML text has resources in DataCite's name space."""
    return "datacite.org/schema/kernel-" in head and root_name(head) in ("resource", *_ENVELOPES)


def read(source: Source) -> Items:
    """The header, then a record for every resource."""
    yield Header(format=NAME, source=SITE)
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Piece):
            if piece.tag == "resource":
                yield from items_of(_attributes(piece.element), f"line {piece.line}")
        elif not isinstance(piece, Opened):
            yield piece


def _attributes(resource: etree._Element) -> JsonObject:
    """The resource as the JSON form writes it."""
    kind = resource.find("resourceType")
    return {
        "doi": words_of(resource.find("identifier")),
        "creators": [_person(one, "creatorName") for one in resource.iterfind("creators/creator")],
        "contributors": [_person(one, "contributorName") for one in resource.iterfind("contributors/contributor")],
        "publisher": words_of(resource.find("publisher")),
        "language": words_of(resource.find("language")),
        "publicationYear": words_of(resource.find("publicationYear")),
        "types": {"resourceType": words_of(kind), **_given(kind)},
        "relatedItems": [_item(one) for one in resource.iterfind("relatedItems/relatedItem")],
        **{
            f"{name}s": [{name: words_of(one), **_given(one)} for one in resource.iterfind(f"{name}s/{name}")]
            for name in ("title", "date", "description", "subject", "relatedIdentifier", "alternateIdentifier")
        },
    }


def _item(item: etree._Element) -> JsonObject:
    number = item.find("number")
    return {
        **_given(item),
        **{str(part.tag): words_of(part) for part in item if part.tag in _PARTS},
        "titles": [{"title": words_of(one)} for one in item.iterfind("titles/title")],
        **({"numberType": number.get("numberType", "")} if number is not None else {}),
    }


def _person(person: etree._Element, name: str) -> JsonObject:
    named = person.find(name)
    return {
        "name": words_of(named),
        **_given(named),
        **_given(person),
        **{part: words_of(person.find(part)) for part in _PERSON},
        "nameIdentifiers": [{"nameIdentifier": words_of(one), **_given(one)} for one in person.iterfind("nameIdentifier")],
        "affiliation": [{"name": words_of(one), **_given(one)} for one in person.iterfind("affiliation")],
    }


def _given(element: etree._Element | None) -> dict[str, object]:
    """The attributes of an element, those of name spaces left out."""
    return {str(key): str(value) for key, value in element.attrib.items() if "}" not in str(key)} if element is not None else {}

"""MARCXML: records of MARC 21 as XML, one, many, or in answers of OAI-PMH and SRU.

Format: https://www.loc.gov/standards/marcxml/
"""

from collections.abc import Iterator

from lxml import etree

from loaders.fields.xml_words import words_of
from loaders.libraries.answers import refusal
from loaders.libraries.marc_record import MarcField, MarcRecord
from loaders.libraries.marc_work import items
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Item, Items, Rejection

NAME = "marcxml"
ABOUT = "MARCXML: MARC 21 records of libraries as XML, also by OAI-PMH or SRU"

_ASIDE = (
    "header", "request", "responseDate", "resumptionToken", "error", "version", "numberOfRecords", "nextRecordPosition",
    "echoedSearchRetrieveRequest", "recordSchema", "recordPacking", "recordXMLEscaping", "recordPosition", "recordIdentifier",
    "extraResponseData", "extraRecordData", "about", "resultSetId", "resultSetIdleTime",
)  # fmt: skip
_SHAPE = Shape(frozenset(("record",)), frozenset(_ASIDE), frozenset(("collection", "records")))
_WRAPPED = Shape(
    frozenset(("metadata", "recordData")),
    frozenset(_ASIDE),
    frozenset(("OAI-PMH", "ListRecords", "GetRecord", "searchRetrieveResponse", "records")),
    passed=frozenset(("record",)),
)
_ENVELOPES = frozenset(("OAI-PMH", "ListRecords", "GetRecord", "searchRetrieveResponse"))


def recognise(head: str) -> bool:
    """Whether an XML text begins with records of MARC, by themselves or in an envelope."""
    name = root_name(head)
    return name in (*_SHAPE.records, *_SHAPE.containers, *_ENVELOPES) and "datafield" in head and "subfield" in head


def read(source: Source) -> Items:
    """The header, then a record for every work and a `VenueRecord` for every serial; deleted records are rejections."""
    yield Header(format=NAME, source="MARC")
    head = source.head()
    wrapped = root_name(head) in _ENVELOPES or (root_name(head) == "record" and "<metadata" in head)
    for piece in pieces(source, _WRAPPED if wrapped else _SHAPE):
        if isinstance(piece, Piece):
            yield from _item(piece)
        elif not isinstance(piece, Opened):
            yield piece


def _item(piece: Piece) -> Iterator[Item]:
    where = f"line {piece.line}"
    if piece.tag in ("record", "metadata", "recordData"):
        inner = [piece.element] if piece.tag == "record" else list(piece.element.iter("record"))
        if not inner:
            yield Rejection(where, "it holds no record of MARC; ask for metadataPrefix=marc21 or recordSchema=marcxml")
        for record in inner:
            yield from items(_record(record), where)
    elif refused := refusal(piece, "the library"):
        yield refused


def _record(element: etree._Element) -> MarcRecord:
    fields = [
        MarcField(
            field.get("tag", ""),
            f"{field.get('ind1') or ' '}{field.get('ind2') or ' '}".replace("_", " "),
            tuple((part.get("code", ""), words_of(part)) for part in field.iterfind("subfield")),
        )
        for field in element.iterfind("datafield")
    ]
    control = [MarcField(field.get("tag", ""), data=field.text or "") for field in element.iterfind("controlfield")]
    return MarcRecord(element.findtext("leader") or "", (*control, *fields))

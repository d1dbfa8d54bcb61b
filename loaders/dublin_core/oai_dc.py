"""Dublin Core of repositories (DSpace, EPrints), journals (OJS) and others: answers of OAI-PMH, and records out of them.

Formats: https://www.openarchives.org/OAI/openarchivesprotocol.html, https://www.dublincore.org/specifications/dublin-core/dces/.
"""

import re
from collections.abc import Iterator

from lxml import etree

from loaders.dublin_core.values import values_of
from loaders.dublin_core.work import record
from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Item, Items, Rejection, Remark

NAME = "oai_dc"
ABOUT = "Dublin Core of repositories and journals (DSpace, EPrints, OJS), by OAI-PMH or by itself"

_BARE = frozenset(("dc", "qualifieddc", "dublin_core", "dim"))
"""Elements that hold the Dublin Core of one work."""
_ASIDE = frozenset(
    ("request", "responseDate", "error", "resumptionToken", "version", "numberOfRecords", "nextRecordPosition",
     "echoedSearchRetrieveRequest", "extraResponseData")
)  # fmt: skip
_ENVELOPES = frozenset(("OAI-PMH", "ListRecords", "GetRecord", "records", "repository", "searchRetrieveResponse"))
_IN_ENVELOPE = Shape(frozenset(("record",)), _ASIDE, _ENVELOPES)
_ALONE = Shape(_BARE, frozenset(), frozenset(("metadata", "records", "collection", "root")))
_ROOTS = _BARE | _ENVELOPES | _ALONE.containers | {"record"}
_CORE = re.compile(
    r"<(?:[\w.-]+:)?(?:dc|qualifieddc|dublin_core|dim)[\s>]|<dc:(?:title|creator|identifier)[\s>]|<dcvalue\s|metadataPrefix=.oai_dc"
)
_RECORD = re.compile(r"<(?:[\w.-]+:)?record[\s>]")
_MOST_SHOWN = 200


def recognise(head: str) -> bool:
    """Whether an XML text is an answer of OAI-PMH or SRU, a list or a record that holds Dublin Core."""
    return root_name(head) in _ROOTS and bool(_CORE.search(head))


def read(source: Source) -> Items:
    """The header, then a record for each record; deleted records and errors of the server are rejections."""
    yield Header(format=NAME, source="Dublin Core")
    head = source.head()
    alone = root_name(head) in _BARE | _ALONE.containers and not _RECORD.search(head)
    found = False
    for piece in pieces(source, _ALONE if alone else _IN_ENVELOPE):
        if isinstance(piece, Opened):
            continue
        for item in _items(piece):
            found = True
            yield item
    if not found:
        yield Remark("", "the answer has no records")


def _items(piece: Piece | Rejection | Remark) -> Iterator[Item]:
    if not isinstance(piece, Piece):
        yield piece
    elif piece.tag in _ASIDE:
        yield from _aside(piece)
    else:
        yield from _record(piece)


def _aside(piece: Piece) -> Iterator[Item]:
    """What an answer says beside its records: errors, and that it is not the last page."""
    where, said = f"line {piece.line}", words_of(piece.element)
    if piece.tag == "error":
        code = piece.element.get("code", "error")
        if code == "noRecordsMatch":
            yield Remark(where, f"the server has no records for the request: {said or code}")
        else:
            yield Rejection(where, f"the server answered with the error {code}: {said[:_MOST_SHOWN]}; correct the request")
    elif piece.tag == "resumptionToken" and said:
        size = piece.element.get("completeListSize")
        whole = f" of {size} records in all" if size else ""
        yield Remark(where, f"the answer is one page{whole}; ask for the next with resumptionToken={said[:_MOST_SHOWN]}")


def _record(piece: Piece) -> Iterator[Item]:
    root = piece.element
    where, identifier = f"line {piece.line}", words_at(root, "header/identifier")
    where = f"{where} ({identifier})" if identifier else where
    head = root.find("header")
    if head is not None and head.get("status") == "deleted":
        yield Rejection(where, "the repository has deleted the record, so that it holds nothing")
        return
    core = _core(root)
    if core is None:
        held = next(iter(root.iterfind("metadata/*")), None)
        what = f"the metadata are in <{held.tag}>" if held is not None else "the record has no metadata"
        yield Rejection(where, f"{what}, not in Dublin Core; ask for metadataPrefix=oai_dc")
        return
    yield from record(values_of(core), where, identifier)


def _core(root: etree._Element) -> etree._Element | None:
    """The element that holds the Dublin Core of a record: around its elements, or the record itself."""
    if root.tag in _BARE:
        return root
    within = next((element for element in root.iter(*_BARE)), None)
    if within is not None:
        return within
    holders = (one for one in (root, root.find("metadata")) if one is not None)
    return next((one for one in holders if one.find("title") is not None or one.find("creator") is not None), None)

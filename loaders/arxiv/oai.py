"""arXiv's OAI-PMH answers in three forms: arXiv (divided names), arXivRaw (versions, names in one string), oai_dc.

Format: https://info.arxiv.org/help/oa/index.html
"""

import re
from functools import cache

from lxml import etree

from loaders.arxiv.authors import affiliations_of, authors_of, in_order, people
from loaders.arxiv.work import Fields, text, work
from loaders.fields.arxiv_categories import categories
from loaders.fields.dates import parsed_date
from loaders.fields.identifiers import arxiv, dois
from loaders.fields.person_names import is_others, natural_name
from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Authorship, Header, Item, Items, Record, Rejection, Remark

NAME = "arxiv_oai"
ABOUT = "records of arXiv by OAI-PMH (arXiv, arXivRaw or oai_dc)"

_SHAPE = Shape(
    frozenset(("record",)),
    frozenset(("request", "responseDate", "error", "resumptionToken")),
    frozenset(("OAI-PMH", "ListRecords", "GetRecord", "records", "collection")),
)
_BARE = Shape(frozenset(("arXiv", "arXivRaw", "dc")), frozenset(), frozenset(("metadata", "records")))
_ARXIV = re.compile(r"oai:arXiv|arxiv\.org/oai|<arXiv(?:Raw)?[\s>]", re.IGNORECASE)
"""What only arXiv's own answers have: another repository's may name arXiv, too."""
_ARXIV_IDENTIFIER = re.compile(r"identifier>\s*https?://arxiv\.org/", re.IGNORECASE)
_COMMENT = re.compile(r"comments?:\s*", re.IGNORECASE)


def recognise(head: str) -> bool:
    """Whether an XML text is an OAI-PMH answer or a record of arXiv, or metadata that name arXiv."""
    root = root_name(head)
    if root in (*_BARE.records, *_BARE.containers) and _ARXIV_IDENTIFIER.search(head):
        return True
    return root in (*_SHAPE.records, *_SHAPE.containers, *_BARE.records, "metadata") and bool(_ARXIV.search(head))


def read(source: Source) -> Items:
    """The header, then a record for each record; deleted records and errors of the server are rejections."""
    query, given, found = "", False, 0
    bare = root_name(source.head()) in (*_BARE.records, "metadata")
    for piece in pieces(source, _BARE if bare else _SHAPE):
        if isinstance(piece, Piece) and piece.tag == "request":
            query = "&".join("=".join(map(str, pair)) for pair in sorted(piece.element.attrib.items()))
        if isinstance(piece, Opened) or (
            isinstance(piece, Piece) and piece.tag in ("request", "responseDate", "resumptionToken")
        ):
            continue
        if not given:
            yield _header(query)
            given = True
        found += 1
        yield _item(piece)
    if not given:
        yield _header(query)
    if not found:
        yield Remark("", "the answer has no records")


def _header(query: str) -> Header:
    return Header(format=NAME, source="arXiv", facts=(("query", query),) if query else ())


def _item(piece: Piece | Rejection | Remark) -> Item:
    if not isinstance(piece, Piece):
        return piece
    where = f"line {piece.line}"
    if piece.tag == "error":
        code, message = piece.element.get("code", "error"), words_of(piece.element)
        if code == "noRecordsMatch":
            return Remark(where, f"arXiv has no records for the query: {message or code}")
        return Rejection(where, f"arXiv answered with the error {code}: {message}; correct the query")
    head = piece.element.find("header")
    identifier = words_at(piece.element, "header/identifier").removeprefix("oai:arXiv.org:")
    if identifier:
        where = f"{where} ({identifier})"
    if head is not None and head.get("status") == "deleted":
        return Rejection(where, "arXiv has deleted the record, so that it holds nothing")
    found = piece.element if piece.tag in _BARE.records else next(iter(piece.element.iterfind("metadata/*")), None)
    if found is None:
        return Rejection(where, "the record has no metadata; ask for metadataPrefix=arXiv")
    if not identifier and (own := words_at(found, "id")):
        where = f"{where} ({own})"
    if found.tag == "dc":
        return _dublin_core(where, identifier, found)
    return _own(where, identifier, found)


def _own(where: str, identifier: str, paper: etree._Element) -> Record | Rejection:
    if paper.tag == "arXivRaw":
        authors, complete = authors_of(text(words_at(paper, "authors")))
        date = words_at(paper, "version/date")
    else:
        authors, complete = _divided(paper)
        date = words_at(paper, "created")
    return work(
        Fields(
            where=where,
            id=words_at(paper, "id") or identifier,
            title=words_at(paper, "title"),
            abstract=words_at(paper, "abstract"),
            authors=authors,
            complete=complete,
            date=re.sub(r"^[A-Z][a-z]{2}, ", "", date),
            categories=tuple(words_at(paper, "categories").split()),
            doi=words_at(paper, "doi"),
            comment=words_at(paper, "comments"),
            journal=words_at(paper, "journal-ref"),
        )
    )


def _divided(paper: etree._Element) -> tuple[tuple[Authorship, ...], bool]:
    listed = [author for author in paper.iterfind("authors/author") if words_of(author)]
    found: list[Authorship] = []
    complete = True
    for author in listed:
        family, given, suffix = (text(words_at(author, tag)) for tag in ("keyname", "forenames", "suffix"))
        name = natural_name(given, family, suffix)
        if is_others(name):
            complete = False
            continue
        places = affiliations_of([text(words_of(one)) for one in author.iterfind("affiliation")])
        named, whole = people(name, family=family, given=given, affiliations=places)
        found, complete = [*found, *named], complete and whole
    return in_order(found), bool(found) and complete


def _dublin_core(where: str, identifier: str, paper: etree._Element) -> Record | Rejection:
    """Dublin Core: abstract and comment are both descriptions, the arXiv id, the DOI and the journal are all identifiers."""
    descriptions = [words_of(element) for element in paper.iterfind("description")]
    comments = [_COMMENT.sub("", one, count=1) for one in descriptions if _COMMENT.match(one)]
    names = [text(words_of(element)) for element in paper.iterfind("creator")]
    places = [words_of(element) for element in paper.iterfind("identifier")]
    known = next((place for place in places if arxiv(place)), identifier)
    dates = sorted(filter(None, (parsed_date(words_of(element)) for element in paper.iterfind("date"))))
    listed = [people(name, family_first=True) for name in names if name and not is_others(name)]
    authors = in_order(author for found, _ in listed for author in found)
    return work(
        Fields(
            where=where,
            id=known,
            title=words_at(paper, "title"),
            abstract=next((one for one in descriptions if not _COMMENT.match(one)), ""),
            authors=authors,
            complete=bool(authors) and not any(map(is_others, names)) and all(complete for _, complete in listed),
            date=dates[0] if dates else "",
            categories=tuple(_codes().get(words_of(element).casefold(), "") for element in paper.iterfind("subject")),
            doi=" ".join(place for place in places if dois(place) and not arxiv(place)),
            comment=" ".join(comments),
            journal=next((place for place in places if not arxiv(place) and not dois(place) and "://" not in place), ""),
        )
    )


@cache
def _codes() -> dict[str, str]:
    """Category code by its name as Dublin Core prints it: "Computer Science - Machine Learning" is cs.LG."""
    names = categories()
    full = ((f"{names[code.partition('.')[0]]} - {name}" if "." in code else name, code) for code, name in names.items())
    return {name.casefold(): code for name, code in full}

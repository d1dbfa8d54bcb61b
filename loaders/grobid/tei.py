"""GROBID's TEI: the header and the references that it reads out of a PDF file, or references alone.

Format: https://grobid.readthedocs.io/en/latest/TEI-encoding-of-results/
"""

from collections.abc import Iterator

from lxml import etree

from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, cited_id, doi, work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.xml_words import words_at, words_of
from loaders.grobid.people import people
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Identifier, Items, Publication, Record, Rejection, Remark

NAME = "grobid_tei"
ABOUT = "GROBID's TEI: header and references of a PDF file, or references alone"

_SHAPE = Shape(frozenset(("TEI",)), frozenset(("teiHeader",)), frozenset(("teiCorpus",)))
_BARE = Shape(frozenset(("biblStruct",)), frozenset(), frozenset(("listBibl", "div", "back", "text")))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS: dict[str, PublicationKind] = {"j": "journal", "m": "book", "s": "book", "u": "other"}


def recognise(head: str) -> bool:
    """Whether an XML text begins with TEI that holds descriptions of works as GROBID writes them."""
    name = root_name(head)
    if name in ("TEI", "teiCorpus"):
        return "biblStruct" in head or "grobid" in head.casefold()
    return name in ("biblStruct", "listBibl")


def read(source: Source) -> Items:
    """The header, then a record for every document; of a file of references a record for each of these."""
    yield Header(format=NAME, source="GROBID")
    shape = _SHAPE if root_name(source.head()) in ("TEI", "teiCorpus") else _BARE
    for piece in pieces(source, shape):
        if isinstance(piece, Piece):
            yield from _item(piece)
        elif not isinstance(piece, Opened):
            yield piece


def _item(piece: Piece) -> Iterator[Record | Rejection | Remark]:
    where = f"line {piece.line}"
    if piece.tag == "biblStruct":
        yield _reference(piece.element, where)
    elif piece.tag == "TEI":
        yield from _document(piece.element, where)


def _document(tei: etree._Element, where: str) -> Iterator[Record | Rejection | Remark]:
    """The work, with what of its references has an identifier; where GROBID read references alone, a record for each of them."""
    references = tei.findall("text/back//listBibl/biblStruct") or tei.findall("text//listBibl/biblStruct")
    source = tei.find("teiHeader/fileDesc/sourceDesc/biblStruct")
    title = title_text(words_at(tei, "teiHeader/fileDesc/titleStmt/title"))
    abstract = _abstract(tei)
    ids = _ids(source) if source is not None else ()
    if title is None and abstract is None and not ids:
        if not references:
            yield Rejection(where, "GROBID found neither title, abstract nor references in the document")
        for number, reference in enumerate(references, 1):
            yield _reference(reference, f"{where}, reference {number}")
        return
    cites = [found for reference in references if (found := _cited(reference))]
    yield _record(source, where, title, abstract, tei, tuple(dict.fromkeys(cites)))
    if without := len(references) - len(cites):
        yield Remark(
            where, f"{without} of {len(references)} references have no identifier, so that they cite nothing that is known"
        )


def _record(
    source: etree._Element | None,
    where: str,
    title: str | None,
    abstract: str | None,
    tei: etree._Element | None,
    cites: tuple[Identifier, ...],
) -> Record:
    work = source if source is not None else etree.Element("biblStruct")
    header = tei.find("teiHeader") if tei is not None else None
    authors, complete = people(work)
    year, date = _when(work, header)
    ids = _ids(work)
    return Record(
        where=f"{where} ({ids[0].value})" if ids else where,
        title=title,
        abstract=abstract,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(work, ids, year),
        subjects=keywords(_words(header), separators=";") if header is not None else (),
        cites=cites,
        **_numbering(work),
        **_imprint(work, tei),
    )


def _imprint(work: etree._Element, tei: etree._Element | None) -> Imprint:
    """The imprint of what the work stands in, else the publisher of the document; its language as GROBID tells it."""
    header, text = (tei.find("teiHeader"), tei.find("text")) if tei is not None else (None, None)
    spoken = [one.get(_LANGUAGE) for one in (header, text) if one is not None]
    publisher = words_at(work, "monogr/imprint/publisher")
    return imprint(
        publisher=publisher or (words_at(header, "fileDesc/publicationStmt/publisher") if header is not None else None),
        place=words_at(work, "monogr/imprint/pubPlace"),
        language=spoken[:1],
        urls=[one.get("target") for one in work.iter("ptr", "ref")],
    )


def _reference(reference: etree._Element, where: str) -> Record | Rejection:
    title = _title(reference)
    if title is None and not _ids(reference):
        return Rejection(where, "the reference has neither title nor identifier")
    return _record(reference, where, title, None, None, ())


def _title(reference: etree._Element) -> str | None:
    """The title of the article, else of the book."""
    titles = (words_of(one) for path in ("analytic/title", "monogr/title") for one in reference.iterfind(path))
    return next((found for one in titles if (found := title_text(one))), None)


def _abstract(tei: etree._Element) -> str | None:
    element = tei.find("teiHeader/profileDesc/abstract")
    if element is None:
        return None
    return abstract_text("\n".join(filter(None, (words_of(one) for one in element.iter("p", "ab")))) or words_of(element))


def _words(header: etree._Element) -> list[str]:
    terms = [words_of(one) for one in header.iterfind("profileDesc/textClass/keywords//term")]
    return terms or [words_of(one) for one in header.iterfind("profileDesc/textClass/keywords")]


def _ids(work: etree._Element) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    for element in (*work.iterfind("idno"), *work.iterfind("analytic/idno"), *work.iterfind("monogr/idno")):
        kind, value = (element.get("type") or "").casefold(), words_of(element)
        if kind == "doi":
            found += work_ids(doi_in=value)
        elif kind == "arxiv":
            found += work_ids(arxiv_in=value)
        elif kind in ("pmid", "pmcid"):
            found += work_ids(**{kind: value})
        elif kind == "isbn" and work.find("analytic") is None:
            found += work_ids(isbn_in=value)
    return each_once(*found)


def _cited(reference: etree._Element) -> Identifier | None:
    """The identifier by which a reference is cited: that of arXiv, the DOI, or one that stands in its address."""
    ids = {known.scheme: known for known in _ids(reference)}
    address = next((found for one in reference.iter("ptr", "ref") if (found := doi(one.get("target")))), None)
    own = next((ids[scheme] for scheme in ("arxiv", "doi", "pmid", "pmcid") if scheme in ids), None)
    return own or (cited_id(address) if address else None)


def _when(work: etree._Element, header: etree._Element | None) -> tuple[int | None, str | None]:
    elements = [*work.iterfind("monogr/imprint/date"), *work.iterfind("analytic/date")]
    elements += header.iterfind("fileDesc/publicationStmt/date") if header is not None else []
    published = [one for one in elements if one.get("type") in ("published", None)]
    printed = [text for one in published for text in (one.get("when"), words_of(one)) if text]
    year = year_of(*printed)
    dates = [found for text in printed if (found := parsed_date(text)) and found.startswith(str(year))]
    return year, max(dates, key=len, default=str(year) if year else None)


def _publications(work: etree._Element, ids: tuple[Identifier, ...], year: int | None) -> tuple[Publication, ...]:
    """The journal, else the meeting or the book that the work stands in, and arXiv."""
    preprint = arxiv(next((known.value for known in ids if known.scheme == "arxiv"), None))
    titles = [one for one in work.iterfind("monogr/title") if words_of(one)]
    titles = titles if work.find("analytic") is not None else [one for one in titles if one.get("level") == "j"]
    journal = next((one for one in titles if one.get("level") == "j" and one.get("type") != "abbrev"), None)
    meeting = words_at(work, "monogr/meeting")
    numbers = [words_of(one) for one in work.iterfind("monogr/idno") if (one.get("type") or "").upper().endswith("ISSN")]
    if journal is None and titles:
        kind: PublicationKind = "conference" if meeting else _KINDS.get(titles[0].get("level") or "", "other")
        return publications(words_of(titles[0]), kind, year, preprint)
    if journal is None:
        return publications(meeting or None, "conference", year, preprint)
    return publications(words_of(journal), "journal", year, preprint, issn_ids(*numbers))


def _numbering(work: etree._Element) -> Numbering:
    scopes = {one.get("unit") or "": one for one in work.iterfind("monogr/imprint/biblScope")}
    page = scopes.get("page")
    return numbering(
        volume=words_of(scopes.get("volume")),
        issue=words_of(scopes.get("issue")),
        pages=words_of(page) or None,
        first=page.get("from") if page is not None else None,
        last=page.get("to") if page is not None else None,
    )

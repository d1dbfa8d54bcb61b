"""MODS: descriptions of works by libraries and repositories, one, many, or in answers of OAI-PMH.

Format: https://www.loc.gov/standards/mods/userguide/ (versions 3.0 to 3.8)
"""

import re
from collections.abc import Iterator

from lxml import etree

from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import parsed_date, unread_year, year_of
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.links import each_once, issn_ids, work_link_ids
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.xml_words import words_at, words_of
from loaders.libraries.answers import refusal
from loaders.libraries.mods_parts import part_imprint, part_numbering, people, subjects
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Identifier, Items, Publication, Record, Rejection

NAME = "mods"
ABOUT = "MODS: works as libraries and repositories describe them, also by OAI-PMH"

_ASIDE = ("header", "request", "responseDate", "resumptionToken", "error")
_ENVELOPES = ("modsCollection", "OAI-PMH", "ListRecords", "GetRecord", "record", "records", "metadata", "searchRetrieveResponse",
              "recordData")  # fmt: skip
_OWN = ("mods", "modsCollection")
_FIRST_IN_ENVELOPE = re.compile(r"<(?:[\w.-]+:)?(?:metadata|recordData)(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?(\w+)")
"""What the first record of an answer holds; further ones may be of another kind."""
_SHAPE = Shape(frozenset(("mods",)), frozenset(_ASIDE), frozenset(_ENVELOPES))
_SCHEMES = {
    "doi": "doi", "isbn": "isbn", "pmid": "pmid", "pubmed": "pmid", "pmc": "pmcid", "pmcid": "pmcid", "arxiv": "arxiv",
    "eid": "scopus", "scopus": "scopus", "scopusid": "scopus", "isi": "wos", "wos": "wos", "ut": "wos", "isiut": "wos",
    "openalex": "openalex",
}  # fmt: skip


def recognise(head: str) -> bool:
    """Whether an XML text has descriptions in the name space of MODS, by themselves or in an envelope."""
    name = root_name(head)
    if name in _OWN:
        return True
    first = _FIRST_IN_ENVELOPE.search(head)
    return name in _ENVELOPES and "loc.gov/mods/" in head and (first[1] in _OWN if first else "mods>" in head)


def read(source: Source) -> Items:
    """The header, then a record for every description; deleted records of a repository are rejections."""
    yield Header(format=NAME, source="MODS")
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Piece):
            yield from _item(piece)
        elif not isinstance(piece, Opened):
            yield piece


def _item(piece: Piece) -> Iterator[Record | Rejection]:
    where = f"line {piece.line}"
    if piece.tag == "mods":
        yield _work(piece.element, where)
    elif refused := refusal(piece, "the repository"):
        yield refused


def _work(mods: etree._Element, place: str) -> Record | Rejection:
    key = words_at(mods, "recordInfo/recordIdentifier") or (mods.get("ID") or "")
    where = f"{place} ({key})" if key else place
    title = _title(mods)
    abstracts = [found for one in mods.iterfind("abstract") if (found := abstract_text(words_of(one)))]
    ids = _ids(mods)
    if title is None and not abstracts and not ids:
        return Rejection(where, "the description has neither title, abstract nor identifier; complete it or leave it out")
    hosts = [item for item in mods.iterfind("relatedItem") if item.get("type") == "host" and not _is_collection(item)]
    genres = [found for one in mods.iterfind("genre") if (found := words_of(one))]
    authors, complete = people(mods, hosts)
    year, date = _when(mods, hosts)
    return Record(
        where=where,
        title=title,
        abstract=abstracts[0] if abstracts else None,
        kind=next(iter(genres), None) or words_at(mods, "typeOfResource") or None,
        year=year,
        date=date,
        unread_year=unread_year(year, *(words_of(one) for one in mods.iterfind("originInfo/dateIssued"))),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(mods, hosts, genres, year, ids),
        subjects=tuple(subjects(mods)),
        cites=each_once(*_cites(mods)),
        retracted=is_retracted_kind(*genres),
        **part_numbering(mods, hosts),
        **part_imprint(mods, hosts, _granter(mods)),
    )


def _is_collection(host: etree._Element) -> bool:
    """Whether a host is where a library keeps the work, not what it is published in."""
    label = (host.get("displayLabel") or "").casefold()
    return "collection" in label or "project" in label or host.find("typeOfResource[@collection='yes']") is not None


def _title(element: etree._Element) -> str | None:
    """The title that is no abbreviated, translated, alternative or uniform one, with its article, subtitle and part."""
    found = element.findall("titleInfo")
    usual = sorted(found, key=lambda one: (one.get("type") is not None, one.get("usage") != "primary"))
    for info in usual[:1]:
        main = " ".join(filter(None, (words_at(info, "nonSort"), words_at(info, "title")))).replace("' ", "'")
        behind = ", ".join(filter(None, (words_at(info, "partNumber"), words_at(info, "partName"))))
        main = ": ".join(filter(None, (main.rstrip(" :/"), words_at(info, "subTitle"))))
        return title_text(". ".join(filter(None, (main, behind))))
    return None


def _ids(mods: etree._Element) -> tuple[Identifier, ...]:
    """The identifiers, and those that addresses of the work hold. An invalid one is none."""
    given = [one for one in mods.iterfind("identifier") if one.get("invalid") != "yes"]
    found = [known for one in given for known in _id(one)]
    for address in mods.iterfind("location/url"):
        found += work_link_ids(words_of(address))
    return each_once(*found)


def _id(element: etree._Element) -> tuple[Identifier, ...]:
    kind = (element.get("type") or "").strip().casefold().replace("-", "").replace(" ", "")
    value, scheme = words_of(element), _SCHEMES.get(kind, "")
    if scheme == "doi":
        return work_ids(doi_in=value)
    if scheme == "arxiv":
        return work_ids(arxiv_in=value if "/" in value or ":" in value else f"arXiv:{value}")
    if scheme == "isbn":
        return work_ids(isbn_in=value)
    return work_ids(**{scheme: value}) if scheme else work_link_ids(value)


def _when(mods: etree._Element, hosts: list[etree._Element]) -> tuple[int | None, str | None]:
    """Year and date of issue, else of the copyright or of another date, of the work or of the part of its host."""
    names = ("dateIssued", "copyrightDate", "dateCreated", "dateOther", "dateValid")
    elements = [one for name in names for one in mods.iterfind(f"originInfo/{name}")]
    elements += [one for item in (mods, *hosts) for one in item.iterfind("part/date")]
    elements += [one for item in hosts for one in item.iterfind("originInfo/dateIssued")]
    printed = [_iso(words_of(one)) for one in elements if one.get("point") != "end"]
    year = year_of(*printed)
    dates = [found for text in printed if (found := parsed_date(text)) and found.startswith(str(year))]
    return year, max(dates, key=len, default=str(year) if year else None)


def _iso(printed: str) -> str:
    """A date of the basic form 20200401 with hyphens."""
    return f"{printed[:4]}-{printed[4:6]}-{printed[6:]}" if len(printed) == 8 and printed.isdigit() else printed


def _publications(
    mods: etree._Element, hosts: list[etree._Element], genres: list[str], year: int | None, ids: tuple[Identifier, ...]
) -> tuple[Publication, ...]:
    """The host; of a paper without one its conference, of theses, reports and data who gave the degree or published it; arXiv."""
    kind = publication_kind(" ".join((*genres, *(words_of(one) for item in hosts for one in item.iterfind("genre")))))
    named = next((name for item in hosts if (name := _title(item))), None)
    numbers = [words_of(one) for item in hosts for one in item.iterfind("identifier") if one.get("type") == "issn"]
    if kind == "other" and issn_ids(*numbers):
        kind = "journal"
    conference = next((words_of(one) for one in mods.iterfind("name[@type='conference']/namePart")), None)
    if named is None:
        granter = _granter(mods) if kind in ("thesis", "report", "dataset") else None
        named = granter or publisher_as_venue(words_at(mods, "originInfo/publisher"), kind)
    preprint = arxiv(next((known.value for known in ids if known.scheme == "arxiv"), None))
    return publications(named or conference, kind, year, preprint, issn_ids(*numbers))


def _granter(mods: etree._Element) -> str | None:
    """The institution that gave the degree."""
    terms = ("dgg", "degree granting institution", "degree grantor")
    for name in mods.iterfind("name[@type='corporate']"):
        if any(words_of(term).casefold() in terms for term in name.iterfind("role/roleTerm")):
            return words_at(name, "namePart") or None
    return None


def _cites(mods: etree._Element) -> Iterator[Identifier]:
    """What is listed as a reference, each by its first identifier."""
    for item in mods.iterfind("relatedItem"):
        if item.get("type") == "references":
            yield from _ids(item)[-1:]

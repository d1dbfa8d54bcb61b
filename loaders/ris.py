"""RIS, the exchange format of reference managers, as Zotero, Scopus, the Web of Science and others write it.

Tags: the specification kept by https://en.wikipedia.org/wiki/RIS_(file_format) and the habits of the programs named above.
"""

import re

from msgspec.structs import replace

from loaders.corrections import is_retracted_kind, says_retracted
from loaders.identifiers import arxiv, cited, doi, doi_in_address, dois, work_ids
from loaders.keywords import keywords
from loaders.kinds import PublicationKind, publication_kind
from loaders.links import issn_ids
from loaders.markup import plain_markup
from loaders.numbering import Numbering, numbering
from loaders.partial_dates import date_of, parsed_date, year_of
from loaders.people_lists import with_commas
from loaders.person_names import authorships
from loaders.publications import publications
from loaders.records import Affiliation, Authorship, Header, Identifier, Items, Record, Rejection, Remark
from loaders.source import Source
from loaders.tagged import TaggedRecord, tagged_records
from loaders.text_lines import TextLines
from loaders.venues import venue
from loaders.work_text import without_heading

NAME = "ris"
ABOUT = "RIS records of reference managers and databases (Zotero, Scopus, Web of Science)"
SITE = "RIS file"

_STRICT_TAG = re.compile(r"\s?(?P<tag>[A-Z][A-Z0-9])  -(?:\s|$)(?P<value>.*)")
_LOOSE_TAG = re.compile(r"\s?(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?:\s|$)(?P<value>.*)")
_BEGINS = re.compile(r"^\s?TY {1,2}- ?[A-Z]", re.MULTILINE)
_PAGE = re.compile(r"[A-Za-z]{0,3}\d+")
_ARTICLE_NUMBER = re.compile(r"e?\d{4,}", re.IGNORECASE)
_ABSENT = {"nan", "none", "null", "n/a"}
_KINDS: dict[str, tuple[str, PublicationKind]] = {
    "ABST": ("abstract", "journal"),
    "BOOK": ("book", "book"),
    "CHAP": ("book chapter", "book"),
    "COMP": ("computer program", "other"),
    "CONF": ("conference proceedings", "conference"),
    "CPAPER": ("conference paper", "conference"),
    "DATA": ("dataset", "dataset"),
    "EBOOK": ("electronic book", "book"),
    "ECHAP": ("electronic book chapter", "book"),
    "EDBOOK": ("edited book", "book"),
    "EJOUR": ("electronic article", "journal"),
    "ELEC": ("web page", "other"),
    "GEN": ("generic", "other"),
    "INPR": ("article in press", "journal"),
    "JFULL": ("journal", "journal"),
    "JOUR": ("journal article", "journal"),
    "MGZN": ("magazine article", "journal"),
    "NEWS": ("newspaper article", "other"),
    "PAT": ("patent", "other"),
    "PREPRINT": ("preprint", "preprint"),
    "RPRT": ("report", "report"),
    "SER": ("serial publication", "book"),
    "THES": ("thesis", "thesis"),
    "UNPB": ("unpublished work", "other"),
}
"""The types of the specification: its words for them, and where such works appear."""


def recognise(head: str) -> bool:
    """Whether a line "TY  - " stands near the beginning, among the first lines with a tag."""
    found = _BEGINS.search(head)
    return found is not None and head[: found.start()].count("\n") < 40 and "</" not in head[: found.start()]


def read(source: Source) -> Items:
    """The header, then one record or rejection for each record of the file."""
    yield Header(format=NAME, source=SITE)
    lines = TextLines(source)
    pattern = _LOOSE_TAG if re.search(r"^\s?TY - ", source.head(), re.MULTILINE) else _STRICT_TAG
    for tagged in tagged_records(lines, pattern, "TY", continues=lambda text: bool(text.strip())):
        where = f"line {tagged.line}"
        if tagged.is_too_large:
            yield Rejection(where, "the record is larger than 16 MiB; an ER line is probably missing")
            continue
        yield _record(tagged, where)
        if not tagged.ended:
            yield Remark(where, "the record has no ER line; if the file is cut off here, its last field is not complete")
    yield from lines.remarks


def _record(tagged: TaggedRecord, where: str) -> Record | Rejection:
    given = _given(tagged, "TY")
    kind, published = _KINDS.get((given or "").upper()) or (given, publication_kind(given))
    own_title = ("TI", "T1", "CT", "BT") if published == "book" or not tagged.values("T2", "BT") else ("TI", "T1", "CT")
    title = _text(tagged, *own_title)
    ids = _ids(tagged)
    abstract = without_heading(_text(tagged, "AB", "N2", paragraphs=True) or "") or None
    if title is None and abstract is None and not ids:
        return Rejection(
            where, f"the record has no title (TI), abstract or identifier; it has {', '.join(sorted(tagged.tags()))}"
        )
    year, date = _when(tagged)
    authors, complete = _authors(tagged)
    preprint = arxiv(next((each.value for each in ids if each.scheme == "arxiv"), None))
    note = _given(tagged, "M3")
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=note if note and doi(note) is None and not any(map(str.isdigit, note)) else kind,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(_venue(tagged, published), published, year, preprint, issn_ids(*tagged.values("SN"))),
        subjects=keywords(tagged.values("KW"), separators=";\n"),
        comment=note if note and "retract" in note.lower() else None,
        cites=_cites(tagged),
        retracted=is_retracted_kind(note) or says_retracted(tagged.first("N1")),
        **_numbering(tagged),
    )


def _numbering(tagged: TaggedRecord) -> Numbering:
    """Article numbers stand in C7 (EndNote, Scopus, Web of Science), in AR, or in M1 (Pure, older Scopus: a long number).

    Of a book or thesis SP is the number of its pages.
    """
    other = tagged.first("M1")
    is_whole = (tagged.first("TY") or "").upper() in ("BOOK", "EBOOK", "EDBOOK", "THES")
    return numbering(
        volume=tagged.first("VL"),
        issue=tagged.first("IS", "CP"),
        first=None if is_whole else tagged.first("SP") or next(filter(_PAGE.fullmatch, tagged.values("SE")), None),
        last=tagged.first("EP"),
        article_number=tagged.first("C7", "AR") or (other if other and _ARTICLE_NUMBER.fullmatch(other) else None),
    )


def _when(tagged: TaggedRecord) -> tuple[int | None, str | None]:
    """The year, and the most exact date of that year; DA may hold the month alone ("SEP")."""
    given = [_given(tagged, tag) for tag in ("DA", "Y1", "PY")]
    year = year_of(given[2], given[1], given[0])
    dates = [parsed_date(text) for text in given] + [date_of(year, given[0]) if given[0] and not year_of(given[0]) else None]
    fitting = [date for date in dates if date and (year is None or date.startswith(str(year)))]
    return year, max(fitting, key=len, default=None)


def _given(tagged: TaggedRecord, *tags: str) -> str | None:
    value = tagged.first(*tags)
    return None if value is None or value.casefold() in _ABSENT else value


def _text(tagged: TaggedRecord, *tags: str, paragraphs: bool = False) -> str | None:
    values = (value for tag in tags for value in tagged.values(tag) if value.casefold() not in _ABSENT)
    return next((text for value in values if (text := plain_markup(value, paragraphs=paragraphs))), None)


def _authors(tagged: TaggedRecord) -> tuple[tuple[Authorship, ...], bool]:
    authors, complete = authorships(_people(tagged, "AU", "A1"))
    editors, _ = authorships(list(dict.fromkeys(_people(tagged, "A2", "ED"))), is_editor=True)
    addresses = tuple(Affiliation(" ".join(address.split())) for address in tagged.values("AD"))
    if len(addresses) == 1 or len(authors) == 1:
        authors = tuple(replace(author, affiliations=addresses) if author.kind == "person" else author for author in authors)
    return authors + editors, complete and bool(authors)


def _people(tagged: TaggedRecord, *tags: str) -> list[str]:
    names = (name.strip() for value in tagged.values(*tags) for name in re.split(r"[;\n]", value))
    return with_commas([name for name in names if name])


def _venue(tagged: TaggedRecord, published: PublicationKind) -> str | None:
    tags = ("T2", "JF", "JO", "BT", "J2", "JA") if published != "book" else ("T2", "BT", "JF", "JO", "T3")
    printed = _text(tagged, *tags)
    publisher = _text(tagged, "PB")
    if printed is None and publisher and (published in ("thesis", "report") or _is_preprint_server(publisher)):
        return publisher
    return None if printed and printed == _text(tagged, "TI", "T1") else printed


def _is_preprint_server(name: str) -> bool:
    known = venue(name)
    return known is not None and known.kind == "preprint"


def _ids(tagged: TaggedRecord) -> tuple[Identifier, ...]:
    addresses = " ".join(tagged.values("UR", "L1", "L2", "L3"))
    accession = _given(tagged, "AN") or ""
    database = (_given(tagged, "DB", "DP") or "").casefold()
    own = _given(tagged, "C2") or ""
    pubmed = own if database == "scopus" else accession if database in ("pubmed", "medline") else None
    return work_ids(
        doi_in=doi(_given(tagged, "DO")) or doi(_given(tagged, "M3")) or doi_in_address(addresses),
        arxiv_in=next((value for value in tagged.values("UR", "JO", "T2", "M1", "AN", "PB") if arxiv(value)), None),
        isbn_in=_given(tagged, "SN"),
        pmid=pubmed,
        pmcid=own if own.upper().startswith("PMC") else None,
        wos=f"{accession} {' '.join(tagged.values('UR'))}",
        scopus=addresses,
    )


def _cites(tagged: TaggedRecord) -> tuple[Identifier, ...]:
    """DOIs in the references that Scopus puts into a note."""
    notes = (note for note in tagged.values("N1") if note.startswith("References"))
    return cited(*(value for note in notes for value in dois(note)))

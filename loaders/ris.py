"""RIS, the exchange format of reference managers, as Zotero, Scopus, the Web of Science and others write it.

Tags: the specification kept by https://en.wikipedia.org/wiki/RIS_(file_format) and the habits of the programs named above.
"""

import re

from loaders.author_lists.addresses import with_addresses
from loaders.author_lists.reading import authorships
from loaders.fields.citation_counts import noted_citation_count
from loaders.fields.corrections import is_retracted_kind, says_retracted
from loaders.fields.dates import date_of, parsed_date, unread_year, year_of
from loaders.fields.export_dates import exported
from loaders.fields.identifiers import arxiv, cited, doi, doi_in_address, dois, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import without_heading
from loaders.parsing.markup import plain_markup
from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, TaggedRecord, tagged_records
from loaders.parsing.text_lines import TextLines
from loaders.records import Authorship, Header, Identifier, Items, Record, Rejection
from loaders.table_rows.odd_rows import OddRows

NAME = "ris"
ABOUT = "RIS records of reference managers and databases (Zotero, Scopus, Web of Science)"
SITE = "RIS file"

_TAGS = frozenset(
    {
        "ID", "AU", "ED", "TA", "TI", "CT", "BT", "ST", "TT", "PY", "DA", "AB", "AD", "AV", "CA", "CN", "CP", "CY", "DB", "DI",
        "DO", "DP", "EP", "ET", "IS", "JA", "JF", "JO", "KW", "LA", "LB", "LK", "NV", "OP", "PB", "PP", "PT", "RI", "RN",
        "RP", "SE", "SN", "SO", "SP", "UR", "VL", "VO", "AN", "AR",
    }.union(f"{letter}{number}" for letter in "ACJLMNTUY" for number in range(1, 9))
)  # fmt: skip
"""Tags that are known in any spelling of the line; another is one where it is written as the specification says."""
_STRICT_LINE = re.compile(r"\s{0,3}(?P<tag>[A-Za-z][A-Za-z0-9])  -(?:\s(?P<value>.*)|$)")
_LOOSE_LINE = re.compile(r"\s{0,3}(?P<tag>[A-Za-z][A-Za-z0-9])(?:[ \t]{1,4}-[ \t]?|-[ \t]+)(?P<value>.*)")
_LONG_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9_]{2,24})  -(?:\s(?P<value>.*)|$)")
"""A field of a database's own ("DESCRIPTORS  - "), written like those of RIS."""
_TYPE_OR_END = re.compile(
    r"\s{0,3}(?P<tag>TY)[ \t]{0,4}-[ \t]{0,4}(?P<value>[A-Z]{3,8})\s*|\s{0,3}(?P<end>ER)[ \t]{0,4}-\s*", re.IGNORECASE
)
_TYPE = re.compile(r"^\s{0,3}TY[ \t]{0,4}-[ \t]{0,4}[A-Z]{3,8}\s*$", re.MULTILINE | re.IGNORECASE)
_STRICT_TYPE = re.compile(r"^\s{0,3}TY  - [A-Z]", re.MULTILINE | re.IGNORECASE)
_OTHER_LINE = re.compile(r"^\s{0,3}(?:ER|TI|T1|AU|A1|PY|Y1|DO|UR|JO|AB)[ \t]{0,4}-(?:\s|$)", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^ER  -\s*$", re.MULTILINE)
_PAGE = re.compile(r"[A-Za-z]{0,3}\d+")
_ARTICLE_NUMBER = re.compile(r"e?\d{4,}", re.IGNORECASE)
_NAMES = frozenset({"TI", "T1", "CT", "DO"})
_ONCE = frozenset({"AU", "A1", "PY", "Y1", "AB", "N2", "JO", "JF", "T2", "VL", "SP", "AN", "ID"})
_ABSENT = {"nan", "none", "null", "n/a", "na"}
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

_LONGEST_SHOWN = 200


def recognise(head: str) -> bool:
    """Whether there is a line "TY  - JOUR", not within quotes as in a cell of a table, and another with a tag of RIS; or, in a
    file without types, lines that end records."""
    found = _TYPE.search(head)
    if found and head.count('"', 0, found.start()) % 2:
        return False
    if found is None or "</" in head[: found.start()]:
        return "</" not in head and bool(_END.search(head)) and len(_OTHER_LINE.findall(head)) > 2
    return bool(_STRICT_TYPE.match(found.group())) or bool(_OTHER_LINE.search(head))


def read(source: Source) -> Items:
    """The header, then one record or rejection for each record of the file."""
    yield Header(format=NAME, source=SITE, facts=exported(source.head()))
    lines, remarks = TextLines(source), OddRows()
    head = source.head()
    tags = _Tags(is_loose=not _STRICT_TYPE.search(head) and bool(_TYPE.search(head)))
    for tagged in tagged_records(lines, Grammar(tags.of, "TY", names=_NAMES, once=_NAMES | _ONCE, around=frozenset({"EF"}))):
        where = f"line {tagged.line}"
        if tagged.is_too_large:
            yield Rejection(where, "the record is larger than 16 MiB; an ER line is probably missing")
            continue
        yield tagged.with_what_is_left(_record(tagged, where))
        _remark(tagged, where, remarks)
    yield from remarks.remarks()
    yield from lines.remarks


class _Tags:
    """The tags of lines. Spaces are counted as the specification has them, or more loosely where the last type line is loose."""

    def __init__(self, *, is_loose: bool) -> None:
        self._is_loose = is_loose

    def of(self, text: str) -> tuple[str, str] | None:
        """The tag and the value of a line; None for one that goes on with the line before."""
        strict = _STRICT_LINE.fullmatch(text)
        if special := _TYPE_OR_END.fullmatch(text):
            if special["tag"]:
                self._is_loose = strict is None
            return (special["tag"] or special["end"]).upper(), special["value"] or ""
        match = strict or _LOOSE_LINE.fullmatch(text)
        if match is None and (long := _LONG_LINE.fullmatch(text)):
            return long["tag"], long["value"] or ""
        if match is None or not (strict or (match["tag"].upper() in _TAGS and (self._is_loose or "  -" in text[:8]))):
            return None
        return match["tag"].upper(), match["value"] or ""


def _remark(tagged: TaggedRecord, where: str, remarks: OddRows) -> None:
    if tagged.torn:
        remarks.add(where, f"the record has no ER line; {tagged.told_of_its_end()}", truncated=True)
    elif not tagged.ended and tagged.is_last:
        remarks.add(
            where, "the record has no ER line; if the file is truncated here, its last field is not complete", truncated=True
        )
    elif not tagged.ended:
        remarks.add(where, "the record has no ER line; it was closed where the next one begins")
    if len(set(types := tagged.values("TY"))) > 1:
        remarks.add(where, "the record has two types (TY); the first was taken", details=[", ".join(types)])
    if len(found := {each: None for value in tagged.values("DO") for each in dois(value)}) > 1:
        remarks.add(where, "the record has several DOIs (DO); the first was taken", details=[", ".join(found)[:_LONGEST_SHOWN]])
    for tag in tagged.torn_tags():
        remarks.add(where, f"every character of {tag} stood on a line of its own; they were put together again")


def _record(tagged: TaggedRecord, where: str) -> Record | Rejection:
    given = next(iter(tagged.lines("TY")), None)
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
        unread_year=unread_year(year, *(_given(tagged, tag) for tag in ("PY", "Y1", "DA"))),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(_venue(tagged, published), published, year, preprint, issn_ids(*tagged.values("SN"))),
        subjects=keywords(tagged.values("KW", "DESCRIPTORS"), separators=";\n"),
        comment=note if note and "retract" in note.lower() else None,
        cites=_cites(tagged),
        retracted=is_retracted_kind(note) or says_retracted(tagged.first("N1")),
        cited_by=noted_citation_count(*tagged.values("N1")),
        **_numbering(tagged),
        **imprint(
            publisher=_text(tagged, "PB", "PU"),
            place=_text(tagged, "CY", "PP", "PI"),  # PU and PI are those of the Web of Science
            language=tagged.values("LA"),
            urls=[link for value in tagged.values("UR", "LK") for link in value.split()],
        ),
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
    authors, complete = authorships(tagged.values("AU", "A1"))
    editors, _ = authorships(list(dict.fromkeys(tagged.values("A2", "ED"))), is_editor=True)
    return with_addresses(authors, tagged.values("AD")) + editors, complete and bool(authors)


def _venue(tagged: TaggedRecord, published: PublicationKind) -> str | None:
    tags = ("T2", "JF", "JO", "BT", "J2", "JA") if published != "book" else ("T2", "BT", "JF", "JO", "T3")
    printed = _text(tagged, *tags)
    if printed is None:
        return publisher_as_venue(_text(tagged, "PB"), published)
    return None if printed == _text(tagged, "TI", "T1") else printed


def _ids(tagged: TaggedRecord) -> tuple[Identifier, ...]:
    addresses = " ".join(tagged.values("UR", "L1", "L2", "L3"))
    accession = _given(tagged, "AN") or ""
    database = (_given(tagged, "DB", "DP") or "").casefold()
    own = _given(tagged, "C2") or ""
    pubmed = own if database == "scopus" else accession if re.search("pubmed|medline", database) else None
    return work_ids(
        doi_in=doi(_given(tagged, "DO")) or doi(_given(tagged, "M3")) or doi_in_address(addresses),
        arxiv_in=next((value for value in tagged.values("UR", "JO", "T2", "M1", "AN", "PB") if arxiv(value)), None),
        isbn_in=" ".join(tagged.values("SN")),
        pmid=pubmed,
        pmcid=own if own.upper().startswith("PMC") else None,
        wos=f"{accession} {' '.join(tagged.values('UR'))}",
        scopus=addresses,
    )


def _cites(tagged: TaggedRecord) -> tuple[Identifier, ...]:
    """DOIs in the references that Scopus puts into a note."""
    notes = (note for note in tagged.values("N1") if note.startswith("References"))
    return cited(*(value for note in notes for value in dois(note)))

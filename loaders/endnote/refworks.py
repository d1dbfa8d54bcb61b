"""The tagged export of RefWorks, also as ProQuest, Ovid, CNKI and Zotero write it.

Tags: RefWorks' help, "RefWorks Tagged Format", and the legend that RefWorks writes above an export.
"""

import re

from loaders.endnote.reference import Reference, lines_of
from loaders.endnote.tagged_references import references
from loaders.fields.export_dates import exported
from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, TaggedRecord
from loaders.records import Header, Items

NAME = "refworks"
ABOUT = "the tagged export of RefWorks"
SITE = "RefWorks file"

_TAGS = (
    "RT SR ID A1 A2 A3 A4 A5 A6 T1 T2 T3 JF JO YR FD VO IS SP OP K1 AB NO ED PB PP SN AV AD AN LA CL SF OT LK DO CN DB DS IP RD"
    " ST UL SL LL CR WT WV WP OL PMID PMCID"
)
_LINE = re.compile(rf"\s{{0,3}}(?P<tag>{_TAGS.replace(' ', '|')}|U\d{{1,2}})(?: (?P<value>.*)|\s*$)")
_KIND = re.compile(r"^\s{0,3}RT [A-Z][A-Za-z]", re.MULTILINE)
_FIELD = re.compile(r"^\s{0,3}(?:A1|T1|JF|YR|AB|SP|SR|PB|UL|LK) \S", re.MULTILINE)
_NAMES = frozenset({"T1", "DO"})
_ONCE = _NAMES | {"YR", "JF", "VO", "SP", "AB", "ID"}


def recognise(head: str) -> bool:
    """Whether there is a line "RT Journal Article" and another with a tag of RefWorks."""
    return bool(_KIND.search(head)) and bool(_FIELD.search(head))


def read(source: Source) -> Items:
    """The header, then a record or rejection for each reference of the file."""
    yield Header(format=NAME, source=SITE, facts=exported(source.head()))
    yield from references(source, _GRAMMAR, _reference)


def _tag_of(text: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(text)
    return (match["tag"], match["value"] or "") if match else None


_GRAMMAR = Grammar(_tag_of, "RT", names=_NAMES, once=_ONCE, ends=None)


def _reference(tagged: TaggedRecord, where: str) -> Reference:
    return Reference(
        where=where,
        kind=next(iter(tagged.lines("RT")), ""),
        title=tagged.first("T1") or tagged.first("OT") or "",
        abstract=next(iter(tagged.values("AB")), ""),
        year=tagged.first("YR") or "",
        dates=tuple(tagged.values("FD")),
        authors=tuple(tagged.values("A1")),
        editors=tuple(tagged.values("A2")),
        addresses=tuple(line for text in tagged.values("AD") for line in lines_of(text)),
        venues=tuple(tagged.values("JF") + tagged.values("T2") + tagged.values("JO")),
        publisher=tagged.first("PB") or "",
        place=tagged.first("PP") or "",
        languages=tuple(tagged.values("LA")),
        volume=tagged.first("VO") or "",
        issue=tagged.first("IS") or "",
        pages=tagged.first("SP") or "",
        last_page=tagged.first("OP") or "",
        doi=tagged.first("DO") or "",
        pmid=tagged.first("PMID") or "",
        pmcid=tagged.first("PMCID") or "",
        accession=tagged.first("AN") or "",
        database=" ".join(tagged.values("DB", "DS", "SF")),
        links=tuple(link for text in tagged.values("UL", "LK") for link in lines_of(text)),
        numbers=tuple(tagged.values("SN")),
        keywords=tuple(tagged.values("K1")),
        notes=tuple(line for text in tagged.values("NO") for line in lines_of(text)),
        cited=tuple(tagged.values("CR")),
    )

"""PubMed's citation export with tags (MEDLINE format, .nbib): lines that begin with a tag of up to four letters.

Format: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.author_lists.names_in_one import authorships_in
from loaders.fields.corrections import referred_to
from loaders.fields.dates import date_of, parsed_date, unread_year, year_of
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, orcid_ids
from loaders.fields.name_words import GENERATION
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.person_names import PrintedName, divided, in_natural_order, is_others
from loaders.fields.titles_abstracts import given_abstract
from loaders.fields.unparsed_names import is_organisation, undivided
from loaders.parsing.markup import plain_markup
from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, tagged_records
from loaders.parsing.text_lines import TextLines
from loaders.pubmed.terms import (
    CORRECTED_BY_THIS,
    article_number,
    journal_name,
    kind_of,
    place_of,
    publication_of,
    retracted,
    title_of,
    withdrawn,
)
from loaders.records import Affiliation, Authorship, Header, Identifier, Items, Publication, Record, Rejection, Remark, Subject

NAME = "nbib"
ABOUT = "citations of PubMed in its tagged format (.nbib, MEDLINE)"

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]{1,3}) *- ?(?P<value>.*)")
_OWN = re.compile(r"^(?:PMID|OWN |STAT|FAU |LID |CRDT|PHST)- ", re.MULTILINE)
_SHORT = re.compile(rf"(?P<family>.+?) (?P<given>[A-Z]{{1,4}})(?: (?P<suffix>{GENERATION}))?")
_SUFFIX = re.compile(rf"(?<=[^\s,])\s+({GENERATION})\.?$")


@dataclass
class _Citation:
    line: int
    fields: list[tuple[str, str]] = field(default_factory=list)

    def all(self, *tags: str) -> list[str]:
        return [value for tag, value in self.fields if tag in tags and value]

    def first(self, *tags: str) -> str:
        return next(iter(value for tag in tags for value in self.all(tag)), "")


def recognise(head: str) -> bool:
    """Whether the text has PubMed's tags, "PMID- 12345678" first of all; RIS, which has some of them, begins with TY."""
    start = head.lstrip()
    return start.startswith("PMID- ") or (
        bool(_LINE.match(start)) and not start.startswith("TY  -") and len(_OWN.findall(head)) > 1
    )


def read(source: Source) -> Items:
    """The header, then a record or a rejection for each citation. They end at a blank line or at the next PMID."""
    yield Header(format=NAME, source="PubMed")
    lines = TextLines(source)
    for tagged in tagged_records(lines, _GRAMMAR):
        fields = [(held.tag, " ".join(filter(None, map(str.strip, held.lines)))) for held in tagged.fields]
        yield tagged.with_what_is_left(_record(_Citation(tagged.line, fields)))
        if tagged.torn:
            yield Remark(f"line {tagged.line}", tagged.told_of_its_end(), truncated=True)
    yield from lines.remarks


def _tag_of(text: str) -> tuple[str, str] | None:
    match = _LINE.match(text)
    return (match["tag"], match["value"].strip()) if match else None


_NAMES = frozenset({"PMID", "TI"})
_GRAMMAR = Grammar(_tag_of, "PMID", names=_NAMES, once=_NAMES | {"AB", "AU", "FAU", "DP", "TA", "JT"}, ends=None)


def _record(citation: _Citation) -> Record | Rejection:
    pmid = citation.first("PMID")
    where = f"line {citation.line} (PMID {pmid})" if pmid else f"line {citation.line}"
    title = title_of(plain_markup(citation.first("TI", "BTI")), plain_markup(citation.first("TT")))
    abstract = given_abstract(plain_markup(citation.first("AB")))
    if not title and not abstract:
        return Rejection(where, "the citation has neither title (TI) nor abstract (AB)")
    people, complete = _people(citation)
    kinds = citation.all("PT")
    printed = citation.first("DP") or citation.first("DEP")
    year, date = _date(printed)
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=kind_of(kinds),
        year=year,
        date=date,
        unread_year=unread_year(year, printed),
        ids=each_once(*_ids(citation, pmid)),
        authors=people,
        authors_complete=complete,
        publications=tuple(_publications(citation, kinds, year)),
        subjects=tuple(_subjects(citation)),
        comment=withdrawn(kinds, [(tag, value) for tag, value in citation.fields if tag in ("RIN", "ECI")]),
        retracted=retracted(kinds, [tag for tag, _ in citation.fields]),
        corrects=referred_to((None, value) for tag, value in citation.fields if tag in CORRECTED_BY_THIS),
        **_numbering(citation),
        **imprint(
            publisher=citation.first("PB"),
            place=citation.first("PL") if citation.first("BTI") else None,  # of a journal it is a country
            language=citation.all("LA"),
        ),
    )


def _numbering(citation: _Citation) -> Numbering:
    items = (value.removesuffix("[pii]").strip() for value in citation.all("LID") if value.endswith("[pii]"))
    return numbering(
        volume=citation.first("VI"),
        issue=citation.first("IP"),
        pages=citation.first("PG"),
        article_number=article_number(*items),
    )


def _date(printed: str) -> tuple[int | None, str | None]:
    """Of "2018 May 3", "1998 Dec-1999 Jan", "1976 Fall", "20180503" or "2018/05/03"."""
    if re.fullmatch(r"\d{8}", printed):
        printed = f"{printed[:4]}-{printed[4:6]}-{printed[6:]}"
    year, _, rest = printed.partition(" ")
    month, _, day = rest.partition("-")[0].strip().partition(" ")
    date = parsed_date(printed) if re.match(r"\d{4}[-/]", printed) else date_of(year, month or None, day or None)
    return year_of(year), date


def _people(citation: _Citation) -> tuple[tuple[Authorship, ...], bool]:
    """Names (full where they are given in full) with the affiliations and ORCIDs on the lines behind each."""
    full = {"FAU", "CN", "FED"} if citation.all("FAU", "FED") else {"AU", "CN", "ED"}
    short = _only_short(citation) if "FAU" in full else frozenset()
    found: list[Authorship] = []
    details: list[tuple[list[str], list[Identifier]]] = []
    complete = True
    for tag, value in citation.fields:
        is_named = tag in full or (tag == "AU" and value in short)
        if is_named and is_others(value):
            complete = False
        elif is_named and value:
            named, whole = _authors(tag, value, found)
            found += named
            details += [([], []) for _ in named]
            complete = complete and whole
        elif tag == "AD" and details and value:
            details[-1][0].append(place_of(value))
        elif tag == "AUID" and details and "orcid" in value.lower():
            details[-1][1].extend(orcid_ids(value))
    people = tuple(_detailed(author, places, ids) for author, (places, ids) in zip(found, details, strict=True))
    return people, complete and any(author.role == "author" for author in people)


def _only_short(citation: _Citation) -> frozenset[str]:
    """The names of AU that no FAU gives in full, where there are more of the former."""
    full, short = citation.all("FAU"), citation.all("AU")
    if len(short) <= len(full):
        return frozenset()
    families = [name.partition(",")[0].casefold() for name in full]
    return frozenset(name for name in short if not any(name.casefold().startswith(family) for family in families))


def _authors(tag: str, value: str, before: list[Authorship]) -> tuple[tuple[Authorship, ...], bool]:
    """Whom a line names, one person by the rules of the format; other programs put several into one."""
    one = _author(tag, value, before)
    if one.kind == "person" and tag in ("FAU", "FED", "AU", "ED"):
        listed = authorships_in(value, one.position or 1, family_first=True, is_editor=one.role == "editor")
        if listed and (len(listed[0]) > 1 or listed[0][0].kind == "undivided"):
            return listed
    return (one,), True


def _author(tag: str, value: str, before: list[Authorship]) -> Authorship:
    role = "editor" if tag in ("FED", "ED") else "author"
    position = 1 + sum(author.role == role for author in before)
    if tag == "CN" or ("," not in value and " " in value and is_organisation(value)):
        return Authorship(name=value, position=position, kind="organisation")
    name = in_natural_order(_SUFFIX.sub(r", \1", value)) if tag in ("FAU", "FED") else short_name(value)
    if name.is_organisation and value.count(",") == 1:
        return Authorship(name=name.name, position=position, kind="organisation")
    return Authorship(
        name=name.name, position=position, family=name.family, given=name.given, role="editor" if role == "editor" else "author"
    )


def short_name(value: str) -> PrintedName:
    """The name "Smith JA Jr", family name and initials; any other as it is, an organisation's told by its words."""
    return with_short_given(value) or undivided(value)


def with_short_given(value: str) -> PrintedName | None:
    """The name "Smith JA Jr", family name and initials; None for any other."""
    match = _SHORT.fullmatch(value)
    return divided(match["family"], match["given"], match["suffix"] or "", only_initials=True) if match else None


def _detailed(author: Authorship, places: list[str], ids: list[Identifier]) -> Authorship:
    return Authorship(
        name=author.name,
        position=author.position,
        family=author.family,
        given=author.given,
        ids=each_once(*ids),
        affiliations=tuple(Affiliation(name=place) for place in dict.fromkeys(places)),
        kind=author.kind,
        role=author.role,
    )


def _ids(citation: _Citation, pmid: str) -> Iterator[Identifier]:
    yield from work_ids(pmid=pmid)
    for value in citation.all("LID", "AID"):
        if value.endswith("[doi]"):
            yield from work_ids(doi_in=value.removesuffix("[doi]"))
    yield from work_ids(pmcid=citation.first("PMC"), isbn_in=" ".join(citation.all("ISBN")))


def _publications(citation: _Citation, kinds: list[str], year: int | None) -> Iterator[Publication]:
    journal = citation.first("JT", "TA")
    if journal:
        yield publication_of(journal_name(journal), kinds, year, citation.all("IS"))
    elif book := citation.first("BTI"):
        yield Publication(venue=book, kind="book", year=year)


def _subjects(citation: _Citation) -> Iterator[Subject]:
    """MeSH headings without their qualifiers, distinct, and keywords. The format has no MeSH codes, so labels stand for them."""
    labels = dict.fromkeys(value.partition("/")[0].strip("* ") for value in citation.all("MH"))
    yield from (Subject(scheme="mesh", code=label, label=label) for label in labels if label)
    yield from keywords(citation.all("OT"))

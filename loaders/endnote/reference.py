"""A reference of a reference manager as its formats write it, and the record that it makes.

EndNote's XML, its tagged format and that of RefWorks name the same fields in three ways.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from loaders.author_lists.addresses import with_addresses
from loaders.author_lists.listed import Listed, NameList, authorships_of
from loaders.author_lists.reading import read_each
from loaders.fields.citation_counts import noted_citation_count
from loaders.fields.corrections import is_retracted_kind, says_retracted
from loaders.fields.dates import date_of, parsed_date, unread_year, year_of
from loaders.fields.identifiers import arxiv, cited, doi, doi_in_address, dois, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.person_names import PrintedName
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.records import Authorship, Identifier, Record, Rejection

_KINDS: dict[str, PublicationKind] = {
    "newspaper article": "other", "web page": "other", "blog": "other", "encyclopedia": "book", "dictionary": "book",
    "government document": "report", "serial": "book", "computer program": "other",
    "online database": "other", "aggregated database": "other", "personal communication": "other",
}  # fmt: skip
"""EndNote's words for kinds of references that mean something else here than anywhere."""
_WHOLE = ("book", "thesis")
_EDITED = frozenset(("edited book", "book, edited"))
_ABSENT = frozenset({"nan", "none", "null", "n/a", "na"})
_LINES = re.compile(r"[\r\n]+")
_NOTED_DOI = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi\b)", re.IGNORECASE)
_PUBMED = re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE)
_PMC = re.compile(r"PMC\d+", re.IGNORECASE)
_ARTICLE_NUMBER = re.compile(r"(?:(?:artn?|article)\b\.?\s*)?(?:no\.?\s*)?[a-z]{0,8}[-.]?\d+[a-z]?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What a reference says, as printed. `venues` are the titles of what it stands in, the best first; `dates` may be a month
    alone; `addresses` are authors' postal addresses, `links` addresses of pages; `numbers` hold ISSN and ISBN."""

    where: str
    kind: str = ""
    title: str = ""
    abstract: str = ""
    year: str = ""
    dates: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""
    languages: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    last_page: str = ""
    article_number: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    accession: str = ""
    database: str = ""
    links: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    work_type: str = ""
    cited: tuple[str, ...] = ()


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a field, empty ones left out."""
    return tuple(line.strip() for line in _LINES.split(text) if line.strip())


def record(reference: Reference) -> Record | Rejection:
    """The record of a reference; a rejection where nothing says which work it is."""
    title, abstract = title_text(_given(reference.title)), abstract_text(_given(reference.abstract))
    ids = _ids(reference)
    if title is None and abstract is None and not ids:
        return Rejection(reference.where, "the reference has no title, abstract or identifier; leave it out, or complete it")
    kind = _KINDS.get(reference.kind.casefold()) or publication_kind(reference.kind)
    year, date = _when(reference)
    authors, complete = _authors(reference)
    preprint = arxiv(next((each.value for each in ids if each.scheme == "arxiv"), None))
    return Record(
        where=reference.where,
        title=title,
        abstract=abstract,
        kind=reference.kind or None,
        year=year,
        date=date,
        unread_year=unread_year(year, reference.year, *reference.dates),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(_venue(reference, kind, title), kind, year, preprint, issn_ids(*reference.numbers)),
        subjects=keywords(reference.keywords, separators="," if _is_one_list(reference.keywords) else ";\n\r"),
        cites=cited(*(value for text in reference.cited for value in dois(text))),
        retracted=is_retracted_kind(reference.work_type) or says_retracted(*reference.notes),
        cited_by=noted_citation_count(*reference.notes),
        **_numbering(reference, kind),
        **imprint(
            publisher=_given(reference.publisher),
            place=_given(reference.place),
            language=list(reference.languages),
            urls=[link for text in reference.links for link in text.split()],
        ),
    )


def _venue(reference: Reference, kind: PublicationKind, title: str | None) -> str | None:
    named = next((name for text in reference.venues if (name := title_text(_given(text)))), None)
    if named is None:
        return publisher_as_venue(_given(reference.publisher), kind)
    return None if named == title else named


def _is_one_list(words: tuple[str, ...]) -> bool:
    """Whether all keywords stand in one field with commas between ("ants, bridges, roads")."""
    return len(words) == 1 and words[0].count(",") > 1 and not any(mark in words[0] for mark in ";\n")


def _given(text: str) -> str:
    return "" if text.strip().casefold() in _ABSENT else text


def _numbering(reference: Reference, kind: PublicationKind) -> Numbering:
    """Of a whole book or a thesis the pages are their number."""
    is_whole = kind in _WHOLE and "section" not in reference.kind.casefold() and "-" not in reference.pages
    number = reference.article_number if _ARTICLE_NUMBER.fullmatch(reference.article_number) else ""
    return numbering(
        volume=reference.volume,
        issue=reference.issue,
        pages=None if is_whole or reference.last_page else reference.pages,
        first=None if is_whole else reference.pages,
        last=reference.last_page,
        article_number=number,
    )


def _when(reference: Reference) -> tuple[int | None, str | None]:
    """The year, and the most exact date of that year; a date may be a month with or without a day ("Mar", "01/15")."""
    year = year_of(reference.year, *reference.dates)
    dates = [parsed_date(reference.year), str(year) if year else None]
    for text in reference.dates:
        rest = text.replace(str(year), " ") if year else text
        month, _, day = rest.strip(" /.,-").partition("/")
        dates += [parsed_date(text), date_of(year, month if day.strip("/").isdigit() else rest, day)]
    fitting = [date for date in dates if date and (year is None or date.startswith(str(year)))]
    return year, max(fitting, key=len, default=None)


def _authors(reference: Reference) -> tuple[tuple[Authorship, ...], bool]:
    authors, editors = reference.authors, reference.editors
    if reference.kind.casefold() in _EDITED and not editors:
        authors, editors = (), authors
    found = _names(authors)
    people = authorships_of(found)
    people = with_addresses(people, reference.addresses)
    return people + authorships_of(_names(editors), is_editor=True), found.complete and bool(people)


def _names(printed: Iterable[str]) -> NameList:
    """The names of a list. A comma behind a name says in EndNote that it is a body's; two commas stand for one within it."""
    names: list[Listed] = []
    complete = True
    for is_body, group in groupby((name.strip() for name in printed if name.strip()), key=_is_body):
        if is_body:
            names += [Listed(PrintedName(_body(name), is_organisation=True)) for name in group]
        else:
            found = read_each(list(group))
            names, complete = [*names, *found.names], complete and found.complete
    return NameList(tuple(names), complete)


def _is_body(name: str) -> bool:
    return (name.endswith(",") and "," not in name.rstrip(",")) or ",," in name


def _body(name: str) -> str:
    return " ".join(name.rstrip(",").replace(",,", ",").split())


def _ids(reference: Reference) -> tuple[Identifier, ...]:
    links = " ".join(reference.links)
    noted = next((note for note in reference.notes if _NOTED_DOI.match(note)), None)
    named = (*reference.links, *reference.venues, reference.accession, reference.doi, *reference.notes[:1])
    accession = reference.accession
    return work_ids(
        doi_in=doi(_given(reference.doi)) or doi_in_address(links) or doi(noted),
        arxiv_in=next((text for text in named if arxiv(text)), None),
        isbn_in=" ".join(reference.numbers),
        pmid=reference.pmid or (accession if _PUBMED.search(reference.database) else None) or _first(links, "pubmed"),
        pmcid=reference.pmcid or (accession if _PMC.fullmatch(accession) else None),
        wos=f"{accession} {links}",
        scopus=links,
    )


def _first(links: str, part: str) -> str | None:
    """The first of these addresses that has this part."""
    return next((link for link in links.split() if part in link.casefold()), None)

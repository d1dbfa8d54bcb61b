"""A work from the row of a table, by a mapping of columns."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_names
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import is_retracted_kind, is_yes
from loaders.fields.dates import date_of, parsed_date, unread_year, year_of
from loaders.fields.identifiers import arxiv, cited, doi, doi_in_address, dois, orcid, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids, work_link_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import given_abstract
from loaders.fields.venues import is_database
from loaders.parsing.markup import plain_markup
from loaders.records import Affiliation, Authorship, Identifier, Record, Rejection
from loaders.table_rows.delimited import Row
from loaders.tables.columns import NAMING, Columns

_ABSENT = frozenset({"nan", "none", "null", "n/a", "na", "-"})


def work(row: Row, columns: Columns, kinds: Mapping[str, PublicationKind] | None = None) -> Record | Rejection:
    """The record of a row; a rejection where none of the mapped columns says what the work is.

    `kinds` are the table's own words for kinds of work, in lower case; others mean what they mean everywhere.
    """
    cell = _Cells(row, columns)
    title, abstract = plain_markup(cell["title"]), given_abstract(plain_markup(cell["abstract"], paragraphs=True))
    ids = _ids(cell)
    if not title and not abstract and not ids:
        telling = (columns.of.get(name, ()) for name in ("abstract", *NAMING))
        named = ", ".join(dict.fromkeys(column for names in telling for column in names))
        if not named:
            return Rejection(row.where, "no column holds the title or an identifier; name one: --column title=NAME (columns=)")
        return Rejection(row.where, f"the row has no title, abstract or identifier in the columns {named}")
    return record_of(row, columns, kinds)


def record_of(row: Row, columns: Columns, kinds: Mapping[str, PublicationKind] | None = None) -> Record:
    """What a row says of its work, be it enough to know it or not."""
    cell = _Cells(row, columns)
    title, abstract = plain_markup(cell["title"]), given_abstract(plain_markup(cell["abstract"], paragraphs=True))
    ids = _ids(cell)
    year, date = _when(cell)
    preprint = next((arxiv(each.value) for each in ids if each.scheme == "arxiv"), None)
    authors, complete = _authors(cell, columns.author_separator)
    editors = authorships_of(read_names(cell["editors"], separator=columns.author_separator), is_editor=True)
    kind = (kinds or {}).get(cell["kind"].casefold()) or publication_kind(cell["kind"])
    return Record(
        where=row.where,
        title=title or None,
        abstract=abstract,
        kind=cell["kind"] or None,
        year=year,
        date=date,
        unread_year=unread_year(year, cell["year"], cell["date"]),
        ids=ids,
        authors=authors + editors,
        authors_complete=complete,
        publications=publications(plain_markup(cell["venue"]), kind, year, preprint, issn_ids(cell["issn"])),
        subjects=keywords([cell["keywords"]], separators=";\n|" if any(mark in cell["keywords"] for mark in ";|\n") else ","),
        comment=cell["comment"] or None,
        cites=cited(*dois(cell["references"].replace(";", " "))),
        retracted=is_yes(cell["retracted"]) or is_retracted_kind(cell["kind"]),
        **counted_citations(cell["cited_by"]),
        **numbering(
            volume=cell["volume"],
            issue=cell["issue"],
            pages=cell["pages"],
            first=cell["first_page"],
            last=cell["last_page"],
            article_number=cell["article_number"],
        ),
        **imprint(
            publisher=cell["publisher"],
            place=cell["place"],
            language=cell["language"],
            urls=re.split(r"[\s;|]+(?=https?:|$)|\s+", cell["url"]),
        ),
    )


class _Cells:
    """The cells of a row by field; empty where there is no column, or where the cell says that there is nothing."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self._row = row
        self._columns = columns

    def __getitem__(self, name: str) -> str:
        found = (self._row.get(column) for column in self._columns.of.get(name, ()))
        absent = is_database if name == "venue" else str.isspace
        return next((value for value in found if value and value.casefold() not in _ABSENT and not absent(value)), "")


def _when(cell: _Cells) -> tuple[int | None, str | None]:
    """The year, and the most exact date of it."""
    date = parsed_date(cell["date"]) or parsed_date(cell["year"])
    year = year_of(cell["year"], date, cell["date"])
    if date is None or (year and not date.startswith(str(year))):
        date = str(year) if year else None
    return year, date_of(year, cell["month"]) if date == str(year) and cell["month"] else date


def _ids(cell: _Cells) -> tuple[Identifier, ...]:
    schemes = ("pmid", "pmcid", "openalex", "acl", "dblp", "s2", "wos", "scopus", "lens", "dimensions", "mag")
    others = {scheme: cell[scheme] for scheme in schemes}
    found = work_ids(doi_in=cell["doi"], arxiv_in=cell["arxiv"], isbn_in=cell["isbn"], **others)
    schemes_given = {each.scheme for each in found}
    return each_once(*found, *(each for each in _of_link(cell["url"]) if each.scheme not in schemes_given))


def _of_link(address: str) -> tuple[Identifier, ...]:
    """What the address of a work says of it; the DOI of a whole book or of proceedings is not the work's."""
    return work_link_ids(address) if doi(address) is None or doi_in_address(address) else ()


def _authors(cell: _Cells, separator: str | None) -> tuple[tuple[Authorship, ...], bool]:
    """The authors, with the ORCID and the affiliation at their place where there are as many of them as of names."""
    listed = read_names(cell["authors"], separator=separator)
    return _with_places(cell, authorships_of(listed), separator), listed.complete


def with_places(row: Row, columns: Columns, people: Sequence[Authorship]) -> tuple[Authorship, ...]:
    """These people with the ORCIDs and the affiliations that a row has for them, in columns of these."""
    return _with_places(_Cells(row, columns), people, columns.author_separator)


def _with_places(cell: _Cells, people: Sequence[Authorship], separator: str | None) -> tuple[Authorship, ...]:
    places = _listed(cell["affiliations"], len(people), separator)
    orcids = _listed(cell["orcids"], len(people), separator) if people else []
    found = []
    for author, place, number in zip(people, places, orcids, strict=True):
        known = orcid(number)
        ids = (Identifier("orcid", known),) if known else author.ids
        found.append(replace(author, ids=ids, affiliations=(Affiliation(place),) if place else author.affiliations))
    return tuple(found)


def _listed(text: str, wanted: int, separator: str | None) -> list[str]:
    """The pieces of a list that has one for each author; nothing for anybody where it has not."""
    marks = [separator] if separator else [mark for mark in (";", "|", "\n") if mark in text]
    pieces = [" ".join(piece.split()) for piece in text.split(marks[0])] if marks else [" ".join(text.split())]
    return pieces if len(pieces) == wanted else [""] * wanted

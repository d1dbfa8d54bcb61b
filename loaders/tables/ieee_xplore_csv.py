"""The CSV export of IEEE Xplore's search results."""

import re

from msgspec.structs import replace

from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_names
from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import parsed_date, unread_year, year_of
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.person_names import is_nobody
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.tex import plain_tex
from loaders.parsing.markup import plain_markup
from loaders.records import Affiliation, Authorship, Record, Rejection
from loaders.table_rows.delimited import Row
from loaders.tables.known_table import KnownTable, columns

NAME = "ieee_xplore_csv"
ABOUT = "the CSV export of IEEE Xplore"
SITE = "IEEE Xplore"

_KINDS: dict[str, PublicationKind] = {"Conference": "conference", "Magazine": "journal", "Journal": "journal", "Book": "book"}
_FOOTNOTE = re.compile(r"\$\^?\{?[\w*]+\}?\$")


def _record(row: Row) -> Record | Rejection:
    title, abstract = _plain(row.get("Document Title")), _plain(row.get("Abstract"))
    ids = work_ids(doi_in=row.get("DOI"), isbn_in=row.get("ISBNs"))
    if not title and not abstract and not ids:
        return Rejection(row.where, "the row has no Document Title, Abstract or DOI")
    year = year_of(row.get("Publication Year"))
    dates = [parsed_date(row.get(column)) for column in ("Issue Date", "Online Date")]
    fitting = [date for date in dates if date and (year is None or date.startswith(str(year)))]
    kind = row.get("Document Identifier") or None
    published = next((meant for word, meant in _KINDS.items() if word in (kind or "")), publication_kind(kind))
    authors, complete = _authors(row)
    return Record(
        where=row.where,
        title=title or None,
        abstract=None if abstract.casefold() in ("", "first page of the article", "none") else abstract,
        kind=kind,
        year=year,
        unread_year=unread_year(year, row.get("Publication Year")),
        date=next(iter(fitting), str(year) if year else None),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(row.get("Publication Title"), published, year, ids=issn_ids(row.get("ISSN"))),
        subjects=keywords([row.get("Author Keywords")])
        + keywords([row.get("IEEE Terms")], scheme="ieee")
        + keywords([row.get("INSPEC Controlled Terms")], scheme="inspec"),
        **counted_citations(row.get("Article Citation Count")),
        comment=title if title.casefold().startswith(("retracted", "notice of retraction", "withdrawn")) else None,
        **numbering(volume=row.get("Volume"), issue=row.get("Issue"), first=row.get("Start Page"), last=row.get("End Page")),
        **imprint(publisher=row.get("Publisher"), urls=(row.get("PDF Link"),)),
    )


def _plain(text: str) -> str:
    """`text` without markup; mathematics is in TeX, between dollar signs."""
    return plain_markup(plain_tex(text) if "$" in text or "\\" in text else text)


def _authors(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The authors, each with the affiliation at its place where there are as many; one affiliation alone is everybody's."""
    listed = read_names(row.get("Authors"))
    people = authorships_of(listed)
    places = [_plain(_FOOTNOTE.sub("", place)) for place in row.get("Author Affiliations").split(";")]
    aligned = len(places) == len(people)
    found = []
    for at, author in enumerate(people):
        place = places[at] if aligned else places[0] if len(places) == 1 else ""
        known = (Affiliation(place),) if place and not is_nobody(place) else ()
        found.append(replace(author, affiliations=known))
    return tuple(found), listed.complete


_TELLING = columns("Document Title", "Authors", "Publication Title", "Publication Year")
TABLE = KnownTable(NAME, ABOUT, SITE, (_TELLING,), lambda row: [_record(row)])
"""Recognised by its header row."""

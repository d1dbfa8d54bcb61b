"""The CSV export of Scopus, with the columns of any year: https://service.elsevier.com/app/answers/detail/a_id/11234/supporthub/scopus/"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_each, read_names
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import unread_year, year_of
from loaders.fields.identifiers import cited, digits, dois, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.person_names import is_nobody, is_others
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import given_abstract
from loaders.parsing.markup import plain_markup
from loaders.records import Authorship, Identifier, Record, Rejection
from loaders.table_rows.delimited import Row
from loaders.tables.known_table import KnownTable, columns
from loaders.tables.scopus_places import scopus_places

NAME = "scopus_csv"
ABOUT = "the CSV export of Scopus"
SITE = "Scopus"

_WITH_IDS = re.compile(r"(?P<name>.*\S)\s*\((?P<ids>\d{5,}(?:[\s,;/]+\d{5,})*)\)")
_BESIDE = re.compile(r";(?![^()]*\))")


def _record(row: Row) -> Record | Rejection:
    title = plain_markup(row.get("Title", "Titles")) or None
    ids = work_ids(
        doi_in=row.get("DOI"),
        isbn_in=row.get("ISBN"),
        pmid=row.get("PubMed ID"),
        scopus=row.get("EID") or row.get("Link"),
    )
    abstract = given_abstract(plain_markup(row.get("Abstract"), paragraphs=True))
    if not title and not abstract and not ids:
        return Rejection(row.where, "the row has no Title, Abstract, DOI or EID")
    kind = row.get("Document Type") or None
    published = publication_kind(kind)
    year = year_of(row.get("Year"))
    authors, complete = _authors(row)
    editors = authorships_of(read_names(row.get("Editors")), is_editor=True)
    return Record(
        where=row.where,
        title=title,
        abstract=abstract,
        kind=kind,
        year=year,
        unread_year=unread_year(year, row.get("Year")),
        date=str(year) if year else None,
        ids=ids,
        authors=(*authors, *editors),
        authors_complete=complete,
        publications=publications(
            row.get("Source title") or row.get("Conference name"), published, year, ids=issn_ids(row.get("ISSN"))
        ),
        subjects=keywords([row.get("Author Keywords"), row.get("Index Keywords")]),
        comment=kind if kind and "retracted" in kind.lower() else None,
        cites=cited(*dois(row.get("References"))),
        retracted=is_retracted_kind(kind),
        **counted_citations(row.get("Cited by")),
        **numbering(
            volume=row.get("Volume"),
            issue=row.get("Issue"),
            first=row.get("Page start"),
            last=row.get("Page end"),
            article_number=row.get("Art. No."),
        ),
        **imprint(publisher=row.get("Publisher"), language=row.get("Language of Original Document"), urls=(row.get("Link"),)),
    )


def _authors(row: Row) -> tuple[Sequence[Authorship], bool]:
    """Full names with their Scopus ids where the export has them, else the names with initials and the ids beside them."""
    numbers = [number for part in row.get("Author(s) ID").split(";") if (number := digits(part))]
    full = [part.strip() for part in _BESIDE.split(row.get("Author full names")) if part.strip()]
    with_ids = [
        (match["name"], re.findall(r"\d+", match["ids"])) if (match := _WITH_IDS.fullmatch(part)) else (part, []) for part in full
    ]
    short = read_names(row.get("Authors"), expected=len(numbers) or None)
    listed = read_each([name for name, _ in with_ids]) if full else short
    people = authorships_of(listed)
    given = [held for name, held in with_ids if not is_nobody(name) and not is_others(name)] if full else []
    if len(given) != len(people) or not any(given):
        given = [[number] for number in numbers] if len(numbers) == len(people) else [[] for _ in people]
    printed = authorships_of(short) if len(short.names) == len(people) else people
    places = scopus_places(row.get("Authors with affiliations"), row.get("Affiliations"), printed)
    found = [
        replace(author, ids=tuple(Identifier("scopus", number) for number in held) or author.ids, affiliations=place)
        for author, held, place in zip(people, given, places, strict=True)
    ]
    return found, listed.complete and (short.complete or not short.names)


_NEEDED = ("Authors", "Title", "Year", "Source title")
_OWN = ("EID", "Link", "Author(s) ID", "Author full names", "Art. No.", "Publication Stage")
TABLE = KnownTable(NAME, ABOUT, SITE, tuple(columns(*_NEEDED, own) for own in _OWN), lambda row: [_record(row)])
"""Recognised by a header row, which may stand below a few lines ("Scopus", "EXPORT DATE: …")."""

"""The CSV export of Scopus, with the columns of any year: https://service.elsevier.com/app/answers/detail/a_id/11234/supporthub/scopus/"""

import re
from collections.abc import Sequence

from loaders.corrections import is_retracted_kind
from loaders.delimited import Row
from loaders.identifiers import cited, digits, dois, work_ids
from loaders.keywords import keywords
from loaders.kinds import publication_kind
from loaders.known_table import KnownTable, columns
from loaders.links import issn_ids
from loaders.markup import plain_markup
from loaders.numbering import numbering
from loaders.partial_dates import year_of
from loaders.people_lists import family_then_initials, split_people
from loaders.person_names import authorship, authorships, in_natural_order, is_nobody, is_others
from loaders.publications import publications
from loaders.records import Affiliation, Authorship, Identifier, Record, Rejection

NAME = "scopus_csv"
ABOUT = "the CSV export of Scopus"
SITE = "Scopus"

_WITH_ID = re.compile(r"(?P<name>.*\S)\s*\((?P<id>\d{6,})\)")


def _record(row: Row) -> Record | Rejection:
    title = plain_markup(row.get("Title", "Titles")) or None
    ids = work_ids(
        doi_in=row.get("DOI"),
        isbn_in=row.get("ISBN"),
        pmid=row.get("PubMed ID"),
        scopus=row.get("EID") or row.get("Link"),
    )
    abstract = row.get("Abstract")
    abstract = "" if abstract.startswith("[No abstract") else plain_markup(abstract, paragraphs=True)
    if not title and not abstract and not ids:
        return Rejection(row.where, "the row has no Title, Abstract, DOI or EID")
    kind = row.get("Document Type") or None
    published = publication_kind(kind)
    year = year_of(row.get("Year"))
    authors, complete = _authors(row)
    editors, _ = authorships(split_people(row.get("Editors")), is_editor=True)
    return Record(
        where=row.where,
        title=title,
        abstract=abstract or None,
        kind=kind,
        year=year,
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
        cited_by=int(cited_by) if (cited_by := digits(row.get("Cited by"))) else None,
        **numbering(
            volume=row.get("Volume"),
            issue=row.get("Issue"),
            first=row.get("Page start"),
            last=row.get("Page end"),
            article_number=row.get("Art. No."),
        ),
    )


def _authors(row: Row) -> tuple[Sequence[Authorship], bool]:
    """Full names with their Scopus ids where the export has them, else the names with initials and the ids beside them."""
    short = split_people(row.get("Authors"))
    full = split_people(row.get("Author full names"), ";")
    numbers = [digits(part) for part in row.get("Author(s) ID").strip("; ").split(";")]
    printed = full or short
    named = [name for name in printed if not is_nobody(name) and not is_others(name)]
    places = _places(row, short if len(short) == len(named) else named)
    found = []
    for at, text in enumerate(named):
        match = _WITH_ID.fullmatch(text)
        number = match["id"] if match else numbers[at] if len(numbers) == len(named) else None
        name = in_natural_order(match["name"] if match else text) if full else family_then_initials(text)
        ids = (Identifier("scopus", number),) if number else ()
        found.append(authorship(name, at + 1, ids=ids, affiliations=places[at]))
    return found, bool(named) and len(named) == len([name for name in printed if not is_nobody(name)])


def _places(row: Row, names: list[str]) -> list[tuple[Affiliation, ...]]:
    """Each author's affiliations, from "Authors with affiliations", divided as the column Affiliations lists them."""
    listed = [place.strip() for place in row.get("Affiliations").split(";") if place.strip()]
    beside = [part.strip() for part in row.get("Authors with affiliations").split(";") if part.strip()]
    if len(beside) != len(names):
        beside = [next((part for part in beside if part.startswith(f"{name},")), "") for name in names]
    if not any(beside):
        only = (Affiliation(listed[0]),) if len(listed) == 1 else ()
        return [only for _ in names]
    found = []
    for name, text in zip(names, beside, strict=True):
        rest = text.removeprefix(name).lstrip(" ,") if text.startswith(name) else text.partition(",")[2].strip()
        places = [place for place in listed if place in rest] or ([rest] if rest else [])
        found.append(tuple(Affiliation(place) for place in places))
    return found


_NEEDED = ("Authors", "Title", "Year", "Source title")
_OWN = ("EID", "Link", "Author(s) ID", "Author full names", "Art. No.", "Publication Stage")
TABLE = KnownTable(NAME, ABOUT, SITE, tuple(columns(*_NEEDED, own) for own in _OWN), lambda row: [_record(row)])
"""Recognised by a header row, which may stand below a few lines ("Scopus", "EXPORT DATE: …")."""

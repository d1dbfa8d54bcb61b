"""The CSV export of Embase: a line says where a work stands, and the address of a link holds its identifiers."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.author_lists.addresses import with_addresses
from loaders.author_lists.reading import authorships
from loaders.fields.brackets import outside_brackets
from loaders.fields.dates import parsed_date
from loaders.fields.identifiers import doi_in_address, work_ids
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publications import publications
from loaders.fields.venues import venue_name
from loaders.records import Authorship, Item, Record, Subject
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "embase_csv"
ABOUT = "the CSV export of Embase"

_SOURCE = re.compile(
    r"(?P<venue>.+?)\s+\((?P<year>\d{4})\)(?:\s+(?P<volume>[^\s:()]+)?(?::(?P<issue>[^()]+?))?)?(?:\s+\((?P<pages>[^()]+)\))?\s*"
    r"(?:\.\s*(?:Article Number:\s*(?P<article>[^.]+)\.?\s*)?(?:Date of Publication:\s*(?P<date>.+?))?)?\.?",
    re.IGNORECASE,
)
_ISSN = re.compile(r"[?&]issn=(?P<issn>[\dXx-]{8,9})")
_TERMS = ("Emtree Drug Index Terms (Major Focus)", "Emtree Drug Index Terms", "Emtree Medical Index Terms (Major Focus)",
          "Emtree Medical Index Terms")  # fmt: skip
_LONGEST_SOURCE = 1000
_QUALIFIERS = re.compile(r"\s*\([^()]*\)$")


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The authors ("Liu R., Adler D.G."), the correspondence address with the one whose name stands before it."""
    authors, complete = authorships([row.get("Author Names")])
    address = row.get("Correspondence Address")
    return (with_addresses(authors, [address]) if address and len(authors) > 1 else authors), complete


def _topics(row: Row) -> Iterable[Subject]:
    """Headings of Emtree without their qualifiers ("cyst (diagnosis, surgery)"), each once."""
    named = (_QUALIFIERS.sub("", term.strip()) for column in _TERMS for term in outside_brackets(row.get(column), ","))
    return (Subject(scheme="emtree", code=term.casefold(), label=term) for term in dict.fromkeys(named) if term)


def _last(row: Row, record: Record) -> Iterable[Item]:
    link, place = row.get("Open URL Link"), _SOURCE.fullmatch(" ".join(row.get("Source").split())[:_LONGEST_SOURCE])
    record = replace(record, ids=each_once(*record.ids, *work_ids(doi_in=doi_in_address(link))))
    if place is None:
        return [record]
    issn = _ISSN.search(link)
    year, date = int(place["year"]), parsed_date(place["date"])
    return [
        replace(
            record,
            year=year,
            date=date if date and date.startswith(str(year)) else str(year),
            publications=publications(
                venue_name(place["venue"]), "journal", year, None, issn_ids(issn["issn"]) if issn else ()
            ),
            **numbering(
                volume=place["volume"], issue=place["issue"], pages=place["pages"], article_number=place["article"]
            ),
        )
    ]  # fmt: skip


_MAP = TableMap(
    fields={
        "title": ("Title", "Original Title"), "abstract": ("Abstract", "Original Abstract"), "venue": ("Source",),
        "doi": ("DOI",), "pmid": ("Medline PMID", "PMID"),
        "publisher": ("Publisher", "Source Publisher"), "language": ("Article Language", "Language of Article", "Language"),
        "url": ("Full Text Link",),
    },
    people=_people,
    topics=_topics,
    last=_last,
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "Embase", (columns("Title", "Author Names", "Source", "Emtree Drug Index Terms"),), _MAP.works)

"""The CSV export of Zotero: https://www.zotero.org/support/kb/item_types_and_fields"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.author_lists.listed import NameList, authorships_of
from loaders.author_lists.names_in_one import read_one
from loaders.fields.person_names import is_others
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.records import Authorship, Item, Record, Rejection
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "zotero_csv"
ABOUT = "the CSV export of Zotero"

_NOT_WORKS = {"attachment", "note", "annotation"}
_EXTRA = re.compile(r"^\s*(?P<name>PMID|PMCID|DOI|arXiv)\s*:\s*(?P<value>.+?)\s*$", re.IGNORECASE | re.MULTILINE)


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The names of the column Author: "Family, Given", or in one piece, where organisations are told by their words."""
    printed = row.get("Author").split(";")
    people = authorships_of(NameList(tuple(each for name in printed for each in read_one(name))))
    return people, bool(people) and not any(map(is_others, printed))


def _last(row: Row, record: Record) -> Iterable[Item]:
    if (kind := row.get("Item Type")).casefold() in _NOT_WORKS:
        return [Rejection(row.where, f"it is of the item type {kind}, which is not a work; leave it out")]
    means = publication_kind(kind)
    place = publisher_as_venue(row.get("Publisher"), means)
    if place and not record.publications:
        record = replace(record, publications=publications(place, means, record.year))
    return [record]


def _works(row: Row) -> Iterable[Item]:
    """The identifiers that Zotero keeps in the field Extra ("PMID: 123") stand in columns of their own."""
    extra = {match["name"].casefold(): match["value"] for match in _EXTRA.finditer(row.get("Extra"))}
    cells = {f"Extra {name}": value for name, value in extra.items()}
    if "arxiv.org/" in row.get("Url").lower():
        cells.setdefault("Extra arxiv", row.get("Url"))
    return _MAP.works(Row(row.where, row.cells | cells, row.header, row.odd))


_MAP = TableMap(
    fields={
        "title": ("Title",), "editors": ("Editor",), "year": ("Publication Year",), "date": ("Date",), "kind": ("Item Type",),
        "venue": ("Publication Title", "Conference Name", "Meeting Name"), "abstract": ("Abstract Note",),
        "doi": ("DOI", "Extra doi"), "isbn": ("ISBN",), "issn": ("ISSN",), "pmid": ("Extra pmid",), "pmcid": ("Extra pmcid",),
        "arxiv": ("Extra arxiv",), "volume": ("Volume",), "issue": ("Issue",), "pages": ("Pages",),
        "publisher": ("Publisher",), "place": ("Place",), "language": ("Language",), "url": ("Url",),
    },
    subjects={"keyword": ("Manual Tags", "Automatic Tags")},
    author_separator=";",
    kinds={
        "journalarticle": "journal", "magazinearticle": "journal", "newspaperarticle": "journal", "conferencepaper": "conference",
        "booksection": "book", "encyclopediaarticle": "book", "dictionaryentry": "book",
    },
    people=_people,
    last=_last,
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "Zotero", (columns("Key", "Item Type", "Author", "Title", "Publication Title"),), _works)

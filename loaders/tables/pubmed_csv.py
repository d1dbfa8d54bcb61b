"""The CSV export of PubMed's search results ("Save", format CSV)."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.author_lists.listed import Listed, NameList, authorships_of
from loaders.author_lists.reading import read_names
from loaders.fields.dates import date_of
from loaders.fields.numbering import numbering
from loaders.pubmed.nbib import with_short_given
from loaders.records import Authorship, Item, Record
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "pubmed_csv"
ABOUT = "the CSV export of PubMed"

_CITATION = re.compile(
    r"\.\s(?P<year>\d{4})(?:\s(?P<month>[A-Z][a-z]{2}))?(?:\s(?P<day>\d{1,2}))?(?:-[^;.]*)?"
    r"(?:;(?P<volume>[^(:;]+)?(?:\((?P<issue>[^)]*)\))?(?::(?P<pages>[^.]+?))?)?\."
)


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """Names like "Lira R", "de Oliveira ASB Jr", with commas between them and a full stop at the end. Organisations, which may
    hold commas, stand behind semicolons or among them."""
    found: list[Listed] = []
    complete = True
    for section in row.get("Authors").rstrip(" .").split(";"):
        others: list[str] = []
        for name in (*(part.strip() for part in section.split(",")), ""):
            short = with_short_given(name)
            if others and (short or not name):
                listed = read_names(", ".join(others))
                found += listed.names
                complete = complete and listed.complete
                others = []
            if short:
                found.append(Listed(short))
            elif name:
                others.append(name)
    return authorships_of(NameList(tuple(found))), complete and bool(found)


def _last(row: Row, record: Record) -> Iterable[Item]:
    """The date of that year, the volume, issue and pages out of "Econ Bot. 2021 Mar;75(2):101-110. doi: …"."""
    match = _CITATION.search(row.get("Citation"))
    if match is None:
        return [record]
    date = date_of(match["year"], match["month"], match["day"])
    given = numbering(volume=match["volume"], issue=match["issue"], pages=match["pages"])
    kind = "journal" if match["volume"] or match["pages"] else "other"
    return [
        replace(
            record,
            date=date if date and record.year == int(match["year"]) else record.date,
            publications=tuple(replace(each, kind=kind) if each.kind == "other" else each for each in record.publications),
            **given,
        )
    ]


_MAP = TableMap(
    fields={
        "title": ("Title",), "year": ("Publication Year",), "venue": ("Journal/Book",), "pmid": ("PMID",), "pmcid": ("PMCID",),
        "doi": ("DOI",),
    },
    people=_people,
    last=_last,
)  # fmt: skip
TABLE = KnownTable(
    NAME, ABOUT, "PubMed", (columns("PMID", "Title", "Authors", "Citation", "First Author", "Journal/Book"),), _MAP.works
)

"""The CSV export of PubMed's search results ("Save", format CSV)."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.delimited import Row
from loaders.known_table import KnownTable, columns
from loaders.nbib import short_name
from loaders.numbering import numbering
from loaders.partial_dates import date_of
from loaders.person_names import authorship, is_nobody, is_others
from loaders.records import Authorship, Item, Record
from loaders.table_map import TableMap

NAME = "pubmed_csv"
ABOUT = "the CSV export of PubMed"

_CITATION = re.compile(
    r"\.\s(?P<year>\d{4})(?:\s(?P<month>[A-Z][a-z]{2}))?(?:\s(?P<day>\d{1,2}))?(?:-[^;.]*)?"
    r"(?:;(?P<volume>[^(:;]+)?(?:\((?P<issue>[^)]*)\))?(?::(?P<pages>[^.]+?))?)?\."
)


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """Names like "Lira R", "de Oliveira ASB Jr", with commas between them and a full stop at the end."""
    printed = [name.strip() for name in row.get("Authors").rstrip(" .").split(",") if name.strip() and not is_nobody(name)]
    named = [name for name in printed if not is_others(name)]
    people = (authorship(short_name(name), number) for number, name in enumerate(named, 1))
    return tuple(people), bool(named) and len(named) == len(printed)


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

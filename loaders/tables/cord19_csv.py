"""CORD-19's metadata.csv, of March 2020 to June 2022: https://github.com/allenai/cord19#metadatacsv-fields"""

from collections.abc import Iterable

from msgspec.structs import replace

from loaders.author_lists.listed import NameList, authorships_of
from loaders.author_lists.names_in_one import read_one
from loaders.fields.identifiers import work_ids
from loaders.fields.links import each_once
from loaders.fields.person_names import is_others
from loaders.fields.publications import publications
from loaders.records import Authorship, Item, Publication, Record
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "cord19_csv"
ABOUT = "the metadata table of CORD-19"

_PREPRINTS = ("biorxiv", "medrxiv")


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The names of the column authors, "Family, Given" with semicolons between."""
    printed = row.get("authors").split(";")
    people = authorships_of(NameList(tuple(each for name in printed for each in read_one(name))))
    return people, bool(people) and not any(map(is_others, printed))


def _last(row: Row, record: Record) -> Iterable[Item]:
    """The record with Semantic Scholar's number; what stands in no journal, with the preprint server that it comes from."""
    found = each_once(*record.ids, *work_ids(corpusid=row.get("s2_id").removesuffix(".0")))
    places = record.publications
    sources = [part.strip() for part in row.get("source_x").split(";")]
    server = next((part for part in sources if part.casefold() in _PREPRINTS), None)
    if not row.get("journal") and server:
        places = (*publications(server, "preprint", record.year), *places)
    return [replace(record, ids=found, publications=tuple(map(_in_journal, places)))]


def _in_journal(place: Publication) -> Publication:
    """The column has journals, but for what is listed as another kind of venue."""
    return replace(place, kind="journal") if place.kind == "other" else place


_MAP = TableMap(
    fields={
        "title": ("title",), "abstract": ("abstract",), "date": ("publish_time",), "venue": ("journal",), "doi": ("doi",),
        "pmid": ("pubmed_id",), "pmcid": ("pmcid",), "arxiv": ("arxiv_id",), "mag": ("mag_id", "Microsoft Academic Paper ID"),
        "url": ("url",),
    },
    people=_people,
    last=_last,
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "CORD-19", (columns("source_x", "title", "publish_time", "authors"),), _MAP.works)

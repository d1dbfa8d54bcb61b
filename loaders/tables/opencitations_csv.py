"""OpenCitations Meta: the CSV of its dumps and of its API, https://doi.org/10.1162/qss_a_00292 (section "CSV").

Identifiers stand in brackets behind the names of people and venues: "Ruiz, Ana [omid:ra/0601 orcid:0000-0002-1825-0097]".
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.identifiers import orcid, work_ids
from loaders.fields.links import each_once
from loaders.fields.unparsed_names import is_organisation
from loaders.records import Identifier, Item, Record
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "opencitations_csv"
ABOUT = "the CSV of OpenCitations Meta"

_PERSON = re.compile(r"(?P<name>[^;]*?)\s*(?:\[(?P<ids>[^\[\]]*)\])?\s*(?:;|$)")
_BEHIND = re.compile(r"\s*\[(?P<ids>(?:[a-z]+:[^\s\[\]]+\s*)*)\]\s*$")
_NAMED = r"(?:doi|pmid|pmcid|isbn|issn|openalex|arxiv|omid|meta|wikidata|wikipedia|url|jid|crossref|datacite)"
_ID = re.compile(rf"(?:^|\s)(?P<scheme>{_NAMED}):(?P<value>.*?)(?=\s{_NAMED}:|$)")
_SCHEMES = ("doi", "pmid", "pmcid", "isbn", "openalex", "arxiv")


def _ids_of(row: Row, *schemes: str) -> list[str]:
    """The values of these schemes among the identifiers of the work."""
    return [match["value"] for match in _ID.finditer(row.get("id")) if match["scheme"] in schemes]


def _entries(text: str, role: Literal["author", "editor"]) -> Iterator[AuthorEntry]:
    """The people of a cell; an organisation's name has no comma and a word that tells it."""
    for match in _PERSON.finditer(text):
        if name := match["name"].strip(" ,"):
            known = orcid(next((word for word in (match["ids"] or "").split() if word.startswith("orcid:")), None))
            family, comma, given = (part.strip() for part in name.partition(","))
            yield AuthorEntry(
                name="" if comma and given else name,
                family=family if comma and given else "",
                given=given,
                ids=(Identifier("orcid", known),) if known else (),
                is_organisation=not comma and is_organisation(name),
                role=role,
            )


def _people(row: Row) -> People:
    return people_of((*_entries(row.get("author"), "author"), *_entries(row.get("editor"), "editor")))


def _last(row: Row, record: Record) -> Iterable[Item]:
    """The record with all its DOIs, and with the identifier that OpenCitations itself gives the work."""
    others = (known for value in _ids_of(row, "doi") for known in work_ids(doi_in=value))
    own = (Identifier("omid", value) for value in _ids_of(row, "omid", "meta")[:1])
    return [replace(record, ids=each_once(*record.ids, *others, *own))]


def _works(row: Row) -> Iterable[Item]:
    """The identifiers of the work, and those behind the name of its venue, stand in columns of their own."""
    behind = _BEHIND.search(row.get("venue"))
    numbers = [word for word in (behind["ids"] if behind else "").split() if word.startswith("issn:")]
    cells = {f"id {scheme}": " ".join(_ids_of(row, scheme)) for scheme in _SCHEMES}
    cells["publisher name"] = _BEHIND.sub("", row.get("publisher"))
    cells |= {"venue name": _BEHIND.sub("", row.get("venue")), "venue issn": " ".join(numbers)}
    return _MAP.works(Row(row.where, row.cells | cells, row.header, row.odd))


_MAP = TableMap(
    fields={
        "title": ("title",), "date": ("pub_date",), "kind": ("type",), "venue": ("venue name",), "issn": ("venue issn",),
        "volume": ("volume",), "issue": ("issue",), "pages": ("page",), "publisher": ("publisher name",),
        **{scheme: (f"id {scheme}",) for scheme in _SCHEMES},
    },
    kinds={
        "proceedings article": "conference", "reference entry": "book", "book part": "book", "book track": "book",
        "reference book": "book", "journal": "journal", "data file": "dataset", "peer review": "other",
    },
    people=_people,
    last=_last,
)  # fmt: skip
_TELLING = columns("id", "title", "author", "pub_date", "venue", "type")
TABLE = KnownTable(NAME, ABOUT, "OpenCitations", (_TELLING,), _works)

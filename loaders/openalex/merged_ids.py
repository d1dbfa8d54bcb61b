"""OpenAlex's lists of merged ids: which id now stands for which other.

Format: https://docs.openalex.org/download-all-data/snapshot-data-format#merged-entities (merge_date, id, merge_into_id).
"""

import csv
import io

from loaders.openalex.entities import bare_id
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Items, Person, Record, Rejection

NAME = "openalex_merged_ids"
ABOUT = "OpenAlex's list of merged author or work ids (CSV)"
SITE = "OpenAlex"

_COLUMNS = ["merge_date", "id", "merge_into_id"]


def recognise(head: str) -> bool:
    """Whether the first line has the three columns of a merged-ids file."""
    return _columns(head.lstrip().split("\n", 1)[0]) == _COLUMNS


def _columns(line: str) -> list[str]:
    return [column.strip().strip('"') for column in line.split(",")]


def read(source: Source) -> Items:
    """The header, then a `Person` for each merged author, with the id that it replaces, and a record with both ids for a work."""
    yield Header(format=NAME, source=SITE)
    with source.open_binary() as stream, io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.reader(line.replace("\ufeff", "") for line in lines)
        for row in rows:
            if row and row != _COLUMNS:
                yield _merged(row, f"line {rows.line_num}")


def _merged(row: list[str], where: str) -> Person | Record | Rejection:
    old, new = (bare_id(cell) for cell in (*row, "", "", "")[1:3])
    if old is None or new is None or old[0] != new[0]:
        return Rejection(where, f"{','.join(row)[:80]!r} does not give two OpenAlex ids of one kind; get the file again")
    if old[0] == "A":
        return Person(name="", where=where, ids=(Identifier("openalex", new),), replaces=(Identifier("openalex", old),))
    if old[0] == "W":
        both = (Identifier("openalex", new), Identifier("openalex", old))
        return Record(where=where, ids=both, authors_complete=False)
    return Rejection(where, f"{old} is neither an author nor a work; merged ids of other kinds are not kept")

"""The metadata snapshot of arXiv: one paper a line as JSON.

Format: https://www.kaggle.com/datasets/Cornell-University/arxiv, as arxiv-metadata-oai-snapshot.json
"""

import re
from collections.abc import Mapping

from loaders.arxiv.authors import affiliations_of, authors_of, complete_list, in_order, legend_of, people
from loaders.arxiv.work import Fields, text, work
from loaders.fields.person_names import is_others, natural_name
from loaders.parsing.json_head import first_records
from loaders.parsing.json_stream import Entry, entries
from loaders.parsing.source import Source
from loaders.records import Authorship, Header, Items, Record, Rejection

NAME = "arxiv_snapshot"
ABOUT = "the metadata snapshot of arXiv as JSON lines"

_KEYS = {"authors_parsed", "update_date", "versions", "submitter", "journal-ref", "report-no"}
_NUMBER = re.compile(r"\d{1,3}")


def recognise(head: str) -> bool:
    """Whether the first records have the keys by which the snapshot is known, themselves: other sources hold it within theirs."""
    return any({"id", "title"} <= record.keys() and len(_KEYS & record.keys()) > 1 for record in first_records(head))


def read(source: Source) -> Items:
    """The header, then a record or a rejection for each line."""
    yield Header(format=NAME, source="arXiv")
    for entry in entries(source):
        yield _paper(entry) if isinstance(entry, Entry) else entry


def _paper(entry: Entry) -> Record | Rejection:
    if not isinstance(entry.value, Mapping):
        return Rejection(entry.where, "the line is not a JSON object with a paper's fields")
    key = entry.value.get("id")
    return paper_of(entry.value, f"{entry.where} ({key})" if isinstance(key, str) and key else entry.where)


def paper_of(paper: Mapping[str, object], where: str) -> Record | Rejection:
    """The record of a paper by its members in the snapshot."""

    def field(key: str) -> str:
        value = paper.get(key)
        return value if isinstance(value, str) else ""

    authors, complete = _authors(field("authors"), paper.get("authors_parsed"))
    codes = paper.get("categories")
    return work(
        Fields(
            where=where,
            id=field("id"),
            title=field("title"),
            abstract=field("abstract"),
            authors=authors,
            complete=complete,
            date=_first_date(paper.get("versions")),
            categories=tuple(" ".join(map(str, codes) if isinstance(codes, list) else [field("categories")]).split()),
            doi=field("doi"),
            comment=field("comments"),
            journal=field("journal-ref"),
        )
    )


def _first_date(versions: object) -> str:
    """The day of the first version, of "Mon, 2 Apr 2007 19:18:42 GMT"."""
    first = versions[0] if isinstance(versions, list) and versions else None
    created = first.get("created") if isinstance(first, Mapping) else None
    return created.partition(", ")[2] if isinstance(created, str) else ""


def _authors(printed: str, parsed: object) -> tuple[tuple[Authorship, ...], bool]:
    """The divided names with their affiliations; the string says whether the list goes on, and what numbers stand for."""
    plain = text(printed)
    rows = [row for row in parsed if isinstance(row, list) and row] if isinstance(parsed, list) else []
    if not rows:
        return authors_of(plain)
    whole = authors_of(plain)[0]
    legend = legend_of(plain)
    found: list[Authorship] = []
    left_out = False
    for at, row in enumerate(rows):
        family, given, suffix, *places = ([text(part) if isinstance(part, str) else "" for part in row] + ["", "", ""])[
            : max(3, len(row))
        ]
        name = natural_name(given, family, suffix)
        if not name or is_others(name):
            left_out = True
            continue
        named = [legend.get(number, "") for place in places for number in _NUMBER.findall(place)] if legend else []
        affiliations = affiliations_of([*named, *(place for place in places if not legend or not _NUMBER.search(place))])
        if not affiliations and len(whole) == len(rows) and whole[at].name.endswith(family):
            affiliations = whole[at].affiliations
        listed, complete = people(name, family=family, given=given, affiliations=affiliations)
        found, left_out = [*found, *listed], left_out or not complete
    return in_order(found), complete_list(plain) and not left_out and bool(found)

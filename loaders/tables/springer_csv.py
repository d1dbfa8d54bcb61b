"""The CSV of SpringerLink's search results. Its names of authors stand one behind the other without a sign between them."""

import re

from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import plain_name, read_each
from loaders.fields.person_names import PrintedName, authorship
from loaders.records import Authorship
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "springer_csv"
ABOUT = "the CSV of SpringerLink's search results"

_WITHIN_NAMES = {
    "Mc", "Mac", "De", "Di", "Du", "Da", "Dal", "Del", "La", "Le", "Van", "Von", "Fitz", "St", "El", "Al", "Ben", "Ter", "Ten",
}  # fmt: skip
"""What the capital of a name may stand behind within it ("McDonald")."""
_BETWEEN = re.compile(r"(?<=[^\W\d_A-Z])(?=[^\W\d_a-z])(?=\w)")
_BETWEEN_PARTS = re.compile(r"[\s'’-]")
_LONGEST_BEGUN = 8


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The authors. Where a name would be left without a second part, all of them stand as they are printed."""
    printed = " ".join(row.get("Authors").split())
    names = _divided(printed)
    if not printed:
        return (), False
    if len(names) > 1 and any(" " not in name for name in names):
        return (authorship(PrintedName(plain_name(printed), is_undivided=True), 1),), False
    found = read_each(names)
    return authorships_of(found), found.complete and bool(found.names)


def _divided(printed: str) -> list[str]:
    """The names of "Andy SmithTom Weber": a capital behind a small letter begins the next one."""
    names, begin = [], 0
    for match in _BETWEEN.finditer(printed):
        at = match.start()
        if printed[at].isupper() and printed[at - 1].islower() and not _is_within_a_name(printed[begin:at]):
            names.append(printed[begin:at].strip())
            begin = at
    return [*names, printed[begin:].strip()]


def _is_within_a_name(before: str) -> bool:
    return _BETWEEN_PARTS.split(before[-_LONGEST_BEGUN:])[-1] in _WITHIN_NAMES


_MAP = TableMap(
    fields={
        "title": ("Item Title",), "venue": ("Publication Title", "Book Series Title"), "volume": ("Journal Volume",),
        "issue": ("Journal Issue",), "doi": ("Item DOI",), "year": ("Publication Year",),
        "kind": ("Content Type",), "url": ("URL",),
    },
    people=_people,
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "SpringerLink", (columns("Item Title", "Publication Title", "Item DOI", "Authors"),), _MAP.works)
"""What the columns mean; a chapter's publication is its book."""

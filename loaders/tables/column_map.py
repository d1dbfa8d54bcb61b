"""A map of a table's columns to the fields of a work, and the rows of such a table as records."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from loaders.fields.keywords import keywords
from loaders.fields.publication_types import PublicationKind
from loaders.records import Authorship, Identifier, Item, Record, Subject
from loaders.table_rows.delimited import Row
from loaders.tables.columns import Columns
from loaders.tables.work import work

People = tuple[tuple[Authorship, ...], bool]
"""Authors in order, and whether the list is complete."""


@dataclass(frozen=True)
class TableMap:
    """What the columns of a table mean.

    `fields` says for each field of `table_columns.FIELDS` which columns hold it, the first that is not empty counting. `subjects`
    are columns with lists, by the scheme of what they list. `kinds` are the table's own words for kinds of work, in lower case.
    `people`, `cites`, `topics` and `last` read what needs more than a column's name; `last` has the last word about the record.
    """

    fields: Mapping[str, tuple[str, ...]]
    subjects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    separators: str = ";"
    author_separator: str | None = None
    kinds: Mapping[str, PublicationKind] = field(default_factory=dict)
    people: Callable[[Row], People] | None = None
    cites: Callable[[Row], Iterable[Identifier]] | None = None
    topics: Callable[[Row], Iterable[Subject]] | None = None
    last: Callable[[Row, Record], Iterable[Item]] | None = None

    def works(self, row: Row) -> Iterable[Item]:
        """The record or rejection of a row, and remarks about it."""
        found = work(row, Columns(dict(self.fields), self.author_separator), self.kinds)
        if not isinstance(found, Record):
            return [found]
        if self.people:
            editors = tuple(author for author in found.authors if author.role == "editor")
            authors, complete = self.people(row)
            found = replace(found, authors=authors + editors, authors_complete=complete)
        subjects = [
            subject
            for scheme, names in self.subjects.items()
            for subject in keywords([row.get(name) for name in names], separators=self.separators, scheme=scheme)
        ]
        subjects += self.topics(row) if self.topics else ()
        cites = tuple(dict.fromkeys(self.cites(row))) if self.cites else found.cites
        found = replace(found, subjects=found.subjects + tuple(subjects), cites=cites)
        return self.last(row, found) if self.last else [found]

"""The documents of a load in bulk, by their numbers: what each says of itself, and what the report says of it in the end."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from graph.bulk.mapping import Given
from graph.bulk.tables import TableFiles
from graph.bulk.workers import Own
from graph.clock import now
from graph.errors import DocumentError
from graph.load.node_rows import Row
from graph.load.reading import OpenDocument
from graph.load.report import DocumentReport
from graph.schema.form import FORM
from loaders.records import Person

_CARD = ("uid", "loaded_at", "location")


class ReadDocuments:
    """What was read of each document that was given."""

    def __init__(self, given: Sequence[Given]) -> None:
        self._given = given
        self._opened: dict[int, OpenDocument] = {}
        self._reports: dict[int, DocumentReport] = {}

    def __len__(self) -> int:
        return len(self._reports)

    def add(self, number: int, opened: OpenDocument) -> None:
        """Add a document that was read to its end."""
        self._opened[number] = opened
        self._reports[number] = opened.report

    def add_unreadable(self, number: int, error: DocumentError) -> None:
        """Add one of which nothing can be read. Raises what is wrong where no other document was given."""
        if len(self._given) == 1:
            raise error
        self._reports[number] = DocumentReport.of_unreadable(self._given[number].location, error)

    @property
    def records(self) -> int:
        """How many good records there are."""
        return sum(opened.seen.count for opened in self._opened.values())

    @property
    def reports(self) -> list[DocumentReport]:
        """A report for each, in the order in which they were given."""
        return [self._reports[number] for number in sorted(self._reports)]

    @property
    def repeated(self) -> set[int]:
        """The documents whose content another one before them has too: what one document says twice, under two names, counts
        once."""
        first: dict[str, int] = {}
        return {
            number for number, opened in sorted(self._opened.items()) if first.setdefault(opened.document.uid, number) != number
        }

    @property
    def owners(self) -> list[tuple[str, Person]]:
        """Whom documents, by their uids, are about."""
        return [(opened.document.uid, opened.owner) for opened in self._first if opened.owner]

    def rows(self) -> list[Row]:
        """The rows by which the documents are complete."""
        return [self._opened[number].row(complete=True) for number in sorted(self._opened)]

    def first_rows(self) -> list[Row]:
        """Each document that was read, once, as its node is when it is complete; what is not known is left out."""
        rows = [opened.row(complete=True) for opened in self._first]
        whole = [{**{key: row[key] for key in _CARD}, **cast(Row, row["properties"])} for row in rows]
        return [{name: value for name, value in row.items() if value is not None} for row in whole]

    def write_cards(self, folder: Path, of_graph: Row | None = None) -> dict[str, Path]:
        """The nodes of the documents, to be completed when everything is there, and the graph's own card, with what is to be
        said of the graph besides."""
        files = TableFiles(Own(folder, -1))
        rows = [opened.row(complete=False) for opened in self._first]
        files.add_nodes("Document", ({**{key: row[key] for key in _CARD}, "complete": False} for row in rows))
        write_state(files, of_graph)
        return files.finish()

    def count(self, joined: Mapping[int, int]) -> None:
        """Count what became of each document's records, of which so many `joined` what other records say."""
        repeated = self.repeated
        for number, opened in self._opened.items():
            report, count = opened.report, opened.seen.count
            if number in repeated:
                report.unchanged = count
            else:
                report.joined = joined.get(number, 0)
                report.new = count - report.joined
            report.check_declared_counts()

    @property
    def _first(self) -> list[OpenDocument]:
        """Each content once."""
        repeated = self.repeated
        return [opened for number, opened in sorted(self._opened.items()) if number not in repeated]


def write_state(files: TableFiles, of_graph: Row | None = None) -> None:
    """Write the graph's own card: its form, that its papers are still to be grouped, and what else is to be said of it."""
    files.add_nodes("GraphState", [{"uid": "state", "changed_at": now(), "form": FORM, "ungrouped": True, **(of_graph or {})}])

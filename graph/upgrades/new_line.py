"""A local graph moved to another line of Neo4j: dumped, restored into a folder of that line, which then takes the place of the
old one. The old folder and the dump are kept beside it.

    FOLDER                   the graph
    FOLDER.before-2026.dump  all of it in one file, written first
    FOLDER.new-2026          the graph on the new line, until it takes its place; gone then
    FOLDER.kept-5.26         the old folder, from then on

Broken off, it begins anew when it is called again, and whatever happens the graph stands in its folder on one line or the other.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph import server
from graph.connection import Connection
from graph.errors import InputError, NoGraphError, ScholarGraphError
from graph.queries.bound import Queries
from graph.schema import indexes
from graph.server.exchanging import exchange, recover_exchange, take_over_login
from graph.server.jars import jar_list
from graph.transfer.reading import GraphSource
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.transfer import TransferProgress, TransferReport


@dataclass(frozen=True)
class LineMove:
    """What a move to another line of Neo4j will do, or did: from where to where, and what is kept."""

    folder: Path
    before: str
    line: str
    dump: Path
    new: Path
    kept: Path

    @property
    def in_words(self) -> list[str]:
        """What is done, in order."""
        return [
            f"dump the graph into {self.dump}",
            f"restore it on Neo4j {self.line} into {self.new}, and prove that both are equal",
            f"keep the folder of Neo4j {self.before} as {self.kept}, and put the new one in its place, {self.folder}",
        ]

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON."""
        return {"before": self.before, "line": self.line, "dump": str(self.dump), "kept": str(self.kept)}


@dataclass(frozen=True)
class LineMoved:
    """What a move did: how much came along, and in words what did not, because it is not the graph's."""

    report: "TransferReport"
    left: list[str]


def line_move(folder: str | Path, line: str) -> LineMove | None:
    """What it takes to move the graph in a folder to a line; None where it is there already.

    Raises ParameterError for a line that there is not, NoGraphError, InputError where what an earlier move kept is in the way.
    """
    jar_list(line)
    place = Path(folder).expanduser().absolute()
    new = place.with_name(f"{place.name}.new-{line}")
    for other in server.LINES:
        recover_exchange(place, new, place.with_name(f"{place.name}.kept-{other}"))
    before = server.status(place).line
    if not before:
        raise NoGraphError(f"There is no graph in {place}.")
    if before == line:
        return None
    dump, kept = place.with_name(f"{place.name}.before-{line}.dump"), place.with_name(f"{place.name}.kept-{before}")
    if kept.exists():
        raise InputError(f"{kept} is there, kept by an earlier move; put it elsewhere or remove it, then run this again")
    return LineMove(place, before, line, dump, new, kept)


def move(planned: LineMove, *, progress: "TransferProgress | None" = None) -> LineMoved:
    """Do what `line_move` says. The server of the new line is fetched in silence where it is missing (`server.fetch` tells).

    Nobody else may use the graph when the folders are exchanged: raises ServerInUseError, ScholarGraphError where it changed
    since it was dumped, and what a dump and a restore raise. The graph is as it was then.
    """
    from graph.transfer import dump_graph, fingerprint_of

    with (
        server.join(planned.folder) as session,
        Connection.open(session.bolt_uri, session.username, session.password) as connection,
    ):
        queries = Queries(connection)
        source = GraphSource(queries)
        changed_at = source.state().changed_at
        report = dump_graph(queries, planned.dump, overwrite=True, progress=progress)
        left = _left(report, connection)
        take_over_login(session, planned.new)
        _restore(planned, progress)
        # What people write by Cypher of their own leaves no time behind.
        _need_same(fingerprint_of(queries, progress).value == report.fingerprint.value)
        exchange(session, planned.new, planned.kept, lambda: _need_same(source.state().changed_at == changed_at))
    return LineMoved(report, left)


def _restore(planned: LineMove, progress: "TransferProgress | None") -> None:
    from graph.transfer import restore_graph

    if progress:
        progress(f"starting Neo4j {planned.line}", 0, 0)
    with (
        server.join(planned.new, line=planned.line) as session,
        Connection.open(session.bolt_uri, session.username, session.password) as connection,
    ):
        indexes.install(connection)
        # A move that was broken off left this folder; nothing but a move writes to it.
        restore_graph(Queries(connection), planned.dump, replace=True, progress=progress)


def _need_same(is_same: bool) -> None:
    if not is_same:
        raise ScholarGraphError("the graph changed while it was being moved; run this again while nothing is being loaded")


def _left(report: "TransferReport", connection: Connection) -> list[str]:
    found: list[str] = []
    if report.left_nodes or report.left_relationships:
        counts = f"{counted(report.left_nodes, 'node')} and {counted(report.left_relationships, 'relationship')}"
        found.append(f"{counts} of the database that are not scholargraph's")
    if names := indexes.foreign(connection):
        found.append(f"indexes that are not scholargraph's: {', '.join(names)}")
    return found

"""The bulk path from end to end: whether it can be taken, and a first load that takes it."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from graph.bulk.deriving import derive
from graph.bulk.finishing import complete_documents, make_indexes
from graph.bulk.loading import BulkLoading, Files, Made, Make, Progress
from graph.bulk.mapping import Given, total_size
from graph.bulk.workers import Workers, processors
from graph.connection import Connection
from graph.errors import BulkLoadError, GraphUnavailableError, ServerInUseError
from graph.identity.refresh import merge_pending
from graph.load.report import LoadReport
from graph.load.steps import BULK_STAGES, IMPORTING, NAMES, Steps
from graph.queries.bound import Queries
from graph.queries.rows import DatabaseCounts, rows_as, state_from, weights_from
from graph.schema import indexes, neomodel_binding
from graph.server import Session, fetch
from graph.server.importer import import_database
from graph.server.replacing import staging, staging_home
from graph.server.restarting import need_alone, replace_database
from graph.server.starting import guarded

WORTH_BYTES = 24 << 20
"""From how many bytes of documents on the bulk path is the faster one. The importer, a second start of the server and its indexes
take some 25 seconds whatever comes; a record of an XML of titles and abstracts has about 1 kB, one of a rich JSON about 5, and in
batches a thousand records take 5 seconds or more."""


class Client(msgspec.Struct, frozen=True, gc=False):
    """A program that is connected to the server, and from where."""

    program: str
    address: str


def is_worthwhile(given: Sequence[Given]) -> bool:
    """Whether these documents are loaded faster in bulk."""
    return total_size(given) >= WORTH_BYTES


def obstacle(connection: Connection, session: Session | None) -> str | None:
    """Why this graph cannot be loaded in bulk, in words, or None."""
    if session is None:
        return "it is not in a folder of this machine, and the importer works on local files"
    queries = Queries(connection)
    [counts] = rows_as(DatabaseCounts, queries.read, "database_counts")
    if not counts.is_empty:
        return f"the graph is not empty: it holds {counts.besides:,} nodes, and the importer makes a new database"
    if others := rows_as(Client, queries.read, "other_clients"):
        named = ", ".join(sorted({client.program for client in others}))
        return f"{named} is connected to its server, which has to be stopped; close it first"
    if weights_from(queries.read).weights:
        return "the graph keeps weights of its own, which a new database would not have"
    if state_from(queries.read).unfinished:
        return "a copy or a restore was begun on the graph and not finished"
    if foreign := indexes.foreign(connection):
        return f"the database has indexes besides the graph's own ({', '.join(foreign)}), and a new one would have none of them"
    return None


def can_be(connection: Connection, session: Session | None) -> bool:
    """Whether nothing speaks against loading in bulk: nobody else uses the graph, and it is an empty local one."""
    if session is None or obstacle(connection, session):
        return False
    try:
        with guarded(session.place):
            need_alone(session)
    except ServerInUseError:
        return False
    return True


def load_in_bulk(
    connection: Connection, session: Session, given: Sequence[Given], steps: Steps, progress: Progress | None = None
) -> LoadReport:
    """Fill the empty graph with these documents; papers are still to be grouped, as after any load.

    Until the importer is done the server answers as before; then it is stopped, and started on the new database. Raises
    BulkLoadError where the graph cannot be loaded so, ServerInUseError where others use its server, DocumentError where the only
    document cannot be read. Whatever ends it, the graph is as it was or holds everything.
    """
    return fill(connection, session, steps, made_of(given, steps, progress))


def made_of(given: Sequence[Given], steps: Steps, progress: Progress | None = None) -> Make:
    """What makes the files of these documents' rows, by all processors of this machine."""

    def made(folder: Path) -> tuple[Made, Files, Files]:
        loading = BulkLoading(given, folder, steps, progress)
        with Workers(processors(), folder) as workers:
            nodes, relationships = loading.prepare(workers)
        return loading, nodes, relationships

    return made


def fill(connection: Connection, session: Session, steps: Steps, make: Make) -> LoadReport:
    """Fill the empty graph with the rows of documents that `make` writes into the folder that it is given: files of nodes and of
    relationships. Raises what `load_in_bulk` raises."""

    def may_go() -> None:
        if why_not := obstacle(connection, session):
            raise BulkLoadError(f"The graph in {session.folder} cannot be loaded in bulk: {why_not}.")

    with guarded(session.place):
        need_alone(session)
    may_go()
    steps.go_by(BULK_STAGES)
    with staging(session.place) as folder:
        loading, nodes, relationships = make(folder)
        nodes, relationships, of_graph = derive(folder, nodes, relationships, steps)
        cards = {label: [path] for label, path in loading.documents.write_cards(folder, of_graph).items()}
        loading.drop_work()
        with steps.during(IMPORTING):
            distribution = fetch(session.line)
            import_database(distribution, _heap(session), staging_home(session.place), {**nodes, **cards}, relationships)
            try:
                replace_database(session, may_go)
            except BaseException:
                # What ended it is told, and not that nobody answers afterwards.
                with contextlib.suppress(GraphUnavailableError):
                    _follow(connection, session)
                raise
            _follow(connection, session)
    make_indexes(connection, steps)
    queries = Queries(connection)
    complete_documents(queries, loading, steps)
    with steps.during(NAMES):
        if "name_rules" in of_graph:
            merge_pending(queries)
    return loading.report


def _follow(connection: Connection, session: Session) -> None:
    """Have the connection lead to where the server is now."""
    connection.renew(session.bolt_uri, session.username, session.password)
    neomodel_binding.follow()


def _heap(session: Session) -> str:
    state = session.place.read_state()
    return state.heap if state else "512m"

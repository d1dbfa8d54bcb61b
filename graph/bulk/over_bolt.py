"""A first load in bulk into a server anywhere: the rows that the importer would get, created over Bolt by several sessions.

The graph's card says that a first load was begun and not finished, by which a load that was broken off is known: whoever loads
next clears away what it left. As long as the rows come the card is held in one transaction, for which every other load and
decision waits; it ends with this process, however that ends.
"""

import errno
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.bulk.columns import tables
from graph.bulk.created_rows import RowCreator
from graph.bulk.deriving import derive
from graph.bulk.finishing import complete_documents, make_indexes
from graph.bulk.loading import Made, Make
from graph.bulk.mapping import Given, total_size
from graph.bulk.row_files import rows_of
from graph.bulk.tables import read_tables
from graph.clock import now
from graph.connection import Connection
from graph.errors import BulkLoadError
from graph.identity.refresh import merge_held
from graph.load.node_rows import Row
from graph.load.report import LoadReport
from graph.load.steps import BULK_STAGES, CREATING_IN_BULK, IMPORTING, NAMES, Steps
from graph.queries.bound import Queries, Run
from graph.queries.rows import DatabaseCounts, rows_as, state_from
from graph.schema.form import FIRST_LOAD, FORM

WORTH_BYTES = 4 << 20
"""From how many bytes of documents on this is faster than batches: starting the workers takes some seconds, whatever comes."""


def is_worthwhile(given: Sequence[Given]) -> bool:
    """Whether these documents are loaded faster so than in batches."""
    return total_size(given) >= WORTH_BYTES


def obstacle(queries: Queries) -> str | None:
    """Why rows cannot be created there, in words, or None."""
    state = state_from(queries.read)
    if state.unfinished and not state.unfinished.startswith(FIRST_LOAD):
        return f"{state.unfinished}, was not finished"
    [counts] = rows_as(DatabaseCounts, queries.read, "database_counts")
    if not (state.unfinished or counts.is_empty):
        return f"the graph is not empty: it holds {counts.besides:,} nodes"
    return None


def fill_over_bolt(connection: Connection, steps: Steps, make: Make) -> LoadReport:
    """Fill the empty graph that a connection leads to with the rows of documents that `make` writes into a folder; papers are
    still to be grouped, as after any load.

    Raises BulkLoadError where the graph cannot be filled so, DocumentError where the only document cannot be read. Broken off, it
    leaves the graph as it was, or as a part that says so and that the next load clears away.
    """
    queries = Queries(connection)
    if why_not := obstacle(queries):
        raise BulkLoadError(f"The graph at {connection.uri} cannot be loaded in bulk: {why_not}.")
    steps.go_by(BULK_STAGES)
    with _work_folder() as folder:
        loading, nodes, relationships = make(folder)
        nodes, relationships, of_graph = derive(folder, nodes, relationships, steps)
        cards = loading.documents.write_cards(folder, of_graph)
        known = read_tables(folder)
        [card] = rows_of([cards.pop("GraphState")], known["GraphState"])
        creator = RowCreator(queries, known, {**nodes, **{label: [path] for label, path in cards.items()}}, relationships)
        loading.drop_work()
        with steps.during(IMPORTING, CREATING_IN_BULK):
            _create(queries, creator, card, loading, steps)
    make_indexes(connection, steps)
    return loading.report


@contextmanager
def _work_folder() -> Iterator[Path]:
    """A folder for the rows. Raises BulkLoadError where there is no room for them."""
    try:
        with tempfile.TemporaryDirectory(prefix="scholargraph-") as place:
            yield Path(place)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise BulkLoadError(
            f"There is not enough room in {tempfile.gettempdir()} for what was read: have TMPDIR name a folder with more, or "
            "load with --no-bulk (bulk=False)."
        ) from error


def clear_broken_load(queries: Queries) -> bool:
    """Clear away what a first load that was broken off has left, where one was; whether one was. Waits for one that goes on."""
    if not (state_from(queries.read).unfinished or "").startswith(FIRST_LOAD):
        return False
    with queries.held_transaction() as run:
        run("hold_graph", at=now(), form=FORM)
        is_broken = (state_from(run).unfinished or "").startswith(FIRST_LOAD)
        if is_broken:
            _clear(queries)
            run("mark_unfinished", what=None)
    return is_broken


def _create(queries: Queries, creator: RowCreator, card: Row, made: Made, steps: Steps) -> None:
    """Create all rows, complete the documents and merge what waits for it where names are compared; then have the card say what
    the rows' own card says. Whoever comes next has names of their own waiting, which are to be compared first."""
    mark = f"{FIRST_LOAD}, begun at {now()} ({secrets.token_hex(4)})"
    is_left = _begin(queries, mark)
    with queries.held_transaction() as run:
        run("hold_graph", at=now(), form=FORM)
        if state_from(run).unfinished != mark:
            raise BulkLoadError(f"Another first load of the graph at {queries.connection.uri} has begun. Wait until it is done.")
        if is_left:
            _clear(queries)
        # Not held once more: whoever waits for the card would stand in the way of that.
        creator.create_all(steps.advance, lambda: state_from(run))
        complete_documents(queries, made, steps)
        run("set_graph_card", card=card)
        if "name_rules" in card:
            with steps.during(NAMES):
                queries.write("complete_name_keys")
                merge_held(run)


def _begin(queries: Queries, mark: str) -> bool:
    """Mark the graph as a part from now on; whether it holds what another load has left. Raises BulkLoadError where something
    came meanwhile."""

    def begin(run: Run) -> bool:
        run("hold_graph", at=now(), form=FORM)
        is_left = bool(state_from(run).unfinished)
        [counts] = rows_as(DatabaseCounts, run, "database_counts")
        if not (is_left or counts.is_empty):
            raise BulkLoadError(f"The graph at {queries.connection.uri} was empty, and something came into it meanwhile.")
        run("mark_unfinished", what=mark)
        return is_left

    return queries.write_together(begin)


def _clear(queries: Queries) -> None:
    labels = [table.name for table in tables().values() if not table.start and table.name != "GraphState"]
    queries.write("clear_first_load", labels=labels)

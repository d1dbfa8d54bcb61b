"""What a first load in bulk does once its rows are in the database."""

from graph.bulk.loading import Made
from graph.connection import Connection
from graph.identity.refresh import merge_pending
from graph.load.node_rows import Row
from graph.load.steps import INDEXING, NAMES, WRITING, Steps
from graph.queries.bound import Queries
from graph.schema import indexes

INDEX_SECONDS = 86_400
DOCUMENTS_AT_ONCE = 5000


def finish(connection: Connection, made: Made, of_graph: Row, steps: Steps) -> None:
    """Make the indexes, complete the documents, and merge what waits for it where `of_graph` says that names are compared."""
    queries = Queries(connection)
    with steps.during(INDEXING):
        indexes.install(connection, INDEX_SECONDS)
    with steps.during(WRITING):
        rows = made.documents.rows()
        for start in range(0, len(rows), DOCUMENTS_AT_ONCE):
            queries.write("merge_documents", rows=rows[start : start + DOCUMENTS_AT_ONCE])
    with steps.during(NAMES):
        if "name_rules" in of_graph:
            merge_pending(queries)

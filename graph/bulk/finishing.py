"""What a first load in bulk does once its rows are in the database."""

from graph.bulk.loading import Made
from graph.connection import Connection
from graph.load.steps import INDEXING, WRITING, Steps
from graph.queries.bound import Queries
from graph.schema import indexes

INDEX_SECONDS = 86_400
DOCUMENTS_AT_ONCE = 5000


def make_indexes(connection: Connection, steps: Steps) -> None:
    """Make the indexes that are missing."""
    with steps.during(INDEXING):
        indexes.install(connection, INDEX_SECONDS)


def complete_documents(queries: Queries, made: Made, steps: Steps) -> None:
    """Have the documents say of themselves all that is known of them."""
    with steps.during(WRITING):
        rows = made.documents.rows()
        for start in range(0, len(rows), DOCUMENTS_AT_ONCE):
            queries.write("merge_documents", rows=rows[start : start + DOCUMENTS_AT_ONCE])

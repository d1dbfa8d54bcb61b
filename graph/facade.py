"""The facade: one object that opens a graph, loads documents into it, and answers from stored Cypher.

What only some methods need, and takes long to import (pandas, neomodel, the loaders), they import when they are called: a command
that asks one question answers in half the time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graph import server
from graph.connection import Connection
from graph.errors import GraphUnavailableError, NoGraphError, UnknownDocumentError
from graph.identity.kept_weights import warn_if_unused
from graph.learned_weights import LearnsWeights
from graph.notebook.graph import GraphInNotebook
from graph.queries.bound import Queries
from graph.queries.rows import uids_from
from graph.questions import PlainQuestions
from graph.schema import indexes, neomodel_binding
from graph.upgrades import Step, Upgrade, bring_up_to_date, ready_to_write, upgrade_of, warn_of_state

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import SparkSession

    from graph.decisions.deciding import Decisions
    from graph.documents import Named
    from graph.documents.hints import ColumnNames
    from graph.documents.inspection import Inspections
    from graph.load.progress import LoadProgress
    from graph.load.report import LoadReport
    from graph.transfer import Fingerprint, TransferProgress, TransferReport


class ScholarGraph(GraphInNotebook, LearnsWeights):
    """A scholarly graph in a Neo4j. Open one with `scholargraph.open(folder)` or `scholargraph.connect(uri)`, use it as a context
    manager, and close it.

    Tables come back as DataFrames whose columns are those that the stored query's header declares. An author is named by uid or
    by exact name in any case: an unknown one raises UnknownAuthorError with the nearest names, an ambiguous one
    AmbiguousAuthorError with the choices.

    A graph that an earlier scholargraph wrote is told by an OlderFormWarning, and brought up to date by what writes to it; one
    that a newer one wrote in a form not known here is a NewerFormError. One that is a part only, since a copy, a restore or a
    first load of it was not finished, is told by an UnfinishedGraphWarning, one with weights that are not used by an
    UnusedWeightsWarning.
    """

    def __init__(self, connection: Connection, session: server.Session | None = None) -> None:
        super().__init__(Queries(connection))
        self._session = session
        try:
            # Before anything is made: a graph that is not understood here is left as it is.
            card = warn_of_state(self._queries)
            if card and card.keeps_weights:
                warn_if_unused(self._queries.read)
            indexes.install(connection)
        except BaseException:
            connection.close()
            raise
        neomodel_binding.attach(connection)

    @classmethod
    def open(
        cls, folder: str | Path, *, create: bool = True, progress: server.Progress | None = None, **settings: str | float | None
    ) -> Self:
        """The graph that is kept in `folder`, a new one if there is none, on a local Neo4j that is fetched once and started if it
        is not up. With create=False a folder without a graph is a NoGraphError, and stays as it is.

        `settings` are those of `graph.server.join`: line ("2026" or "5.26"), heap, page_cache, idle_minutes. `progress` is told
        how far a first fetch is. Raises LocalServerError with what is wrong and what to do.
        """
        if not create and not server.exists(folder):
            raise NoGraphError(f"There is no graph in {Path(folder).expanduser().absolute()}; create=True makes one")
        session = server.join(Path(folder), progress=progress, **settings)  # type: ignore[arg-type]
        try:
            return cls(Connection.open(session.bolt_uri, session.username, session.password), session)
        except BaseException:
            session.close()
            raise

    @classmethod
    def connect(
        cls, uri: str | None = None, username: str | None = None, password: str | None = None, database: str | None = None
    ) -> Self:
        """The graph in any Neo4j: at `uri`, else at the environment's NEO4J_URI, with NEO4J_USERNAME, NEO4J_PASSWORD and
        NEO4J_DATABASE for what is not given. Raises GraphUnavailableError or LoginError with what to do."""
        address = uri or os.environ.get("NEO4J_URI")
        if not address:
            raise GraphUnavailableError("no address: give one as uri=, or set NEO4J_URI; scholargraph.open(folder) needs none")
        connection = Connection.open(
            address,
            username if username is not None else os.environ.get("NEO4J_USERNAME", "neo4j"),
            password if password is not None else os.environ.get("NEO4J_PASSWORD", ""),
            database or os.environ.get("NEO4J_DATABASE") or "neo4j",
        )
        return cls(connection)

    @property
    def connection(self) -> Connection:
        """The connection that everything runs on."""
        return self._queries.connection

    @property
    def plain(self) -> PlainQuestions:
        """The same questions, answered with plain rows instead of DataFrames."""
        return PlainQuestions(self._queries)

    @property
    def browser_url(self) -> str | None:
        """The address of Neo4j Browser for a local graph, None for a graph that was connected to."""
        return self._session.browser_url if self._session else None

    def load(
        self,
        documents: Named | Iterable[Named],
        *,
        author: str | None = None,
        columns: ColumnNames | str | Path | None = None,
        author_separator: str | None = None,
        format: str | None = None,
        encoding: str | None = None,
        bulk: bool | None = None,
        spark: SparkSession | None = None,
        progress: Callable[[LoadProgress], None] | None = None,
    ) -> LoadReport:
        """Load documents: paths, folders, archives, glob patterns, "-" for standard input, or `scholargraph.Source`s.

        `author` says whose listing it is for a format that does not say so itself; `columns` which column of a table holds what
        (`{"title": "Article Name", …}`, or a TOML file of such lines), `author_separator` what stands between names in one cell;
        `format` of which format all of it is, where the content does not tell, and `encoding` of which encoding its texts are
        ("mac_roman", "cp1250"), where they are not UTF-8. The report accounts for every
        record and for the time. What cannot be read at all is listed there, and raises DocumentError or UnknownFormatError only
        if nothing else was named. `progress` is told what is being done and how far it is, at every record.

        An empty graph is filled `bulk` where that is worthwhile: by all processors, and into a local one by the server's offline
        importer, for which the server is stopped and started, into any other over Bolt by several sessions. True insists, and
        raises BulkLoadError or ServerInUseError where that cannot be; False forbids it. `spark` has a cluster do the part of all
        processors for a local graph, and insists. The graph and the report are the same.
        """
        from graph.documents import Hints, find
        from graph.load.progress import Telling
        from graph.load.steps import NAMES, TOPICS
        from graph.server.memory_watch import MemoryWatch

        hints = Hints.of(author, columns, author_separator, format, encoding)
        found = find(documents, hints)
        ready_to_write(self._queries)
        memory = MemoryWatch(self._session.place if self._session else None)
        telling = Telling(len(found.sources), progress, memory.latest)
        steps = telling.steps
        with memory.during(lambda: steps.step):
            # What takes long to import is a part of the time that the report tells.
            from graph.both_paths import load_by_either_path
            from graph.identity.refresh import refresh_pending
            from graph.organisations.refresh import refresh_institutions
            from graph.topics.refresh import refresh_topics

            report = load_by_either_path(self._queries, self._session, found.sources, hints, telling, bulk=bulk, spark=spark)
            with steps.during(TOPICS):
                refresh_topics(self._queries)
            with steps.during(NAMES):
                refresh_institutions(self._queries)
                refresh_pending(self._queries)
        report.left_out = found.left_out
        report.seconds_by_step = steps.seconds()
        report.memory_by_step = memory.peaks
        return report

    @staticmethod
    def formats() -> list[dict[str, object]]:
        """The formats that `load` reads, a row each: name, about, endings, told_by, options."""
        from graph.documents import formats

        return formats()

    @staticmethod
    def inspect(
        documents: Named | Iterable[Named], *, author: str | None = None, columns: ColumnNames | str | Path | None = None,
        author_separator: str | None = None, format: str | None = None, encoding: str | None = None, records: int = 3,
    ) -> Inspections:  # fmt: skip
        """What documents are taken for and why, what else would fit, their first records as `load` would load them, and of a
        table what each column is taken for. Takes what `load` takes; nothing is loaded. Raises DocumentError where nothing is
        there."""
        from graph.documents import Hints
        from graph.documents.inspection import inspect

        return inspect(documents, Hints.of(author, columns, author_separator, format, encoding), records=records)

    def compare_names(self) -> int:
        """Do what is left to do after documents came: find the topics of the graph and its organisations, merge what conclusive
        evidence ties together, compare the names of the author records that were touched, group their papers; the number of these
        records. Every load ends so; it is asked for where somebody else filled the graph, as an importer does, or where one was
        broken off."""
        from graph.identity.refresh import refresh_pending
        from graph.organisations.refresh import refresh_institutions
        from graph.topics.refresh import refresh_topics

        ready_to_write(self._queries)
        refresh_topics(self._queries)
        refresh_institutions(self._queries)
        return refresh_pending(self._queries)

    def unload(self, document: str | Path) -> int:
        """Take a document's facts out of the graph again, leaving what others also say; the number of records that it had.

        `document` is its location as loaded, a file of the same content, its uid, or its SHA-256. Raises
        UnknownDocumentError with what to do.
        """
        from graph.load.loading import remove_document

        ready_to_write(self._queries)
        removed = remove_document(self._queries, self._document_uid(str(document)))
        self.compare_names()
        return removed

    @property
    def decisions(self) -> Decisions:
        """What people decided about author records: accept, reject, reassign, confirm, undo, and the log of it all."""
        from graph.decisions.deciding import Decisions

        return Decisions(self._queries)

    def cypher(self, text: str, /, **params: object) -> pd.DataFrame:
        """The result of any Cypher that reads; the server refuses writing. What the server has to say about the query (a label
        that is not there, a cartesian product) is a CypherWarning. Raises QueryError, and ParameterError for a `$name` without
        its value."""
        import pandas as pd

        table = self._asked(text, params)
        return pd.DataFrame(table.rows, columns=list(table.columns))

    def fingerprint(self, *, progress: TransferProgress | None = None) -> Fingerprint:
        """A text that two graphs share exactly when they hold the same nodes and relationships, and the counts of both."""
        from graph.transfer import fingerprint_of

        return fingerprint_of(self._queries, progress)

    def copy_to(
        self, uri: str, username: str = "neo4j", password: str = "", database: str = "neo4j",
        *, replace: bool = False, progress: TransferProgress | None = None,
    ) -> TransferReport:  # fmt: skip
        """Copy the graph into another Neo4j and prove that both are equal; one that was broken off goes on where it stopped.

        What that database holds besides stays. Raises InputError where it holds another graph of ours, unless `replace` says to
        make it equal to this one; GraphUnavailableError, LoginError.
        """
        from graph.transfer import copy_graph

        with Connection.open(uri, username, password, database) as target:
            return copy_graph(self._queries, Queries(target), replace=replace, progress=progress)

    def dump(self, file: str | Path, *, overwrite: bool = False, progress: TransferProgress | None = None) -> TransferReport:
        """Write the graph into one file, which appears whole or not at all. Raises InputError where it cannot be written."""
        from graph.transfer import dump_graph

        return dump_graph(self._queries, Path(file), overwrite=overwrite, progress=progress)

    def restore(self, file: str | Path, *, replace: bool = False, progress: TransferProgress | None = None) -> TransferReport:
        """Fill the graph from a dump. Raises InputError for a damaged file before anything is written, and where the graph holds
        something already, unless `replace` says to have what the file holds and nothing else."""
        from graph.transfer import restore_graph

        return restore_graph(self._queries, Path(file), replace=replace, progress=progress)

    def upgrade(self, *, dry_run: bool = False, told: Callable[[Step], None] | None = None) -> Upgrade:
        """Bring a graph that an earlier scholargraph wrote up to date, as the next load would: what was done, or with `dry_run`
        what would be. `told` hears of each step before it begins. Broken off, it goes on when it is called again."""
        return upgrade_of(self._queries) if dry_run else bring_up_to_date(self._queries, told=told)

    def close(self) -> None:
        """Close the connection and leave the local server, if there is one; closing twice does no harm."""
        neomodel_binding.detach(self._queries.connection)
        self._queries.connection.close()
        if self._session:
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"ScholarGraph({self._queries.connection.uri!r})"

    def _document_uid(self, document: str) -> str:
        from loaders import Source

        uids = uids_from(self._queries.read, "find_documents", document=Source.at(document).location)
        if not uids and Path(document).is_file():
            uids = uids_from(self._queries.read, "find_documents", document=Source.at(document).sha256)
        if len(uids) == 1:
            return uids[0]
        if uids:
            raise UnknownDocumentError(f"{document!r} names {len(uids)} documents; give the uid of one: {', '.join(uids)}")
        raise UnknownDocumentError(f"no document {document!r} is loaded; list the loaded ones with `scholargraph documents`")

"""The facade: one object that opens a graph, loads documents into it, and answers from stored Cypher."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, cast

import pandas as pd

from graph import schema, server
from graph.clock import now
from graph.connection import Connection
from graph.documents import Hints, Named, document_of, sources
from graph.errors import DocumentError, GraphUnavailableError, ParameterError, UnknownDocumentError
from graph.identity.names import name_key
from graph.identity.refreshing import refresh_pending
from graph.load.loading import Loading, remove_document
from graph.load.report import LoadReport
from graph.moving import Fingerprint, MoveProgress, MoveReport, copy_graph, dump_graph, fingerprint_of, restore_graph
from graph.registry import Registry, StoredQuery
from graph.who import author_uid
from loaders import Source

Origin = Literal["given", "derived", "both"]
LoadProgress = Callable[[int, int, int], None]
"""Told the records read, the documents read to their end, and the documents named."""

TOPIC_COUNTS = {"author": "topic_counts_by_author", "venue": "topic_counts_by_venue", "year": "topic_counts_by_year"}


class ScholarGraph:
    """A scholarly graph in a Neo4j. Open one with `ScholarGraph.open(folder)` or `ScholarGraph.connect(uri)`, use it as a context
    manager, and close it.

    Tables come back as DataFrames whose columns are those that the stored query's header declares. An author is named by uid or
    by exact name in any case: an unknown one raises UnknownAuthorError with the nearest names, an ambiguous one
    AmbiguousAuthorError with the choices.
    """

    def __init__(self, connection: Connection, session: server.Session | None = None) -> None:
        self._connection = connection
        self._session = session
        self._registry = Registry.shipped()
        schema.install(connection)
        schema.attach(connection)

    @classmethod
    def open(cls, folder: str | Path, *, progress: server.Progress | None = None, **settings: str | float | None) -> Self:
        """The graph that is kept in `folder`, on a local Neo4j that is fetched once and started if it is not up.

        `settings` are those of `graph.server.join`: line ("2026" or "5.26"), heap, page_cache, idle_minutes. `progress` is told
        how far a first fetch is. Raises LocalServerError with what is wrong and what to do.
        """
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
            raise GraphUnavailableError("no address: give one as uri=, or set NEO4J_URI; ScholarGraph.open(folder) needs none")
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
        return self._connection

    @property
    def browser_url(self) -> str | None:
        """The address of Neo4j Browser for a local graph, None for a graph that was connected to."""
        return self._session.browser_url if self._session else None

    def load(
        self,
        documents: Named | Iterable[Named],
        *,
        author: str | None = None,
        columns: Mapping[str, str | Sequence[str]] | None = None,
        author_separator: str | None = None,
        progress: LoadProgress | None = None,
    ) -> LoadReport:
        """Load documents: paths, folders, glob patterns, "-" for standard input, or `loaders.Source`s.

        `author` says whose listing it is for a format that does not say so itself; `columns` which column of a table holds what
        (`{"title": "Article Name", …}`), `author_separator` what stands between names in one cell. The report accounts for every
        record. What cannot be read at all is listed there, and raises DocumentError or UnknownFormatError only if nothing else
        was named.
        """
        found = sources(documents)
        hints = Hints(author, columns, author_separator)
        tell = (lambda records, finished: progress(records, finished, len(found))) if progress else None
        loading = Loading(self._registry, self._connection, tell)
        for source in found:
            try:
                loading.add(document_of(source, hints))
            except DocumentError as error:
                if len(found) == 1:
                    raise
                loading.add_unreadable(source.location, str(error))
        report = loading.finish()
        refresh_pending(self._registry, self._connection)
        return report

    def unload(self, document: str | Path) -> int:
        """Take a document's facts out of the graph again, leaving what others also say; the number of records that it had.

        `document` is its location as loaded, a file of the same content, its uid, or its SHA-256. Raises
        UnknownDocumentError with what to do.
        """
        removed = remove_document(self._registry, self._connection, self._document_uid(str(document)))
        refresh_pending(self._registry, self._connection)
        return removed

    def separate(self, author: str, other: str, *, by: str, reason: str = "") -> None:
        """Record that `by` holds two author records for two people. A merge of the two by conclusive evidence is undone at once,
        and stays undone whatever is loaded, until `unseparate`. Name records by uid: a name stands for the merged person."""
        uids = {"a": self.author_uid(author), "b": self.author_uid(other)}
        self._registry.write(self._connection, "separate_authors", **uids, by=by, at=now(), reason=reason)
        refresh_pending(self._registry, self._connection)

    def unseparate(self, author: str, other: str) -> bool:
        """Take back that two author records are two people; False where nobody had said so."""
        uids = {"a": self.author_uid(author), "b": self.author_uid(other)}
        rows = self._registry.write(self._connection, "unseparate_authors", **uids)
        refresh_pending(self._registry, self._connection)
        return rows[0]["taken_back"] != 0

    def documents(self) -> pd.DataFrame:
        """The loaded documents."""
        return self.query("documents")

    def profile(self, author: str) -> dict[str, object]:
        """One person: names, records, papers, years, venues, topics, and what pages about them declare (see `author_profile`)."""
        return self._registry.read(self._connection, "author_profile", author=self.author_uid(author))[0]

    def papers(self, author: str, limit: int | None = None) -> pd.DataFrame:
        """A person's papers, newest first."""
        return self.query("author_papers", author=self.author_uid(author), limit=limit)

    def close_collaborators(
        self, author: str, *, min_shared: int = 1, since: int | None = None, limit: int | None = 25
    ) -> pd.DataFrame:
        """Who wrote with this person, closest first by Newman's collaboration strength."""
        return self.query("close_collaborators", author=self.author_uid(author), min_shared=min_shared, since=since, limit=limit)

    def topic_counts(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        by: Literal["author", "venue", "year"] | None = None,
        origin: Origin = "both",
        limit: int | None = None,
    ) -> pd.DataFrame:
        """How many papers each topic has: of one author, of one venue, `by` author, venue or year, or of the whole graph.

        `origin` counts the topics that documents give, those derived from titles and abstracts, or both.
        """
        if author is not None and venue is not None:
            raise ParameterError("topic_counts takes an author or a venue, not both")
        if author is not None:
            return self.query("topic_counts_by_author", author=self.author_uid(author), origin=origin, limit=limit)
        if venue is not None:
            return self.query("topic_counts_by_venue", venue=venue, origin=origin, limit=limit)
        if by is not None and by not in TOPIC_COUNTS:
            raise ParameterError(f"topic_counts by={by!r}: use {', '.join(TOPIC_COUNTS)}")
        return self.query(TOPIC_COUNTS[by] if by else "topic_counts", origin=origin, limit=limit)

    def name_cluster(self, name: str) -> pd.DataFrame:
        """All author records of exactly this name, in any case, one row each; empty if there are none."""
        return self.query("name_cluster", name_key=name_key(name))

    def name_cluster_papers(self, name: str) -> pd.DataFrame:
        """All papers of the author records of exactly this name, in any case."""
        return self.query("name_cluster_papers", name_key=name_key(name))

    def neighbourhood(self, author: str, *, limit: int | None = 25) -> dict[str, list[dict[str, object]]]:
        """The slice of the graph around a person: `{"nodes": […], "relationships": […]}`, of at most `limit` papers."""
        row = self._registry.read(self._connection, "neighbourhood", author=self.author_uid(author), limit=limit)[0]
        return {key: cast(list[dict[str, object]], row[key]) for key in ("nodes", "relationships")}

    def split_candidates(
        self, author: str | None = None, *, min_score: float | None = None, limit: int | None = None
    ) -> pd.DataFrame:
        """Pairs of author records that may be one person, likeliest first, with the evidence. `min_score` is the least
        probability; without it the query's own."""
        return self._candidates("split_candidates", author, min_score, limit)

    def mixed_candidates(
        self, author: str | None = None, *, min_score: float | None = None, limit: int | None = None
    ) -> pd.DataFrame:
        """Author records whose papers may be several people's, likeliest first, with the groups they fall into and the evidence.
        `min_score` is the least probability; without it the query's own."""
        return self._candidates("mixed_candidates", author, min_score, limit)

    def duplicate_papers(self, *, min_score: float = 0.0, limit: int | None = None) -> pd.DataFrame:
        """Pairs of papers that may be one work."""
        return self.query("duplicate_papers", min_score=min_score, limit=limit)

    def path(self, author: str, other: str) -> pd.DataFrame:
        """The shortest way from one person to another through shared papers, a row a step; empty where there is none."""
        return self.query("collaboration_path", author=self.author_uid(author), other=self.author_uid(other))

    def data_quality(self) -> pd.DataFrame:
        """What is missing or doubtful in the graph, counted."""
        return self.query("data_quality")

    def query(self, name: str, /, **params: object) -> pd.DataFrame:
        """The result of a stored read query. Raises UnknownQueryError, or ParameterError saying what is wrong."""
        return self._registry.frame(self._connection, name, **params)

    def queries(self) -> Mapping[str, StoredQuery]:
        """All stored queries by name."""
        return self._registry

    def cypher(self, text: str, /, **params: object) -> pd.DataFrame:
        """The result of any Cypher that reads; the server refuses writing. Raises QueryError."""
        table = self._connection.read(text, params)
        return pd.DataFrame(table.rows, columns=list(table.columns))

    def fingerprint(self, *, progress: MoveProgress | None = None) -> Fingerprint:
        """A text that two graphs share exactly when they hold the same nodes and relationships, and the counts of both."""
        return fingerprint_of(self._registry, self._connection, progress)

    def copy_to(
        self, uri: str, username: str = "neo4j", password: str = "", database: str = "neo4j",
        *, replace: bool = False, progress: MoveProgress | None = None,
    ) -> MoveReport:  # fmt: skip
        """Copy the graph into another Neo4j and prove that both are equal; one that was broken off goes on where it stopped.

        What that database holds besides stays. Raises InputError where it holds another graph of ours, unless `replace` says to
        make it equal to this one; GraphUnavailableError, LoginError.
        """
        with Connection.open(uri, username, password, database) as target:
            return copy_graph(self._registry, self._connection, target, replace=replace, progress=progress)

    def dump(self, file: str | Path, *, overwrite: bool = False, progress: MoveProgress | None = None) -> MoveReport:
        """Write the graph into one file, which appears whole or not at all. Raises InputError where it cannot be written."""
        return dump_graph(self._registry, self._connection, Path(file), overwrite=overwrite, progress=progress)

    def restore(self, file: str | Path, *, replace: bool = False, progress: MoveProgress | None = None) -> MoveReport:
        """Fill the graph from a dump. Raises InputError for a damaged file before anything is written, and where the graph holds
        something already, unless `replace` says to have what the file holds and nothing else."""
        return restore_graph(self._registry, self._connection, Path(file), replace=replace, progress=progress)

    def author_uid(self, author: str) -> str:
        """The uid of the author record that a uid or an exact name, in any case, names (of one person the canonical one)."""
        return author_uid(self._registry, self._connection, author)

    def close(self) -> None:
        """Close the connection and leave the local server, if there is one; closing twice does no harm."""
        schema.detach(self._connection)
        self._connection.close()
        if self._session:
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"ScholarGraph({self._connection.uri!r})"

    def _candidates(self, query: str, author: str | None, min_score: float | None, limit: int | None) -> pd.DataFrame:
        uid = None if author is None else self.author_uid(author)
        least = {} if min_score is None else {"min_score": min_score}
        return self.query(query, author=uid, limit=limit, **least)

    def _document_uid(self, document: str) -> str:
        rows = self._registry.read(self._connection, "find_documents", document=document)
        if not rows and Path(document).is_file():
            rows = self._registry.read(self._connection, "find_documents", document=Source.at(document).sha256)
        if len(rows) == 1:
            return cast(str, rows[0]["uid"])
        if rows:
            uids = ", ".join(cast(str, row["uid"]) for row in rows)
            raise UnknownDocumentError(f"{document!r} names {len(rows)} documents; give the uid of one: {uids}")
        raise UnknownDocumentError(f"no document {document!r} is loaded; list the loaded ones with `scholargraph documents`")

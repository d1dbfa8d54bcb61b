"""Checks of a graph that answers: the server's version, the schema, the indexes, and what was begun and not finished."""

import re
from collections.abc import Iterator

import msgspec

from graph.doctor.check import Check, ok, problem, warning
from graph.doctor.weights import check_probabilities, check_weights
from graph.identity.evidence_model.regrouping import are_grouped
from graph.queries.bound import Queries
from graph.queries.rows import DatabaseCounts, count_from, rows_as, state_from
from graph.schema import indexes
from graph.schema.form import FORM, form_of, to_finish
from loaders.counted import counted

LONG_TERM_LINE = (5, 26)
NAMED = 3


class Server(msgspec.Struct, frozen=True, gc=False):
    """A Neo4j server."""

    version: str
    edition: str


class Count(msgspec.Struct, frozen=True, gc=False):
    """How many nodes of a label, or relationships of a type, the graph holds."""

    element: str
    name: str
    count: int


class UnreadDocument(msgspec.Struct, frozen=True, gc=False):
    """A document that was not read to its end."""

    uid: str
    location: str | None


class DoubtfulDocument(UnreadDocument, frozen=True, gc=False):
    """A document with rejected records, or that declared other counts than were read."""

    rejected: int | None


def check_database(queries: Queries) -> Iterator[Check]:
    """All checks of the database. Writes nothing."""
    [server] = rows_as(Server, queries.read, "server_version")
    yield _version(server.version, server.edition)
    yield _schema(queries)
    yield _form(queries)
    yield _contents(queries)
    yield _indexes(queries)
    yield _unfinished(queries)
    yield _incomplete(queries)
    yield _doubtful(queries)
    yield _pending(queries)
    yield check_weights(queries)
    yield check_probabilities(queries)


def _version(version: str, edition: str) -> Check:
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    line = "long-term support line" if numbers == LONG_TERM_LINE else "calendar releases"
    if numbers < LONG_TERM_LINE:
        return problem(
            "neo4j server", f"{version} {edition}", "scholargraph needs Neo4j 5.26 or a calendar release (2025.01 or later)"
        )
    return ok("neo4j server", f"{version} {edition}, of the {line}")


def _schema(queries: Queries) -> Check:
    missing = indexes.missing(queries.connection)
    if not missing:
        return ok("schema", "every constraint and index is there")
    lacking = f"missing: {_listed(missing)}"
    [counts] = rows_as(DatabaseCounts, queries.read, "database_counts")
    if counts.nodes == 0:
        return warning(
            "schema", f"the database is empty; {lacking}", "nothing: the first command that opens the graph makes them"
        )
    return problem("schema", lacking, "open the graph once as a user who may change the schema: `scholargraph documents` does")


def _form(queries: Queries) -> Check:
    form = form_of(queries.read)
    if form > FORM:
        return problem(
            "form",
            f"the graph is of form {form} of the data model, written by a newer scholargraph; this one knows forms up to {FORM}",
            "install the newest scholargraph; this one neither reads nor writes the graph",
        )
    if form < FORM:
        return warning(
            "form",
            f"the graph is of form {form} of the data model, written by an earlier scholargraph; this one writes form {FORM}",
            "run `scholargraph upgrade`, or load any document: a load begins with that",
        )
    return ok("form", f"the graph is of form {form} of the data model, which this scholargraph writes")


def _contents(queries: Queries) -> Check:
    counts = {one.name: one.count for one in rows_as(Count, queries.read, "graph_counts")}
    if not any(counts.values()):
        return ok("contents", "none yet: load documents with `scholargraph load FILES`")
    named = {"document": "Document", "paper": "Paper", "author record": "Author", "venue": "Venue", "topic": "Topic"}
    return ok("contents", ", ".join(counted(counts[label], words) for words, label in named.items()))


def _indexes(queries: Queries) -> Check:
    held = indexes.held(queries)
    failed = [index.name for index in held if index.state == "FAILED"]
    building = [index.name for index in held if index.state == "POPULATING"]
    if failed:
        drop = "; ".join(f"DROP INDEX `{name}`" for name in failed[:NAMED])
        return problem("indexes", f"failed: {_listed(failed)}", f"run {drop} in Neo4j Browser, then open the graph again")
    if building:
        return warning("indexes", f"still being built: {_listed(building)}", "wait; answers are slow until then")
    return ok("indexes", f"all {len(held)} are online")


def _unfinished(queries: Queries) -> Check:
    what = state_from(queries.read).unfinished
    if what:
        return problem("moves", f"the graph is a part only: {what}", to_finish(what))
    return ok("moves", "nothing is unfinished")


def _incomplete(queries: Queries) -> Check:
    documents = rows_as(UnreadDocument, queries.read, "incomplete_documents")
    if documents:
        places = _listed([document.location or document.uid for document in documents])
        return warning(
            "loads",
            f"{counted(len(documents), 'document')} not read to the end: {places}",
            "load these again; what is there already is not doubled",
        )
    return ok("loads", "all were read to their end")


def _doubtful(queries: Queries) -> Check:
    documents = rows_as(DoubtfulDocument, queries.read, "doubtful_documents")
    if not documents:
        return ok("counts", "every document gave all that it holds and declares")
    places = _listed([document.location or document.uid for document in documents])
    return warning(
        "counts",
        f"{counted(len(documents), 'document')} had rejected records, or declared other counts than were read: {places}",
        "load one again to see its lines and reasons; `scholargraph documents` shows all",
    )


def _pending(queries: Queries) -> Check:
    count = count_from(queries.read, "count_pending_authors")
    if count:
        return warning(
            "authors",
            f"{counted(count, 'record')} still to be compared with others",
            "load any document again: every load ends with that",
        )
    if not are_grouped(queries):
        return warning(
            "authors",
            "their papers are not grouped by this version",
            "load any document again: every load ends with that",
        )
    return ok("authors", "all are compared with each other, and their papers grouped")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")

"""Checks of a graph that answers: the server's version, the schema, the indexes, and what was begun and not finished."""

import re
from collections.abc import Iterator
from typing import cast

from graph.doctor.check import Check, ok, problem, warning
from graph.identity.evidence_model.regrouping import are_grouped
from graph.queries.bound import Queries
from graph.schema import indexes
from loaders.counted import counted

LONG_TERM_LINE = (5, 26)
NAMED = 3


def check_database(queries: Queries) -> Iterator[Check]:
    """All checks of the database. Writes nothing."""
    row = queries.read("server_version")[0]
    yield _version(cast(str, row["version"]), cast(str, row["edition"]))
    yield _schema(queries)
    yield _contents(queries)
    yield _indexes(queries)
    yield _unfinished(queries)
    yield _incomplete(queries)
    yield _doubtful(queries)
    yield _pending(queries)


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
    found = f"missing: {_listed(missing)}"
    if queries.read("database_counts")[0]["nodes"] == 0:
        return warning("schema", f"the database is empty; {found}", "nothing: the first command that opens the graph makes them")
    return problem("schema", found, "open the graph once as a user who may change the schema: `scholargraph documents` does")


def _contents(queries: Queries) -> Check:
    counts = {str(row["name"]): cast(int, row["count"]) for row in queries.read("graph_counts")}
    if not any(counts.values()):
        return ok("contents", "none yet: load documents with `scholargraph load FILES`")
    named = {"document": "Document", "paper": "Paper", "author record": "Author", "venue": "Venue", "topic": "Topic"}
    return ok("contents", ", ".join(counted(counts[label], words) for words, label in named.items()))


def _indexes(queries: Queries) -> Check:
    rows = queries.read("indexes")
    failed = [str(row["name"]) for row in rows if row["state"] == "FAILED"]
    building = [str(row["name"]) for row in rows if row["state"] == "POPULATING"]
    if failed:
        drop = "; ".join(f"DROP INDEX `{name}`" for name in failed[:NAMED])
        return problem("indexes", f"failed: {_listed(failed)}", f"run {drop} in Neo4j Browser, then open the graph again")
    if building:
        return warning("indexes", f"still being built: {_listed(building)}", "wait; answers are slow until then")
    return ok("indexes", f"all {len(rows)} are online")


def _unfinished(queries: Queries) -> Check:
    rows = queries.read("graph_state")
    what = rows[0]["unfinished"] if rows else None
    if what:
        return problem(
            "moves", f"the graph is a part only: {what}", "run the same copy or restore again; it goes on where it stopped"
        )
    return ok("moves", "nothing is unfinished")


def _incomplete(queries: Queries) -> Check:
    rows = queries.read("incomplete_documents")
    if rows:
        places = _listed([str(row["location"] or row["uid"]) for row in rows])
        return warning(
            "loads",
            f"{counted(len(rows), 'document')} not read to the end: {places}",
            "load these again; what is there already is not doubled",
        )
    return ok("loads", "all were read to their end")


def _doubtful(queries: Queries) -> Check:
    rows = queries.read("doubtful_documents")
    if not rows:
        return ok("counts", "every document gave all that it holds and declares")
    places = _listed([str(row["location"] or row["uid"]) for row in rows])
    return warning(
        "counts",
        f"{counted(len(rows), 'document')} had rejected records, or declared other counts than were read: {places}",
        "load one again to see its lines and reasons; `scholargraph documents` shows all",
    )


def _pending(queries: Queries) -> Check:
    count = cast(int, queries.read("count_pending_authors")[0]["authors"])
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

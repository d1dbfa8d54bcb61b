"""Copy a graph to another Neo4j, dump it into a file, restore it from one."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.clock import now
from graph.connection import Connection
from graph.errors import InputError, ScholarGraphError
from graph.queries.bound import Queries, Run
from graph.queries.rows import GraphState, WeightsHeld
from graph.schema import indexes
from graph.schema.form import hold
from graph.transfer.dump_reading import FileSource
from graph.transfer.dump_writing import FileSink
from graph.transfer.fingerprint import Fingerprint, Watched
from graph.transfer.reading import GraphSource
from graph.transfer.rows import NodeRow, Page, RelationshipRow, Sink, Source
from graph.transfer.writing import GraphSink

TransferProgress = Callable[[str, int, int], None]
"""Told what is being done, and how many nodes and relationships of how many in all went through; 0 in all: not known."""

DIFFERENCES_SHOWN = 8


@dataclass(frozen=True)
class TransferReport:
    """What a move did: the fingerprint that both sides have now, and how much was written, was removed because the source does
    not hold it, and stands in the source's database without being part of the graph."""

    fingerprint: Fingerprint
    written: int
    removed: int = 0
    left_nodes: int = 0
    left_relationships: int = 0
    seconds: float = 0.0

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON."""
        return {
            "nodes": self.fingerprint.nodes,
            "relationships": self.fingerprint.relationships,
            "fingerprint": self.fingerprint.value,
            "written": self.written,
            "removed": self.removed,
            "left_nodes": self.left_nodes,
            "left_relationships": self.left_relationships,
            "seconds": round(self.seconds, 3),
        }


def fingerprint_of(queries: Queries, progress: TransferProgress | None = None) -> Fingerprint:
    """The fingerprint of the graph that a connection leads to, in memory that does not grow with it."""
    return _fingerprint(GraphSource(queries), progress, "taking the fingerprint")


def copy_graph(
    source: Queries, target: Queries, *, replace: bool = False, progress: TransferProgress | None = None
) -> TransferReport:
    """Copy a graph into another database, and prove by fingerprint that both are equal now.

    A copy that was broken off goes on where it stopped. Raises InputError where the target holds another graph and `replace` is
    not given, NewerFormError where either is of a form that is not known here, ScholarGraphError where the source changed
    meanwhile or the fingerprints differ. The copy is of the form that its source is.
    """
    started = time.monotonic()
    origin, goal = GraphSource(source), GraphSource(target)
    before, form = origin.state(), origin.form()
    _refuse_unfinished(before, "copy")
    goal.form()
    indexes.install(target.connection)
    fresh, state = goal.is_empty(), goal.state()
    if not fresh and not state.unfinished and not replace:
        here, there = (_fingerprint(graph, progress, "comparing both graphs") for graph in (origin, goal))
        if here.value != there.value:
            raise InputError(_refusal(target.connection, here, there))
        if goal.weights() != origin.weights():
            target.write_together(partial(_keep_weights, weights=origin.weights()))
        return _report(origin, here, 0, 0, started)
    sink = GraphSink(target, fresh=fresh, form=form, weights=origin.weights())
    sink.begin(f"copy from {source.connection.uri}, begun at {now()}")
    fingerprint = _transfer(origin, sink, progress, "copying", _size(origin))
    _check_unchanged(origin, before.changed_at)
    _finish(sink, goal, fingerprint, f"the copy at {target.connection.uri}", progress)
    return _report(origin, fingerprint, sink.written, sink.removed, started)


def dump_graph(
    queries: Queries, path: Path, *, overwrite: bool = False, progress: TransferProgress | None = None
) -> TransferReport:
    """Write a graph into one file, which appears whole or not at all.

    Raises InputError where the file cannot be written, or is there and `overwrite` is not given, NewerFormError where the graph
    is of a form that is not known here, ScholarGraphError where it changed meanwhile.
    """
    started = time.monotonic()
    if path.exists() and (path.is_dir() or not overwrite):
        raise InputError(f"{path} is there already; name another file" + ("" if path.is_dir() else ", or say --overwrite"))
    origin = GraphSource(queries)
    before = origin.state()
    _refuse_unfinished(before, "dump")
    with FileSink(path, origin.form(), origin.weights()) as sink:
        fingerprint = _transfer(origin, sink, progress, "dumping", _size(origin))
        sink.end(fingerprint)
        _check_unchanged(origin, before.changed_at)
    return _report(origin, fingerprint, sink.written, 0, started)


def restore_graph(
    queries: Queries, path: Path, *, replace: bool = False, progress: TransferProgress | None = None
) -> TransferReport:
    """Fill a graph from a dump, and prove by fingerprint that it is the one that was dumped.

    The file is read and checked to its end before anything is written. Raises InputError where it is damaged, or the graph holds
    something and `replace` is not given, NewerFormError where what was dumped, or the graph, is of a form that is not known here.
    A restore that was broken off leaves the graph marked as unfinished, and goes on when run again. The graph is of the form that
    the dump is.
    """
    started = time.monotonic()
    goal, origin = GraphSource(queries), FileSource(path)
    promised = _checked(origin, progress)
    goal.form()
    fresh, state = goal.is_empty(), goal.state()
    if not fresh and not state.unfinished and not replace:
        raise InputError(
            f"the graph at {queries.connection.uri} is not empty; restore into another one (--graph FOLDER), or say --replace "
            "to have in it what the file holds and nothing else"
        )
    sink = GraphSink(queries, fresh=fresh, form=origin.form, weights=origin.weights)
    sink.begin(f"restore of {path.name}, begun at {now()}")
    fingerprint = _transfer(origin, sink, progress, "restoring", _total(promised))
    _finish(sink, goal, fingerprint, "the restored graph", progress)
    return TransferReport(fingerprint, sink.written, sink.removed, seconds=time.monotonic() - started)


def _keep_weights(run: Run, weights: WeightsHeld) -> None:
    hold(run)
    run("set_kept_weights", weights=weights.weights, learned=weights.learned)


def _checked(file: FileSource, progress: TransferProgress | None) -> Fingerprint:
    if progress:
        progress("checking the file", 0, 0)
    return file.check()


def _finish(sink: GraphSink, goal: GraphSource, wanted: Fingerprint, what: str, progress: TransferProgress | None) -> None:
    there = _fingerprint(goal, progress, "proving that both are equal", _total(wanted))
    if there.value != wanted.value:
        raise ScholarGraphError(
            f"{what} is not equal to its source ({_shown(wanted, there)}): somebody else wrote to it meanwhile. Run it again."
        )
    sink.end()


def _refuse_unfinished(state: GraphState, what: str) -> None:
    if state.unfinished:
        raise InputError(f"the graph to {what} is itself unfinished: {state.unfinished}. Run that again to its end first.")


def _check_unchanged(origin: GraphSource, changed_at: str | None) -> None:
    if origin.state().changed_at != changed_at:
        raise ScholarGraphError("the graph changed while it was being read; run it again while nothing is being loaded")


def _refusal(target: Connection, here: Fingerprint, there: Fingerprint) -> str:
    return (
        f"{target.uri} (database {target.database!r}) holds another graph already: {_shown(here, there)}. Say --replace to have "
        "there what is here and nothing else; to have both in one graph, load their documents into one. Nothing was changed."
    )


def _shown(here: Fingerprint, there: Fingerprint) -> str:
    differences = here.differences(there)
    more = f"; and {len(differences) - DIFFERENCES_SHOWN} more" if len(differences) > DIFFERENCES_SHOWN else ""
    return "; ".join(differences[:DIFFERENCES_SHOWN]) + more


def _report(origin: GraphSource, fingerprint: Fingerprint, written: int, removed: int, started: float) -> TransferReport:
    sizes = origin.sizes()
    nodes = sizes.besides - sum(fingerprint.nodes.values())
    relationships = sizes.relationships - sum(fingerprint.relationships.values())
    return TransferReport(fingerprint, written, removed, nodes, relationships, time.monotonic() - started)


def _size(origin: GraphSource) -> int:
    sizes = origin.sizes()
    return sizes.nodes + sizes.relationships


def _total(fingerprint: Fingerprint) -> int:
    return sum(fingerprint.nodes.values()) + sum(fingerprint.relationships.values())


class _Nowhere:
    """Takes pages and keeps nothing."""

    def put_nodes(self, page: Page[NodeRow]) -> None:
        """Nothing."""

    def put_relationships(self, page: Page[RelationshipRow]) -> None:
        """Nothing."""


def _fingerprint(source: GraphSource, progress: TransferProgress | None, what: str, total: int = 0) -> Fingerprint:
    return _transfer(source, _Nowhere(), progress, what, total or _size(source))


def _transfer(source: Source, sink: Sink, progress: TransferProgress | None, what: str, total: int) -> Fingerprint:
    """Put everything from the source to the sink; the fingerprint of what went through."""
    watched, done = Watched(source), 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(what, done, total)

    for nodes in watched.nodes():
        sink.put_nodes(nodes)
        tell(len(nodes.rows))
    for relationships in watched.relationships():
        sink.put_relationships(relationships)
        tell(len(relationships.rows))
    if progress:
        progress(what, done, done)  # what was counted before may have held more than goes along
    return watched.fingerprint()

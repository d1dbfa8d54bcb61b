"""What stands above topics, written into a graph: only what is not there yet, or should be no more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from graph.queries.bound import Run
from graph.queries.rows import rows_as
from graph.topics.hierarchy import Hierarchy, Tie
from graph.topics.vocabularies import vocabularies

ROWS_AT_ONCE = 5_000

Row = dict[str, object]


class _Known(msgspec.Struct, frozen=True, gc=False):
    ids: list[tuple[str, list[str]]]
    ties: list[tuple[str, str, str | None, str | None]]


def put_above(run: Run, wanted: Hierarchy) -> None:
    """Have this stand above the topics of a graph, which are there, and nothing else but what documents say."""
    [found] = rows_as(_Known, run, "topic_ties", vocabularies=[vocabulary.scheme for vocabulary in vocabularies()])
    known, ids = {Tie(*tie) for tie in found.ties}, dict(found.ids)
    missing, needless = wanted.ties - known, known - wanted.ties
    there = {tie.above for tie in known if tie.label}
    _write(run, "untie_topics", (tie._asdict() for tie in sorted(needless, key=_place)))
    _write(run, "put_vocabulary_topics", (wanted.nodes[uid]._asdict() for uid in sorted(wanted.nodes.keys() - there)))
    _write(run, "tie_topics", (tie._asdict() for tie in sorted(missing, key=_place)))
    changed = sorted(uid for uid in wanted.ids.keys() | ids.keys() if wanted.ids.get(uid) != ids.get(uid))
    _write(run, "set_topic_ids", ({"uid": uid, "ids": wanted.ids.get(uid), "schemes": wanted.schemes(uid)} for uid in changed))
    if loosened := sorted({tie.above for tie in needless if tie.label}):
        run("drop_vocabulary_topics", uids=loosened)


def _write(run: Run, query: str, rows: Iterable[Row]) -> None:
    for some in _parts(rows):
        run(query, rows=some)


def _parts(rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    left = iter(rows)
    while some := [*islice(left, ROWS_AT_ONCE)]:
        yield some


def _place(tie: Tie) -> tuple[str, str, str]:
    return tie.uid, tie.above, tie.vocabulary or ""

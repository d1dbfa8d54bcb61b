"""The graph, or the part around one record, as a corpus that identity evidence is drawn from; read in short transactions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graph.connection import Connection
from graph.identity.corpus import Corpus, PaperRow, RecordRow, SlotRow
from graph.identity.splits import SimilarName
from graph.registry import Registry, Rows

PAPERS_AT_ONCE = 5000


@dataclass(frozen=True)
class Evidence:
    """The corpus, the pairs of records of similar names, and the pairs that somebody decided to be different people."""

    corpus: Corpus
    similar: list[SimilarName]
    different: list[tuple[str, str]]


def read_evidence(registry: Registry, connection: Connection) -> Evidence:
    """Everything that candidates are computed from, for the whole graph."""
    corpus = read_corpus(registry, connection)
    pairs = registry.read(connection, "evidence_pairs")
    similar = [
        SimilarName(str(row["a"]), str(row["b"]), cast(float, row["score"]), str(row["kind"] or ""))
        for row in pairs
        if not row["different"] and row["a"] in corpus.number_of and row["b"] in corpus.number_of
    ]
    different = [(cast(str, row["a"]), cast(str, row["b"])) for row in pairs if row["different"]]
    return Evidence(corpus, similar, different)


def read_corpus(registry: Registry, connection: Connection) -> Corpus:
    """The whole graph; what mixed candidates are computed from."""
    corpus = _records(registry.read(connection, "evidence_records"))
    corpus.add_papers(_papers(registry, connection))
    return corpus


def read_corpus_around(registry: Registry, connection: Connection, record: str) -> Corpus:
    """The part of the graph that the evidence about one author record is drawn from: its papers and its collaborators'."""
    corpus = _records(registry.read(connection, "evidence_records", around=record))
    if record in corpus.number_of:
        corpus.add_papers(_papers(registry, connection, sorted(corpus.number_of)))
        uses = registry.read(connection, "evidence_uses", author=record)
        counts = [
            {cast(str, row["uid"]): cast(int, row["uses"]) for row in uses if row["venue"] is venue} for venue in (False, True)
        ]
        corpus.set_uses(*counts)
        namesakes = registry.read(connection, "evidence_namesakes", author=record)[0]
        corpus.set_namesakes(record, cast(int, namesakes["families"]), cast(int, namesakes["given"]))
    return corpus


def _records(rows: Rows) -> Corpus:
    corpus = Corpus()
    corpus.add_records(
        RecordRow(**{key: value for key, value in row.items() if key != "authors"})  # type: ignore[arg-type]
        for row in rows
    )
    corpus.size = cast(int, rows[0]["authors"]) if rows else 0
    return corpus


def _papers(registry: Registry, connection: Connection, records: list[str] | None = None) -> Iterator[PaperRow]:
    after = ""
    while True:
        rows = registry.read(connection, "evidence_papers", records=records, after=after, limit=PAPERS_AT_ONCE)
        yield from map(_paper, rows)
        if len(rows) < PAPERS_AT_ONCE:
            return
        after = cast(str, rows[-1]["uid"])


def _paper(row: Mapping[str, Any]) -> PaperRow:
    slots = [SlotRow(record, position, name or "", words or (), kept) for record, position, name, words, kept in row["slots"]]
    texts = row["title"] or "", row["venue"] or ""
    return PaperRow(row["uid"], row["ids"], row["year"], slots, row["venues"], row["topics"], *texts)

"""The graph, or the part around some records, as a corpus that identity evidence is drawn from."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graph.identity.evidence_model.corpus import MOST_AUTHORS, Corpus, PaperRow, RecordRow, SlotRow
from graph.identity.evidence_model.pairs import SimilarName
from graph.queries.bound import Queries, Run
from graph.queries.registry import Rows

PAPERS_AT_ONCE = 5000


@dataclass(frozen=True)
class Evidence:
    """The corpus, the pairs of records of similar names, and the pairs that somebody decided to be different people."""

    corpus: Corpus
    similar: list[SimilarName]
    different: list[tuple[str, str]]


def read_evidence(queries: Queries) -> Evidence:
    """Everything that candidates are computed from, for the whole graph."""
    corpus = read_corpus(queries)
    pairs = queries.read("evidence_pairs")
    similar = [
        SimilarName(str(row["a"]), str(row["b"]), cast(float, row["score"]), str(row["kind"] or ""))
        for row in pairs
        if not row["different"] and row["a"] in corpus.number_of and row["b"] in corpus.number_of
    ]
    different = [(cast(str, row["a"]), cast(str, row["b"])) for row in pairs if row["different"]]
    return Evidence(corpus, similar, different)


def read_corpus(queries: Queries) -> Corpus:
    """The whole graph."""
    run = queries.read
    corpus = _records(run("evidence_records"))
    corpus.add_papers(_papers(run))
    return corpus


def read_corpus_around(run: Run, records: Collection[str], namesakes: Mapping[str, float]) -> Corpus:
    """The part of the graph by which the papers of some author records are grouped: these papers, who stands on them, and what
    the whole graph has of their names, topics and venues. `namesakes` tells how many people would bear the records' names."""
    corpus = Corpus()
    papers = list(_papers(run, sorted(records)))
    uids = sorted({slot.record for paper in papers for slot in paper.slots})
    corpus.add_records(map(_record, run("evidence_records", records=uids)))
    corpus.add_papers(papers)
    names = corpus.name_keys()
    uses = run(
        "uses_of",
        topics=sorted({topic for paper in papers for topic in paper.topics}),
        venues=sorted({venue for paper in papers for venue in paper.venues}),
    )
    topics, venues = (
        {cast(str, row["uid"]): cast(int, row["uses"]) for row in uses if row["venue"] is venue} for venue in (False, True)
    )
    of_names = {cast(str, row["name"]): cast(int, row["uses"]) for row in run("name_uses", names=names)}
    corpus.set_uses(of_names, topics, venues)
    together = run("names_together", names=names, most_authors=MOST_AUTHORS)
    corpus.set_collaborators(cast(list[str], row["names"]) for row in together)
    corpus.set_expected_namesakes({uid: count for uid, count in namesakes.items() if uid in corpus.number_of})
    return corpus


def _records(rows: Rows) -> Corpus:
    corpus = Corpus()
    corpus.add_records(map(_record, rows))
    corpus.size = cast(int, rows[0]["authors"]) if rows else 0
    return corpus


def _record(row: Mapping[str, Any]) -> RecordRow:
    return RecordRow(**{key: value for key, value in row.items() if key != "authors"})


def _papers(run: Run, records: list[str] | None = None) -> Iterator[PaperRow]:
    after = ""
    while True:
        rows = run("evidence_papers", records=records, after=after, limit=PAPERS_AT_ONCE)
        yield from map(_paper, rows)
        if len(rows) < PAPERS_AT_ONCE:
            return
        after = cast(str, rows[-1]["uid"])


def _paper(row: Mapping[str, Any]) -> PaperRow:
    slots = [
        SlotRow(record, position, name or "", words or (), kept, element or "")
        for record, position, name, words, kept, element in row["slots"]
    ]
    texts = row["title"] or "", row["venue"] or ""
    return PaperRow(row["uid"], row["ids"], row["year"], slots, row["venues"], row["topics"], *texts)

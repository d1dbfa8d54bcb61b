"""The graph, or the part around some records, as a corpus that identity evidence is drawn from."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from graph.identity.evidence_model.corpus import MOST_AUTHORS, Corpus, PaperRow, RecordRow
from graph.identity.evidence_model.pairs import SimilarName
from graph.queries.bound import Queries, Run
from graph.queries.rows import rows_as

PAPERS_AT_ONCE = 5000


class RecordAmongAll(RecordRow, frozen=True, gc=False, kw_only=True):
    """An author record, and how many of them names are counted among."""

    authors: int


class EvidencePair(msgspec.Struct, frozen=True, gc=False):
    """Two records of similar names, with the score and kind of that, or two that were decided to be different people."""

    a: str
    b: str
    score: float | None
    kind: str | None
    different: bool


class Uses(msgspec.Struct, frozen=True, gc=False):
    """How many papers have a topic or a venue."""

    venue: bool
    uid: str
    uses: int


class NameUses(msgspec.Struct, frozen=True, gc=False):
    """How many authorships stand under a name."""

    name: str
    uses: int


class NamesOnPaper(msgspec.Struct, frozen=True, gc=False):
    """Names that stand together on a paper."""

    names: list[str]


@dataclass(frozen=True)
class Evidence:
    """The corpus, the pairs of records of similar names, and the pairs that somebody decided to be different people."""

    corpus: Corpus
    similar: list[SimilarName]
    different: list[tuple[str, str]]


def read_evidence(queries: Queries) -> Evidence:
    """Everything that candidates are computed from, for the whole graph."""
    corpus = read_corpus(queries)
    pairs = rows_as(EvidencePair, queries.read, "evidence_pairs")
    similar = [
        SimilarName(pair.a, pair.b, pair.score or 0.0, pair.kind or "")
        for pair in pairs
        if not pair.different and pair.a in corpus.number_of and pair.b in corpus.number_of
    ]
    different = [(pair.a, pair.b) for pair in pairs if pair.different]
    return Evidence(corpus, similar, different)


def read_corpus(queries: Queries) -> Corpus:
    """The whole graph."""
    corpus = Corpus()
    records = rows_as(RecordAmongAll, queries.read, "evidence_records")
    corpus.add_records(records)
    corpus.size = records[0].authors if records else 0
    corpus.add_papers(_papers(queries.read))
    return corpus


def read_corpus_around(run: Run, records: Collection[str], namesakes: Mapping[str, float]) -> Corpus:
    """The part of the graph by which the papers of some author records are grouped: these papers, who stands on them, and what
    the whole graph has of their names, topics and venues. `namesakes` tells how many people would bear the records' names."""
    corpus = Corpus()
    papers = list(_papers(run, sorted(records)))
    uids = sorted({slot.record for paper in papers for slot in paper.slots})
    corpus.add_records(rows_as(RecordAmongAll, run, "evidence_records", records=uids))
    corpus.add_papers(papers)
    names = corpus.name_keys()
    uses = rows_as(
        Uses,
        run,
        "uses_of",
        topics=sorted({topic for paper in papers for topic in paper.topics}),
        venues=sorted({venue for paper in papers for venue in paper.venues}),
    )
    topics, venues = ({one.uid: one.uses for one in uses if one.venue is venue} for venue in (False, True))
    of_names = {one.name: one.uses for one in rows_as(NameUses, run, "name_uses", names=names)}
    corpus.set_uses(of_names, topics, venues)
    together = rows_as(NamesOnPaper, run, "names_together", names=names, most_authors=MOST_AUTHORS)
    corpus.set_collaborators(paper.names for paper in together)
    corpus.set_expected_namesakes({uid: count for uid, count in namesakes.items() if uid in corpus.number_of})
    return corpus


def _papers(run: Run, records: list[str] | None = None) -> Iterator[PaperRow]:
    after = ""
    while True:
        papers = rows_as(PaperRow, run, "evidence_papers", records=records, after=after, limit=PAPERS_AT_ONCE)
        yield from papers
        if len(papers) < PAPERS_AT_ONCE:
            return
        after = papers[-1].uid

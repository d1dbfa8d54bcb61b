"""The graph, or the part around some records, as a corpus that identity evidence is drawn from."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from graph.identity.evidence_model.corpus import MOST_AUTHORS, Corpus, PaperRow, RecordRow
from graph.identity.evidence_model.pairs import SimilarName
from graph.queries.bound import Queries, Run
from graph.queries.rows import count_from, in_pages, rows_as

PAPERS_AT_ONCE = 5000
RECORDS_AT_ONCE = 50_000


class Records(msgspec.Struct, frozen=True, gc=False):
    """Author records in the order of their uids."""

    records: list[RecordRow]


class Papers(msgspec.Struct, frozen=True, gc=False):
    """Papers in the order of their uids."""

    papers: list[PaperRow]


class EvidencePair(msgspec.Struct, frozen=True, gc=False):
    """Two records of similar names, with the score and kind of that, or two that were decided to be different people."""

    a: str
    b: str
    score: float | None
    kind: str | None
    different: bool


class Uses(msgspec.Struct, frozen=True, gc=False):
    """How many papers have each of some topics and venues, by uid."""

    topics: list[tuple[str, int]]
    venues: list[tuple[str, int]]


class NameUses(msgspec.Struct, frozen=True, gc=False):
    """How many authorships stand under each of some names."""

    names: list[tuple[str, int]]


class NamesTogether(msgspec.Struct, frozen=True, gc=False):
    """The names, of some, that stand together on a paper, for each of several papers."""

    papers: list[list[str]]


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
    corpus.add_records(_records(queries.read))
    corpus.size = count_from(queries.read, "count_authors")
    corpus.add_papers(_papers(queries.read))
    return corpus


def read_corpus_around(run: Run, records: Collection[str], namesakes: Mapping[str, float]) -> Corpus:
    """The part of the graph by which the papers of some author records are grouped: these papers, who stands on them, and what
    the whole graph has of their names, topics and venues. `namesakes` tells how many people would bear the records' names."""
    corpus = Corpus()
    papers = list(_papers(run, sorted(records)))
    uids = sorted({slot.record for paper in papers for slot in paper.slots})
    corpus.add_records(_records(run, uids))
    corpus.add_papers(papers)
    names = corpus.name_keys()
    topics = sorted({topic for paper in papers for topic in paper.topics})
    venues = sorted({venue for paper in papers for venue in paper.venues})
    [uses] = rows_as(Uses, run, "uses_of", topics=topics, venues=venues)
    [name_uses] = rows_as(NameUses, run, "name_uses", names=names)
    corpus.set_uses(dict(name_uses.names), dict(uses.topics), dict(uses.venues))
    [together] = rows_as(NamesTogether, run, "names_together", names=names, most_authors=MOST_AUTHORS)
    corpus.set_collaborators(together.papers)
    corpus.set_expected_namesakes({uid: count for uid, count in namesakes.items() if uid in corpus.number_of})
    return corpus


def _records(run: Run, records: list[str] | None = None) -> Iterator[RecordRow]:
    """All author records of people, or those of these uids."""

    def page(after: str) -> list[RecordRow]:
        [found] = rows_as(Records, run, "evidence_records", records=records, after=after, limit=RECORDS_AT_ONCE)
        return found.records

    return in_pages(page, lambda record: record.uid, RECORDS_AT_ONCE)


def _papers(run: Run, records: list[str] | None = None) -> Iterator[PaperRow]:
    """All papers, or those of these author records."""

    def page(after: str) -> list[PaperRow]:
        [found] = rows_as(Papers, run, "evidence_papers", records=records, after=after, limit=PAPERS_AT_ONCE)
        return found.papers

    return in_pages(page, lambda paper: paper.uid, PAPERS_AT_ONCE)

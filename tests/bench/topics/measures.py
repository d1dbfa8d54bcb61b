"""The figures of derived topics: of one large corpus, and of documents with keywords."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from graph.topics.phrases import TextTopics
from tests.bench.topics.coverage import coverage, scored
from tests.bench.topics.derived import Topics, texts_read, topics_of_graph, topics_of_phrases
from tests.bench.topics.keywords import KINDS, Given, Recall, given_of, recall
from tests.bench.topics.methods import MANY, MOST, OUR_PHRASES, OUR_TERMS, found_by, seconds_a_paper
from tests.bench.topics.texts import Paper, papers_of_anthology

MIN_SCORES = (0.0, 0.2, 0.3)
PAPERS_OF_A_SAMPLE = 30
TIMED = 500

Rows = dict[str, dict[str, float]]


class Kept(msgspec.Struct):
    """What does not change with our rules: the papers of the Anthology, and what others find in them, by method."""

    papers: list[Paper]
    phrases: dict[str, list[list[str]]] = {}


def anthology(place: Path, cache: Path | None) -> Kept:
    """The Anthology, from the cache if that is there. Raises InputError where the place holds none."""
    if cache and cache.exists():
        return msgspec.msgpack.decode(cache.read_bytes(), type=Kept)
    return Kept(papers_of_anthology(place))


def others_on(kept: Kept, python: Path | None, others: Iterable[str], cache: Path | None) -> None:
    """Have other methods read the Anthology, where they have not yet, and keep what they say."""
    for method in others:
        if method not in kept.phrases:
            kept.phrases[method] = found_by(method, python, kept.papers, MOST)
            if cache:
                cache.write_bytes(msgspec.msgpack.encode(kept))


def coverages(
    papers: Sequence[Paper], topics: Topics, texts: Sequence[TextTopics], others: Mapping[str, list[list[str]]]
) -> Rows:
    """Coverage of the most prolific authors' papers: by our topics at several least scores, by our phrases alone, by others'."""
    rows = {_at_least(least): _coverage(papers, scored(topics, least)) for least in MIN_SCORES}
    alone = {OUR_PHRASES: [[phrase.label for phrase in text.phrases] for text in texts], **others}
    return rows | {
        f"{method}, {MOST} a paper": _coverage(papers, topics_of_phrases(phrases)) for method, phrases in alone.items()
    }


def samples(documents: Mapping[str, Sequence[Paper]]) -> dict[str, Topics]:
    """The topics of each document by itself, of those with enough abstracts."""
    large = {
        place: papers for place, papers in documents.items() if sum(bool(one.abstract) for one in papers) >= PAPERS_OF_A_SAMPLE
    }
    return {place: topics_of_graph(texts_read(papers)) for place, papers in large.items()}


def keyword_counts(documents: Mapping[str, Sequence[Paper]]) -> Rows:
    """By kind and document: papers with a title, an abstract and keywords, these keywords, and how many stand in the text."""
    rows: Rows = {}
    for kind, place, _, given in _with_keywords(documents):
        for name in (f"{kind}: all", f"{kind}: {place}"):
            row = rows.setdefault(name, dict.fromkeys(("papers", "keywords", "in_the_text"), 0))
            row["papers"] += 1
            row["keywords"] += len(given.found) + given.elsewhere
            row["in_the_text"] += len(given.found)
    return dict(sorted(rows.items()))


def keyword_recalls(documents: Mapping[str, Sequence[Paper]], python: Path | None, others: Sequence[str]) -> Rows:
    """By kind and method: which share of the keywords in the texts it finds, with as many phrases a paper as we have, and with
    as many as we have terms."""
    cases = [*_with_keywords(documents)]
    papers = [paper for _, _, paper, _ in cases]
    texts = texts_read(papers)
    found = {method: found_by(method, python, papers, MANY) for method in others}
    found[OUR_TERMS] = [[term.key for term in text.terms] for text in texts]
    sums: dict[str, Recall] = {}
    for place, ((kind, _, _, given), text) in enumerate(zip(cases, texts, strict=True)):
        few, many = len(text.phrases), len(text.terms)
        told = {f"{OUR_PHRASES}": [phrase.key for phrase in text.phrases]}
        told |= {f"{method}, as many": phrases[place][:few] for method, phrases in found.items()}
        told |= {f"{method}, as many as all our terms": phrases[place][:many] for method, phrases in found.items()}
        for method, phrases in told.items():
            name = f"{kind}: {method}"
            sums[name] = sums.get(name, Recall()) + recall(given, phrases)
    kinds = [*KINDS]
    ordered = sorted(sums, key=lambda name: kinds.index(name.partition(":")[0]))
    return {name: {"keywords": sums[name].keywords, **sums[name].shares()} for name in ordered}


def times(papers: Sequence[Paper], python: Path | None, others: Sequence[str]) -> Rows:
    """Milliseconds of the processor a paper with an abstract, by method."""
    told = [paper for paper in papers if paper.abstract]
    some = told[:: max(1, len(told) // TIMED)][:TIMED]
    if not some:
        return {}
    methods = ("our phrases and terms", *others)
    return {method: {"papers": len(some), "ms_a_paper": 1000 * seconds_a_paper(method, python, some)} for method in methods}


def _at_least(score: float) -> str:
    return f"our topics that score {score}" if score else "our topics, all"


def _coverage(papers: Sequence[Paper], topics: Topics) -> dict[str, float]:
    found = coverage(papers, topics)
    [(_, most)] = topics.commonest(1) or [("", 0)]
    return {
        "topics": len(topics.labels),
        "ABOUT": topics.rows,
        "median": found.median,
        "least": found.least,
        "papers_of_the_commonest": most,
    }


def _with_keywords(documents: Mapping[str, Sequence[Paper]]) -> list[tuple[str, str, Paper, Given]]:
    """The papers with title, abstract and keywords, by kind of these and document."""
    return [
        (kind, place, paper, given)
        for kind, schemes in KINDS.items()
        for place, papers in documents.items()
        for paper in papers
        if paper.abstract and schemes.intersection(scheme for scheme, _ in paper.given)
        for given in (given_of(paper, schemes),)
    ]

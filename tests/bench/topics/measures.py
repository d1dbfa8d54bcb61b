"""The figures of derived topics: of one large corpus, and of documents with keywords."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from graph.topics.phrases import TextTopics
from tests.bench.topics.coverage import coverage, scored, without_common
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


class _Case(NamedTuple):
    """A paper with keywords of a kind, the document that has it, and what we find in its text."""

    kind: str
    place: str
    paper: Paper
    text: TextTopics
    given: Given


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


def keywords(documents: Mapping[str, Sequence[Paper]], python: Path | None, others: Sequence[str]) -> tuple[Rows, Rows]:
    """What is found of the keywords in the texts, by kind.

    First for each document: papers with a title, an abstract and keywords, these keywords, how many stand in the text, and which
    share of those each method finds with as many phrases a paper as we have. Then of all documents, by method, with so many and
    with as many as we have terms: that share and others.
    """
    cases = _with_keywords(documents)
    found = {method: found_by(method, python, [case.paper for case in cases], MANY) for method in others}
    found[OUR_TERMS] = [[term.key for term in case.text.terms] for case in cases]
    papers: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    sums: defaultdict[tuple[str, str], Recall] = defaultdict(Recall)
    for place, case in enumerate(cases):
        few, many = len(case.text.phrases), len(case.text.terms)
        told = {OUR_PHRASES: [phrase.key for phrase in case.text.phrases]}
        told |= {method: phrases[place][:few] for method, phrases in found.items()}
        told |= {f"{method}, as many as our terms": phrases[place][:many] for method, phrases in found.items()}
        for name in (f"{case.kind}: all", f"{case.kind}: {case.place}"):
            papers[name] += 1
            elsewhere[name] += case.given.elsewhere
            for method, phrases in told.items():
                sums[name, method] += recall(case.given, phrases)
    by_document: Rows = {}
    for name in sorted(papers):
        own = {method: one for (of, method), one in sums.items() if of == name and method in (OUR_PHRASES, *found)}
        known = own[OUR_PHRASES].keywords
        row = {"papers": papers[name], "keywords": known + elsewhere[name], "in_the_text": known}
        by_document[name] = {**row, **{method: one.shares()["exact"] for method, one in own.items()}}
    of_all = {
        f"{name.removesuffix(': all')}: {method}": {"keywords": one.keywords, **one.shares()}
        for (name, method), one in sorted(sums.items(), key=lambda entry: entry[0][0])
        if name.endswith(": all")
    }
    return by_document, of_all


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
        "median_without_common_ones": coverage(papers, without_common(topics)).median,
    }


def _with_keywords(documents: Mapping[str, Sequence[Paper]]) -> list[_Case]:
    """The papers with title, abstract and keywords, by kind of these and document."""
    told = [(place, paper) for place, papers in documents.items() for paper in papers if paper.abstract and paper.given]
    texts = texts_read([paper for _, paper in told])
    return [
        _Case(kind, place, paper, text, given_of(paper, schemes, dict(text.abbreviations)))
        for kind, schemes in KINDS.items()
        for (place, paper), text in zip(told, texts, strict=True)
        if schemes.intersection(scheme for scheme, _ in paper.given)
    ]

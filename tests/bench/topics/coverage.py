"""How much of what people write their commonest topics cover."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from tests.bench.topics.derived import Topics
from tests.bench.topics.texts import Paper

AUTHORS = 100
TOPICS = 10
COMMON = 0.01
"""A topic that more of all papers have tells little about any."""


class Coverage(NamedTuple):
    """The median and the least share of an author's papers that the commonest topics cover."""

    median: float
    least: float


def coverage(papers: Sequence[Paper], topics: Topics, *, authors: int = AUTHORS, most: int = TOPICS) -> Coverage:
    """Of the papers with an abstract of each of the most prolific authors, told by printed name, the share that is about one of
    the author's `most` commonest topics there. Authors without an abstract do not count; 1 and 1 where nobody does."""
    shares = []
    for own in _papers_of_prolific(papers, authors):
        of_papers = [topics.about[paper].keys() for paper in own if papers[paper].abstract]
        if of_papers:
            counts = Counter(uid for found in of_papers for uid in sorted(found))
            best = {uid for uid, _ in counts.most_common(most)}
            shares.append(sum(not best.isdisjoint(found) for found in of_papers) / len(of_papers))
    return Coverage(median(shares), min(shares)) if shares else Coverage(1.0, 1.0)


def scored(topics: Topics, least: float) -> Topics:
    """The pairs that score so much, and the topics that still have a paper."""
    about = [{uid: score for uid, score in own.items() if score >= least} for own in topics.about]
    there = {uid for own in about for uid in own}
    return Topics({uid: label for uid, label in topics.labels.items() if uid in there}, about)


def without_common(topics: Topics, share: float = COMMON) -> Topics:
    """Without the topics that more than this share of all papers have."""
    counts = Counter(uid for own in topics.about for uid in own)
    kept = {uid for uid, count in counts.items() if count <= share * len(topics.about)}
    about = [{uid: score for uid, score in own.items() if uid in kept} for own in topics.about]
    return Topics({uid: label for uid, label in topics.labels.items() if uid in kept}, about)


def _papers_of_prolific(papers: Sequence[Paper], most: int) -> list[list[int]]:
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for name in dict.fromkeys(paper.names):
            by_name[name].append(place)
    return [by_name[name] for name in sorted(by_name, key=lambda name: (-len(by_name[name]), name))[:most]]

"""The topics of papers, worked out in memory: as a graph of these papers would have them, and of phrases of any other kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from graph.topics.choosing import LEAST_SCORE, label_of, least_mentions
from graph.topics.chosen import choose
from graph.topics.mentions import Mentioned, meanings_among
from graph.topics.phrases import TextTopics, text_topics
from graph.word_keys import phrase_uid
from tests.bench.topics.texts import Paper, key_of_words

_PROCESSES = 2
_PAPERS_AT_ONCE = 500


class Topics(NamedTuple):
    """The labels of topics by uid, and for each paper its topics with their scores."""

    labels: dict[str, str]
    about: list[dict[str, float]]

    @property
    def rows(self) -> int:
        """How many pairs of a paper and a topic there are."""
        return sum(map(len, self.about))

    def commonest(self, most: int) -> list[tuple[str, int]]:
        """The labels of most papers, with how many these are."""
        counts = Counter(uid for topics in self.about for uid in topics)
        ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return [(self.labels[uid], count) for uid, count in ranked[:most]]


def texts_read(papers: Sequence[Paper]) -> list[TextTopics]:
    """What each paper offers."""
    with ProcessPoolExecutor(_PROCESSES) as pool:
        return [*pool.map(_offered, papers, chunksize=_PAPERS_AT_ONCE)]


def topics_of_graph(texts: Sequence[TextTopics]) -> Topics:
    """The topics that a graph of these papers has, and which papers are about them as `write_derived_about` writes it."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    uses: Counter[str] = Counter()
    explained: Counter[str] = Counter()
    for text in texts:
        for phrase in text.phrases:
            spellings[phrase.key][phrase.label] += 1
        uses.update(term.key for term in text.terms)
        explained.update(f"{short}={full}" for short, full in text.abbreviations)
    means, least = meanings_among(explained.items()), least_mentions(len(texts))
    found = [
        Mentioned(phrase_uid(key), label_of(counts), None, [*counts.items()])
        for key, counts in spellings.items()
        if counts.total() >= least or phrase_uid(key) in means
    ]
    chosen = choose(found, uses, means, least, {})
    labels = {one.uid: one.label for one in found if one.uid in chosen.own}
    about = []
    for text in texts:
        mentioned = {phrase.key for phrase in text.phrases}
        topics: dict[str, float] = {}
        for term in text.terms:
            topic = chosen.topic_of(phrase_uid(term.key))
            if topic and (term.score >= LEAST_SCORE or term.key in mentioned):
                topics[topic] = max(term.score, topics.get(topic, 0.0))
        about.append(topics)
    return Topics(labels, about)


def topics_of_phrases(phrases: Iterable[Iterable[str]]) -> Topics:
    """Topics where every phrase is one that as many papers have as a graph of them asks for, all scored 1: what comes of a method
    that knows one text at a time. Spellings of one key are one topic."""
    keyed = [{key_of_words(phrase): phrase for phrase in own} for own in phrases]
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for own in keyed:
        for key, phrase in own.items():
            spellings[key][phrase] += 1
    least = least_mentions(len(keyed))
    labels = {key: label_of(counts) for key, counts in spellings.items() if key and counts.total() >= least}
    return Topics(labels, [dict.fromkeys(own.keys() & labels.keys(), 1.0) for own in keyed])


def _offered(paper: Paper) -> TextTopics:
    return text_topics(paper.title, paper.abstract)

"""Which phrases are topics of a graph, and which stand for another one, worked out of what all its papers say."""

from collections.abc import Collection, Mapping, Set
from typing import NamedTuple

from graph.topics.choosing import is_read_as_abbreviation, is_topic, what_stands_for
from graph.topics.hierarchy import Hierarchy, hierarchy
from graph.topics.mentions import Mentioned, key_of_uid
from graph.word_keys import KEYWORD, PHRASE, keyword_uid, phrase_of, phrase_uid


class Chosen(NamedTuple):
    """Phrases, by their uids: those that are topics by themselves, and those that stand for another one, with that."""

    topics: Set[str]
    stands_for: Mapping[str, str]
    keywords: Set[str] = frozenset()
    """Those topics that documents give as keywords."""

    @property
    def own(self) -> Set[str]:
        """The topics."""
        return self.topics - self.stands_for.keys()

    @property
    def uids(self) -> Set[str]:
        """The uids that the topics have in the graph."""
        return {*map(self.uid_of, self.own)}

    @property
    def hierarchy(self) -> Hierarchy:
        """Which topics, by their uids in the graph, stand below which, and what of vocabularies above them."""
        return hierarchy({*map(key_of_uid, self.own)}).called(self.uid_of)

    def uid_of(self, uid: str) -> str:
        """The uid that a topic has in the graph: of the keyword that documents give, or the phrase's."""
        return keyword_uid(key_of_uid(uid)) if uid in self.keywords else uid

    def scheme_of(self, uid: str) -> str:
        """The scheme that a topic has in the graph."""
        return KEYWORD if uid in self.keywords else PHRASE

    def topic_of(self, uid: str) -> str | None:
        """The topic that a phrase spells, by its uid in the graph."""
        topic = self.stands_for.get(uid) or (uid if uid in self.topics else None)
        return self.uid_of(topic) if topic else None


def choose(
    found: Collection[Mentioned], uses: Mapping[str, int], means: Mapping[str, str], least: int, before: Mapping[str, str]
) -> Chosen:
    """What these phrases are by how many papers use them as terms. Others are what they were `before`: phrases with the topics
    that they spell, by the uids of both."""
    topics = {one.uid for one in found if is_topic(one.key, one.mentions, uses.get(one.key, 0), least)}.union(before)
    abbreviations = {
        one.key: key_of_uid(means[one.uid])
        for one in found
        if one.uid in means and is_read_as_abbreviation(one.commonest, one.mentions, uses.get(one.key, 0))
    }
    spelt = {key_of_uid(phrase): key_of_uid(phrase_of(topic)) for phrase, topic in before.items() if phrase_of(topic) != phrase}
    known = {one.key: uses.get(one.key, 0) for one in found}
    stands_for = what_stands_for({key_of_uid(uid) for uid in topics}, abbreviations, known, spelt)
    return Chosen(topics, {phrase_uid(key): phrase_uid(other) for key, other in stands_for.items()})

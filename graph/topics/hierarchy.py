"""What stands above the topics of a graph, worked out of which topics it has alone: topics that they are kinds of, and what the
vocabularies say where a topic is called like a term of theirs.

A topic carries the ids of the terms that its key fits; those of its abbreviations do not count, which may abbreviate something
else there (ILP, integer linear and inductive logic programming). Above it stand, up to the roots:

- the longest topic that it ends in (`topics_above`);
- what stands above its term, where no document gives topics of that vocabulary: other topics of the graph that are the terms
  there, and nodes of the vocabulary for those that no topic is;
- its term itself, where documents give such topics too. These have papers of their own, so that a topic counts with them at each
  level, and nothing is counted in two places.

A term that no topic is stands below OpenAlex's of its name, as a topic does. Where both say that one stands above
the other, what a topic ends in has the say; what stands above anyway, by way of others, is not said once more.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from graph.topics.choosing import topics_above
from graph.topics.vocabularies import Vocabulary, key_of_label, vocabularies
from graph.word_keys import phrase_uid


class Tie(NamedTuple):
    """That a topic stands below another, by their uids: because it is a kind of it, or by a `vocabulary`. `label` is how this
    spells the upper one, where no other topic is that."""

    uid: str
    above: str
    label: str | None = None
    vocabulary: str | None = None


class VocabularyNode(NamedTuple):
    """A term of a vocabulary that stands above topics and is none that was found: a topic of its own."""

    uid: str
    label: str
    scheme: str
    code: str


class Hierarchy(NamedTuple):
    """The ids that topics and nodes of vocabularies carry, by their uids; these nodes; and which topic stands below which."""

    ids: Mapping[str, list[str]]
    nodes: Mapping[str, VocabularyNode]
    ties: frozenset[Tie]

    def schemes(self, uid: str) -> list[str] | None:
        """The vocabularies in which a topic stands for its term."""
        own = {one.partition(":")[0] for one in self.ids.get(uid, ())}
        return [one.scheme for one in vocabularies() if one.scheme in own and not one.is_of_documents] or None

    def called(self, uid_of: Callable[[str], str]) -> "Hierarchy":
        """The same of topics that have other uids than their phrases."""
        ties = (tie._replace(uid=uid_of(tie.uid), above=uid_of(tie.above)) for tie in self.ties)
        return Hierarchy({uid_of(uid): ids for uid, ids in self.ids.items()}, self.nodes, frozenset(ties))


def hierarchy(keys: Collection[str]) -> Hierarchy:
    """What stands above the topics of these keys."""
    return _Above(keys).found()


class _Above:
    def __init__(self, keys: Collection[str]) -> None:
        self._ids: defaultdict[str, list[str]] = defaultdict(list)
        self._nodes: dict[str, VocabularyNode] = {}
        self._ties = {Tie(phrase_uid(key), phrase_uid(above)) for key, above in topics_above(keys).items()}
        self._is: dict[str, dict[str, str]] = {}
        """By scheme, the code of the term that a topic is."""
        self._stands_for: dict[str, dict[str, str]] = {}
        """By scheme, the topic that is the term of a code."""
        for vocabulary in vocabularies():
            found = {key: code for key in sorted(keys) if (code := vocabulary.code_of.get(key))}
            self._is[vocabulary.scheme] = found
            self._stands_for[vocabulary.scheme] = {} if vocabulary.is_of_documents else dict(_foremost(vocabulary, found))

    def found(self) -> Hierarchy:
        for vocabulary in vocabularies():
            for key, code in self._is[vocabulary.scheme].items():
                self._place(phrase_uid(key), vocabulary, code)
        return Hierarchy({uid: sorted(ids) for uid, ids in self._ids.items()}, *_as_needed(self._nodes, self._ties))

    def _place(self, uid: str, vocabulary: Vocabulary, code: str) -> None:
        """Have a topic be a term."""
        self._ids[uid].append(vocabulary.uid(code))
        for above in (code,) if vocabulary.is_of_documents else vocabulary.terms[code].broader:
            self._put_above(uid, vocabulary, above)

    def _put_above(self, uid: str, vocabulary: Vocabulary, code: str) -> None:
        term, scheme = vocabulary.terms[code], vocabulary.scheme
        if standing := self._stands_for[scheme].get(code):
            self._ties.add(Tie(uid, standing, None, scheme))
            return
        node = VocabularyNode(vocabulary.uid(code), term.label, scheme, code)
        self._ties.add(Tie(uid, node.uid, node.label, scheme))
        if self._nodes.setdefault(node.uid, node) is node:
            for above in term.broader:
                self._put_above(node.uid, vocabulary, above)
            if vocabulary.code_of_name(term.label) == code:
                self._place_among_others(node, vocabulary)

    def _place_among_others(self, node: VocabularyNode, vocabulary: Vocabulary) -> None:
        """Have a term be terms of those other vocabularies that documents give topics of."""
        for other in vocabularies():
            if other.is_of_documents and not vocabulary.is_of_documents and (code := other.code_of_name(node.label)):
                self._place(node.uid, other, code)


def _foremost(vocabulary: Vocabulary, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of the topics that are one term the one that is called like it, else the shortest, by its code."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for key, code in found.items():
        keys[code].append(key)
    for code, some in keys.items():
        label = key_of_label(vocabulary.terms[code].label)
        yield code, phrase_uid(min(some, key=lambda key: (key != label, len(key), key)))


def _as_needed(nodes: Mapping[str, VocabularyNode], ties: set[Tie]) -> tuple[dict[str, VocabularyNode], frozenset[Tie]]:
    """Without ties that go round in a circle, and those that say what others say already; and the nodes that stand above topics
    then."""
    above: dict[str, dict[str, Tie]] = {}
    for tie in sorted(ties, key=lambda tie: (*tie[:2], tie.vocabulary or "")):
        # What a topic ends in comes before what a vocabulary says of the same two.
        above.setdefault(tie.uid, {}).setdefault(tie.above, tie)
    order = _without_circles(above)
    upper: dict[str, set[str]] = {}
    for uid in order:
        direct = above.get(uid, {})
        further = set[str]().union(*(upper[one] for one in direct))
        above[uid] = {one: tie for one, tie in direct.items() if one not in further}
        upper[uid] = further.union(direct)
    needed = set[str]().union(*(upper[uid] for uid in order if uid not in nodes))
    kept = (tie for uid in order if uid in needed or uid not in nodes for tie in above[uid].values())
    return {uid: node for uid, node in nodes.items() if uid in needed}, frozenset(kept)


def _without_circles(above: Mapping[str, dict[str, Tie]]) -> list[str]:
    """All topics, each after those above it. Of what goes round in a circle a tie of a vocabulary is taken away, the last in
    alphabetical order: no topic ends in one that ends in it."""
    while True:
        try:
            return [*TopologicalSorter(above).static_order()]
        except CycleError as error:
            circle = error.args[1]
            ties = (above[uid][upper] for upper, uid in pairwise(circle))
            last = max(tie[:2] for tie in ties if tie.vocabulary)
            del above[last[0]][last[1]]

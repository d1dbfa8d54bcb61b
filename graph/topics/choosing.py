"""Which of the phrases that papers mention are topics of their graph, what they are called, and which are one topic.

A phrase is a topic where enough papers have it among the few that say best what they are about, and where that is no small part
of all papers that use it as a term: "measure" stands in many texts, and few are about measures. That is termhood (Kageura & Umino
1996, "Methods of automatic term recognition"), told by the papers' own C-values.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from graph.topics.phrase_words import role
from graph.topics.said_otherwise import said_otherwise

RULES = 7
"""Counts the versions of what is decided here, of what papers offer, of keywords, and of the vocabularies: another one has the
topics of a graph found anew."""
PAPERS_OF_A_TOPIC = 30
MANY_USES = 8
LEAST_SHARE, LEAST_SHARE_OF_A_WORD = 0.24, 1 / 3
CLEAR_SHARE = 0.8
LEAST_SCORE = 0.2
"""A word said once in an abstract scores less: that is what a paper uses, not what it is about."""
MOST_SPELLINGS = 12

Spellings = Mapping[str, int]
"""How many papers have each spelling."""


def least_mentions(papers: int) -> int:
    """How many papers must mention a phrase for it to be a topic, in a graph of so many: one up to 300, two up to 3,000, …"""
    return max(1, math.ceil(round(math.log10(max(papers, 1) / PAPERS_OF_A_TOPIC), 9)))


def is_topic(key: str, mentions: int, uses: int, least: int) -> bool:
    """Whether a phrase that so many papers mention, and so many use as a term, is a topic where `least` have to mention it."""
    if mentions < least:
        return False
    share = LEAST_SHARE if " " in key else LEAST_SHARE_OF_A_WORD
    return uses < MANY_USES or mentions >= share * uses


def label_of(spellings: Spellings) -> str:
    """The spelling of most papers; among equals the one with fewest capitals, then the first in alphabetical order."""
    return min(spellings, key=lambda one: (-spellings[one], sum(map(str.isupper, one)), one))


def clear_meanings(abbreviations: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """What abbreviations stand for, by the numbers of papers that explain which as what: the meaning that four of five of those
    papers give. An abbreviation is one word and what it stands for are several, so that none stands for another one."""
    papers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (short, full), count in abbreviations.items():
        papers[short][full] += count
    found = {}
    for short, counts in papers.items():
        full, count = min(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        if " " in full and " " not in short and count >= CLEAR_SHARE * counts.total():
            found[short] = full
    return found


def is_read_as_abbreviation(label: str, mentions: int, uses: int) -> bool:
    """Whether a word that papers explain as an abbreviation is one where they do not: most write it with capitals, and few use it
    otherwise ("POST" for part-of-speech tagging, and all posts)."""
    return sum(map(str.isupper, label)) > 1 and is_topic("word", mentions, uses, 1)


def what_stands_for(
    topics: Collection[str], abbreviations: Mapping[str, str], uses: Mapping[str, int], before: Mapping[str, str]
) -> dict[str, str]:
    """Which keys are no topics by themselves but other words for one of `topics`: abbreviations of it, given with what they stand
    for, topics with such an abbreviation in them ("POS tagging"), and those that are one said otherwise (`said_otherwise`, which
    tells what `uses` and `before` are)."""
    of_topics = {short: full for short, full in abbreviations.items() if full in topics}
    found = dict(of_topics)
    for key in topics:
        written_out = " ".join(of_topics.get(word, word) for word in key.split()) if " " in key else key
        if written_out != key and written_out in topics:
            found[key] = written_out
    found |= said_otherwise(frozenset(topics) - found.keys(), uses, before)
    return {key: _last(key, found) for key in found}


def topics_above(keys: Collection[str]) -> dict[str, str]:
    """Which of these topics stand below which: "neural machine translation" below "machine translation", the longest one that it
    ends in. That is its head, of which the words before it make a kind (Velardi, Fabriani & Missikoff 2001, "Using text
    processing techniques to automatically enrich a domain ontology"); with an "of" or "to" among these it is none ("part of
    speech tagging")."""
    known, found = frozenset(keys), {}
    for key in known:
        words = key.split()
        within = next((place for place, word in enumerate(words) if role(word) == "break"), len(words))
        ends = (" ".join(words[start:]) for start in range(1, min(within + 1, len(words))))
        head = next((end for end in ends if end in known), None)
        if head:
            found[key] = head
    return found


def _last(key: str, stands_for: Mapping[str, str]) -> str:
    """Where going from what stands for something to that leads. There is an end: what is written out has more words, other
    spellings lead to one of them, and of two that differ by their last word one stands for the other, never both."""
    while key in stands_for:
        key = stands_for[key]
    return key

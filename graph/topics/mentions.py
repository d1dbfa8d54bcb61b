"""What a graph holds for the choice of its topics: phrases with the papers that mention them, terms, abbreviations."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

import msgspec

from graph.queries.bound import Run
from graph.queries.rows import in_pages, rows_as, uids_from
from graph.topics.choosing import clear_meanings, label_of
from graph.word_keys import keyword_uid, phrase_of, phrase_uid

PHRASES_AT_ONCE, PAPERS_AT_ONCE = 20_000, 20_000
_KEY_FROM = len(phrase_uid(""))

PaperTerms = tuple[str, list[str]]
"""A paper, by uid, with its terms."""


class Mentioned(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A phrase: its uid and label, the topic that it spells now, and by how many papers it is spelt how."""

    uid: str
    label: str
    topic: str | None
    spellings: list[tuple[str, int]]

    @property
    def key(self) -> str:
        """The phrase itself."""
        return key_of_uid(self.uid)

    @property
    def mentions(self) -> int:
        """How many papers mention it."""
        return sum(papers for _, papers in self.spellings)

    @property
    def commonest(self) -> str:
        """How most papers spell it."""
        return label_of(dict(self.spellings)) if self.spellings else self.label


class _Phrases(msgspec.Struct, frozen=True, gc=False):
    phrases: list[Mentioned]


class _Papers(msgspec.Struct, frozen=True, gc=False):
    papers: list[PaperTerms]


class _Uses(msgspec.Struct, frozen=True, gc=False):
    uses: list[tuple[str, int]]


class Found(msgspec.Struct, frozen=True, gc=False):
    """The topics that were found in texts, by uid; apart from them those whose phrase is gone."""

    topics: list[str]
    gone: list[str]

    @property
    def phrases(self) -> dict[str, str]:
        """The phrases that the topics are, by their uids, with the topics."""
        return {phrase_of(topic): topic for topic in self.topics}


class _Uids(msgspec.Struct, frozen=True, gc=False):
    uids: list[str]


class _Spelt(msgspec.Struct, frozen=True, gc=False):
    uid: str
    topic: str


def key_of_uid(uid: str) -> str:
    """The phrase of this uid."""
    return uid[_KEY_FROM:]


def papers_due(run: Run) -> list[PaperTerms]:
    """The papers that wait for their topics."""
    [due] = rows_as(_Papers, run, "papers_due")
    return due.papers


def paper_pages(read: Run) -> Iterator[list[PaperTerms]]:
    """All papers, some at a time."""

    def page(after: str) -> list[PaperTerms]:
        [found] = rows_as(_Papers, read, "paper_terms", after=after, limit=PAPERS_AT_ONCE)
        return found.papers

    papers = in_pages(page, lambda paper: paper[0], PAPERS_AT_ONCE)
    while some := list(islice(papers, PAPERS_AT_ONCE)):
        yield some


def phrases_after(run: Run, after: str) -> tuple[list[Mentioned], str | None]:
    """Some of all phrases, those that come after a uid, and after which one the next ones come."""
    [page] = rows_as(_Uids, run, "phrases_in_order", after=after, limit=PHRASES_AT_ONCE)
    return mentioned(run, page.uids), page.uids[-1] if len(page.uids) == PHRASES_AT_ONCE else None


def mentioned(run: Run, uids: Iterable[str]) -> list[Mentioned]:
    """Those of these phrases that are there."""
    found = []
    for some in parts(uids, PHRASES_AT_ONCE):
        [part] = rows_as(_Phrases, run, "phrase_mentions", uids=some)
        found += part.phrases
    return found


def term_uses(run: Run, terms: Collection[str]) -> dict[str, int]:
    """How many papers use each of these terms."""
    if not terms:
        return {}
    [counted] = rows_as(_Uses, run, "term_uses", terms=[*terms])
    return dict(counted.uses)


def spelt_otherwise(run: Run) -> dict[str, str]:
    """The phrases that spell a topic which is another phrase, by their uids, with the topic's."""
    return {one.uid: one.topic for one in rows_as(_Spelt, run, "abbreviations_of_topics")}


def meanings(run: Run) -> dict[str, str]:
    """What abbreviations stand for by most papers that explain them, by the uids of both."""
    [explained] = rows_as(_Uses, run, "abbreviations")
    return meanings_among(explained.uses)


def meanings_among(explained: Iterable[tuple[str, int]]) -> dict[str, str]:
    """The same, by the abbreviations that papers explain ("short=long") and how many papers do."""
    papers = {(short, full): count for pair, count in explained for short, _, full in (pair.partition("="),)}
    return {phrase_uid(short): phrase_uid(full) for short, full in clear_meanings(papers).items()}


def topics_found(run: Run) -> Found:
    """The topics that there are."""
    [found] = rows_as(Found, run, "topics_found")
    return found


def given_as_keywords(run: Run, phrases: Iterable[str]) -> set[str]:
    """Those of these phrases that documents give as keywords."""
    found: set[str] = set()
    for some in parts((keyword_uid(key_of_uid(phrase)) for phrase in phrases), PHRASES_AT_ONCE):
        found.update(map(phrase_of, uids_from(run, "keywords_given", uids=some)))
    return found


def keyword_pages(read: Run) -> Iterator[list[str]]:
    """The uids of all keywords, some at a time."""
    after: str | None = ""
    while after is not None:
        [page] = rows_as(_Uids, read, "keywords_in_order", after=after, limit=PHRASES_AT_ONCE)
        yield page.uids
        after = page.uids[-1] if len(page.uids) == PHRASES_AT_ONCE else None


def parts(items: Iterable[str], most: int) -> Iterator[list[str]]:
    """The items in order, in lists of at most so many."""
    left = iter(sorted(items))
    while some := list(islice(left, most)):
        yield some

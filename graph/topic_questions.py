"""What can be asked about topics, as Python calls: one short delegation to a stored query each."""

from abc import ABC, abstractmethod
from typing import Generic, Literal, TypeVar

from graph.errors import ParameterError

Origin = Literal["given", "derived", "both"]
Grouping = Literal["author", "venue", "institution", "country", "year"]
Direction = Literal["rising", "fading", "both"]
TOPIC_COUNTS: dict[Grouping, str] = {
    "author": "topic_counts_by_author",
    "venue": "topic_counts_by_venue",
    "institution": "topic_counts_by_institution",
    "country": "topic_counts_by_country",
    "year": "topic_counts_by_year",
}
MIN_SCORE = 0.3
"""From this score on a topic found in a text counts, where nobody says otherwise."""

Answer = TypeVar("Answer")


class TopicQuestions(ABC, Generic[Answer]):
    """The questions about topics.

    They have parameters in common, of which all that are given must hold: papers of an `author`, in a `venue` or of an
    `institution` (name in any case, or uid), from the year `since` on and up to `until`; topics of which `origin` ("given" by
    documents, "derived" from titles and abstracts, "both") and of which `scheme`; derived ones from `min_score` on (0 to 1). With
    `level` papers count for what stands above their topics, so many steps from the topmost (0; of OpenAlex 0 to 3 are domain,
    field, subfield and topic), and for a topic itself that is no deeper; with a `scheme` too, for what of that stands above.
    With `together` the author is asked with all of that name who are one person by a probability of .95 at least.

    And they have columns in common: `topic` (uid), `label`, `scheme`, `papers`, and the `share` (0 to 1) of `of_papers`, those of
    the papers asked about that have an abstract or any topic. All raise as `query` does.
    """

    @abstractmethod
    def query(self, name: str, /, **params: object) -> Answer:
        """The result of a stored read query."""

    def topic_counts(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        institution: str | None = None,
        country: str | None = None,
        by: Grouping | None = None,
        since: int | None = None,
        until: int | None = None,
        origin: Origin = "both",
        scheme: str | None = None,
        min_score: float = MIN_SCORE,
        level: int | None = None,
        together: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """How many papers each topic has, and which share of them, most first: all together, or `by` author, venue, institution,
        country or year, whose shares are then of their own papers.

        Without `by` the rows are the country's where one is named, else the author's, the venue's, the institution's. `given` and
        `derived` say how `papers` is made up; `first_year` and `last_year` are of these papers. Every combination has the rows of
        the stored query `topic_counts` or `topic_counts_by_author`, `_venue`, `_institution`, `_country` or `_year`. A `country`
        is asked by itself, or with an author or a venue; with anything else, and by country of an institution, it is a
        ParameterError.
        """
        if by is not None and by not in TOPIC_COUNTS:
            raise ParameterError(f"topic_counts by={by!r}: use {', '.join(TOPIC_COUNTS)}, or none")
        named: dict[Grouping, str | None] = {"country": country, "author": author, "venue": venue, "institution": institution}
        of = by or next((kind for kind, name in named.items() if name is not None), None)
        if institution is not None and of == "country":
            raise ParameterError("topics are counted of an institution or by country, not both")
        if country is not None and of != "country":
            raise ParameterError(f"topics of a country are counted by country, not by={of!r}")
        place = {"country": country} if of == "country" else {"institution": institution}
        return self.query(
            TOPIC_COUNTS[of] if of else "topic_counts",
            author=author, together=together, venue=venue, **place, since=since, until=until, origin=origin,
            scheme=scheme, min_score=min_score, level=level, limit=limit,
        )  # fmt: skip

    def topic_coverage(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        institution: str | None = None,
        since: int | None = None,
        until: int | None = None,
        min_score: float = MIN_SCORE,
        together: bool = False,
    ) -> Answer:
        """Of how many papers anything tells what they are about, on one row of counts: `papers`, `of_papers` (of which shares
        are), `with_abstract`, `title_only`, `without_text`, `with_given`, `with_derived`, `without_topic`.
        `scholargraph.coverage_in_words(row)` says it in English."""
        return self.query(
            "topic_coverage",
            author=author, together=together, venue=venue, institution=institution, since=since, until=until, min_score=min_score,
        )  # fmt: skip

    def topic_course(
        self,
        topic: str,
        *,
        narrower: bool = False,
        author: str | None = None,
        venue: str | None = None,
        institution: str | None = None,
        since: int | None = None,
        until: int | None = None,
        origin: Origin = "both",
        min_score: float = MIN_SCORE,
        together: bool = False,
    ) -> Answer:
        """A topic (label or other spelling in any case, or uid) over the years, the earliest first, also those without a paper on
        it: `year`, `papers`, `of_papers`, `share`, `given`, `derived`. `narrower` takes all topics below it as well. Raises
        UnknownTopicError with the nearest."""
        return self.query(
            "topic_course",
            topic=topic, narrower=narrower, author=author, together=together, venue=venue, institution=institution, since=since,
            until=until, origin=origin, min_score=min_score,
        )  # fmt: skip

    def topic_people(
        self,
        topic: str,
        *,
        narrower: bool = False,
        venue: str | None = None,
        institution: str | None = None,
        since: int | None = None,
        until: int | None = None,
        origin: Origin = "both",
        min_score: float = MIN_SCORE,
        limit: int | None = 25,
    ) -> Answer:
        """Who has most papers on a topic: `uid`, `name`, `papers`, `of_papers` (the person's in the same years, venue and
        institution), `share`, `first_year`, `last_year`. `narrower` takes all topics below it as well. Raises UnknownTopicError
        with the nearest."""
        return self.query(
            "topic_people",
            topic=topic, narrower=narrower, venue=venue, institution=institution, since=since, until=until, origin=origin,
            min_score=min_score, limit=limit,
        )  # fmt: skip

    def topic_venues(
        self,
        topic: str,
        *,
        narrower: bool = False,
        institution: str | None = None,
        since: int | None = None,
        until: int | None = None,
        origin: Origin = "both",
        min_score: float = MIN_SCORE,
        limit: int | None = 25,
    ) -> Answer:
        """Where most papers on a topic appeared: `uid`, `name`, `kind`, `papers`, `of_papers` (the venue's in the same years and
        of the same institution), `share`, `first_year`, `last_year`, and on every row `left_out`: how many more venues there are.
        `narrower` takes all topics below it as well. Raises UnknownTopicError with the nearest."""
        return self.query(
            "topic_venues",
            topic=topic, narrower=narrower, institution=institution, since=since, until=until, origin=origin,
            min_score=min_score, limit=limit,
        )  # fmt: skip

    def topic_institutions(
        self,
        topic: str,
        *,
        narrower: bool = False,
        venue: str | None = None,
        since: int | None = None,
        until: int | None = None,
        origin: Origin = "both",
        min_score: float = MIN_SCORE,
        limit: int | None = 25,
    ) -> Answer:
        """From where most papers on a topic come: `uid`, `name`, `papers`, `of_papers` (the institution's in the same years and
        venue), `share`, `people` of it who wrote them, `first_year`, `last_year`, and on every row `left_out` (how many more
        institutions there are) and `unplaced` (papers on the topic on which no author names one). `narrower` takes all topics
        below it as well. Raises UnknownTopicError with the nearest."""
        return self.query(
            "topic_institutions",
            topic=topic, narrower=narrower, venue=venue, since=since, until=until, origin=origin, min_score=min_score,
            limit=limit,
        )  # fmt: skip

    def topic_trends(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        institution: str | None = None,
        since: int | None = None,
        turn: int | None = None,
        until: int | None = None,
        direction: Direction = "both",
        min_papers: int = 3,
        min_g2: float = 3.84,
        origin: Origin = "both",
        scheme: str | None = None,
        min_score: float = MIN_SCORE,
        level: int | None = None,
        together: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """Topics that rise or fade, the surest first: their papers and shares before the year `turn` (`earlier`, `of_earlier`,
        `earlier_share`) and from it on (`later`, …); without `turn` the median year of the papers.

        `g2` is Dunning's log-likelihood ratio (1993, Computational Linguistics 19:1) for the topic in the two spans, as Rayson
        and Garside (2000) compare corpora: 3.84 is reached by chance once in 20, 10.83 once in 1,000. `log_ratio` is Hardie's
        (2014) size of the change: 1 where the share has doubled, -1 where it has halved. `direction` takes those that rise,
        fade, or both."""
        return self.query(
            "topic_trends",
            author=author, together=together, venue=venue, institution=institution, since=since, turn=turn, until=until,
            direction=direction, min_papers=min_papers, min_g2=min_g2, origin=origin, scheme=scheme, min_score=min_score,
            level=level, limit=limit,
        )  # fmt: skip

    def compare_topics(
        self,
        author: str,
        other: str,
        *,
        since: int | None = None,
        until: int | None = None,
        origin: Origin = "both",
        scheme: str | None = None,
        min_score: float = MIN_SCORE,
        level: int | None = None,
        together: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """The topics of two people beside each other, those first that both have much of: `papers`, `of_papers` and `share` of
        the one, `other_papers`, `other_of_papers` and `other_share` of the other, `shared` papers of both. `cosine` (on every
        row) is that of their shares by topic (Salton and McGill 1983), 0 to 1, and `part` what the topic adds to it."""
        return self.query(
            "compare_topics",
            author=author, together=together, other=other, other_together=together, since=since, until=until, origin=origin,
            scheme=scheme, min_score=min_score, level=level, limit=limit,
        )  # fmt: skip

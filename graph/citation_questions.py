"""What can be asked about citations, as Python calls: one short delegation to a stored query each."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from graph.topic_questions import MIN_SCORE

Answer = TypeVar("Answer")


class CitationQuestions(ABC, Generic[Answer]):
    """The questions about citations: how often documents say that papers are cited, by the source that counts, and who of the
    graph cites them.

    They have parameters in common, of which all that are given must hold: papers of an `author`, in a `venue`, of an
    `institution`, about a `topic` (name or label in any case, or uid; of topics found in texts those from `min_score` on, 0 to
    1), from the year `since` on and up to `until`. All raise as `query` does.
    """

    @abstractmethod
    def query(self, name: str, /, **params: object) -> Answer:
        """The result of a stored read query."""

    def citation_counts(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        institution: str | None = None,
        topic: str | None = None,
        since: int | None = None,
        until: int | None = None,
        min_score: float = MIN_SCORE,
        together: bool = False,
    ) -> Answer:
        """Citations and h-index by each source of counts, a row each, and last by the references of the graph's own papers
        ("this graph", `given` False).

        Columns: `source`, `given`, `papers` asked about, `counted` and `uncounted` of them, `citations`, `h_index` (Hirsch 2005),
        `documents` whose counts hold, the `oldest` and the `newest` of these (ISO 8601: the day of the export where a document
        says it, else when it was loaded first, in UTC). Of several counts of one source the newest holds. Sources are never
        added up."""
        return self.query(
            "citation_counts",
            author=author, together=together, venue=venue, institution=institution, topic=topic, since=since, until=until,
            min_score=min_score,
        )  # fmt: skip

    def cited_papers(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        institution: str | None = None,
        topic: str | None = None,
        since: int | None = None,
        until: int | None = None,
        min_score: float = MIN_SCORE,
        source: str | None = None,
        together: bool = False,
        limit: int | None = 25,
    ) -> Answer:
        """The most cited papers by the counts of one `source` ("this graph" for citations by papers of the graph), without one by
        the highest count that any source gives.

        Columns: `uid`, `year`, `title`, `titled`, `venues`, `source` and its `citations`, of when they are
        (`dated`, as above), `counts` of every source ({source, citations, dated}), `in_graph`, and on every row `uncounted`: how
        many papers are left out since the source does not count them. Raises UnknownSourceError with the sources."""
        return self.query(
            "cited_papers",
            author=author, together=together, venue=venue, institution=institution, topic=topic, since=since, until=until,
            min_score=min_score, source=source, limit=limit,
        )  # fmt: skip

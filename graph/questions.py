"""What can be asked of a graph, as Python calls: one short delegation to a stored query each."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Generic, Literal, TypedDict, TypeVar, cast

from graph.connection import Connection, Table
from graph.errors import ParameterError
from graph.identity.names import name_key
from graph.registry import Column, Registry, Rows, StoredQuery
from graph.who import author_uid

__all__ = ["Origin", "PlainQuestions", "Questions", "Table"]

Origin = Literal["given", "derived", "both"]
TOPIC_COUNTS = {"author": "topic_counts_by_author", "venue": "topic_counts_by_venue", "year": "topic_counts_by_year"}

Answer = TypeVar("Answer")


class Neighbourhood(TypedDict):
    """Nodes, the relationships between them, and how many papers, people and topics were left out."""

    nodes: list[dict[str, object]]
    relationships: list[dict[str, object]]
    left_out: dict[str, int]


class Questions(ABC, Generic[Answer]):
    """The questions. In which form a table of results comes back (`Answer`), a subclass says."""

    def __init__(self, registry: Registry, connection: Connection) -> None:
        self._registry = registry
        self._connection = connection

    @abstractmethod
    def answer(self, columns: Sequence[Column], rows: Rows) -> Answer:
        """Rows in the form in which tables of results come back."""

    def query(self, name: str, /, **params: object) -> Answer:
        """The result of a stored read query. Raises UnknownQueryError, or ParameterError saying what is wrong."""
        if self._registry[name].name == "mixed_candidates":
            from graph.candidates import group_papers

            group_papers(self._registry, self._connection)
        return self.answer(self._registry[name].returns, self._registry.read(self._connection, name, **params))

    @abstractmethod
    def cypher(self, text: str, /, **params: object) -> Answer:
        """The result of any Cypher that reads; the server refuses writing. Raises QueryError."""

    def documents(self) -> Answer:
        """The loaded documents."""
        return self.query("documents")

    def profile(self, author: str) -> dict[str, object]:
        """One person: names, records, papers, years, venues, topics, and what pages about them declare (see `author_profile`)."""
        return self._registry.read(self._connection, "author_profile", author=self.author_uid(author))[0]

    def papers(self, author: str, limit: int | None = None) -> Answer:
        """A person's papers, newest first."""
        return self.query("author_papers", author=self.author_uid(author), limit=limit)

    def close_collaborators(
        self, author: str, *, min_shared: int = 1, since: int | None = None, limit: int | None = 25
    ) -> Answer:
        """Who wrote with this person, closest first by Newman's collaboration strength."""
        return self.query("close_collaborators", author=self.author_uid(author), min_shared=min_shared, since=since, limit=limit)

    def topic_counts(
        self,
        author: str | None = None,
        *,
        venue: str | None = None,
        by: Literal["author", "venue", "year"] | None = None,
        origin: Origin = "both",
        limit: int | None = None,
    ) -> Answer:
        """How many papers each topic has: of one author, of one venue, `by` author, venue or year, or of the whole graph.

        `origin` counts the topics that documents give, those derived from titles and abstracts, or both.
        """
        if author is not None and venue is not None:
            raise ParameterError("topic_counts takes an author or a venue, not both")
        if author is not None:
            return self.query("topic_counts_by_author", author=self.author_uid(author), origin=origin, limit=limit)
        if venue is not None:
            return self.query("topic_counts_by_venue", venue=venue, origin=origin, limit=limit)
        if by is not None and by not in TOPIC_COUNTS:
            raise ParameterError(f"topic_counts by={by!r}: use {', '.join(TOPIC_COUNTS)}")
        return self.query(TOPIC_COUNTS[by] if by else "topic_counts", origin=origin, limit=limit)

    def name_cluster(self, name: str) -> Answer:
        """All author records of exactly this name, in any case, one row each; empty if there are none."""
        return self.query("name_cluster", name_key=name_key(name))

    def name_cluster_papers(self, name: str) -> Answer:
        """All papers of the author records of exactly this name, in any case."""
        return self.query("name_cluster_papers", name_key=name_key(name))

    def neighbourhood(self, author: str, *, limit: int | None = 25, people: int | None = 200) -> Neighbourhood:
        """The slice of the graph around a person: the newest papers, at most `limit`, the closest `people` on them, their venues
        and topics; and how many papers, people and topics it leaves out. 0 or None leaves none out."""
        uid = self.author_uid(author)
        return cast(
            Neighbourhood, self._registry.read(self._connection, "neighbourhood", author=uid, limit=limit, people=people)[0]
        )

    def split_candidates(self, author: str | None = None, *, min_score: float | None = None, limit: int | None = None) -> Answer:
        """Pairs of author records that may be one person, likeliest first, with the evidence. `min_score` is the least
        probability; without it the query's own."""
        uid = None if author is None else self.author_uid(author)
        from graph.candidates import split_candidates

        return self.answer(*split_candidates(self._registry, self._connection, uid, min_score, limit))

    def split_groups(self, min_score: float = 0.5) -> Answer:
        """Groups of author records that may be one person together, the surest first: `uids`, `names` and `papers` of the
        records, and the `probability` of the weakest pair that was needed to join them. Raises ParameterError."""
        from graph.candidates import GROUP_COLUMNS, split_groups

        return self.answer(GROUP_COLUMNS, split_groups(self._registry, self._connection, min_score))

    def mixed_candidates(self, author: str | None = None, *, min_score: float | None = None, limit: int | None = None) -> Answer:
        """Author records whose papers may be several people's, likeliest first, with the groups they fall into and the evidence.
        `min_score` is the least probability; without it the query's own."""
        uid = None if author is None else self.author_uid(author)
        from graph.candidates import mixed_candidates

        return self.answer(*mixed_candidates(self._registry, self._connection, uid, min_score, limit))

    def authorships(self, threshold: float | None = None, *, fields: Literal["one", "many"] = "one") -> Answer:
        """Every authorship, a row each: `paper` (uid), `ids` (the paper's, as "scheme:value"), `position` (from 1), `name` as
        printed, `record` (uid), `person` (uid of the record that stands for the person, by decisions and conclusive evidence)
        and `proposed`: the person if all candidates, split and mixed, of at least `threshold` probability are right, a further
        group of a record being its uid with "#2", "#3" …; without a threshold the same as `person`. `fields` says whether the
        papers are of one field or of many, where subjects far apart tell more. Raises ParameterError."""
        from graph.candidates import AUTHORSHIP_COLUMNS, authorships

        return self.answer(AUTHORSHIP_COLUMNS, authorships(self._registry, self._connection, threshold, fields))

    def duplicate_papers(self, *, min_score: float = 0.0, limit: int | None = None) -> Answer:
        """Pairs of papers that may be one work."""
        return self.query("duplicate_papers", min_score=min_score, limit=limit)

    def path(self, author: str, other: str) -> Answer:
        """The shortest way from one person to another through shared papers, a row a step; empty where there is none."""
        return self.query("collaboration_path", author=self.author_uid(author), other=self.author_uid(other))

    def data_quality(self) -> Answer:
        """What is missing or doubtful in the graph, counted."""
        return self.query("data_quality")

    def queries(self) -> Mapping[str, StoredQuery]:
        """All stored queries by name."""
        return self._registry

    def author_uid(self, author: str) -> str:
        """The uid of the author record that a uid or an exact name, in any case, names (of one person the canonical one)."""
        return author_uid(self._registry, self._connection, author)


class PlainQuestions(Questions[Table]):
    """The questions with plain rows as answers: what takes no DataFrame has no need to wait for pandas to be imported."""

    def answer(self, columns: Sequence[Column], rows: Rows) -> Table:
        return Table(tuple(column.name for column in columns), rows)

    def cypher(self, text: str, /, **params: object) -> Table:
        return self._connection.read(text, params)

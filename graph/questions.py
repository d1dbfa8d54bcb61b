"""What can be asked of a graph, as Python calls: one short delegation to a stored query each."""

import warnings
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict, TypeVar, cast

from graph.citation_questions import CitationQuestions
from graph.connection import Table
from graph.errors import CypherWarning
from graph.evidence_questions import EvidenceQuestions
from graph.people_questions import PeopleQuestions
from graph.place_questions import PlaceQuestions
from graph.queries.author_lookup import author_uid
from graph.queries.bound import Queries
from graph.queries.naming import known_arguments
from graph.queries.registry import Column, Rows, StoredQuery, limited
from graph.queries.searching import COLUMNS, EACH, KINDS, search
from graph.topic_questions import MIN_SCORE, Direction, Grouping, Origin, TopicQuestions

if TYPE_CHECKING:
    import networkx

    from graph.identity.candidates import GroupOrder, Order, Question
    from graph.networks.network import Kind
    from graph.queries.searching import Kind as Found

__all__ = ["Direction", "Grouping", "Origin", "PlainQuestions", "Questions", "Table"]

Answer = TypeVar("Answer")


class Neighbourhood(TypedDict):
    """Nodes, the relationships between them, and how many papers, people and topics were left out."""

    nodes: list[dict[str, object]]
    relationships: list[dict[str, object]]
    left_out: dict[str, int]


class Questions(
    TopicQuestions[Answer], PeopleQuestions[Answer], PlaceQuestions[Answer], CitationQuestions[Answer], EvidenceQuestions[Answer]
):
    """The questions. In which form a table of results comes back (`Answer`), a subclass says.

    A name that several records bear is ambiguous. Where they are one person with a probability of .95 at least, as
    `split_candidates` has it, the error says so, and with `together=True` the question is asked of all of them, as if they had
    been accepted; a stored query takes their uids as its parameter `together`."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    @abstractmethod
    def answer(self, columns: Sequence[Column], rows: Rows) -> Answer:
        """Rows in the form in which tables of results come back."""

    def query(self, name: str, /, **params: object) -> Answer:
        """The result of a stored read query. A parameter that is declared as an author takes a name as well as a uid.

        Raises UnknownQueryError, also for a query that only serves the program itself; ParameterError saying what is wrong,
        AmbiguousAuthorError, and UnknownNameError for an author, a name, a venue or a scheme of topics that the graph does not
        have.
        """
        return self.answer(self._question(name).returns, self._rows(name, params))

    @abstractmethod
    def cypher(self, text: str, /, **params: object) -> Answer:
        """The result of any Cypher that reads; the server refuses writing. What the server has to say about the query (a label
        that is not there, a cartesian product) is a CypherWarning. Raises QueryError, and ParameterError for a `$name` without
        its value."""

    def search(self, text: str, *, kinds: "Sequence[Found] | None" = None, limit: int = EACH) -> Answer:
        """What a text may mean: `kind` (author, paper, topic, venue, institution; all without `kinds`), `uid`, `name`, `papers`
        of an author, topic or venue, and what else tells it (`besides`). At most `limit` of each kind, the likeliest first. Words
        that begin so, or differ in a letter or two, will do. Raises ParameterError."""
        return self.answer(COLUMNS, search(self._queries, text, KINDS if kinds is None else kinds, limit))

    def documents(self) -> Answer:
        """The loaded documents."""
        return self.query("documents")

    def profile(self, author: str, *, together: bool = False) -> dict[str, object]:
        """One person: names, records, papers, years, venues, topics, and what pages about them declare (see `author_profile`)."""
        return self._rows("author_profile", {"author": author, "together": together})[0]

    def papers(self, author: str, limit: int | None = None, *, together: bool = False) -> Answer:
        """A person's papers, newest first."""
        return self.query("author_papers", author=author, together=together, limit=limit)

    def close_collaborators(
        self, author: str, *, min_shared: int = 1, since: int | None = None, together: bool = False, limit: int | None = None
    ) -> Answer:
        """Who wrote with this person, closest first by Newman's collaboration strength."""
        return self.query(
            "close_collaborators", author=author, together=together, min_shared=min_shared, since=since, limit=limit
        )

    def name_cluster(self, name: str) -> Answer:
        """All author records of exactly this name, in any case, one row each, with their papers: those whose own name it is, then
        those that list it among their name forms. Raises UnknownAuthorError with the nearest names."""
        return self.query("name_cluster", name_key=name)

    def name_cluster_papers(self, name: str) -> Answer:
        """All papers of the author records of exactly this name, in any case. Raises UnknownAuthorError."""
        return self.query("name_cluster_papers", name_key=name)

    def neighbourhood(
        self, author: str, *, together: bool = False, limit: int | None = 25, people: int | None = 200
    ) -> Neighbourhood:
        """The slice of the graph around a person: the newest papers, at most `limit`, the closest `people` on them, their venues
        and topics; and how many papers, people and topics it leaves out. 0 or None leaves none out."""
        return cast(
            Neighbourhood,
            self._rows("neighbourhood", {"author": author, "together": together, "limit": limit, "people": people})[0],
        )

    def split_candidates(
        self,
        author: str | None = None,
        *,
        min_probability: float | None = None,
        order: "Order" = "probability",
        limit: int | None = None,
    ) -> Answer:
        """Pairs of author records that may be one person, with the evidence: likeliest first, or by `order` "worth" those first
        of which a decision changes most, by "teaching" those that tell the weights most. `min_probability` is the least
        probability; without it the query's own.

        `worth` counts the papers, collaborators and candidates of `worth_of` that a decision is expected to change; `kind` is how
        the names differ: "family", "given" and "form" are names that may have been changed. The columns are those of the stored
        query at every door. `evidence` is a list of {feature, value, weight, shared}: numbers and names to compute with, and the
        weights add up to the logit of `probability`. `scholargraph.evidence_in_words` makes English of such a list, as tables of
        the command and the review sheet show it."""
        return self._candidates("split_candidates", author, min_probability, order, limit)

    def split_groups(
        self, min_probability: float = 0.5, *, order: "GroupOrder" = "probability", limit: int | None = None
    ) -> Answer:
        """Groups of author records that may be one person together: `uids`, `names` and `papers` of the records, the
        `probability` of the weakest pair that was needed to join them, and the `density`: of all pairs of records in it the share
        that is that likely by itself, or decided. The surest come first, or by `order` "size" those of most records, of these the
        least dense. They take all candidates at once and are worked out in memory, so no stored query gives them. Raises
        ParameterError."""
        from graph.identity.candidates import GROUP_COLUMNS, split_groups

        return self.answer(GROUP_COLUMNS, limited(split_groups(self._queries, min_probability, order), limit))

    def mixed_candidates(
        self,
        author: str | None = None,
        *,
        min_probability: float | None = None,
        order: "Order" = "probability",
        limit: int | None = None,
    ) -> Answer:
        """Author records whose papers may be several people's, with the groups they fall into and the evidence, in an `order` as
        `split_candidates` has them. `min_probability` is the least probability; without it the query's own. Each of the `groups`
        is a map with an `evidence` as `split_candidates` has it, of which the weights add up to the logit of the group's
        `probability`."""
        return self._candidates("mixed_candidates", author, min_probability, order, limit)

    def authorships(
        self, min_probability: float | None = None, *, model: Literal["evidence", "titles"] = "evidence", limit: int | None = None
    ) -> Answer:
        """Every authorship, a row each: `paper` (uid), `ids` (the paper's, as "scheme:value"), `position` (from 1), `name` as
        printed, `record` (uid), `person` (uid of the record that stands for the person, by decisions and conclusive evidence)
        and `proposed`: the person if all candidates, split and mixed, of `min_probability` and more are right, a further group of
        a record being its uid with "#2", "#3" …; without `min_probability` the same as `person`. `model` says what divides a
        record's papers: "evidence" of all kinds, or "titles" and venues, which tell more in a library of many fields. Like
        `split_groups` worked out in memory. Raises ParameterError."""
        from graph.identity.candidates import AUTHORSHIP_COLUMNS, authorships

        return self.answer(AUTHORSHIP_COLUMNS, limited(authorships(self._queries, min_probability, model), limit))

    def duplicate_papers(self, *, min_score: float = 0.0, limit: int | None = None) -> Answer:
        """Pairs of papers that may be one work."""
        return self.query("duplicate_papers", min_score=min_score, limit=limit)

    def path(self, author: str, other: str, *, together: bool = False) -> Answer:
        """The shortest way from one person to another through shared papers, a row a step; empty where there is none."""
        return self.query("collaboration_path", author=author, together=together, other=other, other_together=together)

    def network(
        self,
        kind: "Kind" = "collaboration",
        *,
        author: str | None = None,
        venue: str | None = None,
        topic: str | None = None,
        since: int | None = None,
        until: int | None = None,
        min_score: float = MIN_SCORE,
        min_weight: int = 1,
        max_authors: int | None = 25,
        nodes: int = 0,
        together: bool = False,
    ) -> "networkx.Graph":
        """A network as a graph of networkx: "collaboration" of people, "citation" of papers, "topics", "venues" or
        "institutions", over the papers of an author, in a venue, about a topic, from a year on and up to one, where these are
        given. Topics found in texts count from `min_score` on.

        Nodes are uids with `name`, `papers`, `first_year`, `last_year`, and of people `topics`; edges have `weight` (shared
        papers; of venues the people with papers in both), `strength` (Newman's: of n on a paper each pair gets 1/(n-1)),
        `first_year` and `last_year`. Papers of more than `max_authors` people tie nobody: how many, the graph's attribute
        `left_out` says. `nodes` keeps those with most papers. `scholargraph network` writes files for other programs. Raises as
        `query` does."""
        from graph.networks.asking import network_of
        from graph.networks.networkx_graph import as_networkx

        found = network_of(
            self._queries, kind, author=author, together=together, venue=venue, topic=topic, since=since, until=until,
            min_score=min_score, min_weight=min_weight, max_authors=max_authors, nodes=nodes,
        )  # fmt: skip
        return as_networkx(found)

    def references(
        self,
        papers: Sequence[str] | None = None,
        *,
        author: str | None = None,
        venue: str | None = None,
        topic: str | None = None,
        since: int | None = None,
        until: int | None = None,
        min_score: float = MIN_SCORE,
        together: bool = False,
        limit: int | None = None,
        form: Literal["bibtex", "ris", "csl-json"] = "bibtex",
    ) -> str:
        """Papers as references, the newest first, as text of that form: those of these uids, of an author, in a venue, about a
        topic (with a score of `min_score` at least where it was found in the text), in these years; all of what is given must
        hold. Raises ParameterError for a uid that no paper has, and as `query` does."""
        from graph.references.writing import reference_format, references_of

        found = references_of(
            self._queries, uids=papers, author=author, together=together, venue=venue, topic=topic, since=since, until=until,
            min_score=min_score, limit=limit,
        )  # fmt: skip
        return reference_format(form).text(found)

    def data_quality(self) -> Answer:
        """What is missing or doubtful in the graph, counted."""
        return self.query("data_quality")

    def queries(self) -> Mapping[str, StoredQuery]:
        """All stored queries by name."""
        return self._queries.registry

    def author_uid(self, author: str) -> str:
        """The uid of the author record that a uid or an exact name, in any case, names (of one person the canonical one); where
        no record has the name as its own, of the one that lists it. Raises UnknownAuthorError, AmbiguousAuthorError."""
        return author_uid(self._queries, author)

    def _candidates(
        self, question: "Question", author: str | None, min_probability: float | None, order: "Order", limit: int | None
    ) -> Answer:
        uid = None if author is None else self.author_uid(author)
        from graph.identity.candidates import candidates

        return self.answer(*candidates(self._queries, question, uid, min_probability, limit, order))

    def _question(self, name: str) -> StoredQuery:
        """The stored query of that name, which users may ask, with the graph ready for it."""
        asked = self._queries.registry.question(name)
        if asked.name == "mixed_candidates":
            from graph.identity.candidates import group_papers

            group_papers(self._queries)
        return asked

    def _rows(self, name: str, params: Mapping[str, object]) -> Rows:
        return self._queries.read(name, **known_arguments(self._queries, name, params))

    def _asked(self, text: str, params: Mapping[str, object]) -> Table:
        """What Cypher of the caller's gives; warns on behalf of the caller's caller."""
        table = self._queries.connection.read(text, params, notices=True)
        for notice in table.notices:
            warnings.warn(notice, CypherWarning, stacklevel=3)
        return table


class PlainQuestions(Questions[Table]):
    """The questions with plain rows as answers: what takes no DataFrame has no need to wait for pandas to be imported."""

    def answer(self, columns: Sequence[Column], rows: Rows) -> Table:
        return Table(tuple(column.name for column in columns), rows)

    def cypher(self, text: str, /, **params: object) -> Table:
        return self._asked(text, params)

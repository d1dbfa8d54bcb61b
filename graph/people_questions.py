"""What can be asked about who comes, goes and might come, and who stands out in a place, as Python calls: one short delegation to
a stored query each."""

from abc import ABC, abstractmethod
from typing import Generic, Literal, TypeVar

from graph.topic_questions import MIN_SCORE

Change = Literal["new", "gone", "kept", "all"]
MOST_AUTHORS = 25
"""Papers of more authors say little about who knows whom, where nobody says otherwise."""
CLOSEST = 200
"""So many of the closest collaborators lead to further people, where nobody says otherwise."""

Answer = TypeVar("Answer")


class PeopleQuestions(ABC, Generic[Answer]):
    """The questions about people beside each other. `strength` is Newman's, as in `close_collaborators`; `left_out`, on every
    row, is how many more people there are than `limit`. All raise as `query` does."""

    @abstractmethod
    def query(self, name: str, /, **params: object) -> Answer:
        """The result of a stored read query."""

    def collaborator_changes(
        self,
        author: str,
        *,
        change: Change = "all",
        since: int | None = None,
        turn: int | None = None,
        until: int | None = None,
        min_shared: int = 1,
        together: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """Who came to write with a person from the year `turn` on ("new"), who did before only ("gone"), and who does in both
        spans ("kept"); without `turn` it is the median year of their papers.

        Columns: `uid`, `name`, `change`, `papers` and `strength` in all, `turn`, `earlier`, `of_earlier` (the person's papers of
        that span), `earlier_strength`, `later`, `of_later`, `later_strength`, `first_year`, `last_year`, `truncated` (shared
        papers without a whole author list), `undated` (the person's papers of unknown year, left out), `left_out`. No rows where
        all papers are of one span."""
        return self.query(
            "collaborator_changes",
            author=author, together=together, since=since, turn=turn, until=until, change=change, min_shared=min_shared,
            limit=limit,
        )  # fmt: skip

    def common_collaborators(
        self,
        author: str,
        other: str,
        *,
        since: int | None = None,
        min_shared: int = 1,
        together: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """Who wrote with both, closest to both first: `uid`, `name`; `papers`, `strength`, `first_year` and `last_year` with the
        one, `other_papers`, `other_strength` … with the other; `shared` papers of all three; `left_out`."""
        return self.query(
            "common_collaborators",
            author=author, together=together, other=other, other_together=together, since=since, min_shared=min_shared,
            limit=limit,
        )  # fmt: skip

    def suggested_collaborators(
        self,
        author: str,
        *,
        since: int | None = None,
        most_authors: int = MOST_AUTHORS,
        people: int = CLOSEST,
        min_score: float = MIN_SCORE,
        together: bool = False,
        limit: int | None = 25,
    ) -> Answer:
        """People with whom this one never wrote, but whose collaborators did: by the measure of Adamic and Adar (2003, Social
        Networks 25:3) in the weighted form of Lü and Zhou (2010, EPL 89:18001) over Newman's strengths.

        Columns: `uid`, `name`, `score`, `collaborators` in common, `via` (the three that add most, {uid, name}), `topics` in
        common (up to five, {uid, label, scheme}), `papers`, `first_year`, `last_year` of the suggested person, `similar_name`
        (True: perhaps the person themself), and on every row `papers_left_out` of more than `most_authors` authors,
        `people_left_out` beyond the `people` closest collaborators, and `left_out`."""
        return self.query(
            "suggested_collaborators",
            author=author, together=together, since=since, most_authors=most_authors, people=people, min_score=min_score,
            limit=limit,
        )  # fmt: skip

    def venue_people(self, venue: str, *, since: int | None = None, until: int | None = None, limit: int | None = 25) -> Answer:
        """Who has most papers in a venue: `uid`, `name`, `papers`, `of_papers` (the person's of the same years) and the `share`
        of them, `of_venue` and `venue_share`, `first_year`, `last_year`, `left_out`."""
        return self.query("venue_people", venue=venue, since=since, until=until, limit=limit)

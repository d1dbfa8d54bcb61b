"""What a graph is to a notebook: its counts, pictures, candidates with their waterfalls, and large answers in pieces."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.cells import line, table, title
from graph.errors import ParameterError, ScholarGraphError
from graph.notebook.profile import Profile
from graph.queries.author_lookup import asked_uids
from graph.queries.naming import known_arguments
from graph.queries.registry import Column, Rows, frame_of
from graph.questions import Questions

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from graph.notebook.picture import Picture
    from graph.plots import Plots

PIECE = 10_000
"""So many rows a piece of a large answer has, if nobody says otherwise."""
PEOPLE = 40
"""So many people a picture shows."""


class GraphInNotebook(Questions["pd.DataFrame"]):
    """The questions with DataFrames as answers, and what else a notebook shows of a graph."""

    def answer(self, columns: Sequence[Column], rows: Rows) -> "pd.DataFrame":
        """Rows as a DataFrame of these columns; of candidates one that a notebook shows with their evidence."""
        frame = frame_of(columns, rows)
        if {"evidence", "groups"}.isdisjoint(column.name for column in columns):
            return frame
        from graph.notebook.candidates import Candidates

        return Candidates(frame)

    def profile(self, author: str, *, together: bool = False) -> Profile:
        """One person: names, records, papers, years, venues, topics, and what pages about them declare (see `author_profile`)."""
        return Profile(super().profile(author, together=together))

    def stream(self, name: str, /, rows: int = PIECE, **params: object) -> Iterator["pd.DataFrame"]:
        """The answer of `query` in pieces of at most so many `rows`, in its order, read from the server as they are asked for,
        where it is too large to be held. Raises as `query` does, ParameterError for fewer than one row."""
        if rows < 1:
            raise ParameterError(f"rows {rows!r}: a piece has at least one")
        columns = self._question(name).returns
        arguments = known_arguments(self._queries, name, params)
        return (self.answer(columns, piece) for piece in self._queries.pieces(name, rows, **arguments))

    def arrow(self, name: str, /, **params: object) -> "pa.Table":
        """The answer of `query` as an Arrow table: columns of the types that the stored query declares, lists of texts or of
        numbers as lists, what is nested deeper as JSON. `pyarrow.parquet.write_table` writes it to a file. Raises as `query`."""
        from graph.arrow_tables import arrow_table

        query = self._question(name)
        return arrow_table(query.returns, self._rows(name, params))

    @property
    def plots(self) -> "Plots":
        """Plots of the questions' answers, as pictures, pages and Altair charts: `graph.plots.years(author="Ana Ruiz")`. Raises
        PlotsUnavailableError without the extra "plots"."""
        from graph.plots import Plots

        return Plots(self)

    def draw(
        self,
        author: str,
        *,
        layers: Sequence[str] | None = None,
        people: int = PEOPLE,
        since: int | None = None,
        least: float = 0.0,
        together: bool = False,
    ) -> "Picture":
        """The research graph of a person as a picture: their closest `people` (at most 300), what their papers are about, where
        they stand and come from, as `layers` say ("people", "topics", "venues", "institutions", "papers"; all but papers
        without them); of ties those that last until `since` and have a strength of `least`. With `together` all records of the
        name are drawn as one person that are likely one. A notebook shows it, nodes can be dragged; `save` writes a file.

        Raises PagesUnavailableError without the extra "explore", ParameterError, UnknownAuthorError and AmbiguousAuthorError."""
        from graph.explore.needed import need_pages

        need_pages()
        from graph.explore.asking import Asking
        from graph.notebook.picture import picture_of

        authors = asked_uids(self._queries, author, together=together)
        return picture_of(Asking(self._queries), authors, layers, people, since, least)

    def _repr_html_(self) -> str | None:
        try:
            counts = [(row["name"], row["count"]) for row in self._queries.read("graph_counts") if row["element"] == "node"]
        except ScholarGraphError:
            return None  # what is closed has its address to show, as any text has it
        shown = table(("what", "how many"), counts) if counts else line("Nothing is in it yet: load() fills it.")
        return title("A scholarly graph", self._queries.connection.uri) + shown

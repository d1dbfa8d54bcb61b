"""Asking stored queries for pages: each answer keeps what was asked, so that the page can offer it at other doors."""

import io
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any

from graph.browser.literal import literal
from graph.explore.kept import KeptAnswers
from graph.identity.candidates import group_papers
from graph.queries.bound import Queries
from graph.queries.naming import known_arguments
from graph.queries.registry import Rows, StoredQuery
from graph.row_text import number, to_json, write_csv

Row = Mapping[str, Any]
Question = tuple[str, Mapping[str, object]]
"""A stored query, and its parameters."""
TOGETHER = 6
"""So many queries of a page are under way at once."""


@dataclass(frozen=True)
class Answered:
    """The answer of a stored query. `given` are the parameters that differ from their defaults, `arguments` all of them."""

    query: StoredQuery
    given: Mapping[str, object]
    arguments: Mapping[str, object]
    rows: Sequence[Row]

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.query.returns]

    @property
    def settings(self) -> str:
        """The lines that set the parameters in Neo4j Browser; none where there are none."""
        return "".join(f":param {name} => {literal(value)};\n" for name, value in self.arguments.items())

    def csv(self) -> str:
        """All rows as CSV, in which no text begins a spreadsheet's formula."""
        text = io.StringIO()
        write_csv(text, self.columns, self._plain())
        return text.getvalue()

    def json(self) -> str:
        """All rows as JSON, as the command prints them."""
        return to_json(self._plain(), indent=2) + "\n"

    def cypher(self) -> str:
        """The stored query for Neo4j Browser, behind the lines that set its parameters."""
        first = f"// 1: run these lines\n{self.settings}\n// 2: then this query\n" if self.settings else ""
        return first + self.query.text

    def _plain(self) -> list[dict[str, object]]:
        return [{name: number(row[name]) for name in self.columns} for row in self.rows]


class Asking:
    """Asks the stored queries of one graph, through the same door as `graph.query` and the command. What took its time is asked
    once, as long as nothing is written."""

    def __init__(self, queries: Queries) -> None:
        self.queries = queries
        self._grouping = Lock()
        self._kept = KeptAnswers(queries.connection.mark)
        self._threads = ThreadPoolExecutor(TOGETHER, thread_name_prefix="asking")

    def ask(self, name: str, /, **params: object) -> Answered:
        """The answer of a stored query that users may ask, as `Questions.query` gives it. Raises as that does."""
        return self._answered(name, params)

    def together(self, questions: Mapping[str, Question]) -> dict[str, Answered]:
        """The answers of several stored queries, asked at once, under the same keys."""
        under_way = {key: self._threads.submit(self._answered, name, params) for key, (name, params) in questions.items()}
        return {key: answered.result() for key, answered in under_way.items()}

    def ask_in_text(self, name: str, params: Mapping[str, str]) -> Answered:
        """The same with parameters as an address has them: text, read as the command line reads it."""
        arguments = self.queries.arguments(self.queries.registry.question(name).name, params, from_text=True)
        return self._answered(name, {key: arguments[key] for key in params})

    def worked_out(self, name: str, find: Callable[[Queries], Rows]) -> Rows:
        """The rows of a question that no stored query answers, found once as long as nothing is written. Raises as `find`."""
        return self._kept.rows(name, lambda: find(self.queries))

    def one(self, name: str, /, **params: object) -> Answered | None:
        """The answer of a query that gives one row, or None where there is none."""
        found = self.ask(name, **params)
        return found if found.rows else None

    def group_papers(self) -> None:
        """Have the papers of all records grouped, as `identity.candidates` tells; several pages at once wait for one."""
        with self._grouping:
            group_papers(self.queries)

    def _answered(self, name: str, params: Mapping[str, object]) -> Answered:
        query = self.queries.registry.question(name)
        arguments = known_arguments(self.queries, name, params)
        defaults = {one.name: one.default for one in query.params if not one.required} | self.queries.kept(name)
        given = {key: value for key, value in arguments.items() if key not in defaults or defaults[key] != value}

        def found() -> Rows:
            if query.name == "mixed_candidates":
                self.group_papers()
            return self.queries.read(name, **arguments)

        return Answered(query, given, arguments, self._kept.rows(to_json([query.name, given]), found))

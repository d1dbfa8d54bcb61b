"""Which column of a table holds what: a mapping given by the caller, or the usual names of columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.table_rows.column_words import USUAL, column_key, usual_key, usual_names

FIELDS = (
    "title", "authors", "editors", "affiliations", "orcids", "year", "month", "date", "venue", "kind", "abstract", "keywords",
    "comment", "volume", "issue", "pages", "first_page", "last_page", "article_number", "issn", "references", "cited_by",
    "retracted", "doi", "arxiv", "pmid", "pmcid", "isbn", "acl", "dblp", "openalex", "s2", "wos", "scopus", "lens",
    "dimensions", "mag", "url",
)  # fmt: skip
"""What a column can hold."""

NAMING = ("title", "doi", "arxiv", "pmid", "acl", "dblp", "openalex", "s2", "wos", "scopus", "lens", "dimensions", "mag")
"""Fields by which a work can be known."""


class ColumnsError(ValueError):
    """The mapping of columns cannot be used; the message says why and what would be accepted."""


@dataclass(frozen=True)
class Columns:
    """For each field the columns that may hold it, in order of preference, and what separates names in one cell."""

    of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    author_separator: str | None = None

    @classmethod
    def given(cls, columns: Mapping[str, str | Sequence[str]], author_separator: str | None = None) -> "Columns":
        """The mapping {"title": "Article Name", "authors": "Creators", …}; several for one field where the first may be empty.

        Raises ColumnsError for a field that does not exist, and where none is named by which a work could be known.
        """
        unknown = [name for name in columns if name not in FIELDS]
        if unknown:
            raise ColumnsError(f"columns: there is no field {unknown[0]!r}; fields are {', '.join(FIELDS)}")
        found = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in columns.items()}
        wrong = [
            name for name, value in found.items() if not value or not all(isinstance(column, str) and column for column in value)
        ]
        if wrong:
            raise ColumnsError(f"columns: {wrong[0]!r} needs the name of a column")
        if not found.keys() & set(NAMING):
            raise ColumnsError("columns: name the column of the title, or of an identifier such as doi")
        return cls(found, author_separator)

    @classmethod
    def usual(cls, header: Iterable[str], author_separator: str | None = None) -> "Columns":
        """The columns of a header that go by a usual name. "Publication title" is a title only where nothing else is."""
        present = {usual_key(name): name for name in reversed(list(header))}
        found = {name: tuple(present[usual] for usual in usual_names(name) if usual in present) for name in USUAL}
        if len(found["title"]) > 1:
            found["title"] = tuple(name for name in found["title"] if name not in found["venue"])
        found["venue"] = tuple(name for name in found["venue"] if name not in found["title"])
        return cls({name: columns for name, columns in found.items() if columns}, author_separator)

    def missing_from(self, header: Iterable[str]) -> list[str]:
        """The named columns that a header does not have, any case and spacing being the same."""
        present = {column_key(name) for name in header}
        return [column for columns in self.of.values() for column in columns if column_key(column) not in present]

    def as_spelled_in(self, header: Iterable[str]) -> "Columns":
        """The same mapping with the columns as the header spells them."""
        spelled = {column_key(name): name for name in reversed(list(header))}
        return Columns(
            {
                name: tuple(spelled[column_key(column)] for column in columns if column_key(column) in spelled)
                for name, columns in self.of.items()
            },
            self.author_separator,
        )


def is_usual(header: list[str]) -> bool:
    """Whether a header names a title and authors by usual names."""
    return {"title", "authors"} <= Columns.usual(header).of.keys()

"""Which column of a table holds what: a mapping given by the caller, or the usual names of columns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.table_rows.column_words import USUAL, column_key, usual_key, usual_names

FIELDS = (
    "title", "authors", "editors", "affiliations", "orcids", "year", "month", "date", "venue", "kind", "abstract", "keywords",
    "comment", "publisher", "place", "language",
    "volume", "issue", "pages", "first_page", "last_page", "article_number", "issn", "references", "cited_by",
    "retracted", "doi", "arxiv", "pmid", "pmcid", "isbn", "acl", "dblp", "openalex", "s2", "wos", "scopus", "lens",
    "dimensions", "mag", "url",
)  # fmt: skip
"""What a column can hold."""

NAMING = ("title", "doi", "arxiv", "pmid", "acl", "dblp", "openalex", "s2", "wos", "scopus", "lens", "dimensions", "mag")
"""Fields by which a work can be known."""

_INSTEAD = {"pages": ("first_page", "last_page"), "first_page": ("pages",), "last_page": ("pages",)}
"""Fields that say the same in another way."""
_NUMBER = re.compile(r"[1-9]\d{0,3}")


class ColumnsError(ValueError):
    """The mapping of columns cannot be used; the message says why and what would be accepted."""


@dataclass(frozen=True)
class Columns:
    """For each field the columns that may hold it, in order of preference, and what separates names in one cell."""

    of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    author_separator: str | None = None

    @classmethod
    def given(cls, columns: Mapping[str, str | Sequence[str]], author_separator: str | None = None) -> "Columns":
        """The mapping {"title": "Article Name", "authors": "Creators", …}; several for one field where the first may be empty,
        "" or none where no column holds it, whatever its name.

        Raises ColumnsError for a field that does not exist, and for what is no name of a column.
        """
        unknown = [name for name in columns if name not in FIELDS]
        if unknown:
            raise ColumnsError(f"there is no field {unknown[0]!r}; fields are {', '.join(FIELDS)}")
        found = {name: _names_in(value) for name, value in columns.items()}
        wrong = [name for name, value in found.items() if not all(isinstance(column, str) and column for column in value)]
        if wrong:
            raise ColumnsError(f"{wrong[0]!r} needs the name of a column, or nothing at all where no column holds it")
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

    @property
    def are_numbers(self) -> bool:
        """Whether the columns are named by their numbers, as those of a table without a header line."""
        named = [column for columns in self.of.values() for column in columns]
        return bool(named) and all(_NUMBER.fullmatch(column) for column in named)

    def missing_from(self, header: Iterable[str]) -> list[str]:
        """The named columns that a header does not have, any case and spacing being the same."""
        spelled = _spelling(header)
        return [column for columns in self.of.values() for column in columns if column_key(column) not in spelled]

    def fits(self, header: Iterable[str]) -> bool:
        """Whether it can be meant for a table of this header: it has the column of the title, else one by which works are known,
        else any that is named."""
        present = {name for name, columns in self.as_spelled_in(header).of.items() if columns}
        if self.of.get("title"):
            return "title" in present
        naming = {name for name in NAMING if self.of.get(name)}
        return bool(present & naming if naming else present)

    def over(self, usual: "Columns", header: Iterable[str]) -> "Columns":
        """These columns, and for the fields of which nothing is said here, or whose columns the header lacks, those of usual
        names. A column that is named here holds nothing else."""
        here = self.as_spelled_in(header).of
        taken = {column for columns in here.values() for column in columns}
        said = {name for name in self.of if here[name] or not self.of[name]}
        said |= {other for name in said for other in _INSTEAD.get(name, ())}
        others = {
            name: tuple(column for column in columns if column not in taken)
            for name, columns in usual.of.items()
            if name not in said
        }
        found = {name: columns for name, columns in (others | here).items() if columns}
        return Columns(found, self.author_separator or usual.author_separator)

    def as_spelled_in(self, header: Iterable[str]) -> "Columns":
        """The same mapping with the columns as the header spells them."""
        spelled = _spelling(header)
        return Columns(
            {
                name: tuple(spelled[column_key(column)] for column in columns if column_key(column) in spelled)
                for name, columns in self.of.items()
            },
            self.author_separator,
        )


def _names_in(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value or ())


def _spelling(header: Iterable[str]) -> dict[str, str]:
    """The columns of a header as it spells them, by their key and by their number."""
    names = list(header)
    numbered = {str(number): name for number, name in enumerate(names, 1) if name}
    return numbered | {column_key(name): name for name in reversed(names)}


def is_usual(header: list[str]) -> bool:
    """Whether a header names a title and authors by usual names."""
    return {"title", "authors"} <= Columns.usual(header).of.keys()

"""Which column of a table holds what: a mapping given by the caller, or the usual names of columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.column_shapes import column_key

FIELDS = (
    "title", "authors", "editors", "affiliations", "orcids", "year", "month", "date", "venue", "kind", "abstract", "keywords",
    "comment", "volume", "issue", "pages", "first_page", "last_page", "article_number", "issn", "references", "cited_by",
    "retracted", "doi", "arxiv", "pmid", "pmcid", "isbn", "acl", "dblp", "openalex", "s2", "wos", "scopus", "lens",
    "dimensions", "mag",
)  # fmt: skip
"""What a column can hold."""

NAMING = ("title", "doi", "arxiv", "pmid", "acl", "dblp", "openalex", "s2", "wos", "scopus", "lens", "dimensions", "mag")
"""Fields by which a work can be known."""

_USUAL: dict[str, tuple[str, ...]] = {
    "title": ("title", "article title", "paper title", "document title", "work title", "name of paper", "publication title"),
    "authors": ("authors", "author", "author names", "author list", "author(s)", "author/s", "author full names",
                "creators", "creator"),
    "editors": ("editors", "editor"),
    "affiliations": ("affiliations", "author affiliations", "affiliation", "institutions"),
    "orcids": ("orcids", "author orcids", "orcid"),
    "year": ("year", "publication year", "pub year", "pubyear", "published year"),
    "month": ("month", "publication month"),
    "date": ("date", "publication date", "published", "date published", "pub date"),
    "venue": ("venue", "journal", "source title", "journal title", "journal/book", "publication title", "publication name",
              "source", "conference", "conference name", "booktitle", "book title", "container title",
              "source title/anthology title", "publication"),
    "kind": ("type", "document type", "publication type", "kind", "item type"),
    "abstract": ("abstract", "abstract note", "summary"),
    "keywords": ("keywords", "author keywords", "tags", "subjects", "manual tags"),
    "volume": ("volume", "vol", "vol."), "issue": ("issue", "issue number", "number"),
    "pages": ("pages", "page", "page range", "page numbers", "pagination"),
    "first_page": ("first page", "start page", "page start", "beginning page", "startpage"),
    "last_page": ("last page", "end page", "page end", "ending page", "endpage"),
    "article_number": ("article number", "art. no.", "article no.", "elocation id"), "issn": ("issn", "issns", "journal issn"),
    "cited_by": ("cited by", "times cited", "citations", "citation count", "cited by count", "cites"),
    "retracted": ("retracted", "is retracted"),
    "doi": ("doi",), "arxiv": ("arxiv", "arxiv id"), "pmid": ("pmid", "pubmed id"), "pmcid": ("pmcid",), "isbn": ("isbn",),
}  # fmt: skip


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
        present = {column_key(name): name for name in reversed(list(header))}
        found = {name: tuple(present[usual] for usual in names if usual in present) for name, names in _USUAL.items()}
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

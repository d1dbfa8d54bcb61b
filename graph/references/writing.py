"""References asked of the graph, and written in the form of a file's ending."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.errors import ParameterError
from graph.files import STANDARD, write_whole
from graph.queries.bound import Queries
from graph.queries.naming import known_arguments
from graph.queries.rows import rows_as
from graph.references.bibtex import bibtex
from graph.references.csl import csl_json
from graph.references.reference import Reference
from graph.references.ris import ris
from graph.topic_questions import MIN_SCORE


class ReferenceFormat(NamedTuple):
    """A form of references: its name, the endings that stand for it, and what makes it."""

    name: str
    endings: tuple[str, ...]
    text: Callable[[Iterable[Reference]], str]


FORMATS: tuple[ReferenceFormat, ...] = (
    ReferenceFormat("bibtex", (".bib",), bibtex),
    ReferenceFormat("ris", (".ris",), ris),
    ReferenceFormat("csl-json", (".json",), csl_json),
)


def references_of(
    queries: Queries,
    *,
    uids: Sequence[str] | None = None,
    author: str | None = None,
    together: bool = False,
    venue: str | None = None,
    topic: str | None = None,
    since: int | None = None,
    until: int | None = None,
    min_score: float = MIN_SCORE,
    limit: int | None = None,
) -> list[Reference]:
    """The references to papers, the newest first: those of these uids, of an author, in a venue, about a topic, in these years;
    all of what is given must hold. Raises ParameterError for a uid that no paper has, UnknownNameError, AmbiguousAuthorError."""
    chosen = known_arguments(
        queries, "references",
        {
            "uids": uids, "author": author, "together": together, "venue": venue, "topic": topic, "since": since, "until": until,
            "min_score": min_score, "limit": limit,
        },
    )  # fmt: skip
    found = rows_as(Reference, queries.read, "references", **chosen)
    there = {reference.uid for reference in found}
    unknown = [uid for uid in uids or () if uid not in there]
    if unknown and not any((author, venue, topic, since, until, limit)):
        listed = ", ".join(map(repr, unknown[:5]))
        raise ParameterError(f"there is no paper {listed}; `scholargraph papers AUTHOR --format csv` has uids")
    return found


def reference_format(name: str | None, file: str | Path | None = None) -> ReferenceFormat:
    """The format of a name, else of a file's ending. Raises ParameterError."""
    ending = Path(file or "").suffix.casefold()
    found = next((one for one in FORMATS if (name == one.name if name else ending in one.endings)), None)
    if found is None:
        listed = ", ".join(f"{one.name} ({', '.join(one.endings)})" for one in FORMATS)
        raise ParameterError(f"{name or str(file)!r} is no form of references that can be written; there are {listed}")
    return found


def write_references(
    references: Iterable[Reference], file: str | Path = STANDARD, form: str | None = None, *, overwrite: bool = False
) -> None:
    """Write references; "-" is standard output. Raises ParameterError, and InputError where a file is there already or cannot be
    written."""
    chosen = reference_format(form, file)
    write_whole(file, chosen.text(references).encode(), overwrite=overwrite)

"""What a user names (files, folders, patterns, standard input) as documents that are ready to be loaded."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from glob import glob, has_magic
from itertools import accumulate
from pathlib import Path

import loaders
from graph.errors import DocumentError, ParameterError, UnknownFormatError
from graph.load.reading import Document
from loaders import Source

STANDARD_INPUT = "-"

TABLE_OPTIONS = ("--column (columns=)", "--author-separator (author_separator=)")
COLUMNS_NAMED = 12

Named = str | Path | Source


@dataclass(frozen=True)
class Hints:
    """What the user says of documents that do not say it themselves: whose listing it is, which column of a table holds what."""

    author: str | None = None
    columns: Mapping[str, str | Sequence[str]] | None = None
    author_separator: str | None = None


def sources(named: Named | Iterable[Named]) -> list[Source]:
    """The sources behind paths, folders (all files in them), glob patterns, "-" for standard input, and ready `Source`s.

    Folders and patterns come in alphabetical order; hidden files are left out. Raises DocumentError where nothing is there.
    """
    items = [named] if isinstance(named, str | Path | Source) else list(named)
    found: list[Source] = []
    missing: list[str] = []
    for item in items:
        try:
            found += _sources(item)
        except DocumentError as error:
            missing.append(str(error))
    if missing:
        raise DocumentError("; ".join([*missing, *(f"{item}: there is no such file" for item in items if _is_missing(item))]))
    if not found:
        raise DocumentError(
            "no documents were named; give files, folders, patterns such as 'pages/*.txt', or - for standard input"
        )
    return found


def document_of(source: Source, hints: Hints | None = None) -> Document:
    """The document in a source, its format recognised from its content.

    Raises UnknownFormatError with what was seen and what would be accepted, DocumentError where it cannot be read, ParameterError
    where the named columns cannot be meant.
    """
    given_hints = hints or Hints()
    try:
        if given_hints.columns is not None:
            known: loaders.Format | None = next(known for known in loaders.FORMATS if known.takes_columns)
        else:
            known = loaders.recognise(source)
        if known is None:
            raise UnknownFormatError(f"{source.location}: {_no_format(source)}")
        given: dict[str, object] = {}
        if known.takes_author and given_hints.author:
            given["author"] = given_hints.author
        if known.takes_columns:
            given |= {"columns": given_hints.columns, "author_separator": given_hints.author_separator}
            known.read(source, **given)  # a mapping that cannot be meant is told now, before anything is loaded
        return Document(source.location, source.sha256, known.name, partial(known.read, source, **given))
    except loaders.ColumnsError as error:
        raise ParameterError(f"{source.location}: {error}") from None
    except OSError as error:
        raise DocumentError(f"{source.location}: cannot be read ({error.strerror or error})") from None


def size_of(source: Source) -> int:
    """How many bytes a document has; 0 where it cannot be opened, which reading it will tell."""
    try:
        return source.size
    except (OSError, ValueError):
        return 0


def share_read(named: Sequence[Source]) -> Callable[[int], float]:
    """Of sources that are read one after another: tells by how many were finished the share of all their bytes that was read."""
    ends = [0, *accumulate(size_of(source) for source in named)]

    def share(finished: int) -> float:
        begun = named[finished].position if finished < len(named) else 0
        return (ends[finished] + begun) / max(ends[-1], 1)

    return share


def _no_format(source: Source) -> str:
    """Why a document cannot be read, and what to do, in one line."""
    look = loaders.describe(source)
    if not look.columns:
        return f"no known format; it looks like {look.words} (`scholargraph formats` lists what is read)"
    named = ", ".join(repr(column) for column in look.columns[:COLUMNS_NAMED])
    more = f" and {len(look.columns) - COLUMNS_NAMED} more" if len(look.columns) > COLUMNS_NAMED else ""
    return (
        f"no known format; it looks like {look.words}, whose columns are {named}{more}. Say what they hold: "
        "--column title=NAME --column authors=NAME (in Python columns={'title': NAME, …})"
    )


def formats() -> list[dict[str, object]]:
    """The formats that are read, one row each: name, about, the usual endings of files, what the content is told by, and the
    options of a load that it takes, as the command and as Python spell them."""
    return [
        {
            "name": known.name,
            "about": known.about,
            "endings": list(loaders.sign_of(known.name).endings),
            "told_by": loaders.sign_of(known.name).told_by,
            "options": ["--author (author=)"] * known.takes_author + list(TABLE_OPTIONS) * known.takes_columns,
        }
        for known in loaders.FORMATS
    ]


def _sources(item: Named) -> Iterator[Source]:
    if isinstance(item, Source):
        yield item
    elif str(item) == STANDARD_INPUT:
        yield Source.standard_input()
    elif str(item) == "":
        raise DocumentError("a document with an empty name was given; name a file, a folder, a pattern or -")
    elif "\0" in str(item):
        raise DocumentError(f"{str(item)!r} can be no document's name; name a file, a folder, a pattern or -")
    elif Path(item).is_dir():
        files = sorted(path for path in Path(item).rglob("*") if path.is_file() and not _is_hidden(path.relative_to(item)))
        if not files:
            raise DocumentError(f"{item}: the folder holds no files")
        yield from map(Source.at, files)
    elif Path(item).exists() or not has_magic(str(item)):
        yield Source.at(item)
    else:
        matches = sorted(path for path in glob(str(item), recursive=True) if Path(path).is_file())  # noqa: PTH207 - absolute too
        if not matches:
            raise DocumentError(f"{item}: no file matches this pattern")
        yield from map(Source.at, matches)


def _is_missing(item: Named) -> bool:
    if isinstance(item, Source) or str(item) in ("", STANDARD_INPUT) or has_magic(str(item)):
        return False
    return not Path(item).exists()


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)

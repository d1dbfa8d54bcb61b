"""A source as a document that is ready to be loaded: its format told from its content, or as the user says."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate

import loaders
from graph.documents.hints import Hints, format_named
from graph.documents.named_columns import BY_NUMBER
from graph.documents.reading_mark import reading_mark
from graph.errors import DocumentError, ParameterError, SeveralFormatsError, UnknownFormatError
from graph.load.reading import Document
from loaders import Source
from loaders.records import Header, Items, Rejection, Remark
from loaders.tables import table
from loaders.tables.columns import Columns

TABLE_OPTIONS = ("--column and --columns (columns=)", "--author-separator (author_separator=)")
COLUMNS_NAMED = 12
COLUMNS_OPTION = "--column or --columns"


def document_of(source: Source, hints: Hints | None = None) -> Document:
    """The document in a source, its format recognised from its content, unless the hints say it.

    Raises UnknownFormatError with what was seen and what would be accepted, SeveralFormatsError where its content does not tell
    of which format it is, DocumentError where it cannot be read, ParameterError where the named columns cannot be meant.
    """
    given_hints = hints or Hints()
    source = source.in_encoding(given_hints.encoding)
    try:
        known = format_of(source, given_hints)
        given = options_for(known, given_hints)
        known.read(source, **given)  # a mapping that cannot be meant is told now, before anything is loaded
        read = reader_of(known, given_hints)
        said = {**given, "encoding": given_hints.encoding} if given_hints.encoding else given
        mark = reading_mark(known.name, said, told=given_hints.format is not None)
        return Document(source.location, source.sha256, known.name, partial(read, source, **given), mark)
    except loaders.ColumnsError as error:
        raise ParameterError(f"{source.location}: {error}") from None
    except OSError as error:
        raise DocumentError(f"{source.location}: cannot be read ({error.strerror or error})") from None


def format_of(source: Source, hints: Hints) -> loaders.Format:
    """The format of a source. Raises UnknownFormatError, SeveralFormatsError, OSError."""
    if hints.format is not None:
        source.start()  # whether it can be read at all
        return format_named(hints.format)
    fit = loaders.fitting(source)
    if hints.columns is not None:
        given = Columns.given(hints.columns)
        tables = [known for known in fit if known.known_table]
        if table.has_columns(source, given):
            return tables[0] if len(tables) == 1 else format_named(table.NAME)
        if not fit:
            return format_named(table.NAME)  # which tells what columns there are
    if not fit:
        raise UnknownFormatError(f"{source.location}: {_no_format(source)}")
    if len(fit) > 1:
        named = " and ".join(f"{known.name} ({known.about})" for known in fit)
        choice = " or ".join(f"--as {known.name}" for known in fit)
        raise SeveralFormatsError(
            f"{source.location}: its content may be {named}; say which: {choice} (in Python format=)",
            [known.name for known in fit],
        )
    return fit[0]


def options_for(known: loaders.Format, hints: Hints) -> Mapping[str, object]:
    """What of the hints a format takes."""
    given: dict[str, object] = {}
    if known.takes_author and hints.author:
        given["author"] = hints.author
    if known.takes_columns or (known.known_table and hints.columns is not None):
        given |= {"columns": hints.columns, "author_separator": hints.author_separator}
    return given


def reader_of(known: loaders.Format, hints: Hints) -> Callable[..., Items]:
    """What reads a source of that format, and tells what speaks against the format where the user says it."""
    return known.read if hints.format is None else partial(_as_told, known)


def _as_told(known: loaders.Format, source: Source, **given: object) -> Items:
    """The items of a document whose format the user says, and what speaks against it: that its content is of another one, or
    that it holds nothing of this one."""
    is_empty = True
    for item in known.read(source, **given):
        yield item
        is_empty = is_empty and isinstance(item, Header | Remark)
    fit = loaders.fitting(source)
    if known in fit or not (fit or is_empty):
        return
    seems = " and ".join(other.name for other in fit) or loaders.describe(source).words
    if is_empty:
        yield Rejection("document", f"it was to be read as {known.name} and holds nothing of it; it looks like {seems}")
    else:
        yield Remark("document", f"it was read as {known.name}, as was said; its content looks like {seems}")


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
    if look.cells:
        return f"no known format; it looks like {look.words}, but its first line is a record and names no columns: {BY_NUMBER}"
    if not look.columns:
        return f"no known format; it looks like {look.words} (`scholargraph formats` lists what is read)"
    named = ", ".join(repr(column) for column in look.columns[:COLUMNS_NAMED])
    more = f" and {len(look.columns) - COLUMNS_NAMED} more" if len(look.columns) > COLUMNS_NAMED else ""
    return (
        f"no known format; it looks like {look.words}, whose columns are {named}{more}. Say what they hold: "
        "--column title=NAME --column authors=NAME, or --columns FILE (in Python columns=); by number (title=1) "
        "where the first line is a record"
    )


def formats() -> list[dict[str, object]]:
    """The formats that are read, one row each: name, about, the usual endings of files, what the content is told by, and the
    options of a load that only it takes, as the command and as Python spell them."""
    return [
        {
            "name": known.name,
            "about": known.about,
            "endings": list(loaders.sign_of(known.name).endings),
            "told_by": loaders.sign_of(known.name).told_by,
            "options": ["--author (author=)"] * known.takes_author
            + list(TABLE_OPTIONS) * (known.takes_columns or known.known_table is not None),
        }
        for known in loaders.FORMATS
    ]

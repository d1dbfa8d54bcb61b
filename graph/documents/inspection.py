"""What documents are taken for and what of them would be loaded, before anything is."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace

import msgspec

import loaders
from graph.documents.hints import Hints
from graph.documents.named import Named, find
from graph.documents.ready import format_of, options_for, reader_of
from graph.errors import DocumentError, ParameterError, SeveralFormatsError
from graph.load.report import Note
from loaders import Source
from loaders.records import Header, Item, Rejection, Remark
from loaders.tables import table
from loaders.tables.column_use import ColumnUse, column_uses, example_of
from loaders.tables.columns import Columns

RECORDS = 3
NOTES = 5
LOOKED_AT = 2000
"""So many items are read of a document that gives no records."""
BY_USUAL_NAMES = "a header row with usual names for title and authors"


@dataclass(frozen=True)
class Inspection:
    """What a document is taken for.

    `format` is None where that cannot be told, and `problem` says why and what to do. `why` is what it is told by; `others` are
    further formats that its content fits, which give way or are to be chosen from. `records` are the first ones, as dictionaries
    with the fields of `loaders.records` beside `type` ("Record", "Person", …); `rejected` and `warnings` what was met before
    them. Of a table `columns` has every column with what it gives, or would give where another one is empty. `whole` is False
    where there is more, so that what is wrong behind the first records is not told here.
    """

    location: str
    format: str | None = None
    about: str = ""
    why: str = ""
    others: tuple[str, ...] = ()
    problem: str = ""
    records: list[dict[str, object]] = field(default_factory=list)
    rejected: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    columns: list[ColumnUse] = field(default_factory=list)
    whole: bool = False

    def to_dict(self) -> dict[str, object]:
        """The same as JSON has it."""
        columns = [
            {"column": one.column, "gives": [*one.gives], "would_give": [*one.would_give], "example": one.example}
            for one in self.columns
        ]
        return {**asdict(replace(self, columns=[])), "others": [*self.others], "columns": columns}


@dataclass(frozen=True)
class Inspections:
    """What was found of the documents that were named, and what lay beside them and is none."""

    documents: list[Inspection]
    left_out: list[Note]

    def to_dict(self) -> dict[str, object]:
        """The same as JSON has it."""
        return {"documents": [one.to_dict() for one in self.documents], "left_out": [asdict(note) for note in self.left_out]}


def inspect(named: Named | Iterable[Named], hints: Hints | None = None, *, records: int = RECORDS) -> Inspections:
    """What each document would be loaded as, with its first `records`; no graph is needed, nothing is loaded.

    Raises DocumentError where nothing is there.
    """
    found = find(named, hints)
    return Inspections([_inspected(source, hints or Hints(), records) for source in found.sources], found.left_out)


def _inspected(source: Source, hints: Hints, most: int) -> Inspection:
    try:
        fit = tuple(known.name for known in loaders.every_fitting(source))
        known = format_of(source, hints)
        options = options_for(known, hints)
        records, rejected, warnings, whole = _first(reader_of(known, hints)(source, **options), most)
        others = tuple(name for name in fit if name != known.name)
        why = _why(source, known, hints)
        columns = _columns(source, known, hints)
        return Inspection(source.location, known.name, known.about, why, others, "", records, rejected, warnings, columns, whole)
    except SeveralFormatsError as error:
        return Inspection(source.location, others=error.formats, problem=_without_location(error, source))
    except (DocumentError, ParameterError) as error:
        return Inspection(source.location, problem=_without_location(error, source), columns=_usual_columns(source))
    except (OSError, loaders.ColumnsError) as error:
        return Inspection(source.location, problem=f"cannot be read ({getattr(error, 'strerror', None) or error})")


def _why(source: Source, known: loaders.Format, hints: Hints) -> str:
    if hints.format is not None:
        return "it was said so"
    if hints.columns is not None and table.has_columns(source, Columns.given(hints.columns)):
        told = "its columns were named"
        return told if known.takes_columns else f"{loaders.sign_of(known.name).told_by}; some of its columns were named"
    return BY_USUAL_NAMES if known.takes_columns else loaders.sign_of(known.name).told_by


def _without_location(error: Exception, source: Source) -> str:
    return str(error).removeprefix(f"{source.location}: ")


def _first(items: Iterable[Item], most: int) -> tuple[list[dict[str, object]], list[Note], list[Note], bool]:
    """The first records, some of what was rejected and remarked before them, and whether that is all."""
    whole = False
    records: list[dict[str, object]] = []
    rejected: list[Note] = []
    warnings: list[Note] = []
    for number, item in enumerate(_readable(items)):
        if number == LOOKED_AT:
            break
        if isinstance(item, Rejection):
            rejected.append(Note(item.where, item.reason))
        elif isinstance(item, Remark):
            warnings.append(Note(item.where, item.reason))
        elif not isinstance(item, Header):
            if len(records) == most:
                break
            records.append({"type": type(item).__name__, **msgspec.json.decode(msgspec.json.encode(item))})
    else:
        whole = True
        if not (records or rejected or warnings):
            warnings.append(Note("document", "it holds no records"))
    return records, rejected[:NOTES], warnings[:NOTES], whole


def _readable(items: Iterable[Item]) -> Iterator[Item]:
    try:
        yield from items
    except OSError as error:
        yield Rejection("document", f"cannot be read further: {error.strerror or error}")


def _columns(source: Source, known: loaders.Format, hints: Hints) -> list[ColumnUse]:
    given = Columns.given(hints.columns, hints.author_separator) if hints.columns is not None else None
    if known.known_table:
        return column_uses(source, *known.known_table.header_and_works(source, given))
    if known.takes_columns:
        return column_uses(source, *table.header_and_works(source, given, hints.author_separator))
    return []


def _usual_columns(source: Source) -> list[ColumnUse]:
    """The columns of a table of which it cannot be told what it is, with what those of usual names would be taken for."""
    try:
        look = loaders.describe(source)
    except OSError:
        return []
    usual = Columns.usual(look.columns).of
    return [
        ColumnUse(name, tuple(field for field, columns in usual.items() if name in columns), (), example_of(cells))
        for name, cells in zip(look.columns, look.examples, strict=True)
    ]

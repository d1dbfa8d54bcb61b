"""Results on standard output: a table for people, CSV, JSON and JSON lines for programs.

The machine-readable formats are complete and alone on standard output. A table shows at most `TABLE_ROWS` rows unless a limit was
asked for, and says how many more there are.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from rich.table import Table
from rich.text import Text

from graph.cli.options import Format
from graph.cli.progress import error_console
from graph.cli.terminal import Terminal
from graph.errors import ParameterError
from graph.evidence_words import is_piece, with_weight
from graph.questions import Table as Answer
from graph.row_text import number, to_json, write_csv

TABLE_ROWS = 40
CELL_ITEMS = 8
PIPE_WIDTH = 160

PrintedRow = Mapping[str, object]


def print_answer(
    answer: Answer,
    form: Format,
    *,
    shown: Sequence[str] | None = None,
    limit: int | None = None,
    empty: str = "nothing found",
) -> None:
    """Print what a query answered: to programs all of it, to people the columns `shown` where there are too many."""
    columns = answer.columns if shown is None or form is not Format.table else tuple(shown)
    rows = [{name: number(row[name]) for name in columns} for row in answer.rows]
    print_rows(columns, rows, form, limit=limit, empty=empty)


def note_of_rows(answer: Answer, form: Format, **said: str) -> None:
    """Tell people, beside a table, what it leaves out: each of these columns, which are the same on every row, as its number and
    the words for it. Programs have the columns."""
    if form is Format.table and answer.rows:
        for column, words in said.items():
            if count := answer.rows[0][column]:
                error_console().print(f"note: {count} {words}", soft_wrap=True, highlight=False)


def print_with_notes(answer: Answer, form: Format, *, limit: int | None, empty: str, **said: str) -> None:
    """Print an answer whose columns that are the same on every row people are told beside the table (see `note_of_rows`). Of
    these columns the ones count that the answer has."""
    notes = {column: words for column, words in said.items() if column in answer.columns}
    print_answer(answer, form, shown=[name for name in answer.columns if name not in notes], limit=limit, empty=empty)
    note_of_rows(answer, form, **notes)


def with_cut_lists(papers: Answer) -> Answer:
    """Papers for people: an author list that is truncated or not known to its end ends in "…"."""
    rows = [
        row if row["authors_complete"] else {**row, "authors": [*cast(list[str], row["authors"]), "…"]} for row in papers.rows
    ]
    return Answer(papers.columns, rows)


def print_rows(
    columns: Sequence[str], rows: Sequence[PrintedRow], form: Format, *, limit: int | None = None, empty: str = "nothing found"
) -> None:
    """Print rows of these columns."""
    if form is Format.json:
        print_json(list(rows))
    elif form is Format.jsonl:
        for row in rows:
            sys.stdout.write(to_json(row) + "\n")
    elif form is Format.csv:
        write_csv(sys.stdout, columns, rows)
    elif form is Format.parquet:
        _print_parquet(columns, rows)
    elif rows:
        _print_table(columns, rows, shown=len(rows) if limit is not None else TABLE_ROWS)
    else:
        console().print(empty)


def print_record(record: PrintedRow, form: Format) -> None:
    """Print one record: downwards for people, else as a table of one row."""
    if form is not Format.table:
        print_rows(list(record), [record], form) if form is not Format.json else print_json(record)
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in record.items():
        if value not in (None, [], {}, ""):
            grid.add_row(name.replace("_", " "), cell(value))
    console().print(grid)


def print_json(value: object) -> None:
    """Print a value as indented JSON."""
    sys.stdout.write(to_json(value, indent=2) + "\n")


def console() -> Terminal:
    """Standard output for people; wide where it is not a terminal, so that nothing is cut in a pipe."""
    if sys.stdout.isatty():
        return Terminal()
    return Terminal(width=PIPE_WIDTH)


def cell(value: object) -> Text:
    """A value as a table's cell: lists line by line, the first few of them."""
    if value is None:
        return Text("–", style="dim")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if isinstance(value, float):
        return Text(f"{value:.3g}" if abs(value) < 10 else f"{value:,.1f}")
    if isinstance(value, list | tuple):
        return Text("\n".join(_lines([_item(item) for item in value])))
    return Text(_item(value))


def _lines(items: Sequence[str]) -> Iterable[str]:
    if all(len(item) < 32 for item in items):
        items = [", ".join(items)] if len(", ".join(items)) < 400 else items
    yield from items[:CELL_ITEMS]
    if len(items) > CELL_ITEMS:
        yield f"… {len(items) - CELL_ITEMS} more"


def _item(value: object) -> str:
    """A value in a list: a piece of evidence as its weight and words, a node by name and count, anything else by its fields."""
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return "; ".join(map(_item, value))
    if not isinstance(value, Mapping):
        return str(value)
    if is_piece(value):
        return with_weight(value)
    name = next((value[key] for key in ("name", "label", "title", "location") if value.get(key)), None)
    if name is None:
        return ", ".join(f"{key} {_item(item)}" for key, item in value.items() if item not in (None, [], {}, ""))
    count = next((value[key] for key in ("papers", "year") if value.get(key) is not None), None)
    return f"{name} ({count})" if isinstance(count, int) else str(name)


def _print_table(columns: Sequence[str], rows: Sequence[PrintedRow], shown: int) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        numeric = all(isinstance(row[column], int | float) or row[column] is None for row in rows[:shown])
        table.add_column(column.replace("_", " "), justify="right" if numeric else "left", overflow="fold")
    for row in rows[:shown]:
        table.add_row(*(cell(row[column]) for column in columns))
    out = console()
    out.print(table)
    if len(rows) > shown:
        out.print(f"… {len(rows) - shown} more; --limit 0 shows all", style="dim")


def _print_parquet(columns: Sequence[str], rows: Sequence[PrintedRow]) -> None:
    """The rows as Parquet; lists of texts and numbers are lists, what is nested deeper is JSON."""
    import pyarrow as pa
    from pyarrow import parquet

    from graph.arrow_tables import untyped_table

    if sys.stdout.isatty():
        raise ParameterError("Parquet is nothing to be read on a terminal; write it to a file with --output FILE.parquet")
    columns = columns or list(dict.fromkeys(name for row in rows for name in row))
    parquet.write_table(untyped_table(columns, rows), pa.PythonFile(sys.stdout.buffer, "w"))
    sys.stdout.flush()

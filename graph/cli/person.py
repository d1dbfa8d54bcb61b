"""One person's profile for people: the record downwards, and what each document about them says beside what was counted."""

from collections.abc import Mapping
from typing import Any, cast

from graph.cli.options import Format
from graph.cli.output import console, print_record, print_rows
from graph.declared import said_by


def print_profile(found: Mapping[str, object]) -> None:
    """Print a profile."""
    print_record({name: value for name, value in found.items() if name != "documents"}, Format.table)
    documents = cast(list[Mapping[str, Any]], found["documents"])
    if not documents:
        return
    rows = [said_by(document) for document in documents]
    columns = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    console().print()
    print_rows(columns, rows, Format.table, limit=0)

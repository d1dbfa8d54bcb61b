"""Candidates as tables for people, with the uids by which the commands that decide take them."""

from collections.abc import Mapping
from typing import Any, cast

from graph.cli.options import Format
from graph.cli.output import print_rows
from graph.evidence_words import worth_in_words
from graph.questions import Table

NO_MIXED = (
    "no record looks like several people's (--min-probability 0 shows what is unlikely too). Papers that hold together, as rare "
    "as their name is in this graph, are proposed at no probability; among other documents the name may be rarer or commoner"
)


def print_splits(found: Table, limit: int | None = None) -> None:
    """Print pairs of records that may be one person; `accept` and `reject` take their uids."""
    rows = [
        {
            "record": f"{row['name_a']}\n{row['uid_a']}",
            "other": f"{row['name_b']}\n{row['uid_b']}",
            "kind": row["kind"],
            "probability": row["probability"],
            "worth": _worth(row),
            "evidence": row["evidence"],
        }
        for row in found.rows
    ]
    print_rows(
        ["record", "other", "kind", "probability", "worth", "evidence"], rows, Format.table, limit=limit, empty="no candidates"
    )


def print_mixed(found: Table, limit: int | None = None) -> None:
    """Print records that may be several people's, a row a group; `reassign` and `confirm` take the uids of record and papers."""
    rows = [
        {
            "record": f"{row['name']}\n{row['uid']}",
            "group": "the record's own" if group["main"] else f"somebody else's? {group['probability']:.0%}",
            "papers": [_paper(paper) for paper in group["papers"]],
            "worth": _worth(group) if group["worth_of"] else "",
            "why": group["evidence"],
        }
        for row in found.rows
        for group in cast(list[dict[str, Any]], row["groups"])
    ]
    columns = ["record", "group", "papers", "worth", "why"]
    print_rows(columns, rows, Format.table, limit=limit, empty=NO_MIXED)


def print_duplicates(found: Table, limit: int | None = None) -> None:
    """Print pairs of papers that may be one work, with their uids."""
    rows = [
        {
            "paper": _paper({name: row[f"{name}_a"] for name in ("uid", "title", "year")}),
            "other": _paper({name: row[f"{name}_b"] for name in ("uid", "title", "year")}),
            "score": row["score"],
            "evidence": row["evidence"],
        }
        for row in found.rows
    ]
    print_rows(["paper", "other", "score", "evidence"], rows, Format.table, limit=limit, empty="no candidates")


def _worth(row: Mapping[str, Any]) -> str:
    return worth_in_words(row["worth"], row["worth_of"])


def _paper(paper: Mapping[str, object]) -> str:
    year = f" ({paper['year']})" if paper["year"] is not None else ""
    return f"{paper['title']}{year} · {paper['uid']}"

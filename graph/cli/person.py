"""One person's profile for people: the record downwards, and what each document about them says beside what was counted."""

from collections.abc import Mapping
from typing import Any, cast

from graph.cli.options import Format
from graph.cli.output import console, print_record, print_rows

DECLARED = "declared_"


def print_profile(found: Mapping[str, object]) -> None:
    """Print a profile."""
    print_record({name: value for name, value in found.items() if name != "documents"}, Format.table)
    documents = cast(list[Mapping[str, Any]], found["documents"])
    if not documents:
        return
    rows = [_said_by(document) for document in documents]
    columns = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    console().print()
    print_rows(columns, rows, Format.table, limit=0)


def _said_by(document: Mapping[str, Any]) -> dict[str, object]:
    """What a document about the person declares, and what was counted in it: its good records."""
    declared = [
        f"{name.removeprefix(DECLARED).replace('_', ' ')} {count}"
        for name, count in sorted(document.items())
        if name.startswith(DECLARED)
    ]
    return {
        "document": document.get("location"),
        "trust": _together(document, "trust", "trust_level"),
        "verification": _together(document, "verification_level") or _verified(document.get("verified")),
        "claim_state": document.get("claim_state"),
        "followers": document.get("followers"),
        "declared": declared or None,
        "counted": _counted(document),
    }


def _together(document: Mapping[str, Any], *names: str) -> str | None:
    return " ".join(str(document[name]) for name in names if document.get(name) is not None) or None


def _verified(verified: object) -> str | None:
    return None if verified is None else "verified" if verified else "not verified"


def _counted(document: Mapping[str, Any]) -> str | None:
    if document.get("read") is None:
        return None
    good = document["read"] - (document.get("rejected") or 0)
    return f"records {good}, {'confirmed' if document.get('confirmed') else 'not confirmed'}"

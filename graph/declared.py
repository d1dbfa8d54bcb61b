"""What documents about a person declare of them, beside what was counted in each."""

from collections.abc import Mapping
from typing import Any

_DECLARED = "declared_"


def said_by(document: Mapping[str, Any]) -> dict[str, object]:
    """What a document about a person declares (trust, verification, claim state, followers, counts), and what was counted in it:
    its good records. Takes one of the `documents` of an `author_profile`; what it does not say is None."""
    declared = [
        f"{name.removeprefix(_DECLARED).replace('_', ' ')} {count}"
        for name, count in sorted(document.items())
        if name.startswith(_DECLARED)
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

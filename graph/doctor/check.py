"""One thing that the doctor looked at."""

from dataclasses import asdict, dataclass
from typing import Literal

State = Literal["ok", "warning", "problem"]


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it is, what was found, and what to do where it is not well."""

    name: str
    state: State
    found: str
    advice: str = ""

    def to_dict(self) -> dict[str, str]:
        """The same as plain values."""
        return asdict(self)


def ok(name: str, found: str) -> Check:
    """It is well."""
    return Check(name, "ok", found)


def warning(name: str, found: str, advice: str) -> Check:
    """It may become a problem, or is one only for some."""
    return Check(name, "warning", found, advice)


def problem(name: str, found: str, advice: str) -> Check:
    """It stands in the way."""
    return Check(name, "problem", found, advice)

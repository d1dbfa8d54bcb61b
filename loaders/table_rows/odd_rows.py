"""What is to be told of rows of a table, once for each kind however many rows there are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.records import Remark

_LISTED = 20
_DETAILS = 40


@dataclass
class _Kind:
    first: str
    places: list[str] = field(default_factory=list)
    count: int = 0
    details: dict[str, None] = field(default_factory=dict)
    truncated: bool = False


@dataclass
class OddRows:
    """Rows by what is to be told of them, in the order in which the first of each kind was met."""

    _kinds: dict[tuple[str, str], _Kind] = field(default_factory=dict)

    def add(self, where: str, reason: str, *, through: int = 0, details: Iterable[str] = (), truncated: bool = False) -> None:
        """Say `reason` of the row at `where` ("line 4", "sheet Works, row 4"), which goes on to line `through`; what differs from
        row to row is in `details`. `truncated` where the document ends within it."""
        what, _, place = where.rpartition(" ")
        kind = self._kinds.setdefault((what, reason), _Kind(where))
        kind.count += 1
        kind.truncated = kind.truncated or truncated
        kind.details |= dict.fromkeys(details)
        if len(kind.places) < _LISTED:
            kind.places.append(f"{place}-{through}" if through and str(through) != place else place)

    def remarks(self) -> Iterator[Remark]:
        """One remark for each kind, with the places of its rows, or of the first of them."""
        for (what, reason), kind in self._kinds.items():
            told = f"{reason}: {', '.join(list(kind.details)[:_DETAILS])}" if kind.details else reason
            if kind.count > 1:
                more = f" and {kind.count - len(kind.places)} more" if kind.count > len(kind.places) else ""
                told = f"{told} ({what}s {', '.join(kind.places)}{more})"
            yield Remark(kind.first, told, truncated=kind.truncated)

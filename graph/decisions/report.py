"""What became of decisions that came in a file."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class RefusedLine:
    """A line that was not taken: its number in the file, from 1, and why."""

    line: int
    reason: str


@dataclass
class DecisionReport:
    """What became of the lines of a file: read = applied + unchanged + undecided + refused.

    `unchanged` are those that the log says already, `undecided` rows of a sheet that nobody filled in.
    """

    read: int = 0
    applied: int = 0
    unchanged: int = 0
    undecided: int = 0
    refused: list[RefusedLine] = field(default_factory=list)

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON."""
        return asdict(self)

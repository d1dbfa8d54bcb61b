"""How two claims hang together, and the pieces that say so."""

from dataclasses import dataclass
from enum import Enum
from math import exp


class MatchGrade(Enum):
    """How two claims hang together."""

    SAME = "same"  # nothing can speak against it
    JOIN = "join"  # one work, unless the rest of their works contradict
    NEAR = "near"  # worth a person's look


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Something that speaks for two claims being about one work, or against it, with its weight and in words."""

    weight: float
    words: str
    against: bool = False

    @property
    def shown(self) -> str:
        """The words as a reason of a near miss."""
        return f"but {self.words}" if self.against else self.words


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that are, or may be, about one work. `strength` (0 to 1) orders the joins, the best first."""

    grade: MatchGrade
    strength: float
    pieces: tuple[Piece, ...]

    @property
    def score(self) -> float:
        """What all pieces add up to, 0 to 1."""
        return round(1 / (1 + exp(-sum(piece.weight for piece in self.pieces))), 3)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for and then what against, in words."""
        return tuple(piece.shown for piece in sorted(self.pieces, key=lambda piece: piece.against))

    def refused(self, against: Piece) -> "Link":
        """The same as a near miss, for something that speaks against it."""
        return Link(MatchGrade.NEAR, 0, self.pieces if against in self.pieces else (*self.pieces, against))


def objection(weight: float, words: str) -> Piece:
    """Something that speaks against."""
    return Piece(weight, words, against=True)

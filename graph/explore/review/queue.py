"""What waits for a reviewer: candidates in an order, each asked as the graph has it now."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from graph.decision_log.state import LogState
from graph.decisions.candidates import Candidate, Group, Kind
from graph.decisions.deciding import Decisions
from graph.errors import AmbiguousAuthorError, ParameterError, UnknownNameError
from graph.explore.doubts import ORDERS
from graph.identity.candidates import Order
from graph.row_text import to_json

Kinds = Literal["both", "split", "mixed"]
KINDS: Mapping[Kinds, str] = {
    "both": "both kinds",
    "split": "records that may be one person",
    "mixed": "records that may be several people's",
}


@dataclass(frozen=True)
class Wanted:
    """Which candidates somebody reviews, and in which order."""

    kind: Kinds = "both"
    order: Order = "probability"
    min_probability: float | None = None
    author: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Wanted":
        """As an address asks. Raises ParameterError for what cannot be."""
        kind, order, least = asked.get("kind") or "both", asked.get("order") or "probability", asked.get("min_probability") or ""
        if kind not in KINDS:
            raise ParameterError(f"kind {kind!r} is none of {', '.join(KINDS)}")
        if order not in get_args(Order):
            raise ParameterError(f"order {order!r} is none of {', '.join(ORDERS)}")
        return cls(cast(Kinds, kind), cast(Order, order), _probability(least), asked.get("author", "").strip())

    def asked(self, **instead: object) -> dict[str, object]:
        """As an address would ask it, with something else instead."""
        mine = {"kind": self.kind, "order": self.order, "min_probability": self.min_probability, "author": self.author}
        usual = {"kind": "both", "order": "probability"}
        return {name: value for name, value in {**mine, **instead}.items() if value != usual.get(name)}


def _probability(given: str) -> float | None:
    try:
        least = float(given) if given.strip() else None
    except ValueError:
        least = -1.0
    if least is not None and not 0 <= least <= 1:
        raise ParameterError(f"min_probability {given!r} is not a probability; give one such as 0.5")
    return least


class Queue:
    """Candidates as they were found, in their order. What was decided since is passed over, and so is what is no more."""

    def __init__(self, decisions: Decisions, wanted: Wanted) -> None:
        self.wanted = wanted
        self.found = decisions.candidates(
            None if wanted.kind == "both" else wanted.kind,
            author=wanted.author or None,
            min_probability=wanted.min_probability,
            order=wanted.order,
        )
        self._decisions = decisions
        self._gone = set[str]()

    def open(self, log_state: LogState, later: Collection[str]) -> Iterator[tuple[int, Candidate]]:
        """Those that wait, each with its place from 1 on, as the graph has them now; without those that are put off."""
        for place, one in enumerate(self.found, 1):
            if key(one) in later or key(one) in self._gone or one.is_decided(log_state):
                continue
            now = as_it_is(self._decisions, one.kind, one.a, key(one))
            if now is not None:
                yield place, now
            else:
                self._gone.add(key(one))

    def look_again(self) -> None:
        """Ask again about what was no more: something was undone."""
        self._gone.clear()


def as_it_is(decisions: Decisions, kind: Kind, a: str, about: str) -> Candidate | None:
    """The candidate of record `a` that this key means, as the graph has it now; None where it is none any more."""
    try:
        found = decisions.candidates(kind, author=a, min_probability=0)
    except (UnknownNameError, AmbiguousAuthorError):
        return None
    return next((one for one in found if key(one) == about), None)


def key(candidate: Candidate) -> str:
    """What tells a candidate from all others: its records, and the papers in question."""
    return _digest([candidate.kind, candidate.a, candidate.b, sorted(candidate.papers)])


def seen(candidate: Candidate) -> str:
    """What a person judges by, in short: another one where anything of it has changed."""
    one = candidate
    sides = [[side.papers, side.collaborators, side.topics] for side in (one.main, one.group) if isinstance(side, Group)]
    known = [one.name_a, one.name_b, one.papers_a, one.papers_b, one.probability, one.evidence, sides]
    return _digest([key(one), known])


def _digest(value: object) -> str:
    return hashlib.sha256(to_json(value).encode(errors="surrogatepass")).hexdigest()[:24]

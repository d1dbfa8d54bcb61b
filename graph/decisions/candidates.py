"""What waits for a person's decision: split and mixed candidates as one list, likeliest first or in another order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from graph.decision_log.state import LogState
from graph.identity import candidates as identity
from graph.identity.candidates import Order
from graph.queries.author_lookup import author_uid
from graph.queries.bound import Queries
from graph.queries.registry import limited

Kind = Literal["split", "mixed"]
Judgement = Literal["same", "different"]
Piece = dict[str, object]


@dataclass(frozen=True)
class Group:
    """Papers of one record that belong together, as a mixed candidate shows them."""

    papers: tuple[Mapping[str, Any], ...]
    collaborators: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Candidate:
    """One question to a person.

    split: are the records `a` and `b` one person? mixed: are the papers in `group` the same person's as the others of record `a`,
    which `main` holds most of? `difference` is the kind of that between two names; `worth`, `worth_of` and `teaching` are as the
    stored queries have them.
    """

    kind: Kind
    a: str
    name_a: str
    probability: float
    evidence: tuple[Piece, ...]
    papers_a: int
    papers_b: int
    b: str = ""
    name_b: str = ""
    shared: tuple[str, ...] = ()
    group: Group | None = None
    main: Group | None = None
    difference: str = ""
    worth: float = 0.0
    worth_of: Mapping[str, int] = field(default_factory=dict)
    teaching: float = 0.0

    @property
    def papers(self) -> tuple[str, ...]:
        """The uids of the papers in question; none of a split candidate."""
        return tuple(str(paper["uid"]) for paper in self.group.papers) if self.group else ()

    @property
    def papers_twice(self) -> tuple[str, ...]:
        """Those of the papers in question on which the name stands for somebody of the main group as well: one paper, two
        authorships."""
        main = {str(paper["uid"]) for paper in self.main.papers} if self.main else set()
        return tuple(paper for paper in self.papers if paper in main)

    def is_answered(self, answer: Judgement, log_state: LogState) -> bool:
        """Whether this answer is in the log already."""
        if self.kind == "split":
            group = log_state.group(self.a)
            if answer == "same":
                return self.b in group
            return self.b not in group and log_state.apart(group | log_state.group(self.b)) is not None
        action, papers = "confirm" if answer == "same" else "reassign", set(self.papers)
        return any(
            found.action == action and found.records[0] == self.a and papers <= {slot.paper for slot in found.slots}
            for found in log_state.active
        )

    def is_decided(self, log_state: LogState) -> bool:
        """Whether what was decided answers it already, either way."""
        return self.is_answered("same", log_state) or self.is_answered("different", log_state)


def candidates(
    queries: Queries,
    kinds: Sequence[Kind],
    author: str | None = None,
    min_probability: float | None = None,
    limit: int | None = None,
    order: Order = "probability",
) -> list[Candidate]:
    """The candidates of these kinds, those first that have most of what they are ordered by; `author`, `min_probability` and
    `order` as the stored queries take them."""
    uid = None if author is None else author_uid(queries, author)
    found: list[Candidate] = []
    if "split" in kinds:
        _, rows = identity.candidates(queries, "split_candidates", uid, min_probability, order=order)
        found += [_pair(row) for row in rows]
    if "mixed" in kinds:
        _, rows = identity.candidates(queries, "mixed_candidates", uid, min_probability, order=order)
        least = identity.least_probability(queries, "mixed_candidates", min_probability) or 0.0
        found += [one for row in rows for one in _groups(row) if one.probability >= least]
    found.sort(key=lambda one: (-getattr(one, order), -one.probability, one.kind, one.a, one.b, one.papers))
    return limited(found, limit)


def _pair(row: Mapping[str, Any]) -> Candidate:
    return Candidate(
        kind="split", a=row["uid_a"], name_a=row["name_a"], b=row["uid_b"], name_b=row["name_b"],
        probability=row["probability"], evidence=tuple(row["evidence"]), shared=tuple(row["shared"]),
        papers_a=row["papers_a"], papers_b=row["papers_b"], difference=row["kind"], **_moved(row),
    )  # fmt: skip


def _moved(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ("worth", "worth_of", "teaching")}


def _groups(row: Mapping[str, Any]) -> Iterator[Candidate]:
    """A question for each group that is not taken for the record's own."""
    groups = cast(list[dict[str, Any]], row["groups"])
    main = next((_group(one) for one in groups if one["main"]), None)
    for one in groups:
        if one["main"] or not one["probability"]:
            continue
        yield Candidate(
            kind="mixed", a=row["uid"], name_a=row["name"], name_b=row["name"], probability=one["probability"],
            evidence=tuple(one["evidence"]), papers_a=row["papers"], papers_b=len(one["papers"]), group=_group(one), main=main,
            **_moved(one),
        )  # fmt: skip


def _group(one: Mapping[str, Any]) -> Group:
    return Group(tuple(one["papers"]), tuple(one["collaborators"]), tuple(one["topics"]))

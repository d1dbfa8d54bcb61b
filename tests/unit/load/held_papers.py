"""Papers held in memory in place of a graph: the reading queries of `graph.load.lookup` over the rows that plans would write."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

from graph.load.claims import Claim, ClaimId
from graph.load.lookup import look_up
from graph.load.node_rows import Row
from graph.load.plan import Plan, plan_batch
from graph.load.rows import rows_of


class HeldPapers:
    """What a graph holds of papers, what documents say of them, and what was worked out between them."""

    def __init__(self) -> None:
        self.papers: dict[str, dict[str, object]] = {}
        self.published: dict[str, list[Row]] = {}
        self.describes: list[Row] = []
        self.between: list[Row] = []

    def load(self, claims: Sequence[Claim], removed: Collection[ClaimId] = ()) -> None:
        """One batch, as `graph.load.batch` does it."""
        self._apply(plan_batch(claims, look_up(self._answer, claims, removed), removed))

    def snapshot(self) -> str:
        """Everything, in a fixed order."""
        return "\n".join(sorted(map(repr, (*self.papers.items(), *self.published.items(), *self.describes, *self.between))))

    def _apply(self, plan: Plan) -> None:
        gone = {*plan.deleted, *(old for old, _ in plan.changed)}
        touched = set(plan.touched)
        self.between = [row for row in self.between if not touched & {row["a"], row["b"]}]
        self.describes = [row for row in self.describes if row["paper"] not in gone]
        for uid in gone:
            self.papers.pop(uid)
            self.published.pop(uid, None)
        rows = rows_of(plan)
        for paper in plan.written():
            assert paper.uid not in self.papers
            self.papers[paper.uid] = paper.properties
            self.published[paper.uid] = [row for row in rows.published_in if row["paper"] == paper.uid]
        self.describes += rows.describes
        self.between += [asdict(miss) for miss in plan.near_misses]
        self.between += [{"a": found.notice, "b": found.about, "kind": found.kind, "by": found.by} for found in plan.corrections]

    def _said(self) -> Iterable[dict[str, object]]:
        return (row["properties"] for row in self.describes if row["properties"]["part"] == 0)  # type: ignore[index,misc]

    def _answer(self, query: str, **given: object) -> list[dict[str, object]]:
        return list(getattr(self, f"_{query}")(**given))

    def _claim_hashes(self, claims: list[str]) -> Iterable[Row]:
        return [{"claim": row["claim"], "hash": row["hash"]} for row in self._said() if row["claim"] in claims]

    def _slot_decisions(self) -> list[Row]:
        return []

    def _graph_has_papers(self) -> list[Row]:
        return [{"uid": uid} for uid in list(self.papers)[:1]]

    def _graph_has_untitled_papers(self) -> list[Row]:
        return []

    def _graph_has_citations(self) -> list[Row]:
        return []

    def _papers_of_claims(self, claims: list[str]) -> Iterable[Row]:
        return self._where("claim", set(claims))

    def _papers_by_keys(self, keys: dict[str, list[str]]) -> Iterable[Row]:
        return [row for name, values in keys.items() for row in self._where(name, set(values))]

    def _claims_of_papers(self, uids: list[str]) -> Iterable[Row]:
        for row in self.describes:
            said = row["properties"]
            if row["paper"] in uids and said["part"] == 0:  # type: ignore[index]
                place = {"document": row["document"], "record": said["record"]}  # type: ignore[index]
                yield {"uid": row["paper"], **place, "said": said["said"]}  # type: ignore[index]

    def _where(self, name: str, values: set[str]) -> Iterable[Row]:
        return [{"uid": row["paper"]} for row in self.describes if row["properties"].get(name) in values]  # type: ignore[attr-defined]

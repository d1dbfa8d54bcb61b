"""Learning weights from the graph: what they are, what they would change, and keeping them there or forgetting them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial

import msgspec

from graph.clock import now
from graph.identity.calibration import DECIDED, Case, known_pairs, pair_cases, standing
from graph.identity.evidence_model.pairs import PairScore, pair_scores
from graph.identity.evidence_model.reading import Evidence, read_evidence
from graph.identity.evidence_model.weights import Weights, shipped_values
from graph.identity.kept_weights import LearnedFrom, weights_in_use
from graph.identity.learning.decided_shift import decided_shift
from graph.identity.learning.differences import candidate_changes, checks, table_differences
from graph.identity.learning.fitting import Fitted, fit, shifted
from graph.identity.refresh import refresh_pending
from graph.queries.bound import Queries, Run
from graph.queries.registry import Rows
from graph.schema.form import hold

WORTH = 0.002
"""By how much the log loss is to be less before keeping what was learned is worth much."""


@dataclass(frozen=True)
class Learned:
    """What was learned and what it changes, against the weights `in_use`.

    `version` names the learned weights. They are from `pairs` pairs of sets of papers under `names` rare names, of which the
    shipped tables have a mean log loss of `loss_shipped`, and tables from the other half of the names one of `loss`; `spread`
    is by how much the weights of both halves differ on the mean. `shift` was added to the logit of every pair, as `decided`
    decisions say. `tables` (how the tables differ), `candidates` (how many come and go), `moved` (the pairs that move most) and
    `checks` (pairs of which it is known) are rows; `regrouped` counts the records whose papers fall into other groups. `kept`:
    the graph goes by them now."""

    in_use: str
    version: str
    pairs: int
    names: int
    loss_shipped: float
    loss: float
    spread: float
    shift: float
    decided: int
    tables: Rows
    candidates: Rows
    moved: Rows
    regrouped: int
    checks: Rows
    kept: bool

    @property
    def is_better(self) -> bool:
        """Whether the graph's own tables tell its pairs apart better than the shipped ones do, by more than chance might."""
        return self.loss < self.loss_shipped - WORTH

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON."""
        return asdict(self)


def learn(queries: Queries, *, keep: bool = False) -> Learned:
    """Learn weights from the graph and say what they would change; with `keep` have the graph keep them, and its papers grouped
    by them. Raises TooLittleError, and without `keep` writes nothing."""
    evidence = read_evidence(queries)
    before = Weights.in_use(queries.read)
    fitted = fit(evidence.corpus, shipped_values())
    known = known_pairs(evidence, standing(queries.read))
    cases = list(pair_cases(evidence, Weights.of(fitted.weights), known))
    shift = decided_shift(cases)
    weights = shifted(fitted.weights, shift, 0.0)
    after = Weights.of(weights)
    changes = candidate_changes(evidence.corpus, partial(_scores, evidence), before, after)
    if keep:
        _keep(queries, msgspec.json.encode(weights).decode(), _from(fitted, after.version, shift))
    return Learned(
        in_use=before.version,
        version=after.version,
        pairs=fitted.pairs,
        names=fitted.names,
        loss_shipped=round(fitted.loss_shipped, 4),
        loss=round(fitted.loss, 4),
        spread=round(fitted.spread, 3),
        shift=shift,
        decided=sum(case.ground == DECIDED for case in cases),
        tables=table_differences(before, after, fitted.uses),
        candidates=changes.counts,
        moved=changes.pairs,
        regrouped=changes.regrouped,
        checks=checks(list(pair_cases(evidence, before, known)), _moved_by(cases, shift)),
        kept=keep,
    )


def forget(queries: Queries) -> bool:
    """Have the graph go by the shipped weights again, and its papers grouped by them; whether it had any of its own."""
    if weights_in_use(queries.read).own is None:
        return False
    _keep(queries, None, None)
    return True


def _keep(queries: Queries, weights: str | None, learned: str | None) -> None:
    """Until the papers are grouped by these weights they do not count as grouped: who asks meanwhile groups them first."""

    def write(run: Run) -> None:
        hold(run)
        run("set_kept_weights", weights=weights, learned=learned)

    queries.write_together(write)
    refresh_pending(queries)


def _from(fitted: Fitted, version: str, shift: float) -> str:
    shipped = str(shipped_values()["version"])
    return msgspec.json.encode(LearnedFrom(version, now(), fitted.pairs, fitted.names, shipped, shift)).decode()


def _scores(evidence: Evidence, weights: Weights) -> list[PairScore]:
    return list(pair_scores(evidence.corpus, weights, evidence.similar, evidence.different))


def _moved_by(cases: Sequence[Case], shift: float) -> list[Case]:
    return [Case(case.question, case.ground, case.logit + shift, case.is_so) for case in cases]

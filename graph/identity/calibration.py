"""Whether probabilities hold: those of pairs of which it is known, held against what is known, with what told it hidden.

Of two records of similar names it is known whether they are one person where somebody decided it, and of two names where
authorships under both have ORCIDs. They are weighed as they stand by themselves: without what was decided, and without the
ORCIDs. Of records that were taken for several people's it is known where somebody moved or confirmed authorships; there the
probability is the one that this person saw."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p, sqrt
from typing import Literal

import msgspec

from graph.identity.evidence_model.clustering import logistic, logit_of
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import SimilarName, competing_pairs_of, competing_with, evidence_logit, names_logit
from graph.identity.evidence_model.reading import Evidence, read_evidence
from graph.identity.evidence_model.weights import Weights
from graph.names.blocking_keys import keys
from graph.names.forms import name_key
from graph.names.frequency import family_key, given_key
from graph.queries.bound import Queries, Run
from graph.queries.registry import Column, Rows
from graph.queries.rows import rows_as
from graph.queries.types import parse_type

CALIBRATION_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (
        ("question", "str"), ("ground", "str"), ("low", "float"), ("high", "float"), ("cases", "int"), ("expected", "float"),
        ("found", "float"), ("found_low", "float"), ("found_high", "float"), ("few", "bool"),
    )
)  # fmt: skip
EDGES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)
FEW = 20
"""Of fewer cases the interval says little."""
LEAST_CASES = 50
"""So many decisions it takes before anything follows from them."""
AT_ONCE = 3
"""So many acceptances by one person within a second, and nothing else, were made by a command and not one by one."""
_Z = 1.96

Ground = Literal["decision", "accepted at once", "ORCID"]
DECIDED: Ground = "decision"


class LoggedDecision(msgspec.Struct, frozen=True, gc=False):
    """A decision of the log, as far as it says whether something is so; `probability` is what the person saw."""

    action: str
    by: str
    at: str
    records: list[str]
    probability: float | None
    undone_by: int | None


@dataclass(frozen=True)
class Case:
    """What was said of something beforehand, as a logit, and whether it is so."""

    question: Literal["split", "mixed"]
    ground: Ground
    logit: float
    is_so: bool


@dataclass(frozen=True)
class KnownPair:
    """Two similar names of which it is known whether they are one person's: the authorships under each, how many people would
    bear the commoner one, and how many other names compete with the two."""

    pair: SimilarName
    slots: tuple[Sequence[int], Sequence[int]]
    namesakes: float
    competing: int
    ground: Ground
    same: bool


def calibration(queries: Queries) -> Rows:
    """The reliability table, by question and ground: for each range of probabilities how many cases there are, the mean of the
    probabilities (`expected`), the share that was so (`found`) with its 95% interval; and, from 0 to 1, all together."""
    evidence, decisions = read_evidence(queries), standing(queries.read)
    pairs = known_pairs(evidence, decisions)
    cases = [*pair_cases(evidence, Weights.in_use(queries.read), pairs), *seen_of_mixed(decisions)]
    of: defaultdict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in cases:
        of[case.question, case.ground].append(case)
    return [row for key in sorted(of, reverse=True) for row in reliability(of[key])]


def standing(run: Run) -> list[LoggedDecision]:
    """The decisions that hold, in the order in which they were made. Raises as `run` does."""
    return [one for one in rows_as(LoggedDecision, run, "decisions") if one.undone_by is None and one.action != "undo"]


def known_pairs(evidence: Evidence, decisions: Iterable[LoggedDecision]) -> list[KnownPair]:
    """The pairs of which it is known: of two records of similar names by a decision about these two, and of two names under which
    authorships with an ORCID are printed. What is decided of more than two records at once, or of names that are not similar, is
    left out."""
    corpus, competing = evidence.corpus, competing_pairs_of(evidence.similar)
    decided = _decided(list(decisions))
    found = []
    for pair in evidence.similar:
        if told := decided.get(frozenset((pair.a, pair.b))):
            a, b = corpus.number_of[pair.a], corpus.number_of[pair.b]
            namesakes = max(corpus.namesakes(a), corpus.namesakes(b))
            slots = corpus.slots_of[a], corpus.slots_of[b]
            found.append(KnownPair(pair, slots, namesakes, competing_with(pair, competing), *told))
    return [*found, *orcid_pairs(corpus, competing)]


def _decided(decisions: Sequence[LoggedDecision]) -> dict[frozenset[str], tuple[Ground, bool]]:
    at_once = _made_at_once(decisions)
    found: dict[frozenset[str], tuple[Ground, bool]] = {}
    for one in decisions:
        if one.action in ("accept", "reject") and len(one.records) == 2:
            ground: Ground = "accepted at once" if (one.by, one.at) in at_once else DECIDED
            found[frozenset(one.records)] = ground, one.action == "accept"
    return found


def orcid_pairs(corpus: Corpus, competing: Mapping[str, int]) -> Iterator[KnownPair]:
    """The pairs of different names, each with the authorships that are printed so on the papers of one ORCID. One ORCID is one
    record whatever its names, so these are taken apart as if it were not known."""
    # It takes numpy, which few commands need.
    from graph.identity.blocking.pairs import AllNames, compared

    blocks, names, slots = AllNames(), dict[str, str](), defaultdict[str, list[int]](list)
    record_of: dict[str, int] = {}
    for record, row in enumerate(corpus.records):
        for slot in corpus.slots_of[record] if row.orcid else ():
            name = corpus.printed[slot][1] or row.name
            form = f"{row.orcid} {name_key(name)}"
            slots[form].append(slot)
            names.setdefault(form, name)
            record_of[form] = record
    for form in sorted(names):
        blocks.add(form, sorted(keys(names[form])))
    for found in compared(sorted(blocks.meeting()), names):
        pair = SimilarName(found.uid_a, found.uid_b, found.score, found.kind)
        sides = slots[pair.a], slots[pair.b]
        papers = [{corpus.paper_of[slot] for slot in side} for side in sides]
        if name_key(names[pair.a]) != name_key(names[pair.b]) and papers[0].isdisjoint(papers[1]):
            namesakes = max(corpus.namesakes_of(family_key(names[form]), given_key(names[form])) for form in (pair.a, pair.b))
            others = sum(competing.get(corpus.records[record_of[form]].uid, 0) for form in (pair.a, pair.b))
            same = pair.a.partition(" ")[0] == pair.b.partition(" ")[0]
            yield KnownPair(pair, sides, namesakes, others, "ORCID", same)


def _made_at_once(decisions: Iterable[LoggedDecision]) -> set[tuple[str, str]]:
    """By whom and in which second several candidates were accepted and nothing else was decided."""
    actions: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in decisions:
        actions[one.by, one.at][one.action] += 1
    return {key for key, found in actions.items() if found.keys() == {"accept"} and found["accept"] >= AT_ONCE}


def pair_cases(evidence: Evidence, weights: Weights, pairs: Iterable[KnownPair]) -> Iterator[Case]:
    """What is said of these pairs by their names and papers alone, in their order."""
    for one in pairs:
        prior = names_logit(weights, one.pair, one.namesakes, one.competing)
        yield Case("split", one.ground, prior + evidence_logit(evidence.corpus, weights, *one.slots), one.same)


def seen_of_mixed(decisions: Iterable[LoggedDecision]) -> Iterator[Case]:
    """What people saw who then moved authorships away, or confirmed that they are the record's own."""
    for one in decisions:
        if one.action in ("reassign", "confirm") and one.probability is not None:
            yield Case("mixed", DECIDED, logit_of(one.probability), one.action == "reassign")


def seen_in_log(decisions: Sequence[LoggedDecision]) -> list[Case]:
    """What people saw of candidates that they decided one by one, of both questions."""
    at_once = _made_at_once(decisions)
    pairs = [
        Case("split", DECIDED, logit_of(one.probability), one.action == "accept")
        for one in decisions
        if one.action in ("accept", "reject") and one.probability is not None and (one.by, one.at) not in at_once
    ]
    return [*pairs, *seen_of_mixed(decisions)]


def reliability(cases: Sequence[Case]) -> Rows:
    """The rows of cases of one question and ground."""
    binned: Mapping[int, list[Case]] = defaultdict(list)
    for case in cases:
        probability = logistic(case.logit)
        binned[sum(edge <= probability for edge in EDGES[1:-1])].append(case)
    rows = [_row(binned[place], EDGES[place], EDGES[place + 1]) for place in sorted(binned)]
    return [*rows, _row(cases, EDGES[0], EDGES[-1])]


def _row(cases: Sequence[Case], low: float, high: float) -> dict[str, object]:
    so = sum(case.is_so for case in cases)
    found_low, found_high = wilson(so, len(cases))
    return {
        "question": cases[0].question,
        "ground": cases[0].ground,
        "low": low,
        "high": high,
        "cases": len(cases),
        "expected": round(sum(logistic(case.logit) for case in cases) / len(cases), 4),
        "found": round(so / len(cases), 4),
        "found_low": round(found_low, 4),
        "found_high": round(found_high, 4),
        "few": len(cases) < FEW,
    }


def wilson(so: int, cases: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927, "Probable inference, the law of succession, and statistical inference")."""
    share, spread = so / cases, _Z * _Z / cases
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / cases + spread / (4 * cases)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def loss(logit: float, *, is_so: bool) -> float:
    """The log loss of one case."""
    against = -logit if is_so else logit
    return max(against, 0.0) + log1p(exp(-abs(against)))

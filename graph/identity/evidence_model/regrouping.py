"""The groups that the papers of author records fall into (`grouping`), kept in the graph and brought up to date.

Each authorship that is not of its record's main group carries the number of its group, `WROTE.part`: 1, 2, … in the order of
the groups, larger ones first. So every stored query, whoever runs it, speaks of the same groups.

A grouping is a function of what the graph holds, and follows from five things. A load must redo those records for which one of
them changed, and only those, to end where working all of them out anew would:

    its papers                and who stands on them. A load that writes a paper marks all its authors (`pending`).
    who its collaborators     wrote with, and how many papers they have. That changes where one of their names is pending, so all
                              records that stand on a paper with a pending name are redone (`records_beside`).
    how common its name is    which changes a little with every record that comes. So each grouping is kept with the priors for
                              which it holds (`WorkedOut`), `Author.grouped_from` and `grouped_below`, and with the steps of the
                              three counts that a prior follows from, within which it stays between these (`name_counts`). Records
                              of which a count has left its step are looked at, and redone if the prior has left its bounds.
    how rare topics           and venues are, which changes for many records with every paper. It counts in steps (`Topic.uses`,
                              `Venue.uses`): exactly where few papers have them, by about a tenth where many do. A step that was
                              taken redoes the records that it can matter to (`records_about`), and few loads take one.
    the rules and weights     by which papers are grouped (`rules`). After these changed, and in a graph that was filled before
                              there were any, all records are redone.

Groups are kept apart from `APART` on, the least probability of which `mixed_candidates` speaks by default.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from graph.identity.evidence_model.clustering import work_out
from graph.identity.evidence_model.corpus import MOST_AUTHORS, Corpus
from graph.identity.evidence_model.groupable import Bounds, Groupable, groupable, outside_their_steps
from graph.identity.evidence_model.reading import read_corpus_around
from graph.identity.evidence_model.weights import Weights
from graph.queries.bound import Queries, Run
from graph.queries.rows import count_from, rows_as, uids_from

APART = 0.25
"""From which probability of being somebody else's a group of papers is kept apart."""

VERSION = 2
"""To be counted up when groups come out otherwise than before."""

MANY_RECORDS = 2000
ALL_BUT_FEW = 0.5
"""From so many pending records on, and so great a share of all, all records are grouped anew: nearly all would be, one by one."""

_RECORDS_AT_ONCE = 10_000
_USES_AT_ONCE = 20_000
_ALL = 1 << 60
_FARTHEST = 1e6
"""Stands for infinity as a bound of a prior."""


class GroupingsNoted(msgspec.Struct, frozen=True, gc=False):
    """By which rules papers were grouped last, whether papers came or went since, and whether there are author records at all."""

    rules: str | None
    changed: bool
    authors: bool


def rules(weights: Weights) -> str:
    """The version of the rules by which papers are grouped."""
    return f"{VERSION}, weights {weights.version}"


def are_grouped(queries: Queries) -> bool:
    """Whether the papers of all author records are grouped by the rules of now; so they are where there are none."""
    noted = _noted(queries.read)
    return noted is None or not noted.authors or noted.rules == rules(Weights.in_use(queries.read))


def papers_changed(queries: Queries) -> bool:
    """Whether papers came, changed or went since papers were grouped, or were grouped by other rules."""
    noted = _noted(queries.read)
    return noted is not None and (noted.changed or noted.rules != rules(Weights.in_use(queries.read)))


def prepare_regrouping(queries: Queries, pending: int) -> None:
    """Where all records are to be grouped anew, count the uses of all topics and venues, in several transactions: one would be
    too large for a small server. Until `regroup` has run nothing counts as grouped."""
    if are_grouped(queries) and not _are_nearly_all(queries.read, pending):
        return
    queries.write("set_groupings_noted", rules=None)
    for query in ("step_topic_uses", "step_venue_uses"):
        while len(queries.write(query, most=_USES_AT_ONCE)) == _USES_AT_ONCE:
            pass


def regroup(run: Run, pending: Collection[str]) -> int:
    """Group the papers of all records anew for which something changed since they were grouped last; the number of them.

    `pending` are the records that were touched since.
    """
    weights = Weights.in_use(run)
    topics, venues = uids_from(run, "step_topic_uses", most=_ALL), uids_from(run, "step_venue_uses", most=_ALL)
    noted = _noted(run)
    if noted is None or noted.rules != rules(weights) or _are_nearly_all(run, len(pending)):
        known = groupable(run, weights)
        concerned = set(known)
    else:
        beside = uids_from(run, "records_beside", uids=sorted(pending), most_authors=MOST_AUTHORS) if pending else []
        about = uids_from(run, "records_about", topics=topics, venues=venues) if topics or venues else []
        known = groupable(run, weights, {*beside, *about} | outside_their_steps(run))
        concerned = {*beside, *about} & known.keys()
        concerned |= {uid for uid, one in known.items() if one.has_left_its_bounds}
    rare = [uid for uid in concerned if not known[uid].is_common]
    twice = {uid for some in _parts(rare) for uid in uids_from(run, "records_twice_on_a_paper", uids=some)}
    redone = {uid for uid in concerned if known[uid].is_common or known[uid].bounds or uid in twice}
    for some in _parts(redone):
        _group(run, weights, {uid: known[uid] for uid in some})
    for some in _parts(known.keys() - redone):
        _set_steps(run, {uid: (known[uid], known[uid].steps(weights, known[uid].bounds)) for uid in some})
    run("set_groupings_noted", rules=rules(weights))
    return len(redone)


def _are_nearly_all(run: Run, pending: int) -> bool:
    return pending >= MANY_RECORDS and pending >= ALL_BUT_FEW * count_from(run, "count_authors")


def _noted(run: Run) -> GroupingsNoted | None:
    return next(iter(rows_as(GroupingsNoted, run, "groupings_noted")), None)


def _group(run: Run, weights: Weights, records: Mapping[str, Groupable]) -> None:
    corpus = read_corpus_around(run, records, {uid: one.namesakes for uid, one in records.items()})
    worked_out = {uid: _worked_out(corpus, weights, uid, is_common=one.is_common) for uid, one in records.items()}
    rows = [
        {"uid": uid, "low": bounds[0] if bounds else None, "high": bounds[1] if bounds else None, "parts": parts}
        for uid, (bounds, parts) in worked_out.items()
    ]
    run("set_groupings", rows=rows)
    _set_steps(run, {uid: (one, one.steps(weights, worked_out[uid][0])) for uid, one in records.items()})


def _worked_out(corpus: Corpus, weights: Weights, uid: str, *, is_common: bool) -> tuple[Bounds | None, dict[str, int]]:
    """The bounds of the priors for which a record's groups hold, where it has some by evidence; and the number of the group of
    each authorship that is not of the main one, by its element id."""
    record = corpus.number_of.get(uid)
    if record is None:
        return None, {}
    outcome = work_out(corpus, weights, record, APART)
    is_grouped = is_common and len(corpus.slots_of[record]) > 1
    groups = outcome.grouping.groups if outcome.grouping else ()
    parts = {corpus.element_of[slot]: number for number, group in enumerate(groups) for slot in group if number}
    return (max(outcome.low, -_FARTHEST), min(outcome.high, _FARTHEST)) if is_grouped else None, parts


def _set_steps(run: Run, records: Mapping[str, tuple[Groupable, list[int] | None]]) -> None:
    changed = {uid: steps for uid, (one, steps) in records.items() if steps != one.kept_steps}
    if changed:
        run("set_grouping_steps", rows=[{"uid": uid, "steps": steps} for uid, steps in changed.items()])


def _parts(uids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(uids)
    return (ordered[start : start + _RECORDS_AT_ONCE] for start in range(0, len(ordered), _RECORDS_AT_ONCE))

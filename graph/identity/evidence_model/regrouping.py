"""The groups that the papers of author records fall into (`grouping`), kept in the graph and brought up to date.

Each authorship that is not of its record's main group carries the number of its group, `WROTE.part`: 1, 2, … in the order of
the groups, larger ones first. So every stored query, whoever runs it, speaks of the same groups.

A grouping is a function of what the graph holds, and follows from five things. A load must redo those records for which one of
them changed, and only those, to end where working all of them out anew would:

    its papers                and who stands on them. A load that writes a paper marks all its authors (`pending`).
    who its collaborators     wrote with, and how many papers they have. That changes where one of their names is pending, so all
                              records that stand on a paper with a pending name are redone (`records_beside`).
    how common its name is    which changes a little with every record that comes. So each grouping is kept with the priors for
                              which it holds (`WorkedOut`), `Author.grouped_from` and `grouped_below`. Present priors of all
                              records are quickly told, and those that have left their bounds are redone.
    how rare topics           and venues are, which changes for many records with every paper. It counts in steps (`Topic.uses`,
                              `Venue.uses`): exactly where few papers have them, by about a tenth where many do. A step that was
                              taken redoes the records that it can matter to (`records_about`), and few loads take one.
    the rules and weights     by which papers are grouped (`rules`). After these changed, and in a graph that was filled before
                              there were any, all records are redone.

Groups are kept apart from `APART` on, the least probability of which `mixed_candidates` speaks by default.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from graph.identity.evidence_model.clustering import RAREST_HOMONYM, prior_of, work_out
from graph.identity.evidence_model.corpus import MOST_AUTHORS, Corpus
from graph.identity.evidence_model.reading import read_corpus_around
from graph.identity.evidence_model.weights import Weights
from graph.names.frequency import expected_namesakes
from graph.queries.bound import Queries, Run
from graph.queries.rows import count_from, rows_as, uids_from

APART = 0.25
"""From which probability of being somebody else's a group of papers is kept apart."""

VERSION = 1
"""To be counted up when groups come out otherwise than before."""

MANY_RECORDS = 2000
"""From how many pending records on all records are grouped anew."""

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


class NameParts(msgspec.Struct, frozen=True, gc=False):
    """How many records have each family name, or each given name."""

    family: bool
    parts: list[tuple[str, int]]


class GroupableRecord(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A record of two authorships or more, with the bounds of the priors for which its papers are grouped as they are."""

    uid: str
    family_key: str
    given_key: str
    identified: bool
    low: float | None
    high: float | None


class GroupableRecords(msgspec.Struct, frozen=True, gc=False):
    """All of them."""

    records: list[GroupableRecord]


@dataclass(frozen=True)
class _Groupable:
    """A record of two authorships or more: how many people would bear its name, the prior that follows from that, and whether
    its papers were grouped by evidence, for priors between which bounds."""

    namesakes: float
    prior: float
    bounds: tuple[float, float] | None

    @property
    def is_common(self) -> bool:
        return self.namesakes >= RAREST_HOMONYM

    @property
    def has_left_its_bounds(self) -> bool:
        if self.bounds is None:
            return self.is_common
        low, high = self.bounds
        return not (self.is_common and low <= self.prior < high)


def rules(weights: Weights) -> str:
    """The version of the rules by which papers are grouped."""
    return f"{VERSION}, weights {weights.version}"


def are_grouped(queries: Queries) -> bool:
    """Whether the papers of all author records are grouped by the rules of now; so they are where there are none."""
    noted = _noted(queries.read)
    return noted is None or not noted.authors or noted.rules == rules(Weights.shipped())


def papers_changed(queries: Queries) -> bool:
    """Whether papers came, changed or went since papers were grouped, or were grouped by other rules."""
    noted = _noted(queries.read)
    return noted is not None and (noted.changed or noted.rules != rules(Weights.shipped()))


def prepare_regrouping(queries: Queries, pending: int) -> None:
    """Where all records are to be grouped anew, count the uses of all topics and venues, in several transactions: one would be
    too large for a small server. Until `regroup` has run nothing counts as grouped."""
    if are_grouped(queries) and pending < MANY_RECORDS:
        return
    queries.write("set_groupings_noted", rules=None)
    for query in ("step_topic_uses", "step_venue_uses"):
        while len(queries.write(query, most=_USES_AT_ONCE)) == _USES_AT_ONCE:
            pass


def regroup(run: Run, pending: Collection[str]) -> int:
    """Group the papers of all records anew for which something changed since they were grouped last; the number of them.

    `pending` are the records that were touched since.
    """
    weights = Weights.shipped()
    topics, venues = uids_from(run, "step_topic_uses", most=_ALL), uids_from(run, "step_venue_uses", most=_ALL)
    noted = _noted(run)
    known = _groupable(run, weights)
    if len(pending) >= MANY_RECORDS or noted is None or noted.rules != rules(weights):
        concerned = set(known)
    else:
        beside = uids_from(run, "records_beside", uids=sorted(pending), most_authors=MOST_AUTHORS) if pending else []
        about = uids_from(run, "records_about", topics=topics, venues=venues) if topics or venues else []
        concerned = {*beside, *about} & known.keys()
        concerned |= {uid for uid, one in known.items() if one.has_left_its_bounds}
    rare = [uid for uid in concerned if not known[uid].is_common]
    twice = {uid for some in _parts(rare) for uid in uids_from(run, "records_twice_on_a_paper", uids=some)}
    redone = [uid for uid in concerned if known[uid].is_common or known[uid].bounds or uid in twice]
    for some in _parts(redone):
        _group(run, weights, {uid: known[uid] for uid in some})
    run("set_groupings_noted", rules=rules(weights))
    return len(redone)


def _noted(run: Run) -> GroupingsNoted | None:
    return next(iter(rows_as(GroupingsNoted, run, "groupings_noted")), None)


def _groupable(run: Run, weights: Weights) -> dict[str, _Groupable]:
    counts = {one.family: dict(one.parts) for one in rows_as(NameParts, run, "name_parts")}
    families, given = counts.get(True, {}), counts.get(False, {})
    for key, count in list(given.items()):
        # A single initial stands for every given name that begins with it.
        if key[1:] and key[0] in given:
            given[key[0]] += count
    [found] = rows_as(GroupableRecords, run, "groupable_records")
    authors = count_from(run, "count_authors")

    def prior_for(record: GroupableRecord) -> _Groupable:
        namesakes = expected_namesakes(families.get(record.family_key, 0), given.get(record.given_key, 0), authors)
        return _groupable_of(record, namesakes, weights)

    return {record.uid: prior_for(record) for record in found.records}


def _groupable_of(record: GroupableRecord, namesakes: float, weights: Weights) -> _Groupable:
    bounds = None if record.low is None or record.high is None else (record.low, record.high)
    return _Groupable(namesakes, prior_of(weights, namesakes, identified=record.identified), bounds)


def _group(run: Run, weights: Weights, records: Mapping[str, _Groupable]) -> None:
    corpus = read_corpus_around(run, records, {uid: one.namesakes for uid, one in records.items()})
    run("set_groupings", rows=[_row(corpus, weights, uid, is_common=one.is_common) for uid, one in records.items()])


def _row(corpus: Corpus, weights: Weights, uid: str, *, is_common: bool) -> dict[str, object]:
    record = corpus.number_of.get(uid)
    if record is None:
        return {"uid": uid, "low": None, "high": None, "parts": {}}
    outcome = work_out(corpus, weights, record, APART)
    is_grouped = is_common and len(corpus.slots_of[record]) > 1
    groups = outcome.grouping.groups if outcome.grouping else ()
    parts = {corpus.element_of[slot]: number for number, group in enumerate(groups) for slot in group if number}
    low, high = max(outcome.low, -_FARTHEST), min(outcome.high, _FARTHEST)
    return {"uid": uid, "low": low if is_grouped else None, "high": high if is_grouped else None, "parts": parts}


def _parts(uids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(uids)
    return (ordered[start : start + _RECORDS_AT_ONCE] for start in range(0, len(ordered), _RECORDS_AT_ONCE))

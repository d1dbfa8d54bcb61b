"""Author records whose papers may be grouped, how common their names are, and for which counts of names their groups hold."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

import msgspec

from graph.identity.evidence_model.clustering import RAREST_HOMONYM, prior_of
from graph.identity.evidence_model.name_counts import NameCounts, widest_steps
from graph.identity.evidence_model.weights import Weights
from graph.queries.bound import Run
from graph.queries.rows import count_from, rows_as

Bounds = tuple[float, float]
"""The priors for which papers are grouped as they are: from the one to below the other."""


class NameParts(msgspec.Struct, frozen=True, gc=False):
    """How many records have each family name, or each given name."""

    family: bool
    parts: list[tuple[str, int]]


class TouchedNameParts(msgspec.Struct, frozen=True, gc=False):
    """The family names and given names of records that came, went or changed since papers were grouped last."""

    families: list[str]
    given: list[str]


class GroupableRecord(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A record of two authorships or more (`several`), or whose papers are kept as grouped, with the bounds of the priors and the
    steps of the counts for which they are."""

    uid: str
    family_key: str
    given_key: str
    identified: bool
    several: bool
    low: float | None
    high: float | None
    steps: list[int] | None


class GroupableRecords(msgspec.Struct, frozen=True, gc=False):
    """All of them, or some."""

    records: list[GroupableRecord]


class FoundRecords(msgspec.Struct, frozen=True, gc=False):
    """The uids of author records."""

    uids: list[str]


@dataclass(frozen=True)
class Groupable:
    """A record with the counts of its name, the prior that follows from them, whether its papers were grouped by evidence, for
    priors between which bounds, and the steps of the counts that it is kept with."""

    counts: NameCounts
    prior: float
    identified: bool
    several: bool
    bounds: Bounds | None
    kept_steps: list[int] | None

    @property
    def namesakes(self) -> float:
        return self.counts.namesakes

    @property
    def is_common(self) -> bool:
        return self.namesakes >= RAREST_HOMONYM

    @property
    def has_left_its_bounds(self) -> bool:
        if self.bounds is None:
            return self.is_common
        low, high = self.bounds
        return not (self.is_common and low <= self.prior < high)

    def steps(self, weights: Weights, bounds: Bounds | None) -> list[int] | None:
        """The steps of the counts within which papers stay grouped as they are, for priors within these bounds or, without, as
        long as the name is a rare one's: of each count the least and the greatest. None where there is nothing to group."""
        if not self.several:
            return None
        holds = partial(_holds, weights=weights, bounds=bounds, identified=self.identified)
        return [count for step in widest_steps(self.counts, holds) for count in step]


def groupable(run: Run, weights: Weights, uids: Collection[str] | None = None) -> dict[str, Groupable]:
    """The records with two authorships or more, of these uids or all, and those that are kept as grouped."""
    [found] = rows_as(GroupableRecords, run, "groupable_records", uids=None if uids is None else sorted(uids))
    families, given = _all_name_parts(run) if uids is None else _name_parts_of(run, found.records)
    authors = count_from(run, "count_authors")
    known = {}
    for one in found.records:
        counts = NameCounts(families.get(one.family_key, 0), given.get(one.given_key, 0), authors)
        prior = prior_of(weights, counts.namesakes, identified=one.identified)
        bounds = None if one.low is None or one.high is None else (one.low, one.high)
        known[one.uid] = Groupable(counts, prior, one.identified, one.several, bounds, one.steps)
    return known


def outside_their_steps(run: Run) -> set[str]:
    """The uids of the records that a count of has left the step that they are kept with."""
    [touched] = rows_as(TouchedNameParts, run, "touched_name_parts")
    given = {part for key in touched.given for part in (key, key[:1])}
    initials = sorted(key for key in given if len(key) == 1)
    [found] = rows_as(
        FoundRecords, run, "records_outside_steps",
        families=touched.families, given=sorted(given.difference(initials)), initials=initials,
        authors=count_from(run, "count_authors"),
    )  # fmt: skip
    return set(found.uids)


def _holds(namesakes: float, weights: Weights, bounds: Bounds | None, *, identified: bool) -> bool:
    is_common = namesakes >= RAREST_HOMONYM
    if bounds is None:
        return not is_common
    return is_common and bounds[0] <= prior_of(weights, namesakes, identified=identified) < bounds[1]


_Counts = dict[str, int]


def _all_name_parts(run: Run) -> tuple[_Counts, _Counts]:
    counts = {one.family: dict(one.parts) for one in rows_as(NameParts, run, "name_parts")}
    families, given = counts.get(True, {}), counts.get(False, {})
    for key, count in list(given.items()):
        # A single initial stands for every given name that begins with it.
        if key[1:] and key[0] in given:
            given[key[0]] += count
    return families, given


def _name_parts_of(run: Run, records: Collection[GroupableRecord]) -> tuple[_Counts, _Counts]:
    families = sorted({one.family_key for one in records})
    given = {one.given_key for one in records}
    initials = sorted(key for key in given if len(key) == 1)
    found = rows_as(
        NameParts, run, "count_name_parts", families=families, given=sorted(given.difference(initials)), initials=initials
    )
    counts = {one.family: dict(one.parts) for one in found}
    return counts.get(True, {}), counts.get(False, {})

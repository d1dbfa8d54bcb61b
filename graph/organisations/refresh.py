"""Bring institutions up to date after documents or decisions came or went: what is said of each, and which are one organisation.

A load marks the institutions that it touches with the number of its turn; the mark goes when they are worked out, so a load that
was broken off is made good by the next one. What is found depends on what the graph holds alone, never on the order in which it
came.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar, cast

import msgspec

from graph.organisations.grouping import Grouped, Known, organisations
from graph.organisations.records import Said
from graph.queries.bound import Queries, Run
from graph.queries.rows import in_pages, rows_as, uids_from
from graph.schema.form import hold

AT_ONCE = 1_000
"""How many institutions one transaction works out, where there are many."""
MANY = 3_000
"""From how many on all institutions of the graph are looked at, and not those that may have to do with them."""

Item = TypeVar("Item")


class _Noted(msgspec.Struct, frozen=True, gc=False):
    """The row of `institutions_noted`."""

    turn: int
    due: int
    gone: list[str]


class _Due(msgspec.Struct, frozen=True, gc=False):
    """An institution that is to be worked out anew, and by what it was found so far."""

    uid: str
    keys: list[str]


class _Everything(msgspec.Struct, frozen=True, gc=False):
    """All that is said of an institution: on papers as (name, country, ids, how often), in records about people and about it."""

    uid: str
    papers: list[tuple[str, str | None, list[str], int]]
    people: list[str]
    own: list[str]

    @property
    def said(self) -> Said:
        said = Said(self.uid)
        for name, country, ids, times in self.papers:
            said.add(name, country, ids, times)
        for payload in self.people:
            said.add_affiliation(payload)
        for payload in self.own:
            said.add_record(payload)
        return said


class _ToGroup(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An institution in the row of `institutions_to_group`, where each is a list of its values."""

    uid: str
    said_country: str | None
    keys: list[str]
    mentions: int
    said_name: str
    spellings: list[str]
    spelt: list[int]
    described: int
    organisation: str | None
    country: str | None
    name: str

    @property
    def known(self) -> Known:
        """What it is grouped by."""
        spelt = dict(zip(self.spellings, self.spelt, strict=True))
        return Known(self.uid, self.said_country, self.keys, self.mentions, self.said_name, spelt, self.described)


class _Some(msgspec.Struct, frozen=True, gc=False):
    """The row of `institutions_to_group`."""

    known: list[_ToGroup]


_Found = dict[str, tuple[Known, Grouped]]
"""Institutions as they are grouped, each with what was found of it before."""


def refresh_institutions(queries: Queries) -> bool:
    """Work out the institutions that are due; whether any were. Raises what queries raise."""
    noted = _noted(queries.read)
    if noted is None or not (noted.due or noted.gone):
        return False
    since = 0
    if noted.due > AT_ONCE:
        for some in _parts(_due(queries.read, 0, noted.turn), AT_ONCE):
            queries.write_together(partial(_hold_and_work_out, due=some))
        since = noted.turn
    queries.write_together(partial(_finish, since=since))
    return True


def _noted(run: Run) -> _Noted | None:
    return next(iter(rows_as(_Noted, run, "institutions_noted")), None)


def _hold_and_work_out(run: Run, due: list[_Due]) -> None:
    hold(run)
    _work_out(run, due)


def _finish(run: Run, since: int) -> None:
    """Work out what was touched after a turn, then group all that is due with whatever has to do with it."""
    hold(run)
    if not (noted := _noted(run)):
        return
    for some in _parts(_due(run, since, noted.turn), AT_ONCE):
        _work_out(run, some)
    noted, due = _noted(run) or noted, [one.uid for one in _due(run, 0, noted.turn)]
    found = _all(run) if len(due) >= MANY else _reachable(run, due, noted.gone)
    _group(run, found)
    run("clear_institutions_due")


def _due(run: Run, since: int, upto: int) -> Iterator[_Due]:
    def page(after: str) -> list[_Due]:
        return rows_as(_Due, run, "institutions_due", after=after, since=since, upto=upto, limit=AT_ONCE)

    return in_pages(page, lambda one: one.uid, AT_ONCE)


def _work_out(run: Run, due: list[_Due]) -> None:
    """Write what is said of institutions, and note by what they were found before and are no longer."""
    said = rows_as(_Everything, run, "said_of_institutions", uids=[one.uid for one in due])
    rows = [one.said.row() for one in said]
    run("set_institution_facts", rows=rows)
    now = {str(row["uid"]): cast(list[str], row["keys"]) for row in rows}
    if lost := {key for one in due for key in set(one.keys).difference(now.get(one.uid, ()))}:
        run("note_institutions_gone", keys=sorted(lost))


def _all(run: Run) -> _Found:
    uids = in_pages(lambda after: uids_from(run, "all_institutions", after=after, limit=AT_ONCE), lambda uid: uid, AT_ONCE)
    return _read(run, uids)


def _reachable(run: Run, due: Iterable[str], before: Iterable[str]) -> _Found:
    """Those that are due, those that were found by what these were found by, and all that share ids or names with them."""
    found: _Found = {}
    seen: set[str] = set()
    uids, keys = set(due), set(before)
    while uids or keys:
        read = _read(run, sorted(uids))
        found |= read
        keys |= {key for known, _ in read.values() for key in known.keys}
        new, keys = sorted(keys - seen), set()
        seen.update(new)
        uids = set(uids_from(run, "institutions_by_keys", keys=new)) - found.keys() if new else set()
    return found


def _read(run: Run, uids: Iterable[str]) -> _Found:
    found = {}
    for some in _parts(uids, AT_ONCE):
        for one in (one for row in rows_as(_Some, run, "institutions_to_group", uids=some) for one in row.known):
            found[one.uid] = one.known, Grouped(one.organisation or "", one.country, one.name)
    return found


def _group(run: Run, found: _Found) -> None:
    grouped = organisations(known for known, _ in found.values())
    changed = [{"uid": uid, **msgspec.structs.asdict(one)} for uid, one in grouped.items() if one != found[uid][1]]
    for some in _parts(changed, AT_ONCE):
        run("set_organisations", rows=some)


def _parts(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    some: list[Item] = []
    for item in items:
        some.append(item)
        if len(some) == most:
            yield some
            some = []
    if some:
        yield some

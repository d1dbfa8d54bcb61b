"""Author records brought up to date with what a batch changed: from what it adds, where nothing was taken from them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import cast

import msgspec

from graph.load.author_row import Facts, author_row
from graph.load.node_rows import Row, Rows
from graph.load.stays import Stay, together
from graph.queries.bound import Run
from graph.queries.rows import rows_as
from loaders.records import Identifier


class _Known(msgspec.Struct, frozen=True, gc=False):
    """What the graph worked out of an author record before."""

    uid: str
    names: list[str]
    ids: list[str]
    replaces: list[str]
    kind: str
    stays: list[tuple[str, int, list[int], list[str]]]

    @property
    def facts(self) -> Facts:
        ids = set(map(Identifier.of_curie, self.ids))
        stays = {uid: Stay.of(papers, years, said) for uid, papers, years, said in self.stays}
        return Facts({*self.names}, ids, {*self.replaces}, stays, {self.kind})


class _Everything(msgspec.Struct, frozen=True, gc=False):
    """All that is said of an author record: slots as (names, ids, kind), the institutions on papers as (uid, papers, years), and
    records about the person as JSON."""

    uid: str
    slots: list[tuple[list[str], list[str] | None, str | None]]
    stays: list[tuple[str, int, list[int]]]
    said: list[str]

    @property
    def facts(self) -> Facts:
        facts = Facts(stays={uid: Stay.of(papers, years) for uid, papers, years in self.stays})
        for names, ids, kind in self.slots:
            facts.add_slot(names, ids or (), kind)
        for payload in self.said:
            facts.add_person(payload)
        return facts


def refresh_authors(run: Run, uids: Collection[str]) -> None:
    """Work out names, ids and institutions of these author records anew, from everything that is said of them."""
    if uids:
        said = rows_as(_Everything, run, "author_facts", uids=sorted(uids))
        run("set_author_facts", rows=[author_row(one.uid, one.facts) for one in said])


def write_author_facts(run: Run, rows: Rows, loosened: Collection[str], unattached: Collection[str]) -> None:
    """Bring the author records of a batch up to date.

    Those from which something was taken are worked out anew, those on which nothing hung before from the rows alone, and of all
    others what the rows add is put to what the graph says already.
    """
    added = facts_added(rows)
    new = (added.keys() & set(unattached)) - set(loosened)
    if new:
        run("introduce_authors", rows=[author_row(uid, added[uid]) for uid in sorted(new)])
    grown = added.keys() - new - set(loosened)
    unknown = _add_to_known(run, {uid: added[uid] for uid in sorted(grown)}) if grown else set()
    refresh_authors(run, {*loosened, *unknown})


def _add_to_known(run: Run, added: Mapping[str, Facts]) -> set[str]:
    """Add facts to author records; the uids of those of which the graph has worked out nothing yet."""
    known = {one.uid: one.facts for one in rows_as(_Known, run, "author_records", uids=sorted(added))}
    whole = {uid: (facts, facts | added[uid]) for uid, facts in known.items()}
    changed = {uid: after for uid, (before, after) in whole.items() if _differ(before, after)}
    if changed:
        run("set_author_facts", rows=[author_row(uid, facts) for uid, facts in changed.items()])
    same = sorted(known.keys() - changed.keys())
    if same:
        run("mark_authors_pending", uids=same)
    return added.keys() - known.keys()


def _differ(before: Facts, after: Facts) -> bool:
    return replace(before, kinds=set()) != replace(after, kinds=set()) or before.kind != after.kind


def facts_added(rows: Rows) -> dict[str, Facts]:
    """What the rows say of each author record."""
    added: defaultdict[str, Facts] = defaultdict(Facts)
    for row in (*rows.wrote, *rows.edited):
        slot = cast(Row, row["properties"])
        names, ids = (cast(Sequence[str], slot.get(key) or ()) for key in ("names", "ids"))
        added[cast(str, row["author"])].add_slot(names, ids, cast(str | None, slot["kind"]))
    for author, stays in _stays_added(rows).items():
        added[author].stays = together(added[author].stays, stays)
    for row in rows.described_entities:
        if row["label"] == "Author":
            added[cast(str, row["uid"])].add_person(cast(str, cast(Row, row["properties"])["said"]))
    for row in rows.owners:
        added[cast(str, row["author"])].add_person(cast(str, row["said"]))
    return added


def _stays_added(rows: Rows) -> dict[str, dict[str, Stay]]:
    """What the rows say of where each author record was. A paper counts once, however often it names an institution."""
    named = {(row["author"], row["institution"], row["paper"]): row["year"] for row in rows.written_at}
    added: defaultdict[str, dict[str, Stay]] = defaultdict(dict)
    for (author, institution, _), year in named.items():
        stays, uid = added[cast(str, author)], cast(str, institution)
        stays[uid] = stays.get(uid, Stay()) | Stay.of(1, [] if year is None else [cast(int, year)])
    return added

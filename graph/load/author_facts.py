"""Author records brought up to date with what a batch changed: from what it adds, where nothing was taken from them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from graph.load.author_row import Facts, author_row
from graph.load.node_rows import Row, Rows
from graph.queries.bound import Run


def refresh_authors(run: Run, uids: Collection[str]) -> None:
    """Work out names, ids and institutions of these author records anew, from everything that is said of them."""
    if uids:
        rows = [author_row(cast(str, row["uid"]), _of_everything(row)) for row in run("author_facts", uids=sorted(uids))]
        run("set_author_facts", rows=rows)


def write_author_facts(run: Run, rows: Rows, loosened: Collection[str], unattached: Collection[str]) -> None:
    """Bring the author records of a batch up to date.

    Those from which something was taken are worked out anew, those on which nothing hung before from the rows alone, and of all
    others what the rows add is put to what the graph says already.
    """
    added = _added(rows)
    new = (added.keys() & set(unattached)) - set(loosened)
    if new:
        run("introduce_authors", rows=[author_row(uid, added[uid]) for uid in sorted(new)])
    grown = added.keys() - new - set(loosened)
    unknown = _add_to_known(run, {uid: added[uid] for uid in sorted(grown)}) if grown else set()
    refresh_authors(run, {*loosened, *unknown})


def _add_to_known(run: Run, added: Mapping[str, Facts]) -> set[str]:
    """Add facts to author records; the uids of those of which the graph has worked out nothing yet."""
    known = {cast(str, row["uid"]): Facts.stored(row) for row in run("author_records", uids=list(added))}
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


def _added(rows: Rows) -> dict[str, Facts]:
    """What the rows say of each author record."""
    added: defaultdict[str, Facts] = defaultdict(Facts)
    for row in (*rows.wrote, *rows.edited):
        slot = cast(Row, row["properties"])
        added[cast(str, row["author"])].add_slot(*_slot(slot["names"], slot["ids"], slot["kind"], slot.get("institutions")))
    for row in rows.described_entities:
        if row["label"] == "Author":
            added[cast(str, row["uid"])].add_person(cast(str, cast(Row, row["properties"])["said"]))
    return added


def _of_everything(row: Mapping[str, object]) -> Facts:
    """The facts of a row of `author_facts`."""
    facts = Facts()
    for slot in cast(Sequence[Sequence[object]], row["slots"]):
        facts.add_slot(*_slot(*slot))
    for payload in cast(Sequence[str], row["said"]):
        facts.add_person(payload)
    return facts


_Slot = tuple[Iterable[str], Iterable[str], str | None, Iterable[str]]


def _slot(names: object, ids: object, kind: object, institutions: object) -> _Slot:
    return (
        cast(Sequence[str], names),
        cast(Sequence[str], ids or ()),
        cast(str | None, kind),
        cast(Sequence[str], institutions or ()),
    )

"""SIMILAR_NAME brought up to date in the graph: for some author records whose names or collaborators changed, or for all.

A few records find whom they must be compared with through the full-text index of blocks; many are compared with all names at
once. Both write the same pairs. Each pair is worth weighing by its names alone (`similar`), and either meets in a block
(`blocking`) or is proposed by a shared collaborator (`collaborators`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

import msgspec

from graph.identity.blocking.all_pairs import Prepared
from graph.identity.blocking.pairs import compared, meet, reblock
from graph.identity.evidence_model.corpus import MOST_AUTHORS
from graph.names.blocking_keys import RULES, keys, starts_among
from graph.queries.bound import Queries, Run
from graph.queries.rows import NamedUid, UidPair, count_from, in_pages, rows_as
from graph.schema.form import FORM

BATCH_RECORDS = 5000
AUTHORS_AT_ONCE = 50_000
PAPERS_AT_ONCE = 20_000
MANY_RECORDS = 2000
LARGE_SHARE = 0.05
"""From so many changed records on, and so large a share of all, all names are read: a changed record takes the index about twenty
times as long as reading a name and all that is needed with it."""
PROPOSED_AT_ONCE = 1000
"""Of how many records those are looked for whom shared collaborators propose: whoever has many collaborators meets very many."""

Item = TypeVar("Item")
Blocks = tuple[str, list[str] | None]
"""The uid of a record and the keys of its name, None where it stands for no person."""


class NamesCompared(msgspec.Struct, frozen=True, gc=False):
    """By which rules names were compared last, which blocks were too large to be of use then, and whether blocks were written
    since, ahead of a comparison that did not come."""

    rules: int | None
    crowded: list[str]
    ahead: bool = False


class PendingAuthors(msgspec.Struct, frozen=True, gc=False):
    """Author records to be compared again, by uid and name; without a name where they stand for no person."""

    authors: list[tuple[str, str | None]]


class DisplayNames(msgspec.Struct, frozen=True, gc=False):
    """Author records of people, by uid and name, with the blocks that the name was found to fall into if these were asked for."""

    authors: list[tuple[str, str, list[str] | None]]


class AuthorLists(msgspec.Struct, frozen=True, gc=False):
    """The uids of the authors of papers; `last` is the uid of the last paper that was looked at."""

    last: str | None
    papers: list[list[str]]


class SimilarPairs(msgspec.Struct, frozen=True, gc=False):
    """Pairs of records of similar names, by their uids."""

    pairs: list[tuple[str, str]]


class Uids(msgspec.Struct, frozen=True, gc=False):
    """The uids of author records."""

    uids: list[str]


class BlockHolders(msgspec.Struct, frozen=True, gc=False):
    """The author records whose names hold a blocking key."""

    key: str
    uids: list[str]


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists that one statement can take."""
    left = iter(items)
    while some := list(islice(left, BATCH_RECORDS)):
        yield some


def names_compared(run: Run) -> NamesCompared | None:
    """How names were compared last; None where they never were."""
    return next(iter(rows_as(NamesCompared, run, "names_compared")), None)


def pending_authors(run: Run) -> dict[str, str | None]:
    """The author records that were touched since names were compared last: their names by uid, None where they stand for no
    person."""

    def page(after: str) -> list[tuple[str, str | None]]:
        [found] = rows_as(PendingAuthors, run, "pending_authors", after=after, limit=AUTHORS_AT_ONCE)
        return found.authors

    return dict(in_pages(page, lambda author: author[0], AUTHORS_AT_ONCE))


def are_compared_at_once(run: Run, noted: NamesCompared | None, pending: int) -> bool:
    """Whether all names are read: because many records changed, or the rules since names were compared last."""
    if noted is None or noted.rules != RULES:
        return True
    return pending >= MANY_RECORDS and pending >= LARGE_SHARE * count_from(run, "count_authors")


def prepare(queries: Queries) -> Prepared:
    """Work out the blocks of all names and write those of the pending, or of all where the rules have changed.

    Blocks follow from the name alone, so they are written in several transactions: one would be too large for a small server.
    """
    noted = names_compared(queries.read)
    same_rules = noted is not None and noted.rules == RULES
    pending = pending_authors(queries.read).keys() if same_rules else None
    prepared = Prepared()
    queries.write("note_blocks_ahead", form=FORM)
    for some in batches(_filling(prepared, queries.read, pending)):
        queries.write("set_author_blocks", rows=[{"uid": uid, "blocks": held} for uid, held in some])
    return prepared


def update_similar_names(run: Run, pending: Mapping[str, str | None], prepared: Prepared | None = None) -> None:
    """Work out SIMILAR_NAME anew for these records, given with their names (None for one that stands for no person).

    That is all records where the rules have changed since names were compared last, or a block grew too large among many changes.
    """
    noted = names_compared(run)
    oversized = set(noted.crowded) if noted else set()
    if are_compared_at_once(run, noted, len(pending)):
        same_rules = noted is not None and noted.rules == RULES
        oversized = _update_by_all_names(run, pending, oversized if same_rules else None, prepared)
    elif pending or oversized:
        oversized = _update_by_index(run, pending, oversized, ahead=noted is not None and noted.ahead)
    run("set_names_compared", rules=RULES, crowded=sorted(oversized))


def _people(run: Run, *, with_blocks: bool) -> Iterator[tuple[str, str, list[str] | None]]:
    """All author records that stand for people: uid, name and, if asked for, the blocks as they were written."""

    def page(after: str) -> list[tuple[str, str, list[str] | None]]:
        [found] = rows_as(DisplayNames, run, "author_display_names", after=after, limit=AUTHORS_AT_ONCE, with_blocks=with_blocks)
        return found.authors

    return in_pages(page, lambda author: author[0], AUTHORS_AT_ONCE)


def _author_lists(run: Run) -> Iterator[list[str]]:
    after: str | None = ""
    while after is not None:
        [found] = rows_as(AuthorLists, run, "author_lists", most_authors=MOST_AUTHORS, after=after, limit=PAPERS_AT_ONCE)
        yield from found.papers
        after = found.last


def _filling(prepared: Prepared, run: Run, wanted: Collection[str] | None) -> Iterator[Blocks]:
    """Fill what holds all names, while the blocks of the wanted records (None for all) are taken from the iterator. Those of
    others are taken as they were written."""
    for uid, name, written in _people(run, with_blocks=wanted is not None):
        is_known = wanted is not None and uid not in wanted and written is not None
        held = written if is_known and written else sorted(keys(name))
        prepared.add(uid, name, held)
        if not is_known:
            yield uid, held


def _update_by_all_names(
    run: Run, pending: Mapping[str, str | None], oversized: set[str] | None, prepared: Prepared | None
) -> set[str]:
    """Compare with all names at once; with `oversized` None all records are compared. The blocks that are oversized now."""
    _write_blocks(run, ((uid, None) for uid, name in pending.items() if name is None))
    if prepared is None or prepared.names != {uid: name for uid, name, _ in _people(run, with_blocks=False)}:
        prepared = Prepared()
        _write_blocks(run, _filling(prepared, run, pending if oversized is not None else None))
    now_oversized = prepared.oversized
    touched = set(pending) if now_oversized == oversized else None
    pairs = prepared.pairs(_author_lists(run), touched)
    if touched is None:
        run("clear_all_similar_names")
    else:
        _clear(run, touched)
    _create(run, pairs, prepared.names)
    return now_oversized


def _update_by_index(run: Run, pending: Mapping[str, str | None], oversized: set[str], *, ahead: bool) -> set[str]:
    """Compare with the names that the index finds. The blocks that are oversized now.

    A record whose name is in the blocks already meets nobody new by it: of that it keeps the pairs that it has. With `ahead`
    that cannot be told, since blocks may have been written that nobody looked for.
    """
    people = {uid: name for uid, name in pending.items() if name is not None}
    written = _write_blocks(run, ((uid, sorted(keys(people[uid])) if uid in people else None) for uid in pending))
    changed = {uid: name for uid, name in people.items() if ahead or uid in written}
    met = reblock(changed, _BlocksInGraph(run, pending.keys(), people), oversized)
    known = {uid: name for uid, name in people.items() if uid not in met.touched}
    kept = _pairs_of(run, known)
    proposed = _proposed(run, {**known, **{uid: met.names[uid] for uid in met.touched}})
    names = _with_names(run, {**known, **met.names}, kept | proposed)
    still_met = {(a, b) for a, b in kept if meet(names[a], names[b], met.oversized)}
    _clear(run, {*met.touched, *pending})
    _create(run, met.pairs | still_met | proposed, names)
    return met.oversized


def _pairs_of(run: Run, uids: Collection[str]) -> set[tuple[str, str]]:
    found = [one for some in batches(sorted(uids)) for one in rows_as(SimilarPairs, run, "similar_to", uids=some)]
    return {(min(pair), max(pair)) for one in found for pair in one.pairs}


def _proposed(run: Run, names: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs that shared collaborators of these records propose."""
    rows = [{"uid": uid, "starts": starts_among(keys(name))} for uid, name in sorted(names.items())]
    return {
        (min(pair.a, pair.b), max(pair.a, pair.b))
        for start in range(0, len(rows), PROPOSED_AT_ONCE)
        for pair in rows_as(
            UidPair, run, "proposed_by_collaborators", rows=rows[start : start + PROPOSED_AT_ONCE], most_authors=MOST_AUTHORS
        )
    }


def _with_names(run: Run, names: Mapping[str, str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    missing = {uid for pair in pairs for uid in pair} - names.keys()
    return {**names, **_names_in_graph(run, missing)}


def _names_in_graph(run: Run, uids: Collection[str]) -> dict[str, str]:
    authors = rows_as(NamedUid, run, "names_of_authors", uids=sorted(uids)) if uids else []
    return {author.uid: author.name for author in authors}


class _BlocksInGraph:
    """The blocks as the graph's full-text index has them, but for the pending records: the index knows what was committed, and of
    these the blocks are written now. `people` are those of them that have a name."""

    def __init__(self, run: Run, pending: Collection[str], people: Mapping[str, str]) -> None:
        self._run = run
        self._pending = pending
        self._own: dict[str, list[str]] = {}
        for uid, name in people.items():
            for key in keys(name):
                self._own.setdefault(key, []).append(uid)

    def holders(self, wanted: Collection[str], most: int | None) -> dict[str, Collection[str]]:
        """For each of some keys the uids of names that hold it: all of them, or at least `most` where there are so many."""
        holders: dict[str, Collection[str]] = {}
        # So many are asked for that enough are left without the pending ones.
        limit = most + len(self._pending) if most else 0
        for some in batches(sorted(wanted)):
            for block in rows_as(BlockHolders, self._run, "authors_in_blocks", keys=some, most=limit):
                found = [uid for uid in block.uids if uid not in self._pending] + self._own.get(block.key, [])
                if found:
                    holders[block.key] = found
        return holders

    def names(self, uids: Collection[str]) -> dict[str, str]:
        """The names of some uids."""
        return _names_in_graph(self._run, uids)


def _write_blocks(run: Run, of_records: Iterable[Blocks]) -> set[str]:
    """Write the blocks of records; the uids of those that had others before, or none."""
    written: set[str] = set()
    for some in batches(of_records):
        for found in rows_as(Uids, run, "set_author_blocks", rows=[{"uid": uid, "blocks": held} for uid, held in some]):
            written.update(found.uids)
    return written


def _clear(run: Run, uids: Collection[str]) -> None:
    for some in batches(sorted(uids)):
        run("clear_similar_names", uids=some)


def _create(run: Run, pairs: Collection[tuple[str, str]], names: Mapping[str, str]) -> None:
    for some in batches(compared(sorted(pairs), names)):
        run("create_similar_names", rows=[{"a": pair.uid_a, "b": pair.uid_b, **pair.properties} for pair in some])

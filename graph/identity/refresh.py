"""Bring what is derived about author records up to date after documents came or went: what was decided about them,
conclusive merges, similar names, and the groups that their papers fall into.

A load marks the records that it touches as pending; the mark goes when they are compared. So a load that was broken off is made
good by the next one.
"""

from collections.abc import Iterable
from functools import partial

from graph.decision_log.edges import read_log, sync_decided_edges
from graph.identity.blocking.all_pairs import Prepared
from graph.identity.blocking.similar_names import (
    are_compared_at_once,
    batches,
    names_compared,
    pending_authors,
    prepare,
    update_similar_names,
)
from graph.identity.evidence_model.regrouping import papers_changed, prepare_regrouping, regroup
from graph.identity.rule_merges import merge_conclusive
from graph.names.blocking_keys import RULES
from graph.queries.bound import Queries, Run
from graph.queries.rows import count_from
from graph.schema.form import hold


def refresh_pending(queries: Queries) -> int:
    """Compare all pending records with all others and group their papers anew, in one transaction that no load comes between;
    the number of them.

    Without pending records nothing happens, unless papers came or went, names were compared or papers grouped by other rules, or
    blocks of names were too large to be of use, which may have changed.
    """
    noted = names_compared(queries.read)
    up_to_date = not noted or (noted.rules == RULES and not noted.crowded)
    pending = count_from(queries.read, "count_pending_authors")
    if up_to_date and not pending and not papers_changed(queries):
        return 0
    queries.write("complete_name_keys")
    prepared = prepare(queries) if are_compared_at_once(queries.read, noted, pending) else None
    prepare_regrouping(queries, pending)
    return queries.write_together(partial(_refresh, prepared=prepared))


def merge_pending(queries: Queries) -> None:
    """Merge what conclusive evidence ties together among the pending records, in a graph whose names are all compared."""
    queries.write("complete_name_keys")
    queries.write_together(_merge)


def _merge(run: Run) -> None:
    hold(run)
    merge_held(run)


def merge_held(run: Run) -> None:
    """The same in a transaction under way that holds the graph, where keys of names are complete."""
    pending = pending_authors(run)
    _merge_all(run, pending)
    _clear_pending(run, pending)


def _merge_all(run: Run, touched: Iterable[str]) -> None:
    for uids in batches(sorted(touched)):
        merge_conclusive(run, uids)


def _clear_pending(run: Run, pending: Iterable[str]) -> None:
    for uids in batches(sorted(pending)):
        run("clear_pending", uids=uids)


def _refresh(run: Run, prepared: Prepared | None) -> int:
    hold(run)
    pending = pending_authors(run)
    decided = sync_decided_edges(run, read_log(run))
    _merge_all(run, {*pending, *decided})
    update_similar_names(run, pending, prepared)
    regroup(run, pending)
    _clear_pending(run, pending)
    return len(pending)

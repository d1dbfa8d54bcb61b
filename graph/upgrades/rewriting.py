"""Writing papers anew, some at a time, from what documents said of them. To forms 4 and 5: all of them, which have got what
references need, and topics by the rules of now."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from graph.load.batch import rewrite_papers
from graph.queries.bound import Queries, Run
from graph.queries.rows import rows_as

AT_ONCE = 500


class Node(msgspec.Struct, frozen=True, gc=False):
    """A node."""

    uid: str


Held = TypeVar("Held", bound=Node)


def rewrite_all_papers(queries: Queries) -> None:
    """Write every paper anew."""
    rewrite(queries, lambda after: rows_as(Node, queries.read, "all_papers", after=after, limit=AT_ONCE))


def rewrite(queries: Queries, papers: Callable[[str], list[Node]]) -> None:
    """Write papers anew, as many at once as `papers` gives that come after a uid."""
    for some in pages(papers):
        queries.write_together(partial(_rewrite, papers=[one.uid for one in some]))


def pages(page: Callable[[str], list[Held]]) -> Iterator[list[Held]]:
    """Nodes in the order of their uids, as many at a time as one transaction writes."""
    after: str | None = ""
    while after is not None:
        found = page(after)
        yield found
        after = found[-1].uid if len(found) == AT_ONCE else None


def _rewrite(run: Run, papers: Sequence[str]) -> None:
    run("hold_upgrade")
    rewrite_papers(run, papers)

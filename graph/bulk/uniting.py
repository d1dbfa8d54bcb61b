"""What many papers speak of (topics, venues, institutions, people, cited works), united by uid, a part of all uids at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from graph.bulk.planning import AUTHORS, BROADER, CITED, CITING, INSTITUTIONS, TOPICS, VENUES, Output, output_of
from graph.bulk.spills import Block, Spill, rows_in
from graph.bulk.tables import End, TableFiles
from graph.bulk.workers import Own
from graph.load.author_row import Facts, author_row
from graph.load.node_rows import Row, Rows
from graph.load.stays import Stay
from graph.names.blocking_keys import keys
from loaders.records import Identifier

CITATIONS = "citations"
DUE_FROM_BULK = 1
"""The turn in which institutions were touched, in a graph that counts its turns from here on."""

RowsOf = Callable[[str], Iterable[Sequence[object]]]
"""Gives the rows of a kind, of one part."""
Uniting = Callable[[RowsOf, Output], None]


def unite_topics(rows_of: RowsOf, output: Output) -> None:
    """The topics; what `merge_topics` and `merge_broader_topics` make of them."""
    rows = Rows()
    for uid, label, scheme, code in rows_of(TOPICS):
        rows.add_topic(cast(str, uid), cast(str, label), cast(str, scheme), cast(str, code), ())
    output.files.add_nodes("Topic", rows.topics.values())


def unite_broader(rows_of: RowsOf, output: Output) -> None:
    """Which topics stand below which, as `merge_broader_topics` ties them."""
    rows = Rows()
    for uid, above, scheme, code, label in rows_of(BROADER):
        rows.merge_broader(cast(str, uid), cast(str, above), cast(str, scheme), cast(str, code), cast(str, label))
    ties = ((uid, above, {"label": row["label"]}) for (uid, above), row in rows.broader.items())
    output.files.add_ties("Topic-BROADER-Topic", ties)


def unite_venues(rows_of: RowsOf, output: Output) -> None:
    """The venues; what `merge_venues` makes of them."""
    rows = Rows()
    for uid, name, kind, ids, aliases in rows_of(VENUES):
        rows.add_venue(cast(str, uid), cast(str, name), cast(str, kind), cast(list[str], ids), cast(list[str], aliases))
    output.files.add_nodes("Venue", map(_venue, rows.venues.values()))


def _venue(row: Row) -> Row:
    """Ids and other names are set together, where there are any."""
    return row if row["ids"] or row["aliases"] else {**row, "ids": None, "aliases": None}


def unite_institutions(rows_of: RowsOf, output: Output) -> None:
    """The institutions; what `merge_institutions` makes of them. What else they are is worked out in the graph."""
    rows = Rows()
    for uid, name in rows_of(INSTITUTIONS):
        rows.merge_institution(cast(str, uid), cast(str, name))
    nodes = ({**row, "organisation": row["uid"], "due": DUE_FROM_BULK} for row in rows.institutions.values())
    output.files.add_nodes("Institution", nodes)


def unite_authors(rows_of: RowsOf, output: Output) -> None:
    """The author records; what `merge_authors` and `introduce_authors` make of them, with the blocks that names fall into."""
    united: defaultdict[str, Facts] = defaultdict(Facts)
    for uid, names, ids, replaces, stays, kinds in rows_of(AUTHORS):
        facts = united[cast(str, uid)]
        facts.names.update(cast(list[str], names))
        facts.ids.update(map(Identifier.of_curie, cast(list[str], ids)))
        facts.replaces.update(cast(list[str], replaces))
        for where, papers, years, said in cast("list[tuple[str, int, list[int], list[str]]]", stays):
            facts.stays[where] = facts.stays.get(where, Stay()) | Stay.of(papers, years, said)
        facts.kinds.update(cast(list[str], kinds))
    files = output.files
    for uid, facts in united.items():
        row = author_row(uid, facts)
        properties = cast(Mapping[str, object], row["properties"])
        blocks = sorted(keys(cast(str, properties["name"]))) if properties["kind"] == "person" else None
        files.add_nodes("Author", [{"uid": uid, "person": uid, "blocks": blocks, **properties}])
        places = cast(list[Row], row["institutions"])
        affiliated: Iterator[End] = (
            (uid, cast(str, one["uid"]), cast(Mapping[str, object], one["properties"])) for one in places
        )
        files.add_ties("Author-AFFILIATED_WITH-Institution", affiliated)


def find_cited(rows_of: RowsOf, output: Output) -> None:
    """Who cites whom, by the identifiers of the cited works, as `link_cited` and `link_citing` find them."""
    cited: defaultdict[str, list[str]] = defaultdict(list)
    for key, paper in rows_of(CITED):
        cited[cast(str, key)].append(cast(str, paper))
    for key, paper in rows_of(CITING):
        for found in cited.get(cast(str, key), ()):
            if found != paper:
                output.spill(CITATIONS, cast(str, paper), (paper, found))


def unite_citations(rows_of: RowsOf, output: Output) -> None:
    """One tie for two works, by however many identifiers the one cites the other."""
    pairs = {(cast(str, citing), cast(str, cited)) for citing, cited in rows_of(CITATIONS)}
    output.files.add_ties("Paper-CITES-Paper", ((citing, cited, {}) for citing, cited in sorted(pairs)))


FIRST: Mapping[tuple[str, ...], Uniting] = {
    (AUTHORS,): unite_authors,
    (TOPICS,): unite_topics,
    (BROADER,): unite_broader,
    (VENUES,): unite_venues,
    (INSTITUTIONS,): unite_institutions,
    (CITING, CITED): find_cited,
}
"""What unites rows of which kinds."""
SECOND: Mapping[tuple[str, ...], Uniting] = {(CITATIONS,): unite_citations}
"""The same for what comes of those."""


def unite(own: Own, parts: int, kinds: tuple[str, ...], blocks: Sequence[Block]) -> None:
    """Unite the rows of one part."""
    {**FIRST, **SECOND}[kinds](lambda kind: rows_in([block for block in blocks if block.kind == kind]), output_of(own, parts))


def finish_spills(own: Own) -> list[Block]:
    """Have a worker write what it holds of rows to be united; where all of it is."""
    spill = own.let_go(Spill)
    return spill.finish() if spill else []


def finish_tables(own: Own) -> dict[str, Path]:
    """Have a worker write what it holds for the importer; the files by the keys of their tables."""
    files = own.let_go(TableFiles)
    return files.finish() if files else {}

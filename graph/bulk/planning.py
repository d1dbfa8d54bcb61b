"""Blocks of claims as rows: planned like a batch on an empty graph, and given to the importer or to those who unite them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import NamedTuple, cast

from graph.bulk.claim_files import ClaimReader, Place
from graph.bulk.spills import Row, Spill
from graph.bulk.tables import End, Properties, TableFiles
from graph.bulk.workers import Own
from graph.load.author_facts import facts_added
from graph.load.author_row import Facts
from graph.load.claims import PROPERTY_OF_SCHEME, ClaimId
from graph.load.node_rows import Row as NodeRow
from graph.load.node_rows import Rows
from graph.load.plan import Known, Plan, plan_batch
from graph.load.reading import AnyClaim, add_owner
from graph.load.rows import rows_of
from loaders.records import Identifier, Person

TOPICS, BROADER = "topics", "broader"
VENUES, INSTITUTIONS, AUTHORS = "venues", "institutions", "authors"
CITING, CITED = "citing", "cited"
SCHEME_OF_PROPERTY = {name: scheme for scheme, name in PROPERTY_OF_SCHEME.items()}


class Output(NamedTuple):
    """Where rows go: into the importer's files, or by kind and key to where those of one key are united."""

    files: TableFiles
    spill: Callable[[str, str, Row], None]


def output_of(own: Own, parts: int) -> Output:
    """A worker's own files, and its spills in so many parts."""
    spill = own.keep(Spill)
    return Output(own.keep(TableFiles), lambda kind, key, row: spill.add(kind, key, parts, row))


def plan_claims(own: Own, parts: int, numbers: Sequence[int], places: Sequence[Place]) -> list[int]:
    """Plan whole blocks of claims, given in the order of loading; the numbers of those that joined another."""
    return plan_blocks(output_of(own, parts), numbers, own.keep(ClaimReader).read(places))


def plan_blocks(output: Output, numbers: Sequence[int], claims: Sequence[AnyClaim]) -> list[int]:
    """The same, wherever the claims come from and the rows go."""
    plan = plan_batch(claims, Known())
    output.files.add_nodes("Paper", (paper.properties for paper in plan.created))
    _write_rows(output, rows_of(plan))
    _write_between_papers(output.files, plan)
    return list(_numbers_of(plan.joined, numbers, claims))


def plan_owners(own: Own, parts: int, owners: Sequence[tuple[str, Person]]) -> None:
    """Write whom documents, given by their uids, are about."""
    write_owners(output_of(own, parts), owners)


def write_owners(output: Output, owners: Iterable[tuple[str, Person]]) -> None:
    """The same, wherever the rows go."""
    rows = Rows()
    for document, person in owners:
        add_owner(rows, document, person)
    _write_rows(output, rows)
    ties = ((row["document"], row["author"], {"record": -1, "said": row["said"]}) for row in rows.owners)
    output.files.add_ties("Document-DESCRIBES-Author", cast(Iterable[End], ties))


def _numbers_of(wanted: frozenset[ClaimId], numbers: Sequence[int], claims: Sequence[AnyClaim]) -> Iterator[int]:
    return (number for number, claim in zip(numbers, claims, strict=True) if claim.id in wanted)


def _write_rows(output: Output, rows: Rows) -> None:
    files, spill = output
    files.add_ties("Author-WROTE-Paper", _ties(rows.wrote, "author", "paper"))
    files.add_ties("Paper-WRITTEN_AT-Institution", _ties(rows.written_at, "paper", "institution"))
    files.add_ties("Author-EDITED-Paper", _ties(rows.edited, "author", "paper"))
    files.add_ties("Paper-PUBLISHED_IN-Venue", _ties(rows.published_in, "paper", "venue"))
    files.add_ties("Paper-ABOUT-Topic", _ties(rows.about, "paper", "topic"))
    files.add_ties("Paper-MENTIONS-Phrase", _ties(rows.mentions, "paper", "phrase"))
    files.add_ties("Document-DESCRIBES-Paper", _ties(rows.describes, "document", "paper"))
    for row in rows.described_entities:
        files.add_ties(f"Document-DESCRIBES-{row['label']}", _ties([row], "document", "uid"))
    for uid, facts in facts_added(rows).items():
        spill(AUTHORS, uid, (uid, *_spilled(facts)))
    for uid, row in rows.topics.items():
        spill(TOPICS, uid, [row[key] for key in ("uid", "label", "scheme", "code")])
    for (uid, above), row in rows.broader.items():
        spill(BROADER, uid, [row[key] for key in ("uid", "broader", "scheme", "code", "label")])
        # It is a topic itself, whoever else speaks of it.
        spill(TOPICS, above, [row[key] for key in ("broader", "label", "scheme", "code")])
    for uid, row in rows.venues.items():
        spill(VENUES, uid, [row[key] for key in ("uid", "name", "kind", "ids", "aliases")])
    for uid, row in rows.institutions.items():
        spill(INSTITUTIONS, uid, [row["uid"], row["name"]])
    for name, cited in rows.cites.items():
        for row in cited:
            key = Identifier(SCHEME_OF_PROPERTY[name], str(row["value"])).curie
            spill(CITING, key, (key, row["paper"]))
    for row in rows.identified:
        spill(CITED, str(row["id"]), (row["id"], row["paper"]))


def _spilled(facts: Facts) -> Row:
    ids = [known.curie for known in facts.ids]
    stays = [(uid, stay.papers, list(stay.years), list(stay.said)) for uid, stay in facts.stays.items()]
    return [list(facts.names), ids, list(facts.replaces), stays, list(facts.kinds)]


def _write_between_papers(files: TableFiles, plan: Plan) -> None:
    near = ((miss.a, miss.b, {"score": miss.score, "reasons": list(miss.reasons)}) for miss in plan.near_misses)
    files.add_ties("Paper-SIMILAR_PAPER-Paper", near)
    files.add_ties("Paper-CORRECTS-Paper", _ties((asdict(one) for one in plan.corrections), "notice", "about", within=True))


def _ties(rows: Iterable[NodeRow], start: str, end: str, *, within: bool = False) -> Iterator[End]:
    """Rows of relationships as (start, end, properties); the properties stand `within` the row, or in a map of their own."""
    for row in rows:
        properties = {key: row[key] for key in row.keys() - {start, end}} if within else row["properties"]
        yield str(row[start]), str(row[end]), cast(Properties, properties)

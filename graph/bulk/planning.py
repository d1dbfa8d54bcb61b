"""Blocks of claims as rows: planned like a batch on an empty graph, and given to the importer or to those who unite them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import cast

from graph.bulk.claim_files import ClaimReader, Place
from graph.bulk.spills import Spill
from graph.bulk.tables import End, Properties, TableFiles
from graph.bulk.workers import Own
from graph.load.author_facts import facts_added
from graph.load.author_row import Facts
from graph.load.claims import PROPERTY_OF_SCHEME, ClaimId
from graph.load.node_rows import Row, Rows
from graph.load.plan import Known, Plan, plan_batch
from graph.load.reading import AnyClaim, add_owner
from graph.load.rows import rows_of
from loaders.records import Identifier, Person

TOPICS, BROADER, VENUES, INSTITUTIONS, AUTHORS = "topics", "broader", "venues", "institutions", "authors"
CITING, CITED = "citing", "cited"
SCHEME_OF_PROPERTY = {name: scheme for scheme, name in PROPERTY_OF_SCHEME.items()}


def plan_claims(own: Own, parts: int, numbers: Sequence[int], places: Sequence[Place]) -> list[int]:
    """Plan whole blocks of claims, given in the order of loading; the numbers of those that joined another."""
    claims = own.keep(ClaimReader).read(places)
    plan = plan_batch(claims, Known())
    rows = rows_of(plan)
    files = own.keep(TableFiles)
    files.add_nodes("Paper", (paper.properties for paper in plan.created))
    _write_rows(own, parts, rows)
    _write_between_papers(files, plan)
    return list(_numbers_of(plan.joined, numbers, claims))


def plan_owners(own: Own, parts: int, owners: Sequence[tuple[str, Person]]) -> None:
    """Write whom documents, given by their uids, are about."""
    rows = Rows()
    for document, person in owners:
        add_owner(rows, document, person)
    _write_rows(own, parts, rows)
    ties = ((row["document"], row["author"], {"record": -1, "said": row["said"]}) for row in rows.owners)
    own.keep(TableFiles).add_ties("Document-DESCRIBES-Author", cast(Iterable[End], ties))


def _numbers_of(wanted: frozenset[ClaimId], numbers: Sequence[int], claims: Sequence[AnyClaim]) -> Iterator[int]:
    return (number for number, claim in zip(numbers, claims, strict=True) if claim.id in wanted)


def _write_rows(own: Own, parts: int, rows: Rows) -> None:
    files, spill = own.keep(TableFiles), own.keep(Spill)
    files.add_ties("Author-WROTE-Paper", _ties(rows.wrote, "author", "paper"))
    files.add_ties("Author-EDITED-Paper", _ties(rows.edited, "author", "paper"))
    files.add_ties("Paper-PUBLISHED_IN-Venue", _ties(rows.published_in, "paper", "venue"))
    files.add_ties("Paper-ABOUT-Topic", _ties(rows.about, "paper", "topic"))
    files.add_ties("Document-DESCRIBES-Paper", _ties(rows.describes, "document", "paper"))
    for row in rows.described_entities:
        files.add_ties(f"Document-DESCRIBES-{row['label']}", _ties([row], "document", "uid"))
    for uid, facts in facts_added(rows).items():
        spill.add(AUTHORS, uid, parts, (uid, *_spilled(facts)))
    for uid, row in rows.topics.items():
        spill.add(TOPICS, uid, parts, [row[key] for key in ("uid", "label", "scheme", "code")])
    for (uid, above), row in rows.broader.items():
        spill.add(BROADER, uid, parts, [row[key] for key in ("uid", "broader", "scheme", "code", "label")])
        # It is a topic itself, whoever else speaks of it.
        spill.add(TOPICS, above, parts, [row[key] for key in ("broader", "label", "scheme", "code")])
    for uid, row in rows.venues.items():
        spill.add(VENUES, uid, parts, [row[key] for key in ("uid", "name", "kind", "ids", "aliases")])
    for uid, row in rows.institutions.items():
        spill.add(INSTITUTIONS, uid, parts, [row[key] for key in ("uid", "name", "ror")])
    for name, cited in rows.cites.items():
        for row in cited:
            key = Identifier(SCHEME_OF_PROPERTY[name], str(row["value"])).curie
            spill.add(CITING, key, parts, (key, row["paper"]))
    for row in rows.identified:
        spill.add(CITED, str(row["id"]), parts, (row["id"], row["paper"]))


def _spilled(facts: Facts) -> list[list[str]]:
    ids = [known.curie for known in facts.ids]
    return [list(facts.names), ids, list(facts.replaces), list(facts.institutions), list(facts.kinds)]


def _write_between_papers(files: TableFiles, plan: Plan) -> None:
    near = ((miss.a, miss.b, {"score": miss.score, "reasons": list(miss.reasons)}) for miss in plan.near_misses)
    files.add_ties("Paper-SIMILAR_PAPER-Paper", near)
    files.add_ties("Paper-CORRECTS-Paper", _ties((asdict(one) for one in plan.corrections), "notice", "about", within=True))


def _ties(rows: Iterable[Row], start: str, end: str, *, within: bool = False) -> Iterator[End]:
    """Rows of relationships as (start, end, properties); the properties stand `within` the row, or in a map of their own."""
    for row in rows:
        properties = {key: row[key] for key in row.keys() - {start, end}} if within else row["properties"]
        yield str(row[start]), str(row[end]), cast(Properties, properties)

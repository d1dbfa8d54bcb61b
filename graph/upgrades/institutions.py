"""To form 3: an institution is known by an id, or by a name and a country, and no longer by a whole address as printed. What
papers, and records about people and institutions, say is written anew from what documents said; what becomes of it, the whole
graph decides afterwards."""

from collections.abc import Sequence
from functools import partial

import msgspec

from graph.load.author_facts import refresh_authors
from graph.load.node_rows import Rows
from graph.organisations.named import place_of
from graph.queries.bound import Queries, Run
from graph.queries.rows import rows_as
from graph.upgrades.rewriting import AT_ONCE, Node, pages, rewrite
from loaders.records import InstitutionRecord, Person

_person = msgspec.json.Decoder(Person).decode
_institution = msgspec.json.Decoder(InstitutionRecord).decode


class _Described(Node, frozen=True, gc=False):
    """A node, and what records about it say, as JSON."""

    said: list[str]


def part_addresses(queries: Queries) -> None:
    """Have institutions by ids, names and countries in place of addresses, and papers and people tied to them."""
    # One of before has the names alone.
    queries.write("drop_institution_names")
    queries.write("create_institution_names")
    queries.read("await_indexes")
    for people in pages(lambda after: rows_as(_Described, queries.read, "people_with_affiliations", after=after, limit=AT_ONCE)):
        queries.write_together(partial(_write_people, people=people))
    for some in pages(lambda after: rows_as(_Described, queries.read, "institutions_described", after=after, limit=AT_ONCE)):
        queries.write_together(partial(_move_records, institutions=some))
    rewrite(queries, lambda after: rows_as(Node, queries.read, "papers_with_institutions", after=after, limit=AT_ONCE))
    for nodes in pages(lambda after: rows_as(Node, queries.read, "all_institutions", after=after, limit=AT_ONCE)):
        queries.write_together(partial(_drop_orphans, uids=[one.uid for one in nodes]))


def _write_people(run: Run, people: Sequence[_Described]) -> None:
    """Have the institutions that records about people name, and tie these people to them."""
    run("hold_upgrade")
    rows = Rows()
    for one in people:
        for affiliation in (each for said in one.said for each in _person(said).affiliations):
            rows.add_affiliation(affiliation)
    run("merge_institutions", rows=list(rows.institutions.values()))
    refresh_authors(run, [one.uid for one in people])


def _move_records(run: Run, institutions: Sequence[_Described]) -> None:
    """Have records about institutions describe those that they are about by the rules of now."""
    run("hold_upgrade")
    rows, moved = Rows(), []
    for one in institutions:
        for said in one.said:
            place = place_of(_institution(said))
            if place.uid != one.uid:
                rows.merge_institution(place.uid, place.name)
                moved.append({"old": one.uid, "new": place.uid, "said": said})
    run("merge_institutions", rows=list(rows.institutions.values()))
    run("move_institution_records", rows=moved)


def _drop_orphans(run: Run, uids: Sequence[str]) -> None:
    run("hold_upgrade")
    run("delete_orphan_institutions", uids=uids)

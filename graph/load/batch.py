"""One batch in one transaction: resolve claims against the graph and write what they change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Self, cast

from graph.load.authors import author_row
from graph.load.claims import PROPERTY_OF_SCHEME, Claim, ClaimId
from graph.load.entities import EntityClaim, forget_entities, write_entities
from graph.load.lookup import hashes_of, known_to_graph
from graph.load.plan import Plan, plan_batch
from graph.load.rows import Row, Rows, rows_of
from graph.queries.bound import Run


@dataclass(frozen=True)
class Outcome:
    """What became of each claim of a batch."""

    joined: frozenset[ClaimId]
    unchanged: frozenset[ClaimId]


@dataclass(frozen=True)
class _Touched:
    """Nodes that may have lost their last relationship."""

    authors: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    venues: set[str] = field(default_factory=set)
    institutions: set[str] = field(default_factory=set)

    @classmethod
    def by_label(cls, uids: Mapping[str, set[str]]) -> Self:
        """The nodes of each label."""
        return cls(uids["Author"], uids["Topic"], uids["Venue"], uids["Institution"])


def write_batch(run: Run, claims: Sequence[Claim | EntityClaim], removed: Collection[ClaimId] = ()) -> Outcome:
    """Have the graph say these claims, and no longer what the removed records said."""
    stored_hashes = hashes_of(run, [claim.id for claim in claims]) if claims else {}
    unchanged = frozenset(claim.id for claim in claims if stored_hashes.get(claim.id) == claim.hash)
    new = [claim for claim in claims if claim.id not in unchanged]
    replaced = [*removed, *(claim.id for claim in new if claim.id in stored_hashes)]
    touched = _Touched.by_label(forget_entities(run, replaced)) if replaced else _Touched()
    entities = [claim for claim in new if isinstance(claim, EntityClaim)]
    matched, people = write_entities(run, entities) if entities else (frozenset[ClaimId](), set[str]())
    touched.authors.update(people)
    works = [claim for claim in new if isinstance(claim, Claim)]
    plan = plan_batch(works, known_to_graph(run, works, replaced), replaced)
    _write(run, plan, touched, respell=bool(replaced))
    return Outcome(plan.joined | matched, unchanged)


def rewrite_papers(run: Run, papers: Collection[str]) -> None:
    """Write these papers anew from what documents say of them and what was decided about their slots."""
    if papers:
        known = known_to_graph(run, [], papers=papers)
        _write(run, plan_batch([], known, redo=papers), _Touched(), respell=False)


def refresh_authors(run: Run, uids: Collection[str]) -> None:
    """Work out names, ids and institutions of these author records anew."""
    if uids:
        rows = [author_row(facts) for facts in run("author_facts", uids=sorted(uids))]
        run("set_author_facts", rows=rows)


def _write(run: Run, plan: Plan, touched: _Touched, *, respell: bool) -> None:
    rows = rows_of(plan)
    if plan.touched:
        run("clear_between_papers", uids=plan.touched)
    _clear(run, plan, touched)
    if plan.deleted:
        run("delete_papers", uids=plan.deleted)
    if plan.changed:
        run("change_papers", rows=[{"old": old, "properties": paper.properties} for old, paper in plan.changed])
    if plan.created:
        run("create_papers", rows=[paper.properties for paper in plan.created])
    bare = _write_nodes(run, rows)
    _write_relationships(run, rows)
    _write_between_papers(run, plan)
    if touched.authors:
        touched.institutions.update(cast(str, row["uid"]) for row in run("institutions_of", authors=sorted(touched.authors)))
    refresh_authors(run, (touched.authors | rows.authors.keys()) - bare)
    _introduce_authors(run, rows, bare)
    if respell:
        run("respell_topics", topics=sorted(touched.topics), venues=sorted(touched.venues))
    lonely = {
        "authors": sorted(touched.authors - rows.authors.keys()),
        "topics": sorted(touched.topics - rows.topics.keys()),
        "venues": sorted(touched.venues - rows.venues.keys()),
        "institutions": sorted(touched.institutions - rows.institutions.keys()),
    }
    if any(lonely.values()):
        run("delete_orphans", **lonely)
    if plan.changed or plan.created or plan.deleted or any(lonely.values()):
        run("mark_ungrouped")


def _write_between_papers(run: Run, plan: Plan) -> None:
    """Near misses, and what notices are about."""
    if plan.near_misses:
        misses = [{"a": miss.a, "b": miss.b, "score": miss.score, "reasons": miss.reasons} for miss in plan.near_misses]
        run("create_near_misses", rows=misses)
    if plan.corrections:
        run("create_corrections", rows=[asdict(correction) for correction in plan.corrections])


def _introduce_authors(run: Run, rows: Rows, uids: Collection[str]) -> None:
    """As `refresh_authors`, for records on which nothing hung before: all that is known of them stands in the rows."""
    slots: dict[str, list[list[object]]] = {uid: [] for uid in uids}
    for row in (*rows.wrote, *rows.edited):
        author = cast(str, row["author"])
        if author in slots:
            wrote = cast(Row, row["properties"])
            slots[author].append([wrote["names"], wrote["ids"], wrote["kind"], wrote.get("institutions")])
    if slots:
        run("set_author_facts", rows=[author_row({"uid": uid, "slots": slots[uid], "said": ()}) for uid in sorted(slots)])


def _clear(run: Run, plan: Plan, touched: _Touched) -> None:
    uids = [old for old, _ in plan.changed] + plan.deleted
    by_label = {"Author": touched.authors, "Topic": touched.topics, "Venue": touched.venues}
    for row in run("clear_papers", uids=uids) if uids else ():
        if row["label"] in by_label:
            by_label[row["label"]].add(cast(str, row["uid"]))


def _write_nodes(run: Run, rows: Rows) -> set[str]:
    """Have the nodes of these rows; the uids of the author records on which nothing hung before."""
    nodes: Mapping[str, Mapping[str, Row]] = {
        "merge_topics": rows.topics,
        "merge_venues": rows.venues,
        "merge_institutions": rows.institutions,
    }
    for query, found in nodes.items():
        if found:
            # In uid order, so that two writers never wait for each other crosswise.
            run(query, rows=[found[uid] for uid in sorted(found)])
    if rows.broader:
        run("merge_broader_topics", rows=[rows.broader[uid] for uid in sorted(rows.broader)])
    merged = run("merge_authors", uids=sorted(rows.authors)) if rows.authors else []
    return {uid for row in merged for uid in cast(list[str], row["bare"])}


def _write_relationships(run: Run, rows: Rows) -> None:
    relationships = {
        "create_wrote": rows.wrote,
        "create_edited": rows.edited,
        "create_published_in": rows.published_in,
        "create_about": rows.about,
        "create_describes": rows.describes,
    }
    for query, found in relationships.items():
        if found:
            run(query, rows=found)
    if rows.cites:
        run("link_cited", cites={name: rows.cites.get(name, []) for name in PROPERTY_OF_SCHEME.values()})
    if rows.identified and run("graph_has_citations"):
        run("link_citing", rows=rows.identified)

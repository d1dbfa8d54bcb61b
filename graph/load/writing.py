"""Writes a plan into the graph, and brings the author records that it touches up to date, in the transaction under way."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import msgspec

from graph.load.author_facts import write_author_facts
from graph.load.claims import PROPERTY_OF_SCHEME
from graph.load.loosened import DescribedNode, Loosened, WrittenNode
from graph.load.node_rows import Row, Rows
from graph.load.plan import Plan
from graph.load.rows import rows_of
from graph.queries.bound import Run
from graph.queries.rows import rows_as, uids_from
from graph.word_keys import is_keyword


class _Citing(msgspec.Struct, frozen=True, gc=False):
    """What a document says of a work that cites an identifier, by its claim."""

    id: str
    claim: str


class _Merged(msgspec.Struct, frozen=True, gc=False):
    """The uids of the author records, of those merged, on which nothing hangs yet."""

    unattached: list[str]


def write_plan(run: Run, plan: Plan) -> None:
    """Write what a plan changes: first what goes, then nodes, then relationships, then what follows from them."""
    rows, loosened = rows_of(plan), _take_away(run, plan)
    if plan.changed:
        run("change_papers", rows=[{"old": old, "properties": paper.properties} for old, paper in plan.changed])
    if plan.created:
        run("create_papers", rows=[paper.properties for paper in plan.created])
    unattached = _write_nodes(run, rows)
    _write_relationships(run, rows, has_citations=plan.has_citations)
    _write_between_papers(run, plan)
    write_author_facts(run, rows, loosened["Author"], unattached)
    topics, venues = loosened.topics_to_respell(rows), loosened.venues_to_respell(rows)
    if topics or venues:
        run("respell_topics", topics=topics, venues=venues)
    orphaned = _delete_orphans(run, rows, loosened)
    if plan.changed or plan.created or plan.deleted or orphaned:
        run("mark_ungrouped")
    _mark_topics(run, plan, rows, loosened)


def _mark_topics(run: Run, plan: Plan, rows: Rows, loosened: Loosened) -> None:
    """Have it found anew what papers are about, and which topics there are, where this may have changed it."""
    written, phrases = [paper.uid for paper in plan.written()], sorted(loosened["Phrase"] | rows.phrases.keys())
    above = {str(row["broader"]) for row in rows.broader.values()}
    keywords = sorted(uid for uid in loosened["Topic"].union(rows.topics, above) if is_keyword(uid))
    if written or phrases or keywords:
        run("mark_topics_due", papers=written, phrases=phrases, keywords=keywords)


def _take_away(run: Run, plan: Plan) -> Loosened:
    """Take away what goes, or is written anew; the nodes that it hung on."""
    loosened = Loosened()
    if plan.replaced:
        loosened.add(rows_as(DescribedNode, run, "forget_entities", claims=sorted(place.key for place in plan.replaced)))
    if plan.touched:
        run("clear_between_papers", uids=plan.touched)
    cleared = [old for old, _ in plan.changed] + plan.deleted
    if cleared:
        loosened["Phrase"].update(uids_from(run, "phrases_among_terms", papers=cleared))
        loosened.add(rows_as(WrittenNode, run, "clear_papers", uids=cleared))
    if loosened["Author"]:
        loosened["Institution"].update(uids_from(run, "institutions_of", authors=sorted(loosened["Author"])))
    if plan.deleted:
        run("delete_papers", uids=plan.deleted)
    return loosened


def _write_nodes(run: Run, rows: Rows) -> set[str]:
    """Have the nodes of these rows; the uids of the author records on which nothing hung before."""
    nodes: Mapping[str, Mapping[str, Row]] = {
        "merge_topics": rows.topics,
        "merge_phrases": rows.phrases,
        "merge_venues": rows.venues,
        "merge_institutions": rows.institutions,
    }
    for query, of_label in nodes.items():
        if of_label:
            # In uid order, so that two writers never wait for each other crosswise.
            run(query, rows=[of_label[uid] for uid in sorted(of_label)])
    if rows.broader:
        run("merge_broader_topics", rows=[rows.broader[tie] for tie in sorted(rows.broader)])
    merged = rows_as(_Merged, run, "merge_authors", uids=sorted(rows.authors)) if rows.authors else []
    return {uid for one in merged for uid in one.unattached}


def _write_relationships(run: Run, rows: Rows, *, has_citations: bool) -> None:
    relationships = {
        "create_wrote": rows.wrote,
        "create_written_at": rows.written_at,
        "create_edited": rows.edited,
        "create_published_in": rows.published_in,
        "create_about": rows.about,
        "create_mentions": rows.mentions,
        "create_describes": rows.describes,
        "describe_entities": rows.described_entities,
    }
    for query, of_type in relationships.items():
        if of_type:
            run(query, rows=of_type)
    if rows.cites:
        run("link_cited", cites={name: rows.cites.get(name, []) for name in PROPERTY_OF_SCHEME.values()})
    if rows.identified and has_citations:
        _link_citing(run, rows.identified)


def _link_citing(run: Run, identified: Sequence[Row]) -> None:
    """Tie papers, given with identifiers, to those that cited them before. Who cites them now is tied by `link_cited`."""
    papers: dict[str, list[str]] = {}
    for row in identified:
        papers.setdefault(str(row["id"]), []).append(str(row["paper"]))
    citing = rows_as(_Citing, run, "citing_claims", ids=sorted(papers))
    run("link_citing", rows=[{"paper": paper, "claim": one.claim} for one in citing for paper in papers[one.id]])


def _write_between_papers(run: Run, plan: Plan) -> None:
    """Near misses, and what notices are about."""
    if plan.near_misses:
        misses = [{"a": miss.a, "b": miss.b, "score": miss.score, "reasons": miss.reasons} for miss in plan.near_misses]
        run("create_near_misses", rows=misses)
    if plan.corrections:
        run("create_corrections", rows=[asdict(correction) for correction in plan.corrections])


def _delete_orphans(run: Run, rows: Rows, loosened: Loosened) -> bool:
    """Delete what nothing speaks of any more; whether anything may have gone."""
    lonely = {
        "delete_orphan_authors": loosened["Author"] - rows.authors.keys(),
        "delete_orphan_topics": loosened["Topic"] - rows.topics.keys(),
        "delete_orphan_phrases": loosened["Phrase"] - rows.phrases.keys(),
        "delete_orphan_venues": loosened["Venue"] - rows.venues.keys(),
        "delete_orphan_institutions": loosened["Institution"] - rows.institutions.keys(),
    }
    for query, uids in lonely.items():
        if uids:
            run(query, uids=sorted(uids))
    return any(lonely.values())

"""From decisions about authorships to the papers and slots in the graph, and back."""

from collections.abc import Collection, Iterable

from graph.decision_log.decision import Decision, SlotName
from graph.load.claims import PROPERTY_OF_SCHEME
from graph.load.decided_slots import name_slot
from graph.load.lookup import look_up
from graph.load.paper import paper_of
from graph.load.works import Work, group_claims
from graph.queries.bound import Run
from graph.queries.rows import uids_from
from loaders.fields.identifiers import work_id
from loaders.fields.named_ids import work_named
from loaders.records import Identifier
from loaders.schemes import JOINING_SCHEMES


def slots_on(run: Run, papers: Collection[str]) -> dict[str, list[tuple[str, SlotName]]]:
    """The slots of these papers, by the papers' uids: the record that each belongs to, and the name it is remembered by."""
    known = look_up(run, [], redo=papers)
    borrowed = {claim.id: work.borrowed for work in group_claims(known.claims())[0] for claim in work.claims}
    found: dict[str, list[tuple[str, SlotName]]] = {}
    for uid in papers:
        claims = known.papers[uid]
        work = Work(claims, frozenset().union(*(borrowed[claim.id] for claim in claims)))
        found[uid] = [(slot.owner, name_slot(work, slot)) for slot in paper_of(work, known.decided).slots]
    return found


def papers_called(run: Run, name: str) -> list[str]:
    """The uids of the papers that have this uid or this identifier, in any spelling ("doi:10.1/x", "https://doi.org/10.1/X")."""
    uids = uids_from(run, "papers_that_exist", uids=[name])
    named = work_named(name) if not uids else None
    if named and named.scheme in JOINING_SCHEMES:
        keys = _no_keys()
        keys[PROPERTY_OF_SCHEME[named.scheme]].add(named.value)
        uids = _papers_by_keys(run, keys)
    return sorted(set(uids))


def papers_named_by(run: Run, decisions: Iterable[Decision]) -> set[str]:
    """The uids of the papers in the graph that decisions may be about."""
    keys = _no_keys()
    uids: set[str] = set()
    records: set[str] = set()
    for decision in decisions:
        for slot in decision.slots:
            uids.add(slot.paper)
            keys["title_key"].update(slot.keys)
            for known in map(Identifier.of_curie, slot.ids):
                if known.scheme in JOINING_SCHEMES:
                    usual = work_id(known.scheme, known.value)
                    keys[PROPERTY_OF_SCHEME[known.scheme]].update({known.value, usual or known.value})
            if not slot.caption:
                # A paper without a title may have joined another since; it is still one of theirs.
                records.update(decision.records)
    papers = _papers_by_keys(run, keys) + uids_from(run, "papers_that_exist", uids=sorted(uids))
    papers += uids_from(run, "papers_of_authors", uids=sorted(records)) if records else []
    return set(papers)


def _no_keys() -> dict[str, set[str]]:
    return {name: set() for name in ("title_key", *PROPERTY_OF_SCHEME.values())}


def _papers_by_keys(run: Run, keys: dict[str, set[str]]) -> list[str]:
    return uids_from(run, "papers_by_keys", keys={name: sorted(values) for name, values in keys.items()})

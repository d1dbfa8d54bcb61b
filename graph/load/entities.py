"""Records about people, venues, institutions and topics themselves, as files of authors or of venues have them.

Each becomes, or joins, the node that papers point to, and is tied to it by DESCRIBES like a record about a paper.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

import msgspec

from graph.load.claims import ClaimId, digest
from graph.load.paper import venue_uid
from graph.load.rows import Row, Rows, add_broader, add_venue, institution_uid
from graph.load.slots import record_uid
from graph.queries.bound import Run
from loaders.records import Affiliation, Entity, InstitutionRecord, Person, TopicRecord, VenueRecord

LABEL = {Person: "Author", VenueRecord: "Venue", InstitutionRecord: "Institution", TopicRecord: "Topic"}


@dataclass(frozen=True)
class EntityClaim:
    """What record `id.record` of a document says about a person, venue, institution or topic."""

    id: ClaimId
    entity: Entity

    @property
    def payload(self) -> str:
        """The record as JSON."""
        return msgspec.json.encode(self.entity).decode()

    @property
    def hash(self) -> str:
        """Changes when the document's statement changes."""
        return digest(f"{self.label} {self.payload}")

    @property
    def label(self) -> str:
        """The label of the node."""
        return LABEL[type(self.entity)]

    @property
    def uid(self) -> str:
        """The uid of the node."""
        entity = self.entity
        if isinstance(entity, Person):
            return record_uid(entity.ids, entity.name)
        if isinstance(entity, VenueRecord):
            return venue_uid(entity.name)
        if isinstance(entity, InstitutionRecord):
            return institution_uid(Affiliation(entity.name, entity.ror))
        return entity.subject.curie


def write_entities(run: Run, claims: Sequence[EntityClaim]) -> tuple[frozenset[ClaimId], set[str]]:
    """Write records about people, venues, institutions and topics.

    Which of them met a node that was there already or came earlier in the batch, and the uids of the author records among them.
    """
    known = {cast(str, row["uid"]) for row in run("entities_that_exist", uids=sorted({claim.uid for claim in claims}))}
    joined: set[ClaimId] = set()
    for claim in claims:
        if claim.uid in known:
            joined.add(claim.id)
        known.add(claim.uid)
    _write_nodes(run, claims)
    run("describe_entities", rows=[_described(claim) for claim in claims])
    return frozenset(joined), {claim.uid for claim in claims if claim.label == "Author"}


def forget_entities(run: Run, places: Collection[ClaimId]) -> dict[str, set[str]]:
    """Take these records away again; the uids of what they described, by label."""
    touched: dict[str, set[str]] = {label: set() for label in LABEL.values()}
    for row in run("forget_entities", claims=sorted(place.key for place in places)):
        touched[cast(str, row["label"])].add(cast(str, row["uid"]))
    return touched


def _write_nodes(run: Run, claims: Iterable[EntityClaim]) -> None:
    rows = Rows()
    people: set[str] = set()
    for claim in claims:
        entity, uid = claim.entity, claim.uid
        if isinstance(entity, Person):
            people.add(uid)
            for affiliation in entity.affiliations:
                place = institution_uid(affiliation)
                rows.institutions.setdefault(place, {"uid": place, "name": affiliation.name, "ror": affiliation.ror})
        elif isinstance(entity, VenueRecord):
            add_venue(rows, uid, entity.name, entity.kind, _ids(entity), entity.aliases)
        elif isinstance(entity, InstitutionRecord):
            rows.institutions.setdefault(uid, {"uid": uid, "name": entity.name, "ror": entity.ror})
        else:
            subject = entity.subject
            label = subject.label or subject.code
            rows.topics.setdefault(uid, {"uid": uid, "label": label, "scheme": subject.scheme, "code": subject.code})
            add_broader(rows, uid, subject.broader)
    if people:
        run("merge_authors", uids=sorted(people))
    for query, found in (
        ("merge_venues", rows.venues),
        ("merge_institutions", rows.institutions),
        ("merge_topics", rows.topics),
        ("merge_broader_topics", rows.broader),
    ):
        if found:
            run(query, rows=[found[uid] for uid in sorted(found)])


def _looked_up(entity: Entity) -> Row:
    """What the tie itself holds, because it is looked up by it or worked out from it again: the names of a curated person, and
    how the document spells a venue."""
    if isinstance(entity, VenueRecord):
        return {"name": entity.name, "kind": entity.kind, "ids": _ids(entity), "aliases": list(entity.aliases)}
    if not isinstance(entity, Person):
        return {}
    return {
        "curates": [record_uid((), name) for name in entity.curated_names] or None,
        "shares": [record_uid((), name) for name in entity.shared_names] or None,
        "distinct_from": [other.curie for other in entity.distinct_from] or None,
    }


def _ids(entity: VenueRecord) -> list[str]:
    return [identifier.curie for identifier in entity.ids]


def _described(claim: EntityClaim) -> Row:
    properties: Row = {
        "claim": claim.id.key,
        "record": claim.id.record,
        "part": 0,
        "where": claim.entity.where,
        "said": claim.payload,
        "hash": claim.hash,
        **_looked_up(claim.entity),
    }
    return {"document": claim.id.document, "label": claim.label, "uid": claim.uid, "properties": properties}

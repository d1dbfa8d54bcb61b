"""Records about people, venues, institutions and topics, as rows for the write queries."""

from graph.load.entities import EntityClaim
from graph.load.node_rows import Row, Rows
from graph.load.uids import record_uid, topic_code
from graph.organisations.named import place_of
from loaders.records import Entity, InstitutionRecord, Person, TopicRecord, VenueRecord


def add_entity(rows: Rows, claim: EntityClaim) -> None:
    """Add the node that a record is about, what belongs to it, and the tie from its document."""
    entity, uid = claim.entity, claim.uid
    if isinstance(entity, Person):
        rows.add_author(uid)
        for affiliation in entity.affiliations:
            rows.add_affiliation(affiliation)
    elif isinstance(entity, VenueRecord):
        rows.add_venue(uid, entity.name, entity.kind, _ids(entity), entity.aliases)
    elif isinstance(entity, InstitutionRecord):
        rows.merge_institution(uid, place_of(entity).name)
    else:
        subject = entity.subject
        broader = [subject.broader] if subject.broader else []
        rows.add_topic(uid, subject.label or subject.code, subject.scheme, topic_code(subject), broader)
    rows.described_entities.append(_describes(claim))


def _describes(claim: EntityClaim) -> Row:
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


def _looked_up(entity: Entity) -> Row:
    """What the tie itself holds, because it is looked up by it or worked out from it again: the names of a curated person, and
    how the document spells a venue or a topic."""
    if isinstance(entity, VenueRecord):
        return {"name": entity.name, "kind": entity.kind, "ids": _ids(entity), "aliases": list(entity.aliases)}
    if isinstance(entity, TopicRecord):
        return {"label": entity.subject.label or entity.subject.code}
    if not isinstance(entity, Person):
        return {}
    return {
        "curates": [record_uid((), name) for name in entity.curated_names] or None,
        "shares": [record_uid((), name) for name in entity.shared_names] or None,
        "distinct_from": [other.curie for other in entity.distinct_from] or None,
    }


def _ids(entity: VenueRecord) -> list[str]:
    return [identifier.curie for identifier in entity.ids]

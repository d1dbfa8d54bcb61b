"""Records about people, venues, institutions and topics themselves, as files of authors or of venues have them.

Each becomes, or joins, the node that papers point to, and is tied to it by DESCRIBES like a record about a paper.
"""

from dataclasses import dataclass

import msgspec

from graph.load.claims import ClaimId, digest
from graph.load.uids import record_uid, topic_uid, venue_uid
from graph.organisations.named import place_of
from loaders.records import Entity, InstitutionRecord, Person, TopicRecord, VenueRecord

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
            return place_of(entity).uid
        return topic_uid(entity.subject)

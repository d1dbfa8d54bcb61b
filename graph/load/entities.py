"""Records about people, venues, institutions and topics themselves, as files of authors or of venues have them.

Each becomes, or joins, the node that papers point to, and is tied to it by DESCRIBES like a record about a paper.
"""

from dataclasses import dataclass

import msgspec

from graph.load.claims import ClaimId, digest
from graph.load.uids import institution_uid, record_uid, venue_uid
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

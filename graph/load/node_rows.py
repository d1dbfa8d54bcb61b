"""Rows for the write queries, and the rules by which nodes that several records speak of get one row."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from graph.load.uids import topic_code, topic_uid
from graph.organisations.named import Place, places_of
from graph.word_keys import phrase_uid
from loaders.records import Affiliation, Subject

Row = dict[str, object]


@dataclass
class Rows:
    """Rows for each write query, nodes deduplicated by uid. Of several spellings the first in alphabetical order stands."""

    authors: dict[str, Row] = field(default_factory=dict)
    topics: dict[str, Row] = field(default_factory=dict)
    phrases: dict[str, Row] = field(default_factory=dict)
    venues: dict[str, Row] = field(default_factory=dict)
    institutions: dict[str, Row] = field(default_factory=dict)
    broader: dict[tuple[str, str], Row] = field(default_factory=dict)
    """By the uids of the topic and of the one above it."""
    wrote: list[Row] = field(default_factory=list)
    written_at: list[Row] = field(default_factory=list)
    edited: list[Row] = field(default_factory=list)
    published_in: list[Row] = field(default_factory=list)
    about: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    describes: list[Row] = field(default_factory=list)
    described_entities: list[Row] = field(default_factory=list)
    owners: list[Row] = field(default_factory=list)
    """Whom whole documents are about."""
    cites: dict[str, list[Row]] = field(default_factory=dict)
    """By the property that holds the cited work's identifier."""
    identified: list[Row] = field(default_factory=list)
    """Each identifier of a written paper, by which others may have cited it before it came."""

    def add_author(self, uid: str) -> None:
        """Add an author record."""
        self.authors.setdefault(uid, {"uid": uid})

    def add_affiliation(self, affiliation: Affiliation) -> tuple[Place, ...]:
        """Add the institutions of an affiliation; what it says of each."""
        places = places_of(affiliation)
        for place in places:
            self.merge_institution(place.uid, place.name)
        return places

    def merge_institution(self, uid: str, name: str) -> None:
        """Add an institution under its uid. All but a first name is worked out when everything is written."""
        known = self.institutions.setdefault(uid, {"uid": uid, "name": name})
        known["name"] = min(str(known["name"]), name)

    def add_venue(self, uid: str, name: str, kind: str, ids: Iterable[str], aliases: Iterable[str] = ()) -> None:
        """Add a venue, of several kinds under the first in alphabetical order."""
        known = self.venues.setdefault(uid, {"uid": uid, "name": name, "kind": kind, "ids": [], "aliases": []})
        known["name"], known["kind"] = min(str(known["name"]), name), min(str(known["kind"]), kind)
        for key, values in (("ids", ids), ("aliases", aliases)):
            known[key] = sorted({*cast(list[str], known[key]), *values})

    def add_topic(self, uid: str, label: str, scheme: str, code: str, broader: Iterable[Subject]) -> None:
        """Add a topic, and those above it by whatever is said of them."""
        known = self.topics.setdefault(uid, {"uid": uid, "label": label, "scheme": scheme, "code": code})
        known["label"] = min(str(known["label"]), label)
        for above in broader:
            self._add_broader(uid, above)

    def add_phrase(self, key: str, label: str) -> str:
        """Add a phrase; its uid."""
        uid = phrase_uid(key)
        known = self.phrases.setdefault(uid, {"uid": uid, "code": key, "label": label})
        known["label"] = min(str(known["label"]), label)
        return uid

    def _add_broader(self, uid: str, broader: Subject | None) -> None:
        while broader is not None:
            above, label = topic_uid(broader), broader.label or broader.code
            # Two spellings of one keyword are not above each other.
            if above != uid:
                self.merge_broader(uid, above, broader.scheme, topic_code(broader), label)
            uid, broader = above, broader.broader

    def merge_broader(self, uid: str, above: str, scheme: str, code: str, label: str) -> None:
        """Add that a topic stands below another one."""
        row: Row = {"uid": uid, "broader": above, "scheme": scheme, "code": code, "label": label}
        tie = self.broader.setdefault((uid, above), row)
        tie["label"] = min(str(tie["label"]), label)

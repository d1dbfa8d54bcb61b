"""A plan as the rows that the write queries take."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from graph.load.claims import PROPERTY_OF_SCHEME, Claim, ids_by_scheme
from graph.load.paper import Paper, venue_uid
from graph.load.plan import Plan
from graph.load.slots import Slot, record_uid
from graph.load.text import title_key
from graph.names.affiliation_words import informative_words
from loaders.records import Affiliation, Identifier, Subject
from loaders.schemes import JOINING_SCHEMES

Row = dict[str, object]


@dataclass
class Rows:
    """Rows for each write query, nodes deduplicated by uid."""

    authors: dict[str, Row] = field(default_factory=dict)
    topics: dict[str, Row] = field(default_factory=dict)
    venues: dict[str, Row] = field(default_factory=dict)
    institutions: dict[str, Row] = field(default_factory=dict)
    broader: dict[str, Row] = field(default_factory=dict)
    wrote: list[Row] = field(default_factory=list)
    edited: list[Row] = field(default_factory=list)
    published_in: list[Row] = field(default_factory=list)
    about: list[Row] = field(default_factory=list)
    describes: list[Row] = field(default_factory=list)
    cites: dict[str, list[Row]] = field(default_factory=dict)
    """By the property that holds the cited work's identifier."""
    identified: list[Row] = field(default_factory=list)
    """Each identifier of a written paper, by which others may have cited it before it came."""


def rows_of(plan: Plan) -> Rows:
    """Everything that hangs on the papers that a plan writes."""
    rows = Rows()
    for paper in plan.written():
        _add_slots(rows, paper)
        _add_editors(rows, paper)
        _add_venues(rows, paper)
        _add_topics(rows, paper)
        _add_citations(rows, paper)
        for claim in paper.work.claims:
            rows.describes.extend(_describes(claim, paper.uid))
    return rows


def institution_uid(affiliation: Affiliation) -> str:
    """The uid of an institution: its ROR id, else its name."""
    return f"ror:{affiliation.ror}" if affiliation.ror else f"institution:{title_key(affiliation.name)}"


def _add_slots(rows: Rows, paper: Paper) -> None:
    for slot in paper.slots:
        owner = slot.owner
        rows.authors.setdefault(owner, {"uid": owner})
        institutions = [institution_uid(affiliation) for affiliation in slot.affiliations]
        for uid, affiliation in zip(institutions, slot.affiliations, strict=True):
            known = rows.institutions.setdefault(uid, {"uid": uid, "name": affiliation.name, "ror": affiliation.ror})
            known["name"] = min(str(known["name"]), affiliation.name)
        rows.wrote.append({"author": owner, "paper": paper.uid, "properties": _wrote(slot, institutions)})


def _wrote(slot: Slot, institutions: list[str]) -> Row:
    return {
        "position": slot.position,
        "name": slot.name,
        "names": slot.names,
        "ids": _ids(slot),
        "affiliation": "; ".join(affiliation.name for affiliation in slot.affiliations) or None,
        "words": informative_words(affiliation.name for affiliation in slot.affiliations) or None,
        "institutions": institutions or None,
        "kind": slot.kind if slot.kind != "person" else None,
        "moved_from": slot.moved_from,
        "decision": slot.decision,
        "kept": slot.kept or None,
    }


def _add_editors(rows: Rows, paper: Paper) -> None:
    for slot in paper.editors:
        rows.authors.setdefault(slot.owner, {"uid": slot.owner})
        properties = {
            "position": slot.position,
            "name": slot.name,
            "names": slot.names,
            "ids": _ids(slot),
            "kind": slot.kind if slot.kind != "person" else None,
        }
        rows.edited.append({"author": slot.owner, "paper": paper.uid, "properties": properties})


def _ids(slot: Slot) -> list[str] | None:
    return [known.curie for known in slot.ids] or None


def _add_venues(rows: Rows, paper: Paper) -> None:
    for seen in paper.appearances:
        uid = venue_uid(seen.venue)
        add_venue(rows, uid, seen.venue, seen.kind, seen.ids)
        properties: Row = {"year": seen.year, "kind": seen.kind, "name": seen.venue, "ids": list(seen.ids) or None}
        properties |= {"volume": seen.volume, "issue": seen.issue, "pages": seen.pages, "article_number": seen.article_number}
        rows.published_in.append({"paper": paper.uid, "venue": uid, "properties": properties})


def add_venue(rows: Rows, uid: str, name: str, kind: str, ids: Iterable[str], aliases: Iterable[str] = ()) -> None:
    """Add a venue; of several spellings and kinds the first in alphabetical order stands."""
    known = rows.venues.setdefault(uid, {"uid": uid, "name": name, "kind": kind, "ids": [], "aliases": []})
    known["name"], known["kind"] = min(str(known["name"]), name), min(str(known["kind"]), kind)
    for key, values in (("ids", ids), ("aliases", aliases)):
        known[key] = sorted({*cast(list[str], known[key]), *values})


def _add_topics(rows: Rows, paper: Paper) -> None:
    for topic in paper.topics:
        known = rows.topics.setdefault(
            topic.uid, {"uid": topic.uid, "label": topic.label, "scheme": topic.scheme, "code": topic.code}
        )
        known["label"] = min(str(known["label"]), topic.label)
        properties = {"origin": topic.origin, "score": topic.score, "label": topic.label}
        rows.about.append({"paper": paper.uid, "topic": topic.uid, "properties": properties})
        add_broader(rows, topic.uid, topic.broader)


def add_broader(rows: Rows, uid: str, broader: Subject | None) -> None:
    """Add the topics above a topic."""
    while broader is not None:
        above = broader.curie
        row: Row = {"uid": uid, "broader": above, "scheme": broader.scheme, "code": broader.code}
        rows.broader[uid] = {**row, "label": broader.label or broader.code}
        uid, broader = above, broader.broader


def _add_citations(rows: Rows, paper: Paper) -> None:
    for cited in sorted({cited for claim in paper.work.claims for cited in claim.record.cites}):
        if cited.scheme in JOINING_SCHEMES:
            rows.cites.setdefault(PROPERTY_OF_SCHEME[cited.scheme], []).append({"paper": paper.uid, "value": cited.value})
    ids = {known for claim in paper.work.claims for known in claim.joining_ids}
    rows.identified.extend({"paper": paper.uid, "id": known.curie} for known in sorted(ids))


def _describes(claim: Claim, paper: str) -> Iterable[Row]:
    """One row; further ones where the document gives several identifiers of one scheme, or where the work is a notice about
    several others, so that each can be looked up."""
    values = ids_by_scheme(claim.joining_ids)
    corrects = sorted(claim.notice_keys)
    parts = max([1, len(corrects), *map(len, values.values())])
    for part in range(parts):
        ids = {PROPERTY_OF_SCHEME[scheme]: given[part] for scheme, given in values.items() if part < len(given)}
        whole: Row = {
            "claim": claim.id.key,
            "where": claim.record.where,
            "said": claim.payload,
            "hash": claim.hash,
            "title_key": claim.join_key,
            "sketch": claim.sketch,
            "untitled_sketch": None if claim.title_key else claim.sketch,
            "cited_by": claim.record.cited_by,
            "cites": sorted({cited.curie for cited in claim.record.cites}) or None,
        }
        place: Row = {"record": claim.id.record, "part": part, "corrects": corrects[part] if part < len(corrects) else None}
        properties = {**place, **ids, **(whole if part == 0 else {})}
        yield {"document": claim.id.document, "paper": paper, "properties": properties}


def owner_row(document: str, name: str, ids: Iterable[Identifier], said: str) -> Row:
    """The row that ties a document to the author record of the person it is about."""
    return {"document": document, "author": record_uid(ids, name), "said": said}

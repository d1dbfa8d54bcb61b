"""Everything that hangs on a paper, as rows for the write queries."""

from collections.abc import Iterable, Sequence

from graph.load.claims import PROPERTY_OF_SCHEME, Claim, ids_by_scheme
from graph.load.node_rows import Row, Rows
from graph.load.paper import Paper
from graph.load.slots import Slot
from graph.load.uids import venue_uid
from graph.names.affiliation_words import informative_words
from graph.organisations.named import Place
from loaders.records import Affiliation
from loaders.schemes import JOINING_SCHEMES


def add_paper(rows: Rows, paper: Paper) -> None:
    """Add the people, venues, topics, phrases, citations and documents of a paper."""
    _add_slots(rows, paper)
    _add_editors(rows, paper)
    _add_venues(rows, paper)
    _add_topics(rows, paper)
    _add_citations(rows, paper)
    for claim in paper.work.claims:
        rows.describes.extend(_describes(claim, paper.uid))


def _add_slots(rows: Rows, paper: Paper) -> None:
    for slot in paper.slots:
        owner, affiliations = slot.owner, slot.affiliations
        rows.add_author(owner)
        places = [place for affiliation in affiliations for place in rows.add_affiliation(affiliation)]
        rows.wrote.append({"author": owner, "paper": paper.uid, "properties": _wrote(slot, affiliations, places)})
        for place in places:
            ends: Row = {"paper": paper.uid, "institution": place.uid, "author": owner, "year": paper.properties.get("year")}
            rows.written_at.append({**ends, "properties": _written_at(slot, owner, place)})


def _written_at(slot: Slot, owner: str, place: Place) -> Row:
    return {
        "author": owner,
        "position": slot.position,
        "name": place.name,
        "unit": place.unit,
        "city": place.city,
        "region": place.region,
        "country": place.country,
        "address": place.address,
        "ids": list(place.ids) or None,
    }


def _wrote(slot: Slot, affiliations: Sequence[Affiliation], places: Sequence[Place]) -> Row:
    return {
        "position": slot.position,
        "name": slot.name,
        "names": _names(slot),
        "ids": _ids(slot),
        "affiliation": "; ".join(affiliation.name for affiliation in affiliations) or None,
        "words": informative_words(affiliation.name for affiliation in affiliations) or None,
        "institutions": list(dict.fromkeys(place.uid for place in places)) or None,
        "kind": slot.kind if slot.kind != "person" else None,
        "moved_from": slot.moved_from,
        "decision": slot.decision,
        "kept": slot.kept or None,
    }


def _add_editors(rows: Rows, paper: Paper) -> None:
    for slot in paper.editors:
        owner = slot.owner
        rows.add_author(owner)
        properties = {
            "position": slot.position,
            "name": slot.name,
            "names": _names(slot),
            "ids": _ids(slot),
            "kind": slot.kind if slot.kind != "person" else None,
        }
        rows.edited.append({"author": owner, "paper": paper.uid, "properties": properties})


def _names(slot: Slot) -> list[str]:
    """What the author record is called by: as printed here, and otherwise by the source."""
    return sorted({*slot.names, *slot.other_names})


def _ids(slot: Slot) -> list[str] | None:
    return [known.curie for known in slot.ids] or None


def _add_venues(rows: Rows, paper: Paper) -> None:
    for seen in paper.appearances:
        uid = venue_uid(seen.venue)
        rows.add_venue(uid, seen.venue, seen.kind, seen.ids)
        properties: Row = {"year": seen.year, "kind": seen.kind, "name": seen.venue, "ids": list(seen.ids) or None}
        properties |= {"volume": seen.volume, "issue": seen.issue, "pages": seen.pages, "article_number": seen.article_number}
        properties |= {"date": seen.date, "series": list(seen.series) or None}
        rows.published_in.append({"paper": paper.uid, "venue": uid, "properties": properties})


def _add_topics(rows: Rows, paper: Paper) -> None:
    for topic in paper.topics:
        uid = topic.uid
        rows.add_topic(uid, topic.label, topic.scheme, topic.code, topic.broader)
        properties = {"origin": "given", "score": topic.score, "label": topic.label}
        rows.about.append({"paper": paper.uid, "topic": uid, "properties": properties})
    for phrase in paper.phrases:
        said: Row = {"label": phrase.label, "score": phrase.score}
        rows.mentions.append({"paper": paper.uid, "phrase": rows.add_phrase(phrase.key, phrase.label), "properties": said})


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

"""Semantic Scholar: papers and authors of the Graph API, and the lines of its data sets (S2AG, S2ORC).

Formats: https://api.semanticscholar.org/api-docs/graph, https://api.semanticscholar.org/api-docs/datasets. The data sets write
members in lower case, S2ORC of 2020 in its own way; `loaders.semantic_scholar.papers` reads all of them.
"""

from collections.abc import Iterator

from loaders.fields.links import issn_ids
from loaders.fields.publication_types import publication_kind
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, text, texts
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Record, Rejection, VenueRecord
from loaders.semantic_scholar.papers import owned_paper, paper, paper_key, person

NAME = "semantic_scholar"
ABOUT = "Semantic Scholar papers and authors as JSON: API answers, pages, data set lines"
SITE = "Semantic Scholar"

_LISTS = (("data",), ("recommendedPapers",))
_PAPER = {
    "paperId",
    "corpusid",
    "corpusId",
    "externalIds",
    "externalids",
    "outbound_citations",
    "outCitations",
    "s2FieldsOfStudy",
}
_KEYS = _PAPER | {"authorId", "citingPaper", "citedPaper", "citingcorpusid", "matchScore", "isInfluential", "s2orc"}
_NOTHING_KEPT = {"vector": "an embedding", "embedding": "an embedding", "model": "a machine-made summary", "snippet": "a snippet"}


def recognise(head: str) -> bool:
    """Whether the first records have keys that only Semantic Scholar uses, or an empty page has its paging keys."""
    outer = envelope(head)
    if outer.get("data") == [] and {"total", "offset"} & outer.keys() and "meta" not in outer:
        return True
    return any(_is_own(record) for record in first_records(head, _LISTS))


def _is_own(record: JsonObject) -> bool:
    if {"id", "alternate_names"} <= record.keys() or {"paper_id", "outbound_citations"} <= record.keys():
        return True
    return bool(_KEYS & record.keys()) or {"authorid", "papercount"} <= record.keys()


def read(source: Source) -> Items:
    """The header, then a record for every paper, also those under an author or as citing, and a `Person` for every author."""
    total = number(envelope(source.head()).get("total"))
    yield Header(format=NAME, source=SITE, declared=matches(total))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    nested = value.get("citingPaper") or value.get("citedPaper") or (value.get("paper") if "snippet" in value else None)
    value = mapping(nested) if nested else value
    if "citingcorpusid" in value:
        yield _citation(value, place)
    elif "authorId" in value or ("authorid" in value and "corpusid" not in value):
        yield from _author(value, place)
    elif "alternate_names" in value:
        yield _venue(value, place)
    elif {"error", "message"} & value.keys() and not _PAPER & value.keys():
        yield Rejection(place, f"Semantic Scholar answered: {str(value.get('error') or value.get('message'))[:200]}")
    else:
        yield from _paper(value, place)


def _paper(value: JsonObject, place: str) -> Iterator[Item]:
    where = numbered(place, paper_key(value))
    record = paper(value, where)
    if not (record.title or record.abstract or record.authors or record.cites or len(record.ids) > 1):
        kept = next((what for key, what in _NOTHING_KEPT.items() if key in value), None)
        reason = f"it is {kept}, of which nothing is kept" if kept else "it has neither a title, authors nor an abstract"
        yield Rejection(where, f"{reason}; load the papers themselves")
        return
    yield record
    own = next((identifier for identifier in record.ids if identifier.scheme == "s2"), None)
    for number_, citing in enumerate(objects(value.get("citations")), 1):
        other = paper(citing, f"{where}, citation {number_}", cites=own)
        yield other if other.title or other.ids else Rejection(other.where, "it has neither a title nor an id; leave it out")


def _author(value: JsonObject, place: str) -> Iterator[Item]:
    key = text(value.get("authorId")) or text(value.get("authorid"))
    where = numbered(place, key)
    owner = person(value, where)
    if owner is None:
        yield Rejection(where, "the author has no name; ask for the field name too")
    else:
        yield owner
    for number_, listed in enumerate(objects(value.get("papers")), 1):
        record: Record = owned_paper(listed, f"{where}, paper {number_}", owner)
        yield record if record.title or record.ids else Rejection(record.where, "it has neither a title nor an id; leave it out")


def _citation(value: JsonObject, where: str) -> Record | Rejection:
    citing, cited = text(value.get("citingcorpusid")), text(value.get("citedcorpusid"))
    if citing is None or cited is None:
        return Rejection(where, "one end of the citation has no corpus id; nothing can be tied to it")
    ids, cites = (Identifier("corpusid", citing),), (Identifier("corpusid", cited),)
    return Record(where=where, ids=ids, cites=cites, authors_complete=False)


def _venue(value: JsonObject, place: str) -> VenueRecord | Rejection:
    key, name = text(value.get("id")), text(value.get("name"))
    where = numbered(place, key)
    if name is None:
        return Rejection(where, "the venue has no name; leave it out")
    ids = [Identifier("s2", key)] if key else []
    ids += issn_ids(*texts(value.get("issn")), *texts(value.get("alternate_issns")))
    others = tuple(other for other in texts(value.get("alternate_names")) if other != name)
    return VenueRecord(where=where, name=name, kind=publication_kind(text(value.get("type"))), ids=tuple(ids), aliases=others)

"""AMiner's citation network (DBLP-Citation from v10 on) and the Open Academic Graph as JSON: papers, authors, venues, places.

Formats: https://www.aminer.cn/citation, https://www.aminer.cn/oag-2-1. Release 13 is written as MongoDB's shell prints it.
"""

import json
from collections.abc import Iterator

from loaders.aminer.entities import affiliation, person, venue
from loaders.aminer.people import authors
from loaders.fields.citation_counts import counted_citations
from loaders.fields.identifiers import arxiv, doi, doi_in_address, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text, words_in_order
from loaders.parsing.json_head import first_records
from loaders.parsing.json_items import object_items
from loaders.parsing.json_shell import ShellTypes, untyped, without_shell_types
from loaders.parsing.json_values import JsonObject, first_text, mapping, number, numbered, score, sequence, text, texts
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "aminer"
ABOUT = "AMiner's citation network (DBLP-Citation) and the Open Academic Graph as JSON, arrays and lines"
SITE = "AMiner"

_PAPER = frozenset(("n_citation", "indexed_abstract", "page_start", "v12_id"))
_ENTITIES = frozenset(("n_pubs", "normalized_name", "NormalizedName"))
_TYPES: dict[str, PublicationKind] = {"C": "conference", "J": "journal", "B": "book"}


def recognise(head: str) -> bool:
    """Whether the first records have members that only AMiner's releases have."""
    return any(map(_is_own, first_records(without_shell_types(head))))


def _is_own(record: JsonObject) -> bool:
    if _ENTITIES & record.keys() and {"id", "_id"} & record.keys():
        return True
    if not {"title", "authors"} & record.keys():
        return False
    within_venue = mapping(record.get("venue")).keys()
    return bool(_PAPER & record.keys()) or ("_id" in record and bool({"raw", "name_d", "_id"} & within_venue))


def read(source: Source) -> Items:
    """The header, then a record for every paper, a `Person` for every author, and so on for venues and affiliations."""
    yield Header(format=NAME, source=SITE)
    yield from object_items(source, (), _read, ShellTypes())


def identifier(value: object) -> Identifier | None:
    """The id of a work or a person: numbers are those of the Microsoft Academic Graph, which releases 11 and 12 and the Open
    Academic Graph took over; AMiner's own have letters."""
    key = text(untyped(value))
    return Identifier("mag" if key.isdigit() else "aminer", key) if key else None


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    key = identifier(value.get("id") or value.get("_id"))
    where = numbered(place, key.value if key else None)
    if "title" in value or "authors" in value:
        yield _paper(value, where, key)
    elif "DisplayName" in value:
        is_venue = {"JournalId", "ConferenceId", "VenueType"} & value.keys()
        yield venue(value, where, key) if is_venue else affiliation(value, where, key)
    elif "name" in value:
        yield person(value, where, key)
    else:
        yield Rejection(where, "it is neither a paper, an author, a venue nor an affiliation; leave it out")


def _paper(value: JsonObject, where: str, key: Identifier | None) -> Record | Rejection:
    title, abstract = title_text(value.get("title")), _abstract(value)
    people, complete = authors(value.get("authors"), identifier)
    ids = _ids(value, key)
    if not (title or abstract or people):
        return Rejection(where, "the paper has neither a title, authors nor an abstract; leave it out")
    year = number(untyped(value.get("year")))
    year = year if year and 1000 <= year < 2100 else None
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=text(value.get("doc_type")),
        year=year,
        date=str(year) if year else None,
        ids=ids,
        authors=people,
        authors_complete=bool(people) and complete,
        publications=_publications(value, ids, year),
        subjects=_subjects(value),
        cites=each_once(*(known for one in sequence(value.get("references")) if (known := identifier(one)))),
        **counted_citations(untyped(value.get("n_citation"))),
        **numbering(
            volume=value.get("volume"), issue=value.get("issue"), first=value.get("page_start"), last=value.get("page_end")
        ),
        **imprint(publisher=text(value.get("publisher")), language=text(value.get("lang")), urls=texts(value.get("url"))),
    )


def _abstract(value: JsonObject) -> str | None:
    """The abstract, else the one in an inverted index, which may be JSON within a text."""
    index = value.get("indexed_abstract")
    if isinstance(index, str) and index.lstrip().startswith("{"):
        try:
            index = json.loads(index, strict=False)
        except ValueError:
            index = None
    return abstract_text(value.get("abstract")) or words_in_order(index)


def _ids(value: JsonObject, key: Identifier | None) -> tuple[Identifier, ...]:
    links = " ".join((*texts(value.get("url")), *texts(value.get("pdf"))))
    older = identifier(value.get("v12_id"))
    others = work_ids(
        doi_in=doi(text(value.get("doi"))) or doi_in_address(links),
        arxiv_in=next((link for link in links.split() if "arxiv.org/" in link.lower() and arxiv(link)), None),
        isbn_in=first_text(value.get("isbn")),
    )
    return each_once(*((key,) if key else ()), *((older,) if older else ()), *others)


def _publications(value: JsonObject, ids: tuple[Identifier, ...], year: int | None) -> tuple[Publication, ...]:
    place = mapping(value.get("venue"))
    names = (value.get("venue"), place.get("raw"), place.get("name_d"), place.get("name"))
    name = next((found for printed in names if (found := title_text(printed))), None)
    type_ = text(place.get("type")) or ""
    kind = _TYPES.get(type_) or _TYPES.get(text(place.get("t")) or "") or publication_kind(text(value.get("doc_type")))
    kind = kind if kind != "other" else publication_kind(name)
    preprint = arxiv(next((each.value for each in ids if each.scheme == "arxiv"), None))
    numbers = (text(place.get("issn")), *texts(value.get("issn")))
    return publications(name, kind, year, preprint, issn_ids(*numbers))


def _subjects(value: JsonObject) -> tuple[Subject, ...]:
    """Fields of study, with their weights where they have some, and keywords; distinct in any case."""
    found: dict[tuple[str, str], Subject] = {}
    for item in sequence(value.get("fos")):
        label = text(item) or text(mapping(item).get("name"))
        if label:
            weight = score(mapping(item).get("w"))
            found.setdefault(("mag", label.casefold()), Subject(scheme="mag", code=label.casefold(), label=label, score=weight))
    for label in texts(value.get("keywords")):
        found.setdefault(("keyword", label.casefold()), Subject(scheme="keyword", code=label.casefold(), label=label))
    return tuple(found.values())

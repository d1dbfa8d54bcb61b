"""Dimensions: answers of its API as JSON, publications and researchers; also records alone, in lists and in lines.

Format: https://docs.dimensions.ai/dsl/datasource-publications.html, …/datasource-researchers.html
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from loaders.author_lists.author_entries import People, people_of
from loaders.dimensions.people import RESEARCHER, known_researchers, people, researcher
from loaders.dimensions.topics import CODED, coded, fields_of_research
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import parsed_date
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import imprint
from loaders.fields.institution_ids import institution_id, stated_place
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import (
    JsonObject,
    first_text,
    mapping,
    number,
    numbered,
    objects,
    score,
    sequence,
    text,
    texts,
    within,
)
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, InstitutionRecord, Item, Items, Publication, Record, Rejection, Subject

NAME = "dimensions"
ABOUT = "answers of Dimensions' API as JSON: publications, researchers, organizations"
SITE = "Dimensions"

_LISTS = (("publications",),)
"""Publications have researchers too: lists of these are read with the answer around them."""
_ENTITIES = ("researchers", "organizations")
_OTHERS = ("grants", "patents", "clinical_trials", "policy_documents", "datasets", "reports", "source_titles", "funders")
_PUBLICATION = re.compile(r"pub\.\d+")
_ORGANIZATION = re.compile(r"grid\.\d+\.[0-9a-f]+")
_KINDS: dict[str, PublicationKind] = {
    "article": "journal", "proceeding": "conference", "chapter": "book", "monograph": "book", "book": "book",
    "edited_book": "book", "preprint": "preprint",
}  # fmt: skip
_CLASSIFICATIONS = {
    "category_sdg": "sdg", "category_uoa": "uoa", "category_rcdc": "rcdc", "category_hrcs_hc": "hrcs_hc",
    "category_hrcs_rac": "hrcs_rac", "category_icrp_ct": "cancer_type", "category_icrp_cso": "cso",
}  # fmt: skip
_ORGANIZATION_IDS = {"isni_ids": "isni", "wikidata_ids": "wikidata", "external_ids_fundref": "fundref"}


def recognise(head: str) -> bool:
    """Whether the first records have ids of Dimensions, or an answer its statistics beside one of its sources."""
    outer = envelope(head)
    if "_stats" in outer and any(name in outer for name in ("publications", *_ENTITIES, *_OTHERS)):
        return True
    return any(_is_own(record) for record in first_records(head, _LISTS))


def _is_own(record: JsonObject) -> bool:
    key = text(record.get("id")) or ""
    is_person = bool(RESEARCHER.fullmatch(key)) and bool({"last_name", "first_name"} & record.keys())
    return bool(_PUBLICATION.fullmatch(key)) or is_person


def read(source: Source) -> Items:
    """The header, then a record for every publication, a `Person` for every researcher."""
    yield Header(format=NAME, source=SITE, declared=matches(number(within(envelope(source.head()), "_stats", "total_count"))))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    key = text(value.get("id"))
    where = numbered(place, key)
    if "_stats" in value or "errors" in value:
        yield from _of_answer(value, where)
    elif key and RESEARCHER.fullmatch(key):
        yield researcher(value, where)
    elif key and _ORGANIZATION.fullmatch(key):
        yield _organization(value, where)
    else:
        yield _record(value, where)


def _of_answer(value: JsonObject, where: str) -> Iterator[Item]:
    """What an answer without publications says: people and places, an error, or records of another source."""
    for name in _ENTITIES:
        for number_, one in enumerate(objects(value.get(name)), 1):
            yield from _read(one, f"{where}, {name} {number_}")
    if "errors" in value:
        said = text(within(value, "errors", "query", "header")) or text(value.get("errors")) or "an error"
        yield Rejection(where, f"Dimensions answered: {said[:200]}; correct the query")
    for name in _OTHERS:
        if sequence(value.get(name)):
            yield Rejection(where, f"it holds {name.replace('_', ' ')}, of which the graph keeps nothing; ask for publications")


def _worded(value: object) -> str | None:
    """A text; Dimensions on BigQuery has some in several languages."""
    return text(value) or text(within(value, "preferred")) or text(within(value, "original"))


def _record(value: JsonObject, where: str) -> Record | Rejection:
    title = title_text(_worded(value.get("title")))
    abstract = abstract_text(_worded(value.get("abstract")), title)
    authors, complete = _people(value)
    ids, cites = _ids(value), _cites(value)
    if not (title or abstract or authors or cites or len(ids) > 1):
        return Rejection(
            where, "it has neither a title, authors, an abstract nor a second identifier; ask for publications[basics]"
        )
    year, date = _when(value)
    kind = text(value.get("type"))
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=kind,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(value, kind, year),
        subjects=tuple(_subjects(value)),
        cites=cites,
        retracted=is_retracted_kind(kind, text(value.get("document_type"))),
        **counted_citations(value.get("times_cited")),
        **numbering(volume=value.get("volume"), issue=value.get("issue"), pages=value.get("pages")),
        **imprint(
            publisher=text(value.get("publisher")) or text(within(value, "publisher", "name")), urls=(text(value.get("linkout")),)
        ),
    )


def _people(value: JsonObject) -> People:
    """The authors and editors; where no authors were asked for, those whom Dimensions knows, at no known place."""
    found, complete = people(value)
    if any(person.role == "author" for person in found):
        return found, complete
    known, _ = people_of(known_researchers(value))
    return (*(replace(person, position=None) for person in known), *found), False


def _ids(value: JsonObject) -> tuple[Identifier, ...]:
    """Of a preprint also the DOI of what it became, as other sources of preprints give it."""
    key = text(value.get("id"))
    became = first_text(value.get("resulting_publication_doi"))
    is_book = text(value.get("type")) in ("book", "monograph", "edited_book")
    return each_once(
        *work_ids(
            doi_in=text(value.get("doi")),
            arxiv_in=text(value.get("arxiv_id")),
            pmid=text(value.get("pmid")),
            pmcid=text(value.get("pmcid")),
            isbn_in=" ".join(texts(value.get("isbn"))) if is_book else None,
        ),
        *((Identifier("dimensions", key),) if key and _PUBLICATION.fullmatch(key) else ()),
        *(work_ids(doi_in=became) if text(value.get("type")) == "preprint" else ()),
    )


def _when(value: JsonObject) -> tuple[int | None, str | None]:
    """The year, and the most exact date of it. `date` is filled up with ones ("2018" is "2018-01-01"), which say nothing."""
    filled = parsed_date(text(value.get("date")) or text(value.get("date_normal")))
    while filled and filled.endswith("-01"):
        filled = filled[:-3]
    dates = [filled, *(parsed_date(text(value.get(name))) for name in ("date_print", "date_online"))]
    year = number(value.get("year")) or next((int(date[:4]) for date in dates if date), None)
    of_year = [date for date in dates if date and date.startswith(str(year))]
    return year, max(of_year, key=len, default=str(year) if year else None)


def _publications(value: JsonObject, kind: str | None, year: int | None) -> tuple[Publication, ...]:
    """The proceedings of a paper, the book of a chapter, else the journal or the server."""
    journal = mapping(value.get("journal"))
    means = _KINDS.get(kind or "") or publication_kind(kind)
    names = ["book_title", "proceedings_title"] if means == "book" else ["proceedings_title"] if means == "conference" else []
    printed = [text(value.get(name)) for name in names]
    printed += [text(journal.get("title")), text(value.get("journal_title_raw")), text(within(value, "source_title", "title"))]
    printed += [text(value.get("book_series_title"))]
    name = next((found for one in printed if (found := title_text(one))), None)
    name = name or publisher_as_venue(text(value.get("publisher")), means)
    return publications(name, means, year, None, issn_ids(*texts(value.get("issn"))))


def _subjects(value: JsonObject) -> Iterator[Subject]:
    """Fields of research and the other classifications, concepts with their relevance, MeSH headings."""
    fields = [name for part in ("category_for_2020", "category_for") for name in _names(value.get(part))]
    yield from fields_of_research(dict.fromkeys(fields))
    for part, scheme in _CLASSIFICATIONS.items():
        yield from coded(_names(value.get(part)), scheme, CODED)
    scored = list(objects(value.get("concepts_scores")))
    for one in scored:
        if label := text(one.get("concept")):
            yield Subject(scheme="dimensions", code=label.casefold(), label=label, score=score(one.get("relevance")))
    if not scored:
        yield from keywords(texts(value.get("concepts")), separators="\n", scheme="dimensions")
    yield from keywords(texts(value.get("mesh_terms")), separators="\n", scheme="mesh")


def _names(listed: object) -> list[str]:
    """The names of categories; of answers in one text they stand with semicolons between."""
    found = [name for one in objects(listed) if (name := text(one.get("name")))]
    return found or [part for one in texts(listed) for part in one.split(";")]


def _cites(value: JsonObject) -> tuple[Identifier, ...]:
    linked = (text(one.get("id")) for one in objects(value.get("referenced_pubs")))
    keys = dict.fromkeys((*texts(value.get("reference_ids")), *filter(None, linked)))
    return tuple(Identifier("dimensions", key) for key in keys if _PUBLICATION.fullmatch(key))


def _organization(value: JsonObject, where: str) -> InstitutionRecord | Rejection:
    name = text(value.get("name"))
    if name is None:
        return Rejection(where, "the organization has no name; ask for that field too")
    given = [("grid", value.get("id"))]
    given += [("ror", one) for one in texts(value.get("ror_ids"))[:1]]
    given += [(scheme, one) for part, scheme in _ORGANIZATION_IDS.items() for one in texts(value.get(part))]
    ids = tuple(dict.fromkeys(found for called, one in given if (found := institution_id(called, one))))
    ror = next((one.value for one in ids if one.scheme == "ror"), None)
    aliases = (*texts(value.get("acronym")), *texts(value.get("aliases")))
    return InstitutionRecord(
        where=where,
        name=name,
        ror=ror,
        ids=ids,
        aliases=tuple(one for one in aliases if one != name),
        country=stated_place(value.get("country_code")) or stated_place(value.get("country_name")),
        city=stated_place(value.get("city_name")),
    )

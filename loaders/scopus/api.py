"""Scopus's APIs: answers of the search (views STANDARD and COMPLETE), of the abstract retrieval, of author search and retrieval.

Format: https://dev.elsevier.com/sc_search_views.html, https://dev.elsevier.com/sc_abstract_retrieval_views.html
"""

from collections.abc import Iterator

from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, sequence, text, within
from loaders.parsing.source import Source
from loaders.records import Affiliation, Header, Identifier, Item, Items, Record, Rejection, Remark, Subject
from loaders.scopus.authors import person
from loaders.scopus.people import affiliations_by_id, people

NAME = "scopus_api"
ABOUT = "answers of Scopus's APIs as JSON (search, abstract retrieval, authors)"
SITE = "Scopus"

_LISTS = (("search-results", "entry"), ("author-retrieval-response",))
_ANSWERS = ("abstracts-retrieval-response", "abstract-retrieval-response")
_ERRORS = ("service-error", "error-response")
_KINDS: dict[str, PublicationKind] = {
    "journal": "journal",
    "trade journal": "journal",
    "conference proceeding": "conference",
    "book": "book",
    "book series": "book",
    "report": "report",
    "dissertation": "thesis",
}
_SUBTYPES = {
    "ar": "Article", "re": "Review", "cp": "Conference Paper", "ch": "Book Chapter", "bk": "Book", "le": "Letter",
    "ed": "Editorial", "no": "Note", "sh": "Short Survey", "er": "Erratum", "cr": "Conference Review", "dp": "Data Paper",
    "rp": "Report", "tb": "Retracted",
}  # fmt: skip
"""What the codes of document types stand for: https://service.elsevier.com/app/answers/detail/a_id/14806/supporthub/scopus/"""
_KEYS = {"eid", "dc:identifier", "prism:publicationName", "prism:coverDate", "citedby-count", "subtypeDescription"}


def recognise(head: str) -> bool:
    """Whether the beginning is an answer of the search, of a retrieval, or an error, or an entry with the members of these."""
    outer = envelope(head)
    if "search-results" in outer or any(name in outer for name in (*_ANSWERS, *_ERRORS)):
        return True
    return any(_is_own(record) for record in first_records(head, _LISTS))


def _is_own(record: JsonObject) -> bool:
    return len(_KEYS & record.keys()) > 2 or "coredata" in record or any(name in record for name in _ANSWERS)


def read(source: Source) -> Items:
    """The header, then a record for every work and a `Person` for every author of an author search."""
    results = mapping(envelope(source.head()).get("search-results"))
    query = text(within(results, "opensearch:Query", "@searchTerms"))
    facts = (("query", query),) if query else ()
    yield Header(format=NAME, source=SITE, declared=matches(number(results.get("opensearch:totalResults"))), facts=facts)
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    value = next((mapping(value[name]) for name in _ANSWERS if name in value), value)
    core = mapping(value.get("coredata")) or value
    where = numbered(place, text(core.get("eid")) or text(core.get("dc:identifier")))
    if "search-results" in value:  # an answer whose entries are no list: none, or one by itself
        for entry in objects(within(value, "search-results", "entry")):
            yield from _read(entry, place)
    elif "preferred-name" in value or "author-profile" in value:
        yield person(value, core, where)
    elif "error" in value or any(name in value for name in _ERRORS):
        yield _error(value, where)
    elif "affiliation-name" in core:
        yield Rejection(where, "it is an affiliation by itself, which is not read; ask for its works or authors")
    else:
        yield _record(value, core, where)


def _error(value: JsonObject, where: str) -> Rejection | Remark:
    said = (
        text(value.get("error"))
        or text(within(value, "service-error", "status", "statusText"))
        or text(within(value, "error-response", "error-message"))
        or "an error"
    )
    if "empty" in said.casefold():
        return Remark(where, f"Scopus found nothing: {said}")
    return Rejection(where, f"Scopus answered: {said[:200]}; correct the query, and ask again")


def _record(value: JsonObject, core: JsonObject, where: str) -> Record | Rejection:
    title = title_text(core.get("dc:title"))
    abstract = abstract_text(_abstract(value, core), title)
    ids = _ids(core)
    if title is None and abstract is None and not ids:
        return Rejection(where, "it has neither a title nor an identifier; ask for the view STANDARD or COMPLETE")
    authors, complete = people(value, core, _affiliations(value))
    date = parsed_date(text(core.get("prism:coverDate")))
    year = year_of(date, text(core.get("prism:coverDisplayDate")))
    subtype = text(core.get("subtype")) or ""
    kind = text(core.get("subtypeDescription")) or _SUBTYPES.get(subtype, subtype) or None
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=kind,
        year=year,
        date=date or (str(year) if year else None),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(
            title_text(core.get("prism:publicationName")),
            _kind(core, kind),
            year,
            ids=issn_ids(text(core.get("prism:issn")), text(core.get("prism:eIssn"))),
        ),
        subjects=tuple(_subjects(value)),
        cites=tuple(dict.fromkeys(_cites(value))),
        retracted=is_retracted_kind(kind),
        **counted_citations(core.get("citedby-count")),
        **numbering(
            volume=core.get("prism:volume"),
            issue=core.get("prism:issueIdentifier"),
            pages=core.get("prism:pageRange"),
            first=core.get("prism:startingPage"),
            last=core.get("prism:endingPage"),
            article_number=core.get("article-number"),
        ),
        **_imprint(value, core),
    )


def _imprint(value: JsonObject, core: JsonObject) -> Imprint:
    """Publisher and language; the record behind the full view has the publisher too."""
    behind = within(value, "item", "bibrecord", "head", "source", "publisher")
    names = [text(core.get("dc:publisher")), *(text(one.get("publishername")) for one in objects(behind))]
    return imprint(
        publisher=next(filter(None, names), None),
        language=text(within(value, "language", "@xml:lang")) or text(value.get("language")) or text(core.get("language")),
    )


def _kind(core: JsonObject, kind: str | None) -> PublicationKind:
    return _KINDS.get((text(core.get("prism:aggregationType")) or "").casefold()) or publication_kind(kind)


def _abstract(value: JsonObject, core: JsonObject) -> object:
    """The description; in the full view it may stand in the record behind it alone."""
    given = core.get("dc:description")
    paragraphs = within(given, "abstract", "ce:para") or within(value, "item", "bibrecord", "head", "abstracts")
    return given if isinstance(given, str) else _dollar(paragraphs)


def _dollar(value: object) -> str | None:
    """The text of a member that is one, or that an object holds as "$"."""
    return text(value) or text(mapping(value).get("$"))


def _ids(core: JsonObject) -> tuple[Identifier, ...]:
    numbers = [_dollar(one) for one in sequence(core.get("prism:isbn"))]
    return work_ids(
        doi_in=text(core.get("prism:doi")),
        scopus=text(core.get("eid")) or text(core.get("dc:identifier")),
        pmid=text(core.get("pubmed-id")),
        isbn_in=" ".join(filter(None, numbers)),
    )


def _affiliations(value: JsonObject) -> dict[str, Affiliation]:
    return affiliations_by_id(value.get("affiliation"))


def _subjects(value: JsonObject) -> Iterator[Subject]:
    """Keywords of the authors, index terms, and the subject areas of the journal by their codes: 1702 lies within 1700."""
    listed = value.get("authkeywords")
    words = [_dollar(one) for one in sequence(mapping(listed).get("author-keyword"))] or [text(listed)]
    yield from keywords(filter(None, words), separators="|;")
    yield from keywords(filter(None, (_dollar(one) for one in objects(within(value, "idxterms", "mainterm")))), scheme="scopus")
    for area in objects(within(value, "subject-areas", "subject-area")):
        code, label = text(area.get("@code")), _dollar(area)
        if code and label:
            above = Subject(scheme="asjc", code=f"{code[:2]}00") if len(code) == 4 and not code.endswith("00") else None
            yield Subject(scheme="asjc", code=code, label=label, broader=above)


def _cites(value: JsonObject) -> Iterator[Identifier]:
    """The references, each by its DOI, else by its number in Scopus (view FULL or REF)."""
    listed = within(value, "item", "bibrecord", "tail", "bibliography", "reference") or within(value, "references", "reference")
    for reference in objects(listed):
        items = list(objects(within(reference, "ref-info", "refd-itemidlist", "itemid")))
        given = {(text(item.get("@idtype")) or "").upper(): _dollar(item) for item in items}
        number_ = given.get("SGR") or text(reference.get("scopus-id"))
        doi_in = given.get("DOI") or text(reference.get("ce:doi"))
        eid = text(reference.get("scopus-eid")) or (f"2-s2.0-{number_}" if number_ else None)
        yield from work_ids(doi_in=doi_in)[-1:] or work_ids(scopus=eid)

"""INSPIRE: literature and authors as its REST API gives them, as pages, single records or lines.

Format: https://github.com/inspirehep/rest-api-doc, https://inspire-schemas.readthedocs.io/en/latest/schemas/
"""

import re
from collections.abc import Iterator

from loaders.fields.arxiv_categories import arxiv_subject
from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.inspire.people import author, people
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, first_text, mapping, number, numbered, objects, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "inspire"
ABOUT = "INSPIRE literature and authors as JSON (high-energy physics)"
SITE = "INSPIRE"

_LISTS = (("hits", "hits"),)
_KEYS = {
    "control_number", "inspire_categories", "arxiv_eprints", "document_type", "publication_info", "texkeys", "citeable",
    "earliest_date", "legacy_version", "abstracts", "titles", "collaborations", "imprints",
}  # fmt: skip
_SCHEMA = re.compile(r"inspirehep\.net/schemas/records/(?P<kind>\w+)\.json|/schemas/records/(?P<other>hep|authors)\.json")
_PLACE = re.compile(r"inspire(?:hep|beta)\.net/api/(?:literature|authors)\b")
_RECORD = re.compile(r"/(?:literature|record)/(?P<id>\d+)")
_READ = ("hep", "authors")
_KINDS: dict[str, PublicationKind] = {"conference paper": "conference", "proceedings": "conference", "activity report": "report"}
_SCHEMES = {"pacs": "pacs", "msc": "msc", "physh": "physh", "jacow": "jacow"}


def recognise(head: str) -> bool:
    """Whether the first records, or the metadata inside them, have the members of INSPIRE's literature or authors."""
    records = first_records(head, _LISTS)
    return any(map(_is_own, records)) or any(map(_links_to_inspire, (envelope(head), *records)))


def _links_to_inspire(value: JsonObject) -> bool:
    """Whether a page or a record has links into INSPIRE's API: where few fields were asked for, nothing else may tell."""
    return any(_PLACE.search(text(link) or "") for link in mapping(value.get("links")).values())


def _is_own(record: JsonObject) -> bool:
    inside = mapping(record.get("metadata")) or record
    return bool(_SCHEMA.search(text(inside.get("$schema")) or "")) or len(_KEYS & inside.keys()) > 2 or _is_author(inside)


def _is_author(inside: JsonObject) -> bool:
    return "preferred_name" in mapping(inside.get("name")) and bool({"control_number", "positions", "ids"} & inside.keys())


def read(source: Source) -> Items:
    """The header, then a record for every work and a `Person` for every author."""
    count = number(within(envelope(source.head()), "hits", "total"))
    yield Header(format=NAME, source=SITE, declared=matches(count))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    inside = mapping(value.get("metadata")) or value
    key = text(inside.get("control_number")) or text(value.get("id"))
    where = numbered(place, key)
    if "hits" in value:
        return  # a page without records
    schema = _SCHEMA.search(text(inside.get("$schema")) or "")
    if schema and schema["kind"] not in (None, *_READ):
        yield Rejection(where, f"it is one of INSPIRE's {schema['kind']}, which are not read; leave it out")
    elif "titles" not in inside and "name" in inside:
        yield author(inside, where, key)
    elif inside.get("deleted") is True:
        yield Rejection(where, "INSPIRE has deleted the record; leave it out")
    else:
        yield _work(inside, where, key)


def _work(work: JsonObject, where: str, key: str | None) -> Record | Rejection:
    titles = [
        ": ".join(filter(None, (title_text(one.get("title")), title_text(one.get("subtitle")))))
        for one in objects(work.get("titles"))
    ]
    title = next(filter(None, titles), None)
    abstracts = (abstract_text(one.get("value"), title) for one in objects(work.get("abstracts")))
    abstract = next(filter(None, abstracts), None)
    ids = _ids(work, key)
    if title is None and abstract is None and len(ids) < 2:
        return Rejection(where, "it has neither title, abstract nor an identifier of a publisher; ask for all fields")
    authors, complete = people(work)
    places = [one for one in objects(work.get("publication_info")) if text(one.get("material")) in (None, "publication")]
    year, date = _when(work, places)
    kinds = texts(work.get("document_type"))
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=", ".join(kinds) or None,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(work, places, kinds, year),
        subjects=tuple(_subjects(work)),
        cites=each_once(*_cites(work)),
        retracted=work.get("withdrawn") is True,
        **counted_citations(work.get("citation_count")),
        **_numbering(places),
        **_imprint(work),
    )


def _imprint(work: JsonObject) -> Imprint:
    """The imprint, else the institution of a thesis; INSPIRE names no language where it is English."""
    printed = next((one for one in objects(work.get("imprints")) if one.get("publisher")), {})
    issuers = (text(one.get("name")) for one in objects(within(work, "thesis_info", "institutions")))
    return imprint(
        publisher=text(printed.get("publisher")) or next(filter(None, issuers), None),
        place=text(printed.get("place")),
        language=texts(work.get("languages")),
        urls=[text(one.get("value")) for one in objects(work.get("urls"))],
    )


def _ids(work: JsonObject, key: str | None) -> tuple[Identifier, ...]:
    """Its number in INSPIRE, the DOIs of the whole work, the arXiv identifier, ISBNs, and the bibcode of ADS."""
    dois = [
        text(one.get("value"))
        for one in objects(work.get("dois"))
        if text(one.get("material")) in (None, "publication", "preprint")
    ]
    preprints = [text(one.get("value")) for one in objects(work.get("arxiv_eprints"))]
    others = [one for one in objects(work.get("external_system_identifiers")) if (text(one.get("schema")) or "").upper() == "ADS"]
    return each_once(
        *(known for value in preprints for known in work_ids(arxiv_in=value)),
        *(known for value in dois for known in work_ids(doi_in=value)),
        *work_ids(isbn_in=" ".join(filter(None, (text(one.get("value")) for one in objects(work.get("isbns")))))),
        *work_ids(inspire=key),
        *(known for one in others[:1] for known in work_ids(ads=text(one.get("value")))),
    )


def _when(work: JsonObject, places: list[JsonObject]) -> tuple[int | None, str | None]:
    """The year of the publication, else of the earliest date, and the most exact date of that year."""
    published = next((text(one.get("year")) for one in places if one.get("year")), None)
    dates = [text(one.get("date")) for one in objects(work.get("imprints"))]
    dates += [text(work.get(name)) for name in ("earliest_date", "preprint_date", "legacy_creation_date")]
    dates.insert(0, text(within(work, "thesis_info", "date")))
    year = year_of(published, *dates)
    exact = [found for date in dates if (found := parsed_date(date)) and found.startswith(str(year))]
    return year, max(exact, key=len, default=str(year) if year else None)


def _publications(
    work: JsonObject, places: list[JsonObject], kinds: tuple[str, ...], year: int | None
) -> tuple[Publication, ...]:
    """The journal or conference of each appearance, the institution of a thesis, and arXiv."""
    preprint = arxiv(first_text([one.get("value") for one in objects(work.get("arxiv_eprints"))]))
    kind = next((_KINDS[name] for name in kinds if name in _KINDS), None) or publication_kind(" ".join(kinds))
    found: list[Publication] = []
    for place in places:
        name = text(place.get("journal_title")) or _conference(place)
        found += publications(
            name, "journal" if "journal_title" in place and kind == "conference" else kind, number(place.get("year")) or year
        )
    if not found and kind == "thesis":
        issuers = (text(one.get("name")) for one in objects(within(work, "thesis_info", "institutions")))
        found += publications(next(filter(None, issuers), None), kind, year)
    if not found and kind == "report":
        found += publications(next((text(one.get("publisher")) for one in objects(work.get("imprints"))), None), kind, year)
    return tuple(dict.fromkeys((*found, *publications(None, "preprint", year, preprint))))


def _conference(place: JsonObject) -> str | None:
    """The conference where a page names it; INSPIRE's own number of it ("C18-06-04.2") names nothing."""
    titles = within(place, "conference_record", "titles") or within(place, "conference_info", "titles")
    return next((title_text(one.get("title")) for one in objects(titles)), None)


def _numbering(places: list[JsonObject]) -> Numbering:
    place = next((one for one in places if "journal_volume" in one or "page_start" in one or "artid" in one), {})
    return numbering(
        volume=place.get("journal_volume"),
        issue=place.get("journal_issue"),
        first=place.get("page_start"),
        last=place.get("page_end"),
        article_number=place.get("artid") if place.get("artid") != place.get("page_start") else None,
    )


def _subjects(work: JsonObject) -> Iterator[Subject]:
    """INSPIRE's categories, the categories of arXiv, and keywords by their vocabularies."""
    for one in objects(work.get("inspire_categories")):
        if term := text(one.get("term")):
            yield Subject(scheme="inspire", code=term.casefold(), label=term)
    codes = dict.fromkeys(code for one in objects(work.get("arxiv_eprints")) for code in texts(one.get("categories")))
    yield from map(arxiv_subject, codes)
    for one in objects(work.get("keywords")):
        scheme = (text(one.get("schema")) or "").casefold()
        if word := text(one.get("value")):
            yield from keywords([word], separators="\n", scheme=_SCHEMES.get(scheme, "keyword"))


def _cites(work: JsonObject) -> Iterator[Identifier]:
    """The references: by INSPIRE's number where it has matched them, else by arXiv identifier or DOI."""
    for one in objects(work.get("references")):
        linked = _RECORD.search(text(within(one, "record", "$ref")) or "")
        given = mapping(one.get("reference"))
        known = work_ids(arxiv_in=text(given.get("arxiv_eprint"))) or work_ids(doi_in=first_text(given.get("dois")))[-1:]
        yield from known[:1] or (work_ids(inspire=linked["id"]) if linked else ())

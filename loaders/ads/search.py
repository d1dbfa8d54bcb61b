"""The Astrophysics Data System: answers of its search API.

Format: https://ui.adsabs.harvard.edu/help/api/api-docs.html (fields of a search)
"""

import re
from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.arxiv_categories import arxiv_subject, category
from loaders.fields.citation_counts import citation_count
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids, orcid_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.unparsed_names import is_missing
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, first_text, number, numbered, sequence, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Affiliation, Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "ads"
ABOUT = "answers of the Astrophysics Data System's search as JSON"
SITE = "ADS"

_LISTS = (("response", "docs"), ("docs",))
_KEYS = {
    "title", "author", "pub", "bibstem", "doctype", "pubdate", "aff", "citation_count", "year", "identifier", "keyword",
    "abstract", "reference", "doi",
}  # fmt: skip
_KINDS: dict[str, PublicationKind] = {
    "article": "journal", "newsletter": "journal", "circular": "journal", "eprint": "preprint", "inproceedings": "conference",
    "proceedings": "conference", "abstract": "conference", "talk": "conference", "book": "book", "inbook": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report", "dataset": "dataset", "catalog": "dataset",
    "bookreview": "journal", "editorial": "journal", "erratum": "journal", "obituary": "journal",
}  # fmt: skip
_KIND_AS_PLACE = re.compile(r"(?:Ph\.?\s?D\.?|Masters?|Bachelors?|Doctoral)?\s*Thesis", re.IGNORECASE)
"""What stands where others name a journal, and names the kind of work again."""
_BIBCODE_YEAR = re.compile(r"\d{4}(?=[A-Za-z&])")
_ORCIDS = ("orcid_pub", "orcid_user", "orcid_other")


def recognise(head: str) -> bool:
    """Whether the first records have a bibcode beside other members of an answer of ADS."""
    return any("bibcode" in record and bool(_KEYS & record.keys()) for record in first_records(head, _LISTS))


def read(source: Source) -> Items:
    """The header, then a record for every document."""
    outer = envelope(source.head())
    query = text(within(outer, "responseHeader", "params", "q"))
    facts = (("query", query),) if query else ()
    yield Header(format=NAME, source=SITE, declared=matches(number(within(outer, "response", "numFound"))), facts=facts)
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    code = text(value.get("bibcode"))
    where = numbered(place, code)
    title = title_text(first_text(value.get("title")))
    abstract = abstract_text(first_text(value.get("abstract")), title)
    ids = _ids(value, code)
    if title is None and abstract is None and len(ids) < 2:
        yield Rejection(where, "it has neither title nor abstract; ask for the fields title, author, abstract, doi, …")
        return
    coded = _BIBCODE_YEAR.match(code or "")
    year = year_of(text(value.get("year")), text(value.get("pubdate")), text(value.get("date")), coded and coded.group())
    dates = [parsed_date((text(value.get(name)) or "")[:10]) for name in ("pubdate", "date")]
    date = next((found for found in dates if found and found.startswith(str(year))), str(year) if year else None)
    authors, complete = _people(value)
    kind = text(value.get("doctype"))
    yield Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=kind,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(value, ids, kind, year),
        subjects=tuple(_subjects(value)),
        cites=tuple(known for one in texts(value.get("reference")) for known in work_ids(ads=one)),
        cited_by=_cited_by(value),
        **_numbering(value, kind),
        **imprint(publisher=first_text(value.get("publisher")), language=texts(value.get("lang"))),
    )


def _cited_by(value: JsonObject) -> int | None:
    """The count of the citing works, whichever of the fields for it was asked for."""
    counts = (value.get("citation_count"), within(value, "[citations]", "num_citations"), value.get("num_citations"))
    return next((known for count in counts if (known := citation_count(count)) is not None), None)


def _ids(value: JsonObject, code: str | None) -> tuple[Identifier, ...]:
    """The DOIs, arXiv's identifier among the others, ISBNs and the bibcode. All identifiers hold the DOIs too, which go without
    a field of their own where only those were asked for."""
    others = texts(value.get("identifier"))
    dois = texts(value.get("doi")) or [one for one in others if one.startswith("10.")]
    preprint = next((found.value for one in others if (found := arxiv(one))), None)
    return each_once(
        *(known for one in dois for known in work_ids(doi_in=one)),
        *work_ids(arxiv_in=preprint, isbn_in=" ".join(texts(value.get("isbn")))),
        *work_ids(ads=code),
    )


def _people(value: JsonObject) -> People:
    """The authors with the affiliations and the ORCID at their place, "-" being none; then editors."""
    names = [text(one) or "" for one in sequence(value.get("author"))]
    places, keys = _aligned(value.get("aff") or value.get("aff_raw"), len(names)), _aligned(value.get("aff_id"), len(names))
    orcids = [_aligned(value.get(name), len(names)) for name in _ORCIDS]
    entries = [
        AuthorEntry(
            name=name,
            ids=next((known for listed in orcids if (known := orcid_ids(listed[at]))), ()),
            affiliations=_affiliations(places[at], keys[at]),
        )
        for at, name in enumerate(names)
    ]
    editors = [AuthorEntry(name=name, role="editor") for name in texts(value.get("editor"))]
    found, complete = people_of((*entries, *editors))
    total = number(value.get("author_count"))
    return found, complete and (total is None or total <= len(names))


def _aligned(listed: object, wanted: int) -> list[str]:
    given = [text(one) or "" for one in sequence(listed)]
    return given if len(given) == wanted else [""] * wanted


def _affiliations(printed: str, keys: str) -> tuple[Affiliation, ...]:
    """The affiliations of one author, with semicolons between, as between their ids; addresses of e-mail are none."""
    names = [part.partition("<EMAIL>")[0].strip(" ;,") for part in printed.split(";")]
    ids = [key.strip() for key in keys.split(";")]
    found: dict[str, Affiliation] = {}
    for at, name in enumerate(names):
        if name and not is_missing(name) and "@" not in name:
            found.setdefault(name, affiliation_with(name, ("ads", ids[at] if len(ids) == len(names) else None)))
    return tuple(found.values())


def _publications(value: JsonObject, ids: tuple[Identifier, ...], kind: str | None, year: int | None) -> tuple[Publication, ...]:
    name = title_text(first_text(value.get("pub"))) or title_text(first_text(value.get("pub_raw")))
    name = None if name and _KIND_AS_PLACE.fullmatch(name) else name
    preprint = arxiv(next((known.value for known in ids if known.scheme == "arxiv"), None))
    return publications(name, _KINDS.get(kind or "", "other"), year, preprint, issn_ids(*texts(value.get("issn"))))


def _numbering(value: JsonObject, kind: str | None) -> Numbering:
    """Volume, issue and pages; of an eprint the page is its number in arXiv."""
    pages = None if kind == "eprint" else first_text(value.get("page_range")) or first_text(value.get("page"))
    return numbering(
        volume=text(value.get("volume")), issue=text(value.get("issue")), pages=pages, article_number=first_text(value.get("eid"))
    )


def _subjects(value: JsonObject) -> Iterator[Subject]:
    for code in texts(value.get("arxiv_class")):
        known = category(code)
        yield arxiv_subject(known.code) if known else Subject(scheme="arxiv", code=code)
    yield from keywords(texts(value.get("keyword")), separators="\n")

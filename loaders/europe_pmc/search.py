"""Europe PMC's search: the results of type "core" and of type "lite", as answers, lists or lines.

Format: https://europepmc.org/RestfulWebService, https://europepmc.org/docs/Europe_PMC_RESTful_Release_Notes.pdf
"""

from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_names
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import is_retracted_kind, referred_to
from loaders.fields.dates import date_of, parsed_date, year_of
from loaders.fields.identifiers import orcid, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, text, texts, within
from loaders.parsing.source import Source
from loaders.pubmed.terms import journal_name, kind_of, place_of, title_of
from loaders.records import Affiliation, Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "europe_pmc"
ABOUT = "answers of Europe PMC's search as JSON (core or lite)"
SITE = "Europe PMC"

_LISTS = (("resultList", "result"),)
_KEYS = {"authorString", "pubYear", "journalInfo", "authorList", "pubTypeList", "inEPMC", "isOpenAccess", "firstPublicationDate"}
_CORRECTING = {"retraction of", "partial retraction of", "erratum for", "expression of concern for",
               "corrected and republished from", "retracted and republished from"}  # fmt: skip
_PREPRINTS = "PPR"


def recognise(head: str) -> bool:
    """Whether the beginning is an answer with a result list, or a result with members that are Europe PMC's."""
    outer = envelope(head)
    if "resultList" in outer or ("hitCount" in outer and "request" in outer):
        return True
    return any("source" in record and len(_KEYS & record.keys()) > 1 for record in first_records(head, _LISTS))


def read(source: Source) -> Items:
    """The header, then a record for every result."""
    outer = envelope(source.head())
    query = text(within(outer, "request", "queryString"))
    facts = (("query", query),) if query else ()
    yield Header(format=NAME, source=SITE, declared=matches(number(outer.get("hitCount"))), facts=facts)
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    key = ":".join(filter(None, (text(value.get("source")), text(value.get("id")))))
    where = numbered(place, key or None)
    title = title_of(title_text(value.get("title")) or "")
    abstract = abstract_text(value.get("abstractText"), title)
    if "resultList" in value:
        return  # an answer without results
    if title is None and abstract is None:
        reason = text(value.get("errMsg")) or "it has neither title nor abstract; ask for resultType=core"
        yield Rejection(where, reason)
        return
    kinds = texts(within(value, "pubTypeList", "pubType")) or tuple(_divided(text(value.get("pubType"))))
    authors, complete = _people(value)
    year, date = _when(value)
    notes = list(objects(within(value, "commentCorrectionList", "commentCorrection")))
    said = [(text(note.get("type")) or "").casefold() for note in notes]
    yield Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=kind_of(kinds),
        year=year,
        date=date,
        ids=_ids(value),
        authors=authors,
        authors_complete=complete,
        publications=_publications(value, kinds, year),
        subjects=tuple(_subjects(value)),
        retracted=is_retracted_kind(*kinds) or "retraction in" in said,
        corrects=referred_to(
            (_pmid(note), text(note.get("reference"))) for kind, note in zip(said, notes, strict=True) if kind in _CORRECTING
        ),
        **counted_citations(value.get("citedByCount")),
        **_numbering(value),
        **imprint(
            publisher=text(within(value, "bookOrReportDetails", "publisher")),
            language=text(value.get("language")),
            urls=[text(one.get("url")) for one in objects(within(value, "fullTextUrlList", "fullTextUrl"))],
        ),
    )


def _divided(listed: str | None) -> Iterator[str]:
    return (part.strip() for part in (listed or "").split(";") if part.strip())


def _pmid(note: JsonObject) -> str | None:
    return text(note.get("id")) if text(note.get("source")) in ("MED", None) else None


def _ids(value: JsonObject) -> tuple[Identifier, ...]:
    book = mapping(value.get("bookOrReportDetails"))
    pmid = text(value.get("pmid")) or (text(value.get("id")) if value.get("source") == "MED" else None)
    isbns = " ".join(filter(None, (text(book.get(name)) for name in ("isbn13", "isbn10", "isbn", "ISBN"))))
    return work_ids(doi_in=text(value.get("doi")), pmid=pmid, pmcid=text(value.get("pmcid")), isbn_in=isbns)


def _people(value: JsonObject) -> People:
    """The divided list of "core"; of "lite" the string "Ruiz AB, Lee C."."""
    listed = list(objects(within(value, "authorList", "author")))
    if listed:
        return people_of(_entry(author) for author in listed)
    found = read_names((text(value.get("authorString")) or "").removesuffix("."))
    return authorships_of(found), found.complete and bool(found.names)


def _entry(author: JsonObject) -> AuthorEntry:
    group = text(author.get("collectiveName"))
    number_ = author.get("authorId")
    orcids = (orcid(text(one.get("value"))) for one in objects(number_) if (text(one.get("type")) or "").upper() == "ORCID")
    given, family = text(author.get("firstName")), text(author.get("lastName"))
    return AuthorEntry(
        name=group or ("" if given and family else text(author.get("fullName")) or ""),
        family=family or "",
        given=given or text(author.get("initials")) or "",
        ids=tuple(Identifier("orcid", known) for known in orcids if known)[:1],
        affiliations=_places(author),
        is_organisation=bool(group),
        initials_behind=not group,
    )


def _places(author: JsonObject) -> tuple[Affiliation, ...]:
    details = objects(within(author, "authorAffiliationDetailsList", "authorAffiliation"))
    older = objects(within(author, "authorAffiliationsList", "authorAffiliation"))
    printed = [(text(one.get("affiliation")), one.get("affiliationOrgId")) for one in (*details, *older)]
    printed.append((text(author.get("affiliation")), None))
    printed += [(one, None) for one in texts(within(author, "authorAffiliationsList", "authorAffiliation"))]
    found: dict[str, Affiliation] = {}
    for one, key in printed:
        if one and (name := place_of(one)):
            found.setdefault(name, affiliation_with(name, (None, key)))
    return tuple(found.values())


def _when(value: JsonObject) -> tuple[int | None, str | None]:
    """The year that the source counts by, and the most exact date of it: of the first publication, else of the issue."""
    issue = mapping(value.get("journalInfo"))
    year = year_of(text(value.get("pubYear")), text(issue.get("yearOfPublication")), text(value.get("firstPublicationDate")))
    month = number(issue.get("monthOfPublication"))
    dates = (
        parsed_date(text(value.get("firstPublicationDate"))),
        parsed_date(text(issue.get("printPublicationDate"))) if month else None,
        date_of(text(issue.get("yearOfPublication")), str(month) if month else None),
    )
    exact = sorted((found for found in dates if found and found.startswith(str(year))), key=len, reverse=True)
    return year, next(iter(exact), str(year) if year else None)


def _publications(value: JsonObject, kinds: tuple[str, ...], year: int | None) -> tuple[Publication, ...]:
    journal = mapping(within(value, "journalInfo", "journal"))
    book = mapping(value.get("bookOrReportDetails"))
    name = text(journal.get("title")) or text(value.get("journalTitle")) or text(journal.get("isoabbreviation"))
    numbers = [text(journal.get("issn")), text(journal.get("essn")), text(value.get("journalIssn"))]
    if name:
        return publications(journal_name(name), "journal", year, ids=issn_ids(*numbers))
    if value.get("source") == _PREPRINTS or any(kind.casefold() == "preprint" for kind in kinds):
        return publications(text(book.get("publisher")), "preprint", year)
    kind = publication_kind(" ".join(kinds))
    return publications(
        title_text(book.get("comprisingTitle")) or publisher_as_venue(text(book.get("publisher")), kind), kind, year
    )


def _numbering(value: JsonObject) -> Numbering:
    issue = mapping(value.get("journalInfo"))
    return numbering(
        volume=issue.get("volume") or value.get("journalVolume"),
        issue=issue.get("issue") or value.get("issue"),
        pages=value.get("pageInfo"),
    )


def _subjects(value: JsonObject) -> Iterator[Subject]:
    """MeSH headings by their labels (there are no codes here), the author's keywords."""
    for heading in objects(within(value, "meshHeadingList", "meshHeading")):
        if label := text(heading.get("descriptorName")):
            yield Subject(scheme="mesh", code=label, label=label)
    yield from keywords(texts(within(value, "keywordList", "keyword")))

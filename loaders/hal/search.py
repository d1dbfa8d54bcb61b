"""HAL: answers of its search API, https://api.archives-ouvertes.fr/docs/search.

Fields end in their type ("title_s"); those that hold several things at once put "_FacetSep_" and "_JoinSep_" between them.
"""

import re
from collections.abc import Iterator

from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.hal.label_xml import with_members
from loaders.hal.people import people
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, first_text, number, numbered, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "hal"
ABOUT = "answers of HAL's search as JSON"
SITE = "HAL"

_LISTS = (("response", "docs"), ("docs",))
_KEYS = {"docid", "halId_s", "label_s", "uri_s", "title_s", "authFullName_s", "docType_s", "producedDateY_i"}
_HAL_ID = re.compile(r"(?:^|/)(?P<id>[a-z]+[\w.]*?[-_]\d{5,9})(?:v\d+)?$", re.IGNORECASE)
_KINDS: dict[str, PublicationKind] = {
    "ART": "journal", "ARTREV": "journal", "NOTE": "journal", "ISSUE": "journal", "COMM": "conference", "POSTER": "conference",
    "PROCEEDINGS": "conference", "PRESCONF": "conference", "OUV": "book", "COUV": "book", "DOUV": "book", "THESE": "thesis",
    "HDR": "thesis", "MEM": "thesis", "ETABTHESE": "thesis", "REPORT": "report", "RESREPORT": "report", "UNDEFINED": "preprint",
    "PREPRINT": "preprint", "WORKINGPAPER": "preprint", "SOFTWARE": "other", "PATENT": "other", "LECTURE": "other",
    "DATASET": "dataset",
}  # fmt: skip
_DATES = (
    "publicationDate_s",
    "publicationDate_tdate",
    "producedDate_s",
    "producedDate_tdate",
    "defenseDate_s",
    "submittedDate_s",
)
_PUBLISHERS = ("publisher_s", "journalPublisher_s", "authorityInstitution_s")
_LEVEL = re.compile(r"\d+\.(?P<code>.+)")


def recognise(head: str) -> bool:
    """Whether the first records have two of HAL's members, or its TEI."""
    return any(_is_own(record) for record in first_records(head, _LISTS))


def _is_own(record: JsonObject) -> bool:
    typed = [name for name in record if name.endswith(("_s", "_i", "_tdate", "_fs", "_t", "_bool"))]
    is_tei = "<TEI" in str(record.get("label_xml"))[:300]
    return is_tei or (len(_KEYS & record.keys()) > 1 and bool(typed))


def read(source: Source) -> Items:
    """The header, then a record for every document."""
    count = number(within(envelope(source.head()), "response", "numFound"))
    yield Header(format=NAME, source=SITE, declared=matches(count))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    value = with_members(value)
    known = _HAL_ID.search(text(value.get("halId_s")) or text(value.get("uri_s")) or "")
    where = numbered(place, known["id"] if known else text(value.get("docid")))
    if "response" in value:
        return  # an answer without documents
    title = _title(value)
    if title is None:
        yield Rejection(where, "the document has no title; ask for the fields title_s, authFullName_s, halId_s, doiId_s, … (fl=)")
        return
    kind = text(value.get("docType_s"))
    ids = _ids(value, known["id"] if known else None)
    authors, complete = people(value)
    year = year_of(*(text(value.get(name)) for name in ("publicationDateY_i", "producedDateY_i", *_DATES)))
    dates = (parsed_date(text(value.get(name))) for name in _DATES)
    yield Record(
        where=where,
        title=title,
        abstract=next((found for one in _either(value, "abstract_s") if (found := abstract_text(one, title))), None),
        kind=kind,
        year=year,
        date=next((found for found in dates if found and found.startswith(str(year))), str(year) if year else None),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(value, ids, kind, year),
        subjects=tuple(_subjects(value)),
        **numbering(
            volume=first_text(value.get("volume_s")),
            issue=first_text(value.get("issue_s")),
            pages=first_text(value.get("page_s")),
            article_number=first_text(value.get("articleNumber_s")),
        ),
        **imprint(
            publisher=next((found for name in _PUBLISHERS if (found := first_text(value.get(name)))), None),
            place=first_text(value.get("publicationLocation_s")),
            language=texts(value.get("language_s")),
            urls=(*texts(value.get("publisherLink_s")), text(value.get("uri_s"))),
        ),
    )


def _either(value: JsonObject, name: str) -> tuple[str, ...]:
    """A text in the languages that it is given in, English first."""
    return (*texts(value.get(f"en_{name}")), *texts(value.get(name)))


def _title(value: JsonObject) -> str | None:
    """The title in the language of the document, which stands first, with its subtitle."""
    main = title_text(first_text(value.get("title_s"))) or title_text(first_text(value.get("en_title_s")))
    subtitle = title_text(first_text(value.get("subTitle_s")))
    return f"{main}: {subtitle}" if main and subtitle and len(texts(value.get("title_s"))) < 2 else main


def _ids(value: JsonObject, own: str | None) -> tuple[Identifier, ...]:
    one = {
        name: first_text(value.get(f"{name}_s")) for name in ("doiId", "arxivId", "pubmedId", "pubmedcentralId", "isbn", "wosId")
    }
    return each_once(
        *work_ids(
            doi_in=one["doiId"],
            arxiv_in=one["arxivId"],
            pmid=one["pubmedId"],
            pmcid=one["pubmedcentralId"],
            wos=one["wosId"],
            isbn_in=one["isbn"] if text(value.get("docType_s")) in ("OUV", "DOUV", "PROCEEDINGS") else None,
        ),
        *work_ids(hal=own),
    )


def _publications(value: JsonObject, ids: tuple[Identifier, ...], kind: str | None, year: int | None) -> tuple[Publication, ...]:
    """The journal, conference or book; the institution of a thesis; HAL itself for what stands nowhere else; arXiv."""
    names = ("journalTitle_s", "bookTitle_s", "conferenceTitle_s", "source_s")
    if kind == "COMM":
        names = ("conferenceTitle_s", "journalTitle_s", "bookTitle_s", "source_s")
    meaning = _KINDS.get(kind or "", "other")
    issuer = ("authorityInstitution_s", "publisher_s", "journalPublisher_s") if meaning in ("thesis", "report") else ()
    name = next((found for field in (*names, *issuer) if (found := title_text(first_text(value.get(field))))), None)
    preprint = arxiv(next((one.value for one in ids if one.scheme == "arxiv"), None))
    if name is None and meaning == "preprint" and preprint is None:
        name = SITE
    numbers = (first_text(value.get("journalIssn_s")), first_text(value.get("journalEissn_s")))
    return publications(name, meaning, year, preprint, issn_ids(*numbers))


def _subjects(value: JsonObject) -> Iterator[Subject]:
    """HAL's domains, each within the one above ("info.info-ai" in "info"), and keywords."""
    labels = dict(_labelled(value))
    codes = [match["code"] for one in texts(value.get("domain_s")) if (match := _LEVEL.fullmatch(one))]
    codes = codes or [*texts(value.get("domainAllCode_s")), *texts(value.get("primaryDomain_s"))] or list(labels)
    for code in dict.fromkeys(codes):
        yield _domain(code, labels)
    yield from keywords((*texts(value.get("keyword_s")), *texts(value.get("en_keyword_s"))))
    for heading in texts(value.get("mesh_s")):
        yield Subject(scheme="mesh", code=heading, label=heading)


def _labelled(value: JsonObject) -> Iterator[tuple[str, str]]:
    for field in ("fr_domainAllCodeLabel_fs", "en_domainAllCodeLabel_fs"):
        for one in texts(value.get(field)):
            code, separator, label = one.partition("_FacetSep_")
            if separator:
                yield code, label.rpartition("/")[2].strip()


def _domain(code: str, labels: dict[str, str]) -> Subject:
    above = code.rpartition(".")[0]
    return Subject(
        scheme="hal",
        code=code,
        label=labels.get(code) or code.rpartition(".")[2],
        broader=_domain(above, labels) if above else None,
    )

"""Papers and authors as Semantic Scholar writes them, whichever of its products they come from."""

import re

from loaders.author_lists.names_in_one import authorships_in
from loaders.author_lists.reading import plain_name
from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import parsed_date
from loaders.fields.identifiers import arxiv, cited_id, doi, orcid, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.person_names import is_others
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.unparsed_names import is_missing
from loaders.parsing.json_values import JsonObject, first_text, mapping, number, objects, sequence, text, texts, within
from loaders.records import Affiliation, Authorship, Identifier, Person, Publication, Record, Subject

_SHA = re.compile(r"[0-9a-f]{40}")
_VOLUME_AND_ISSUE = re.compile(
    r"(?P<volume>\d+)\s+\(?\s*(?P<issue>\d+(?:\s*[-–/]\s*\d+)?|(?:Suppl?|Pt|Spec|S)\b[^()]*?)\s*\)?", re.IGNORECASE
)
_KINDS: tuple[tuple[str, PublicationKind], ...] = (
    ("JournalArticle", "journal"),
    ("Conference", "conference"),
    ("Book", "book"),
    ("BookSection", "book"),
    ("Dataset", "dataset"),
    ("LettersAndComments", "journal"),
    ("Editorial", "journal"),
)
_VENUE_KINDS: dict[str, PublicationKind] = {"journal": "journal", "conference": "conference", "book": "book"}


def paper_key(value: JsonObject) -> str | None:
    """What the paper is called in messages: its id, else its corpus id."""
    return _sha(value) or _corpus_id(value)


def paper(value: JsonObject, where: str, cites: Identifier | None = None) -> Record:
    """The record of a paper. `cites` is a paper that it is known to cite beside those it lists."""
    authors, complete = _authors(value)
    ids = _ids(value)
    date = parsed_date(_any(value, "publicationDate", "publicationdate"))
    year = number(value.get("year")) or (int(date[:4]) if date else None)
    if date is None or (year and int(date[:4]) != year):
        date = str(year) if year else None
    return Record(
        where=where,
        title=title_text(value.get("title")),
        abstract=abstract_text(_any(value, "abstract", "paperAbstract")),
        kind=", ".join(texts(value.get("publicationTypes") or value.get("publicationtypes"))) or None,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=bool(authors) and complete,
        publications=_publications(value, ids, year),
        subjects=_subjects(value),
        cites=(*((cites,) if cites else ()), *_cites(value)),
        **counted_citations(_any(value, "citationCount", "citationcount", "numCitedBy")),
        **_numbering(value),
        **imprint(urls=(text(within(value, "openAccessPdf", "url")), *texts(value.get("pdfUrls")))),
    )


def _numbering(value: JsonObject) -> Numbering:
    """Volume, issue and pages of the journal; "12 5" is issue 5 of volume 12, and "12 Pt 3" its part 3."""
    journal = mapping(value.get("journal"))
    volume = text(journal.get("volume")) or _any(value, "journalVolume", "volume")
    both = _VOLUME_AND_ISSUE.fullmatch(volume or "")
    return numbering(
        volume=both["volume"] if both else volume,
        issue=both["issue"] if both else text(journal.get("issue")) or text(value.get("issue")),
        pages=text(journal.get("pages")) or _any(value, "journalPages", "pages"),
    )


def owned_paper(value: JsonObject, where: str, owner: Person | None) -> Record:
    """The record of a paper listed under an author, who is added at an unknown place where it names no authors."""
    record = paper(value, where)
    if record.authors or owner is None:
        return record
    named = Authorship(name=owner.name, ids=owner.ids)
    return Record(**{**{name: getattr(record, name) for name in record.__struct_fields__}, "authors": (named,)})


def person(value: JsonObject, where: str) -> Person | None:
    """The person of an author object; None without a name."""
    name = text(value.get("name"))
    if name is None:
        return None
    other_ids = mapping(value.get("externalIds") or value.get("externalids"))
    forms = (*texts(value.get("aliases")), *texts(other_ids.get("DBLP")))
    return Person(
        name=" ".join(name.split()),
        where=where,
        ids=_person_ids(value),
        name_forms=tuple(form for form in dict.fromkeys(forms) if form != name),
        affiliations=_affiliations(value),
    )


def _any(value: JsonObject, *names: str) -> str | None:
    return next((found for name in names if (found := text(value.get(name)))), None)


def _sha(value: JsonObject) -> str | None:
    given = _any(value, "paperId", "id", "sha")
    if given and (_SHA.fullmatch(given) or "paperId" in value):
        return given
    address = _SHA.search(text(value.get("url")) or "")
    return address.group() if address else None


def _corpus_id(value: JsonObject) -> str | None:
    ids = mapping(value.get("externalIds") or value.get("externalids"))
    given = _any(value, "corpusid", "corpusId", "paper_id") or _any(ids, "CorpusId")
    return given if given and given.isdigit() else None


def _ids(value: JsonObject) -> tuple[Identifier, ...]:
    ids = mapping(value.get("externalIds") or value.get("externalids"))
    return work_ids(
        doi_in=first_text(ids.get("DOI")) or _any(value, "doi"),
        arxiv_in=first_text(ids.get("ArXiv")) or _any(value, "arxiv_id", "arxivId"),
        s2=_sha(value),
        corpusid=_corpus_id(value),
        acl=first_text(ids.get("ACL")) or _any(value, "acl_id"),
        dblp=first_text(ids.get("DBLP")),
        pmid=first_text(ids.get("PubMed")) or _any(value, "pubmed_id", "pmid"),
        pmcid=first_text(ids.get("PubMedCentral")) or _any(value, "pmc_id"),
        mag=first_text(ids.get("MAG")) or _any(value, "mag_id", "magId"),
    )


def _authors(value: JsonObject) -> tuple[tuple[Authorship, ...], bool]:
    found: list[Authorship] = []
    complete = True
    position = 0
    for author in objects(value.get("authors")):
        position += 1
        parts = (author.get("first"), *sequence(author.get("middle")), author.get("last"), author.get("suffix"))
        name = text(author.get("name")) or " ".join(part for item in parts if (part := text(item)))
        if is_missing(name) or is_others(name):
            complete = complete and not is_others(name)
            continue
        ids, places = _person_ids(author), _affiliations(author)
        if "last" not in author and (listed := authorships_in(name, position, ids=ids, affiliations=places)):
            found += listed[0]
            complete, position = complete and listed[1], position + len(listed[0]) - 1
            continue
        found.append(
            Authorship(
                name=plain_name(" ".join(name.split())),
                position=position,
                family=text(author.get("last")),
                given=text(author.get("first")),
                ids=ids,
                affiliations=places,
                other_names=tuple(form for form in dict.fromkeys(texts(author.get("aliases"))) if form != name),
            )
        )
    return tuple(found), complete


def _person_ids(author: JsonObject) -> tuple[Identifier, ...]:
    key = _any(author, "authorId", "authorid") or first_text(author.get("ids"))
    others = mapping(author.get("externalIds") or author.get("externalids"))
    known = orcid(first_text(others.get("ORCID")))
    given = (("s2", key), ("orcid", known))
    return tuple(Identifier(scheme, found) for scheme, found in given if found)


def _affiliations(author: JsonObject) -> tuple[Affiliation, ...]:
    names = (text(item) or text(mapping(item).get("name")) for item in sequence(author.get("affiliations")))
    return tuple(dict.fromkeys(Affiliation(name=" ".join(name.split())) for name in names if name))


def _publications(value: JsonObject, ids: tuple[Identifier, ...], year: int | None) -> tuple[Publication, ...]:
    place = mapping(value.get("publicationVenue"))
    journal = text(mapping(value.get("journal")).get("name")) or text(value.get("journal"))
    name = text(place.get("name")) or text(value.get("venue")) or journal or _any(value, "journalName")
    types = texts(value.get("publicationTypes") or value.get("publicationtypes"))
    kind: PublicationKind = next((kind for known, kind in _KINDS if known in types), "other")
    kind = _VENUE_KINDS.get(text(place.get("type")) or "", kind)
    preprint = arxiv(next((identifier.value for identifier in ids if identifier.scheme == "arxiv"), None))
    key = text(place.get("id"))
    own = (Identifier("s2", key),) if key else ()
    numbers = (*texts(place.get("issn")), *texts(place.get("alternate_issns")))
    return publications(name, kind, year, preprint, (*own, *issn_ids(*numbers)))


def _subjects(value: JsonObject) -> tuple[Subject, ...]:
    fields = [
        text(field.get("category"))
        for field in objects(value.get("s2FieldsOfStudy") or value.get("s2fieldsofstudy"))
        if text(field.get("category"))
    ]
    fields += list(texts(value.get("fieldsOfStudy")) or texts(value.get("mag_field_of_study")))
    return tuple(Subject(scheme="s2", code=field, label=field) for field in dict.fromkeys(fields) if field)


def _cites(value: JsonObject) -> tuple[Identifier, ...]:
    """The papers that it refers to, each by its Semantic Scholar id, else by its DOI."""
    found: list[Identifier] = []
    for reference in objects(value.get("references")):
        key, cited_doi = _sha(reference), doi(first_text(mapping(reference.get("externalIds")).get("DOI")))
        if key or cited_doi:
            found.append(Identifier("s2", key) if key else cited_id(cited_doi or ""))
    found += [Identifier("s2", key) for key in texts(value.get("outCitations"))]
    found += [Identifier("corpusid", key) for key in texts(value.get("outbound_citations"))]
    return tuple(dict.fromkeys(found))

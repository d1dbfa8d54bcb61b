"""What a record of MARC 21 says of a work: https://www.loc.gov/marc/bibliographic/

Invenio (CDS, the old INSPIRE) fills 773, 037 and 999 in a way of its own, which is read as well.
"""

import re
from collections.abc import Iterator

from loaders.fields.dates import parsed_date, unread_year, year_of
from loaders.fields.identifiers import arxiv, issns, work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids, work_link_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.libraries.marc_people import people
from loaders.libraries.marc_record import MarcField, MarcRecord, unpunctuated
from loaders.libraries.mods_parts import heading
from loaders.records import Identifier, Item, Publication, Record, Rejection, Subject, VenueRecord

_LEVELS = {"a": "article", "b": "article", "m": "book", "s": "serial", "d": "book", "i": "serial", "c": "collection"}
_SCHEMES = {"pmid": "pmid", "pubmed": "pmid", "pmcid": "pmcid", "pmc": "pmcid", "scopus": "scopus", "isi": "wos", "wos": "wos"}
_VOCABULARIES = {"0": "lcsh", "1": "lcshac", "2": "mesh", "3": "nal", "5": "csh", "6": "rvm"}
_VOLUME = re.compile(r"\b(?:vol(?:ume)?s?|v|bd|band|t|tome)\b\.?\s*(?P<number>\w[\w./-]*)", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:no|nr|n°|issue|heft|h|iss|num(?:ber)?)\b\.?\s*(?P<number>[\w/-]+)", re.IGNORECASE)
_PAGES = re.compile(r"\b(?:pp?|pages?|s|seiten?)\b\.?\s*(?P<pages>\w*\d\w*(?:\s*[-–]\s*\w*\d\w*)?)", re.IGNORECASE)
_ENUMERATION = re.compile(r"(?P<volume>[^:<]+)(?::(?P<issue>[^<:]+))*(?:<(?P<page>.+))?")
_INSPIRE = re.compile(r"inspirehep\.net:(?P<number>\d+)$")
_GERMAN_THESIS = re.compile(
    r"(?:Zugl\.:?\s*)?(?P<giver>[^,]+,\s*[^,]*(?:univ|hochsch|akad|inst)[^,]*),\s*(?:\w+\.?-?\s*){0,3}(?:Diss|Habil)",
    re.IGNORECASE,
)
_HOST_IMPRINT = re.compile(r"(?P<place>[^:;]{2,80}?)\s*:\s*(?P<publisher>[^:;]{2,200}?)\s*(?:,\s*\[?c?\d{4}\D{0,20})?")
_LANGUAGES = re.compile(r"[a-z]{3}", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv", re.IGNORECASE)


def items(record: MarcRecord, place: str) -> Iterator[Item]:
    """The record of a work; of a serial by itself the venue that it is; a rejection for what has no title."""
    key = record.control("001").strip()
    where = f"{place} ({key})" if key else place
    title = _title(record)
    if record.leader[5:6] == "d":
        yield Rejection(where, "the library has deleted the record (its status is d)")
    elif record.leader[7:8] in ("s", "i") and title:
        numbers = issn_ids(*(text for field in record.of("022") for text in field.all("al")))
        yield VenueRecord(
            where=where, name=_short_title(record) or title, kind="journal", ids=numbers, aliases=_aliases(record, title)
        )
    elif title is None and not _ids(record):
        yield Rejection(where, "the record has neither a title (245) nor an identifier")
    else:
        yield _work(record, where, title)


def _work(record: MarcRecord, where: str, title: str | None) -> Record:
    ids = _ids(record)
    authors, complete = people(record)
    year, date = _when(record)
    kind = _kind(record)
    abstracts = (abstract_text(" ".join(field.all("ab"))) for field in record.of("520") if field.first("a"))
    return Record(
        where=where,
        title=title,
        abstract=next((found for one in abstracts if (found := one)), None),
        kind=kind or None,
        year=year,
        date=date,
        unread_year=unread_year(year, *(field.first("c") for field in record.of("264", "260"))),
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(record, ids, kind, year),
        subjects=tuple(_subjects(record)),
        cites=each_once(*_cites(record)),
        **_numbering(record),
        **_imprint(record),
    )


def _imprint(record: MarcRecord) -> Imprint:
    """As published (264 or 260), of a thesis the institution (502), else as the host was ($d "Graz : Verlag, 2010"). Languages
    are those of 041, where older records write several in one, else the one of 008."""
    published = [field for field in record.of("264", "260") if field.indicators[1:] in (" ", "1", "")]
    publisher = next((text for field in published if (text := unpunctuated(field.first("b")))), "")
    place = next((text for field in published if (text := unpunctuated(field.first("a")))), "")
    host = _HOST_IMPRINT.fullmatch(record.first("773", "d"))
    if not publisher and (giver := unpunctuated(record.first("502", "c"))):
        publisher = giver
    elif not publisher and host:
        publisher, place = host["publisher"], place or host["place"]
    coded = [code for field in record.of("041") for text in field.all("a") for code in _LANGUAGES.findall(text)]
    links = [link for field in record.of("856") if field.indicators[1:] != "2" for link in field.all("u")]
    return imprint(publisher=publisher, place=place, language=coded or record.control("008")[35:38], urls=links)


def _title(record: MarcRecord) -> str | None:
    """The title proper with its remainder and the number and name of its part."""
    field = next((one for one in record.of("245") if one.first("ak")), None)
    if field is None:
        return None
    first = field.first("ak")
    remainder = "" if first.rstrip().endswith("=") else field.first("b")  # a parallel title says the same again
    main = ": ".join(map(unpunctuated, filter(None, (first, remainder))))
    part = ", ".join(map(unpunctuated, field.all("np")))
    return title_text(". ".join(filter(None, (main, part))))


def _short_title(record: MarcRecord) -> str | None:
    return title_text(unpunctuated(record.first("245", "a")))


def _aliases(record: MarcRecord, title: str) -> tuple[str, ...]:
    names = [unpunctuated(one.first("a")) for one in record.of("210", "222", "246")]
    return tuple(name for name in dict.fromkeys((title, *names)) if name and name != _short_title(record))


def _kind(record: MarcRecord) -> str:
    """A thesis where the record has a note of one; else the genre, else what the leader says. In 980 Invenio names collections
    too ("SCOAP3"), which are no kinds."""
    if next(record.of("502"), None):
        return "thesis"
    genres = [(field.tag, unpunctuated(text)) for field in record.of("655", "980") if (text := field.first("a"))]
    known = (one for _, one in genres if publication_kind(one) != "other")
    genre = next(known, next((one for tag, one in genres if tag == "655"), ""))
    level = _LEVELS.get(record.leader[7:8], "")
    return genre if publication_kind(genre) != "other" or not level else level


def _ids(record: MarcRecord) -> tuple[Identifier, ...]:
    """The identifiers of 024, 020, 035 and 037, and a DOI in an address of the work (856)."""
    found: list[Identifier] = []
    for field in record.of("024", "035", "037"):
        scheme = (field.first("2") or field.first("9")).casefold()
        for value in field.all("a"):
            if scheme == "doi" or (field.tag == "024" and not scheme and value.startswith("10.")):
                found += work_ids(doi_in=value)
            elif scheme == "arxiv" or (_ARXIV.match(value) and field.tag != "024"):
                found += work_ids(arxiv_in=value)
            elif scheme in _SCHEMES:
                found += work_ids(**{_SCHEMES[scheme]: value})
            elif "doi.org/" in value:
                found += work_ids(doi_in=value)
    for field in record.of("856"):
        if field.indicators[1:] != "2":  # "2" is a related work
            found += (known for value in field.all("u") for known in work_link_ids(value))
    found += work_ids(inspire=_inspire_number(record))
    isbns = " ".join(value for field in record.of("020") for value in field.all("a"))
    return each_once(*found, *work_ids(isbn_in=isbns if record.leader[7:8] not in ("a", "b") else None))


def _inspire_number(record: MarcRecord) -> str | None:
    """The number of the record in INSPIRE, where it is one of INSPIRE's ("oai:inspirehep.net:1608652")."""
    said = (_INSPIRE.search(text) for field in record.of("909") for text in field.all("o"))
    return next((match["number"] for match in said if match), None)


def _when(record: MarcRecord) -> tuple[int | None, str | None]:
    """The year of publication: as printed (264 or 260), of the host (773), of the thesis (502), else as coded (008)."""
    printed = [
        text for field in record.of("264", "260") if field.indicators[1:] in (" ", "1", "0", "") for text in field.all("c")
    ]
    printed += [text for field in record.of("773") for text in (field.first("y"), field.first("d"), field.first("g")) if text]
    printed += [text for field in record.of("502") for text in (field.first("d"), field.first("a")) if text]
    printed += [text for field in record.of("269") for text in field.all("c")]
    year = year_of(*printed, record.control("008")[7:11])
    dates = [found for text in printed if (found := parsed_date(text)) and found.startswith(str(year))]
    return year, max(dates, key=len, default=str(year) if year else None)


def _publications(record: MarcRecord, ids: tuple[Identifier, ...], kind: str, year: int | None) -> tuple[Publication, ...]:
    """The host; of a thesis who gave the degree, of a report who published it; arXiv."""
    host = next((one for one in record.of("773") if one.first("tp")), None)
    preprint = arxiv(next((one.value for one in ids if one.scheme == "arxiv"), None))
    meaning = publication_kind(kind)
    if host is not None:
        numbers = host.all("x")
        within: PublicationKind = "journal" if issns(" ".join(numbers)) or meaning in ("journal", "other") else meaning
        if host.first("z"):
            within = meaning if meaning in ("conference", "workshop") else "book"
        return publications(unpunctuated(host.first("tp")), within, year, preprint, issn_ids(*numbers))
    if meaning == "thesis":
        return publications(unpunctuated(record.first("502", "c")) or _degree_giver(record), meaning, year, preprint)
    publisher = record.first("264", "b") or record.first("260", "b")
    return publications(publisher_as_venue(unpunctuated(publisher), meaning), meaning, year, preprint)


def _degree_giver(record: MarcRecord) -> str | None:
    """The institution of the note "Thesis (Ph. D.)--University of Graz, 1998" or "Graz, Univ., Diss., 1998", else of an added
    entry."""
    note = record.first("502", "a")
    behind = re.split(r"--|—| - ", note, maxsplit=1)[1:]
    name = re.split(r",\s*(?:\[?c?\d{4})", behind[0])[0] if behind else ""
    if not name and (german := _GERMAN_THESIS.match(note[:300])):
        name = german["giver"]
    return unpunctuated(name) or unpunctuated(record.first("710", "a")) or None


def _numbering(record: MarcRecord) -> Numbering:
    """Volume, issue and pages in the host: as Invenio gives them, as coded ($q "12:3<101"), else out of the words ($g)."""
    hosts = list(record.of("773"))
    host = next((one for one in hosts if one.first("gqvc")), next(iter(hosts), MarcField("773")))
    words, coded = " ".join(host.all("g")), _ENUMERATION.fullmatch(host.first("q"))
    named = [pattern.search(words) for pattern in (_VOLUME, _ISSUE, _PAGES)]
    volume, issue, pages = (match[1] if match else None for match in named)
    if coded:
        volume, issue, pages = volume or coded["volume"], issue or coded["issue"], pages or coded["page"]
    return numbering(
        volume=host.first("v") if host.first("p") or not volume else volume,
        issue=host.first("n") if host.first("p") else issue,
        pages=host.first("c") or pages,
    )


def _subjects(record: MarcRecord) -> Iterator[Subject]:
    """Headings with their subdivisions, classes, and uncontrolled words (653)."""
    for field in record.of("650", "600", "610", "611", "630", "651"):
        scheme = _VOCABULARIES.get(field.indicators[1:], "") or field.first("2").casefold()
        parts = [unpunctuated(text) for text in field.all("axyzv") if unpunctuated(text)]
        if parts and scheme:
            yield heading(scheme, parts)
        else:
            yield from keywords(parts[:1])
    yield from keywords([text for field in record.of("653") for text in field.all("a")])
    for tag, scheme in (("082", "ddc"), ("050", "lcc"), ("080", "udc")):
        for field in record.of(tag):
            if code := field.first("a").replace("/", "").replace("'", "").strip():
                yield Subject(scheme=scheme, code=code)


def _cites(record: MarcRecord) -> Iterator[Identifier]:
    """The references that Invenio keeps in 999C5, by their identifiers; in INSPIRE else by the number of the record ($0)."""
    is_inspire = _inspire_number(record) is not None
    for field in record.of("999"):
        if field.indicators.upper() == "C5":
            named = (known for text in field.all("ar") for known in (work_ids(doi_in=text)[-1:] or work_ids(arxiv_in=text)))
            yield from list(named)[:1] or (work_ids(inspire=field.first("0") or None) if is_inspire else ())

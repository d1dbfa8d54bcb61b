"""PubMed's XML: a set of citations, or one.

Format: https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
"""

from collections.abc import Iterator

from lxml import etree

from loaders.counted import counted
from loaders.fields.corrections import referred_to
from loaders.fields.dates import date_of, year_of
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import imprint
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, orcid_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.person_names import bare_parts, natural_name
from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Piece, Shape, pieces, root_name
from loaders.pubmed.terms import (
    CORRECTED_BY_THIS,
    TitleAndAbstract,
    article_number,
    journal_name,
    kind_of,
    place_of,
    publication_of,
    retracted,
    title_of,
    withdrawn,
)
from loaders.records import Affiliation, Authorship, Header, Identifier, Items, Publication, Record, Rejection, Remark, Subject

NAME = "pubmed_xml"
ABOUT = "citations of PubMed as XML"

_SETS = frozenset(("PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet"))
_SHAPE = Shape(frozenset(("PubmedArticle", "PubmedBookArticle")), frozenset(("DeleteCitation", "DeleteDocument")), _SETS)
_BARE = Shape(frozenset(("MedlineCitation",)), _SHAPE.parts, _SETS)
_SCHEMES = {"doi": "doi", "pmc": "pmcid", "pubmed": "pmid", "pmcid": "pmcid"}


def recognise(head: str) -> bool:
    """Whether an XML text begins with a set of citations or with one."""
    return root_name(head) in _SETS | _SHAPE.records | _BARE.records


def read(source: Source) -> Items:
    """The header, then a record for each citation. Citations that PubMed has withdrawn are named in a remark."""
    yield Header(format=NAME, source="PubMed")
    head = source.head()
    bare = root_name(head) in ("MedlineCitation", "MedlineCitationSet") and "<PubmedArticle>" not in head
    for piece in pieces(source, _BARE if bare else _SHAPE):
        if isinstance(piece, Rejection | Remark):
            yield piece
        elif isinstance(piece, Piece) and piece.tag in _SHAPE.parts:
            yield _deleted(piece)
        elif isinstance(piece, Piece):
            yield from _citation(piece)


def _deleted(piece: Piece) -> Remark:
    withdrawn_ids = [words_of(element) for element in piece.element]
    return Remark(
        f"line {piece.line}",
        f"PubMed has withdrawn {counted(len(withdrawn_ids), 'citation')}, which a load does not remove: "
        f"{', '.join(withdrawn_ids[:20])}",
    )


def _citation(piece: Piece) -> Iterator[Record | Rejection | Remark]:
    root = piece.element
    citation = root if root.tag == "MedlineCitation" else root.find("MedlineCitation")
    if citation is None:
        citation = root.find("BookDocument")
    pmid = words_at(citation, "PMID") if citation is not None else ""
    where = f"line {piece.line} (PMID {pmid})" if pmid else f"line {piece.line}"
    article = citation.find("Article") if citation is not None and citation.tag == "MedlineCitation" else citation
    if citation is None or article is None:
        yield Rejection(where, "the citation has no article")
        return
    words = _words(article)
    if not words.title and not words.abstract:
        yield Rejection(where, "the citation has neither title nor abstract")
        return
    lists, of_book = article.findall("AuthorList"), article.findall("Book/AuthorList")
    lists = [*lists, *(one for one in of_book if one.get("Type") == "editors")] if lists else of_book
    people, wrong = _people(lists)
    if wrong:
        yield Remark(where, f"PubMed marks these spellings of authors as wrong, and they were left out: {', '.join(wrong)}")
    kinds = [words_of(kind) for kind in article.iterfind("PublicationTypeList/PublicationType")] + [
        words_of(kind) for kind in article.iterfind("PublicationType")
    ]
    year, date = _date(article)
    notes = [_noted(note) for note in citation.iterfind("CommentsCorrectionsList/CommentsCorrections")]
    yield Record(
        where=where,
        title=words.title,
        abstract=words.abstract,
        kind=kind_of(kinds) or ("Book" if root.tag == "PubmedBookArticle" else None),
        year=year,
        date=date,
        ids=each_once(*work_ids(pmid=pmid), *_ids(root, article)),
        authors=people,
        authors_complete=bool(people) and all(one.get("CompleteYN", "Y") != "N" for one in lists),
        publications=tuple(_publications(article, kinds, year)),
        subjects=tuple(_subjects(citation)),
        comment=withdrawn(kinds, [(kind, place) for kind, _, place in notes]),
        retracted=retracted(kinds, [kind for kind, _, _ in notes]),
        corrects=referred_to((number, place) for kind, number, place in notes if kind in CORRECTED_BY_THIS),
        cites=_cited(root),
        **_numbering(article),
        **imprint(
            publisher=words_at(article, "Book/Publisher/PublisherName"),
            place=words_at(article, "Book/Publisher/PublisherLocation"),
            language=[words_of(one) for one in article.iterfind("Language")],
        ),
    )


def _numbering(article: etree._Element) -> Numbering:
    """Of the issue and of the pagination; the publisher's item identifier is an article's number where it can be one."""
    located = [one for one in article.iterfind("ELocationID") if one.get("ValidYN", "Y") == "Y"]
    return numbering(
        volume=words_at(article, "Journal/JournalIssue/Volume") or words_at(article, "Book/Volume"),
        issue=words_at(article, "Journal/JournalIssue/Issue"),
        pages=words_at(article, "Pagination/MedlinePgn"),
        first=words_at(article, "Pagination/StartPage"),
        last=words_at(article, "Pagination/EndPage"),
        article_number=article_number(*(words_of(one) for one in located if one.get("EIdType") == "pii")),
    )


def _words(article: etree._Element) -> TitleAndAbstract:
    printed = words_at(article, "ArticleTitle") or words_at(article, "Book/BookTitle")
    parts = []
    for part in article.findall("Abstract/AbstractText"):
        label, content = part.get("Label", ""), words_of(part)
        parts.append(f"{label}: {content}" if label and content and label != "UNLABELLED" else content)
    return TitleAndAbstract(title_of(printed, words_at(article, "VernacularTitle")), "\n".join(filter(None, parts)) or None)


def _people(lists: list[etree._Element]) -> tuple[tuple[Authorship, ...], list[str]]:
    """Authors and editors in their order, and spellings marked as wrong (ValidYN="N"), which have a right one beside them."""
    people: list[Authorship] = []
    wrong: list[str] = []
    counted = {"author": 0, "editor": 0}
    for one in lists:
        role = "editor" if one.get("Type") == "editors" else "author"
        valid = [author for author in one.findall("Author") if author.get("ValidYN", "Y") != "N"]
        for author in one.findall("Author"):
            person = _person(author, counted[role] + 1, role)
            if person and author.get("ValidYN", "Y") == "N" and valid:
                wrong.append(person.name)
            elif person:
                counted[role] += 1
                people.append(person)
    return tuple(people), wrong


def _affiliation(info: etree._Element) -> Affiliation | None:
    """The affiliation as printed, with the identifiers beside it (ROR, GRID, ISNI, Ringgold)."""
    name = place_of(words_at(info, "Affiliation"))
    return affiliation_with(name, *((one.get("Source"), words_of(one)) for one in info.iterfind("Identifier"))) if name else None


def _person(author: etree._Element, position: int, role: str) -> Authorship | None:
    group = words_at(author, "CollectiveName")
    family, given = words_at(author, "LastName"), words_at(author, "ForeName") or words_at(author, "Initials")
    family, given = bare_parts(family, given)
    name = group or natural_name(given, family, words_at(author, "Suffix"))
    if not name:
        return None
    places = (_affiliation(place) for place in author.iterfind("AffiliationInfo"))
    orcid = next((words_of(one) for one in author.iterfind("Identifier") if one.get("Source", "").upper() == "ORCID"), None)
    return Authorship(
        name=name,
        position=position,
        family=None if group else family or None,
        given=None if group else given or None,
        ids=orcid_ids(orcid),
        affiliations=tuple(dict.fromkeys(place for place in places if place)),
        kind="organisation" if group else "person",
        role="editor" if role == "editor" else "author",
    )


def _ids(root: etree._Element, article: etree._Element) -> Iterator[Identifier]:
    for one in [*root.iterfind("PubmedData/ArticleIdList/ArticleId"), *article.iterfind("ArticleIdList/ArticleId")]:
        yield from _id(one.get("IdType", ""), words_of(one))
    for one in article.iterfind("ELocationID"):
        if one.get("ValidYN", "Y") == "Y":
            yield from _id(one.get("EIdType", ""), words_of(one))
    yield from work_ids(isbn_in=" ".join(map(words_of, article.iterfind("Book/Isbn"))))


def _id(kind: str, value: str) -> tuple[Identifier, ...]:
    scheme = _SCHEMES.get(kind)
    return work_ids(doi_in=value) if scheme == "doi" else work_ids(**{scheme: value}) if scheme else ()


def _date(article: etree._Element) -> tuple[int | None, str | None]:
    """Year and date of the issue, of a span ("1998 Dec-1999 Jan") its beginning; else of the electronic version."""
    for path in ("Journal/JournalIssue/PubDate", "Book/PubDate", "ArticleDate"):
        date_element = article.find(path)
        if date_element is None:
            continue
        span = words_at(date_element, "MedlineDate")
        year = words_at(date_element, "Year") or span
        month = words_at(date_element, "Month") or span.partition(" ")[2].partition("-")[0]
        date = date_of(year, month or None, words_at(date_element, "Day") or None)
        if date:
            return year_of(year), date
    return None, None


def _publications(article: etree._Element, kinds: list[str], year: int | None) -> Iterator[Publication]:
    journal = words_at(article, "Journal/Title") or words_at(article, "Journal/ISOAbbreviation")
    if journal:
        numbers = [words_at(article, "Journal/ISSN"), words_at(article, "../MedlineJournalInfo/ISSNLinking")]
        yield publication_of(journal_name(journal), kinds, year, numbers)
    elif book := words_at(article, "Book/BookTitle"):
        yield Publication(venue=book, kind="book", year=year)


def _subjects(citation: etree._Element) -> Iterator[Subject]:
    for heading in citation.iterfind("MeshHeadingList/MeshHeading/DescriptorName"):
        label = words_of(heading)
        if label:
            yield Subject(scheme="mesh", code=heading.get("UI") or label, label=label)
    yield from keywords([words_of(word) for word in citation.iterfind("KeywordList/Keyword")])


def _noted(note: etree._Element) -> tuple[str, str, str]:
    return note.get("RefType", ""), words_at(note, "PMID"), words_at(note, "RefSource")


def _cited(root: etree._Element) -> tuple[Identifier, ...]:
    """What the reference list names: of each reference the PubMed id, else the DOI."""
    corrected: list[Identifier] = []
    for reference in root.iterfind(".//ReferenceList/Reference"):
        ids = [
            known for one in reference.iterfind("ArticleIdList/ArticleId") for known in _id(one.get("IdType", ""), words_of(one))
        ]
        corrected += sorted(ids, key=lambda known: ("pmid", "arxiv", "doi", "pmcid").index(known.scheme))[:1]
    for note in root.iterfind(".//CommentsCorrections[@RefType='Cites']/PMID"):
        corrected += work_ids(pmid=words_of(note))
    return each_once(*corrected)

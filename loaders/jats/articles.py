"""JATS: articles with or without their full text, one, many (PubMed Central), or in answers of OAI-PMH.

Format: https://jats.nlm.nih.gov/archiving/tag-library/1.3/ (and NLM 2.0 to 3.0, its forerunners)
"""

from collections.abc import Iterator

from lxml import etree

from loaders.fields.corrections import Updates, is_retracted_kind
from loaders.fields.dates import date_of, parsed_date
from loaders.fields.identifiers import arxiv, cited_id, doi, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import is_kind_of_work
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import title_text
from loaders.fields.venues import venue
from loaders.fields.xml_words import words_at, words_of
from loaders.jats.people import people
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Identifier, Items, Publication, Record, Rejection, Subject

NAME = "jats"
ABOUT = "articles in JATS (PubMed Central, publishers), with or without full text, also by OAI-PMH"

_ASIDE = ("header", "request", "responseDate", "resumptionToken", "error", "Reply")
_ENVELOPES = ("pmc-articleset", "articles", "article-set", "OAI-PMH", "ListRecords", "GetRecord", "record", "metadata")
_SHAPE = Shape(frozenset(("article",)), frozenset(_ASIDE), frozenset(_ENVELOPES))
_SCHEMES = {
    "doi": "doi", "pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid", "pmcaid": "", "pmc-uid": "pmcid", "arxiv": "arxiv",
}  # fmt: skip
_NO_ABSTRACTS = frozenset(
    ("graphical", "teaser", "toc", "precis", "key-points", "highlights", "web-summary", "plain-language-summary", "summary",
     "editor", "executive-summary", "short", "author-highlights", "objectives", "video", "significance")
)  # fmt: skip
_CORRECTING = {
    "corrected-article": "correction", "retracted-article": "retraction", "partial-retraction": "partial_retraction",
    "object-of-concern": "", "addended-article": "", "withdrawn-article": "withdrawal",
}  # fmt: skip
_NOTICES = frozenset(("retraction-forward", "retraction", "withdrawal-forward"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SORTS = frozenset(("article-type", "display-channel", "article", "articletype"))
"""Kinds of subject groups that say what sort of article it is."""


def recognise(head: str) -> bool:
    """Whether an XML text begins with an article of JATS, by itself or in an envelope."""
    name = root_name(head)
    return (name == "article" or name in _ENVELOPES) and ("article-meta" in head or "//DTD JATS" in head or "-//NLM//DTD" in head)


def read(source: Source) -> Items:
    """The header, then a record for every article; deleted records of a repository are rejections."""
    yield Header(format=NAME, source="JATS")
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Piece):
            yield from _item(piece)
        elif not isinstance(piece, Opened):
            yield piece


def _item(piece: Piece) -> Iterator[Record | Rejection]:
    where = f"line {piece.line}"
    if piece.tag == "article":
        yield _article(piece.element, where)
    elif piece.tag in ("error", "Reply"):
        said = words_of(piece.element) or piece.element.get("error", "")
        yield Rejection(where, f"the archive answered with an error: {said[:200]}; correct the query")
    elif piece.tag == "header" and piece.element.get("status") == "deleted":
        key = words_at(piece.element, "identifier")
        yield Rejection(f"{where} ({key})", "the archive has deleted the record, so that it holds nothing")


def _article(article: etree._Element, place: str) -> Record | Rejection:
    meta = article.find("front/article-meta")
    if meta is None:
        return Rejection(place, "the article has no <article-meta>, so that nothing is said of it")
    ids = _ids(meta)
    where = f"{place} ({ids[0].value})" if ids else place
    title = title_text(_title(meta))
    abstract = _abstract(meta)
    if title is None and abstract is None:
        return Rejection(where, "the article has neither title nor abstract")
    authors, complete = people(meta)
    year, date = _when(meta)
    kind = article.get("article-type")
    updates = _updates(meta, next((known.value for known in ids if known.scheme == "doi"), None))
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
        publications=_publications(article, meta, ids, year),
        subjects=tuple(_subjects(meta)),
        cites=each_once(*_cites(article)),
        retracted=updates.retracted or is_retracted_kind(kind),
        corrects=updates.corrects,
        **_numbering(meta),
        **imprint(
            publisher=words_at(article, "front/journal-meta/publisher/publisher-name"),
            place=words_at(article, "front/journal-meta/publisher/publisher-loc"),
            language=article.get(_LANGUAGE),
            urls=[link for one in meta.iterfind("self-uri") for link in (_href(one), words_of(one)) if link],
        ),
    )


def _title(meta: etree._Element) -> str:
    group = meta.find("title-group")
    if group is None:
        return ""
    main = group.find("article-title")
    title = _without_notes(main) if main is not None else ""
    return ": ".join(filter(None, (title.rstrip(" :"), words_at(group, "subtitle"))))


def _without_notes(element: etree._Element) -> str:
    """The words of a title without the marks of its footnotes."""
    for note in [*element.iter("xref"), *element.iter("fn")]:
        note.text = None
        for inside in list(note):
            note.remove(inside)
    return words_of(element)


def _abstract(meta: etree._Element) -> str | None:
    """The abstract that is of no special kind, its sections with their titles."""
    found = sorted(meta.findall("abstract"), key=lambda one: (one.get("abstract-type") or "") in _NO_ABSTRACTS)
    lines: list[str] = []
    for element in found[:1]:
        for section in element:
            if section.tag == "sec":
                title = words_at(section, "title")
                body = " ".join(filter(None, (words_of(part) for part in section if part.tag != "title")))
                lines.append(f"{title.rstrip(' :.')}: {body}" if title and body else title or body)
            elif section.tag not in ("title", "label", "object-id", "related-object", "related-article"):
                lines.append(words_of(section))
        lines = lines or [words_of(element)]
    return "\n".join(filter(None, lines)) or None


def _ids(meta: etree._Element) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    for element in meta.iterfind("article-id"):
        found += _id((element.get("pub-id-type") or "").casefold(), words_of(element))
    return each_once(*found)


def _id(kind: str, value: str) -> tuple[Identifier, ...]:
    scheme = _SCHEMES.get(kind, "")
    if scheme == "doi":
        return work_ids(doi_in=value)
    if scheme == "arxiv":
        return work_ids(arxiv_in=value)
    return work_ids(**{scheme: value}) if scheme else ()


def _when(meta: etree._Element) -> tuple[int | None, str | None]:
    """The year of the issue, else of what was published first, and the most exact date of that year."""
    ranks = {"ppub": 0, "collection": 1, "issue-pub": 1, "epub-ppub": 1, "pub": 2, "epub": 3, "": 4}
    dated = []
    for element in meta.iterfind("pub-date"):
        kind = element.get("pub-type") or element.get("date-type") or ""
        date = _date(element)
        if date and kind not in ("pmc-release", "nihms-submitted", "received", "accepted", "preprint", "hwp-received"):
            dated.append((ranks.get(kind, 4), date))
    if not dated:
        return None, None
    year = min(dated, key=lambda one: one[0])[1][:4]
    return int(year), max((date for _, date in dated if date.startswith(year)), key=len)


def _date(element: etree._Element) -> str | None:
    given = element.get("iso-8601-date")
    month = words_at(element, "month") or words_at(element, "season")
    return (parsed_date(given) if given else None) or date_of(
        words_at(element, "year") or words_at(element, "string-date"), month or None, words_at(element, "day") or None
    )


def _numbering(meta: etree._Element) -> Numbering:
    return numbering(
        volume=words_at(meta, "volume"),
        issue=words_at(meta, "issue"),
        pages=words_at(meta, "page-range"),
        first=words_at(meta, "fpage"),
        last=words_at(meta, "lpage"),
        article_number=words_at(meta, "elocation-id"),
    )


def _publications(
    article: etree._Element, meta: etree._Element, ids: tuple[Identifier, ...], year: int | None
) -> tuple[Publication, ...]:
    """The journal, or the conference where the journal is none; and arXiv."""
    journal = article.find("front/journal-meta")
    names = ("journal-title", "abbrev-journal-title")
    paths = [f"{group}{tag}" for tag in names for group in ("journal-title-group/", "")]
    name = next((found for path in paths if (found := words_at(journal, path))), "") if journal is not None else ""
    numbers = [words_of(one) for one in journal.iterfind("issn")] if journal is not None else []
    conference = words_at(meta, "conference/conf-name") or words_at(meta, "conference/conf-acronym")
    preprint = arxiv(next((known.value for known in ids if known.scheme == "arxiv"), None))
    if not name and conference:
        return publications(conference, "conference", year, preprint)
    known = venue(name)
    kind = known.kind if known else "preprint" if article.get("article-type") == "preprint" else "journal"
    return publications(name or None, kind, year, preprint, issn_ids(*numbers))


def _subjects(meta: etree._Element) -> Iterator[Subject]:
    """Keywords, and subjects with the ones above them; what says the sort of article ("Research Article") is none."""
    for group in meta.iterfind("kwd-group"):
        kind = (group.get("kwd-group-type") or "").casefold()
        words = [words_of(one) for one in [*group.iterfind("kwd"), *group.iterfind("compound-kwd/compound-kwd-part")]]
        if kind != "abbreviations" and kind != "abbr":
            yield from keywords(words, scheme="mesh" if kind == "mesh" else "keyword")
    for group in meta.iterfind("article-categories/subj-group"):
        if (group.get("subj-group-type") or "").casefold() not in _SORTS:
            yield from _grouped(group, None)


def _grouped(group: etree._Element, above: Subject | None) -> Iterator[Subject]:
    inner = above
    for element in group.iterfind("subject"):
        if (label := words_of(element)) and not is_kind_of_work(label):
            inner = Subject(scheme="jats", code=label.casefold(), label=label, broader=above)
            yield inner
    for inside in group.iterfind("subj-group"):
        yield from _grouped(inside, inner)


def _updates(meta: etree._Element, own: str | None) -> Updates:
    """What related articles say: which this one corrects or retracts, and whether it is retracted itself."""
    found = Updates(own)
    for related in meta.iterfind("related-article"):
        kind = (related.get("related-article-type") or "").casefold()
        link = _href(related)
        if kind in _CORRECTING:
            found.is_to(_CORRECTING[kind], link or words_of(related))
        elif kind in _NOTICES:
            found.is_by("retraction")
    return found


def _href(element: etree._Element) -> str | None:
    return next((str(value) for name, value in element.attrib.items() if str(name).rpartition("}")[2] == "href"), None)


def _cites(article: etree._Element) -> Iterator[Identifier]:
    """Each reference by its DOI, else by its PubMed, PMC or arXiv identifier."""
    for reference in article.iterfind("back//ref"):
        ids = [
            known
            for element in reference.iter("pub-id", "object-id")
            for known in _id((element.get("pub-id-type") or "").casefold(), words_of(element))
        ]
        ranked = sorted(ids, key=lambda known: ("arxiv", "doi", "pmid", "pmcid").index(known.scheme))
        linked = next((bare for text in _links(reference) if (bare := doi(text))), None)
        if ranked:
            yield ranked[0]
        elif linked:
            yield cited_id(linked)


def _links(reference: etree._Element) -> Iterator[str]:
    for element in reference.iter("ext-link", "uri"):
        yield from (str(value) for name, value in element.attrib.items() if str(name).rpartition("}")[2] == "href")
        yield words_of(element)
    yield words_of(reference)

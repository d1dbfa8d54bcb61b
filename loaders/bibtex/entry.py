"""A work from the fields of a BibTeX or BibLaTeX entry, and from those that well-known exporters add."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from loaders.bibtex.names import names
from loaders.fields.arxiv_categories import arxiv_subject, category
from loaders.fields.arxiv_ids import ArxivId
from loaders.fields.citation_counts import citation_count, noted_citation_count
from loaders.fields.corrections import is_retracted_kind, says_retracted
from loaders.fields.dates import date_of, parsed_date, unread_year, year_of
from loaders.fields.edited_volumes import with_editors
from loaders.fields.identifiers import arxiv, cited, doi, doi_in_address, dois, work_ids
from loaders.fields.imprint import Imprint, imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.tex import plain_tex
from loaders.fields.titles_abstracts import given_abstract
from loaders.parsing.html_entities import decoded
from loaders.parsing.markup import plain_markup
from loaders.records import Affiliation, Authorship, Identifier, Record, Rejection, Subject
from loaders.web_of_science.people import identified

Fields = Mapping[str, str]

_KINDS: dict[str, PublicationKind] = {
    "article": "journal", "suppperiodical": "journal", "review": "journal", "periodical": "journal",
    "inproceedings": "conference", "conference": "conference", "proceedings": "conference", "mvproceedings": "conference",
    "book": "book", "mvbook": "book", "inbook": "book", "bookinbook": "book", "suppbook": "book", "booklet": "book",
    "collection": "book", "mvcollection": "book", "incollection": "book", "suppcollection": "book", "reference": "book",
    "mvreference": "book", "inreference": "book", "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "bachelorsthesis": "thesis", "report": "report", "techreport": "report", "dataset": "dataset",
    "data": "dataset", "preprint": "preprint",
}  # fmt: skip
_THESES = {
    "phdthesis": "PhD thesis",
    "mathesis": "master's thesis",
    "bathesis": "bachelor's thesis",
    "candthesis": "candidate thesis",
}
_HALF_ARXIV = re.compile(r"arxiv", re.IGNORECASE)
_GROUP = re.compile(r"(?:collaborations?|group|team|consortium)$", re.IGNORECASE)
_MACRO = re.compile(r"\\(\w+)")
_JOURNALS = {
    "aap": "Astronomy & Astrophysics", "aj": "The Astronomical Journal", "apj": "The Astrophysical Journal",
    "apjl": "The Astrophysical Journal Letters", "apjs": "The Astrophysical Journal Supplement Series",
    "araa": "Annual Review of Astronomy and Astrophysics", "grl": "Geophysical Research Letters",
    "icarus": "Icarus", "jcap": "Journal of Cosmology and Astroparticle Physics", "jgr": "Journal of Geophysical Research",
    "mnras": "Monthly Notices of the Royal Astronomical Society", "nat": "Nature", "physrep": "Physics Reports",
    "pasj": "Publications of the Astronomical Society of Japan",
    "pasp": "Publications of the Astronomical Society of the Pacific",
    "pra": "Physical Review A", "prb": "Physical Review B", "prc": "Physical Review C", "prd": "Physical Review D",
    "pre": "Physical Review E", "prl": "Physical Review Letters", "rmp": "Reviews of Modern Physics", "solphys": "Solar Physics",
}  # fmt: skip
"""The journals that ADS names by macros of the AAS style: https://ui.adsabs.harvard.edu/help/actions/journal-macros"""
_ESCAPED_ENTITY = re.compile(r"\\&\\?(#?[A-Za-z0-9]+);")
_ADDRESS_COMMAND = re.compile(r"\\(?:url|path|href)\s*\{([^{}]*)\}")
_SERIES_WORD = re.compile(r"(?:\d+|newseries|oldseries|new series|old series|\d+(?:st|nd|rd|th)(?: series)?)", re.IGNORECASE)


def work(kind: str, key: str, fields: Fields, where: str) -> Record | Rejection:
    """The record of an entry, or the rejection of one that nothing identifies."""
    fields = {name: decoded(_ESCAPED_ENTITY.sub(r"&\1;", value)) if "&" in value else value for name, value in fields.items()}
    title = _title(fields)
    abstract = given_abstract(_text(fields, "abstract", paragraphs=True) or "")
    preprint = _preprint(fields)
    ids = _ids(key, fields, preprint)
    if not (title or abstract or ids):
        given = ", ".join(sorted(fields)) or "no field"
        return Rejection(where, f"the @{kind} entry has no title, abstract or identifier (it has {given}); give it a title")
    year, date = _when(fields)
    authors, complete = _people(fields)
    published = _KINDS.get(kind) or publication_kind(kind)
    appeared = publications(_venue(kind, published, fields), published, year, preprint, issn_ids(fields.get("issn")))
    return Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=_kind(kind, fields),
        year=year,
        date=date,
        unread_year=unread_year(year, *(_text(fields, name) for name in ("date", "year", "eventdate"))),
        ids=ids,
        authors=with_editors(kind, authors),
        authors_complete=complete,
        publications=appeared,
        subjects=_subjects(fields, preprint),
        comment=_comment(fields),
        cites=cited(*dois(fields.get("references") or fields.get("cited-references"))),
        retracted=is_retracted_kind(_text(fields, "type", "document_type"))
        or says_retracted(_text(fields, "note"), _text(fields, "pubstate")),
        cited_by=_cited_by(fields),
        **_numbering(published, fields),
        **_imprint(published, fields),
    )


def _imprint(published: PublicationKind, fields: Fields) -> Imprint:
    """Publisher, place, language and address; a thesis or a report is published by its institution where no other is named."""
    institutions = ("school", "institution", "organization") if published in ("thesis", "report") else ()
    spoken = _text(fields, "language", "langid", "hyphenation")
    links = " ".join(_ADDRESS_COMMAND.sub(r" \1 ", fields.get(name, "")) for name in ("url", "ee", "bdsk-url-1"))
    return imprint(
        publisher=_text(fields, "publisher", *institutions),
        place=_text(fields, "address", "location"),
        language=[word.removeprefix("lang") for word in re.split(r"\s+and\s+", spoken or "")],  # a key of BibLaTeX
        urls=re.sub(r"[\\{}]", "", links).split(),
    )


def _numbering(published: PublicationKind, fields: Fields) -> Numbering:
    """Volume, issue, pages and article number; the number of a report or a patent, or of a book in a series, is none of these."""
    is_in_issues = published == "journal" or (published == "conference" and "series" not in fields)
    return numbering(
        volume=_text(fields, "volume", "jvolume"),
        issue=_text(fields, *(["number"] if is_in_issues else []), "issue"),
        pages=_text(fields, "pages", "page"),
        article_number=_text(fields, "eid", "articleno", "article-number", "article_number", "art_number", "elocation-id"),
    )


def _cited_by(fields: Fields) -> int | None:
    """Of a field of the Web of Science, else of Scopus' note."""
    given = citation_count(_text(fields, "times-cited", "times_cited"))
    return given if given is not None else noted_citation_count(_text(fields, "note"))


def _text(fields: Fields, *names: str, paragraphs: bool = False) -> str | None:
    for name in names:
        value = fields.get(name, "")
        parts = re.split(r"\n\s*\n", value) if paragraphs else [value]
        if text := "\n".join(filter(None, (plain_markup(plain_tex(part)) for part in parts))):
            return text
    return None


def _title(fields: Fields) -> str | None:
    title = _text(fields, "title") or _text(fields, "maintitle", "issuetitle")
    subtitle = _text(fields, "subtitle") if "title" in fields else None
    if not title or not subtitle or subtitle.casefold() in title.casefold():
        return title or subtitle
    return f"{title}{' ' if title[-1] in '.:?!–—' else ': '}{subtitle}"


def _kind(kind: str, fields: Fields) -> str:
    said = _text(fields, "entrysubtype")
    return said or _THESES.get(_text(fields, "document_type", "type") or "", kind)


def _people(fields: Fields) -> tuple[tuple[Authorship, ...], bool]:
    authors, complete = names(fields.get("author", ""))
    editors, _ = names(fields.get("editor", ""), is_editor=True)
    authors = identified(authors, fields.get("researcherid-numbers", ""), fields.get("orcid-numbers", ""))
    for name in _collaborations(fields):
        if all(name.casefold() not in author.name.casefold() for author in authors):
            authors += (Authorship(name=name, position=len(authors) + 1, kind="organisation"),)
    address = _text(fields, "affiliation")
    if address and len(authors) == 1:
        authors = (replace(authors[0], affiliations=(Affiliation(address.removesuffix(".")),)),)
    return authors + editors, complete and bool(authors)


def _collaborations(fields: Fields) -> list[str]:
    """The collaborations of the field of that name: "ATLAS, CMS" are the ATLAS Collaboration and the CMS Collaboration."""
    named = re.split(r"\s*(?:[,;&]|\band\b)\s*", _text(fields, "collaboration") or "")
    return [name if _GROUP.search(name) else f"{name} Collaboration" for name in named if name]


def _when(fields: Fields) -> tuple[int | None, str | None]:
    """The year and the date: of `date` (a range begins it), else of `year`, `month` and `day`, else of the event."""
    for name in ("date", "year", "eventdate"):
        value = _text(fields, name) or ""
        exact = date_of(value, _text(fields, "month"), _text(fields, "day")) if name == "year" else parsed_date(value)
        exact = exact or (str(year) if (year := year_of(value)) else None)
        if exact:
            return int(exact[:4]), exact
    return None, None


def _preprint(fields: Fields) -> ArxivId | None:
    """The arXiv identifier: of an `eprint` that says it is one or can be nothing else, else of a text that names it."""
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").casefold()
    eprint = fields.get("eprint", "")
    if eprint and (
        archive == "arxiv" or (not archive and (_HALF_ARXIV.search(" ".join(fields.values())) or "primaryclass" in fields))
    ):
        found = arxiv(plain_tex(eprint)) or arxiv(plain_tex(eprint).split(":")[-1])
        if found:
            return found
    if given := arxiv(fields.get("arxivid") or fields.get("arxiv")):
        return given
    volume = fields.get("volume", "")
    if volume.startswith("abs/") and (found := arxiv(volume)):
        return found
    texts = (
        fields.get(name, "") for name in ("journal", "journaltitle", "howpublished", "number", "doi", "url", "note", "publisher")
    )
    return next((found for text in texts if _HALF_ARXIV.search(text) and (found := arxiv(plain_tex(text)))), None)


def _ids(key: str, fields: Fields, preprint: ArxivId | None) -> tuple[Identifier, ...]:
    url = " ".join(fields.get(name, "") for name in ("url", "ee", "biburl", "bdsk-url-1")).replace("\\", "")
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").casefold()
    acl = next((address for address in url.split() if "aclanthology." in address or "aclweb." in address), None)
    return work_ids(
        doi_in=doi(fields.get("doi")) or doi_in_address(url),
        arxiv_in=preprint.value if preprint else None,
        isbn_in=plain_tex(fields.get("isbn", "")),
        pmid=fields.get("pmid") or (fields.get("eprint") if archive in ("pubmed", "pmid") else None),
        pmcid=fields.get("pmcid"),
        acl=acl,
        dblp=key if key.startswith("DBLP:") else None,
        wos=plain_tex(fields.get("unique-id") or fields.get("unique_id") or ""),
        scopus=url,
    )


def _venue(kind: str, published: PublicationKind, fields: Fields) -> str | None:
    if published == "journal" and kind != "periodical":
        macro = _MACRO.fullmatch(fields.get("journal", "").strip("{} "))
        return _JOURNALS.get(macro.group(1)) if macro else _text(fields, "journaltitle", "journal")
    if kind in (
        "inproceedings",
        "conference",
        "inbook",
        "bookinbook",
        "suppbook",
        "incollection",
        "suppcollection",
        "inreference",
    ):
        return _text(fields, "booktitle", "maintitle", "eventtitle", "journal", "journaltitle")
    if published in ("thesis", "report"):
        return _text(fields, "institution", "school", "organization", "publisher")
    if published in ("book", "conference"):
        series = _text(fields, "series")
        return None if series and _SERIES_WORD.fullmatch(series) else series
    return _text(fields, "journaltitle", "journal", "booktitle")


def _subjects(fields: Fields, preprint: ArxivId | None) -> tuple[Subject, ...]:
    primary = plain_tex(fields.get("primaryclass") or fields.get("eprintclass") or "") or (preprint.subject if preprint else "")
    known = category(primary) if primary and preprint else None
    listed = [plain_tex(fields.get(name, "")) for name in ("keywords", "author_keywords", "keyword", "keywords-plus")]
    found: dict[Subject, None] = {arxiv_subject(known.code): None} if known else {}
    for text in listed:
        found.update(dict.fromkeys(keywords([text], separators=";" if ";" in text else ",")))
    return tuple(found)


def _comment(fields: Fields) -> str | None:
    for name in ("note", "addendum", "pubstate", "comment"):
        text = _text(fields, name)
        if text and re.search(
            r"retract|withdrawn|accepted|to appear|in press|submitted|forthcoming|published|presented", text, re.IGNORECASE
        ):
            return text
    return None

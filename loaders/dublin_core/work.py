"""The record of a work in Dublin Core, whose elements hold whatever a repository puts there."""

import re
from collections.abc import Iterator

from loaders.dublin_core.people import creators
from loaders.dublin_core.places import place_of
from loaders.dublin_core.values import Values
from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, cited_id, doi, dois, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.records import Identifier, Record, Rejection, Remark, Subject

_SEMANTICS = re.compile(r"^info:eu-?repo/semantics/", re.IGNORECASE)
_VERSION = re.compile(
    r"(?:draft|(?:submitted|accepted|published|updated) ?version|text|(?:non-?)?peer-? ?reviewed|still ?image"
    r"|info:eu-?repo/semantics/\w+access|.*/version/\w+)$",
    re.IGNORECASE,
)
_RESOURCE_TYPES = {
    "c_6501": "journal article", "c_2df8fbb1": "research article", "c_dcae04bc": "review article", "c_beb9": "data paper",
    "c_b239": "editorial", "c_5794": "conference paper", "c_c94f": "conference output", "c_f744": "conference proceedings",
    "c_6670": "conference poster", "c_46ec": "thesis", "c_db06": "doctoral thesis", "c_bdcc": "master thesis",
    "c_7a1f": "bachelor thesis", "c_2f33": "book", "c_3248": "book part", "c_816b": "preprint", "c_8042": "working paper",
    "c_93fc": "report", "c_18ed": "research report", "c_18gh": "technical report", "c_ddb1": "dataset", "c_ba08": "book review",
    "c_5ce6": "software",
}  # fmt: skip
"""Types of works of https://vocabularies.coar-repositories.org/resource_types/ that repositories give by address alone."""
_ALTERNATIVE = re.compile(r"info:eu-?repo/semantics/altIdentifier/(?P<scheme>\w+)/(?P<value>.+)", re.IGNORECASE)
_REFERENCE = re.compile(r"info:eu-?repo/semantics/reference/doi/(?P<value>.+)", re.IGNORECASE)
_CLASSIFICATION = re.compile(
    r"info:eu-?repo/classification/(?P<scheme>\w+)/(?P<code>.+)|(?P<short>ddc|udc|jel|lcc|msc):\s*(?P<number>\S+)", re.I
)
_NAMED_NUMBER = re.compile(r"\s*(?:urn:)?(?P<scheme>pmid|pmcid|isbn|issn|e-?issn|arxiv)\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_BARE_DOI = re.compile(r"\s*(?:(?:info:)?doi\s*[:/]?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+\s*", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:non-?)?peer[- ]?reviewed\W*|(?:un)?published\W*|submitted\W*|accepted\W*|in press\W*|(?:includes )?bibliograph.*"
    r"|\d+\s*(?:p|pp|pages|leaves|páginas|s)\b.*|(?:ph\.?\s?d\.?|m\.?\s?sc\.?|master'?s?|doctoral) (?:thesis|dissertation).*"
    r"|title from .*",
    re.IGNORECASE,
)
_LONG_WORDS = 25
_PROOF = re.compile(r"\d{4}-\d\d-\d\dT\d\d")


def record(values: Values, where: str, key: str) -> Iterator[Record | Rejection | Remark]:
    """The record, and remarks about it; a rejection where nothing says which work it is. `key` is its OAI identifier."""
    title = title_text(values.first("title")) or title_text(values.first("alternative"))
    abstract, ids = _abstract(values), _ids(values, key)
    if title is None and abstract is None and not ids:
        yield Rejection(where, "the record has no title, description or identifier of a work")
        return
    authors, repeated, complete = creators(values.all("creator"), values.beside_creators)
    editors, _, _ = creators(values.all("editor"), [], is_editor=True)
    kind = _kind(values.all("type"))
    year, date = _when(values)
    meant = publication_kind(kind)
    citations = values.all("citation") + [text for text in values.all("identifier") if " " in text.strip()]
    place = place_of(values.all("ispartof", "source"), citations, values.first("title"))
    preprint = arxiv(next((each.value for each in ids if each.scheme == "arxiv"), None))
    numbers = issn_ids(*values.all("source", "ispartof"), *_numbers(values, "issn"), *_numbers(values, "eissn"), *citations)
    venue = title_text(place.venue) or publisher_as_venue(values.first("publisher") or None, meant)
    yield Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=kind,
        year=year,
        date=date,
        ids=ids,
        authors=authors + editors,
        authors_complete=complete,
        publications=publications(venue if venue != title else None, meant, year, preprint, numbers),
        subjects=_subjects(values.all("subject")),
        cites=_cites(values),
        retracted=is_retracted_kind(*values.all("type")),
        **numbering(volume=place.volume, issue=place.issue, pages=place.pages),
        **imprint(
            publisher=values.first("publisher"), language=values.all("language"), urls=values.all("identifier", "relation")
        ),
    )
    yield from (Remark(where, f"{name} is listed more than once; the first place was taken") for name in repeated)


def _abstract(values: Values) -> str | None:
    """The abstract; where there are descriptions only, the first that is as long as one, else the first that is no note."""
    found = [text for one in values.all("abstract", "description") if (text := abstract_text(one)) and not _NOTE.fullmatch(text)]
    named = abstract_text(values.first("abstract"))
    return named or next((text for text in found if len(text.split()) >= _LONG_WORDS), next(iter(found), None))


def _kind(types: list[str]) -> str | None:
    """The first type in words that is of the work, not of its version; "doctoralThesis" is "doctoral thesis"."""
    words = []
    for printed in types:
        text = _RESOURCE_TYPES.get(printed.rstrip("/").rpartition("/")[2], _SEMANTICS.sub("", printed.strip()))
        text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
        if text and not _VERSION.match(text) and "://" not in text:
            words.append(text.lower() if text != printed.strip() else text)
    telling = (text for text in words if publication_kind(text) != "other")
    return next(telling, next(iter(words), None))


def _when(values: Values) -> tuple[int | None, str | None]:
    """The year and date of publication. Dates to the second are those on which a repository took the work in."""
    given = values.all("issued") or values.all("date", "created")
    dates = [(parsed_date(text), bool(_PROOF.match(text))) for text in given if not text.startswith("info:")]
    plain = [date for date, is_proof in dates if date and not is_proof]
    date = min(plain or [date for date, _ in dates if date], default=None)
    exact = [one for one in plain if date and one.startswith(date)]
    return year_of(date), max(exact, key=len, default=date)


def _numbers(values: Values, scheme: str) -> list[str]:
    """The numbers of a scheme that identifiers and relations name: "urn:isbn:…", "…/semantics/altIdentifier/isbn/…"."""
    texts = values.all("identifier", "relation")
    found = [match for text in texts if (match := _ALTERNATIVE.match(text.strip()) or _NAMED_NUMBER.match(text))]
    return [match["value"] for match in found if match["scheme"].casefold().replace("-", "") == scheme]


def _ids(values: Values, key: str) -> tuple[Identifier, ...]:
    identifiers, relations = values.all("identifier"), values.all("relation")
    own = [text for text in identifiers if _BARE_DOI.fullmatch(text)]
    own += _numbers(values, "doi")
    own += [text for text in identifiers if doi(text) and text not in own]
    if not own and any("eprint" in text.casefold() for text in (key, *identifiers)):
        own = relations if sum(len(dois(text)) for text in relations) == 1 else []
    return work_ids(
        doi_in=next((found for text in own if (found := doi(text))), None),
        arxiv_in=next((text for text in (*identifiers, *_numbers(values, "arxiv")) if arxiv(text)), None),
        isbn_in=" ".join((*_numbers(values, "isbn"), *(text for text in identifiers if "isbn" in text.casefold()))),
        pmid=next(iter(_numbers(values, "pmid")), None) or next((text for text in identifiers if "/pubmed" in text), None),
        pmcid=next(iter(_numbers(values, "pmcid")), None) or next((text for text in identifiers if "/pmc/" in text), None),
    )


def _cites(values: Values) -> tuple[Identifier, ...]:
    named = (match["value"] for text in values.all("relation") if (match := _REFERENCE.match(text.strip())))
    return each_once(*(cited_id(found) for text in (*named, *values.all("references")) for found in dois(text)))


def _subjects(printed: list[str]) -> tuple[Subject, ...]:
    """Classifications by their codes, what stands below something else ("Sciences::Biology") below it, and keywords."""
    found: list[Subject] = []
    for text in printed:
        if match := _CLASSIFICATION.match(text.strip()):
            scheme, code = match["scheme"] or match["short"], match["code"] or match["number"]
            found.append(Subject(scheme=scheme.casefold(), code=code.strip()))
        elif "::" in text:
            found += _chain(text.split("::"))
        else:
            found += keywords([text], separators=";\n" if ";" in text or text.count(",") < 3 else ",")
    return tuple(dict.fromkeys(found))


def _chain(parts: list[str]) -> list[Subject]:
    subject: Subject | None = None
    for part in parts:
        for word in keywords([part], separators="\n"):
            subject = Subject(scheme=word.scheme, code=word.code, label=word.label, broader=subject)
    return [subject] if subject else []

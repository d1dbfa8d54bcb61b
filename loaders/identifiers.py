"""Identifiers as exports spell them, in the usual spelling of their scheme."""

import re

from loaders.arxiv_ids import ArxivId, arxiv_id
from loaders.records import Identifier

_DOI = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"|\\^`]+", re.IGNORECASE)
_DOI_END = re.compile(r"(?:[.,;:'”’]|&amp)+$")
_ORCID = re.compile(r"(?<!\d)(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])(?!\d)")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_ARXIV_CLASS = re.compile(r"^\s*\[[\w.,\s-]+\]$")
_ARXIV_PLACE = re.compile(r"(?:arxiv(?:\.org/(?:abs|pdf)/|\s*:\s*|\s+preprint\s+)|^\s*abs/)(?:arxiv:)?\s*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_WOS = re.compile(r"\b(?:WOS|ISI|BCI|BIOSIS|CCC|CABI|FSTA|INSPEC|MEDLINE|KJD|RSCI|SCIELO|PPRN|PQDT|DRCI|ZOOREC):[A-Z0-9()-]+")
_ISSN = re.compile(r"(?<![\dXx-])(\d{4})[-–]?(\d{3}[\dXx])(?![\dXx-])")
_ISBN = re.compile(r"(?<![\dXx])(?:97[89][ -]?)?(?:\d[ -]?){9}[\dXx](?![\dXx])")


def doi(text: str | None) -> str | None:
    """The first DOI in `text`, bare and in lower case; None where there is none."""
    return next(iter(dois(text)), None)


def dois(text: str | None) -> tuple[str, ...]:
    """Every DOI in `text`, bare and in lower case, each once, in order.

    A bracket, a full stop or a comma behind a DOI is not of it unless the bracket was opened inside.
    """
    if not text:
        return ()
    found = (_trimmed(match.group()).lower() for match in _DOI.finditer(text.replace("%2F", "/").replace("%2f", "/")))
    return tuple(dict.fromkeys(value for value in found if not value.endswith("/")))


def _trimmed(value: str) -> str:
    while True:
        shorter = _DOI_END.sub("", value)
        for opening, closing in ("()", "[]", "{}", "<>"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == value:
            return value
        value = shorter


def orcid(text: str | None) -> str | None:
    """The ORCID in `text` as 0000-0000-0000-000X; None where there is none or its check digit is wrong (ISO 7064 11,2)."""
    match = _ORCID.search(text or "")
    if match is None:
        return None
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "-".join(part.upper() for part in match.groups()) if digits[15] == ("X" if check == 10 else str(check)) else None


def arxiv(text: str | None) -> ArxivId | None:
    """The arXiv identifier that `text` is ("math/0307200v3", "2101.08692 [cs]") or names ("arXiv:2101.08692", an arxiv.org
    address, its DOI)."""
    if not text:
        return None
    whole = arxiv_id(text.strip())
    if whole and not _ARXIV_CLASS.sub("", text.strip()[whole.end :]):
        return whole
    if place := _ARXIV_DOI.search(text) or _ARXIV_PLACE.search(text):
        return arxiv_id(text[place.end() :])
    return None


def digits(text: str | None) -> str | None:
    """The first run of digits in `text`, as of a PubMed identifier; None where there is none."""
    match = _DIGITS.search(text or "")
    return match.group() if match else None


def isbns(text: str | None) -> tuple[str, ...]:
    """Every ISBN in `text` without hyphens, each once; numbers with a wrong check digit, two ISSNs perhaps, are none."""
    found = (re.sub(r"[ -]", "", match.group()).upper() for match in _ISBN.finditer(text or ""))
    return tuple(dict.fromkeys(number for number in found if _is_isbn(number)))


def _is_isbn(number: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in number]
    if len(values) == 10:
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return sum(value * (3 if place % 2 else 1) for place, value in enumerate(values)) % 10 == 0


def issns(text: str | None) -> tuple[str, ...]:
    """Every ISSN in `text` as 0000-000X, each once; numbers with a wrong check digit are none."""
    found = (f"{match[1]}-{match[2].upper()}" for match in _ISSN.finditer(text or ""))
    return tuple(dict.fromkeys(number for number in found if _is_issn(number)))


def _is_issn(number: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in number.replace("-", "")]
    return any(values) and sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0


def wos_number(text: str | None) -> str | None:
    """The accession number in `text`, with the collection that it is of: "WOS:000221807500019" ("ISI:" is older for that)."""
    match = _WOS.search((text or "").upper())
    return match.group().replace("ISI:", "WOS:") if match else None


def work_ids(
    doi_in: str | None = None, arxiv_in: str | None = None, isbn_in: str | None = None, **others: str | None
) -> tuple[Identifier, ...]:
    """The identifiers of a work: those found in these texts, and `others` by scheme as they are.

    An arXiv DOI also gives the arXiv identifier.
    """
    value = doi(doi_in)
    preprint = arxiv(arxiv_in) or (arxiv(value) if value and _ARXIV_DOI.match(value) else None)
    found = [Identifier("doi", value) if value else None, Identifier("arxiv", preprint.value) if preprint else None]
    found += [Identifier(scheme, given) for scheme, given in others.items() if given]
    found += [Identifier("isbn", number) for number in isbns(isbn_in)]
    return tuple(dict.fromkeys(identifier for identifier in found if identifier))

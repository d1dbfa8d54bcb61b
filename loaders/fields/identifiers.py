"""Identifiers as exports spell them, in the usual spelling of their scheme."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from loaders.fields.arxiv_ids import ArxivId, arxiv_id
from loaders.fields.dois import doi, doi_in_address, dois, plain
from loaders.records import Identifier

__all__ = [
    "acl",
    "arxiv",
    "cited",
    "cited_id",
    "digits",
    "doi",
    "doi_in_address",
    "dois",
    "isbns",
    "issns",
    "mag",
    "openalex",
    "orcid",
    "pmcid",
    "pmid",
    "ror",
    "scopus",
    "work_id",
    "work_ids",
    "wos_number",
]  # fmt: skip

_ORCID = re.compile(r"(?<!\d)(\d{4})[- ]{0,2}(\d{4})[- ]{0,2}(\d{4})[- ]{0,2}(\d{3}[\dXx])(?!\d)", re.ASCII)
_ISNI = re.compile(r"isni(?!.*orcid)", re.IGNORECASE | re.DOTALL)
_ROR = re.compile(
    r"(?:(?:https?://)?(?:www\.|api\.)?ror\.org/(?:organizations/)?|ror:\s*)?(?P<id>0[a-z0-9]{6}\d{2})/?", re.IGNORECASE
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_ARXIV_CLASS = re.compile(r"^\s*\[[\w.,\s-]+\]$")
_ARXIV_PLACE = re.compile(
    r"(?:(?:arxiv(?:\.org)?|xxx\.lanl\.gov|alphaxiv\.org|ar5iv(?:\.labs\.arxiv)?(?:\.org)?)"
    r"/(?:abs|pdf|html|format|ps|src|e-print|overview|ftp/[a-z-]+/papers/\d{4})/|huggingface\.co/papers/|scirate\.com/arxiv/"
    r"|arxiv(?:\.org)?\s*:\s*|\barxiv\s+(?=\d{4}\.\d{4,5}(?!\d)|[a-z-]+(?:\.[a-z]{2})?/\d{7})|arxiv\.(?=\d{4}\.\d)|arxiv-(?=\d{4}\.\d)|arxiv\s+(?:e-?prints?|prepr(?:int|\.)?)[\s,:]+(?:p(?:age)?s?\.?\s+)?|^\s*(?:corr\s+)?abs/)"
    r"(?:arxiv:?)?\s*",
    re.IGNORECASE,
)
_OLD_IN_CAPITALS = re.compile(r"[A-Z][A-Z-]+/\d{7}")
_PMID = re.compile(
    r"(?:(?:pmid|pubmed|medline|med|pm(?=:))(?:\b|(?=\d))\s*(?:id)?\s*[:#=]?\s*)?(\d{1,8})(?:\.0)?(?:\s*\[(?:pm|u)id\])?",
    re.IGNORECASE,
)
_PMID_AMONG = re.compile(r"\bpmid\s*[:#=-]?\s*(\d{1,8})\b", re.IGNORECASE)
_PUBMED_PLACE = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|/pubmed(?:/|(?=\?term=))|europepmc\.org/(?:article|abstract)/med/)(?:\?term=)?(\d{1,8})\b",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?:pmc(?:id)?\b\s*(?:id)?\s*[:#=]?\s*)?(?:pmc)?[ -]?(\d{1,9})(?:\.\d+)?", re.IGNORECASE)
_PMC_PLACE = re.compile(r"(?:\bPMC[ -]?|/pmc/articles/|pubmedcentral\.(?:nih\.)?gov:)(\d{1,9})\b", re.IGNORECASE)
_DBLP = re.compile(
    r"(?:^|dblp:|dblp\.[a-z.-]+/rec/(?:\w+/)?)"
    r"((?:books|conf|data|homepages|journals|ms|patent|persons|phd|reference|series|tr|www)/[^\s?#]+?)(?:\.(?:html|xml|bib|rdf))?(?:[?#]\S*)?$",
    re.IGNORECASE,
)
_OPENALEX = re.compile(
    r"(?:openalex:|(?:https?://)?(?:api\.|explore\.)?openalex\.org/)?(?:[a-z]+/)?([WASITCPFG]\d+)/?", re.IGNORECASE
)
_ACL = re.compile(
    r"(?:^|\bacl:|aclanthology\.(?:org|info)/|aclweb\.org/anthology/)(?:[\w/]*/)?([A-Z]\d\d-\d{4,5}|\d{4}\.\w+-\w+\.\d+)(?:v\d{1,2})?\b"
)
_S2 = re.compile(r"(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])")
_SCOPUS = re.compile(r"2-s2\.0-\d+")
_SCOPUS_NUMBER = re.compile(r"(?:scopus_id:\s*|[?&;]scp=)(\d{8,12})\b", re.IGNORECASE)
_MAG = re.compile(r"mag:?\s*(\d+)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_WOS = re.compile(r"\b(?:WOS|ISI|BCI|BIOSIS|CCC|CABI|FSTA|INSPEC|MEDLINE|KJD|RSCI|SCIELO|PPRN|PQDT|DRCI|ZOOREC):[A-Z0-9()-]+")
_WOS_BARE = re.compile(r"\d{9}[A-Z0-9]\d{5}|A(?:19|20)\d\d[A-Z0-9]{5}\d{5}")
_ISSN = re.compile(r"(?<![\dXx-])(\d{4})-?(\d{3}[\dXx])(?![\dXx-])")
_ISSN_ALONE = re.compile(r"(?:(?:e-?|p-?)?issn:?\s*)?(?P<first>\d{3,4})[ -]?(?P<last>\d{3}[\dXx])", re.IGNORECASE)
_ISBN = re.compile(r"(?<![\dXx])(?:97[89][ -]?)?(?:\d[ -]?){9}[\dXx](?![\dXx])")


def orcid(text: str | None) -> str | None:
    """The ORCID in `text` as 0000-0000-0000-000X; None where there is none, its check digit is wrong (ISO 7064 11,2),
    or it is called an ISNI, which has the same form."""
    if not text:
        return None
    said = plain(unquote(text))
    found = ("".join(match.groups()).upper() for match in _ORCID.finditer(said) if not _ISNI.search(said))
    return next(("-".join(re.findall("....", number)) for number in found if _is_orcid(number)), None)


def _is_orcid(number: str) -> bool:
    total = 0
    for digit in number[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return number[15] == ("X" if check == 10 else str(check))


def ror(value: object) -> str | None:
    """The ROR id without its address, in lower case."""
    match = _ROR.fullmatch(value.strip()) if isinstance(value, str) else None
    return match["id"].lower() if match else None


def arxiv(text: str | None) -> ArxivId | None:
    """The arXiv identifier that `text` is ("math/0307200v3", "2101.08692 [cs]") or names ("arXiv:2101.08692", an address of
    arXiv or of a mirror, its DOI), whatever its version."""
    if not text:
        return None
    text = plain(unquote(text) if "%" in text else text).strip()
    whole = _arxiv_id(text)
    if whole and not _ARXIV_CLASS.sub("", text[whole.end :].removesuffix(".pdf")):
        return whole
    if place := _ARXIV_DOI.search(text) or _ARXIV_PLACE.search(text):
        return _arxiv_id(text[place.end() :])
    return None


def _arxiv_id(text: str) -> ArxivId | None:
    """As it stands, or an old one in capitals ("HEP-TH/9901001")."""
    return arxiv_id(text) or (arxiv_id(text.lower()) if _OLD_IN_CAPITALS.match(text) else None)


def pmid(value: object) -> str | None:
    """The PubMed identifier that a field holds: bare, with a prefix ("PMID: 123"), or as an address; None for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and value[0] != "0" and len(value) < 9:
        return value
    text = _text_of(value)
    match = _PMID.fullmatch(text) or _PUBMED_PLACE.search(text) or _PMID_AMONG.search(text)
    return (match[1].lstrip("0") or None) if match else None


def pmcid(value: object) -> str | None:
    """The PubMed Central identifier that a field holds, as "PMC123": bare, with its prefix, or as an address."""
    match = _PMCID.fullmatch(_text_of(value)) or _PMC_PLACE.search(_text_of(value))
    return f"PMC{match[1].lstrip('0')}" if match and match[1].strip("0") else None


def _text_of(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = plain(str(value)).strip()
    return plain(unquote(text)) if "%" in text else text


def digits(text: str | None) -> str | None:
    """The first run of digits in `text`; None where there is none."""
    match = _DIGITS.search(text or "")
    return match.group() if match else None


def isbns(text: str | None) -> tuple[str, ...]:
    """Every ISBN in `text` with 13 digits and without hyphens, distinct; those of 10 digits are the same with 978 before.

    Numbers with a wrong check digit, two ISSNs perhaps, are none.
    """
    if not text:
        return ()
    found = (re.sub(r"[ -]", "", match.group()).upper() for match in _ISBN.finditer(plain(text)))
    return tuple(dict.fromkeys(_of_13_digits(number) for number in found if _is_isbn(number)))


def _of_13_digits(number: str) -> str:
    if len(number) == 13:
        return number
    begun = f"978{number[:9]}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(begun))
    return f"{begun}{-total % 10}"


def _is_isbn(number: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in number]
    if len(values) == 10:
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return sum(value * (3 if place % 2 else 1) for place, value in enumerate(values)) % 10 == 0


def issns(text: str | None) -> tuple[str, ...]:
    """Every ISSN in `text` as 0000-000X, distinct; numbers with a wrong check digit are none. One alone may have a space
    in it, and lack the 0 that a spreadsheet took off."""
    said = plain(text or "")
    found = [f"{match[1]}-{match[2].upper()}" for match in _ISSN.finditer(said)]
    alone = map(_ISSN_ALONE.fullmatch, map(str.strip, re.split(r"[,;|()]", said)))
    found += [f"{match['first'].zfill(4)}-{match['last'].upper()}" for match in alone if match]
    return tuple(dict.fromkeys(number for number in found if _is_issn(number)))


def _is_issn(number: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in number.replace("-", "")]
    return any(values) and sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0


def wos_number(text: str | None) -> str | None:
    """The accession number in `text`, with the collection that it is of: "WOS:000221807500019" ("ISI:" is older for that, and a
    number of 15 digits alone means it)."""
    match = _WOS.search((text or "").upper())
    bare = _WOS_BARE.fullmatch((text or "").strip())
    return match.group().replace("ISI:", "WOS:") if match else f"WOS:{bare.group()}" if bare else None


def dblp_key(text: str | None) -> str | None:
    """The key of a record of dblp: bare, as BibTeX has it ("DBLP:conf/x/Y20"), or as an address."""
    match = _DBLP.search((text or "").strip())
    return match[1] if match else None


def acl(text: str | None) -> str | None:
    """The ACL Anthology's id of a paper, bare ("P19-1001", "2020.acl-main.1") or in an address; None for anything else."""
    match = _ACL.search((text or "").strip())
    return match[1] if match else None


def openalex(value: object) -> str | None:
    """An OpenAlex id without its address: "https://openalex.org/W2741809807" is W2741809807; None for anything else."""
    match = _OPENALEX.fullmatch(_text_of(value))
    return match[1].upper() if match else None


def s2(text: str | None) -> str | None:
    """The 40 hexadecimal digits by which Semantic Scholar knows a paper, also in its address; None for anything else."""
    match = _S2.search((text or "").lower())
    return match.group() if match else None


def scopus(text: str | None) -> str | None:
    """The EID of a work in Scopus ("2-s2.0-85012345678"), also in an address; None for anything else."""
    match = _SCOPUS.search((text or "").lower())
    number = None if match else _SCOPUS_NUMBER.search(text or "")
    return match.group() if match else f"2-s2.0-{number[1]}" if number else None


def mag(text: str | None) -> str | None:
    """The number in the Microsoft Academic Graph, before which the Lens once wrote "mag"; anything else as it is."""
    match = _MAG.fullmatch((text or "").strip())
    return match[1] if match else (text or "").strip() or None


def work_id(scheme: str, printed: str | None) -> str | None:
    """The identifier of a work in the usual spelling of its scheme; as it is where the scheme has none that is known.

    None where `printed` is not an identifier of that scheme.
    """
    if scheme in _OF_WORKS:
        return _OF_WORKS[scheme](printed)
    return (printed or "").strip() or None


def arxiv_value(text: str | None) -> str | None:
    """As `arxiv`, the identifier alone."""
    found = arxiv(text)
    return found.value if found else None


def work_ids(
    doi_in: str | None = None, arxiv_in: str | None = None, isbn_in: str | None = None, **others: str | None
) -> tuple[Identifier, ...]:
    """The identifiers of a work: those found in these texts, and `others` by scheme in its usual spelling.

    An arXiv DOI also gives the arXiv identifier.
    """
    value = doi(doi_in)
    preprint = arxiv(arxiv_in) or (arxiv(value) if value and _ARXIV_DOI.match(value) else None)
    found = [Identifier("doi", value) if value else None, Identifier("arxiv", preprint.value) if preprint else None]
    found += [Identifier(scheme, known) for scheme, given in others.items() if (known := work_id(scheme, given))]
    found += [Identifier("isbn", number) for number in isbns(isbn_in)]
    return tuple(dict.fromkeys(identifier for identifier in found if identifier))


def cited(*texts: str | None) -> tuple[Identifier, ...]:
    """What texts cite by DOI, the first one of each, distinct; an arXiv DOI by the arXiv identifier that every source gives."""
    found = (value for text in texts if (value := doi(text)))
    return tuple(dict.fromkeys(cited_id(value) for value in found))


def cited_id(bare: str) -> Identifier:
    """The identifier by which a bare DOI is cited: that of arXiv where arXiv has registered it."""
    preprint = arxiv(bare) if _ARXIV_DOI.match(bare) else None
    return Identifier("arxiv", preprint.value) if preprint else Identifier("doi", bare)


_OF_WORKS: Mapping[str, Callable[[str | None], str | None]] = {
    "doi": doi,
    "arxiv": arxiv_value,
    "pmid": pmid,
    "pmcid": pmcid,
    "acl": acl,
    "dblp": dblp_key,
    "openalex": openalex,
    "s2": s2,
    "scopus": scopus,
    "wos": wos_number,
    "mag": mag,
    "isbn": lambda text: next(iter(isbns(text)), None),
}

"""The work or the person that somebody names by an identifier, in whatever spelling: with a prefix, as an address, or bare."""

import re
from urllib.parse import unquote

from loaders.fields.identifiers import acl, arxiv, cited_id, doi, openalex, orcid, pmcid, pmid, scopus, work_id, wos_number
from loaders.records import Identifier
from loaders.schemes import JOINING_SCHEMES

_ORCID = re.compile(r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid\s*:?\s*)?[\dXx\s‐‑‒–—-]{16,23}/?", re.IGNORECASE)
_OPENALEX = re.compile(r"openalex", re.IGNORECASE)
_DBLP = re.compile(r"dblp\.[a-z.-]+/pid/(?P<pid>[\w-]+/[\w-]+?)(?:\.\w+)?/?$", re.IGNORECASE)
_S2 = re.compile(r"semanticscholar\.org/author/(?:[^/]+/)?(?P<id>\d+)/?$", re.IGNORECASE)
_PUBMED = re.compile(r"pubmed|\bpmid\b|/med/", re.IGNORECASE)
_PMC = re.compile(r"PMC[ -]?\d|pmc/articles/\d", re.IGNORECASE)
_ANTHOLOGY = re.compile(r"aclanthology\.|aclweb\.", re.IGNORECASE)


def work_named(text: str) -> Identifier | None:
    """The identifier of a work that `text` is: "doi:10.1/X", "https://doi.org/10.1%2Fx", "arXiv:2101.08692v2", "PMID 123", an
    address of PubMed, OpenAlex or the ACL Anthology; None where it is none."""
    scheme, colon, value = (part.strip() for part in text.partition(":"))
    if colon and scheme.casefold() in JOINING_SCHEMES and (known := work_id(scheme.casefold(), value)):
        return cited_id(known) if scheme.casefold() == "doi" else Identifier(scheme.casefold(), known)
    if bare := doi(text):
        return cited_id(bare)
    if preprint := arxiv(text):
        return Identifier("arxiv", preprint.value)
    readings = (
        ("pmcid", pmcid(text) if _PMC.search(text) else None),
        ("pmid", pmid(text) if _PUBMED.search(text) else None),
        ("acl", acl(text) if _ANTHOLOGY.search(text) else None),
        ("openalex", found if (found := openalex(text)) and found.startswith("W") else None),
        ("scopus", scopus(text)),
        ("wos", wos_number(text)),
        ("dblp", work_id("dblp", text) if "dblp" in text.casefold() else None),
        ("s2", work_id("s2", text)),
    )
    return next((Identifier(scheme, known) for scheme, known in readings if known), None)


def person_named(text: str) -> Identifier | None:
    """The identifier of a person that `text` is: an ORCID with or without its address, an address of a person's page at OpenAlex,
    dblp or Semantic Scholar; None where it is none, as for every name."""
    text = unquote(text).strip()
    if _ORCID.fullmatch(text) and (known := orcid(text)):
        return Identifier("orcid", known)
    if _OPENALEX.search(text) and (known := openalex(text)) and known.startswith("A"):
        return Identifier("openalex", known)
    if page := _DBLP.search(text):
        return Identifier("dblp", page["pid"])
    if page := _S2.search(text):
        return Identifier("s2", page["id"])
    return None

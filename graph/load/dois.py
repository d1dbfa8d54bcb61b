"""What a DOI names: the version that a publisher published, or the copy on a preprint server or in a repository.

A work has one DOI of the first kind (two speak for two works) and any number of the second. Which registrant is which is told by
the prefix, as listed by Crossref and DataCite (https://api.crossref.org/prefixes/…, https://api.datacite.org/providers), or where
a registrant does both, by the form of the DOI.
"""

import re

_PREPRINT_SERVERS = """
    10.48550 10.2139 10.20944 10.21203 10.26434 10.36227 10.22541 10.64898 10.33774 10.32388 10.32942 10.33767
    10.35542 10.31730 10.3386 10.13140 10.51094 10.12074 10.55277
"""
"""arXiv, SSRN, preprints.org, Research Square, ChemRxiv, TechRxiv, Authorea, openRxiv, Cambridge Open Engage, Qeios, EcoEvoRxiv
and others, NBER working papers, ResearchGate, Jxiv, ChinaXiv, ResearchHub. The prefixes of the Open Science Framework's servers
are 10.31219 to 10.31237."""

_REPOSITORIES = """
    10.5281 10.6084 10.17605 10.17863 10.5061 10.7910 10.17632 10.2172 10.21236 10.3929 10.5167 10.5075 10.14279 10.18452 10.17169
    10.5445 10.18154 10.22028 10.15488 10.4121 10.14288 10.7907 10.7302 10.13016 10.15781 10.25560 10.7916 10.15480
    10.18419 10.17877 10.5283 10.15496 10.25367 10.24406 10.4225 10.14264 10.26180
"""
"""Zenodo, figshare, OSF, Apollo, Dryad, Dataverse, Mendeley Data, OSTI, DTIC, and repositories of universities."""

_ARCHIVES = "10.2307 10.5555"
"""JSTOR, which gives old articles a DOI beside the publisher's, and what the ACM counts up for works that have none of theirs."""

_COPIES = frozenset(f"{_PREPRINT_SERVERS} {_REPOSITORIES} {_ARCHIVES}".split())
_DISCUSSIONS = "acp amt angeo bg cp dwes esd esurf essd gi gmd hess hgss jsss ms nhess npg os se soil tc wes"
"""The journals of Copernicus that had Discussions until 2015, with a D behind their letters: "acpd-11-12345-2011"."""
_COPY = re.compile(
    r"10\.312(?:19|2\d|3[0-7])/"  # the servers of the Open Science Framework
    r"|10\.1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{5,}"  # bioRxiv and medRxiv; the journals of their publisher have letters
    rf"|10\.5194/(?:egusphere-|[a-z]+-(?:discuss|\d{{4}}-\d+$)|(?:{'|'.join(_DISCUSSIONS.split())})d-)"  # those of Copernicus
    r"|10\.1590/scielopreprints|10\.3762/bxiv\."
    r"|10\.1002/essoar|10\.7287/peerj\.preprints|10\.1149/osf\.io|10\.2196/preprints|10\.14293/(?:s|pr)2199"
    r"|10\.\d{4,9}/(?:osf\.io|arxiv|hal)[/.-]"
)
_VERSIONS = re.compile(r"(?P<work>10\.(?:12688|7554)/[a-z]\w*\.\d+)\.\d{1,2}$|(?P<other>10\.\d{4,9}/.+?)(?:[./_-]v\d{1,2})$")


def is_copy(doi: str) -> bool:
    """Whether a DOI (lower case) names a preprint, a repository's or an archive's copy, or data: it may stand beside any
    other."""
    return doi.partition("/")[0] in _COPIES or _COPY.match(doi) is not None


def without_version(doi: str) -> str:
    """The DOI of a work of which each version has its own ("10.12688/f1000research.123.2"); others as they are."""
    found = _VERSIONS.match(doi)
    return (found["work"] or found["other"]) if found else doi

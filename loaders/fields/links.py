"""The identifiers that links to papers and people hold."""

import re

from loaders.fields.identifiers import doi, issns, orcid, work_ids
from loaders.records import Identifier

_PLACES = {
    "acl": re.compile(r"aclanthology\.(?:org|info)/|aclweb\.org/anthology/"),
    "pmid": re.compile(r"pubmed"),
    "pmcid": re.compile(r"/PMC\d"),
}


def doi_ids(text: str | None) -> tuple[Identifier, ...]:
    """The DOI in `text`, and for one that arXiv registers also the arXiv id."""
    return work_ids(doi_in=text)


def work_link_ids(url: str) -> tuple[Identifier, ...]:
    """The identifiers of the work to which a link leads: a DOI, an arXiv, ACL Anthology or PubMed id; none for other links."""
    if bare := doi(url):
        return work_ids(doi_in=bare)
    if "arxiv.org/" in url.lower():
        return work_ids(arxiv_in=url)
    for scheme, place in _PLACES.items():
        if place.search(url):
            return work_ids(**{scheme: url})
    return ()


def orcid_ids(text: str | None) -> tuple[Identifier, ...]:
    """The ORCID in `text`, or nothing."""
    known = orcid(text)
    return (Identifier("orcid", known),) if known else ()


def issn_ids(*printed: str | None) -> tuple[Identifier, ...]:
    """The ISSNs in these texts."""
    return each_once(*(Identifier("issn", number) for text in printed for number in issns(text)))


def each_once(*ids: Identifier) -> tuple[Identifier, ...]:
    """These identifiers in order, none twice."""
    return tuple(dict.fromkeys(ids))

"""The identifiers that links to papers and people hold."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from loaders.identifiers import arxiv, doi, issns, orcid
from loaders.records import Identifier

_ACL = re.compile(
    r"//(?:www\.)?(?:aclanthology\.(?:org|info)|aclweb\.org/anthology)/(?:[\w/]*/)?([A-Z]\d\d-\d{4}|\d{4}\.\w+-\w+\.\d+)"
)
_PUBMED = re.compile(r"(?://pubmed\.ncbi\.nlm\.nih\.gov|/pubmed)/(\d+)")
_PMC = re.compile(r"/(PMC\d+)\b")


def doi_ids(text: str | None) -> Iterator[Identifier]:
    """The DOI in `text`, and for one that arXiv registers also the arXiv id."""
    if value := doi(text):
        yield Identifier("doi", value)
        if value.startswith("10.48550/") and (preprint := arxiv(value)):
            yield Identifier("arxiv", preprint.value)


def work_link_ids(url: str) -> Iterator[Identifier]:
    """The identifiers of the work to which a link leads: a DOI, an arXiv, ACL Anthology or PubMed id; none for other links."""
    url = unquote(url.strip())
    if "doi.org/10." in url.lower():
        yield from doi_ids(url)
    elif "arxiv.org/" in url.lower():
        if preprint := arxiv(url):
            yield Identifier("arxiv", preprint.value)
    else:
        for scheme, pattern in (("acl", _ACL), ("pmid", _PUBMED), ("pmcid", _PMC)):
            if match := pattern.search(url):
                yield Identifier(scheme, match[1])
                return


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

"""Pages made of templates, with every value escaped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.coverage_words import coverage_in_words
from graph.evidence_words import in_words, worth_in_words
from graph.explore import figures
from graph.explore.addresses import Addresses
from graph.institutions.countries import country_name
from graph.plain_text import plain_text
from loaders.counted import counted

_WEB = re.compile(r"https?://[^\s<>\"'\x00-\x1f]+", re.IGNORECASE)
RESOLVERS = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "acl": "https://aclanthology.org/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "openalex": "https://openalex.org/",
    "orcid": "https://orcid.org/",
    "ror": "https://ror.org/",
}
"""Where identifiers lead to. Following one leaves the machine; nothing is fetched from there."""


@dataclass(frozen=True)
class Page:
    """A page: its template, its title, and what the template shows. `about` is what the page is about, for navigation."""

    template: str
    title: str
    shown: Mapping[str, Any] = field(default_factory=dict)


def render(page: Page, addresses: Addresses, **besides: object) -> str:
    """The page as HTML, its links as `addresses` gives them."""
    template = _environment().get_template(page.template)
    return template.render(**page.shown, **besides, title=page.title, to=addresses)


def static_text(name: str) -> str:
    """A style or a script that pages use."""
    return (files("graph.explore") / "static" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("graph.explore"),
        autoescape=True,
        finalize=_plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": _number,
        "years": _years,
        "decimal": _decimal,
        "percent": _percent,
        "words": _words,
        "share": _share,
    }
    environment.globals |= {
        "bars": figures.bars,
        "shares_by_year": figures.shares_by_year,
        "coverage_in_words": coverage_in_words,
        "waterfall": figures.waterfall,
        "counted": counted,
        "in_words": in_words,
        "worth_in_words": worth_in_words,
        "elsewhere": elsewhere,
        "web_page": web_page,
        "country_name": country_name,
    }
    return environment


def _plain(value: object) -> object:
    """Values as pages can hold them: a control character makes a picture no XML, and what is markup stays markup."""
    return type(value)(plain_text(value)) if isinstance(value, str) else value


def elsewhere(identifier: str) -> str | None:
    """The address that an identifier such as "doi:10.1/x" leads to; None for a scheme without one."""
    scheme, _, value = identifier.partition(":")
    return RESOLVERS[scheme] + quote(value, safe="/:().-_") if scheme in RESOLVERS and value else None


def web_page(url: str | None) -> str | None:
    """The address where a page may lead to it: by http or https, whoever wrote it into the graph."""
    return url if url and _WEB.fullmatch(url) else None


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,}"


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:,.2f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}" if 0.005 <= value <= 0.995 else f"{value:.1%}"


def _share(value: float) -> str:
    return f"{value:.1%}"


def _years(row: Mapping[str, Any]) -> str:
    first, last = row["first_year"], row["last_year"]
    return "–" if first is None else str(first) if first == last else f"{first}–{last}"


def _words(text: str) -> str:
    return text.replace("_", " ")

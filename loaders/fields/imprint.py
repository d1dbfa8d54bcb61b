"""Who published a work, where, in which language, and its address: what a reference needs besides where it stands."""

import re
from collections.abc import Iterable
from typing import TypedDict

from loaders.fields.languages import languages
from loaders.parsing.markup import plain_markup

_LONGEST = 300
_LONGEST_ADDRESS = 2000
_ABSENT = re.compile(
    r"[-–—?.*_/:;,()\[\] ]*|n\.?\s*/?\s*a\.?|nan|none|null|nil|unknown|undefined|unavailable|unpublished"
    r"|not (?:available|applicable|specified)"
    r"|\(?:(?:unav|tba|null|unkn|none)\)?|tba|tbd|\[?(?:s\.\s?[nl]\.?|sine (?:nomine|loco)|s\.\s?l\.\s?[:;,]?\s?s\.\s?n\.?)\]?"
    r"|\[?(?:publisher|place of publication)(?: of publication)? not identified\]?",
    re.IGNORECASE,
)
_BOUNDS = " \t\r\n,;:/"
_ADDRESS = re.compile(r"https?://(?P<host>[^\s/?#@\\<>\"'`{}|^]+)(?P<path>[/?#][^\s\\<>\"`{}|^\x00-\x1f\x7f]*)?", re.IGNORECASE)
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,6}")
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?", re.IGNORECASE)
_OF_A_RECORD = re.compile(
    r"(?:(?:dx\.|www\.)?doi\.org|(?:export\.|www\.)?arxiv\.org|(?:www\.)?(?:scopus\.com|webofscience\.com|webofknowledge\.com|openalex\.org|lens\.org)"
    r"|link\.lens\.org|(?:gateway|apps|access|ws|www)\.(?:isiknowledge|webofknowledge|clarivate)\.com|api\.[\w.-]+"
    r"|app\.dimensions\.ai|(?:www\.)?semanticscholar\.org|scholar\.google(?:\.\w+)+|(?:www\.)?inspirehep\.net|dblp\.(?:org|uni-trier\.de)"
    r"|pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?doaj\.org|ui\.adsabs\.harvard\.edu|(?:www\.)?wikidata\.org|orcid\.org|explore\.openaire\.eu|(?:www\.)?aminer\.(?:org|cn))",
    re.IGNORECASE,
)
"""Hosts to which identifiers lead (what arXiv has is a copy, as a rule), and databases with pages about their own records."""


class Imprint(TypedDict):
    """The members of a `Record` that say who published a work, where, in which languages, and at which address it is."""

    publisher: str | None
    place: str | None
    languages: tuple[str, ...]
    url: str | None


def imprint(*, publisher: object = None, place: object = None, language: object = (), urls: Iterable[str | None] = ()) -> Imprint:
    """What a source gives: texts, None for what it does not. `language` may be a list of texts.

    Publisher and place are as printed, in plain text, without the punctuation of catalogues at their ends; None for what says
    that there is none ("n/a", "[s.n.]"), and for what is longer than a name. A publisher that is a site ("arxiv.org") is none.
    `language` see `languages`, `urls` see `address`.
    """
    spoken = language if isinstance(language, list | tuple) else (language,)
    name = _name(publisher)
    return Imprint(
        publisher=None if name and _SITE.fullmatch(name) else name,
        place=_name(place),
        languages=languages(*spoken),
        url=address(urls),
    )


def address(urls: Iterable[str | None]) -> str | None:
    """The first of these that is the address of a page (http or https, up to 2000 characters, nobody's name in it), and neither
    one that a DOI or an arXiv identifier makes nor that of a database's own record. None where there is none."""
    return next((url for given in urls if given and (url := given.strip()) and _is_of_the_work(url)), None)


def _is_of_the_work(url: str) -> bool:
    if len(url) > _LONGEST_ADDRESS:
        return False
    found = _ADDRESS.fullmatch(url)
    return found is not None and bool(_HOST.fullmatch(found["host"])) and not _OF_A_RECORD.fullmatch(found["host"])


def _name(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    text = plain_markup(value).strip(_BOUNDS)
    if text.count("[") != text.count("]") or (text.startswith("[") and text.endswith("]") and text.count("[") == 1):
        text = text.strip("[]").strip(_BOUNDS)  # as catalogues mark what they supplied, and what they cut
    return None if len(text) > _LONGEST or _ABSENT.fullmatch(text) or not any(map(str.isalnum, text)) else text

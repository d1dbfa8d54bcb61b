"""Where a work stands, out of the prose in which Dublin Core gives it: sources of journals, citations of repositories."""

import re
from dataclasses import dataclass

from loaders.fields.identifiers import dois, isbns, issns

_OF_REPOSITORY = re.compile(r"^(?:reponame|instname|instacron)\s*:", re.IGNORECASE)
_VOLUME = re.compile(
    r"\b(?:vol(?:ume|umen)?|bd|band|jg|jahrgang|tome?|t|v|año|cilt|том)\b\.?\s*(?P<volume>[\w/-]*\d[\w/-]*|[IVXLC]+\b)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:\b(?:no|n|nr|num|núm|número|numero|issue|iss|heft|h|sayı|n°|№)\b\.?|n[º°o]\.?|№)\s*(?P<issue>[\w/-]*\d[\w/-]*)",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"(?:pp?\.?\s*|páginas?\s*|s\.\s*)?(?P<pages>[A-Za-z]{0,3}\d+(?:\s*[-–—]+\s*[A-Za-z]{0,3}\d+)?)", re.IGNORECASE
)
_PAGES_SAID = re.compile(r"\bpp?\.?\s*(?P<pages>[A-Za-z]{0,3}\d+(?:\s*[-–—]+\s*[A-Za-z]{0,3}\d+)?)")
_BEHIND_TITLE = re.compile(
    r"[\s.,:;\"”'?!]*(?:In:\s*)?(?P<venue>[^\d(),;:][^(),;:]{2,150}?)\s*,\s*(?:vol\.?\s*)?(?P<volume>[A-Z]?\d{1,4})"
    r"(?:\s*[(,:]\s*(?:no\.?\s*|issue\s*)?(?P<issue>[\w/ -]{1,12}?)\s*\)?)?(?=[\s.,:;)]|$)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"https?://|^\S+\.\w{2,4}$")


@dataclass(frozen=True)
class Place:
    """The name of what a work stands in, and where in it; empty where it is not told."""

    venue: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


def place_of(sources: list[str], citations: list[str], title: str) -> Place:
    """The place that the first telling source names ("Journal; Vol 5 No 2 (2014): Theme; 12-34"), else a citation of the work."""
    told = [text for text in sources if not (_OF_REPOSITORY.match(text) or is_number(text) or _OTHERS.search(text))]
    for text in told:
        if ";" in text or _VOLUME.search(text):
            return _of_source(text)
    cited = next((found for text in citations if (found := _of_citation(text, title))), None)
    return cited or (Place(told[0]) if told else Place())


def is_number(text: str) -> bool:
    """Whether a source is no more than an ISSN, an ISBN or a DOI (of the issue)."""
    bare = text.strip()
    return bool(dois(bare) and " " not in bare) or (len(bare) < 30 and bool(issns(bare) or isbns(bare)) and ";" not in bare)


def _of_source(text: str) -> Place:
    name, *parts = (part.strip() for part in text.split(";"))
    volume_in_name = _VOLUME.search(name) if not parts else None
    if volume_in_name:
        name, parts = name[: volume_in_name.start()], [name[volume_in_name.start() :]]
    numbers = parts[0].partition(":")[0] if parts else ""
    volume, issue = _VOLUME.search(numbers), _ISSUE.search(numbers)
    pages = next((match["pages"] for part in reversed(parts[1:]) if (match := _PAGES.fullmatch(part))), "")
    said = _PAGES_SAID.search(" ".join(parts))
    name = re.sub(r",?\s*ISSN\s*[\dXx-]+", "", name)
    return Place(
        name.strip(" ,.:"),
        volume["volume"] if volume else "",
        issue["issue"] if issue else "",
        pages or (said["pages"] if said else ""),
    )


def _of_citation(text: str, title: str) -> Place | None:
    """The place behind the title in "Family, Given (2019) Title. Journal, 12 (3). pp. 1-20. ISSN 1234-5679"."""
    at = text.casefold().find(title.casefold()) if title else -1
    match = _BEHIND_TITLE.match(text[at + len(title) :]) if at >= 0 else None
    if match is None:
        return None
    said = _PAGES_SAID.search(text, at + len(title) + match.end())
    return Place(match["venue"].strip(), match["volume"], match["issue"] or "", said["pages"] if said else "")

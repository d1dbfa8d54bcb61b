"""References as CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html and its schema, version 1.0.2."""

from collections.abc import Iterable

from graph.references.reference import Contributor, Kind, Reference, person_parts
from graph.row_text import to_json

_TYPES: dict[Kind, str] = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "book": "chapter",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "preprint": "article",
    "other": "document",
}


def csl_json(references: Iterable[Reference]) -> str:
    """A list of all items."""
    return to_json([_item(reference) for reference in references], indent=1) + "\n"


def _item(reference: Reference) -> dict[str, object]:
    first, last = reference.page_range or (None, None)
    item = {
        "id": reference.uid,
        "type": _TYPES[reference.published],
        "title": reference.full_title,
        "author": [_name(who) for who in reference.authors] + _rest(reference),
        "editor": [_name(who) for who in reference.editors],
        "issued": {"date-parts": [_date(reference)]} if reference.year else None,
        "container-title": reference.venue,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": f"{first}-{last}" if last else first,
        "number": reference.article_number,
        "ISSN": reference.issn,
        "DOI": reference.id_in("doi"),
        "PMID": reference.id_in("pmid"),
        "PMCID": reference.id_in("pmcid"),
        "URL": reference.url,
        "archive": "arXiv" if reference.id_in("arxiv") else None,
        "archive_location": reference.id_in("arxiv"),
        "abstract": reference.abstract,
        "genre": reference.kind,
    }
    return {key: value for key, value in item.items() if value}


def _rest(reference: Reference) -> list[dict[str, str]]:
    return [] if reference.authors_complete or not reference.authors else [{"literal": "et al."}]


def _date(reference: Reference) -> list[int]:
    """The day of the paper, where it is in the year of where it appeared."""
    parts = [int(part) for part in (reference.date or "").split("-") if part.isdigit()]
    return parts if parts and parts[0] == reference.year else [reference.year or 0]


def _name(who: Contributor) -> dict[str, str]:
    parts = person_parts(who)
    if parts is None:
        return {"literal": who.name}
    given = {"family": parts.family, "given": parts.given, "suffix": parts.suffix}
    return {key: value for key, value in given.items() if value}

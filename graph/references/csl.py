"""References as CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html and its schema, version 1.0.2."""

from collections.abc import Iterable

from graph.references.reference import Contributor, Kind, Reference, person_parts
from graph.row_text import to_json

_TYPES: dict[Kind, str] = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "chapter": "chapter",
    "book": "book",
    "proceedings": "book",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "preprint": "article",
    "other": "document",
}
_ISSUED = frozenset({"thesis", "report", "dataset", "preprint"})
"""What styles expect a publisher of, where others appear in something."""


def csl_json(references: Iterable[Reference]) -> str:
    """A list of all items."""
    return to_json([_item(reference) for reference in references], indent=1) + "\n"


def _item(reference: Reference) -> dict[str, object]:
    first, last = reference.page_range or (None, None)
    issued = reference.published in _ISSUED and not reference.other_publisher
    item = {
        "id": reference.uid,
        "type": _TYPES[reference.published],
        "title": reference.full_title,
        "author": [_name(who) for who in reference.authors] + _rest(reference),
        "editor": [_name(who) for who in reference.editors],
        "issued": {"date-parts": [list(reference.date_parts)]} if reference.date_parts else None,
        "container-title": None if issued else reference.venue,
        "publisher": reference.venue if issued else reference.publisher,
        "publisher-place": reference.place,
        "language": ", ".join(reference.languages),
        "volume": reference.volume,
        "issue": reference.issue,
        "page": f"{first}-{last}" if last else first,
        "number": reference.article_number,
        "ISSN": reference.issn,
        "ISBN": " ".join(reference.isbns),
        "DOI": reference.id_in("doi"),
        "PMID": reference.id_in("pmid"),
        "PMCID": reference.id_in("pmcid"),
        "URL": reference.address,
        "archive": "arXiv" if reference.id_in("arxiv") else None,
        "archive_location": reference.id_in("arxiv"),
        "abstract": reference.abstract,
        "genre": reference.printed_kind,
        "custom": {"kind": reference.said_kind} if reference.said_kind and not reference.printed_kind else None,
    }
    return {key: value for key, value in item.items() if value}


def _rest(reference: Reference) -> list[dict[str, str]]:
    return [] if reference.authors_complete or not reference.authors else [{"literal": "et al."}]


def _name(who: Contributor) -> dict[str, str]:
    parts = person_parts(who)
    if parts is None:
        return {"literal": who.name}
    given = {"family": parts.family, "given": parts.given, "suffix": parts.suffix}
    return {key: value for key, value in given.items() if value}

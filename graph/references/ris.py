"""References as RIS, one tag a line, after the specification of Research Information Systems (2011)."""

from collections.abc import Iterable, Iterator

from graph.references.reference import Contributor, Kind, Reference, one_line, person_parts

_TYPES: dict[Kind, tuple[str, str]] = {
    "journal": ("JOUR", "JO"),
    "conference": ("CPAPER", "T2"),
    "chapter": ("CHAP", "T2"),
    "book": ("BOOK", "T2"),
    "proceedings": ("CONF", "T2"),
    "thesis": ("THES", "PB"),
    "report": ("RPRT", "PB"),
    "dataset": ("DATA", "T2"),
    "preprint": ("PREPRINT", "T2"),
    "other": ("GEN", "T2"),
}
"""The type of record, and the tag that says where it appeared."""


def ris(references: Iterable[Reference]) -> str:
    """All records."""
    return "\n".join(_record(reference) for reference in references)


def _record(reference: Reference) -> str:
    kind, place = _TYPES[reference.published]
    place = "T2" if place == "PB" and reference.other_publisher else place
    lines = [f"TY  - {kind}", *(f"{tag}  - {one_line(value)}" for tag, value in _tags(reference, place) if value)]
    return "\n".join([*lines, "ER  - ", ""])


def _tags(reference: Reference, place: str) -> Iterator[tuple[str, str | None]]:
    first, last = reference.page_range or (None, None)
    yield "TI", reference.full_title
    yield from (("AU", _name(who)) for who in reference.authors)
    if not reference.authors_complete and reference.authors:
        yield "AU", "et al."
    yield from (("ED", _name(who)) for who in reference.editors)
    yield "PY", str(reference.year) if reference.year else None
    yield "DA", "/".join(f"{part:02}" for part in reference.date_parts) if len(reference.date_parts) > 1 else None
    yield place, reference.venue
    yield "VL", reference.volume
    yield "IS", reference.issue
    yield "SP", first
    yield "EP", last
    yield "C7", reference.article_number
    yield "PB", reference.publisher if place != "PB" else None
    yield "CY", reference.place
    yield "LA", "; ".join(reference.languages)
    yield "SN", _numbers(reference)
    yield "M3", reference.said_kind
    yield "DO", reference.id_in("doi")
    yield "AN", _accession(reference)
    yield "UR", reference.address
    yield "AB", reference.abstract


def _numbers(reference: Reference) -> str | None:
    """ISSN and ISBN in the one field that there is for both, as Scopus writes them."""
    issns = [reference.issn] if reference.issn else []
    if len(issns) + len(reference.isbns) < 2:
        return next(iter((*issns, *reference.isbns)), None)
    return "; ".join((*(f"{number} (ISSN)" for number in issns), *(f"{number} (ISBN)" for number in reference.isbns)))


def _accession(reference: Reference) -> str | None:
    return f"arXiv:{found}" if (found := reference.id_in("arxiv")) else reference.id_in("pmid")


def _name(who: Contributor) -> str:
    parts = person_parts(who)
    if parts is None:
        return who.name
    return ", ".join(part for part in (parts.family, parts.given, parts.suffix) if part)

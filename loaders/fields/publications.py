"""Where a work appeared, from a venue as printed."""

import re

from loaders.fields.arxiv_ids import ArxivId
from loaders.fields.publication_types import PublicationKind
from loaders.fields.venues import venue
from loaders.records import Identifier, Publication

_SERVER = re.compile(
    r"r?xiv\b|\bpreprints?\b|\breposit|\b(?:zenodo|figshare|ssrn|osf|research square|authorea|dryad)\b", re.IGNORECASE
)
_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)


def publications(
    printed: str | None,
    kind: PublicationKind,
    year: int | None,
    preprint: ArxivId | None = None,
    ids: tuple[Identifier, ...] = (),
) -> tuple[Publication, ...]:
    """The appearance in the venue `printed` (under its one name), and on arXiv where the work has an arXiv identifier.

    A listed venue keeps its own kind; a conference with "Workshop" in its name is a workshop. `ids` are kept of journals only: a
    conference stands under the number of the series that its proceedings are a volume of (`series`).
    """
    found: list[Publication] = []
    if printed and not (preprint and printed.casefold().startswith(("arxiv", "corr"))):
        known = venue(printed)
        if known:
            name, kind = known.name, known.kind
        else:
            name = " ".join(printed.split())
            kind = "workshop" if kind == "conference" and _WORKSHOP.search(printed) else kind
        is_journal = kind == "journal"
        series = () if is_journal or kind == "preprint" else tuple(known for known in ids if known.scheme == "issn")
        found.append(Publication(venue=name, kind=kind, year=year, ids=ids if is_journal else (), series=series))
    if preprint:
        found.append(Publication(venue="arXiv", kind="preprint", year=int(preprint.date[:4])))
    return tuple(found)


def publisher_as_venue(printed: str | None, kind: PublicationKind) -> str | None:
    """The publisher where it is where a work appeared: of a thesis, a report and data, and where it is a server of preprints or a
    repository. Of a book, an article or a paper it is no venue: all that it publishes would stand in one."""
    if not printed:
        return None
    known = venue(printed)
    is_server = _SERVER.search(printed) or (known and known.kind == "preprint")
    return printed if kind in ("thesis", "report", "dataset") or is_server else None

"""Where a work appeared, from a venue as printed."""

import re

from loaders.arxiv_ids import ArxivId
from loaders.kinds import PublicationKind
from loaders.records import Publication
from loaders.venues import venue

_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)


def publications(
    printed: str | None, kind: PublicationKind, year: int | None, preprint: ArxivId | None = None
) -> tuple[Publication, ...]:
    """The appearance in the venue `printed` (under its one name), and on arXiv where the work has an arXiv identifier.

    A listed venue keeps its own kind; a conference with "Workshop" in its name is a workshop.
    """
    found: list[Publication] = []
    if printed and not (preprint and printed.casefold().startswith(("arxiv", "corr"))):
        known = venue(printed)
        if known:
            found.append(Publication(venue=known.name, kind=known.kind, year=year))
        else:
            workshop = kind == "conference" and _WORKSHOP.search(printed)
            found.append(Publication(venue=" ".join(printed.split()), kind="workshop" if workshop else kind, year=year))
    if preprint:
        found.append(Publication(venue="arXiv", kind="preprint", year=int(preprint.date[:4])))
    return tuple(found)

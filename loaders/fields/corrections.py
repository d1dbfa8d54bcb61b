"""Retractions, withdrawals and corrections, where a format says them by a field of its own (never by a title)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.fields.identifiers import cited_id, doi, pmid
from loaders.records import Identifier

RETRACTING = frozenset(("retraction", "withdrawal", "removal"))
CORRECTING = RETRACTING | {"partial_retraction", "correction", "corrigendum", "erratum"}
"""Types of updates: https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/"""

_RETRACTED = re.compile(r"\b(?:retracted|withdrawn)\b", re.IGNORECASE)
_SAYS_OF_ITSELF = re.compile(
    r"(?:^|[.;:\n])\W*(?:(?:this|the) (?:article|paper|work|manuscript|submission|preprint|version) (?:has been|is|was) )?"
    r"(?:retracted|withdrawn)\b(?!\s+from\s+(?!arxiv))",
    re.IGNORECASE,
)
_YES = frozenset(("true", "t", "yes", "y", "1", "x", "retracted", "withdrawn"))
_PMID_IN_TEXT = re.compile(r"\bPMID:?\s*(\d{1,8})", re.IGNORECASE)


def is_retracted_kind(*kinds: str | None) -> bool:
    """Whether a kind of document says that the work itself is retracted ("Retracted Publication"); "Retraction" is a notice."""
    return any(_RETRACTED.search(kind) for kind in kinds if kind)


def says_retracted(*notes: str | None) -> bool:
    """Whether a note says it of the work that it stands at: "Retracted", "This paper has been withdrawn by the authors"."""
    return any(_SAYS_OF_ITSELF.search(note) for note in notes if note)


def is_yes(value: object) -> bool:
    """Whether a cell or member means yes."""
    return value is True or str(value).strip().casefold() in _YES


@dataclass
class Updates:
    """What updates say of a work: whether it is retracted, and which works it corrects. `own` is its DOI."""

    own: str | None
    retracted: bool = False
    _corrects: dict[Identifier, None] = field(default_factory=dict)

    def is_to(self, kind: str | None, printed: str | None) -> None:
        """The work is an update of that kind to the work with the DOI in `printed`; to its own, it has itself been retracted."""
        kind, bare = _type(kind), doi(printed)
        if kind not in CORRECTING or bare is None:
            return
        if bare != self.own:
            self._corrects[cited_id(bare)] = None
        elif kind in RETRACTING:
            self.retracted = True

    def is_by(self, kind: str | None) -> None:
        """There is an update of that kind to the work."""
        self.retracted = self.retracted or _type(kind) in RETRACTING

    @property
    def corrects(self) -> tuple[Identifier, ...]:
        """The works that it corrects or retracts, distinct."""
        return tuple(self._corrects)


def _type(kind: str | None) -> str:
    return (kind or "").strip().casefold().replace("-", "_").replace(" ", "_")


def referred_to(notes: Iterable[tuple[str | None, str | None]]) -> tuple[Identifier, ...]:
    """The works that PubMed's notes point at: of each the PubMed id (given, or "PMID: 123" in its text), else the DOI there."""
    found: dict[Identifier, None] = {}
    for given, text in notes:
        in_text = _PMID_IN_TEXT.search(text or "")
        if number := pmid(given) or (pmid(in_text[1]) if in_text else None):
            found[Identifier("pmid", number)] = None
        elif bare := doi(text):
            found[cited_id(bare)] = None
    return tuple(found)

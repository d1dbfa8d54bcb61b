"""What PubMed's two formats have in common: titles in brackets, journals with their places, retractions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.fields.links import issn_ids
from loaders.fields.publication_types import PublicationKind
from loaders.fields.venues import venue
from loaders.records import Publication

_PLACE = re.compile(r"\s*\([^()]*(?:,|:|\bed\.)[^()]*\)$|\s*\((?:London|Paris|Berlin|Basel|Oxford|1\d{3}|20\d\d)\)$")
_EMAIL = re.compile(r"[\s;,]*(?:(?:electronic address|e-?mail)\s*:?\s*)?\(?\S+@\S+$", re.IGNORECASE)
_MISSING = re.compile(r"\[?\s*(?:not available|no title(?: available)?|untitled)\s*\]?\.?", re.IGNORECASE)
_ARTICLE_NUMBER = re.compile(r"(?=[^\d]*\d)(?!nihms|nihpa|PMC)[A-Za-z]{0,8}[-.]?\d{1,8}[A-Za-z]?", re.IGNORECASE)
CORRECTED_BY_THIS = frozenset(
    (
        "RetractionOf", "PartialRetractionOf", "ErratumFor", "ExpressionOfConcernFor", "CorrectedandRepublishedFrom",
        "RetractedandRepublishedFrom", "ROF", "PROF", "EFR", "ECF", "CRF", "RRF",
    )
)  # fmt: skip
"""Notes at an erratum, a notice of retraction, an expression of concern or a corrected article that name the work it is about,
in both formats of PubMed."""
_NOTICES = ("Retraction Notice", "Retraction of Publication", "Published Erratum", "Expression of Concern")
_RETRACTIONS = {
    "RetractionIn": "Retracted",
    "RIN": "Retracted",
    "ExpressionOfConcernIn": "Expression of concern",
    "ECI": "Expression of concern",
}


@dataclass(frozen=True)
class TitleAndAbstract:
    """A title and an abstract as plain text, None where there is none."""

    title: str | None
    abstract: str | None


def title_of(printed: str, vernacular: str = "") -> str | None:
    """The title without its final full stop and the brackets of a translated title; else the vernacular one."""
    for text in (printed, vernacular):
        title = _unstopped(text.strip())
        if title.startswith("[") and title.endswith("]") and title.count("[") - title[:-1].count("]") == 1:
            title = _unstopped(title[1:-1].strip())
        if title and not _MISSING.fullmatch(title):
            return title
    return None


def _unstopped(title: str) -> str:
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def place_of(printed: str) -> str:
    """An affiliation without the e-mail address and the full stop behind it."""
    return _EMAIL.sub("", printed).strip().removesuffix(".")


def kind_of(kinds: Sequence[str]) -> str | None:
    """Of the types that PubMed gives a publication the one that says most of its kind: that it is a notice, before all."""
    telling = (*_NOTICES, "Preprint", "Journal Article")
    return next((kind for kind in telling if kind in kinds), next(iter(kinds), None))


def journal_name(printed: str) -> str:
    """The journal without the place by which PubMed tells it apart: "Science (New York, N.Y.)" is Science."""
    return _PLACE.sub("", printed) or printed


def publication_of(name: str, kinds: Sequence[str], year: int | None, numbers: Sequence[str] = ()) -> Publication:
    """The appearance in a journal or preprint server; `numbers` are what the source prints as its ISSNs."""
    known = venue(name)
    kind: PublicationKind = "preprint" if "Preprint" in kinds else "journal"
    if known:
        name, kind = known.name, known.kind
    return Publication(venue=name, kind=kind, year=year, ids=issn_ids(*numbers) if kind == "journal" else ())


def article_number(*items: str) -> str | None:
    """The first of a publisher's item identifiers that is an article's number ("e1001234", "gkz123"): no longer PII, no DOI."""
    return next((item for item in items if _ARTICLE_NUMBER.fullmatch(item)), None)


def retracted(kinds: Sequence[str], notes: Sequence[str]) -> bool:
    """Whether the types of a publication, or the types of the notes at it, say that it is retracted."""
    return "Retracted Publication" in kinds or any(_RETRACTIONS.get(note) == "Retracted" for note in notes)


def withdrawn(kinds: Sequence[str], notes: Sequence[tuple[str, str]]) -> str | None:
    """ "Retracted: …" with the place of the notice, or an expression of concern; None for a work that stands."""
    statements = [f"{_RETRACTIONS[kind]}: {place}" for kind, place in notes if kind in _RETRACTIONS]
    if not statements and "Retracted Publication" in kinds:
        statements = ["Retracted"]
    return "; ".join(statements) or None

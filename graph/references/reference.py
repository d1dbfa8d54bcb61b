"""A reference: what is needed to cite a paper, with its names taken apart."""

import re
from functools import cached_property
from typing import Literal

import msgspec

from graph.names.parsing import parse
from graph.plain_text import plain_text

Kind = Literal["journal", "conference", "chapter", "book", "proceedings", "thesis", "report", "dataset", "preprint", "other"]
_KINDS: dict[str, Kind] = {
    "journal": "journal", "conference": "conference", "workshop": "conference", "book": "chapter", "thesis": "thesis",
    "report": "report", "dataset": "dataset", "preprint": "preprint",
}  # fmt: skip
_BOOK = re.compile(r"(?:electronic |edited |reference |mv)?(?:book|monograph|collection)|book,? edited", re.IGNORECASE)
_PRINTED = re.compile(r"thes[ie]s|dissert|habil|report|paper|preprint|dataset|software|standard|patent|memo", re.IGNORECASE)
_PROCEEDINGS = re.compile(r"(?:mv|conference )?proceedings|volume", re.IGNORECASE)


class Contributor(msgspec.Struct, frozen=True, gc=False):
    """Somebody as printed on a paper, and whether that is a person."""

    name: str
    kind: str


class PersonParts(msgspec.Struct, frozen=True, gc=False):
    """A person's name in parts; `family` alone where nothing tells which words are given names."""

    family: str
    given: str | None = None
    suffix: str | None = None


class Reference(msgspec.Struct, frozen=True, dict=True):
    """A paper as the stored query `references` gives it."""

    uid: str
    kind: str | None
    title: str | None
    authors: tuple[Contributor, ...]
    editors: tuple[Contributor, ...]
    authors_complete: bool
    year: int | None
    date: str | None
    venue: str | None
    venue_kind: str | None
    venue_ids: tuple[str, ...]
    series: tuple[str, ...]
    volume: str | None
    issue: str | None
    pages: str | None
    article_number: str | None
    publisher: str | None
    place: str | None
    languages: tuple[str, ...]
    url: str | None
    appearances: int
    ids: tuple[str, ...]
    abstract: str | None
    retracted: bool

    @cached_property
    def published(self) -> Kind:
        """As what it appeared; a volume by itself where its source calls it a book or proceedings."""
        known = _KINDS.get(self.venue_kind or "", "other")
        words = (self.kind or "").replace("-", " ").replace("_", " ")
        if known in ("chapter", "other") and _BOOK.fullmatch(words):
            return "book"
        if known in ("chapter", "conference", "other") and self.editors and not self.authors and _PROCEEDINGS.fullmatch(words):
            return "proceedings"
        return known

    @property
    def said_kind(self) -> str | None:
        """The kind in the words of a source; of what appeared elsewhere "preprint" says nothing."""
        return None if self.kind and self.kind.casefold() == "preprint" and self.published != "preprint" else self.kind

    @property
    def printed_kind(self) -> str | None:
        """The kind where styles print it to the reader's gain ("PhD thesis", "Working Paper"): of an article or a paper it says
        what the reference shows."""
        shows = self.published in ("journal", "conference", "chapter", "book", "proceedings")
        return self.said_kind if self.said_kind and not shows and _PRINTED.search(self.said_kind) else None

    @cached_property
    def full_title(self) -> str:
        """The title, with the mark of a retraction; for a paper without one its uid, so that it can be found again."""
        return f"RETRACTED: {self.title}" if self.retracted and self.title else self.title or self.uid

    def id_in(self, scheme: str) -> str | None:
        """The first identifier of the paper in a scheme."""
        return _first(self.ids, scheme)

    @cached_property
    def issn(self) -> str | None:
        """The first ISSN of where it appeared, else of the series in which that did."""
        return _first(self.venue_ids, "issn") or _first(self.series, "issn")

    @cached_property
    def isbns(self) -> tuple[str, ...]:
        """The ISBNs of the book, or of the volume that it stands in."""
        return tuple(known.partition(":")[2] for known in self.ids if known.startswith("isbn:"))

    @cached_property
    def date_parts(self) -> tuple[int, ...]:
        """Year, month and day of where it appeared, as far as they are known; empty without a year."""
        parts = tuple(int(part) for part in (self.date or "").split("-") if part.isdigit())
        if parts and parts[0] == self.year:
            return parts
        return (self.year,) if self.year else ()

    @cached_property
    def other_publisher(self) -> str | None:
        """The publisher, unless it is what the work is said to have appeared in, as the school of a thesis is."""
        same = self.publisher and self.venue and self.publisher.casefold() == self.venue.casefold()
        return None if same else self.publisher

    @cached_property
    def page_range(self) -> tuple[str, str | None] | None:
        """The first page and the last, where there are pages."""
        if not self.pages:
            return None
        first, _, last = re.sub(r"\s*[-\u2010-\u2015]+\s*", "-", self.pages.strip()).partition("-")
        return first, last or None

    @cached_property
    def address(self) -> str | None:
        """An address of the paper itself: the one that a document gives, else one that an identifier makes."""
        if self.url:
            return self.url
        for scheme, site in (
            ("doi", "https://doi.org/"),
            ("arxiv", "https://arxiv.org/abs/"),
            ("acl", "https://aclanthology.org/"),
        ):
            if found := self.id_in(scheme):
                return site + found
        return None


def person_parts(who: Contributor) -> PersonParts | None:
    """The name of a person in parts; None for an organisation, whose name is one."""
    if who.kind != "person":
        return None
    name = parse(who.name)
    if not (name.given and name.family):
        return PersonParts(name.display)
    family = " ".join((*name.particles, *name.family))
    return PersonParts(family, " ".join(name.given), name.suffix)


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return plain_text(" ".join(text.split()))


def _first(ids: tuple[str, ...], scheme: str) -> str | None:
    return next((known.partition(":")[2] for known in ids if known.startswith(f"{scheme}:")), None)

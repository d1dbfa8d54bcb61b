"""A reference: what is needed to cite a paper, with its names taken apart."""

import re
from functools import cached_property
from typing import Literal

import msgspec

from graph.names.parsing import parse
from graph.plain_text import plain_text

Kind = Literal["journal", "conference", "book", "thesis", "report", "dataset", "preprint", "other"]
_KINDS: dict[str, Kind] = {
    "journal": "journal", "conference": "conference", "workshop": "conference", "book": "book", "thesis": "thesis",
    "report": "report", "dataset": "dataset", "preprint": "preprint",
}  # fmt: skip


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
    volume: str | None
    issue: str | None
    pages: str | None
    article_number: str | None
    appearances: int
    ids: tuple[str, ...]
    abstract: str | None
    retracted: bool

    @cached_property
    def published(self) -> Kind:
        """As what it appeared."""
        return _KINDS.get(self.venue_kind or "", "other")

    @cached_property
    def full_title(self) -> str:
        """The title, with the mark of a retraction; for a paper without one its uid, so that it can be found again."""
        return f"RETRACTED: {self.title}" if self.retracted and self.title else self.title or self.uid

    def id_in(self, scheme: str) -> str | None:
        """The first identifier of the paper in a scheme."""
        return _first(self.ids, scheme)

    @cached_property
    def issn(self) -> str | None:
        """The first ISSN of where it appeared."""
        return _first(self.venue_ids, "issn")

    @cached_property
    def page_range(self) -> tuple[str, str | None] | None:
        """The first page and the last, where there are pages."""
        if not self.pages:
            return None
        first, _, last = re.sub(r"\s*[-\u2010-\u2015]+\s*", "-", self.pages.strip()).partition("-")
        return first, last or None

    @cached_property
    def url(self) -> str | None:
        """An address of the paper itself."""
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

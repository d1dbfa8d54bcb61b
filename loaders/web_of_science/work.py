"""A work as the Web of Science describes it, whatever the file: tagged text, tab-delimited text, or a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.author_lists.reading import authorships
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import is_retracted_kind
from loaders.fields.dates import date_of, unread_year, year_of
from loaders.fields.identifiers import arxiv, cited, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import given_abstract
from loaders.parsing.markup import plain_markup
from loaders.records import Record, Rejection, Remark
from loaders.web_of_science.people import wos_authors

SITE = "Web of Science"

_TYPES: dict[str, PublicationKind] = {"J": "journal", "C": "conference", "B": "book", "S": "book", "P": "other"}
"""Journal, conference, book, series, patent."""


@dataclass(frozen=True)
class WosWork:
    """The fields of a record by their two-letter tags, each as a list of lines (one name, address or reference a line)."""

    where: str
    fields: dict[str, list[str]]

    def lines(self, *tags: str) -> list[str]:
        """The lines of these fields."""
        return [line.strip() for tag in tags for line in self.fields.get(tag, ()) if line.strip()]

    def text(self, *tags: str) -> str | None:
        """The first of these fields that is not empty, as one line without markup."""
        return next((text for tag in tags if (text := plain_markup(" ".join(self.lines(tag))))), None)

    def read(self) -> Sequence[Record | Rejection | Remark]:
        """The record, then a remark where an identifier fits no author; a rejection where nothing says what the work is."""
        title, abstract = self.text("TI"), given_abstract(self.text("AB") or "")
        ids = work_ids(
            doi_in=self.text("DI", "D2"),
            arxiv_in=next((line for line in self.lines("AR", "SO", "DI", "C8") if arxiv(line)), None),
            isbn_in=self.text("BN"),
            pmid=self.text("PM"),
            wos=self.text("UT"),
        )
        if not title and not abstract and not ids:
            return [
                Rejection(self.where, f"no title (TI), abstract or identifier; the record has {', '.join(sorted(self.fields))}")
            ]
        authors, unplaced = wos_authors(
            self.lines("AU") or self.lines("BA"),
            self.lines("AF") or self.lines("BF"),
            self.lines("CA") or self.lines("GP"),
            addresses=self.lines("C1"),
            researcher_ids=" ".join(self.lines("RI")),
            orcids=" ".join(self.lines("OI")),
        )
        editors, _ = authorships(self.lines("BE", "ED"), is_editor=True)
        year = year_of(self.text("PY"), self.text("EY"), self.text("EA"))
        kind = self.text("DT")
        published = self._published(kind)
        preprint = next((arxiv(each.value) for each in ids if each.scheme == "arxiv"), None)
        record = Record(
            where=self.where,
            title=title,
            abstract=abstract,
            kind=kind,
            year=year,
            unread_year=unread_year(year, self.text("PY"), self.text("EY"), self.text("EA")),
            date=date_of(year, self.text("PD")),
            ids=ids,
            authors=authors + editors,
            authors_complete=bool(authors) and not any("et al" in line.lower() for line in self.lines("AU", "AF")),
            publications=publications(
                self.text("SO", "SE"), published, year, preprint, issn_ids(self.text("SN"), self.text("EI"))
            ),
            subjects=keywords([self.text("DE") or "", self.text("ID") or ""]) + keywords([self.text("WC") or ""], scheme="wos"),
            **counted_citations(self.text("TC")),
            comment=kind if kind and ("retract" in kind.lower() or "withdrawn" in kind.lower()) else None,
            cites=cited(*self.lines("CR")),
            retracted=is_retracted_kind(kind),
            **numbering(
                volume=self.text("VL"),
                issue=self.text("IS") or (f"Suppl. {supplement}" if (supplement := self.text("SU")) else None),
                first=self.text("BP"),
                last=self.text("EP"),
                article_number=next((line for line in self.lines("AR") if not arxiv(line)), None),
            ),
            **imprint(publisher=self.text("PU"), place=self.text("PI"), language=self.lines("LA")),
        )
        odd = [Remark(self.where, f"the identifier of {name} fits no one author and was left out") for name in unplaced]
        return [record, *odd]

    def _published(self, kind: str | None) -> PublicationKind:
        if kind and "proceedings" in kind.lower():
            return "conference"
        by_type = _TYPES.get((self.text("PT") or "").upper()[:1], "other")
        return by_type if by_type != "other" else publication_kind(kind)

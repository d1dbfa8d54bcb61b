"""Results of queries of Wikidata about works, as JSON or as a table, a row for each work or for each of its authors.

Variables are told by their names, as people give them: "itemLabel" or "title", "authorLabel", "authorNameString", "doi",
"publicationDate", "journalLabel". Format: https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids, orcid_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.source import Source
from loaders.parsing.text_lines import TextLines
from loaders.parsing.whole_numbers import whole
from loaders.records import Header, Identifier, Items, Record, Rejection
from loaders.table_rows.column_words import column_key
from loaders.table_rows.delimited import Row, header_of, rows
from loaders.table_rows.query_results import is_query_result, query_rows, variables

NAME = "wikidata"
ABOUT = "results of queries of Wikidata (JSON, CSV, TSV) about works"

_ENTITY = re.compile(r"<?https?://[\w.-]*wikidata\.org/entity/(?P<id>Q\d+)>?|wd:(?P<short>Q\d+)")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LITERAL = re.compile(r'"(?P<text>.*)"(?:@[\w-]+|\^\^\S+)?', re.DOTALL)
"""A text as TSV writes it: "Soil"@en, "2020-03-05T00:00:00Z"^^<…>."""
_WORDS: dict[str, tuple[str, ...]] = {
    "item": ("item", "work", "article", "paper", "publication", "scholarly article", "entity", "wikidata", "qid"),
    "title": ("title", "item", "work", "article", "paper", "publication", "scholarly article", "entity", "name"),
    "author": ("author", "authors", "creator", "author item", "authoritem"),
    "author name": ("author name string", "author string", "author name", "authors string", "author names", "authors"),
    "orcid": ("orcid", "author orcid", "orcid id"),
    "affiliation": ("affiliation", "employer", "author affiliation", "author employer"),
    "ordinal": ("ordinal", "series ordinal", "author ordinal", "order", "position", "author order", "num"),
    "date": ("date", "publication date", "pub date", "pubdate", "published", "publicationdate", "year", "publication year"),
    "venue": ("journal", "venue", "published in", "publishedin", "publication venue", "conference", "proceedings", "container"),
    "kind": ("type", "instance of", "kind", "publication type", "genre"),
    "abstract": ("abstract", "description", "item description"),
    "keyword": ("main subject", "mainsubject", "subject", "topic", "keyword", "subjects", "topics"),
    "cites": ("cites", "cites work", "citesdoi", "cited doi", "cited work", "reference", "cited"),
    "cited by": ("cited by", "citation count", "citations", "citedby", "cited by count", "number of citations"),
    "doi": ("doi",), "pmid": ("pmid", "pub med id", "pubmed id", "pubmed"), "pmcid": ("pmcid", "pmc id", "pmc"),
    "arxiv": ("arxiv", "arxiv id", "ar xiv id"), "isbn": ("isbn", "isbn13", "isbn 13"), "issn": ("issn",),
    "publisher": ("publisher", "published by"), "place": ("place of publication", "publication place", "place"),
    "language": ("language", "language of work or name", "language of work", "work language", "lang"),
    "url": ("url", "full work available at url", "full work available at", "official website", "described at url"),
    "volume": ("volume", "vol"), "issue": ("issue",), "pages": ("pages", "page", "page s", "page range"),
}  # fmt: skip
"""What variables are called, "Label" at their end left out, by what they hold."""
_LISTED = ("author", "author name", "orcid", "affiliation", "ordinal")


def recognise(head: str) -> bool:
    """Whether a text is a result of a query, as JSON or as a table with addresses of entities, that names works."""
    if is_query_result(head):
        return _names_works(variables(head))
    return bool(_ENTITY.search(head[:20_000])) and header_of(head, _is_header) is not None


def _is_header(columns: list[str]) -> bool:
    """Whether a header is of such a table: it has a column of entities, or labels as Wikidata's query service names them."""
    is_own = any(name.endswith("Label") or name.lstrip("?") in ("item", "work", "article", "paper") for name in columns)
    return len(columns) > 1 and is_own and _names_works(columns)


def _names_works(names: Iterable[str]) -> bool:
    """Whether the variables hold an entity or an identifier, and a title, a name or an identifier beside it."""
    found = _Variables.of(names).held
    return ("item" in found or "doi" in found) and len(
        found.keys() & {"title", "author", "author name", "doi", "date", "pmid"}
    ) > 1


@dataclass(frozen=True)
class _Variables:
    """The variables by what they hold: one with the address of an entity and one with its label, where both are there."""

    held: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> "_Variables":
        spoken: dict[str, list[str]] = {}
        for name in names:
            bare = name.lstrip("?")
            words = column_key(_CAMEL.sub(" ", bare).replace("_", " "))
            is_label = words.endswith(" label")
            spoken.setdefault(words.removesuffix(" label"), []).insert(0 if is_label else 1, name)
        found = {what: tuple(name for word in words for name in spoken.get(word, ())) for what, words in _WORDS.items()}
        return cls({what: names for what, names in found.items() if names})

    def texts(self, row: Row, what: str) -> Iterator[str]:
        """What the row says of it in words, labels first; entities without a label are none."""
        for name in self.held.get(what, ()):
            value = _plain(row.get(name))
            if value and not _ENTITY.fullmatch(value):
                yield value

    def text(self, row: Row, what: str) -> str:
        return next(self.texts(row, what), "")

    def entity(self, row: Row, what: str) -> str | None:
        """The number of the entity that the row gives for it."""
        found = (_ENTITY.fullmatch(row.get(name)) for name in self.held.get(what, ()))
        return next((match["id"] or match["short"] for match in found if match), None)


def _plain(value: str) -> str:
    match = _LITERAL.fullmatch(value)
    return (match["text"] if match else value).strip()


@dataclass
class _Work:
    """The rows of one work, that follow one another."""

    key: str
    rows: list[Row] = field(default_factory=list)


def read(source: Source) -> Items:
    """The header, then a record for each work. Rows that follow one another and name the same work are one."""
    yield Header(format=NAME, source="Wikidata")
    lines = TextLines(source)
    found = query_rows(source) if is_query_result(source.head()) else rows(lines, _is_header)
    work: _Work | None = None
    known = _Variables({})
    header: tuple[str, ...] = ()
    for row in found:
        if not isinstance(row, Row):
            yield row
            continue
        if row.header != header:
            header, known = row.header, _Variables.of(row.header)
        key = known.entity(row, "item") or known.text(row, "doi") or row.where
        if work is not None and key != work.key:
            yield _record(work, known)
            work = None
        work = work or _Work(key)
        work.rows.append(row)
    if work is not None:
        yield _record(work, known)
    yield from lines.remarks


def _record(work: _Work, known: _Variables) -> Record | Rejection:
    first = work.rows[0]
    where = f"{first.where} ({work.key})" if work.key != first.where else first.where

    def said(what: str) -> str:
        return next((found for row in work.rows if (found := known.text(row, what))), "")

    title = title_text(said("title"))
    own = known.entity(first, "item")
    title = None if title == own else title
    ids = each_once(
        *work_ids(doi_in=said("doi"), arxiv_in=said("arxiv"), isbn_in=said("isbn"), pmid=said("pmid"), pmcid=said("pmcid")),
        *work_ids(wikidata=own),
    )
    if title is None and len(ids) < 2:
        return Rejection(where, "the row names neither a title nor an identifier besides; ask for ?itemLabel and ?doi")
    date = parsed_date(said("date"))
    authors, complete = _people(work, known)
    preprint = arxiv(next((one.value for one in ids if one.scheme == "arxiv"), None))
    kind = said("kind")
    return Record(
        where=where,
        title=title,
        abstract=abstract_text(said("abstract")) if len(said("abstract")) > 200 else None,
        kind=kind or None,
        year=year_of(date, said("date")),
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(said("venue") or None, publication_kind(kind), year_of(date), preprint, issn_ids(said("issn"))),
        subjects=keywords((text for row in work.rows for text in known.texts(row, "keyword")), separators="|"),
        cites=each_once(*_cites(work, known)),
        **counted_citations(said("cited by")),
        **numbering(volume=said("volume"), issue=said("issue"), pages=said("pages")),
        **imprint(
            publisher=said("publisher"),
            place=said("place"),
            language=[text for row in work.rows for text in known.texts(row, "language")],
            urls=[text for row in work.rows for text in known.texts(row, "url")],
        ),
    )


def _people(work: _Work, known: _Variables) -> People:
    """The authors, each once, in the order of their ordinals; where these are not given, at no known place."""
    listed: dict[tuple[str, tuple[Identifier, ...]], tuple[int, AuthorEntry]] = {}
    for row in work.rows:
        place = whole(known.text(row, "ordinal")) or 0
        for entry in _entries(row, known):
            listed.setdefault((entry.name, entry.ids[:1]), (place, entry))
    ordered = sorted(listed.values(), key=lambda one: one[0])
    found, _ = people_of(entry for _, entry in ordered)
    numbers = [number for number, _ in ordered]
    if not all(numbers):
        return tuple(replace(person, position=None) for person in found), False
    return found, bool(found) and numbers == list(range(1, len(numbers) + 1))


def _entries(row: Row, known: _Variables) -> Iterator[AuthorEntry]:
    """The author of a row with ids and affiliation; names with bars between are several authors, of whom no more is known."""
    printed = known.text(row, "author") or known.text(row, "author name")
    names = [name.strip() for name in printed.split("|") if name.strip()]
    if len(names) > 1:
        yield from (AuthorEntry(name=name) for name in names)
    elif names:
        key, place = known.entity(row, "author"), known.text(row, "affiliation")
        own = (Identifier("wikidata", key),) if key else ()
        places = (affiliation_with(place, ("wikidata", known.entity(row, "affiliation"))),) if place else ()
        yield AuthorEntry(name=names[0], ids=(*own, *orcid_ids(known.text(row, "orcid"))), affiliations=places)


def _cites(work: _Work, known: _Variables) -> Iterator[Identifier]:
    for row in work.rows:
        if key := known.entity(row, "cites"):
            yield Identifier("wikidata", key)
        else:
            yield from work_ids(doi_in=known.text(row, "cites"))[-1:]

"""PubMed's document summaries: the answers of E-utilities' esummary as JSON, of the databases pubmed and pmc.

Format: https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary. The summaries are the members of one object, by their ids.
"""

from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, people_of
from loaders.fields.citation_counts import counted_citations
from loaders.fields.corrections import referred_to
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.edited_volumes import with_editors
from loaders.fields.identifiers import work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import each_once, issn_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import title_text
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import object_items
from loaders.parsing.json_values import JsonObject, mapping, numbered, objects, text, texts
from loaders.parsing.source import Source
from loaders.pubmed.terms import article_number, journal_name, kind_of, title_of
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection

NAME = "pubmed_esummary"
ABOUT = "PubMed's document summaries as JSON (esummary)"

_MEMBERS = (("result", "*"),)
_KEYS = {"pubdate", "sortpubdate", "articleids", "fulljournalname", "source", "pmcrefcount", "epubdate", "sorttitle"}
_SCHEMES = {"pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid", "doi": "doi"}
_CORRECTING = {
    "retraction of", "partial retraction of", "erratum for", "expression of concern for", "corrected and republished from",
    "retracted and republished from",
}  # fmt: skip


def recognise(head: str) -> bool:
    """Whether the beginning is an answer of esummary with a list of ids, or a summary with the members of one."""
    outer = envelope(head)
    if mapping(outer.get("header")).get("type") == "esummary" or "uids" in mapping(outer.get("result")):
        return True
    return any("uid" in record and len(_KEYS & record.keys()) > 2 for record in first_records(head))


def read(source: Source) -> Items:
    """The header, then a record for every summary."""
    yield Header(format=NAME, source="PubMed")
    yield from object_items(source, _MEMBERS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    where = numbered(place, text(value.get("uid")))
    if "uids" in value or "header" in value:
        return  # an answer without summaries
    if said := text(value.get("error")):
        yield Rejection(where, f"PubMed answered: {said[:200]}; check the id")
        return
    title = title_of(title_text(value.get("title")) or title_text(value.get("booktitle")) or "", _vernacular(value))
    if title is None:
        yield Rejection(where, "the summary has no title")
        return
    kinds = texts(value.get("pubtype"))
    notes = [((text(one.get("reftype")) or "").casefold(), one) for one in objects(value.get("references"))]
    date = next((found for name in ("pubdate", "epubdate", "sortpubdate") if (found := _date(value, name))), None)
    authors, complete = people_of(_entry(author) for author in objects(value.get("authors")))
    yield Record(
        where=where,
        title=title,
        kind=kind_of(kinds) or ("Book" if text(value.get("doctype")) == "book" else None),
        year=year_of(date),
        date=date,
        ids=_ids(value),
        authors=with_editors(text(value.get("doctype")), authors),
        authors_complete=complete,
        publications=_publications(value, kinds, year_of(date)),
        retracted="Retracted Publication" in kinds or any(kind == "retraction in" for kind, _ in notes),
        corrects=referred_to((text(one.get("pmid")), text(one.get("refsource"))) for kind, one in notes if kind in _CORRECTING),
        **counted_citations(value.get("pmcrefcount")),
        **numbering(
            volume=value.get("volume"),
            issue=value.get("issue"),
            pages=value.get("pages"),
            article_number=article_number(*(number for kind, number in _article_ids(value) if kind == "pii")),
        ),
        **imprint(
            publisher=text(value.get("publishername")),
            place=text(value.get("publisherlocation")),
            language=texts(value.get("lang")),
            urls=(text(value.get("availablefromurl")),),
        ),
    )


def _vernacular(value: JsonObject) -> str:
    return title_text(value.get("vernaculartitle")) or ""


def _date(value: JsonObject, name: str) -> str | None:
    """The date of "2020 Mar 5", "2020 Mar-Apr", "2020/03/05 00:00", "2020 Winter"."""
    printed = (text(value.get(name)) or "").partition("-")[0]
    year, _, rest = printed.partition(" ")
    return parsed_date(" ".join((*reversed(rest.split()[:2]), year))) or parsed_date(printed)


def _entry(author: JsonObject) -> AuthorEntry:
    kind = (text(author.get("authtype")) or "Author").casefold()
    return AuthorEntry(
        name=text(author.get("name")) or "",
        is_organisation="collective" in kind,
        role="editor" if "editor" in kind else "author",
        initials_behind=True,
    )


def _article_ids(value: JsonObject) -> list[tuple[str, str]]:
    found = ((text(one.get("idtype")), text(one.get("value"))) for one in objects(value.get("articleids")))
    return [(kind, number) for kind, number in found if kind and number]


def _ids(value: JsonObject) -> tuple[Identifier, ...]:
    """The ids that are listed; of PubMed the summary's own, of PubMed Central (whose uid is another number) the listed ones."""
    found: list[Identifier] = []
    for kind, number in _article_ids(value):
        scheme = _SCHEMES.get(kind, "")
        if scheme == "doi":
            found += work_ids(doi_in=number)
        elif scheme == "pmid" or (scheme == "pmcid" and "PMC" in number.upper()):
            found += work_ids(**{scheme: number if scheme == "pmid" else number.removeprefix("pmc-id: ").strip(" ;")})
    if not found:
        found += work_ids(pmid=text(value.get("uid")), doi_in=text(value.get("elocationid")))
    return each_once(*found)


def _publications(value: JsonObject, kinds: tuple[str, ...], year: int | None) -> tuple[Publication, ...]:
    journal = text(value.get("fulljournalname")) or text(value.get("source"))
    if journal:
        kind: PublicationKind = "preprint" if "Preprint" in kinds else "journal"
        return publications(journal_name(journal), kind, year, ids=issn_ids(text(value.get("issn")), text(value.get("essn"))))
    return publications(title_text(value.get("bookname")), "book", year)

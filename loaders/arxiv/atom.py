"""The answer of arXiv's API: an Atom feed of papers, perhaps empty, perhaps with an error in place of papers.

Format: https://info.arxiv.org/help/api/user-manual.html
"""

from lxml import etree

from loaders.arxiv.authors import affiliations_of, in_order, people
from loaders.arxiv.work import Fields, text, work
from loaders.fields.person_names import is_others
from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.whole_numbers import whole
from loaders.parsing.xml_stream import Piece, Shape, pieces, root_name
from loaders.records import Authorship, Header, Items, Record, Rejection, Remark

NAME = "arxiv_atom"
ABOUT = "an answer of arXiv's API as an Atom feed"

_ABOUT_FEED = "id title updated link totalResults startIndex itemsPerPage author contributor category generator icon logo rights"
_FEED = frozenset(_ABOUT_FEED.split())
_SHAPE = Shape(frozenset(("entry",)), _FEED, frozenset(("feed",)))
_ERROR = "arxiv.org/api/errors"


def recognise(head: str) -> bool:
    """Whether an XML text begins with an Atom feed or entry that names arXiv."""
    return root_name(head) in ("feed", "entry") and "arxiv.org/" in head and "<html" not in head


def read(source: Source) -> Items:
    """The header, then a record for each entry; an error of the API is one rejection, an empty feed a remark."""
    query, total, entries, given = "", "", 0, False
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Piece) and piece.tag in _FEED:
            query = words_of(piece.element) if piece.tag == "title" else query
            total = words_of(piece.element) if piece.tag == "totalResults" else total
            continue
        if not isinstance(piece, Piece | Rejection | Remark):
            continue
        if not given:
            yield _header(query, total)
            given = True
        entries += not isinstance(piece, Remark)
        yield _entry(piece) if isinstance(piece, Piece) else piece
    if not given:
        yield _header(query, total)
    if not entries:
        yield Remark("", f"the feed has no entries: {query or 'the query'} found nothing")


def _header(query: str, total: str) -> Header:
    facts: list[tuple[str, str | int | bool]] = [("query", query)] if query else []
    if (results := whole(total)) is not None:
        facts.append(("total_results", results))
    return Header(format=NAME, source="arXiv", facts=tuple(facts))


def _entry(piece: Piece) -> Record | Rejection:
    entry = piece.element
    address = words_at(entry, "id")
    where = f"line {piece.line} ({address.rpartition('/abs/')[2]})" if address else f"line {piece.line}"
    if _ERROR in address:
        return Rejection(
            f"line {piece.line}",
            f"arXiv answered with an error in place of papers: {words_at(entry, 'summary')}; correct the query",
        )
    names = [author for author in entry.iterfind("author") if words_at(author, "name")]
    listed = [found for author in names if (found := _people(author)) is not None]
    authors = in_order(author for found, _ in listed for author in found)
    primary = entry.find("primary_category")
    terms = [element.get("term", "") for element in ([primary] if primary is not None else []) + entry.findall("category")]
    return work(
        Fields(
            where=where,
            id=address,
            title=words_at(entry, "title"),
            abstract=words_at(entry, "summary"),
            authors=authors,
            complete=bool(authors) and len(listed) == len(names) and all(complete for _, complete in listed),
            date=words_at(entry, "published"),
            categories=tuple(terms),
            doi=" ".join(map(words_of, entry.iterfind("doi"))),
            comment=words_at(entry, "comment"),
            journal=words_at(entry, "journal_ref"),
        )
    )


def _people(author: etree._Element) -> tuple[tuple[Authorship, ...], bool] | None:
    """Whom an author element names, and whether that is everybody; None for "et al."."""
    name = text(words_at(author, "name"))
    if is_others(name):
        return None
    return people(name, affiliations=affiliations_of([text(words_of(one)) for one in author.iterfind("affiliation")]))

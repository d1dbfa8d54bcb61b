"""The works of a table that is known by its columns, of which the reader says of some what they hold."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from loaders.fields.links import issn_ids
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications
from loaders.parsing.markup import plain_markup
from loaders.records import Item, Publication, Record
from loaders.table_rows.delimited import Row
from loaders.tables.columns import Columns
from loaders.tables.work import record_of, with_places, work

Works = Callable[[Row], Iterable[Item]]

_SAME = {
    "title": ("title",), "abstract": ("abstract",), "comment": ("comment",), "kind": ("kind",), "references": ("cites",),
    "volume": ("volume",), "issue": ("issue",), "article_number": ("article_number",), "retracted": ("retracted",),
    "cited_by": ("cited_by", "unread_cited_by"), "pages": ("pages",), "first_page": ("pages",), "last_page": ("pages",),
    "publisher": ("publisher",), "place": ("place",), "language": ("languages",), "url": ("url",),
    "month": ("date",), "year": ("year", "date", "unread_year"), "date": ("year", "date", "unread_year"),
}  # fmt: skip
"""What of a record a field decides by itself."""
_PLACES = {"venue", "issn", "kind", "year", "date"}
_KEYWORDS = "keyword"


def with_given(works: Works, given: Columns) -> Works:
    """The same works, the fields of which `given` names columns read from these, and emptied where it names none."""

    def read(row: Row) -> Iterable[Item]:
        here = given.as_spelled_in(row.header)
        said = {name for name in given.of if here.of[name] or not given.of[name]}
        items = list(works(row))
        if not any(isinstance(item, Record) for item in items):
            alone = work(row, here)
            return [alone] if isinstance(alone, Record) else items
        return [_merged(row, item, here, said) if isinstance(item, Record) else item for item in items]

    return read


def _merged(row: Row, record: Record, given: Columns, said: set[str]) -> Record:
    own = record_of(row, given)
    found = replace(record, **{name: getattr(own, name) for field in _SAME if field in said for name in _SAME[field]})
    people = tuple(author for author in record.authors if author.role == "author")
    editors = tuple(author for author in record.authors if author.role == "editor")
    if "authors" in said:
        people = tuple(author for author in own.authors if author.role == "author")
        found = replace(found, authors_complete=own.authors_complete)
    elif said & {"affiliations", "orcids"}:
        people = with_places(row, given, people)
    if "editors" in said:
        editors = tuple(author for author in own.authors if author.role == "editor")
    subjects = record.subjects
    if "keywords" in said:
        subjects = (*(subject for subject in subjects if subject.scheme != _KEYWORDS), *own.subjects)
    given_schemes = said | {each.scheme for each in own.ids}
    ids = (*own.ids, *(each for each in record.ids if each.scheme not in given_schemes))
    found = replace(found, authors=people + editors, subjects=subjects, ids=ids)
    return replace(found, publications=_publications(row, found, given, said)) if said & _PLACES else found


def _publications(row: Row, record: Record, given: Columns, said: set[str]) -> tuple[Publication, ...]:
    """Where the work stands, by what is given of it and by what the table says of the rest."""
    first, *others = record.publications or (None,)
    if first is not None and first.kind == "preprint":
        first, others = None, list(record.publications)
    name = first.venue if first else ""
    if "venue" in said:
        name = plain_markup(row.get(*given.of["venue"]))
    kind = publication_kind(record.kind) if first is None or "kind" in said else first.kind
    ids = first.ids if first and "venue" not in said else ()
    if "issn" in said:
        ids = issn_ids(row.get(*given.of["issn"]))
    return (*publications(name or None, kind, record.year, ids=ids), *others)

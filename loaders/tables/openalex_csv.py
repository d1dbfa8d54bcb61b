"""The CSV export of OpenAlex's website, in its fashions: columns named by the paths of the API ("authorships.author.id"), the
same with underscores (in 2023 with names of their own for authors and places, "author_names"), and since 2026 short names
("Author IDs").

Lists stand in one cell with bars between; a person without an ORCID has an empty place in the list of ORCIDs. Which columns the
first exports had is told by https://github.com/ourresearch/openalex-formatter.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from loaders.author_lists.names_in_one import read_one
from loaders.author_lists.reading import plain_name
from loaders.fields.identifiers import orcid
from loaders.fields.links import issn_ids
from loaders.fields.person_names import authorship, is_others
from loaders.fields.printed_structures import printed_structure
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.openalex.entities import LEVELS, bare_id, topic_subject
from loaders.records import Affiliation, Authorship, Identifier, Item, Record, Subject
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "openalex_csv"
ABOUT = "the CSV export of OpenAlex's website"

_API_PAGE_AUTHORS = 100
_SOURCE_KINDS: dict[str, PublicationKind] = {
    "journal": "journal", "conference": "conference", "book series": "book", "ebook platform": "book",
}  # fmt: skip


def _paths(*paths: str, short: str = "") -> tuple[str, ...]:
    """Columns by their path in the API, with dots and with underscores, then by the short name."""
    return tuple(name for path in paths for name in (path, path.replace(".", "_"))) + ((short,) if short else ())


_AUTHORS = _paths("authorships.author.display_name", "author_names", "authorships.raw_author_name", short="Author")
_RAW_AUTHORS = _paths("authorships.raw_author_name")
_AUTHOR_IDS = _paths("authorships.author.id", "author_ids", short="Author IDs")
_ORCIDS = _paths("authorships.author.orcid", "author_orcids", short="ORCID")
_PLACES = (
    _paths("authorships.raw_affiliation_strings"), _paths("authorships.raw_affiliation_string"),
    _paths("authorships.institutions.display_name", "author_institution_names", short="Institution"),
)  # fmt: skip
_TOPICS = (
    ("primary_topic", _paths("primary_topic.display_name", short="Primary topic")),
    ("topics", _paths("topics.display_name", short="Topic")),
    ("concepts", _paths("concepts.display_name", short="Concept")),
)
_VENUES = _paths(
    "primary_location.source.display_name", "primary_location.display_name", "host_venue.display_name", short="Source"
)  # fmt: skip
_ISSNS = _paths(
    "primary_location.source.issn_l", "primary_location.source.issn", "primary_location.issn_l", "primary_location.issns",
    short="ISSN",
)  # fmt: skip
_PUBLISHERS = _paths("primary_location.source.host_organization_name", "host_venue.publisher", short="Publisher")
_SHORT_LEVELS = {"primary_topic": "Primary topic", "topics": "Topic"}


def _listed(text: str) -> list[str]:
    """The items of a cell; empty places are kept."""
    listed = printed_structure(text) if text.lstrip().startswith("[") else None
    if listed is not None:
        return ["" if item is None else str(item) for item in listed]
    return [part.strip() for part in text.split("|")] if text.strip() else []


def _names(text: str) -> list[str]:
    """The names of a cell; a bar behind the last is none."""
    names = _listed(text)
    while names and not names[-1]:
        names.pop()
    return names


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The authors with the id, the ORCID and the affiliation at their place, where a list has as many places as authors.

    An export of a page of the API ends author lists at the hundredth.
    """
    names = _names(row.get(*_AUTHORS))
    raw = _aligned(row.get(*_RAW_AUTHORS), names)
    ids, orcids = _aligned(row.get(*_AUTHOR_IDS), names), _aligned(row.get(*_ORCIDS), names)
    places = next((each for columns in _PLACES if any(each := _aligned(row.get(*columns), names))), [""] * len(names))
    found: list[Authorship] = []
    for at, name in enumerate(names):
        known = [Identifier("openalex", value) for value in [bare_id(ids[at])] if value]
        known += [Identifier("orcid", value) for value in [orcid(orcids[at])] if value]
        affiliations = (Affiliation(places[at]),) if places[at] else ()
        people = read_one(name)
        for person in people:
            several = len(people) > 1
            author = authorship(
                person.printed,
                len(found) + 1,
                ids=person.ids if several else tuple(known) or person.ids,
                affiliations=affiliations,
            )
            others = () if several or raw[at] in ("", author.name) else (plain_name(raw[at]),)
            found.append(replace(author, shared_ids=tuple(known) if several else (), other_names=others))
    whole = bool(found) and not any(map(is_others, names)) and len(names) != _API_PAGE_AUTHORS
    return tuple(found), whole


def _aligned(text: str, names: list[str]) -> list[str]:
    items = _listed(text)
    if not any(items[len(names) :]):
        items = items[: len(names)]
    return items if len(items) == len(names) else [""] * len(names)


def _topics(row: Row) -> Iterator[Subject]:
    """Topics, each below its subfield, field and domain where the table has them, else concepts, by their ids; without ids their
    labels stand for them."""
    seen = set()
    listed = {path: _listed(row.get(*labels)) for path, labels in _TOPICS}
    for path, names in listed.items():
        keys = _aligned(row.get(*_paths(f"{path}.id")), names)
        if path == "primary_topic" and not any(keys) and set(names) <= set(listed["topics"]):
            continue
        above = [(level, *_level(row, path, level, names)) for level in LEVELS]
        for at, (key, label) in enumerate(zip(keys, names, strict=True)):
            levels = {
                level: {"id": ids[at] or f"{level}s/{called[at].casefold()}", "display_name": called[at]}
                for level, ids, called in above
                if called[at]
            }
            subject = topic_subject({"id": key, "display_name": label, **levels}, code=label.casefold())
            if label and subject and subject.code not in seen:
                seen.add(subject.code)
                yield subject
        if path == "topics" and seen:
            return


def _level(row: Row, path: str, level: str, names: list[str]) -> tuple[list[str], list[str]]:
    """The ids and the labels of what stands above topics on one level, an empty place for each topic where it is not told."""
    short = f"{_SHORT_LEVELS[path]} {level}" if path in _SHORT_LEVELS else ""
    ids = row.get(*_paths(f"{path}.{level}.id"))
    return _aligned(ids, names), _aligned(row.get(*_paths(f"{path}.{level}.display_name", short=short)), names)


def _cites(row: Row) -> Iterator[Identifier]:
    ids = (bare_id(text) for text in _listed(row.get("referenced_works", "Cites", "References")))
    return (Identifier("openalex", value) for value in ids if value)


def _last(row: Row, record: Record) -> Iterable[Item]:
    """The place as what it is by the kind of the source, and with OpenAlex's id of it."""
    source = row.get(*_paths("primary_location.source.type", "primary_location.type")).casefold()
    if source == "repository":
        record = replace(record, publisher=None)  # who runs a repository publishes nothing
    key = bare_id(row.get(*_paths("primary_location.source.id", "primary_location.id")))
    if not (source or key) or not record.publications:
        return [record]
    place, *others = record.publications
    kind = _SOURCE_KINDS.get(source) or ("other" if source == "repository" and place.kind == "journal" else place.kind)
    if publication_kind(row.get("type_crossref", *_paths("primary_location.raw_type"))) == "conference":
        kind = "conference"
    ids = ((Identifier("openalex", key),) if key else ()) + issn_ids(row.get(*_ISSNS))
    return [replace(record, publications=(*publications(place.venue, kind, place.year, ids=ids), *others))]


_MAP = TableMap(
    fields={
        "title": ("title", "display_name"), "year": ("publication_year", "Year"),
        "date": ("publication_date", "Publication date"),
        "kind": ("type", "Type"), "venue": _VENUES, "abstract": ("abstract",), "issn": _ISSNS,
        "openalex": ("id", "Work ID"), "doi": _paths("doi", "ids.doi"), "pmid": _paths("ids.pmid", "pmid"),
        "pmcid": _paths("ids.pmcid", "pmcid"), "mag": _paths("ids.mag", "mag", short="MAG ID"),
        "arxiv": _paths("primary_location.landing_page_url"), "volume": _paths("biblio.volume", short="Volume"),
        "issue": _paths("biblio.issue", short="Issue"), "first_page": _paths("biblio.first_page", short="First page"),
        "last_page": _paths("biblio.last_page", short="Last page"), "cited_by": ("cited_by_count", "Citation count"),
        "retracted": ("is_retracted", "Retracted"), "publisher": _PUBLISHERS, "language": ("language", "Language"),
        "url": _paths("primary_location.landing_page_url", short="Landing page"),
    },
    subjects={"keyword": _paths("keywords.display_name", "keywords.keyword", short="Keyword")},
    separators="|",
    people=_people,
    topics=_topics,
    cites=_cites,
    last=_last,
)  # fmt: skip
_TELLING = (
    columns("id", "authorships.author.display_name"), columns("id", "authorships.author.id"),
    columns("id", "authorships_author_id"), columns("id", "authorships_author_display_name"),
    columns("id", "author_names", "publication_year"),
    columns("id", "primary_location.source.display_name"), columns("Work ID", "Title"),
    columns("id", "display_name", "publication_year", "cited_by_count"),
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "OpenAlex", _TELLING, _MAP.works)

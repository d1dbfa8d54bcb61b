"""The CSV export of OpenAlex's website, in its three fashions: columns named by the paths of the API ("authorships.author.id"),
the same with underscores, and since 2026 short names ("Author IDs").

Lists stand in one cell with bars between; a person without an ORCID has an empty place in the list of ORCIDs.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from loaders.author_lists.names_in_one import read_one
from loaders.author_lists.printed_structures import printed_structure
from loaders.fields.identifiers import orcid
from loaders.fields.person_names import authorship, is_others
from loaders.openalex.entities import bare_id
from loaders.records import Affiliation, Authorship, Identifier, Subject
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "openalex_csv"
ABOUT = "the CSV export of OpenAlex's website"

_API_PAGE_AUTHORS = 100


def _paths(*paths: str, short: str = "") -> tuple[str, ...]:
    """Columns by their path in the API, with dots and with underscores, then by the short name."""
    return tuple(name for path in paths for name in (path, path.replace(".", "_"))) + ((short,) if short else ())


_AUTHORS = _paths("authorships.author.display_name", "authorships.raw_author_name", short="Author")
_AUTHOR_IDS = _paths("authorships.author.id", "author_ids", short="Author IDs")
_ORCIDS = _paths("authorships.author.orcid", short="ORCID")
_PLACES = (
    _paths("authorships.raw_affiliation_strings"), _paths("authorships.raw_affiliation_string"),
    _paths("authorships.institutions.display_name", short="Institution"),
)  # fmt: skip
_TOPICS = (
    (_paths("primary_topic.id"), _paths("primary_topic.display_name", short="Primary topic")),
    (_paths("topics.id"), _paths("topics.display_name", short="Topic")),
    (_paths("concepts.id"), _paths("concepts.display_name", short="Concept")),
)


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
            found.append(replace(author, shared_ids=tuple(known) if several else ()))
    whole = bool(found) and not any(map(is_others, names)) and len(names) != _API_PAGE_AUTHORS
    return tuple(found), whole


def _aligned(text: str, names: list[str]) -> list[str]:
    items = _listed(text)
    if not any(items[len(names) :]):
        items = items[: len(names)]
    return items if len(items) == len(names) else [""] * len(names)


def _topics(row: Row) -> Iterator[Subject]:
    """Topics, else concepts, by their ids; without ids their labels stand for them."""
    seen = set()
    for ids, labels in _TOPICS:
        names = _listed(row.get(*labels))
        for key, label in zip(_aligned(row.get(*ids), names), names, strict=True):
            code = bare_id(key) or label.casefold()
            if label and code not in seen:
                seen.add(code)
                yield Subject(scheme="openalex", code=code, label=label)
        if ids == _paths("topics.id") and seen:
            return


def _cites(row: Row) -> Iterator[Identifier]:
    ids = (bare_id(text) for text in _listed(row.get("referenced_works")))
    return (Identifier("openalex", value) for value in ids if value)


_MAP = TableMap(
    fields={
        "title": ("title", "display_name"), "year": ("publication_year", "Year"),
        "date": ("publication_date", "Publication date"),
        "kind": ("type", "Type"), "venue": _paths("primary_location.source.display_name", short="Source"),
        "abstract": ("abstract",), "issn": _paths("primary_location.source.issn_l", "primary_location.source.issn"),
        "openalex": ("id", "Work ID"), "doi": ("doi",), "pmid": _paths("ids.pmid"), "pmcid": _paths("ids.pmcid"),
        "mag": _paths("ids.mag"),
        "arxiv": _paths("primary_location.landing_page_url"), "volume": _paths("biblio.volume", short="Volume"),
        "issue": _paths("biblio.issue", short="Issue"), "first_page": _paths("biblio.first_page", short="First page"),
        "last_page": _paths("biblio.last_page", short="Last page"), "cited_by": ("cited_by_count", "Citation count"),
        "retracted": ("is_retracted", "Retracted"),
    },
    subjects={"keyword": _paths("keywords.display_name", short="Keyword")},
    separators="|",
    people=_people,
    topics=_topics,
    cites=_cites,
)  # fmt: skip
_TELLING = (
    columns("id", "authorships.author.display_name"), columns("id", "authorships.author.id"),
    columns("id", "authorships_author_id"), columns("id", "authorships_author_display_name"),
    columns("id", "primary_location.source.display_name"), columns("Work ID", "Title"),
    columns("id", "display_name", "publication_year", "cited_by_count"),
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "OpenAlex", _TELLING, _MAP.works)

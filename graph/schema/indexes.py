"""What the database must hold for the graph model: constraints and indexes, and how they come there.

Every opening asks whether they are there, so neomodel, which creates them and takes long to import, is imported only where some
are missing. Hence this list of what the classes of `graph.schema.nodes` declare; a test compares the two.
"""

import io
from collections.abc import Sequence

import msgspec

from graph.connection import Connection
from graph.queries.bound import Queries
from graph.queries.rows import rows_as
from graph.schema.neomodel_binding import attached

INDEX_SECONDS = 300

Wanted = tuple[str, str, bool]
"""A label or a relationship type, the property that is indexed, and whether no two may share a value."""

_BY_UID = ("Author", "Paper", "Topic", "Phrase", "Venue", "Institution", "Document", "Decision", "GraphState")
_BY_PROPERTY = {
    "Author": (
        "name_key", "family_key", "given_key", "orcid", "person", "pending", "grouped_among_from", "grouped_among_to",
    ),
    "Paper": ("title_key", "year", "doi", "arxiv_id", "topics_due"),
    "Phrase": ("topics_due",),
    "Topic": ("label", "topics_due"),
    "Venue": ("name",),
    "Institution": ("country", "organisation", "due"),
    "Document": ("location", "sha256"),
    "Decision": ("undoes",),
    "WROTE": ("part",),
    "DESCRIBES": (
        "title_key", "claim", "corrects", "doi", "arxiv_id", "acl_id", "dblp_id", "openalex_id", "s2_id", "s2_corpus_id", "pmid",
        "pmcid", "wos_id", "scopus_id", "mag_id", "lens_id", "dimensions_id", "aminer_id", "isbn",
        "ads_bibcode", "inspire_id", "hal_id", "openaire_id", "omid", "wikidata_id",
    ),
}  # fmt: skip
WANTED: tuple[Wanted, ...] = (
    *((label, "uid", True) for label in _BY_UID),
    *((on, name, False) for on, names in _BY_PROPERTY.items() for name in names),
)
FULL_TEXT = {
    "author_blocks": "create_author_blocks",
    "author_names": "create_author_names",
    "author_ids": "create_author_ids",
    "paper_titles": "create_paper_titles",
    "abstract_sketches": "create_abstract_sketches",
    "untitled_sketches": "create_untitled_sketches",
    "citations": "create_citations",
    "curated_names": "create_curated_names",
    "venue_names": "create_venue_names",
    "topic_names": "create_topic_names",
    "institution_names": "create_institution_names",
    "institution_keys": "create_institution_keys",
}


class Index(msgspec.Struct, frozen=True, gc=False):
    """An index that the database holds: on a label or relationship type, for a property (the first one of a full-text index)."""

    name: str
    type: str
    on: str
    property: str
    is_unique: bool
    state: str


def held(queries: Queries) -> list[Index]:
    """Every index on one property, and every full-text index."""
    return rows_as(Index, queries.read, "indexes")


def install(connection: Connection, seconds: int = INDEX_SECONDS) -> list[str]:
    """Create the constraints and indexes that are missing, and wait `seconds` at the most until all of them answer.

    Returns what was missing, in words; nothing is asked of a database that has them all but one list. Raises QueryError where the
    server refuses, as when two nodes share a uid already.
    """
    indexes = held(Queries(connection))
    absent = _missing(indexes)
    if absent:
        _create(connection)
    if absent or any(index.state != "ONLINE" for index in indexes):
        Queries(connection).read("await_indexes", seconds=seconds)
    return absent


def missing(connection: Connection) -> list[str]:
    """The constraints and indexes that the model wants and the database lacks (or holds in a failed state), in words."""
    return _missing(held(Queries(connection)))


def foreign(connection: Connection) -> list[str]:
    """The names of the indexes that the model does not ask for: somebody else made them."""
    wanted = {(on, name) for on, name, _ in WANTED}
    return [
        index.name
        for index in held(Queries(connection))
        if (index.on, index.property) not in wanted and index.name not in FULL_TEXT
    ]


def _create(connection: Connection) -> None:
    from neomodel import db

    from graph.schema.nodes import NODES

    with attached(connection):
        for node in NODES:
            db.install_labels(node, quiet=True, stdout=io.StringIO())
    for query in FULL_TEXT.values():
        Queries(connection).write(query)


def _missing(indexes: Sequence[Index]) -> list[str]:
    usable = [index for index in indexes if index.state != "FAILED"]
    names = {index.name for index in usable}
    present = {(index.on, index.property, index.is_unique) for index in usable if index.type == "RANGE"}
    lacking = [f"{'unique ' if unique else ''}{on}.{name}" for on, name, unique in WANTED if (on, name, unique) not in present]
    return lacking + [f"full-text {name}" for name in FULL_TEXT if name not in names]

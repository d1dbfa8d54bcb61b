"""Example values of the graph at hand for parameters that have no default: an author who is there, somebody they wrote with."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from graph.errors import UnknownAuthorError
from graph.names.forms import name_key
from graph.queries.bound import Queries
from graph.queries.rows import rows_as, uids_from

CANDIDATES = 25
"""How many of the people with most papers are looked at for one who shows what a query is about."""


@dataclass(frozen=True)
class Examples:
    """Values by parameter, better ones for single queries, and by query what the graph keeps in the place of their defaults."""

    values: dict[str, object]
    special: dict[str, dict[str, object]] = field(default_factory=dict)
    kept: dict[str, dict[str, object]] = field(default_factory=dict)

    def of(self, query: str) -> dict[str, object]:
        """All values for a query."""
        return self.values | self.special.get(query, {})


class _Profile(msgspec.Struct, frozen=True, gc=False):
    """What examples need of an author's profile."""

    name: str
    orcid: str | None


class _Document(msgspec.Struct, frozen=True, gc=False):
    """What examples need of a document."""

    location: str | None


class _Institution(msgspec.Struct, frozen=True, gc=False):
    """An institution, and where it is."""

    uid: str
    country: str | None


class _Topic(msgspec.Struct, frozen=True, gc=False):
    """What examples need of a topic."""

    topic: str


def examples(queries: Queries, author: str | None = None) -> Examples:
    """Example values around `author` (a uid), else around the person with most papers.

    Where that author is in no split or mixed candidate, the example of these questions is another prolific author who is. Raises
    UnknownAuthorError for a graph without authors.
    """
    prolific = uids_from(queries.read, "prolific_authors", limit=CANDIDATES)
    people = [author, *prolific] if author else prolific
    if not people:
        raise UnknownAuthorError(
            "the graph holds no author yet to make examples of; load documents first: `scholargraph load FILES`"
        )
    chosen = people[0]
    [profile] = rows_as(_Profile, queries.read, "author_profile", author=chosen)
    others = uids_from(queries.read, "close_collaborators", author=chosen, limit=1)
    documents = rows_as(_Document, queries.read, "documents")
    papers = uids_from(queries.read, "papers_of", author=chosen, limit=1)
    venues = uids_from(queries.read, "venue_counts", author=chosen, limit=1)
    topics = rows_as(_Topic, queries.read, "topic_counts_by_author", author=chosen, limit=1)
    institutions = rows_as(_Institution, queries.read, "institution_counts", author=chosen, limit=1)
    values: dict[str, object] = {
        "author": chosen,
        "other": others[0] if others else prolific[-1] if prolific else chosen,
        "name_key": name_key(profile.name),
        "text": profile.name,
        "metric": "papers_without_year",
        "orcid": profile.orcid or "0000-0002-1825-0097",
        "document": next((document.location for document in documents if document.location), ""),
        "paper": next(iter(papers), ""),
        "venue": next(iter(venues), ""),
        "topic": next((one.topic for one in topics), ""),
        "institution": next((one.uid for one in institutions), ""),
        "country": next((one.country for one in institutions if one.country), "JP"),
    }
    # A network of the whole graph is nothing for Browser.
    drawn = [query.name for query in queries.registry.questions() if query.purpose == "networks"]
    networks: dict[str, dict[str, object]] = {name: {"author": chosen} for name in drawn}
    kept = {query.name: own for query in queries.registry.questions() if (own := queries.kept(query.name))}
    return Examples(values, _candidates(queries, people) | networks, kept)


def _candidates(queries: Queries, people: Iterable[str]) -> dict[str, dict[str, object]]:
    """The likeliest candidate of the first of these people who has one, for the pictures of a split and of a mixed record."""
    found: dict[str, dict[str, object]] = {}
    for uid in people:
        if "split_graph" not in found:
            for row in queries.read("split_candidates", author=uid, limit=1):
                found["split_graph"] = {"author": row["uid_a"], "other": row["uid_b"]}
        if "mixed_graph" not in found:
            for row in queries.read("mixed_candidates", author=uid, limit=1):
                found["mixed_graph"] = {"author": row["uid"]}
        if len(found) == 2:
            break
    return found

"""What users name for parameters of stored queries, looked up in the graph: an author's uid is found, and what the graph does not
have is refused with what comes nearest, instead of an answer without rows."""

from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from graph.errors import (
    UnknownCountryError,
    UnknownInstitutionError,
    UnknownSchemeError,
    UnknownSourceError,
    UnknownTopicError,
    UnknownVenueError,
)
from graph.institutions.countries import country_of
from graph.names.forms import name_key
from graph.queries.author_lookup import NEAREST, Nearest, author_uid, author_uids, in_words, unknown_author
from graph.queries.bound import Queries
from graph.queries.rows import rows_as, uids_from
from graph.word_keys import topics_called

MOST_COUNTRIES = 20
"""So many countries an error lists."""


class VenueNamed(msgspec.Struct, frozen=True, gc=False):
    """A venue that a name may mean: as its own name or uid (`exact`), or as another name or an ISSN of it."""

    uid: str
    name: str
    papers: int
    exact: bool


class TopicNamed(msgspec.Struct, frozen=True, gc=False):
    """A topic whose label is like a text."""

    label: str


class InstitutionNamed(msgspec.Struct, frozen=True, gc=False):
    """An institution whose name is like a text."""

    name: str


class InstitutionCalled(msgspec.Struct, frozen=True, gc=False):
    """A record of an institution that is called so, and its organisation."""

    uid: str
    name: str
    organisation: str


class CountryHeld(msgspec.Struct, frozen=True, gc=False):
    """A country in which an institution is."""

    country: str


class TopicScheme(msgspec.Struct, frozen=True, gc=False):
    """A scheme that topics are named in."""

    scheme: str
    topics: int


class CountSource(msgspec.Struct, frozen=True, gc=False):
    """A source whose documents may count citations."""

    source: str


def known_arguments(queries: Queries, query: str, params: Mapping[str, object]) -> dict[str, object]:
    """Every parameter of a stored query with its value, and for what names something the value by which the query finds it.

    Raises UnknownNameError, AmbiguousAuthorError, UnknownQueryError and ParameterError.
    """
    arguments = queries.arguments(query, params)
    together = _take_together(queries, query, arguments)
    for parameter in queries.registry[query].params:
        named, kind = arguments[parameter.name], parameter.type.name
        if kind in _FIND and named is not None and parameter.name not in together:
            is_uid = kind in _OF_UID and queries.read("of_uid", kind=_OF_UID[kind], uid=named)
            arguments[parameter.name] = named if is_uid else _FIND[kind](queries, cast(str, named))
    return arguments


def _take_together(queries: Queries, query: str, arguments: dict[str, object]) -> set[str]:
    """Look up the records that are asked together with an author: names become uids, and true all that are likely one person with
    the author, who is looked up with them. The names of the parameters of the authors that are looked up now."""
    found, author = set(), ""
    for parameter in queries.registry[query].params:
        if parameter.type.name == "author":
            author = parameter.name
        elif parameter.type.name == "records":
            asked, named = arguments[parameter.name], arguments[author]
            if asked is True and named is not None:
                arguments[author], *others = author_uids(queries, cast(str, named))
                found.add(author)
                arguments[parameter.name] = others
            else:
                arguments[parameter.name] = [author_uid(queries, one) for one in asked] if isinstance(asked, list) else []
    return found


def known_name(queries: Queries, name: str) -> str:
    """The key of a name that author records bear. Raises UnknownAuthorError with the nearest names."""
    key = name_key(name)
    if not queries.read("authors_by_name_key", name_key=key):
        raise unknown_author(queries, name)
    return key


def known_venue(queries: Queries, venue: str) -> str:
    """The venue's name or uid as given where a venue has it; the uid of the one venue of which it is another name or an ISSN.
    Raises UnknownVenueError with the nearest names."""
    meant = rows_as(VenueNamed, queries.read, "venues_by_name", text=venue)
    if any(one.exact for one in meant):
        return venue.strip()
    uids = [one.uid for one in meant]
    if len(uids) == 1:
        return uids[0]
    if uids:
        listed = ", ".join(uids)
        raise UnknownVenueError(f"{len(uids)} venues have {venue!r} as another name; give the uid of one: {listed}", uids)
    nearest = [one.name for one in rows_as(Nearest, queries.read, "nearest_venues", text=venue, limit=NEAREST)]
    raise UnknownVenueError(f"There is no venue {venue!r}; {in_words(nearest)}", nearest)


def known_institution(queries: Queries, institution: str) -> str:
    """The name or uid of institutions as given, where one has it in any case; the uid of the one organisation of which it is
    another name. Raises UnknownInstitutionError with the nearest names."""
    found, text = rows_as(InstitutionCalled, queries.read, "institutions_named", text=institution), institution.strip()
    if any(text.casefold() in (one.name.casefold(), one.uid.casefold()) for one in found):
        return institution if any(one.uid == institution for one in found) else text
    uids = sorted({one.organisation for one in found})
    if len(uids) == 1:
        return uids[0]
    if uids:
        listed = ", ".join(uids)
        raise UnknownInstitutionError(f"{len(uids)} have {institution!r} as another name; give the uid of one: {listed}", uids)
    nearest = [one.name for one in rows_as(InstitutionNamed, queries.read, "find_institutions", text=institution, limit=NEAREST)]
    raise UnknownInstitutionError(f"There is no institution {institution!r}; {in_words(nearest)}", nearest)


def known_country(queries: Queries, country: str) -> str:
    """The code of a country, given as one or by a usual name. Raises UnknownCountryError with those that institutions are in."""
    codes = [one.country for one in rows_as(CountryHeld, queries.read, "countries_there_are")]
    text = country.strip()
    code = text.upper() if text.upper() in codes else country_of(text)
    if code in codes:
        return str(code)
    listed = ", ".join(codes[:MOST_COUNTRIES]) + (", …" if len(codes) > MOST_COUNTRIES else "")
    there = f"they are in {listed}" if codes else "no country is known of any"
    raise UnknownCountryError(f"No institution of the graph is in the country {country!r}; {there}", codes)


def known_topic(queries: Queries, topic: str) -> str:
    """The label, spelling or uid of topics as given, where a topic has it in any case; else the uid of the one whose words they
    are in another spelling, or that had this uid before. Raises UnknownTopicError with the nearest."""
    if found := uids_from(queries.read, "topics_named", text=topic):
        return topic if topic in found else topic.strip()
    if (uid := known_topic_uid(queries, topic)) != topic:
        return uid
    nearest = [one.label for one in rows_as(TopicNamed, queries.read, "find_topics", text=topic, limit=NEAREST)]
    raise UnknownTopicError(f"There is no topic {topic!r}; {in_words(nearest)}", nearest)


def known_topic_uid(queries: Queries, uid: str) -> str:
    """The uid of a topic; where there is none of this one, of that which its words are a spelling of, as of a keyword whose uid
    was another one before, or of a phrase that is a keyword now. As given where there is none."""
    others = [one for one in topics_called(uid) if one != uid]
    return next((one for one in others if queries.read("of_uid", kind="topic", uid=one)), uid)


def known_scheme(queries: Queries, scheme: str) -> str:
    """A scheme that topics are named in. Raises UnknownSchemeError with those that there are."""
    schemes = [one.scheme for one in rows_as(TopicScheme, queries.read, "topic_schemes")]
    if scheme not in schemes:
        there = f"its schemes are {', '.join(schemes)}" if schemes else "it has no topics at all"
        raise UnknownSchemeError(f"There is no topic of the scheme {scheme!r} in the graph; {there}", schemes)
    return scheme


def known_source(queries: Queries, source: str) -> str:
    """A source of citation counts, as documents name it. Raises UnknownSourceError with those that there are."""
    sources = [one.source for one in rows_as(CountSource, queries.read, "count_sources")]
    found = next((one for one in sources if one.casefold() == source.strip().casefold()), None)
    if found is None:
        raise UnknownSourceError(
            f"There is no source {source!r} of the graph's documents; they are {', '.join(sources)}", sources
        )
    return found


_FIND: dict[str, Callable[[Queries, str], str]] = {
    "author": author_uid,
    "name": known_name,
    "venue": known_venue,
    "institution": known_institution,
    "country": known_country,
    "topic": known_topic,
    "topic_uid": known_topic_uid,
    "scheme": known_scheme,
    "source": known_source,
}

_OF_UID = {"topic": "topic", "topic_uid": "topic", "venue": "venue", "institution": "institution"}
"""What is looked for by uid first, as what, for which there is an index; an author is by `author_uid`."""

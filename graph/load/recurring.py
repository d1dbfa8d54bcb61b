"""Titles that come back within one venue, issue by issue or year by year: such a title names no work, whatever its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.load.claims import Claim
from loaders.records import Identifier
from loaders.schemes import EXCLUSIVE_SCHEMES

TIMES = 3
"""A title that so many works of one venue have comes back."""


def recurring_titles(claims: Iterable[Claim]) -> frozenset[str]:
    """The title keys under which these claims describe at least three works of one venue: by their identifiers, by volume, issue
    or page, or by the years that one document gives. Claims that share an identifier count as one."""
    by_title: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.title_key:
            by_title[claim.title_key].append(claim)
    return frozenset(key for key, claims in by_title.items() if len(claims) >= TIMES and _comes_back(claims))


def _comes_back(claims: Sequence[Claim]) -> bool:
    by_venue: defaultdict[str, list[list[Claim]]] = defaultdict(list)
    for described in _by_identifier(claims):
        for venue in {venue for claim in described for venue in claim.locus.venues}:
            by_venue[venue].append(described)
    return any(len(works) >= TIMES and _number_of_works(works) >= TIMES for works in by_venue.values())


def _by_identifier(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    """The claims, those together that share an identifier, one through another."""
    groups: list[tuple[set[Identifier], list[Claim]]] = []
    for claim in claims:
        ids, members = set(claim.joining_ids), [claim]
        apart = []
        for group in groups:
            if group[0] & ids:
                ids |= group[0]
                members = group[1] + members
            else:
                apart.append(group)
        groups = [*apart, (ids, members)]
    return [members for _, members in groups]


def _number_of_works(works: Sequence[Sequence[Claim]]) -> int:
    """How many works these surely are: the greatest number of different values that one kind of mark takes among them."""
    marks: defaultdict[str, set[str]] = defaultdict(set)
    for described in works:
        for kind, values in _marks(described):
            if values:
                marks[kind].add(min(values))
    return max(map(len, marks.values()), default=0)


def _marks(claims: Sequence[Claim]) -> Iterator[tuple[str, set[str]]]:
    yield "doi", {doi for claim in claims for doi in claim.published_dois}
    for scheme in EXCLUSIVE_SCHEMES:
        yield scheme, {value for claim in claims for value in claim.ids_in(scheme)}
    places = [claim.locus for claim in claims if claim.locus.volumes]
    yield "volume", {repr(min(place.volumes)) for place in places}
    yield "issue", {repr((min(place.volumes), min(place.issues))) for place in places if place.issues}
    yield "page", {repr((min(place.volumes), place.first)) for place in places if place.first}
    for claim in claims:
        # Many documents give a famous work a wrong year; one document lists a work once or twice.
        yield f"year in {claim.id.document}", {str(claim.record.year)} if claim.record.year else set()

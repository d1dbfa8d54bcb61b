"""What a server says of a query that it runs all the same: a label that is not there, a cartesian product, a deprecation."""

import re
from collections.abc import Iterable

from neo4j import GqlStatusObject

_HEADING = re.compile(r"^(?:warn|info|note): [^.]*\. (?=\S)")
"""The kind of message that the server puts in front, such as "warn: label does not exist. " """


def notices_of(statuses: Iterable[GqlStatusObject]) -> tuple[str, ...]:
    """The notifications among the statuses of a result, each in words and once, with the places in the query that it is about:
    "The label `Papr` does not exist … (line 1, column 10)"."""
    places: dict[str, list[str]] = {}
    for status in statuses:
        if status.is_notification:
            found = places.setdefault(_HEADING.sub("", status.status_description), [])
            at = status.position
            place = f"line {at.line}, column {at.column}" if at else ""
            if place and place not in found:
                found.append(place)
    return tuple(f"{text} ({'; '.join(found)})" if found else text for text, found in places.items())

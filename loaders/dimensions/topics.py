"""The classifications of Dimensions: fields of research with their codes, health categories, goals, …"""

import re
from collections.abc import Iterable, Iterator

from loaders.records import Subject

FIELD = re.compile(r"(?P<code>\d{2,6})\s+(?P<label>\S.*)")
"""A field of research: "4602 Artificial Intelligence"."""
CODED = re.compile(r"(?P<code>[A-Z]?\d{1,2}(?:\.\d{1,2})?)\s+(?P<label>\S.*)")
"""One of the others, of which not all have codes: "2.1 Biological factors"."""
_FIRST_OF_2020 = "30"


def coded(listed: Iterable[str], scheme: str, pattern: re.Pattern[str]) -> Iterator[Subject]:
    """The topics of a list ("46 Information and Computing Sciences", "4602 Artificial Intelligence"), fields of research below
    the longest beginning of their code that the list has."""
    parts = [" ".join(part.split()) for part in listed if part.strip()]
    matches = {part: pattern.fullmatch(part) for part in parts}
    labels = {match["code"]: match["label"] for match in matches.values() if match}
    for part, match in matches.items():
        if match:
            yield _below(scheme, match["code"], labels)
        elif pattern is CODED:
            yield Subject(scheme=scheme, code=part.casefold(), label=part)


def fields_of_research(listed: Iterable[str]) -> Iterator[Subject]:
    """The fields of a list that does not say of which year it is: divisions are 01 to 22 in 2008, 30 to 52 in 2020. These are two
    schemes ("08" and "46" are computing)."""
    parts = [part for part in listed if FIELD.fullmatch(part.strip())]
    for scheme, is_newer in (("anzsrc_2020", True), ("anzsrc_2008", False)):
        yield from coded((part for part in parts if (part.strip()[:2] >= _FIRST_OF_2020) == is_newer), scheme, FIELD)


def _below(scheme: str, code: str, labels: dict[str, str]) -> Subject:
    shorter = (code[:length] for length in range(len(code) - 1, 1, -1))
    above = next((upper for upper in shorter if upper in labels), None)
    broader = _below(scheme, above, labels) if above and scheme.startswith("anzsrc") else None
    return Subject(scheme=scheme, code=code, label=labels[code], broader=broader)

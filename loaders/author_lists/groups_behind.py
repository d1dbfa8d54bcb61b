"""Groups that stand in brackets behind a list of people: "Aad, G. et al. (ATLAS Collaboration)"."""

import re

from loaders.fields.name_words import ORGANISATION

_BEHIND = re.compile(
    r"(?P<people>.*?)(?P<others>[\s,;]*\bet\.?\s*al\b\.?)?[\s,;]*[(\[]\s*(?:(?:for|on behalf of|representing|and)\s+)?(?:the\s+)?"
    r"(?P<group>[^()\[\]]+?)\s*[)\]]\s*[.;,]?\s*$",
    re.DOTALL | re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:collaborations?|consorti(?:um|a)|collaborators|investigators|teams?|(?:study|working|writing|trial|data) group)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s+(?:the\s+)?")


def group_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """The list without the groups that stand in brackets at its end, and these. A place is none of them."""
    found = _BEHIND.fullmatch(text) if text.rstrip(" .;,").endswith((")", "]")) else None
    if found is None or not found["people"].strip() or ORGANISATION.search(found["people"].rpartition(";")[2]):
        return text, ()
    group = " ".join(found["group"].split())
    if not (_GROUP.search(group) or (found["others"] and ORGANISATION.search(group))):
        return text, ()
    named = _AND.split(group)
    groups = tuple(named) if all(map(ORGANISATION.search, named)) else (group,)
    return f"{found['people']}{found['others'] or ''}", groups


def with_group_behind(text: str) -> str:
    """The list with the groups in brackets behind it as its last names."""
    people, groups = group_apart(text)
    mark = "|" if "|" in people else ";"
    return f"{mark} ".join((people, *groups))

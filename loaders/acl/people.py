"""The people of the ACL Anthology: who goes by which names, as its editors hold it by hand.

Formats: https://github.com/acl-org/acl-anthology, data/yaml/name_variants.yaml (until 2025) and data/yaml/people.yaml.
"""

import re
from collections.abc import Iterator

from loaders.fields.links import orcid_ids
from loaders.parsing.json_values import JsonObject, mapping, objects, sequence, text
from loaders.parsing.source import Source
from loaders.parsing.yaml_entries import YamlEntry, first_lines, yaml_entries
from loaders.records import Header, Identifier, Item, Items, Person, Rejection, Remark

NAME = "acl_people"
ABOUT = "the people of the ACL Anthology with their names: name_variants.yaml or people.yaml"

_FIRST_ITEM = re.compile(r"-\s+(?:canonical|id|comment|orcid|variants|similar|degree|institution)\s*:")
_FIRST_MEMBER = re.compile(r"[^\s:#{\[\"'-][^\s:]*:\s*$")
_SEVERAL = re.compile(
    r"\b(?:several|multiple|many|different|various|two|more than one|other)\s+(?:people|persons|authors)\b", re.IGNORECASE
)
_YES = ("true", "yes", "on")


def recognise(head: str) -> bool:
    """Whether the text begins with an entry that has canonical names, or with an id that has names."""
    lines = first_lines(head)
    if not lines:
        return False
    entry = "\n".join(lines[:40]).lstrip()
    if _FIRST_ITEM.match(entry):
        return bool(re.search(r"^(?:- |\s+)canonical\s*:", entry, re.MULTILINE)) and "last" in entry
    return bool(_FIRST_MEMBER.match(lines[0]) and re.search(r"^\s+names\s*:", entry, re.MULTILINE)) and "last" in entry


def read(source: Source) -> Items:
    """The header, then a `Person` for every entry."""
    yield Header(format=NAME, source="ACL Anthology")
    for entry in yaml_entries(source):
        yield from _person(entry) if isinstance(entry, YamlEntry) else (entry,)


def _person(entry: YamlEntry) -> Iterator[Item]:
    value = mapping(entry.value)
    own = entry.key or text(value.get("id"))
    where = f"line {entry.line} ({own})" if own else f"line {entry.line}"
    names = _names(value)
    if not names:
        yield Rejection(where, "the entry names nobody: it has neither canonical nor names with first and last")
        return
    held = orcid_ids(text(value.get("orcid")))
    ids = (*((Identifier("acl", own),) if own else ()), *held)
    others = (str(other) for other in sequence(value.get("similar")) if text(other))
    several = _is_several(value)
    yield Person(
        where=where,
        name=names[0],
        ids=ids,
        name_forms=names[1:],
        curated_names=() if several else names,
        shared_names=names if several else (),
        distinct_from=tuple(Identifier("acl", other) for other in dict.fromkeys(others)),
    )
    if value.get("orcid") and not held:
        yield Remark(where, f"{value['orcid']!r} is not an ORCID and was left out; its check digit is wrong")


def _names(value: JsonObject) -> tuple[str, ...]:
    """The printed names, distinct: the canonical one first."""
    listed = [mapping(value.get("canonical")), *objects(value.get("variants")), *objects(value.get("names"))]
    printed = (" ".join(part for key in ("first", "last") if (part := _part(name.get(key)))) for name in listed)
    return tuple(dict.fromkeys(name for name in printed if name))


def _part(value: object) -> str | None:
    """A part of a name; None where it is left empty, as YAML writes that."""
    part = " ".join((text(value) or "").split())
    return part if part not in ("", "null", "~") else None


def _is_several(value: JsonObject) -> bool:
    """Whether the entry stands for whoever bears the name, or is one whose names are known to be others' too."""
    return bool(_SEVERAL.search(text(value.get("comment")) or "")) or text(value.get("disable_name_matching")) in _YES

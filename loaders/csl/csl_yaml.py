"""CSL-YAML: the items of CSL-JSON written in YAML, as Pandoc and Zotero (Better CSL YAML) write them.

Format: https://pandoc.org/MANUAL.html#specifying-bibliographic-data; the items are those of `loaders.csl.csl_json`.
"""

import re
from collections.abc import Mapping

from loaders.csl.csl_json import KINDS, items_of
from loaders.parsing.json_values import sequence
from loaders.parsing.source import Source
from loaders.parsing.yaml_entries import YamlEntry, first_lines, yaml_entries
from loaders.records import Header, Items

NAME = "csl_yaml"
ABOUT = "CSL-YAML: citation data of Pandoc and Zotero"
SITE = "CSL-YAML"

_LIST = "references"
_FIRST_ITEM = re.compile(r"-\s+[\w-]+\s*:")
_TYPE = re.compile(r"^(?:\s*-\s+|\s+)type\s*:\s*[\"']?([a-z_-]+)", re.MULTILINE)
_VARIABLE = re.compile(r"^(?:\s*-\s+|\s+)(?:title|author|issued|container-title|DOI)\s*:", re.MULTILINE)
_OTHER_KINDS = {"article", "webpage", "post", "post-weblog", "entry", "entry-encyclopedia", "document", "software", "manuscript"}
_DATE = ("year", "month", "day")


def recognise(head: str) -> bool:
    """Whether the text is a list of items with a type and other variables of CSL, or a mapping that has such `references`."""
    lines = first_lines(head)
    if _within(head):
        lines = lines[lines.index(f"{_LIST}:") + 1 :]
    entry = "\n".join(lines[:60])
    kind = _TYPE.search(entry)
    known = kind is not None and (kind[1] in KINDS or kind[1] in _OTHER_KINDS)
    return known and bool(_FIRST_ITEM.match(entry.lstrip())) and bool(_VARIABLE.search(entry))


def read(source: Source) -> Items:
    """The header, then a record for every item."""
    yield Header(format=NAME, source=SITE)
    for entry in yaml_entries(source, _within(source.head())):
        yield from items_of(_with_dates(entry.value), f"line {entry.line}") if isinstance(entry, YamlEntry) else (entry,)


def _within(head: str) -> str | None:
    """The member that holds the list, where the text is such a mapping."""
    return _LIST if f"{_LIST}:" in first_lines(head) else None


def _with_dates(item: object) -> object:
    """The item with dates in parts: Pandoc writes `{year: 2020, month: 5}` or a list of such, the beginning of a range first."""
    if not isinstance(item, Mapping):
        return item
    return {name: _date(value) if name in ("issued", "event-date", "original-date") else value for name, value in item.items()}


def _date(value: object) -> object:
    first = next(iter(sequence(value)), None)
    if not isinstance(first, Mapping) or "year" not in first:
        return value
    return {"date-parts": [[first[part] for part in _DATE if part in first]]}

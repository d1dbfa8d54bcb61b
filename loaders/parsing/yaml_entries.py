"""YAML of any size as a stream of entries, each parsed alone: the items of a list, or the members of a mapping.

The text is cut where entries begin before any of it is parsed, so that memory holds one entry at a time and a broken one is
rejected alone. Scalars stay as they are written: a person called "No" is not a truth value. No anchor reaches into another entry.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import yaml

from loaders.parsing.html_entities import decode_values
from loaders.parsing.source import Source
from loaders.parsing.text_lines import Line, TextLines
from loaders.records import Rejection, Remark

LONGEST_ENTRY = 4 * 1024 * 1024

_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARK = re.compile(r"(?:---|\.\.\.|%[A-Z]+\b.*)\s*(?:#.*)?")
_ITEM = re.compile(r"-(?:\s|$)")
_AT_LINE = re.compile(r"\bline (\d+)")


@dataclass(frozen=True)
class YamlEntry:
    """An item, or a member with its `key`: texts, lists and mappings of texts. It begins in line `line`."""

    line: int
    key: str | None
    value: object


YamlEntries: TypeAlias = Iterator[YamlEntry | Rejection | Remark]


@dataclass
class _Cut:
    line: int
    lines: list[str]
    size: int = 0

    def add(self, text: str) -> None:
        self.size += len(text) + 1
        if self.size <= LONGEST_ENTRY:
            self.lines.append(text)


@lru_cache(maxsize=4)
def first_lines(head: str) -> tuple[str, ...]:
    """The lines of a text that say something: no comments, no marks between documents."""
    return tuple(line.rstrip() for line in head.split("\n") if not _is_empty(line) and not _MARK.fullmatch(line))


def yaml_entries(source: Source, within: str | None = None) -> YamlEntries:
    """The entries of `source` in block style, and a rejection for each that is not YAML. Those of the member `within` where the
    text is a mapping that has it. May raise OSError where the file cannot be opened."""
    lines = TextLines(source)
    for cut in _cuts(lines, within):
        yield from _parsed(cut)
    yield from lines.remarks


def _is_empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _cuts(lines: TextLines, within: str | None) -> Iterator[_Cut]:
    inside, column, of_items = within is None, -1, False
    cut: _Cut | None = None
    for line in lines:
        if _is_empty(line.text) or _MARK.fullmatch(line.text):
            if cut:
                cut.add(line.text if _is_empty(line.text) else "")
            continue
        indent = len(line.text) - len(line.text.lstrip(" "))
        is_item = bool(_ITEM.match(line.text, indent))
        if within and not indent and not is_item:
            # A member of the mapping around the list: the list begins or ends here.
            inside, column = line.text.rstrip() == f"{within}:", -1
            continue
        if not inside:
            continue
        if column < 0:
            column, of_items = indent, is_item
        if indent == column and is_item == of_items:
            if cut:
                yield cut
            cut = _Cut(line.number, [])
        if cut:
            cut.add(_outdented(line, column))
    if cut:
        yield cut


def _outdented(line: Line, column: int) -> str:
    return line.text[column:] if not line.text[:column].strip() else line.text


def _parsed(cut: _Cut) -> YamlEntries:
    where = f"line {cut.line}"
    if cut.size > LONGEST_ENTRY:
        yield Rejection(where, f"the entry is longer than {LONGEST_ENTRY // (1024 * 1024)} MiB, the most that is read as one")
        return
    try:
        found = _LOADER("\n".join(cut.lines)).get_single_data()
    except (yaml.YAMLError, RecursionError) as error:
        problem = _AT_LINE.sub(lambda at: f"line {cut.line + int(at[1]) - 1}", " ".join(str(error).split()))
        problem = re.sub(r'in "<\w+ string>", ', "", problem) or "it is nested too deeply"
        yield Rejection(where, f"the entry is not YAML: {problem[:200]}")
        return
    decode_values(found)
    if isinstance(found, list):
        yield from (YamlEntry(cut.line, None, value) for value in found)
    elif isinstance(found, dict):
        yield from (YamlEntry(cut.line, str(key), value) for key, value in found.items())
    else:
        yield Rejection(
            where, f"{str(found)[:60]!r} is neither an item of a list nor a member of a mapping; write it in block style"
        )

"""Records of lines that begin with a two-letter tag: what RIS and the Web of Science have in common.

rispy reads RIS too, but holds the whole file and forgets the line that a record came from.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from loaders.entities import decoded
from loaders.text_lines import Line

LARGEST_RECORD = 16 * 1024 * 1024


@dataclass
class Field:
    """One tagged line with the lines that continue it."""

    tag: str
    lines: list[str]


@dataclass
class TaggedRecord:
    """The fields of a record in order, and the line where it begins. `ended` is False where it is cut off."""

    line: int
    fields: list[Field] = field(default_factory=list)
    ended: bool = False
    size: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether the record is larger than 16 MiB; its further lines are not held."""
        return self.size > LARGEST_RECORD

    def tags(self) -> set[str]:
        """The tags that occur."""
        return {held.tag for held in self.fields}

    def values(self, *tags: str) -> list[str]:
        """The value of each field with one of these tags, its lines joined by line ends, empty ones left out."""
        joined = ("\n".join(held.lines).strip() for held in self.fields if held.tag in tags)
        return [value for value in joined if value]

    def lines(self, *tags: str) -> list[str]:
        """The lines of the fields with one of these tags, one by one."""
        return [line.strip() for held in self.fields if held.tag in tags for line in held.lines if line.strip()]

    def first(self, *tags: str) -> str | None:
        """The first value that one of these tags has, the tags in order of preference; white space collapsed."""
        for tag in tags:
            for value in self.values(tag):
                return " ".join(value.split())
        return None


def tagged_records(
    lines: Iterable[Line],
    pattern: re.Pattern[str],
    begins: str,
    *,
    ends: str = "ER",
    around: frozenset[str] = frozenset(),
    continues: Callable[[str], bool] = bool,
) -> Iterator[TaggedRecord]:
    """The records of a file. `pattern` has the groups tag and value.

    A record begins with the tag `begins`, or with any tag where none is open, and ends with `ends`; a second `begins` cuts off
    the one before. Tags `around` records are no part of them. A line without a tag continues the field before where `continues`
    says so.
    """
    record: TaggedRecord | None = None
    for line in lines:
        match = pattern.match(line.text)
        if match is None:
            if record and record.fields and continues(line.text):
                _add(record, None, line.text)
            continue
        tag = match["tag"]
        if tag == ends:
            if record:
                record.ended = True
                yield record
            record = None
        elif tag not in around:
            if record and tag == begins and record.fields:
                yield record
                record = None
            record = record or TaggedRecord(line.number)
            _add(record, tag, match["value"])
    if record:
        yield record


def _add(record: TaggedRecord, tag: str | None, text: str | None) -> None:
    text = decoded(text or "")
    record.size += len(text) + 1
    if record.is_too_large:
        return
    if tag is None:
        record.fields[-1].lines.append(text)
    else:
        record.fields.append(Field(tag, [text]))

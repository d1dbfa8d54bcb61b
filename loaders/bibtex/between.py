"""Text between entries, which BibTeX takes for comments: what in it was meant for an entry is told all the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE_OF_ITS_OWN = re.compile(r"^[ \t]*+@", re.MULTILINE)
_COMMENT = re.compile(r"\s*@\s*(?:comment|preamble)\b", re.IGNORECASE)
_FIELD = re.compile(r"(?<![A-Za-z_-])[A-Za-z_-]++\s*=\s*[\"{\d]")
_WITHOUT_SIGN = re.compile(r"^[^\w@\n]*+\w++\s*[{(]\s*[^\s,={}()\"#%]++\s*,\s*[A-Za-z_-]++\s*=\s*[\"{\w]", re.MULTILINE)
_SHOWN = 40


@dataclass(frozen=True)
class BrokenEntry:
    """An entry that cannot be read."""

    line: int
    key: str
    reason: str


@dataclass(frozen=True)
class Comment:
    """Text that was not read, and what is to be said of it."""

    line: int
    reason: str


def may_hold_an_entry(line: str) -> bool:
    """Whether text that begins with this line is worth a look although no entry begins there."""
    return bool(_LINE_OF_ITS_OWN.match(line)) or ("{" in line or "(" in line)


def between_entries(text: str, first_line: int) -> Iterator[BrokenEntry | Comment]:
    """What stands in text that belongs to no entry, of which the first line is `first_line` of the file.

    A line that begins with "@" and has a field behind it is an entry whose beginning is damaged: `@art icle{key, title = {…}}`.
    An entry without its "@" may have been made a comment on purpose.
    """
    starts = [match.start() for match in _LINE_OF_ITS_OWN.finditer(text)]
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        part = text[start:end]
        line = first_line + text.count("\n", 0, start)
        if start == end or _COMMENT.match(part):
            continue
        if start in starts and _FIELD.search(part):
            yield BrokenEntry(
                line + _blank_lines(part), "", f"{_shown(part)!r} begins no entry; write @type{{key, name = {{value}}}}"
            )
            continue
        for found in _WITHOUT_SIGN.finditer(part):
            at = line + part.count("\n", 0, found.start()) + _blank_lines(found.group())
            yield Comment(at, f"{_shown(found.group())!r} looks like an entry without its '@' and was taken for a comment")


def _blank_lines(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


def _shown(text: str) -> str:
    return " ".join(text.split())[:_SHOWN]

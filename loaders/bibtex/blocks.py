"""BibTeX files as a stream of blocks, each parsed by itself, so that a broken entry costs nothing but itself.

Grammar: B. Beeton and O. Patashnik, "BibTeXing" (btxdoc), and what biber accepts beyond it. bibtexparser holds the whole file,
gives up an entry with a field given twice or with parentheses for braces, and does not join strings with "#".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from loaders.bibtex.between import BrokenEntry, Comment, between_entries, may_hold_an_entry
from loaders.bibtex.strings import LARGEST_JOINED
from loaders.parsing.text_lines import Line

LARGEST_BLOCK = 16 * 1024 * 1024

_TYPE = r"[^\s@{}()\"#%,=]++"
"""BibTeX takes nearly any sign for one of a type's name: `@article2{…}` is an entry."""
_START = re.compile(rf"\s*@\s*{_TYPE}\s*(?:[{{(]|$)")
_SURE_START = re.compile(rf"\s*@\s*{_TYPE}\s*[{{(]\s*[^\s,={{}}()\"#%]+\s*(?:,\s*(?:[A-Za-z_-]+\s*=.*)?|=.*)$")
_ENTRY = re.compile(
    r"@\s*(?P<type>[A-Za-z]+)\s*(?P<open>[{(])"
    rf"|(?<![\w.+-])@\s*(?P<odd_type>{_TYPE})\s*(?P<odd_open>\{{|\((?=\s*[^\s,={{}}()\"#%]+\s*,))"
)
"""Of a type with other signs than letters somewhat more is asked, for "me@example.org (Ann)" is a comment."""
_KEY = re.compile(r"\s*(?P<key>[^\s,={}\"#%]*)\s*(?P<after>[,}=)]|$)")
_NAME = re.compile(r"[\s,]*(?P<name>[^\s=,{}()\"#%@]+)\s*=\s*")
_WORD = re.compile(r"[^\s,{}()\"#=]+")
_BRACE = re.compile(r"[{}]")
_BRACE_OR_QUOTE = re.compile(r"[{}\"]")
_FIELD_INSIDE = re.compile(r"\n\s*[A-Za-z_-]+\s*=\s*[{\"]")
_CONTINUED = re.compile(r"\s*#\s*")
_CLOSING = {"{": "}", "(": ")"}


@dataclass(frozen=True)
class Block:
    """The lines from one "@" at the beginning of a line to the next."""

    line: int
    text: str
    is_too_large: bool = False


@dataclass
class Entry:
    """An entry (or a @string, whose fields are the strings). `doubts` say what was unusual in reading it."""

    line: int
    type: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The blocks of a file. Text before the first "@" is a comment, and a block only where it may hold a damaged entry.

    A line "@type{key," also begins a block where the one before has not ended, so that a missing brace spoils one entry only.
    Raises OSError where the file is damaged, behind what was read before.
    """
    held = _Lines()
    try:
        for line in lines:
            start = "@" in line.text and _START.match(line.text)
            if start and (held.depth <= 0 or _SURE_START.match(line.text)):
                yield from held.block()
                held = _Lines()
            if held.texts or start or may_hold_an_entry(line.text):
                held.add(line)
    except OSError:
        yield from held.block()
        raise
    yield from held.block()


class _Lines:
    """The lines of a block as far as they were read."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.depth = 0
        self._first = 0
        self._size = 0

    def add(self, line: Line) -> None:
        self._first = self._first if self.texts else line.number
        self._size += len(line.text) + 1
        if self._size <= LARGEST_BLOCK:
            self.texts.append(line.text)
        self.depth += line.text.count("{") - line.text.count("}")

    def block(self) -> Iterator[Block]:
        if self.texts:
            yield Block(self._first, "\n".join(self.texts), self._size > LARGEST_BLOCK)


def entries(block: Block, strings: Mapping[str, str]) -> Iterator[Entry | BrokenEntry | Comment]:
    """The entries that begin in a block: usually one. Comments and preambles are none; what is between entries and was meant for
    one is a BrokenEntry or a Comment."""
    if block.is_too_large:
        yield BrokenEntry(block.line, "", "the entry is larger than 16 MiB; a closing brace is probably missing")
        return
    at = 0
    while match := _ENTRY.search(block.text, at):
        yield from _between(block, at, match.start())
        kind = _type(match)
        if kind in ("comment", "preamble"):
            at = _after_group(block.text, match.end())
            continue
        reader = _Reader(block, match, strings)
        yield reader.read()
        at = reader.at
    yield from _between(block, at, len(block.text))


def _between(block: Block, at: int, end: int) -> Iterator[BrokenEntry | Comment]:
    if block.text[at:end].strip():
        yield from between_entries(block.text[at:end], block.line + block.text.count("\n", 0, at))


def _type(start: re.Match[str]) -> str:
    return (start["type"] or start["odd_type"]).lower()


def _after_group(text: str, at: int) -> int:
    """Where the group that was opened before `at` ends, or the text if it does not."""
    depth = 1
    for brace in _BRACE.finditer(text, at):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)


class _UnreadableError(Exception):
    pass


class _Reader:
    """Reads one entry from where its opening brace stands; `at` is then where it ended."""

    def __init__(self, block: Block, start: re.Match[str], strings: Mapping[str, str]) -> None:
        self._text = block.text
        self._first_line = block.line
        self._strings = strings
        self._closing = _CLOSING[start["open"] or start["odd_open"]]
        self.at = start.end()
        self._joined = 0
        self._entry = Entry(self._line(start.start()), _type(start), "")

    def read(self) -> Entry | BrokenEntry:
        if self._entry.type != "string" and not self._key():
            return self._entry
        try:
            while self._field():
                pass
        except _UnreadableError as error:
            self.at = len(self._text)
            return BrokenEntry(self._entry.line, self._entry.key, str(error))
        return self._entry

    def _line(self, at: int) -> int:
        return self._first_line + self._text.count("\n", 0, at)

    def _key(self) -> bool:
        """Reads the key; False where the entry ends with it. An entry without a key begins with its first field."""
        match = _KEY.match(self._text, self.at)
        if match is None or match["after"] == "=":
            self._entry.doubts.append("the entry has no key")
            return True
        self._entry.key = match["key"].rstrip(self._closing) if match["after"] == "" else match["key"]
        self.at = match.end()
        return match["after"] not in (self._closing, "")

    def _field(self) -> bool:
        """Reads the next field; False at the end of the entry."""
        match = _NAME.match(self._text, self.at)
        if match is None:
            return self._end()
        name = match["name"].lower()
        self.at = match.end()
        value = self._value(name, self._line(match.start("name")))
        if name in self._entry.fields:
            if value != self._entry.fields[name]:
                self._entry.doubts.append(f"the field {name} is given twice; the first was taken")
        else:
            self._entry.fields[name] = value
        return True

    def _end(self) -> bool:
        """Whatever follows the last field that could be read."""
        rest = self._text[self.at :].lstrip(" \t\n,")
        if rest.startswith(self._closing):
            self.at = self._text.index(self._closing, self.at) + 1
            return False
        if not rest:
            swallowed = next((name for name, value in self._entry.fields.items() if _FIELD_INSIDE.search(value)), None)
            if swallowed:
                raise _UnreadableError(f"the value of {swallowed} runs on into the next fields; a closing brace is missing in it")
            self._entry.doubts.append("the entry has no closing brace")
            self.at = len(self._text)
            return False
        seen = " ".join(rest.split())[:40]
        raise _UnreadableError(
            f"{seen!r} (line {self._line(len(self._text) - len(rest))}) is not a field; write name = {{value}}"
        )

    def _value(self, name: str, line: int) -> str:
        parts = [self._part(name, line)]
        while match := _CONTINUED.match(self._text, self.at):
            self.at = match.end()
            parts.append(self._part(name, line))
            self._joined += len(parts[-1]) + (len(parts[0]) if len(parts) == 2 else 0)
            if self._joined > LARGEST_JOINED:
                raise _UnreadableError(f"the values joined with # up to {name} (line {line}) are longer than 1 MiB; shorten them")
        return "".join(parts)

    def _part(self, name: str, line: int) -> str:
        start = self._text[self.at : self.at + 1]
        if start == "{":
            return self._delimited(_BRACE, 1, name, line)
        if start == '"':
            return self._delimited(_BRACE_OR_QUOTE, 0, name, line)
        match = _WORD.match(self._text, self.at)
        if match is None:
            if start in (",", self._closing):
                return ""
            raise _UnreadableError(f"the field {name} (line {line}) has no value; write {name} = {{value}}")
        self.at = match.end()
        word = match.group()
        return self._strings.get(word.lower(), word)

    def _delimited(self, pattern: re.Pattern[str], depth: int, name: str, line: int) -> str:
        begin = self.at + 1
        for found in pattern.finditer(self._text, begin):
            if found.group() == '"':
                closes = depth == 0
            else:
                depth += 1 if found.group() == "{" else -1
                closes = depth == 0 and found.group() == "}" and pattern is _BRACE
            if closes:
                self.at = found.end()
                return self._text[begin : found.start()]
        raise _UnreadableError(f"the value of {name} (line {line}) is never closed; a brace or quote is missing")

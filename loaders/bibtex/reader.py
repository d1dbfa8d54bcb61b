"""BibTeX and BibLaTeX: entries of any type, in any order, as one record or rejection each."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from loaders.bibtex.between import BrokenEntry, Comment
from loaders.bibtex.blocks import Entry, blocks, entries
from loaders.bibtex.crossrefs import referenced, with_inherited
from loaders.bibtex.entry import work
from loaders.bibtex.strings import Strings
from loaders.fields.dois import dois
from loaders.fields.export_dates import exported
from loaders.parsing.source import Source
from loaders.parsing.text_lines import TextLines
from loaders.records import Header, Item, Items, Rejection, Remark

NAME = "bibtex"
ABOUT = "BibTeX or BibLaTeX entries"
SITE = "BibTeX file"

_ENTRY = re.compile(
    r"^[ \t]*+@\s*(?!comment|preamble|string)[^\s@{}()\"#%,=]++\s*[{(]\s*[^\s,={}()\"#%]*+\s*(?:[,=]|$|\w++\s*=)",
    re.MULTILINE | re.IGNORECASE,
)
_SHOWN = 200
_SETTINGS = frozenset(("control", "ieeetranbstctl", "bstctl"))
"""Entries that set up a bibliography style: those of REVTeX and achemso, and of IEEEtran."""
_FIELD = re.compile(r"(?<![A-Za-z_-])[A-Za-z_-]++\s*=\s*[\"{\w]")
_COMMENTS_ONLY = re.compile(r"^\s*@\s*(?:comment|preamble|string)\s*[{(]", re.MULTILINE | re.IGNORECASE)

_Found = TypeVar("_Found")


def recognise(head: str) -> bool:
    """Whether a line begins an entry ("@article{key,") with a field behind it, or the text begins with a @string or @comment."""
    if head.lstrip().startswith(("<", "{", "[")):
        return False
    found = _ENTRY.search(head)
    if found:
        return bool(_FIELD.search(head, found.start()))
    return bool(_COMMENTS_ONLY.match(head.lstrip()))


def read(source: Source) -> Items:
    """The header, then a record or rejection for each entry that is a work, in the order of the file.

    The file is gone through once for the strings and the keys that entries refer to, once more for those entries if there are
    any, and once for the records; strings, keys and those entries are all that is held. Raises OSError where the file is damaged,
    behind what could be read.
    """
    yield Header(format=NAME, source=SITE, facts=exported(source.head()))
    lines = TextLines(source)
    strings, wanted = _referred(lines)
    parents = _parents(lines, strings, wanted) if wanted else {}
    seen: set[str] = set()
    held: Rejection | None = None
    for entry in _entries(lines, strings):
        if held:
            yield held
        held = Rejection(_where(entry), entry.reason) if isinstance(entry, BrokenEntry) else None
        yield from _items(entry, parents, seen) if not isinstance(entry, BrokenEntry) else ()
    if held:
        is_open = "closed" in held.reason
        yield replace(held, reason=f"{held.reason}, or the file is truncated here", truncated=True) if is_open else held
    yield from lines.remarks


def _where(entry: Entry | BrokenEntry) -> str:
    return f"line {entry.line}, {entry.key}" if entry.key else f"line {entry.line}"


def _items(entry: Entry | Comment, parents: dict[str, Entry], seen: set[str]) -> Iterator[Item]:
    if isinstance(entry, Comment):
        yield Remark(f"line {entry.line}", entry.reason)
        return
    where = _where(entry)
    if entry.type in ("set", "xdata") or entry.type in _SETTINGS:
        yield from _remarks(entry, parents, where)
        return
    yield work(entry.type, entry.key, with_inherited(entry, parents), where)
    for doubt in entry.doubts:
        yield Remark(where, doubt)
    if len(found := dois(entry.fields.get("doi"))) > 1:
        yield Remark(
            where, f"the field doi holds {len(found)} DOIs; the first was taken, and not {', '.join(found[1:])[:_SHOWN]}"
        )
    for key in referenced(entry):
        if key.casefold() not in parents:
            yield Remark(where, f"it refers to {key!r}, which is not in this file; nothing was inherited")
    if entry.key and entry.key.casefold() in seen:
        yield Remark(where, f"the key {entry.key!r} was used before; both entries were read")
    seen.add(entry.key.casefold())


def _remarks(entry: Entry, parents: dict[str, Entry], where: str) -> Iterator[Remark]:
    """What is to be said of an entry that is not a work of its own."""
    if entry.type == "set":
        yield Remark(
            where, "a @set is not a work: the entries that it lists are read as works of their own, and not joined by it"
        )
    elif entry.type == "xdata" and entry.key.casefold() not in parents:
        yield Remark(where, "no entry of this file names this @xdata, so that nothing was inherited from it")
    for doubt in entry.doubts:
        yield Remark(where, doubt)


def _entries(lines: TextLines, strings: Strings) -> Iterator[Entry | BrokenEntry | Comment]:
    for block in blocks(lines):
        for entry in entries(block, strings):
            if isinstance(entry, Entry) and entry.type == "string":
                if refused := strings.add(entry.fields):
                    yield BrokenEntry(entry.line, entry.key, refused)
            else:
                yield entry


def _readable(found: Iterable[_Found]) -> Iterator[_Found]:
    """What can be read. Damage to a file is met once more, and told, where its records are given."""
    try:
        yield from found
    except OSError:
        return


def _referred(lines: TextLines) -> tuple[Strings, set[str]]:
    """The strings of the file, and the keys that entries refer to."""
    strings = Strings()
    wanted: set[str] = set()
    for block in _readable(blocks(lines)):
        lowered = block.text.lower()
        if "@" in lowered and ("crossref" in lowered or "xdata" in lowered or "string" in lowered):
            for entry in entries(block, strings):
                if isinstance(entry, Entry):
                    if entry.type == "string":
                        strings.add(entry.fields)
                    wanted.update(key.casefold() for key in referenced(entry))
    return strings, wanted


def _parents(lines: TextLines, strings: Strings, wanted: set[str]) -> dict[str, Entry]:
    """The entries with these keys; the first where a key is used twice."""
    found: dict[str, Entry] = {}
    for entry in _readable(_entries(lines, strings)):
        if isinstance(entry, Entry) and entry.key.casefold() in wanted:
            found.setdefault(entry.key.casefold(), entry)
    return found

"""Stored query files: a Cypher statement under a header of `//` lines that declares it.

    // name: close_collaborators
    // about: People who wrote with this author, closest first.
    //   Further lines go on with the one above them.
    // params: author: str, min_shared: int = 1, since: int? = null
    // returns: uid: str, name: str, papers: int
    // mode: read
    MATCH … ;

`name` is the file's own name, `mode` is read, write or schema; `params` and `returns` may be left out where there are none.
Defaults are JSON values; that of a map may also be a file beside the query (`weights: map = weights.json`). What reads, but only
serves the program itself, has the line `// internal: yes` as well, and is no question that users are offered; what writes is
internal without it. The statement ends in `;`, so that the file runs unchanged in cypher-shell.

What asks a full-text index for a transaction that writes has the line `// committed: yes`: it reads what is committed, in a
transaction of its own. Within one, Neo4j (2026.08 and 5.26) leaves nodes out whose internal id is that of a relationship which
the transaction has deleted, and relationships with the id of a deleted node, as if they were what was deleted
(`FulltextIndexTransactionStateVisitor`). Whoever asks holds the graph, so nobody else writes meanwhile, and adds what the
transaction itself has changed.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn, cast

from graph.errors import ParameterError, StoredQueryError
from graph.queries.types import Type, parse_type

Mode = Literal["read", "write", "schema"]
KEYS = ("name", "about", "params", "returns", "mode", "internal", "committed")

_LINE = re.compile(r"//(?P<indent>[ \t]*)(?P<text>.*)")
_KEY = re.compile(r"(?P<key>[a-z_]+):\s*(?P<value>.*)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FILE = re.compile(r"[\w-]+\.json")
# Comments, strings and quoted names come first, so that a $ inside one of them is not a parameter.
_TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|\$(?P<parameter>[A-Za-z_]\w*)", re.DOTALL)


@dataclass(frozen=True)
class Parameter:
    """A declared parameter. Without a default it is required. `default_file` names the file that the default stands in."""

    name: str
    type: Type
    required: bool = True
    default: object = None
    default_file: str | None = None


@dataclass(frozen=True)
class Column:
    """A declared column of the result."""

    name: str
    type: Type


@dataclass(frozen=True)
class StoredQuery:
    """One file of `cypher/`. `purpose` is its folder, `text` the whole file, `internal` whether it only serves the program,
    `committed` whether it reads what is committed wherever it is asked."""

    name: str
    about: str
    params: tuple[Parameter, ...]
    returns: tuple[Column, ...]
    mode: Mode
    purpose: str
    text: str
    path: Path
    internal: bool
    committed: bool = False

    @property
    def commits_itself(self) -> bool:
        """Whether it must run outside a managed transaction: schema commands and CALL … IN TRANSACTIONS."""
        code = _TOKEN.sub(" ", self.text)
        return self.mode == "schema" or re.search(r"\bIN\s+(\S+\s+CONCURRENT\s+)?TRANSACTIONS\b", code, re.IGNORECASE) is not None


@dataclass(frozen=True)
class _Entry:
    value: str
    line: int


def read_query(path: Path, purpose: str) -> StoredQuery:
    """The query that a file holds. Raises StoredQueryError with the file and line of what is wrong in it."""
    text = path.read_text(encoding="utf-8")
    entries = _entries(path, text.splitlines())
    for key in ("name", "about", "mode"):
        if key not in entries or not entries[key].value:
            _wrong(path, 1, f"the header lacks `// {key}:`")
    name, mode = entries["name"], entries["mode"]
    if name.value != path.stem:
        _wrong(path, name.line, f"the name {name.value!r} differs from the file's, {path.stem!r}")
    if mode.value not in ("read", "write", "schema"):
        _wrong(path, mode.line, f"{mode.value!r} is not a mode; use read, write or schema")
    internal = mode.value != "read" or _marked(path, entries, "internal")
    committed = _marked(path, entries, "committed")
    if committed and mode.value != "read":
        _wrong(path, mode.line, f"`committed: yes` is for what reads, and this is a {mode.value} query")
    params = tuple(_parameter(path, entry) for entry in _declarations(path, entries, "params"))
    returns = tuple(_column(path, entry) for entry in _declarations(path, entries, "returns"))
    _check_repeated(path, entries.get("params"), [parameter.name for parameter in params])
    _check_repeated(path, entries.get("returns"), [column.name for column in returns])
    _check_statement(path, text, {parameter.name for parameter in params})
    return StoredQuery(
        name.value, entries["about"].value, params, returns, cast("Mode", mode.value), purpose, text, path, internal, committed
    )


def _marked(path: Path, entries: dict[str, _Entry], key: str) -> bool:
    mark = entries.get(key)
    if mark and mark.value != "yes":
        _wrong(path, mark.line, f"`{key}: {mark.value}` says nothing; write `{key}: yes`, or leave the line out")
    return mark is not None


def _wrong(path: Path, line: int, what: str) -> NoReturn:
    raise StoredQueryError(f"{path}:{line}: {what}")


def _entries(path: Path, lines: list[str]) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    current = ""
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            break
        entry = _KEY.fullmatch(match["text"]) if len(match["indent"]) <= 1 else None
        if entry:
            current = entry["key"]
            if current not in KEYS:
                _wrong(path, number, f"{current!r} is not a key of a header; use {', '.join(KEYS)} (indent a line that goes on)")
            if current in entries:
                _wrong(path, number, f"`{current}` stands here for the second time")
            entries[current] = _Entry(entry["value"].strip(), number)
        elif not current:
            _wrong(path, number, "the file does not start with a header line such as `// name: …`")
        else:
            entries[current] = _Entry(f"{entries[current].value} {match['text']}".strip(), entries[current].line)
    return entries


def _declarations(path: Path, entries: dict[str, _Entry], key: str) -> list[_Entry]:
    """The parts of `a: str, b: list = [1, 2]`, divided at the commas outside brackets and strings."""
    entry = entries.get(key, _Entry("", 0))
    parts, depth, quoted, start = [], 0, False, 0
    for index, letter in enumerate(entry.value):
        if letter == '"' and entry.value[index - 1 : index] != "\\":
            quoted = not quoted
        elif not quoted and letter in "[{":
            depth += 1
        elif not quoted and letter in "]}":
            depth -= 1
        elif letter == "," and not depth and not quoted:
            parts.append(entry.value[start:index])
            start = index + 1
    parts.append(entry.value[start:])
    if parts == [""]:
        return []
    if not all(part.strip() for part in parts):
        _wrong(path, entry.line, f"`{key}` has a comma too many")
    return [_Entry(part.strip(), entry.line) for part in parts]


def _parameter(path: Path, entry: _Entry) -> Parameter:
    declaration, equals, literal = entry.value.partition("=")
    column = _column(path, _Entry(declaration.strip(), entry.line))
    if not equals:
        return Parameter(column.name, column.type)
    if _FILE.fullmatch(literal.strip()):
        return _parameter_of_file(path, entry, column, literal.strip())
    try:
        default = column.type.accept(json.loads(literal))
    except ValueError:
        _wrong(path, entry.line, f"the default of {column.name!r}, {literal.strip()}, is not a JSON value")
    except ParameterError as error:
        _wrong(path, entry.line, f"the default of {column.name!r}: {error}")
    return Parameter(column.name, column.type, required=False, default=default)


def _parameter_of_file(path: Path, entry: _Entry, column: Column, file: str) -> Parameter:
    if column.type.name != "map":
        _wrong(path, entry.line, f"the default of {column.name!r} is the file {file}, and only a map may stand in a file")
    try:
        default = json.loads((path.parent / file).read_text(encoding="utf-8"))
    except OSError as error:
        _wrong(path, entry.line, f"the default of {column.name!r}, {file}, cannot be read: {error.strerror or error}")
    except ValueError as error:
        _wrong(path, entry.line, f"the default of {column.name!r}, {file}, is not JSON: {error}")
    if not isinstance(default, dict):
        _wrong(path, entry.line, f"the default of {column.name!r}, {file}, is not a JSON object")
    return Parameter(column.name, column.type, required=False, default=default, default_file=file)


def _column(path: Path, entry: _Entry) -> Column:
    name, _, type_name = (part.strip() for part in entry.value.partition(":"))
    if not _NAME.fullmatch(name):
        _wrong(path, entry.line, f"{entry.value!r} is not a declaration; write `name: type`, the name in lower case")
    try:
        return Column(name, parse_type(type_name))
    except ValueError as error:
        _wrong(path, entry.line, f"{name}: {error}")


def _check_repeated(path: Path, entry: _Entry | None, names: list[str]) -> None:
    for name in names:
        if entry and names.count(name) > 1:
            _wrong(path, entry.line, f"{name!r} is declared twice")


def _check_statement(path: Path, text: str, declared: set[str]) -> None:
    used: dict[str, int] = {}
    for match in _TOKEN.finditer(text):
        if match["parameter"]:
            used.setdefault(match["parameter"], text.count("\n", 0, match.start()) + 1)
    for name, line in used.items():
        if name not in declared:
            _wrong(path, line, f"${name} is used but not declared under `// params:`")
    for name in sorted(declared - used.keys()):
        _wrong(path, 1, f"the parameter {name!r} is declared but ${name} is not used")
    code = _TOKEN.sub(lambda match: "" if match[0].startswith(("//", "/*")) else "x", text).strip()
    if not code.endswith(";"):
        _wrong(path, text.count("\n"), "the statement does not end in `;`")
    if ";" in code[:-1]:
        _wrong(path, 1, "the file holds more than one statement")

"""What a user names (files, folders, archives, patterns, standard input) as the documents that are there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path

from graph.documents.folders import files_in
from graph.documents.hints import Hints
from graph.documents.named_columns import check_columns
from graph.documents.no_documents import why_no_document, without_company
from graph.errors import DocumentError
from graph.load.report import Note
from loaders import Source
from loaders.parsing.archives import contents

STANDARD_INPUT = "-"

Named = str | Path | Source


@dataclass(frozen=True)
class Found:
    """The documents that were named, and what lay beside them and is none, with the reason."""

    sources: list[Source] = field(default_factory=list)
    left_out: list[Note] = field(default_factory=list)

    def __iadd__(self, other: "Found") -> "Found":
        self.sources.extend(other.sources)
        self.left_out.extend(other.left_out)
        return self


def find(named: Named | Iterable[Named], hints: Hints | None = None) -> Found:
    """The documents behind paths, folders (all files in them), archives (likewise), glob patterns, "-" for standard input, and
    ready `Source`s.

    Folders and patterns come in alphabetical order, archives as they lie. Raises DocumentError where nothing is there,
    ParameterError where the columns that `hints` name are of none of them.
    """
    found = _every(named)
    if hints is not None and hints.encoding is not None:
        found.sources[:] = [source.in_encoding(hints.encoding) for source in found.sources]
    if hints is not None and hints.columns is not None:
        check_columns(hints.columns, found.sources)
    return found


def _every(named: Named | Iterable[Named]) -> Found:
    items = [named] if isinstance(named, str | Path | Source) else list(named)
    found = Found()
    missing: list[str] = []
    for item in items:
        try:
            found += _found(item)
        except DocumentError as error:
            missing.append(str(error))
    if missing:
        raise DocumentError("; ".join([*missing, *(f"{item}: there is no such file" for item in items if _is_missing(item))]))
    if not found.sources:
        raise DocumentError(
            "no documents were named; give files, folders, archives, patterns such as 'pages/*.txt', or - for standard input"
        )
    return found


def _found(item: Named) -> Found:
    if isinstance(item, Source):
        return _opened(item)
    if str(item) == STANDARD_INPUT:
        return _opened(Source.standard_input())
    if str(item) == "":
        raise DocumentError("a document with an empty name was given; name a file, a folder, a pattern or -")
    if "\0" in str(item):
        raise DocumentError(f"{str(item)!r} can be no document's name; name a file, a folder, a pattern or -")
    if Path(item).is_dir():
        return _in_folder(Path(item))
    if Path(item).exists() or not has_magic(str(item)):
        return _opened(_source_at(Path(item), str(item)))
    return _matching(str(item))


def _in_folder(folder: Path) -> Found:
    files, left_out = files_in(folder)
    found = Found([], left_out)
    for file in files:
        found += _opened(file)
    documents, company = without_company(found.sources)
    found = Found(documents, found.left_out + company)
    if not documents:
        beside = f" but {found.left_out[0].where} ({found.left_out[0].reason})" if found.left_out else ""
        raise DocumentError(f"{folder}: the folder holds no files{beside}")
    return found


def _matching(pattern: str) -> Found:
    """What a pattern names; a folder among it stands for all that it holds, as where a shell writes the pattern out."""
    matches = sorted(map(Path, glob(pattern, recursive=True)))  # noqa: PTH207 - absolute too
    files = [path for path in matches if path.is_file()]
    folders = [path for path in matches if path.is_dir()] if "**" not in pattern else []
    if not files and not folders:
        raise DocumentError(f"{pattern}: no file matches this pattern")
    found = Found()
    for path in sorted([*files, *folders]):
        found += _in_folder(path) if path in folders else _opened(Source.at(path))
    return found


def _source_at(path: Path, location: str) -> Source:
    """The file; what can be read only once, as a pipe that a shell makes, is read now."""
    if path.is_fifo() or path.is_char_device():
        return Source.of(path.read_bytes(), location)
    return Source.at(location)


def _opened(source: Source) -> Found:
    """The documents that an archive holds, without the rubbish that programs add; any other document by itself."""
    try:
        held = contents(source)
    except OSError:
        held = None  # whoever reads it is told
    if held is None:
        return Found([source])
    found = Found([], [Note(remark.where, remark.reason) for remark in held.left_out])
    prefix = len(source.location) + 1
    for inner in held.sources:
        reason = why_no_document(inner.location[prefix:].split("/"))
        if reason:
            found.left_out.append(Note(inner.location, reason))
        else:
            found.sources.append(inner)
    documents, company = without_company(found.sources)
    if not documents:
        documents = [Source.unreadable(source.location, "the archive holds no documents")]
    return Found(documents, found.left_out + company)


def _is_missing(item: Named) -> bool:
    if isinstance(item, Source) or str(item) in ("", STANDARD_INPUT) or has_magic(str(item)):
        return False
    return not Path(item).exists()

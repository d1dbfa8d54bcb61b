"""What lies among documents and is none: hidden files, what systems and programs leave behind, lists of what is there."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import loaders
from graph.load.report import Note
from loaders import Source
from loaders.counted import counted

_RUBBISH: tuple[tuple[str, str], ...] = (
    (r"__MACOSX|\._.*|\.DS_Store|Icon\r", "what macOS adds to folders and archives"),
    (r"\..+", "hidden"),
    (r"Thumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information|@eaDir|lost\+found", "what a system adds to folders"),
    (r"~\$.*", "left by a program that has the document open"),
    (r".*~|#.*#", "an editor's copy of an older state"),
    (
        r"_SUCCESS|_(?:committed|started|temporary|delta_log)(?:_.*)?|_(?:common_)?metadata|.*_\$folder\$|.*\.crc",
        "a mark of the program that wrote the folder",
    ),
)  # fmt: skip
_NAMED = 3
_MANIFEST = re.compile(r"manifest(?:\.json)?", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|changelog|release[ _-]?notes)(?:\.\w+)?"
    r"|.*\.(?:md5|sha1|sha256|sha512|asc|sig)|(?:md5|sha1|sha256|sha512)?sums?(?:\.txt)?|checksums?(?:\.\w+)?",
    re.IGNORECASE,
)
_NOT_KEPT = re.compile(
    r"(?:^|/)(publishers|funders|awards|keywords|domains|fields|subfields|continents|countries|languages|licenses|sdgs"
    r"|source-types|work-types|institution-types)/(?:updated_date=[^/]*/[^/]+|part_\d+(?:\.[a-z]+)*|manifest)$"
    r"|(?:^|/)(merged_ids/(?!authors/|works/)[^/]+)/[^/]+$"
)
"""Parts of an OpenAlex snapshot: https://docs.openalex.org/download-all-data/snapshot-data-format."""


def why_no_document(parts: Sequence[str], *, is_folder: bool = False) -> str | None:
    """Why what is called so, with the names of its folders before its own, is no document; None where it may be one."""
    for part in parts:
        for pattern, reason in _RUBBISH:
            if part not in (".", "..") and re.fullmatch(pattern, part, re.IGNORECASE | re.DOTALL):
                return f"{reason}, with all that it holds" if is_folder else reason
    return None


def without_company(sources: Iterable[Source]) -> tuple[list[Source], list[Note]]:
    """The documents, and what only goes with them: manifests, which are compared with what is there; texts about the data and
    checksums, unless they are of some format; parts of an OpenAlex snapshot of which the graph keeps nothing."""
    given = list(sources)
    documents: list[Source] = []
    left_out: list[Note] = []
    for source in given:
        reason = _why_company(source, given)
        if reason:
            left_out.append(Note(source.location, reason))
        else:
            documents.append(source)
    return documents, left_out


def _why_company(source: Source, given: Sequence[Source]) -> str | None:
    location = source.location.replace("\\", "/")
    name = location.rsplit("/", 1)[-1]
    if not_kept := _NOT_KEPT.search(location):
        return f"OpenAlex's {(not_kept[1] or not_kept[2]).replace('/', ' of ')}, of which the graph keeps nothing"
    try:
        if _MANIFEST.fullmatch(name) and (listed := _listed_in(source)):
            return _of_manifest(listed, location, given)
        if _COMPANY.fullmatch(name) and not loaders.fitting(source):
            return "a text about the data, of no format"
    except (OSError, loaders.NotTextError):
        pass  # whoever reads it is told
    return None


def _listed_in(source: Source) -> list[str]:
    """The addresses of the files that a manifest lists; none where it is none."""
    if not source.head().lstrip().startswith("{"):
        return []
    try:
        held = json.loads(source.text())
    except ValueError:
        return []
    entries = held.get("entries") if isinstance(held, dict) else None
    urls = [entry.get("url") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return [url for url in urls if isinstance(url, str) and url]


def _of_manifest(listed: Sequence[str], location: str, given: Sequence[Source]) -> str:
    """What a manifest is worth: whether all that it lists is there. Its addresses begin where the data were fetched from."""
    folder = location.rpartition("/")[0]
    there = {source.location.replace("\\", "/").removeprefix(folder + "/") for source in given}
    missing = [url for url in listed if there.isdisjoint(_ends(url))]
    all_of_it = counted(len(listed), "file")
    if not missing:
        return f"a manifest; {all_of_it} that it lists {'is' if len(listed) == 1 else 'are'} there"
    few = ", ".join("/".join(url.split("/")[-2:]) for url in missing[:_NAMED]) + (" …" if len(missing) > _NAMED else "")
    lacking = f"{len(missing)} {'is' if len(missing) == 1 else 'are'} not there"
    return f"a manifest; of {all_of_it} that it lists {lacking}: {few}"


def _ends(url: str) -> Iterator[str]:
    parts = url.split("/")
    return ("/".join(parts[start:]) for start in range(len(parts)))

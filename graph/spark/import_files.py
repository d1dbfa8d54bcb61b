"""The files for any server's importer, in a folder, with the command that imports them."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from graph.bulk.mapping import Given
from graph.bulk.tables import FOLDER, TABLES
from graph.documents import Hints, Named, document_of, size_of, sources
from graph.errors import InputError
from graph.load.progress import LoadProgress, Telling
from graph.load.report import LoadReport
from graph.load.steps import BULK_STAGES, PLANNING, READING, START
from graph.server.importer import OPTIONS
from graph.server.memory_watch import MemoryWatch
from graph.spark.document_files import write_documents

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SCRIPT = "import.sh"
REPORT = "report.json"
UNFINISHED = "unfinished"
"""Lies in a folder as long as something is missing there."""

_SCRIPT = """\
#!/bin/sh
# Makes a database of the files beside this script: `sh {script} [DATABASE]` on a server's machine, while the database is not
# there or empty and the server is stopped; NEO4J_ADMIN names the program where it is not on the path. Afterwards, with the server
# up and NEO4J_URI set, `scholargraph compare-names` makes the indexes and does what a load does at its end.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
case $here in *,*) echo "the importer takes no path with a comma: move $here" >&2; exit 1 ;; esac
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{1:-neo4j}}" {options}
"""


def write_import_files(
    spark: SparkSession,
    documents: Named | Iterable[Named],
    folder: str | Path,
    hints: Hints | None = None,
    progress: Callable[[LoadProgress], None] | None = None,
) -> LoadReport:
    """Write what a first load of these documents makes of them into a new or empty folder, as Parquet files for `neo4j-admin
    database import`, with the command (`import.sh`) and the report (`report.json`).

    The folder and the documents must have the same paths on all machines of the cluster. What was begun there and broken off is
    begun anew. Raises InputError where the folder holds anything else, DocumentError where nothing is there or the only document
    cannot be read.
    """
    from graph.spark.loading import SparkLoading

    given = given_documents(documents, hints or Hints())
    memory = MemoryWatch(None)
    telling = Telling(len(given), progress, memory.latest)
    steps = telling.steps
    steps.go_by(BULK_STAGES[:2])
    place = Path(folder).expanduser().absolute()
    with _new_folder(place), memory.during(lambda: steps.step):
        loading = SparkLoading(spark, given, place, steps, telling)
        nodes, relationships = loading.prepare()
        cards = write_documents(place / FOLDER, loading.documents)
        (place / TABLES).unlink()
        loading.drop_work()
        (place / SCRIPT).write_text(command({**nodes, **cards}, relationships), encoding="utf-8")
        report = loading.report
        seconds = steps.seconds()
        report.memory_by_step = memory.peaks
        report.seconds_by_step = {step: seconds[step] for step in (START, READING, PLANNING)}
        (place / REPORT).write_bytes(msgspec.json.format(msgspec.json.encode(report.to_dict())))
    return report


def given_documents(documents: Named | Iterable[Named], hints: Hints) -> list[Given]:
    """What was named, ready to be read by any machine."""
    return [Given(source.location, size_of(source), partial(document_of, source, hints)) for source in sources(documents)]


def command(nodes: Mapping[str, Sequence[Path]], relationships: Mapping[str, Sequence[Path]]) -> str:
    """The script that imports files of a folder, wherever the folder is moved to.

    The importer of both lines takes the name of a file for a regular expression. Files are named by their table and a number, so
    one expression stands for all of a table.
    """
    options = [*OPTIONS]
    for option, files in (("--nodes", nodes), ("--relationships", relationships)):
        for name, paths in sorted(files.items()):
            label = name.partition(":")[0]
            options += [f"{option}={label}={_PLACE}{pattern}" for pattern in _patterns(paths)]
    quoted = " ".join("\\\n  " + shlex.quote(option).replace(_PLACE, "'\"$here\"'") for option in options)
    return _SCRIPT.format(script=SCRIPT, options=quoted)


_PLACE = "\0"


def _patterns(paths: Iterable[Path]) -> list[str]:
    """One for each table among the files, columns being those of a table."""
    return [f"/{FOLDER}/{table}-[-0-9]+[.]parquet" for table in sorted({_table_of(path) for path in paths})]


def _table_of(path: Path) -> str:
    return path.stem.rstrip("0123456789").rstrip("-")


@contextmanager
def _new_folder(place: Path) -> Iterator[None]:
    """A folder that is new, or empty, or holds what was begun here; emptied again where anything goes wrong."""
    is_begun = (place / UNFINISHED).exists()
    if place.exists() and not is_begun and (not place.is_dir() or any(place.iterdir())):
        raise InputError(f"{place} is there already and is not an empty folder; name another one")
    place.mkdir(parents=True, exist_ok=True)
    if is_begun:
        _empty(place)
    (place / UNFINISHED).touch()
    try:
        yield
    except BaseException:
        _empty(place)
        raise
    finally:
        (place / UNFINISHED).unlink(missing_ok=True)


def _empty(place: Path) -> None:
    for path in place.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != UNFINISHED:
            path.unlink()

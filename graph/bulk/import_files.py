"""The files for any server's importer, in a folder, with the command that imports them."""

import shlex
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from graph.bulk.deriving import derive
from graph.bulk.document_files import write_documents
from graph.bulk.loading import BulkLoading, Files, Made
from graph.bulk.mapping import given_of
from graph.bulk.row_files import table_of
from graph.bulk.tables import FOLDER, TABLES
from graph.bulk.workers import Workers, processors
from graph.documents import Found, Hints, Named, find
from graph.errors import InputError
from graph.load.progress import LoadProgress, Telling
from graph.load.report import LoadReport
from graph.load.steps import BULK_STAGES, PLANNING, READING, START, TOPICS
from graph.server.importer import OPTIONS
from graph.server.memory_watch import MemoryWatch

SCRIPT = "import.sh"
REPORT = "report.json"
UNFINISHED = "unfinished"
"""A folder in the folder, as long as something is missing there."""

_SCRIPT = """\
#!/bin/sh
# Makes a database of the files beside this script: `sh {script} [DATABASE]` on a server's machine, while the database is not
# there or empty and the server is stopped; NEO4J_ADMIN names the program where it is not on the path. Afterwards, with the server
# up and NEO4J_URI set, `scholargraph compare-names` makes the indexes and does what a load does at its end.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
case $here in *,*) echo "the importer takes no path with a comma: move $here" >&2; exit 1 ;; esac
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{1:-neo4j}}" {options}
"""


Make = Callable[[Path, Telling], tuple[Made, Files, Files]]
"""Makes the files of nodes and of relationships in a folder."""


def write_import_files(
    documents: Named | Iterable[Named],
    folder: str | Path,
    hints: Hints | None = None,
    progress: Callable[[LoadProgress], None] | None = None,
) -> LoadReport:
    """Write what a first load of these documents makes of them into a new or empty folder, as Parquet files for `neo4j-admin
    database import`, with the command (`import.sh`) and the report (`report.json`), by all processors of this machine.

    What was begun there and broken off is begun anew. Raises InputError where the folder holds anything else, DocumentError where
    nothing is there or the only document cannot be read.
    """
    found = find(documents, hints)
    given = given_of(found.sources, hints or Hints())

    def make(place: Path, telling: Telling) -> tuple[Made, Files, Files]:
        loading = BulkLoading(given, place, telling.steps, telling)
        with Workers(processors(), place) as workers:
            return loading, *loading.prepare(workers)

    return write_files(found, folder, progress, make)


def write_files(found: Found, folder: str | Path, progress: Callable[[LoadProgress], None] | None, make: Make) -> LoadReport:
    """Write the files that `make` makes of these documents into a new or empty folder, with the command and the report."""
    memory = MemoryWatch(None)
    telling = Telling(len(found.sources), progress, memory.latest)
    steps = telling.steps
    steps.go_by(BULK_STAGES[:3])
    place = Path(folder).expanduser().absolute()
    with _new_folder(place), memory.during(lambda: steps.step):
        made, nodes, relationships = make(place, telling)
        nodes, relationships, of_graph = derive(place, nodes, relationships, steps)
        cards = write_documents(place / FOLDER, made.documents, of_graph)
        made.drop_work()
        (place / TABLES).unlink(missing_ok=True)
        (place / SCRIPT).write_text(command({**nodes, **cards}, relationships), encoding="utf-8")
        report, seconds = made.report, steps.seconds()
        report.left_out = found.left_out
        report.memory_by_step = memory.peaks
        report.seconds_by_step = {step: seconds[step] for step in (START, READING, PLANNING, TOPICS)}
        (place / REPORT).write_bytes(msgspec.json.format(msgspec.json.encode(report.to_dict())))
    return report


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
    return [f"/{FOLDER}/{table}-[-0-9]+[.]parquet" for table in sorted({table_of(path) for path in paths})]


@contextmanager
def _new_folder(place: Path) -> Iterator[None]:
    """A folder that is new, or empty, or holds what was begun here; emptied again where anything goes wrong."""
    is_begun = (place / UNFINISHED).exists()
    if place.exists() and not is_begun and (not place.is_dir() or any(place.iterdir())):
        raise InputError(f"{place} is there already and is not an empty folder; name another one")
    place.mkdir(parents=True, exist_ok=True)
    if is_begun:
        _empty(place)
    (place / UNFINISHED).mkdir(exist_ok=True)
    try:
        yield
    except BaseException:
        _empty(place)
        raise
    finally:
        (place / UNFINISHED).rmdir()


def _empty(place: Path) -> None:
    for path in place.iterdir():
        if not path.is_dir():
            path.unlink()
        elif path.name != UNFINISHED:
            shutil.rmtree(path, ignore_errors=True)

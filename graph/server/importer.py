"""The server's offline importer: Parquet files as a new database, in a home of its own beside the graph's.

It is `neo4j-admin database import full` of the same jars (https://neo4j.com/docs/operations-manual/current/import/), which writes
the store itself: no server runs on it meanwhile.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StartError
from graph.server.configuration import OPENED_PACKAGES, argument_file, configuration_text
from graph.server.distribution import Distribution
from graph.server.private import private_folder, write_private
from graph.server.process import asked_options, start_java, stop_java

DATABASE = "neo4j"
MAIN_CLASS = "org.neo4j.cli.AdminTool"
OPTIONS = ("--input-type=parquet", "--id-type=string", "--bad-tolerance=0")
"""What the files of rows ask for."""
SETTINGS = {"db.tx_log.preallocate": "false", "dbms.usage_report.enabled": "false"}
STOP_SECONDS = 5

Files = Mapping[str, Sequence[Path]]
"""The Parquet files of each label or relationship type."""


def import_database(distribution: Distribution, heap: str, home: Path, nodes: Files, relationships: Files) -> None:
    """Make a database of these files in `home`/data. Raises StartError with the end of what the importer wrote."""
    for name in ("conf", "data", "logs", "run", "plugins", "import"):
        private_folder(home / name)
    write_private(home / "conf" / "neo4j.conf", configuration_text(SETTINGS))
    log = home / "logs" / "console.log"
    with _plain_paths(home, nodes, relationships) as (plain_nodes, plain_relationships):
        arguments = home / "run" / "importer.arguments"
        write_private(arguments, argument_file(_arguments(distribution, heap, plain_nodes, plain_relationships)))
        variables = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        process = start_java(distribution.java, asked_options(), arguments, home, log, variables)
        try:
            code = process.wait()
        finally:
            if process.poll() is None:
                stop_java(process, STOP_SECONDS)
    if code:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise StartError(
            f"Neo4j's importer ended with code {code}. The graph is as it was. Free memory or disk space and try again, or load "
            "with --no-bulk (bulk=False).",
            tail,
        )


def _arguments(distribution: Distribution, heap: str, nodes: Files, relationships: Files) -> list[str]:
    # 5.26 knows no styles of patterns: it takes the name of a file as a regular expression, which ours match themselves.
    style = [] if distribution.line == "5.26" else ["--path-pattern-style=none"]
    return [
        f"-Xmx{heap}",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8",
        "-cp",
        os.pathsep.join(str(jar) for jar in distribution.jars),
        MAIN_CLASS,
        *("database", "import", "full", DATABASE, *OPTIONS, *style),
        *(f"--nodes={label}={_list(files)}" for label, files in nodes.items() if files),
        *(f"--relationships={kind}={_list(files)}" for kind, files in relationships.items() if files),
    ]


def _list(files: Sequence[Path]) -> str:
    return ",".join(map(str, files))


@contextmanager
def _plain_paths(home: Path, nodes: Files, relationships: Files) -> Iterator[tuple[Files, Files]]:
    """The same files by paths without a comma, at which the importer divides its lists."""
    if "," not in str(home):
        yield nodes, relationships
        return
    with tempfile.TemporaryDirectory(prefix="scholargraph-") as place:
        link = Path(place) / "rows"
        some = next(file for files in (*nodes.values(), *relationships.values()) for file in files)
        link.symlink_to(some.parent, target_is_directory=True)
        yield (
            {name: [link / file.name for file in files] for name, files in nodes.items()},
            {name: [link / file.name for file in files] for name, files in relationships.items()},
        )

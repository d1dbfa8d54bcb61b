"""Files for a server's importer, imported by the command that lies with them."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from graph import ScholarGraph, server
from graph.bulk.import_files import SCRIPT
from graph.load.report import LoadReport
from graph.server.configuration import OPENED_PACKAGES
from graph.server.distribution import fetch
from graph.server.importer import MAIN_CLASS
from tests.integration.outcomes import Outcome, outcome


def assert_files_make_the_graph(place: Path, report: LoadReport, pages: Path, whole: Outcome, line: str, home: Path) -> None:
    """Files in a folder, imported on a server of a line, make the `whole` that loading their documents in batches makes."""
    import_into(home / "neo4j", place, line)
    try:
        with opened(home, line) as graph:
            assert graph.compare_names() > 0
            assert graph.compare_names() == 0
            made = outcome(graph, report)
            told = sum(report.totals[name] for name in ("new", "joined", "unchanged"))
            assert graph.load(pages).totals["unchanged"] == told
        assert whole.differences(made) == []
        assert whole.documents == made.documents
    finally:
        server.stop(home, force=True)


def opened(folder: Path, line: str) -> ScholarGraph:
    """A graph of its own."""
    return ScholarGraph.open(folder, line=line, heap="512m", page_cache="64m", idle_minutes=1)


def import_into(home: Path, files: Path, line: str) -> None:
    """Run the command that lies with the files, with this line's own program in place of `neo4j-admin`."""
    (home / "conf").mkdir(parents=True)
    distribution = fetch(line)
    admin = home / "admin"
    jars = os.pathsep.join(map(str, distribution.jars))
    opens = " ".join(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES)
    admin.write_text(f'#!/bin/sh\nexec "{distribution.java}" -Xmx1g {opens} -cp "{jars}" {MAIN_CLASS} "$@"\n')
    admin.chmod(0o700)
    variables: Mapping[str, str] = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "NEO4J_ADMIN": str(admin)}
    done = subprocess.run(["sh", str(files / SCRIPT)], env={**os.environ, **variables}, capture_output=True, text=True, cwd=home)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    admin.unlink()

"""The `scholargraph` command, called where the tests run.

Most calls are made in the tests' own process, through the same entry point: a process of its own takes a second to import what
this one has imported. What is about the process (its start, its end, what it imports) is called in one.
"""

import os
import subprocess
import sys
from unittest import mock

from typer.testing import CliRunner

from graph.cli.main import run

Done = subprocess.CompletedProcess[str]
PROGRAM = "from graph.cli.main import run; run()"
PATIENCE = 300
"""Seconds after which a process is taken to hang."""


def call(*arguments: str, stdin: str = "", **environment: str) -> Done:
    """Call the command in this process; an exception that would end in a traceback is raised as it is."""
    with (
        CliRunner().isolation(stdin, environment) as (out, err, _),
        mock.patch.object(sys, "argv", ["scholargraph", *arguments]),
    ):
        try:
            run()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(arguments, code, out.getvalue().decode(), err.getvalue().decode())


def call_process(*arguments: str, stdin: str = "", **environment: str) -> Done:
    """Call the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={**os.environ, **environment},
    )

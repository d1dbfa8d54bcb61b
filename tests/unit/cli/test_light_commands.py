"""What a command imports: one that asks a question, or about the server, waits for nothing that it does not use."""

import json
import subprocess
import sys

HEAVY = ("pandas", "numpy", "pyarrow", "neomodel", "lxml", "bibtexparser", "requests", "jgo", "ftfy")
TELL = f"""
import json, sys
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""
GRAPHLESS = (
    ("--help",),
    ("queries",),
    ("status", "--graph", "nowhere"),
    ("stop", "--graph", "nowhere"),
    ("--graph", "nowhere", "status"),
)


def imported_by(program: str) -> list[str]:
    """Which of the heavy libraries a program has imported at its end, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", program + TELL], capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def called(arguments: tuple[str, ...]) -> str:
    """A program that runs one command, whatever its exit code."""
    lines = (
        "import sys",
        "from graph.cli.main import run",
        f"sys.argv = ['scholargraph', *{arguments!r}]",
        "try: run()",
        "except SystemExit: pass",
    )
    return "\n".join(lines)


def test_commands_without_a_graph_import_nothing_heavy() -> None:
    """One after another in one process: what the first had imported, the last would have too."""
    assert imported_by("\n".join(map(called, GRAPHLESS))) == []


def test_the_facade_imports_nothing_heavy_but_what_the_driver_itself_does() -> None:
    assert set(imported_by("import graph.facade")) <= {"pandas", "numpy", "pyarrow"}


def test_the_process_that_keeps_a_server_up_imports_nothing_heavy() -> None:
    assert imported_by("import sys\nimport graph.server.supervisor\nassert 'neo4j' not in sys.modules") == []


def test_pandas_can_be_imported_after_the_command_line_was() -> None:
    assert imported_by("import graph.cli.main, pandas, pyarrow\npandas.DataFrame({'a': [1]})") == ["pandas", "numpy", "pyarrow"]

"""What a command imports: one that asks a question, or about the server, waits for nothing that it does not use."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import graph.cli
from graph.cli.main import application
from graph.cli.modules import COMMANDS, modules_for

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


def test_a_command_imports_the_module_of_no_other_one() -> None:
    program = called(("--graph", "nowhere", "close_collaborators", "Ann Lee")) + "\nimport sys\n"
    tell = "import json; print(json.dumps([name for name in sys.modules if name in MODULES]))"
    modules = [f"graph.cli.{module}" for module in COMMANDS]
    done = subprocess.run(
        [sys.executable, "-c", f"MODULES = {modules!r}\n{program}{tell}"], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == ["graph.cli.answers"]


@pytest.mark.parametrize("module", COMMANDS)
def test_the_list_has_every_command_of_a_module(module: str) -> None:
    app = application([module])
    named = [info.name or getattr(info.callback, "__name__", "").replace("_", "-") for info in app.registered_commands]
    assert COMMANDS[module] == (*named, *(group.name for group in app.registered_groups))


@pytest.mark.parametrize(
    ("words", "modules"),
    [
        (["status"], ("local",)),
        (["-g", "status", "topic_counts", "status"], ("topics",)),
        (["--graph=status", "-gstop", "decisions", "list"], ("deciding",)),
        (["export", "--help"], ("import_files",)),
        (["--help"], tuple(COMMANDS)),
        (["--version", "status"], tuple(COMMANDS)),
        (["statsu"], tuple(COMMANDS)),
        (["--graph"], tuple(COMMANDS)),
        ([], tuple(COMMANDS)),
    ],
)
def test_the_words_of_a_command_line_tell_its_module(words: list[str], modules: tuple[str, ...]) -> None:
    assert modules_for(words) == modules


def test_every_module_with_commands_is_in_the_list() -> None:
    folder = Path(graph.cli.__file__).parent
    assert {file.stem for file in folder.glob("*.py") if "\ndef register(" in file.read_text(encoding="utf-8")} == set(COMMANDS)

"""The reference of the command line says what the command says."""

import re
import shlex
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from graph.cli.examples import EXAMPLES
from graph.cli.main import app
from graph.cli.reference import reference
from tests.unit.markdown_pages import ROOT

PAGE = ROOT / "graph" / "cli" / "README.md"


def test_the_reference_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run `python -m graph.cli.reference`"


def section(command: str) -> str:
    """What the reference says of one command, with the options that it shares with most."""
    text = PAGE.read_text(encoding="utf-8")
    return re.search(rf"^### {command}$.*?(?=^### |\Z)", text, re.MULTILINE | re.DOTALL)[0]  # type: ignore[index]


@pytest.mark.parametrize("command", re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
def test_every_option_that_help_shows_is_in_the_reference(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "400"}, color=False).output
    options = {*re.findall(r"(?<!\S)--[a-z][a-z-]*", shown.partition("Options")[2])} - {"--help"}
    assert options
    assert {option for option in options if option not in section(command)} == set()


def test_every_command_that_help_lists_is_in_the_reference() -> None:
    shown = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "400"}, color=False).output
    listed = re.findall(r"^│ ([a-z]+(?:-[a-z]+)*)  ", shown.partition("Commands")[2], re.MULTILINE)
    assert len(listed) > 30
    assert [
        command for command in listed if not re.search(rf"^### {command}\b", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []


def test_it_tells_what_is_required_what_is_the_default_and_what_may_be_given() -> None:
    assert "| `DOCUMENT…` | required | Files, folders, archives, patterns, or - for standard input. |" in section("load")
    assert "| `--origin <given\\|derived\\|both>` | `both` |" in section("topic-counts")
    assert "`scholargraph query NAME [KEY=VALUE…]`" in section("query")
    assert "(env var: NEO4J_TO_USERNAME)" in section("copy")


@pytest.mark.parametrize("command", re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
def test_the_help_of_every_command_ends_with_an_example_that_it_takes(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "400"}, color=False).output
    assert EXAMPLES[command]
    for line in EXAMPLES[command]:
        assert line in shown.rpartition("Example")[2]
        program, *words = shlex.split(line)
        assert program == "scholargraph"
        assert words[: len(command.split())] == command.split()
        found: Any = get_command(app)
        context = found.make_context(program, words)
        while hasattr(found, "commands"):
            name, found, words = found.resolve_command(context, [*context._protected_args, *context.args])
            context = found.make_context(name, words, parent=context)


def test_no_example_is_of_a_command_that_is_gone() -> None:
    assert EXAMPLES.keys() == {*re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)}

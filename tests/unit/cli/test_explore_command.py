"""What `explore` and `report` say where they cannot do what was asked; without a graph and without a server."""

import sys
from pathlib import Path
from unittest import mock

import pytest

from graph.errors import PagesUnavailableError
from graph.explore import needed
from tests.commands import call, call_process


def test_an_author_goes_with_an_export_only(tmp_path: Path) -> None:
    done = call("explore", "--author", "Soham De", "--graph", str(tmp_path))
    assert (done.returncode, "goes with --export FOLDER only" in done.stderr) == (2, True)


def test_a_report_needs_a_file(tmp_path: Path) -> None:
    assert call("report", "Soham De", "--graph", str(tmp_path)).returncode == 2


@pytest.mark.parametrize("arguments", [("explore",), ("report", "Soham De", "--output", "x.html")])
def test_without_a_graph_the_error_says_what_makes_one(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = call(*arguments, "--graph", str(tmp_path / "nowhere"))
    assert (done.returncode, "There is no graph in" in done.stderr) == (3, True)
    assert not (tmp_path / "nowhere").exists()


def test_what_is_not_installed_is_named_with_what_installs_it() -> None:
    with (
        mock.patch.object(needed, "find_spec", lambda name: None if name in ("jinja2", "uvicorn") else object()),
        pytest.raises(PagesUnavailableError, match=r"\(jinja2, uvicorn\): pip install 'scholargraph\[explore\]'"),
    ):
        needed.need_pages()


def test_other_commands_do_not_wait_for_what_makes_pages() -> None:
    done = call_process("--help")
    assert "explore" in done.stdout
    program = "import sys; from graph.cli.main import app; "
    program += "print([name for name in ('starlette', 'jinja2', 'uvicorn') if name in sys.modules])"
    from subprocess import run

    found = run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"

"""The `scholargraph` command."""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand, TyperGroup

from graph.cli import BEGAN
from graph.cli.examples import add_examples
from graph.cli.modules import COMMANDS, modules_for
from graph.cli.options import GraphOption
from graph.cli.output_file import Commands
from graph.cli.progress import error_console
from graph.errors import GraphUnavailableError, ParameterError, ScholarGraphError, UnknownQueryError

if TYPE_CHECKING:
    app: Commands

NAME = "scholargraph"
FAILED = 1
MISUSED = 2
UNAVAILABLE = 3
EXIT_CODES: dict[type[ScholarGraphError], int] = {
    UnknownQueryError: MISUSED,
    ParameterError: MISUSED,
    GraphUnavailableError: UNAVAILABLE,
}
"""Of errors that do not simply mean that something cannot be done."""


class _Commands(TyperGroup):
    """Takes the verbs as Python spells them too: close_collaborators for close-collaborators."""

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]
        return super().get_command(ctx, cmd_name.replace("_", "-"))  # type: ignore[return-value]


def _before_the_command(
    ctx: typer.Context,
    graph: GraphOption = None,  # the commands find it: see GraphOption
    version: bool = typer.Option(False, "--version", help="Print the version and exit."),
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("scholargraph"))
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        raise typer.BadParameter(f"{str(graph)!r} says where, but not what to do: name a command", param_hint="'--graph'")


def application(modules: Iterable[str] = COMMANDS) -> Commands:
    """The command line with the commands of these modules, by default with all."""
    made = Commands(
        name=NAME,
        cls=_Commands,
        help="A Neo4j graph of authors, papers, topics and venues: who works with whom, on what, and where identities are wrong.",
        epilog="Exit codes: 0 done; 1 cannot be done (or --strict found something); 2 wrong usage; 3 no graph can be reached.",
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback(invoke_without_command=True)(_before_the_command)
    for module in modules:
        import_module(f"graph.cli.{module}").register(made)
    add_examples(made)
    return made


def __getattr__(name: str) -> object:
    """Make `app`, the command line with all commands, when it is asked for: `run` needs but one."""
    if name == "app":
        return application()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def run() -> None:
    """Run the command line; users' mistakes end in one message on standard error and an exit code."""
    try:
        application(modules_for(sys.argv[1:]))(obj=BEGAN, prog_name=NAME)
    except ScholarGraphError as error:
        console = error_console()
        console.print("error: ", style="red", end="")
        console.print(str(error), soft_wrap=True)
        sys.exit(next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), FAILED))
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain about it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

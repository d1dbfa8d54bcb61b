"""The reference of the command line, made from the command itself. `python -m graph.cli.reference` writes graph/cli/README.md."""

import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import typer

from graph.cli.examples import EXAMPLES
from graph.cli.main import app

INTRODUCTION = """# The command line

Made from the command itself by `python -m graph.cli.reference`; a test keeps it current. `scholargraph COMMAND --help` says the
same in the terminal.

{about} {codes}

Verbs may be spelled as in Python (`close_collaborators`). `--graph` may stand before the command too, `--version` alone.
"""

_EXTRAS = re.compile(r"\s+\[([^\[\]]*)\]$")


class Parameter(NamedTuple):
    """An argument or an option as the command's help shows it. `default` is also "required"."""

    spelling: str
    is_option: bool
    about: str
    default: str


class Command(NamedTuple):
    """One command, with the names of its groups before its own."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]


def reference() -> str:
    """The whole reference as Markdown."""
    root: Any = typer.main.get_command(app)
    context = root.make_context(root.name, [], resilient_parsing=True)
    commands = list(_commands(root, context, ""))
    shared = _shared(commands)
    lines = [INTRODUCTION.format(about=root.help, codes=root.epilog)]
    lines += ["## Options that most commands take", "", *_table(shared)]
    lines += ["## Commands", "", "| command | what it does |", "|---|---|"]
    lines += [f"| [`{one.name}`](#{one.name.replace(' ', '-')}) | {_cell(one.about.partition(chr(10))[0])} |" for one in commands]
    lines += ["", *(line for one in commands for line in _section(one, shared))]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write graph/cli/README.md of the source tree."""
    target = Path(__file__).with_name("README.md")
    target.write_text(reference(), encoding="utf-8")
    print(f"wrote {target}")


def _commands(group: Any, context: Any, before: str) -> Iterator[Command]:
    for name, found in group.commands.items():
        below = found.make_context(name, [], parent=context, resilient_parsing=True)
        if hasattr(found, "commands"):
            yield from _commands(found, below, f"{before}{name} ")
        else:
            parameters = tuple(_parameter(one, below) for one in found.params if not one.hidden)
            yield Command(before + name, _unwrapped(found.help), parameters)


def _parameter(one: Any, context: Any) -> Parameter:
    spelling, about = one.get_help_record(context)
    default = []
    while extra := _EXTRAS.search(about):
        about = about[: extra.start()]
        for said in extra[1].split("; "):
            if said == "required" or said.startswith("default: "):
                default.append(said.removeprefix("default: "))
            else:
                about = f"{about} ({said})"
    is_option = one.param_type_name == "option"
    return Parameter(spelling if is_option else one.metavar or one.name.upper(), is_option, about, ", ".join(default))


def _unwrapped(text: str) -> str:
    """A docstring with a line for each paragraph."""
    return "\n".join(" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text).split("\n\n"))


def _shared(commands: list[Command]) -> list[Parameter]:
    counted = Counter(parameter for one in commands for parameter in one.parameters)
    return [parameter for parameter, times in counted.items() if times > len(commands) / 2]


def _section(one: Command, shared: list[Parameter]) -> Iterator[str]:
    arguments = "".join(f" {parameter.spelling}" for parameter in one.parameters if not parameter.is_option)
    yield f"### {one.name}"
    yield ""
    yield f"`scholargraph {one.name}{arguments}`"
    for paragraph in one.about.split("\n"):
        yield ""
        yield paragraph
    yield from ("", *(f"    {line}" for line in EXAMPLES.get(one.name, ())), "")
    if own := [parameter for parameter in one.parameters if parameter not in shared]:
        yield from _table(own)
    if common := [parameter for parameter in one.parameters if parameter in shared]:
        yield f"Also takes {', '.join(f'`{parameter.spelling}`' for parameter in common)}."
        yield ""


def _table(parameters: list[Parameter]) -> Iterator[str]:
    yield "| argument or option | default | says |"
    yield "|---|---|---|"
    for parameter in parameters:
        default = parameter.default if parameter.default in ("", "required") else f"`{_cell(parameter.default)}`"
        yield f"| `{_cell(parameter.spelling)}` | {default} | {_cell(parameter.about)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()

"""`--output FILE` for every command that prints for programs: the same bytes in a file, which is there whole or not at all."""

import inspect
import io
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from graph.cli.options import Format, OverwriteOption
from graph.files import refuse_replacing, write_whole

OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", show_default=False,
        help="Write to a file; its ending tells the format: .csv, .json, .jsonl, .parquet.",
    ),
]  # fmt: skip

_ENDINGS = {".csv": Format.csv, ".json": Format.json, ".jsonl": Format.jsonl, ".parquet": Format.parquet}
_ADDED = (
    inspect.Parameter("output", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=OutputOption),
    inspect.Parameter("overwrite", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=OverwriteOption),
)


class Commands(typer.Typer):
    """Gives the option to all its commands that print in formats and write no other file."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """As Typer's."""
        register = super().command(name, **settings)
        return lambda function: register(with_output_file(function))


def with_output_file(printing: Callable[..., object]) -> Callable[..., object]:
    """The command with `--output` and `--overwrite`; itself where it does not print in formats, or writes files anyway."""
    signature = inspect.signature(printing)
    if "form" not in signature.parameters or {"output", "overwrite"} & signature.parameters.keys():
        return printing

    @wraps(printing)
    def called(*, output: Path | None = None, overwrite: bool = False, **given: Any) -> None:
        if output is None:
            printing(**given)
            return
        if not overwrite:
            refuse_replacing(output)  # before a question is asked that may take long
        if given["form"] is Format.table:
            given["form"] = _ENDINGS.get(output.suffix.casefold(), Format.table)
        content, ended = _printed(printing, given)
        write_whole(output, content, overwrite=overwrite)
        if ended:
            raise ended

    called.__signature__ = signature.replace(parameters=[*signature.parameters.values(), *_ADDED])  # type: ignore[attr-defined]
    called.__annotations__ = {**printing.__annotations__, "output": OutputOption, "overwrite": OverwriteOption}
    return called


def _printed(printing: Callable[..., object], given: dict[str, object]) -> tuple[bytes, typer.Exit | None]:
    """What a command prints, and how it ends where its exit code is a result as well."""
    content = io.BytesIO()
    printed = io.TextIOWrapper(content, encoding="utf-8", newline="", write_through=True)
    ended = None
    with redirect_stdout(printed):
        try:
            printing(**given)
        except typer.Exit as end:
            ended = end
    printed.detach()
    return content.getvalue(), ended

"""Commands about the weights of identity evidence: learning them from the graph, and whether their probabilities hold."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, opened
from graph.cli.output import console, print_answer, print_record, print_rows
from graph.cli.progress import error_console, working
from graph.errors import ParameterError
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.identity.learning.learning import Learned

MOVED = ("name_a", "name_b", "before", "after")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (learn, calibration):
        app.command()(command)


def learn(
    keep: Annotated[bool, typer.Option("--keep", help="Have the graph go by what was learned.")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Have it go by the shipped weights again; nothing is learned.")
    ] = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Learn from this graph's rare names what evidence is worth in its field, and say what would change; --keep goes by it.

    The weights that scholargraph brings were learned on papers of computational linguistics. No labels are needed; decisions and
    ORCIDs in the graph serve as checks. Without --keep nothing is written.
    """
    if keep and forget:
        raise ParameterError("--keep and --forget exclude each other")
    with opened(graph) as opened_graph:
        if forget:
            _forgotten(opened_graph.forget_learned(), form)
            return
        with working("learning from the graph's rare names"):
            learned = opened_graph.learn(keep=keep)
    if form is Format.table:
        _print(learned)
    else:
        print_record(learned.to_dict(), form)


def calibration(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    """Whether probabilities hold: those of pairs that people decided, or of which ORCIDs tell, against what is so."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.calibration()
    print_answer(found, form, limit=0, empty="nothing is known yet: no candidate was decided, and no two names share an ORCID")


def _forgotten(had: bool, form: Format) -> None:
    if form is not Format.table:
        print_record({"forgotten": had}, form)
    else:
        console().print("the shipped weights hold again" if had else "nothing to forget: the shipped weights are in use")


def _print(learned: "Learned") -> None:
    out = console()
    out.print(
        f"Version {learned.version!r}, from {counted(learned.pairs, 'pair')} of sets of papers under "
        f"{counted(learned.names, 'rare name')}; in use so far: {learned.in_use!r}.",
        soft_wrap=True,
    )
    out.print(
        f"Log loss of these pairs: {learned.loss_shipped:.4f} by the shipped tables, {learned.loss:.4f} by tables from the other "
        f"half of the names. The weights of both halves differ by {learned.spread:.2f} on the mean.",
        soft_wrap=True,
    )
    if not learned.is_better:
        out.print("So they tell this graph's papers apart no better than the shipped ones do.")
    if learned.shift:
        out.print(f"By {counted(learned.decided, 'decision')} {learned.shift:+.2f} is added to the logit of every pair.")
    _section("How the tables differ", [_of_table(row) for row in learned.tables])
    _section("What becomes of candidates", learned.candidates)
    _section("The pairs that move most", [{name: row[name] for name in MOVED} for row in learned.moved])
    out.print(f"\nPapers grouped otherwise: of {counted(learned.regrouped, 'record')}.")
    _section("Pairs of which it is known", learned.checks)
    if learned.kept:
        out.print("The graph goes by them now; `scholargraph learn --forget` goes back.")
    else:
        error_console().print("Nothing was written; --keep has the graph go by them.")


def _section(title: str, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        console().print(f"\n{title}", style="bold")
        print_rows(list(rows[0]), rows, Format.table, limit=0)


def _of_table(row: Mapping[str, object]) -> dict[str, object]:
    where = row["most_where"]
    named = [f"{name} {_range(*ends)}" for name, ends in where.items()] if isinstance(where, Mapping) else []
    return {**row, "most_where": "; ".join(named)}


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return f"below {high:g}"
    return f"from {low:g}" if high is None else f"{low:g} to {high:g}"

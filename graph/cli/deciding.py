"""Commands by which people decide about author records: accept, reject, reassign, confirm, undo, and the log of it all."""

import getpass
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict, cast

import typer

from graph.cli.many_decisions import LEAST, from_ranges, print_acceptance, print_undone
from graph.cli.options import AuthorArgument, Format, FormatOption, GraphOption, LimitOption, OverwriteOption, opened
from graph.cli.output import cell, console, print_json, print_rows
from graph.cli.output_file import Commands
from graph.cli.progress import error_console
from graph.errors import ParameterError, UnconfirmedError
from graph.facade import ScholarGraph
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.decision_log.decision import Decision
    from graph.decisions.candidates import Candidate
    from graph.decisions.deciding import Decisions
    from graph.decisions.report import DecisionReport

ByOption = Annotated[str | None, typer.Option(help="Who decides; without it the user who is logged in.", show_default=False)]
ReasonOption = Annotated[str, typer.Option(help="Why.", show_default=False)]
YesOption = Annotated[
    bool,
    typer.Option("--yes", "-y", help="Join groups of records, different ORCIDs, authors of one paper without asking."),
]
PapersArgument = Annotated[
    list[str], typer.Argument(metavar="PAPER…", help='Papers by uid, or by identifier such as "doi:10.1/x".', show_default=False)
]

PAPERS_SHOWN = 3


class Shown(TypedDict, total=False):
    """What a person saw of a candidate."""

    evidence: list[dict[str, object]]
    probability: float


log = Commands(help="The log of decisions: list it, write it into a file, take one in.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (accept, reject, reassign, confirm, undo):
        app.command()(command)
    log.command("list")(list_)
    log.command()(export)
    log.command()(apply)
    app.add_typer(log, name="decisions")


def accept(
    authors: Annotated[
        list[str] | None, typer.Argument(metavar="AUTHOR AUTHOR…", help="Records by uid.", show_default=False)
    ] = None,
    all_: Annotated[
        bool,
        typer.Option("--all", help="All split candidates of --min-probability; shows what that does, and does it with --yes."),
    ] = False,
    min_probability: Annotated[
        float | None,
        typer.Option(min=0, max=1, help=f"With --all, of at least this probability; {LEAST} without it.", show_default=False),
    ] = None,
    by: ByOption = None,
    reason: ReasonOption = "",
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask whether all of it is meant; with --all, decide what that shows.")
    ] = False,
    graph: GraphOption = None,
) -> None:
    """Decide that author records are one person: these, or with --all the records of every likely split candidate.

    With --all each candidate is a decision of its own, with its evidence. What would have to be asked about is left out.
    """
    if all_ == bool(authors) or (min_probability is not None and not all_):
        raise ParameterError("accept takes records, or --all with a --min-probability; give one of them")
    with opened(graph) as opened_graph:
        if all_ or not authors:
            least = LEAST if min_probability is None else min_probability
            decisions = opened_graph.decisions
            outcome = decisions.accept_all(min_probability=least, by=decider(by), reason=reason, dry_run=not yes)
            print_acceptance(outcome, least)
            return
        seen = seen_of_records(opened_graph, authors)
        accept_them = partial(opened_graph.decisions.accept, *authors, by=decider(by), reason=reason, **seen)
        _say(confirmed(accept_them, lambda question: sys.stdin.isatty() and typer.confirm(question.question), yes=yes))


def reject(
    author: AuthorArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other record.", show_default=False)],
    by: ByOption = None,
    reason: ReasonOption = "",
    graph: GraphOption = None,
) -> None:
    """Decide that two author records are different people."""
    with opened(graph) as opened_graph:
        seen = seen_of_records(opened_graph, [author, other])
        _say(opened_graph.decisions.reject(author, other, by=decider(by), reason=reason, **seen))


def reassign(
    author: AuthorArgument,
    papers: PapersArgument,
    to: Annotated[str | None, typer.Option(help="The record they go to; without it a new one.", show_default=False)] = None,
    by: ByOption = None,
    reason: ReasonOption = "",
    graph: GraphOption = None,
) -> None:
    """Decide that papers of an author record are somebody else's."""
    with opened(graph) as opened_graph:
        seen = seen_of_papers(opened_graph.decisions, author, papers)
        _say(opened_graph.decisions.reassign(author, papers, to=to, by=decider(by), reason=reason, **seen))


def confirm(
    author: AuthorArgument,
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PAPER…]", help="Papers by uid or identifier; without any all it has now.", show_default=False),
    ] = None,
    by: ByOption = None,
    reason: ReasonOption = "",
    graph: GraphOption = None,
) -> None:
    """Decide that papers of an author record, which look like somebody else's, are rightly there."""
    with opened(graph) as opened_graph:
        seen = seen_of_papers(opened_graph.decisions, author, papers)
        _say(opened_graph.decisions.confirm(author, papers or None, by=decider(by), reason=reason, **seen))


def undo(
    decisions: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER…", help='Decisions by number or uid, or runs of numbers such as "12-40".', show_default=False
        ),
    ],
    by: ByOption = None,
    reason: ReasonOption = "",
    graph: GraphOption = None,
) -> None:
    """Undo earlier decisions, all of these or none. They stay in the log, and so do the undoings."""
    named = from_ranges(decisions)
    with opened(graph) as opened_graph:
        print_undone(opened_graph.decisions.undo_all(named, by=decider(by), reason=reason))


def list_(limit: LimitOption = None, graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    """All decisions, or the newest, the newest first; to programs in the order they were made."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.query("decisions")
    empty = "nothing is decided yet; `scholargraph review` asks"
    rows = found.rows[-limit:] if limit else found.rows
    if form is Format.table:
        columns = ("number", "decision", "papers", "by", "at", "undone_by")
        print_rows(columns, _in_words(rows), form, limit=limit, empty=empty)
    else:
        print_rows(found.columns, whole_rows(rows), form)


def whole_rows(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Decisions for programs: authorships and pieces of evidence as objects, as `export` writes them, where the graph can only
    keep texts."""
    from msgspec import to_builtins

    from graph.decision_log.decision import log_of

    made = zip(rows, log_of(rows), strict=True)
    return [{**row, "slots": list(to_builtins(one.slots)), "evidence": list(to_builtins(one.evidence))} for row, one in made]


def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.", show_default=False)],
    overwrite: OverwriteOption = False,
    graph: GraphOption = None,
) -> None:
    """Write the log into a file of JSON lines."""
    with opened(graph) as opened_graph:
        count = opened_graph.decisions.export(file, overwrite=overwrite)
    error_console().print(counted(count, "decision"))


def apply(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An exported log; - is standard input.", show_default=False)],
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Take in the decisions of an exported log; those that are there already change nothing."""
    # A log may come before the documents that its decisions are about.
    with opened(graph, create=True) as opened_graph:
        report = opened_graph.decisions.apply(file)
    print_report(report, file, form)


def confirmed(make: "Callable[..., Decision]", is_meant: Callable[[UnconfirmedError], bool], *, yes: bool) -> "Decision":
    """The decision that `make` makes, told by its arguments what is meant: all of it with `yes`, else what `is_meant` says of
    each question. Raises UnconfirmedError for what is not."""
    meant = {question.flag: yes for question in UnconfirmedError.__subclasses__()}
    while True:
        try:
            return make(**meant)
        except UnconfirmedError as question:
            if meant[question.flag] or not is_meant(question):
                raise
            meant[question.flag] = True


def decider(by: str | None) -> str:
    """Who decides: as given, else the user who is logged in. Raises ParameterError."""
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise ParameterError("nobody is logged in by name; say who decides with --by NAME") from None


def seen_of_records(graph: ScholarGraph, authors: Sequence[str]) -> Shown:
    """What `split-candidates` shows of these records, so that a decision made by name keeps it too: all pieces of evidence, and
    the probability of the unlikeliest pair."""
    asked = {graph.author_uid(author) for author in authors}
    pairs = graph.decisions.candidates("split", author=authors[0], min_probability=0)
    return _seen([one for one in pairs if {one.a, one.b} <= asked])


def seen_of_papers(decisions: "Decisions", author: str, papers: Sequence[str] | None) -> Shown:
    """What `mixed-candidates` shows of a record's groups of papers, those in which one of `papers` (by uid) is, or all."""
    shown = decisions.candidates("mixed", author=author, min_probability=0)
    return _seen([one for one in shown if not papers or set(one.papers) & set(papers)])


def _seen(shown: "Sequence[Candidate]") -> Shown:
    if not shown:
        return {}
    return {"evidence": [piece for one in shown for piece in one.evidence], "probability": min(one.probability for one in shown)}


def print_report(report: "DecisionReport", file: str | Path, form: Format) -> None:
    """Print what became of a file of decisions; ends the command with exit code 1 where a line was refused."""
    if form is Format.json:
        print_json(report.to_dict())
    elif form is Format.table:
        counts = ("applied", "unchanged", "undecided")
        outcome = ", ".join(f"{getattr(report, name)} {name}" for name in counts if name != "undecided" or report.undecided)
        console().print(f"{counted(report.read, 'line')}: {outcome}, {len(report.refused)} refused")
    else:
        rows = [{**report.to_dict(), "refused": len(report.refused)}]
        print_rows(list(rows[0]), rows, form)
    if report.refused:
        notes = error_console()
        for found in report.refused if form is not Format.json else ():
            notes.print(cell(f"refused: {file}, line {found.line}: {found.reason}"), soft_wrap=True)
        raise typer.Exit(1)


def _in_words(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Decisions for people, the newest first."""
    from graph.decision_log.decision import log_of

    listed = []
    for row, decision in zip(rows, log_of(rows), strict=True):
        why = f" ({decision.reason})" if decision.reason else ""
        papers = cast(list[str], row["papers"])
        more = [f"… {len(papers) - PAPERS_SHOWN} more"] if len(papers) > PAPERS_SHOWN else []
        shown = {"decision": decision.what + why, "papers": papers[:PAPERS_SHOWN] + more, "at": decision.at[:10]}
        listed.append({**row, **shown})
    return listed[::-1]


def _say(decision: "Decision") -> None:
    console().print(str(decision), soft_wrap=True)

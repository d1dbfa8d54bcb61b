"""`scholargraph review`: candidates one after another, decided by a key; or as a CSV sheet to fill in."""

import sys
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from graph.cli.answers import ProbabilityOption
from graph.cli.deciding import ByOption, YesOption, confirmed, decider, print_report
from graph.cli.options import (
    Format,
    FormatOption,
    GraphOption,
    LimitOption,
    Order,
    OrderOption,
    OverwriteOption,
    opened,
)
from graph.cli.output import console
from graph.cli.progress import error_console
from graph.cli.side_by_side import show
from graph.errors import InputError, ParameterError, UnconfirmedError
from graph.facade import ScholarGraph
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.decision_log.decision import Decision
    from graph.decisions.candidates import Candidate, Judgement, Kind

Step = Literal["same", "different", "skip", "undo", "quit"]
KEYS: dict[str, Step] = {
    "s": "same", "same": "same", "d": "different", "different": "different",
    "": "skip", "n": "skip", "skip": "skip", "u": "undo", "undo": "undo", "q": "quit", "quit": "quit",
}  # fmt: skip
KEYS_FOR_PAPERS: dict[str, Step] = {"o": "different", "other": "different"}
ASKED = {
    "split": "s same person · d different people",
    "mixed": "s all one person's · o the papers on the right are somebody else's",
}


class Kinds(Enum):
    """Which candidates."""

    split = "split"
    mixed = "mixed"
    both = "both"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(review)


def review(
    kind: Annotated[
        Kinds, typer.Option(help="Records that may be one person, records that may be several, or both.")
    ] = Kinds.both,
    min_probability: ProbabilityOption = None,
    order: OrderOption = Order.probability,
    author: Annotated[str | None, typer.Option(help="Only candidates about this author.", show_default=False)] = None,
    limit: LimitOption = None,
    by: ByOption = None,
    yes: YesOption = False,
    export: Annotated[
        str | None, typer.Option("--export", metavar="FILE", help="Write them into a CSV sheet instead.", show_default=False)
    ] = None,
    import_: Annotated[
        str | None,
        typer.Option("--import", metavar="FILE", help="Decide what was filled in in such a sheet.", show_default=False),
    ] = None,
    overwrite: OverwriteOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Decide about candidates, with the evidence side by side: likeliest first, or in another order.

    A reason may follow the key: `s same lab page`. What is decided does not come again; what is skipped does, next time. In a
    sheet, fill in `same` or `different` in the column `decision`, and `reason` if you like.
    """
    if export is not None and import_ is not None:
        raise ParameterError("--export and --import: give one of them")
    asked = None if kind is Kinds.both else cast("Kind", kind.value)
    with opened(graph) as opened_graph:
        decisions = opened_graph.decisions
        if import_ is not None:
            report = decisions.import_answers(import_, by=decider(by), join_groups=yes, join_orcids=yes, join_coauthors=yes)
            print_report(report, import_, form)
        elif export is not None:
            count = decisions.export_candidates(
                export, asked, author=author, min_probability=min_probability, order=order.value, limit=limit,
                overwrite=overwrite,
            )  # fmt: skip
            error_console().print(counted(count, "candidate"))
        else:
            found = decisions.candidates(asked, author=author, min_probability=min_probability, order=order.value, limit=limit)
            Review(opened_graph, found, decider(by), yes=yes).run()


class Review:
    """A walk through candidates."""

    def __init__(self, graph: ScholarGraph, found: "list[Candidate]", by: str, *, yes: bool) -> None:
        self._graph = graph
        self._found = found
        self._by = by
        self._yes = yes
        self._made: list[tuple[int, Decision]] = []
        self._out = console()

    def run(self) -> None:
        """Ask about each until all are answered, the input ends, or somebody quits."""
        if not self._found:
            self._out.print("no candidates")
            return
        place = 0
        while 0 <= place < len(self._found):
            candidate = self._found[place]
            if candidate.is_decided(self._graph.decisions.log_state()):
                place += 1
                continue
            show(self._graph, candidate, f"{place + 1} of {len(self._found)}")
            step, reason = self._ask(candidate)
            if step == "quit":
                break
            if step == "undo":
                place = self._undo(place)
            else:
                if step in ("same", "different"):
                    self._decide(place, candidate, step, reason)
                place += 1
        self._out.print(f"\n{len(self._made)} decided; {self._left()} open")

    def _ask(self, candidate: "Candidate") -> tuple[Step, str]:
        keys = KEYS if candidate.kind == "split" else KEYS | KEYS_FOR_PAPERS
        while True:
            line = self._line(f"{ASKED[candidate.kind]} · Enter skip · u undo last · q quit > ")
            if line is None:
                return "quit", ""
            word, _, reason = line.strip().partition(" ")
            step = keys.get(word.lower())
            if step is not None:
                return step, reason.strip()
            self._out.print(f"{word!r} is none of the keys")

    def _decide(self, place: int, candidate: "Candidate", answer: "Judgement", reason: str) -> None:
        try:
            decide = partial(self._graph.decisions.answer, candidate, answer, by=self._by, reason=reason)
            made = confirmed(decide, self._is_meant, yes=self._yes)
        except InputError as error:
            self._out.print(f"not decided: {error}", soft_wrap=True)
            return
        self._made.append((place, made))
        self._out.print(str(made), soft_wrap=True)

    def _is_meant(self, question: UnconfirmedError) -> bool:
        """Whether all of it is meant. Only a person is asked: in a file of keys the next line answers something else."""
        if not sys.stdin.isatty():
            return False
        return (self._line(f"{question.question} y/N > ") or "").strip().lower() in ("y", "yes")

    def _undo(self, place: int) -> int:
        """Undo the last decision of this walk; the place to go on at."""
        if not self._made:
            self._out.print("nothing was decided yet; `scholargraph undo NUMBER` undoes what was decided earlier")
            return place
        back, made = self._made.pop()
        try:
            undone = self._graph.decisions.undo(made, by=self._by, reason="taken back at once")
        except InputError as error:
            self._out.print(f"not undone: {error}", soft_wrap=True)
            return place
        self._out.print(str(undone), soft_wrap=True)
        return back

    def _line(self, prompt: str) -> str | None:
        """The next line of input; None at its end."""
        self._out.print(prompt, end="", soft_wrap=True)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            self._out.print()
        return line if line else None

    def _left(self) -> int:
        log_state = self._graph.decisions.log_state()
        return sum(not candidate.is_decided(log_state) for candidate in self._found)

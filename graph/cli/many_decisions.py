"""Many decisions with one command: what accepting all candidates would do and did, and numbers of decisions to undo."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.cli.options import Format
from graph.cli.output import cell, console, print_rows
from graph.cli.progress import error_console
from graph.errors import ParameterError
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.decision_log.decision import Decision
    from graph.decisions.at_once import Acceptance

LEAST = 0.99
"""From which probability on candidates are accepted all at once where nothing else is said."""
REASONS_SHOWN = 10
_RANGE = re.compile(r"#?(\d+)-#?(\d+)")
_MOST_IN_A_RANGE = 1_000_000


def print_acceptance(outcome: "Acceptance", least: float) -> None:
    """Print what accepting all candidates of a probability would do, or did, with the command that comes next."""
    rows = [
        {
            "record": f"{one.name_a}\n{one.a}",
            "other": f"{one.name_b}\n{one.b}",
            "kind": one.difference,
            "probability": one.probability,
            "papers": f"{one.papers_a:,} and {one.papers_b:,}",
        }
        for one in outcome.accepted
    ]
    print_rows(["record", "other", "kind", "probability", "papers"], rows, Format.table, empty="no candidates")
    out, kinds = console(), Counter(one.difference for one in outcome.accepted)
    if kinds:
        out.print(f"by how the names differ: {', '.join(f'{kind} {count:,}' for kind, count in kinds.most_common())}")
    out.print(
        f"{counted(outcome.found, 'candidate')} of {least:.1%} and more: {counted(len(outcome.accepted), 'decision')}, "
        f"{len(outcome.settled):,} settled by these, {len(outcome.left_out):,} left out",
        soft_wrap=True,
    )
    notes = error_console()
    for left in outcome.left_out[:REASONS_SHOWN]:
        pair = f"{left.candidate.a} and {left.candidate.b}"
        notes.print(cell(f"left out, to be accepted by itself: {pair}: {left.reason}"), soft_wrap=True)
    if len(outcome.left_out) > REASONS_SHOWN:
        notes.print(f"{len(outcome.left_out) - REASONS_SHOWN:,} more left out; `scholargraph review` asks about each")
    if outcome.dry_run and outcome.accepted:
        out.print("nothing is decided yet; the same command with --yes decides", soft_wrap=True)
    elif outcome.decisions:
        numbers = " ".join(in_ranges(one.number for one in outcome.decisions))
        out.print(f"decisions {numbers}; `scholargraph undo {numbers}` takes all of them back", soft_wrap=True)


def print_undone(made: "Sequence[Decision]") -> None:
    """Print what was undone."""
    for one in made[:REASONS_SHOWN]:
        console().print(str(one), soft_wrap=True)
    if len(made) > REASONS_SHOWN:
        console().print(f"{len(made) - REASONS_SHOWN:,} more; {counted(len(made), 'decision')} undone")


def in_ranges(numbers: Iterable[int]) -> list[str]:
    """Numbers as they are named in a command: runs as "12-40"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [str(first) if first == last else f"{first}-{last}" for first, last in runs]


def from_ranges(named: Iterable[str]) -> list[str]:
    """The decisions that a command names: numbers and uids, and each number of a range. Raises ParameterError."""
    found: list[str] = []
    for one in named:
        match = _RANGE.fullmatch(one.strip())
        if not match:
            found.append(one)
            continue
        first, last = int(match[1]), int(match[2])
        if first > last or last - first > _MOST_IN_A_RANGE:
            raise ParameterError(f"{one!r} is no range of decisions; write the lower number first, such as 12-40")
        found += map(str, range(first, last + 1))
    return found

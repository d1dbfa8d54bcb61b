"""The log in a file of JSON lines, one decision a line, oldest first: out of one graph and into another.

    {"uid": "decision:9f…", "action": "accept", "by": "ana", "at": "2026-08-01T10:00:00+00:00", "number": 1,
     "records": ["name:sam smith", "name:samuel l. smith"], "names": ["Sam Smith", "Samuel L. Smith"], "reason": "same page"}

A record that is not loaded where the log is applied is not a mistake: the decision waits for it. Earlier logs call `reassign` and
`confirm` "split" and "keep" (`decision.EARLIER_WORDS`); they are read too.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from graph.decision_log.decision import Decision, decision_of_line, log_of
from graph.decision_log.state import LogState
from graph.decisions.report import DecisionReport, RefusedLine
from graph.decisions.writing import check_means_something, check_not_contradicted, take, write_down, write_together
from graph.errors import InputError
from graph.files import read_whole, write_whole
from graph.queries.bound import Queries, Run

_encode = msgspec.json.Encoder().encode


def export_log(queries: Queries, file: str | Path, *, overwrite: bool = False) -> int:
    """Write the whole log; the number of decisions."""
    log = log_of(queries.read("decisions"))
    write_whole(file, b"".join(_encode(decision) + b"\n" for decision in log), overwrite=overwrite, private=True)
    return len(log)


def apply_log(queries: Queries, file: str | Path) -> DecisionReport:
    """Take the decisions of a file into the log, in one transaction; those that are there already change nothing."""
    lines = list(_lines(read_whole(file)))

    def work(run: Run) -> DecisionReport:
        log_state = LogState(log_of(run("decisions")))
        report = DecisionReport(read=len(lines))
        added: list[Decision] = []
        for number, line in lines:
            try:
                decision = _taken(line, log_state)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, InputError) as error:
                report.refused.append(RefusedLine(number, str(error)))
                continue
            if decision is None:
                report.unchanged += 1
                continue
            added.append(take(decision, log_state))
            report.applied += 1
        write_down(run, log_state, added)
        return report

    return write_together(queries, work)


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, line


def _taken(line: bytes, log_state: LogState) -> Decision | None:
    """The decision of a line; None if the log has it. Raises InputError for one that cannot be taken."""
    decision = decision_of_line(line)
    check_means_something(decision)
    if decision.uid in log_state:
        if replace(decision, number=0) != replace(log_state[decision.uid], number=0):
            raise InputError(f"the log has another decision of the uid {decision.uid}: {log_state[decision.uid]}")
        return None
    if decision.undoes is not None and decision.undoes not in log_state:
        raise InputError(f"it undoes {decision.undoes}, which is not in the log")
    check_not_contradicted(decision, log_state)
    return decision

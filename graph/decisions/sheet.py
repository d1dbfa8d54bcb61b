"""Candidates as a CSV sheet to fill in, and the sheet's answers taken back.

A row is one question (see `candidates.Candidate`). In its `decision` a person writes `same` (one person: for a split candidate
the two records, for a mixed one the group of papers and the rest of the record) or `different`; left empty, or `skip`, it stays
open. `papers` and `evidence` are JSON and come back with the answer. Columns may be moved, and others added.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.decisions.candidates import Candidate, Group, Judgement
from graph.decisions.report import DecisionReport, RefusedLine
from graph.errors import InputError, ParameterError
from graph.evidence_words import in_words
from graph.files import read_whole, write_whole
from graph.plain_text import plain_text
from graph.row_text import to_json
from loaders.table_rows.formulas import as_meant, no_formula

COLUMNS = (
    "decision", "reason", "kind", "probability", "worth", "name_a", "name_b", "papers_a", "papers_b", "why", "shared", "titles",
    "uid_a", "uid_b", "papers", "evidence",
)  # fmt: skip
_FOR_PEOPLE = ("name_a", "name_b", "why", "shared", "titles")
NEEDED = ("decision", "kind", "uid_a", "uid_b", "papers")

WORDS: Mapping[str, Judgement | None] = {
    "same": "same", "accept": "same", "yes": "same", "confirm": "same",
    "different": "different", "reject": "different", "no": "different", "reassign": "different",
    "": None, "skip": None, "?": None,
}  # fmt: skip
"""What may stand in the column `decision`, in any case."""

Decide = Callable[[Candidate, Judgement, str], bool]
"""Takes an answer with its reason; whether it was new."""


def write_sheet(found: Sequence[Candidate], file: str | Path, *, overwrite: bool = False) -> int:
    """Write candidates, a row each; the number of them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for one in found:
        writer.writerow(_row(one))
    # A byte order mark: without it, spreadsheet programs read names with diacritics wrong.
    write_whole(file, text.getvalue().encode("utf-8-sig"), overwrite=overwrite, private=True)
    return len(found)


def read_sheet(file: str | Path, decide: Decide) -> DecisionReport:
    """Give every answer in a sheet to `decide`; what became of each row. Raises InputError where the file is no such sheet."""
    report = DecisionReport()
    for line, row in _rows(file):
        report.read += 1
        try:
            answer = _answer(row)
            if answer is None:
                report.undecided += 1
            elif decide(_candidate(row), answer, row.get("reason", "").strip()):
                report.applied += 1
            else:
                report.unchanged += 1
        except InputError as error:
            report.refused.append(RefusedLine(line, str(error)))
    return report


def _row(one: Candidate) -> dict[str, object]:
    papers = one.group.papers if one.group else ()
    cells: dict[str, Any] = {
        "decision": "",
        "reason": "",
        "kind": one.kind,
        "probability": one.probability,
        "worth": one.worth,
        "name_a": one.name_a,
        "name_b": one.name_b,
        "papers_a": one.papers_a,
        "papers_b": one.papers_b,
        "why": "\n".join(f"{in_words(piece)} ({piece['weight']:+.2f})" for piece in one.evidence),
        "shared": "; ".join(one.shared),
        "titles": "\n".join(_title(paper, twice=paper["uid"] in one.papers_twice) for paper in papers),
        "uid_a": one.a,
        "uid_b": one.b,
        "papers": to_json(one.papers) if one.papers else "",
        "evidence": to_json(one.evidence),
    }
    # Uids come back with the answer, to the last sign.
    shown = {name: plain_text(cells[name]) for name in _FOR_PEOPLE}
    return {name: no_formula(value) if isinstance(value, str) else value for name, value in (cells | shown).items()}


def _title(paper: Mapping[str, Any], *, twice: bool) -> str:
    return f"{paper['title']} ({paper['year'] or '?'})" + ", on which the name stands twice" * twice


def _rows(file: str | Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with the numbers of the lines on which they begin."""
    try:
        text = read_whole(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not in UTF-8 (byte {error.start}); save it as CSV UTF-8") from None
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [name.strip().lower() for name in next(reader, [])]
        missing = [name for name in NEEDED if name not in columns]
        if missing:
            raise InputError(f"{file} has no column {', '.join(missing)}; write a sheet with `scholargraph review --export FILE`")
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, dict(zip(columns, map(as_meant, cells), strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{file}, line {reader.line_num}: it is not CSV ({error})") from None


def _answer(row: Mapping[str, str]) -> Judgement | None:
    word = row.get("decision", "").strip().lower()
    if word not in WORDS:
        raise ParameterError(f"{row['decision']!r} is not a decision; write same, different, or nothing")
    return WORDS[word]


def _candidate(row: Mapping[str, str]) -> Candidate:
    kind, a, b = (row.get(name, "").strip() for name in ("kind", "uid_a", "uid_b"))
    evidence = _parsed(row, "evidence")
    if kind == "split" and a and b:
        return Candidate("split", a, "", _probability(row), tuple(evidence), 0, 0, b=b)
    papers = _parsed(row, "papers")
    if kind == "mixed" and a and papers and all(isinstance(paper, str) for paper in papers):
        group = Group(tuple({"uid": paper} for paper in papers), (), ())
        return Candidate("mixed", a, "", _probability(row), tuple(evidence), 0, 0, group=group)
    raise ParameterError(f"kind {kind!r}: a split row needs uid_a and uid_b, a mixed row uid_a and papers, as they were exported")


def _probability(row: Mapping[str, str]) -> float:
    text = row.get("probability", "").strip().replace(",", ".")
    try:
        return float(text)
    except ValueError:
        raise ParameterError(f"probability {text!r} is not a number; leave the exported value") from None


def _parsed(row: Mapping[str, str], column: str) -> list[Any]:
    text = row.get(column) or "[]"
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = None
    if not isinstance(value, list):
        raise ParameterError(f"{column} {text[:40]!r} is not what was exported; leave that column as it was")
    return value

"""Candidates as a notebook shows them: each with its evidence as a waterfall, from what is known beforehand to what follows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from graph.cells import Html, line, table, title
from graph.explore.figures import waterfall
from loaders.counted import counted

SHOWN = 10
"""So many candidates a cell shows."""
ROWS = 60
"""So many rows, where it shows no candidates."""
_FOR, _AGAINST = "#2e7d43", "#b3423a"


class Candidates(pd.DataFrame):
    """The answer of `split_candidates` or `mixed_candidates`: a DataFrame, of which a notebook shows the waterfalls of the first
    `SHOWN` rows and how many more there are. A part of it that lacks their columns is shown as any other DataFrame."""

    @property
    def _constructor(self) -> "Callable[..., Candidates]":
        return Candidates

    def _repr_html_(self) -> str:
        columns = {*self.columns}
        show = _split if columns >= _SPLIT else _mixed if columns >= _MIXED else None
        if show is None or self.empty:
            return str(self.to_html(max_rows=ROWS, notebook=True))
        shown = "".join(show(row) for row in self.head(SHOWN).to_dict("records"))
        left = len(self) - SHOWN
        return shown + (line(f"{counted(left, 'more candidate')}: a part of the frame shows them.") if left > 0 else "")


_SPLIT = {"uid_a", "name_a", "papers_a", "uid_b", "name_b", "papers_b", "probability", "evidence"}
_MIXED = {"uid", "name", "probability", "groups"}


def _split(row: Mapping[Any, Any]) -> str:
    one, other = (f"{row[f'name_{end}']} ({row[f'uid_{end}']}, {counted(row[f'papers_{end}'], 'paper')})" for end in "ab")
    return title(f"{one} and {other} may be one person: {row['probability']:.1%}") + waterfall_table(row["evidence"])


def _mixed(row: Mapping[Any, Any]) -> str:
    return title(f"The papers of {row['name']} ({row['uid']}) may be several people's: {row['probability']:.1%}") + "".join(
        _groups(row["groups"])
    )


def _groups(groups: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for group in groups:
        papers = counted(len(group["papers"]), "paper")
        if group["main"]:
            yield line(f"The main group, {papers}.")
        else:
            yield line(f"Somebody else's? {group['probability']:.1%}, {papers}:") + waterfall_table(group["evidence"])


def waterfall_table(evidence: Sequence[Mapping[str, Any]]) -> str:
    """The pieces of evidence, a row each: its weight, its bar where the sum stood, and what it says; the sum in the last row."""
    picture = waterfall(evidence)
    rows: list[Sequence[object]] = [
        (Html(f"{step.weight:+.2f}"), Html(_bar(step.left, step.width, picture.zero, step.weight > 0)), step.words)
        for step in picture.steps
    ]
    return table(("weight", "", "evidence"), [*rows, (Html(f"{picture.total:+.2f}"), "", f"in all: {picture.probability:.1%}")])


def _bar(left: float, width: float, zero: float, speaks_for: bool) -> str:
    colour = _FOR if speaks_for else _AGAINST
    return (
        '<svg width="200" height="14" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">'
        f'<line x1="{zero}" x2="{zero}" y1="0" y2="14" stroke="currentColor" stroke-opacity="0.4" stroke-width="0.5"/>'
        f'<rect x="{left}" width="{width}" y="2" height="10" fill="{colour}"/></svg>'
    )

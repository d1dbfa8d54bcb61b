"""The research graph of a person as a picture that a notebook shows, in which things can be moved, and that a file can hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cells import line
from graph.errors import InputError, ParameterError
from graph.files import write_whole

if TYPE_CHECKING:
    from graph.explore.asking import Asking

HEIGHT = 640
"""How high a cell shows a picture, in pixels."""


@dataclass(frozen=True)
class Picture:
    """A picture: `svg` by itself, `html` a page of it in which nodes can be dragged and the whole moved and enlarged; `left_out`
    how much of what is not shown. A notebook shows it as the value of a cell."""

    svg: str = field(repr=False)
    html: str = field(repr=False)
    title: str
    left_out: Mapping[str, int]

    def save(self, file: str | Path) -> Path:
        """Write it as .svg or .html, as the file's name says; the file. Raises InputError for another ending, and where it cannot
        be written."""
        path = Path(file)
        texts = {".svg": self.svg, ".html": self.html}
        if path.suffix.lower() not in texts:
            raise InputError(f"{path}: a picture is written as .svg or .html; give the file one of these endings")
        write_whole(path, texts[path.suffix.lower()].encode(), overwrite=True)
        return path

    def _repr_html_(self) -> str:
        # In a frame of its own: neither its style nor its script reaches the notebook.
        frame = (
            f'<iframe sandbox="allow-scripts" srcdoc="{escape(self.html)}" title="{escape(self.title)}" '
            f'style="width:100%;height:{HEIGHT}px;border:0"></iframe>'
        )
        more = ", ".join(f"{count:,} more {what}" for what, count in self.left_out.items() if count)
        return frame + (line(f"Not shown: {more}.") if more else "")


def picture_of(
    asking: "Asking", authors: Sequence[str], layers: Sequence[str] | None, people: int, since: int | None, least: float
) -> Picture:
    """The picture of the person that records are part of, by uid, of the usual layers where none are named. Raises ParameterError
    for layers that there are none."""
    from graph.explore import research
    from graph.explore.addresses import ReportAddresses
    from graph.explore.rendering import Page, render, static_text

    shown = research.SHOWN if layers is None else layers
    if not shown or not {*shown} <= {*research.LAYERS}:
        raise ParameterError(f"layers {list(shown)!r}: they are some of {', '.join(research.LAYERS)}")
    if not 1 <= people <= research.MOST_PEOPLE:
        raise ParameterError(f"people {people!r}: a picture shows 1 to {research.MOST_PEOPLE}")
    page = research.research(asking, authors[0], research.Chosen(shown, people, since, least), together=authors[1:])
    alone = {"alone": True, "colours": research.COLOURS}
    svg = render(Page("ring.svg", page.title, page.shown), ReportAddresses(), **alone)
    html = render(Page("picture.html", page.title, page.shown), ReportAddresses(), **alone, script=static_text("moving.js"))
    return Picture(svg, html, page.title, page.shown["left_out"])

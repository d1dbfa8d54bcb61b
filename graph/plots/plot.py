"""One plot: what a notebook shows, and the files that it is written to."""

from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cells import line
from graph.errors import InputError
from graph.files import write_whole

if TYPE_CHECKING:
    import altair as alt

_POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:"
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<style>body {{ font: 14px system-ui, sans-serif; margin: 1rem; }}</style></head>
<body><div id="plot"></div>{notes}
<script>{bundle}</script>
<script>vegaEmbed("#plot", {spec}, {{actions: false}});</script>
</body></html>
"""


@dataclass(frozen=True)
class Plot:
    """A plot. `chart` is the Altair chart, to be changed, layered or laid beside others; `notes` say what is not in it.

    A notebook shows the picture and the notes. Altair's own display and HTML fetch scripts from the network and do not escape
    names: what this writes does neither.
    """

    chart: "alt.Chart | alt.LayerChart"
    title: str
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def svg(self) -> str:
        """The picture as SVG."""
        import vl_convert

        return str(vl_convert.vegalite_to_svg(self.chart.to_json()))

    @cached_property
    def png(self) -> bytes:
        """The picture as PNG, two pixels a point."""
        import vl_convert

        return bytes(vl_convert.vegalite_to_png(self.chart.to_json(), scale=2))

    @cached_property
    def html(self) -> str:
        """A page that needs nothing else, in which values show where the pointer is."""
        import vl_convert

        return _PAGE.format(
            title=escape(self.title),
            policy=_POLICY,
            notes=self._notes(),
            bundle=vl_convert.javascript_bundle(""),
            # Within a script no end of it may stand, whatever somebody is called.
            spec=self.chart.to_json(indent=None).replace("<", "\\u003c"),
        )

    def save(self, file: str | Path) -> Path:
        """Write it as .svg, .png or .html, as the file's name says; the file. Raises InputError for another ending, and where it
        cannot be written."""
        path = Path(file)
        forms = {".svg": lambda: self.svg.encode(), ".png": lambda: self.png, ".html": lambda: self.html.encode()}
        if path.suffix.lower() not in forms:
            raise InputError(f"{path}: a plot is written as .svg, .png or .html; give the file one of these endings")
        write_whole(path, forms[path.suffix.lower()](), overwrite=True)
        return path

    def _repr_html_(self) -> str:
        return self.svg + self._notes()

    def _notes(self) -> str:
        return "".join(line(note) for note in self.notes)

"""HTML for the output of a notebook's cell: it brings no style that would reach beyond it, and reads well in light and dark."""

from collections.abc import Iterable, Sequence
from html import escape

from graph.plain_text import plain_text

_NUMBER = ' style="text-align:right"'
_TEXT = ' style="text-align:left"'


def text(value: object) -> str:
    """A value as HTML: numbers with their thousands apart, nothing for None, whatever acts in a text taken from it."""
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return f"<bdi>{escape(plain_text(str(value)))}</bdi>"


def title(words: str, besides: str = "") -> str:
    """What a cell is about, and more in small letters."""
    return f"<p><strong>{text(words)}</strong>{f' <small>{text(besides)}</small>' if besides else ''}</p>"


def line(words: str) -> str:
    """A line of words."""
    return f"<p>{text(words)}</p>"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a row's text stands on the left, its numbers on the right. Values that are HTML are marked as `Html`."""
    head = "".join(f'<th scope="col"{_TEXT}>{text(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Html(str):
    """Text that is HTML already."""


def _cell(value: object) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"<td{_NUMBER if is_number else _TEXT}>{value if isinstance(value, Html) else text(value)}</td>"

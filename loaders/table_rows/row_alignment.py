"""A row with more or fewer cells than the header, laid against the columns: what is sure is kept, and nothing else."""

from collections.abc import Sequence

from loaders.table_rows.column_shapes import FITS, ColumnShapes
from loaders.table_rows.row_cells import Cell

_AS_LIKELY = 2.0
_SELDOM = -3.0
_USUAL = 4.0


def aligned(cells: Sequence[Cell], columns: int, shapes: ColumnShapes, *, is_last: bool = False) -> dict[int, str]:
    """The sure cells of a row by the number of their column.

    The odd or missing cells are taken to stand together. Columns left of every likely place of theirs keep the cell at their own
    number, columns right of it the one that is as far from the row's end. What stands directly beside that place may be a piece
    of a cell that was torn at a delimiter, and is sure only in quotes or if it has the form of its column. In a row that lacks
    cells only at its end, or has empty ones too many there, nothing is torn, unless it is the last row (`is_last`) of a file that
    is truncated.
    """
    shift = len(cells) - columns
    first, last = _odd_place(cells, columns, shapes, shift)
    found = {column: column for column in range(min(first, len(cells)))}
    found |= {column: column + shift for column in range(max(last, 0), columns)}
    if shift < 0:
        first, last = min(first, len(cells)), last
    is_short = shift < 0 and first == len(cells)
    is_padded = shift > 0 and first == columns and not any(cell.text.strip() for cell in cells[columns:])
    if not is_padded and (not is_short or is_last):
        _drop_torn(found, first - 1, cells, shapes)
    if not is_short:
        _drop_torn(found, last, cells, shapes)
    return {column: cells[at].text for column, at in _without_contradictions(found, cells, shapes).items()}


def _odd_place(cells: Sequence[Cell], columns: int, shapes: ColumnShapes, shift: int) -> tuple[int, int]:
    """The first and the last column before which the odd (or missing) cells are likely to stand.

    For missing cells the last is the column behind them.
    """
    gap = max(-shift, 0)
    places = range(min(len(cells), columns) + 1) if shift < 0 else range(columns + 1)
    left, right = [0.0], [0.0]
    for column in range(len(places) - 1):
        left.append(left[-1] + shapes.fit(column, cells[column].text))
    for column in range(columns - 1, columns - len(places), -1):
        right.append(right[-1] + shapes.fit(column, cells[column + shift].text))
    right.reverse()
    scores = [left[place] + right[place] for place in places]
    scores[0] += _SELDOM
    for place in places:
        if shift > 0 and not any(cell.text.strip() for cell in cells[place : place + shift]):
            scores[place] += _USUAL
    if shift < 0:
        scores[-1] += _USUAL
    likely = [place for place, score in zip(places, scores, strict=True) if score >= max(scores) - _AS_LIKELY]
    return likely[0], likely[-1] + gap


def _drop_torn(found: dict[int, int], column: int, cells: Sequence[Cell], shapes: ColumnShapes) -> None:
    if column in found:
        cell = cells[found[column]]
        if not cell.is_quoted and shapes.fit(column, cell.text) < FITS:
            del found[column]


def _without_contradictions(found: dict[int, int], cells: Sequence[Cell], shapes: ColumnShapes) -> dict[int, int]:
    """The cells up to the last that surely fits before one that surely does not, from either end.

    Where a cell contradicts its column, the row is odd in more than one place.
    """
    sure: dict[int, int] = {}
    for is_left in (True, False):
        side = [column for column in sorted(found) if (found[column] == column) == is_left]
        pending: list[int] = []
        broken = False
        for column in side if is_left else reversed(side):
            text = cells[found[column]].text
            if shapes.contradicts(column, text):
                broken = True
                break
            pending.append(column)
            if shapes.fit(column, text) >= FITS:
                sure.update((one, found[one]) for one in pending)
                pending = []
        if not broken:
            sure.update((one, found[one]) for one in pending)
    return sure

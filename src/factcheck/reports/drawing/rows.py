"""Rows of a dataset as a small table; columns that do not fit stand below the others."""

from factcheck.model.explained import RowsShown
from factcheck.model.queries import Cell
from factcheck.reports.drawing.layout import Line, Span, Style, columns, line, width_of
from factcheck.reports.drawing.safe import visible

CELL = 24
GAP = 2


def rows_table(shown: RowsShown, *, indent: int, width: int) -> list[Line]:
    """A heading of column names, then the rows; a blank line between groups of columns."""
    texts = [[visible(name) for name in shown.columns], *([cell_text(cell) for cell in row] for row in shown.rows)]
    widths = [min(CELL, max(width_of(row[index]) for row in texts)) for index in range(len(shown.columns))]
    lines: list[Line] = []
    for group in _fitting(widths, width - indent):
        lines += [line()] if lines else []
        for number, row in enumerate(texts):
            style: Style = "" if number else "faint"
            told = columns([(row[index], widths[index], style) for index in group])
            lines += [(Span(" " * indent), *one) for one in told]
    return lines


def _fitting(widths: list[int], room: int) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    used = 0
    for index, width in enumerate(widths):
        if groups[-1] and used + width > room:
            groups.append([])
            used = 0
        groups[-1].append(index)
        used += width + GAP
    return groups


def cell_text(cell: Cell) -> str:
    """A cell as it is shown: a list with its elements, an unknown one empty."""
    if isinstance(cell, tuple):
        return visible("; ".join(cell))
    return "" if cell is None else visible(str(cell))

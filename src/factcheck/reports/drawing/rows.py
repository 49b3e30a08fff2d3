"""Rows of a dataset as a small table; where long texts do not fit beside each other, one row below the other."""

from factcheck.model.explained import RowsShown
from factcheck.model.queries import Cell
from factcheck.model.spelling import cut
from factcheck.reports.drawing.layout import Line, Span, Style, columns, line, width_of, wrapped
from factcheck.reports.drawing.safe import visible

CELL = 24
GAP = 2
LONGEST = 1_000


def rows_table(shown: RowsShown, *, indent: int, width: int) -> list[Line]:
    """A heading of column names, then the rows; a blank line between groups of columns."""
    texts = [[visible(name) for name in shown.columns], *([cell_text(cell) for cell in row] for row in shown.rows)]
    widths = [max(width_of(row[index]) for row in texts) for index in range(len(shown.columns))]
    if max(widths, default=0) > CELL and len(_fitting(widths, width - indent)) > 1:
        return _below(texts[0], texts[1:], indent=indent, width=width)
    widths = [min(CELL, width - indent, each) for each in widths]
    lines: list[Line] = []
    for group in _fitting(widths, width - indent):
        lines += [line()] if lines else []
        for number, row in enumerate(texts):
            style: Style = "" if number else "faint"
            told = columns([(row[index], widths[index], style) for index in group])
            lines += [(Span(" " * indent), *one) if one else () for one in told]
    return lines


def _below(names: list[str], rows: list[list[str]], *, indent: int, width: int) -> list[Line]:
    """Each row as a list of its cells, a blank line between rows; empty cells are left out."""
    label = min(CELL, max(map(width_of, names)))
    room = width - indent - label - GAP
    lines: list[Line] = []
    for row in rows:
        lines += [line()] if lines else []
        for name, text in zip(names, row, strict=True):
            if text and room >= CELL:
                told = columns([(name, label, "faint"), (text, room, "")])
                lines += [(Span(" " * indent), *one) if one else () for one in told]
            elif text:
                lines += [line(" " * indent, part) for part in wrapped(f"{name}: {text}", width - indent)]
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
        return _short("; ".join(cell))
    return "" if cell is None else _short(str(cell))


def _short(text: str) -> str:
    """A cell that is a book is cut: the rows only show what a number rests on."""
    return visible(cut(text, LONGEST))

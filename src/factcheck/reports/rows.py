"""The rows behind a verdict as CSV, all of them: for whoever must be able to count them again."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.model.explained import RowsShown
from factcheck.model.queries import Cell
from factcheck.model.tables import Table
from factcheck.reports.drawing.cells import cell

OURS = ("rows of", "sha256")


def render(shown: Sequence[RowsShown], hashes: Mapping[str, str]) -> str:
    """Every row in the order of its file: which dataset it is of, the hash of that file, then the dataset's columns.

    Rows of several datasets stand below each other, under the columns of them all.
    """
    columns = list(dict.fromkeys(name for one in shown for name in one.columns))
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(map(cell, (*OURS, *columns)))
    for one in shown:
        ours = [cell(one.table.name), cell(hashes.get(one.table.name, ""))]
        for row in one.rows:
            held = dict(zip(one.columns, row, strict=True))
            writer.writerow([*ours, *(cell(_text(held.get(name), one.table, name)) for name in columns)])
    return out.getvalue()


def counted(shown: Sequence[RowsShown]) -> str:
    """How many rows of which dataset."""
    return ", ".join(
        f"{len(one.rows):,} {'row' if len(one.rows) == 1 else 'rows'} of {one.table.name}" for one in shown
    )


def _text(value: Cell, table: Table, name: str) -> str:
    """The cell as it was read: a list with the column's own delimiter, a number in digits, an unknown one empty."""
    if isinstance(value, tuple):
        return table.column(name).delimiter.join(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def incomplete(shown: Sequence[RowsShown]) -> Iterator[str]:
    """The datasets of which there are more rows than these."""
    yield from (one.table.name for one in shown if not one.complete)

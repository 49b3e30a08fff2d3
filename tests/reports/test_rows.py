"""Cells of the file of rows: values as they were read, each in its own form."""

import csv
import io
from datetime import date
from decimal import Decimal

from factcheck.model.explained import RowsShown
from factcheck.model.tables import Column, ColumnType, DataFile, Table
from factcheck.reports.rows import counted, incomplete, render

FILE = DataFile("t.csv", "/t.csv", "csv")
TABLE = Table("t", (Column("n", ColumnType.NUMBER), Column("tags", ColumnType.LIST, delimiter="/")), FILE)
OTHER = Table("u", (Column("day", ColumnType.DATE), Column("n", ColumnType.NUMBER)), FILE)


def test_each_value_has_its_own_form_and_each_row_its_dataset() -> None:
    """Large and small numbers are written in digits, and a number with a sign has no apostrophe."""
    shown = [
        RowsShown(TABLE, ("n", "tags"), ((Decimal("-1E+5"), ("a", "=b")), (Decimal("1E-3"), ()), (None, None)), True),
        RowsShown(OTHER, ("day", "n"), ((date(2024, 3, 1), Decimal(5)),), True),
    ]
    rows = list(csv.reader(io.StringIO(render(shown, {"t": "abc"}), newline="")))
    assert rows == [
        ["rows of", "sha256", "n", "tags", "day"],
        ["t", "abc", "-100000", "a/=b", ""],
        ["t", "abc", "0.001", "", ""],
        ["t", "abc", "", "", ""],
        ["u", "", "5", "", "2024-03-01"],
    ]
    assert counted(shown) == "3 rows of t, 1 row of u"
    assert list(incomplete(shown)) == []


def test_a_dataset_with_more_rows_is_told() -> None:
    assert list(incomplete([RowsShown(TABLE, ("n",), (), False)])) == ["t"]

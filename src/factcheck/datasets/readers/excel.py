"""Workbooks (xlsx, xls, xlsb, ods): one sheet, every cell as text, written as CSV for an engine.

Nothing in a workbook is evaluated: of a formula the stored result is read.
"""

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from factcheck.datasets.headers import check_header
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.tables import DataFile, Table

_MIDNIGHT = time()


def ready(table: Table, folder: Path) -> DataFile:
    """A CSV file in `folder` with the rows of the sheet. Raises FactcheckError where the sheet is not the described."""
    rows = _rows(table)
    check_header(_trimmed(next(rows, [])), table)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=folder, delete=False) as csv_file:
        writer = csv.writer(csv_file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(column.name for column in table.columns)
        writer.writerows(_of_columns(rows, table))
    written = replace(table.file, absolute=csv_file.name, format="csv", encoding="utf-8", delimiter=",", quote='"')
    return replace(written, header_row=1)


def _of_columns(rows: Iterator[list[str]], table: Table) -> Iterator[list[str]]:
    """The rows that hold anything, without the empty cells to the right of the table."""
    width = len(table.columns)
    for number, row in enumerate(rows, start=table.file.header_row + 1):
        if any(row[width:]):
            message = f"{table.file.path}: row {number} has a cell beyond the last column"
            raise _refused(message, "name every column in the line of names", table)
        if any(row):
            yield row[:width]


def _rows(table: Table) -> Iterator[list[str]]:
    import pandas as pd

    file = table.file
    try:
        sheet = pd.read_excel(
            file.absolute,
            sheet_name=file.sheet or 0,
            header=None,
            dtype=object,
            keep_default_na=False,
            na_filter=False,
            engine="calamine",
        )
    except ValueError as error:
        raise _refused(f"{file.path} has no such sheet ({error})", "write sheetName", table) from None
    except Exception as error:  # noqa: BLE001 - the reader of workbooks raises its own kinds of error, and others
        raise _refused(f"{file.path} cannot be read ({error})", "save it again", table) from None
    for row in sheet.iloc[file.header_row - 1 :].itertuples(index=False, name=None):
        yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """A cell as it would be typed: whole numbers without a point, others in their shortest form, days as ISO."""
    match cell:
        case str():
            return cell
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e15:  # noqa: PLR2004 - below, a float is exact
            return str(int(cell))
        case datetime() if cell.time() == _MIDNIGHT:
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _trimmed(header: list[str]) -> list[str]:
    """The line of names without the empty cells at its end."""
    while header and not header[-1]:
        header = header[:-1]
    return header


def _refused(message: str, remedy: str, table: Table) -> FactcheckError:
    return FactcheckError(Problem(message, table.place, remedy, code=ExitCode.NOT_CHECKED))

"""What a workbook holds that a reader of its cells would not see: hidden rows and columns, formulas without a result.

It is looked for in xlsx and ods. The formats xls and xlsb do not tell it in a way that is read here.
"""

import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError

from factcheck.datasets.layouts import bounds
from factcheck.datasets.oddities import ods, xlsx
from factcheck.datasets.oddities.found import Found, listed, place, spans
from factcheck.model.tables import DataFile

_LAST_ROW = 1 << 20
_LOOK = {"xlsx": xlsx.look, "ods": ods.look}

__all__ = ["oddities", "spans", "table_rows"]


@dataclass(frozen=True, slots=True)
class Odd:
    """What is odd about one sheet, a sentence each; and the cells that are shown as percents, by the column's place.

    Columns are counted from 1, the first of the sheet.
    """

    told: tuple[str, ...] = ()
    percents: Mapping[int, str] = field(default_factory=dict)


def oddities(file: DataFile, sheet: str) -> Odd:
    """What a person sees on the screen, or does not see, and a reader of the cells would not know."""
    look = _LOOK.get(file.format)
    if look is None:
        return Odd()
    try:
        with zipfile.ZipFile(file.absolute) as archive:
            found = look(archive, sheet)
    except (KeyError, ExpatError, zipfile.BadZipFile):
        return Odd(("whether rows are hidden could not be told",))
    inside = _of_table(found, file)
    return Odd(tuple(_told(inside)), _percents(inside, file))


def _percents(found: Found, file: DataFile) -> dict[int, str]:
    """The cells below the names that are shown as percents, by column."""
    columns: dict[int, list[str]] = {}
    for cell in found.percents:
        column, row = place(cell)
        if row > file.header_row:
            columns.setdefault(column, []).append(cell)
    return {column: listed(cells) for column, cells in columns.items()}


def _of_table(found: Found, file: DataFile) -> Found:
    """What is odd in the rows that the table takes up; notes above it do no harm."""
    first, last = table_rows(file)

    def inside(cell: str) -> bool:
        return first <= place(cell)[1] <= last

    return Found(
        hidden_rows={row for row in found.hidden_rows if first <= row <= last},
        hidden_columns=found.hidden_columns,
        formulas=list(filter(inside, found.formulas)),
        computed=list(filter(inside, found.computed)),
        errors=list(filter(inside, found.errors)),
        merged_rows={row for row in found.merged_rows if first <= row <= last},
        percents=list(filter(inside, found.percents)),
    )


def table_rows(file: DataFile) -> tuple[int, int]:
    """The first and the last row of a sheet that a table may take up."""
    _, _, last = bounds(file.layout.cells)
    return min((*file.layout.above, file.header_row)), last or _LAST_ROW


def _told(found: Found) -> Collection[str]:
    told = []
    if found.hidden_rows:
        told.append(f"hidden rows, and they were read: {spans(found.hidden_rows)}")
    if found.hidden_columns:
        told.append(f"hidden columns, and they were read: {', '.join(found.hidden_columns[:20])}")
    if found.formulas:
        cells = listed(found.formulas)
        told.append(f"formulas without a stored result, read as empty: {cells}; open the file and save it again")
    if found.computed:
        cells = f"read as they were stored: {listed(found.computed)}; open the file and save it again"
        told.append(f"formulas whose results the workbook wants calculated anew, {cells}")
    if found.errors:
        told.append(f"errors such as #N/A, read as empty: {listed(found.errors)}")
    if found.merged_rows:
        told.append(f"merged cells in row {spans(found.merged_rows)}: only the first cell of each has the value")
    return told

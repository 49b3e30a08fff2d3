"""Workbooks (xlsx, xls, xlsb, ods): one sheet, every cell as text.

Nothing in a workbook is evaluated: of a formula the stored result is read. What a person does not see on the screen
(hidden rows, columns and sheets), merged cells, and formulas without a stored result are remarked upon.
"""

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from factcheck.datasets.oddities import oddities, spans, table_rows
from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.model.tables import DataFile

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

LARGEST = 500_000_000
MOST_CELLS = 100_000_000
_MIDNIGHT = time()


def grid(file: DataFile) -> Grid:
    """The rows of the sheet that is named, or of the first."""
    import python_calamine

    _refuse_large(file)
    try:
        book = python_calamine.CalamineWorkbook.from_path(file.absolute)
        name = _sheet_name(book, file)
        sheet = book.get_sheet_by_name(name)
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(f"{file.path} cannot be read ({error})", "save it again") from None
    _refuse_wide(sheet, file)
    odd = oddities(file, name)
    return Grid(_rows(sheet), [*_of_sheet(book, sheet, name, file), *odd.told], padded=True, percents=odd.percents)


def sheet_names(path: str) -> tuple[str, ...]:
    """The sheets of a workbook that was read before, and so is none that hurts."""
    import python_calamine

    return tuple(python_calamine.CalamineWorkbook.from_path(path).sheet_names)


def _refuse_large(file: DataFile) -> None:
    """A zip archive that unpacks to more than a workbook may, or that says less than the truth of its size."""
    if file.format == "xls":
        return
    try:
        with zipfile.ZipFile(file.absolute) as archive:
            size = sum(one.file_size for one in archive.infolist())
            if size > LARGEST:
                told = f"{file.path} unpacks to {size // 1_000_000:,} MB; at most {LARGEST // 1_000_000} MB are read"
                raise UnreadableError(told, "save the one sheet as CSV, and describe that")
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        told = f"{file.path} cannot be read ({error})"
        raise UnreadableError(told, "it may be cut short or locked: get it again, or save it again") from None
    if damaged:
        raise UnreadableError(f"{file.path} cannot be read ({damaged} is damaged)", "get the file again")


def _sheet_name(book: "CalamineWorkbook", file: DataFile) -> str:
    if not book.sheet_names:
        raise UnreadableError(f"{file.path} has no sheet", "get the file again")
    if file.sheet and file.sheet not in book.sheet_names:
        listed = ", ".join(book.sheet_names[:20])
        raise UnreadableError(f'{file.path} has no such sheet: "{file.sheet}"', f"write sheetName, one of: {listed}")
    return file.sheet or book.sheet_names[0]


def _refuse_wide(sheet: "CalamineSheet", file: DataFile) -> None:
    """Cells far out make a sheet that fits in no memory."""
    cells = sheet.total_height * sheet.total_width
    if cells > MOST_CELLS:
        told = f"{file.path} has a sheet of {cells // 1_000_000:,} million cells; at most {MOST_CELLS // 1_000_000} are"
        raise UnreadableError(f"{told} read", "delete the empty rows and columns with a stray cell at their end")


def _of_sheet(book: "CalamineWorkbook", sheet: "CalamineSheet", name: str, file: DataFile) -> Iterator[str]:
    """Whether the sheet is hidden, and what is merged in it."""
    shown = {one.name: str(one.visible).endswith("Visible") for one in book.sheets_metadata}
    if not shown.get(name, True):
        yield f'the sheet "{name}" is hidden, and was read'
    if hidden := [other for other, seen in shown.items() if not seen and other != name]:
        yield f"hidden sheets that were not read: {', '.join(hidden[:10])}"
    first, last = table_rows(file)
    merged = {row for (top, _), (end, _) in sheet.merged_cell_ranges or () for row in range(top + 1, end + 2)}
    if rows := {row for row in merged if first <= row <= last}:
        yield f"merged cells in row {spans(rows)}: only the first cell of each has the value"


def _rows(sheet: "CalamineSheet") -> Iterator[tuple[int, list[str]]]:
    """The rows from the first of the sheet, from its first column."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield number, before + [_text(cell) for cell in row]


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

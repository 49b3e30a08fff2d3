"""What the engine complains of, in words of the file and with what to do."""

import re

from factcheck.engines.process import WorkerError
from factcheck.model.queries import Failure
from factcheck.model.spelling import plural
from factcheck.model.tables import Table

# Errors that the file makes whatever is asked of it.
_OF_FILE = ("CSV Error", "CSV Parser", "Invalid unicode", "No such file", "Parquet", "parquet", "Cannot open file")

_LINE = re.compile(r"CSV Error on Line: (\d+)")
_CELLS = re.compile(r"Expected Number of Columns: (\d+) Found: (\d+)")

_ARITHMETIC = ("OutOfRangeException", "ConversionException")


def is_of_file(error: WorkerError) -> bool:
    """Whether every statement on the table would fail alike."""
    return any(sign in error.message for sign in _OF_FILE)


def is_of_memory(error: WorkerError) -> bool:
    return error.kind in ("OutOfMemoryException", "MemoryError")


def failure(error: WorkerError, table: Table) -> Failure:
    """The failure a refused statement stands for."""
    if is_of_file(error):
        return _of_file(error.message, table)
    if error.kind in _ARITHMETIC or "inexact" in error.message:
        detail = error.message.splitlines()[0]
        return Failure(f"{table.name}: the figure cannot be calculated exactly ({detail})", "use a larger unit")
    if is_of_memory(error):
        return Failure(f"{table.name}: the figure needs more memory than allowed", "narrow it with where")
    return Failure(f"{table.name}: the engine refused ({error.kind}: {error.message.splitlines()[0]})")


def late(table: Table, seconds: float | None) -> Failure:
    """The failure of what a worker had not answered when it ended."""
    if seconds is None:
        return Failure(f"{table.name}: the engine ended before it answered", "the machine may be short of memory")
    return Failure(f"{table.name}: took longer than {seconds:g} seconds", "allow more time, or keep it as Parquet")


def _of_file(message: str, table: Table) -> Failure:
    message = message.replace(table.file.absolute, table.file.path)
    found = _LINE.search(message)
    place = f"{table.file.path}:{found[1]}" if found else table.file.path
    if cells := _CELLS.search(message):
        return Failure(
            f"{place}: the row has {plural(int(cells[2]), 'cell')}, the header {cells[1]}",
            f"correct the row, or check the delimiter {table.file.delimiter!r}",
        )
    for sign, (what, remedy) in _SIGNS.items():
        if sign in message:
            return Failure(f"{place}: {what}", remedy)
    return Failure(f"{place}: cannot be read ({message.splitlines()[0]})", "check the file and its description")


_SIGNS = {
    "Invalid unicode": ("not all of it is UTF-8", "declare its encoding"),
    "unterminated quote": ("a quote mark is opened and not closed, or stands inside a cell", "double it inside a cell"),
    "invalid state": ("line endings or quote marks are mixed", "save it again with one kind of line ending"),
    "Maximum line size": ("a line is longer than 2 million characters", "check for a quote mark that is not closed"),
    "No such file": ("there is no such file", "check the path"),
}

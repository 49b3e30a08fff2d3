"""Keys that should tell rows apart and do not: rows that stand twice would be counted twice."""

from collections.abc import Sequence

from factcheck.errors import ExitCode, Problem
from factcheck.model.queries import Cell
from factcheck.model.spelling import plural
from factcheck.model.tables import Table

_SHOWN = 3


def key_problem(table: Table, found: Sequence[Sequence[Cell]]) -> Problem:
    """The problem of keys, each with its number of rows, that come several times or are missing."""
    told = "; ".join(_told(table.key, row) for row in found[:_SHOWN]) + ("; and others" if found[_SHOWN:] else "")
    remedy = "correct the file; or, if rows may repeat by design, take primaryKey out of the description"
    return Problem(
        f"{table.file.path}: the key does not tell rows apart: {told}", table.place, remedy, code=ExitCode.NOT_CHECKED
    )


def _told(key: Sequence[str], row: Sequence[Cell]) -> str:
    *values, times = row
    parts = ", ".join(
        f"{name} is missing" if value is None else f"{name} = {value}" for name, value in zip(key, values, strict=True)
    )
    return f"{parts} in {plural(int(str(times)), 'row')}"

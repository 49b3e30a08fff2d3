"""`value`: one cell, of the one row that `where` picks.

    value: members
    where: {year: 2022}

The condition must match exactly one row: none, or two, is an error in the claim file. Of a date it gives the year.

Supports: "175 member states", where the row of that year says 175.
Refutes: "176 member states", on the same row.
Cannot decide: "175 member states", where the row's cell is missing, or where the table is incomplete and has no such
row.
"""

from collections.abc import Sequence

from factcheck.amounts.spread import range_of
from factcheck.amounts.values import HEAD, cells_in, column_of, head_figures, measurement, nothing, number_in
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Measure
from factcheck.model.conditions import Cond
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import interval
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL, Of.SHARE, Of.YEAR})


def scope(measure: Measure, table: Table) -> Cond:
    return measure.where


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    rows = scope(measure, table)
    of = column_of(measure)
    return (*head_figures(measure, rows), Figure("least", of, rows, "low"), Figure("most", of, rows, "high"))


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The cell of the one row. Raises FactcheckError where there is no row, or more than one."""
    seen = cells_in(cells)
    if seen.rows > 1:
        raise FactcheckError(
            Problem(
                f"{seen.rows:,} rows of {table.name} match; a value is read from exactly one",
                remedy="narrow where: until one row is left, or use sum, mean, min or max",
            )
        )
    if not seen.rows and not seen.maybe and table.complete is not False:
        raise FactcheckError(
            Problem(f"no row of {table.name} matches; a value is read from exactly one", remedy="check where:")
        )
    if not seen.known:
        return nothing(measure, seen, table, could_be=range_of(column_of(measure), table), by_bounds=False)
    known = Interval(number_in(cells[HEAD]), number_in(cells[HEAD + 1]))
    return measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=known,
        if_complete=known,
        workings=f"value {interval(known, Of.LEVEL)}",
        by_bounds=False,
    )

"""`min`: the least value of a column.

    min: wage

Judged by the bounds: an unknown cell or an absent row may hold less, so the least known value is the most it can be.
Rows that are totals of others are left out.

Supports: "the lowest wage is 9.50", where every wage is known and the least is 9.50.
Refutes: "everybody earns at least 10", where one wage is 9.50, whatever is missing.
Cannot decide: "the lowest wage is 9.50", where one wage is missing.
"""

from collections.abc import Sequence

from factcheck.amounts.scope import without_totals
from factcheck.amounts.spread import range_of
from factcheck.amounts.values import HEAD, cells_in, column_of, head_figures, measurement, nothing, number_in
from factcheck.model.claims import Measure
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import interval
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL, Of.SHARE, Of.YEAR})

scope = without_totals


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    rows = scope(measure, table)
    of = column_of(measure)
    return (*head_figures(measure, rows), Figure("least", of, rows, "low"), Figure("least", of, rows, "high"))


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The least known value; unknown cells may hold as little as the column's declared range allows."""
    seen = cells_in(cells)
    if not seen.known:
        return nothing(measure, seen, table, could_be=range_of(column_of(measure), table), by_bounds=True)
    known = Interval(number_in(cells[HEAD]), number_in(cells[HEAD + 1]))
    lower = Interval(range_of(column_of(measure), table).hull(known).low, known.high)
    if_complete = lower if seen.unknown else known
    return measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=lower if table.complete is False else if_complete,
        if_complete=if_complete,
        workings=f"least {interval(known, Of.LEVEL)} of {seen.known:,} known values",
        by_bounds=True,
    )

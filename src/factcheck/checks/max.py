"""`max`: the greatest value of a column.

    max: wage

Judged by the bounds: an unknown cell or an absent row may hold more, so the greatest known value is the least it can
be. Rows that are totals of others are left out. "Up to 40" asks of a maximum that it come near 40.

Supports: "wages of up to 40 an hour", where every wage is known and the greatest is 39.
Refutes: "wages of at most 40", where one wage is 41, whatever is missing.
Cannot decide: "wages of at most 40", where one wage is missing.
"""

from collections.abc import Sequence
from dataclasses import replace

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
    return (*head_figures(measure, rows), Figure("most", of, rows, "low"), Figure("most", of, rows, "high"))


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The greatest known value; unknown cells may hold as much as the column's declared range allows."""
    seen = cells_in(cells)
    if not seen.known:
        return nothing(measure, seen, table, could_be=range_of(column_of(measure), table), by_bounds=True)
    known = Interval(number_in(cells[HEAD]), number_in(cells[HEAD + 1]))
    upper = Interval(known.low, range_of(column_of(measure), table).hull(known).high)
    if_complete = upper if seen.unknown else known
    result = measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=upper if table.complete is False else if_complete,
        if_complete=if_complete,
        workings=f"greatest {interval(known, Of.LEVEL)} of {seen.known:,} known values",
        by_bounds=True,
    )

    return replace(result, maximum=True)

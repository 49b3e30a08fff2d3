"""`sum`: what the values of a column add up to.

    sum: victims

Judged by the bounds: a missing value may be anything that the column's declared minimum and maximum allow, and so may
a row of which it is unknown whether it is meant, whatever its cell holds: such bounds are wide, not wrong. Absent
rows of an incomplete table may add to a sum of non-negative numbers. Rows that are totals of others are refused,
unless `where` says which rows are meant.

Supports: "more than 150 detected", over 100, 60 and a missing value, where the column declares `minimum: 0`.
Refutes: "fewer than 150 detected", over the same.
Cannot decide: "160 detected", over the same: the missing value may add to it.
"""

from collections.abc import Sequence

from factcheck.amounts.scope import fraction, refuse_totals
from factcheck.amounts.spread import range_of, times
from factcheck.amounts.values import HEAD, cells_in, head_figures, measurement, nothing, weighed_column
from factcheck.model.claims import Measure
from factcheck.model.conditions import Cond
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import EVERYTHING, Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import interval, plural
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL, Of.SHARE})


def scope(measure: Measure, table: Table) -> Cond:
    return refuse_totals(measure, table)


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    rows = scope(measure, table)
    of = weighed_column(measure)
    ends = (Figure("sum", of, rows, "low"), Figure("sum", of, rows, "high"), Figure("least", of, rows, "low"))
    return head_figures(measure, rows) + ends


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The sum of the known values; every unknown cell adds something of the column's declared range."""
    seen = cells_in(cells)
    range_ = range_of(weighed_column(measure), table)
    unsure = range_.hull(Interval.at(0))
    missing = times(range_, Interval.at(seen.blank)) + times(unsure, Interval.at(seen.maybe))
    if not seen.known:
        return nothing(measure, seen, table, could_be=missing, by_bounds=True)
    low, high, least = (fraction(cell) for cell in cells[HEAD:])
    known = Interval(low, high)
    if_complete = known + missing
    bounds = if_complete
    if table.complete is False:
        never_negative = least >= 0 and (range_.low is None or range_.low >= 0)
        bounds = Interval(if_complete.low, None) if never_negative else EVERYTHING
    return measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=bounds,
        if_complete=if_complete,
        workings=f"sum {interval(known, Of.LEVEL)} over {plural(seen.known, 'known value')}",
        by_bounds=True,
    )

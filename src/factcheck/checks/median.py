"""`median`: the middle of a column's known values; of an even number, half the sum of the two middle ones.

    median: income

A whole number said of a median accepts half a unit each way. Rows that are totals of others are refused, unless
`where` says which rows are meant.

Supports: "the median income is 30,500", over 20,000, 30,000, 31,000 and 90,000.
Refutes: "the median income is 42,750", over the same: that is the mean.
Cannot decide: "the median income is 30,500" with `missing: bounds`, where one more income is missing.
"""

from collections.abc import Sequence

from factcheck.amounts.scope import fraction, refuse_totals
from factcheck.amounts.spread import range_of
from factcheck.amounts.values import HEAD, cells_in, column_of, head_figures, measurement, nothing
from factcheck.model.claims import Measure
from factcheck.model.conditions import Cond, Name
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import interval, plural
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL, Of.SHARE})


def scope(measure: Measure, table: Table) -> Cond:
    return refuse_totals(measure, table)


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    rows = scope(measure, table)
    of = column_of(measure)
    weight = Name(measure.weight) if measure.weight else None
    middles = (
        Figure("lower_middle", of, rows, "low", weight),
        Figure("upper_middle", of, rows, "low", weight),
        Figure("lower_middle", of, rows, "high", weight),
        Figure("upper_middle", of, rows, "high", weight),
    )
    return head_figures(measure, rows) + middles


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """Halfway between the middles. Unknown rows may move it anywhere that the column's declared range allows."""
    seen = cells_in(cells)
    if not seen.known or cells[HEAD] is None:
        return nothing(measure, seen, table, could_be=range_of(column_of(measure), table), by_bounds=False)
    lower, upper, lower_high, upper_high = (fraction(cell) for cell in cells[HEAD:])
    known = Interval((lower + upper) / 2, (lower_high + upper_high) / 2)
    range_ = range_of(column_of(measure), table)
    if_complete = known.hull(range_) if seen.unknown else known
    return measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=known.hull(range_) if table.complete is False else if_complete,
        if_complete=if_complete,
        workings=f"median {interval(known, Of.LEVEL)} of {plural(seen.known, 'known value')}",
        by_bounds=False,
        may_be_whole=False,
    )

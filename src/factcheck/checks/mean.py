"""`mean`: the arithmetic mean of a column, among its known values.

    mean: price

With `weight`, each row counts as often as that column says. A whole number said of a mean accepts half a unit each
way. Rows that are totals of others are refused, unless `where` says which rows are meant.

Supports: "the average price is 12", where the known prices have the mean 12.4.
Refutes: "the average price is 12", where it is 12.6.
Cannot decide: "the average price is 12" with `missing: bounds`, where a price is missing and has no declared range.
"""

from collections.abc import Sequence

from factcheck.amounts.counting import spoken
from factcheck.amounts.scope import counted, fraction, refuse_totals, tallies, unknown_values
from factcheck.amounts.spread import range_of, times
from factcheck.amounts.values import (
    HEAD,
    Cells,
    cells_in,
    column_of,
    head_figures,
    measurement,
    nothing,
    weighed_column,
)
from factcheck.model.claims import Measure
from factcheck.model.conditions import Cond, Is, Known, both
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import interval
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL, Of.SHARE})


def scope(measure: Measure, table: Table) -> Cond:
    return refuse_totals(measure, table)


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    rows = scope(measure, table)
    weighed = weighed_column(measure)
    ends = (Figure("sum", weighed, rows, "low"), Figure("sum", weighed, rows, "high"))
    if measure.weight is None:
        return head_figures(measure, rows) + ends
    counts = (both(rows, Known(weighed)), unknown_values(weighed, rows), Is(rows, "unknown"))
    return head_figures(measure, rows) + ends + tallies(counts, weight=measure.weight)


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """Sum over number among the known; every unknown row may hold anything of the column's declared range."""
    seen = cells_in(cells)
    total = Interval(fraction(cells[HEAD]), fraction(cells[HEAD + 1]))
    number, blank, maybe = counted(cells[HEAD + 2 :], weight=measure.weight) if measure.weight else _rows(seen)
    if not seen.known or number == Interval.at(0):
        return nothing(measure, seen, table, could_be=range_of(column_of(measure), table), by_bounds=False)
    range_ = range_of(column_of(measure), table)
    known = total / number
    if_complete = (total + times(range_, blank + maybe)) / (number + blank + maybe) if seen.unknown else known
    return measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=known.hull(range_) if table.complete is False else if_complete.hull(known),
        if_complete=if_complete.hull(known),
        workings=f"{interval(total, Of.LEVEL)} / {spoken(number)} = mean {interval(known, Of.LEVEL)}",
        by_bounds=False,
        may_be_whole=False,
    )


def _rows(seen: Cells) -> tuple[Interval, Interval, Interval]:
    """Without a weight each row is one: the known, those without a value, those that may be in scope."""
    return Interval.at(seen.known), Interval.at(seen.blank), Interval.at(seen.maybe)

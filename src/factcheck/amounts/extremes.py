"""The least and the greatest value of a column: the same figure, seen from either end."""

from collections.abc import Sequence
from typing import Literal

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

Extreme = Literal["least", "most"]


def extreme_figures(extreme: Extreme, measure: Measure, table: Table) -> tuple[Figure, ...]:
    """The extreme with censored cells at their low and at their high end."""
    rows, of = without_totals(measure, table), column_of(measure)
    return (*head_figures(measure, rows), Figure(extreme, of, rows, "low"), Figure(extreme, of, rows, "high"))


def extreme_measured(extreme: Extreme, measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The extreme of the known values; unknown cells may go beyond it as far as the column's declared range allows."""
    seen, range_ = cells_in(cells), range_of(column_of(measure), table)
    if not seen.known:
        return nothing(measure, seen, table, could_be=range_, by_bounds=True)
    known = Interval(number_in(cells[HEAD]), number_in(cells[HEAD + 1]))
    wide = range_.hull(known)
    beyond = Interval(wide.low, known.high) if extreme == "least" else Interval(known.low, wide.high)
    if_complete = beyond if seen.unknown else known
    return measurement(
        measure,
        table,
        cells=seen,
        known=known,
        bounds=beyond if table.complete is False else if_complete,
        if_complete=if_complete,
        workings=f"{extreme} {interval(known, Of.LEVEL)} of {seen.known:,} known values",
        by_bounds=True,
    )

"""`min`: the least value of a column.

    min: wage

Judged by the bounds: an unknown cell or an absent row may hold less, so the least known value is the most it can be.
Rows that are totals of others are left out.

Supports: "the lowest wage is 9.50", where every wage is known and the least is 9.50.
Refutes: "everybody earns at least 10", where one wage is 9.50, whatever is missing.
Cannot decide: "the lowest wage is 9.50", where one wage is missing.
"""

from collections.abc import Sequence

from factcheck.amounts.extremes import extreme_figures, extreme_measured
from factcheck.amounts.scope import without_totals
from factcheck.model.claims import Measure
from factcheck.model.measurements import Measurement
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL, Of.SHARE, Of.YEAR})

scope = without_totals


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    return extreme_figures("least", measure, table)


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The least known value, and how far unknown cells may go beyond it."""
    return extreme_measured("least", measure, table, cells)

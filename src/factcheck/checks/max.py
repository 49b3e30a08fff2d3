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
    return extreme_figures("most", measure, table)


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The greatest known value, and how far unknown cells may go beyond it."""
    return replace(extreme_measured("most", measure, table, cells), maximum=True)

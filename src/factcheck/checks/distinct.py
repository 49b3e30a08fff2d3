"""`distinct`: how many different known values a column has.

    distinct: country

Judged by the bounds: each unknown cell may hold one value more. Rows that are totals of others are left out.

Supports: "victims from 123 countries", where the column holds 123 different countries and no cell is missing.
Refutes: "victims from 125 countries", where it holds 123 and one cell is missing.
Cannot decide: "victims from 123 countries", where it holds 123 and one cell is missing.
"""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.amounts.asking import missing_note
from factcheck.amounts.counting import spoken, whole
from factcheck.amounts.scope import true_rows, without_totals
from factcheck.amounts.spread import with_margin
from factcheck.amounts.values import HEAD, cells_in, column_of, head_figures, nothing
from factcheck.model.claims import Measure
from factcheck.model.conditions import Compare, Expr, Is, Known, both, columns_of
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.tables import Table

GIVES = frozenset({Of.LEVEL})

scope = without_totals


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    rows, of = scope(measure, table), column_of(measure)
    if not _is_censored(of, table):
        return (*head_figures(measure, rows), Figure("distinct", of, rows))
    exact = Compare("=", of, of)
    hidden = true_rows(both(rows, Is(exact, "unknown"), Known(of)))
    return (*head_figures(measure, rows), Figure("distinct", of, both(rows, exact)), hidden)


def _is_censored(of: Expr, table: Table) -> bool:
    """A censored cell may equal another or not: only a value that surely equals itself is counted."""
    return any(table.column(name).censored for name in columns_of(of))


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The different values among the known: at least these, and at most one more for each unknown."""
    seen = cells_in(cells)
    if not seen.rows and not seen.maybe:
        return nothing(measure, seen, table, could_be=Interval.at(0), by_bounds=True)
    different, *censored = (whole(cell) for cell in cells[HEAD:])
    hidden = sum(censored)
    known = Interval.at(different) + Interval(Fraction(0), Fraction(hidden))
    least = max(different, 1 if seen.blank or hidden else 0)
    if_complete = Interval(Fraction(least), Fraction(different + hidden + seen.unknown))
    bounds = Interval(if_complete.low, None) if table.complete is False else if_complete
    told = f"{spoken(known)} different values among {seen.known:,} known"
    return Measurement(
        amounts=(with_margin(Amount(Of.LEVEL, known, bounds, if_complete), table),),
        workings=(told + (f"; {seen.unknown:,} unknown" if seen.unknown else ""),),
        notes=missing_note(seen.unknown, seen.rows + seen.maybe),
        by_bounds=True,
        whole=True,
        unknown=seen.unknown,
    )

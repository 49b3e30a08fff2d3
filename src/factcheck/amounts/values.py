"""What the kinds that read a column share: how many of its cells are known, and the measurement they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from factcheck.amounts.asking import missing_note
from factcheck.amounts.counting import whole
from factcheck.amounts.scope import fraction, product, true_rows, unknown_rows
from factcheck.amounts.spread import unit_of, valued
from factcheck.model.claims import Measure
from factcheck.model.conditions import Arith, Cond, Expr, Name, Value
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import EVERYTHING, Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.tables import ColumnType, Table

HEAD = 3


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a measure: `rows` surely in scope, of them `blank` without a value, and `maybe` rows in scope."""

    rows: int
    blank: int
    maybe: int

    @property
    def known(self) -> int:
        return self.rows - self.blank

    @property
    def unknown(self) -> int:
        return self.blank + self.maybe


def column_of(measure: Measure) -> Expr:
    """What the measure reads. The loader of claim files gives every kind that needs a column one."""
    if measure.of is None:
        raise ValueError(f"a {measure.kind} without a column")
    return measure.of


def weighed_column(measure: Measure) -> Expr:
    """What the measure adds up: its column, times its weight where it has one."""
    return product(column_of(measure), measure.weight)


def head_figures(measure: Measure, scope: Cond) -> tuple[Figure, ...]:
    """The figures behind `cells_in`, to be asked first. A value without a weight is as unknown as none.

    The known are counted, not the unknown: a condition on the column would make each of its values a group of the cube.
    """
    return true_rows(scope), Figure("known", weighed_column(measure), scope), unknown_rows(scope)


def cells_in(cells: Sequence[Cell]) -> Cells:
    rows, known, maybe = (whole(cell) for cell in cells[:HEAD])
    return Cells(rows, rows - known, maybe)


def nothing(measure: Measure, cells: Cells, table: Table, *, could_be: Interval, by_bounds: bool) -> Measurement:
    """There is no value to measure: no row in scope, or none whose value is known.

    What the unknown could be is told even so: beside others, as in a ranking, it could go either way.
    """
    if table.complete is False:
        empty = "no row is in scope, and the table is incomplete"
    else:
        empty = "no value is known" if cells.rows else "no row is in scope"
    bounds = EVERYTHING if table.complete is False else could_be
    return Measurement(
        amounts=valued(column_of(measure), table, bounds, bounds, could_be) if cells.unknown else (),
        notes=missing_note(cells.unknown, cells.rows + cells.maybe),
        empty=empty,
        unknown=cells.unknown,
        by_bounds=by_bounds,
    )


def measurement(
    measure: Measure,
    table: Table,
    *,
    cells: Cells,
    known: Interval,
    bounds: Interval,
    if_complete: Interval,
    workings: str,
    by_bounds: bool,
    may_be_whole: bool = True,
) -> Measurement:
    """The measurement that a column's value, sum, least and so on comes to."""
    of = column_of(measure)
    unit = unit_of(of, table)
    return Measurement(
        amounts=valued(of, table, known, bounds, if_complete),
        workings=(workings + (f"; {cells.unknown:,} unknown" if cells.unknown else ""),),
        notes=missing_note(cells.unknown, cells.rows + cells.maybe),
        by_bounds=by_bounds,
        whole=may_be_whole and _is_whole(of, table),
        unknown=cells.unknown,
        unit=unit,
        counts=unit,
    )


def number_in(cell: Cell) -> Fraction:
    """A cell as a number; of a date, its year."""
    return Fraction(cell.year) if isinstance(cell, date) else fraction(cell)


def _is_whole(of: Expr, table: Table) -> bool:
    """A column of whole numbers, unscaled or scaled, cannot hold a half; one declared `number` can."""
    match of:
        case Name(column):
            return table.column(column).type in (ColumnType.INTEGER, ColumnType.YEAR)
        case Value(value):
            return isinstance(value, Decimal) and value == value.to_integral_value()
        case Arith(_, left, right):
            return _is_whole(left, table) and _is_whole(right, table)

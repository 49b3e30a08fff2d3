"""How far values may spread: what a missing cell may hold, and how uncertain the source says it is."""

from dataclasses import replace
from fractions import Fraction

from factcheck.model.conditions import Arith, Expr, Name, Value
from factcheck.model.measurements import Amount
from factcheck.model.numbers import EVERYTHING, Interval
from factcheck.model.readings import Of
from factcheck.model.tables import Column, Table

PERCENT = "percent"


def range_of(of: Expr, table: Table) -> Interval:
    """What a cell may hold that is not known: the range the description promises for its columns."""
    match of:
        case Name(column):
            return _promised(table.column(column))
        case Value(value):
            return EVERYTHING if isinstance(value, str) or not hasattr(value, "as_integer_ratio") else _at(value)
        case Arith("+", left, right):
            return range_of(left, table) + range_of(right, table)
        case Arith("-", left, right):
            return range_of(left, table) - range_of(right, table)
        case Arith(_, left, right):
            return range_of(left, table) * range_of(right, table)


def _at(value: object) -> Interval:
    return Interval.at(Fraction(str(value)))


def _promised(column: Column) -> Interval:
    scale = Fraction(column.scale)
    low = None if column.minimum is None else Fraction(column.minimum) * scale
    high = None if column.maximum is None else Fraction(column.maximum) * scale
    return Interval(low, high)


def times(values: Interval, number: Interval) -> Interval:
    """What so many unknown cells may add up to; no cells add up to nothing, however wide their range."""
    return Interval.at(0) if number == Interval.at(0) else values * number


def unit_of(of: Expr | None, table: Table) -> str:
    return table.column(of.column).unit if isinstance(of, Name) else ""


def valued(of: Expr, table: Table, known: Interval, bounds: Interval, if_complete: Interval) -> tuple[Amount, ...]:
    """The amounts that a value of a column is: a year, a share where the column is in percent, else a level."""
    if isinstance(of, Name) and table.column(of.column).type.is_time:
        return (Amount(Of.YEAR, known, bounds, if_complete),)
    level = with_margin(Amount(Of.LEVEL, known, bounds, if_complete), table)
    if unit_of(of, table) != PERCENT:
        return (level,)
    hundredth = Fraction(1, 100)
    share = Amount(Of.SHARE, known.scaled(hundredth), bounds.scaled(hundredth), if_complete.scaled(hundredth))
    return with_margin(share, table), level


def with_margin(amount: Amount, table: Table) -> Amount:
    """The amount with the uncertainty that its source declares: points for a share, else relative or absolute."""
    uncertainty = table.uncertainty
    if uncertainty is None:
        return amount
    if amount.of is Of.SHARE and uncertainty.points:
        return replace(amount, absolute=uncertainty.points)
    absolute = Fraction(0) if amount.of is Of.SHARE else uncertainty.absolute
    return replace(amount, absolute=absolute, relative=uncertainty.relative)

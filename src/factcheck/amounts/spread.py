"""How far values may spread: what a missing cell may hold, and how uncertain the source says it is."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.model.conditions import Arith, Expr, Name, Value
from factcheck.model.measurements import Amount
from factcheck.model.numbers import EVERYTHING, Interval
from factcheck.model.readings import Of
from factcheck.model.spelling import percent
from factcheck.model.tables import ASSUMED_POINTS, ASSUMED_RELATIVE, Column, Table, Uncertainty

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
    return _in_percent(share, level, table.uncertainty)


def _in_percent(share: Amount, level: Amount, uncertainty: Uncertainty | None) -> tuple[Amount, Amount]:
    """A share and the same in percent: what the source says of the one it says of the other."""
    if uncertainty is None or uncertainty.assumed:
        points = uncertainty.points if uncertainty else Fraction(0)
        return replace(share, absolute=points), level
    points = uncertainty.points or uncertainty.absolute / 100
    margins = (points, Fraction(0)) if points else (Fraction(0), uncertainty.relative)
    return (
        replace(share, absolute=margins[0], relative=margins[1]),
        replace(level, absolute=margins[0] * 100, relative=margins[1]),
    )


def with_margin(amount: Amount, table: Table) -> Amount:
    """The amount with the uncertainty that its source declares: points for a share, else relative or absolute.

    A source that names a size for shares alone, or none for shares, has an error there of a size that it does not name.
    """
    found = table.uncertainty
    if found is None:
        return amount
    if amount.of is not Of.SHARE:
        unnamed = bool(found.points) and not (found.absolute or found.relative)
        return replace(amount, absolute=found.absolute, relative=ASSUMED_RELATIVE if unnamed else found.relative)
    if found.points or found.absolute:
        return replace(amount, absolute=found.points or ASSUMED_POINTS)
    return replace(amount, relative=found.relative)


def assumed(amounts: Sequence[Amount], table: Table) -> str:
    """The size that was assumed for these amounts, as words; nothing where the source names it."""
    found, kinds = table.uncertainty, frozenset(amount.of for amount in amounts)
    share, level = percent(ASSUMED_POINTS).rstrip("%"), percent(ASSUMED_RELATIVE)
    if found is None:
        return ""
    if found.assumed:
        return f"the source names no size; taken as {share} points, or {level}"
    if found.absolute and kinds == {Of.SHARE}:
        return f"the source names no size for shares; taken as {share} points"
    if found.points and kinds == {Of.LEVEL}:
        return f"the source names a size for shares alone; taken as {level}"
    return ""

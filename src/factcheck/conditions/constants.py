"""Constants of a condition, in the type of the column they are compared with."""

from collections.abc import Callable
from decimal import Decimal

from factcheck.conditions.leaves import days
from factcheck.conditions.mistakes import At, BadCondition, Mistake
from factcheck.conditions.operands import TRUTHS, Operated, Truth, beside
from factcheck.conditions.parser import parse_expression
from factcheck.conditions.tree import Constant, Days, Number, Operand, Text
from factcheck.model.conditions import And, Compare, Cond, In, Or, Scalar, Value
from factcheck.model.tables import Column, ColumnType, Table

LATEST_YEAR = 9999


def constant(written: Constant | Truth, side: Operated, table: Table) -> Scalar | Days:
    """The value to compare `side` with; days from first to last where it is one of dates.

    Raises BadCondition where the types do not fit.
    """
    if isinstance(written, Text) and side.column:
        written = _without_alias(written, side.column, table)
    return _READ[side.type](written, side)


def item_of(item: Text, column: Column, table: Table) -> str:
    """The item of a list column, its alias replaced."""
    known = {alias: value for name, alias, value in table.value_aliases if name == column.name}
    return known.get(item.text, item.text)


def listed(side: Operated | Constant | Truth, items: tuple[Operand, ...], table: Table) -> Cond:
    """The condition that `side` equals one of the items."""
    if not isinstance(side, Operated):
        raise BadCondition(Mistake("in needs a column before it", side.at, "write COLUMN in (...)"))
    values = tuple(_item(item, side, table) for item in items)
    if not any(isinstance(value, Days) for value in values):
        return In(side.expr, tuple(value for value in values if not isinstance(value, Days)))
    ways = tuple(
        within(side, value) if isinstance(value, Days) else Compare("=", side.expr, Value(value)) for value in values
    )
    return ways[0] if len(ways) == 1 else Or(ways)


def within(side: Operated, when: Days) -> Cond:
    """From the first day to the last, both included."""
    if when.start == when.end:
        return Compare("=", side.expr, Value(when.start))
    return And((Compare(">=", side.expr, Value(when.start)), Compare("<=", side.expr, Value(when.end))))


def _item(item: Operand, side: Operated, table: Table) -> Scalar | Days:
    value = beside(item, side, table)
    if isinstance(value, Operated):
        raise BadCondition(Mistake("a list holds constants, not columns", item.at, "compare columns with = and or"))
    return constant(value, side, table)


def _without_alias(written: Text, column: Column, table: Table) -> Constant | Truth:
    actual = item_of(written, column, table)
    if actual == written.text or column.type is ColumnType.TEXT:
        return Text(actual, written.at)
    if column.type is ColumnType.BOOLEAN and actual.lower() in TRUTHS:
        return Truth(TRUTHS[actual.lower()], written.at, actual)
    replaced = parse_expression(actual)
    return replaced if isinstance(replaced, Number | Days) else Text(actual, written.at)


def _text(written: Constant | Truth, side: Operated) -> str:
    if not isinstance(written, Text):
        raise _misfit(written.at, f"{side.called} holds text", f"write '{written.text}'")
    if side.column and written.text in side.column.missing:
        message = f"'{written.text}' is declared to mean a missing value in {side.called}"
        raise _misfit(written.at, message, f"write {side.column.name} is not known")
    return written.text


def _number(written: Constant | Truth, side: Operated) -> Decimal:
    if isinstance(written, Number):
        return written.value
    remedy = f"write {written.text} without quotes" if _is_number(written.text) else "compare it with a number"
    raise _misfit(written.at, f"{side.called} holds numbers", remedy)


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _year(written: Constant | Truth, side: Operated) -> Decimal:
    if isinstance(written, Number) and 0 <= written.value <= LATEST_YEAR and written.value == int(written.value):
        return written.value
    raise _misfit(written.at, f"{side.called} holds years", "write a year, as 2021")


def _date(written: Constant | Truth, side: Operated) -> Days:
    if isinstance(written, Days):
        return written
    if _has_form_of_days(written):
        return days(written.text, written.at)
    raise _misfit(written.at, f"{side.called} holds dates", "write a day, a month or a year: 2023-07-30, 2023-07, 2023")


def _has_form_of_days(written: Constant | Truth) -> bool:
    parts = written.text.split("-")
    return all(part.isascii() and part.isdigit() for part in parts) and [len(part) for part in parts] in _DAYS_FORMS


_DAYS_FORMS = ([4], [4, 2], [4, 2, 2])


def _truth(written: Constant | Truth, side: Operated) -> bool:
    if isinstance(written, Truth):
        return written.value
    raise _misfit(written.at, f"{side.called} holds yes and no", "write = yes or = no, without quotes")


def _list(written: Constant | Truth, side: Operated) -> Scalar:
    name = side.column.name if side.column else "COLUMN"
    remedy = f"write {name} contains '{written.text}', or {name} only contains '{written.text}'"
    raise _misfit(written.at, f"{side.called} holds lists", remedy)


def _misfit(at: At, message: str, remedy: str) -> BadCondition:
    return BadCondition(Mistake(message, at, remedy))


_READ: dict[ColumnType, Callable[[Constant | Truth, Operated], Scalar | Days]] = {
    ColumnType.TEXT: _text,
    ColumnType.INTEGER: _number,
    ColumnType.NUMBER: _number,
    ColumnType.YEAR: _year,
    ColumnType.DATE: _date,
    ColumnType.BOOLEAN: _truth,
    ColumnType.LIST: _list,
}

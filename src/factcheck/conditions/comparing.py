"""Comparisons and ranges, with both sides brought to one type."""

from factcheck.conditions.constants import constant, within
from factcheck.conditions.mistakes import BadCondition, Mistake
from factcheck.conditions.operands import Operated, Truth, beside, operated
from factcheck.conditions.tree import Between, Compared, Constant, Days
from factcheck.model.conditions import And, Compare, Comparison, Cond, Or, Scalar, Value
from factcheck.model.tables import ColumnType, Table

_MIRRORED: dict[Comparison, Comparison] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

# Texts have no order that all engines agree on, and yes is not more than no.
_UNORDERED = (ColumnType.TEXT, ColumnType.BOOLEAN)


def compared(tree: Compared, table: Table) -> Cond:
    """The comparison, a column first. Raises BadCondition where the sides do not fit each other."""
    right = beside(tree.right, operated(tree.left, table), table)
    left = beside(tree.left, right, table)
    if isinstance(left, Operated) and isinstance(right, Operated):
        return _two_columns(tree, left, right)
    if isinstance(left, Operated) and not isinstance(right, Operated):
        return _against(tree.op, left, right, table)
    if isinstance(right, Operated) and not isinstance(left, Operated):
        return _against(_MIRRORED[tree.op], right, left, table)
    raise BadCondition(Mistake("no column is compared", tree.at, "write: COLUMN = value"))


def ranged(tree: Between, table: Table) -> Cond:
    """From the one to the other, both included."""
    low = compared(Compared(">=", tree.of, tree.low, tree.at), table)
    high = compared(Compared("<=", tree.of, tree.high, tree.at), table)
    if _is_backward(low, high):
        raise BadCondition(Mistake("the range ends before it begins", tree.low.at.to(tree.high.at), "turn it round"))
    return And((low, high))


def _is_backward(low: Cond, high: Cond) -> bool:
    match low, high:
        case Compare(right=Value(start)), Compare(right=Value(end)):
            return type(start) is type(end) and bool(start > end)  # type: ignore[operator]  # of one type
        case _:
            return False


def _against(op: Comparison, side: Operated, written: Constant | Truth, table: Table) -> Cond:
    value = constant(written, side, table)
    _refuse_order(op, side)
    if isinstance(value, Days):
        return _against_days(op, side, value)
    return Compare(op, side.expr, Value(value))


def _against_days(op: Comparison, side: Operated, when: Days) -> Cond:
    """A month or a year is all its days: before it is before the first, up to it includes the last."""
    if op == "=" or (op == "!=" and when.start == when.end):
        return within(side, when) if op == "=" else _day("!=", side, when.start)
    if op == "!=":
        return Or((_day("<", side, when.start), _day(">", side, when.end)))
    return _day(op, side, when.start if op in ("<", ">=") else when.end)


def _day(op: Comparison, side: Operated, day: Scalar) -> Compare:
    return Compare(op, side.expr, Value(day))


def _two_columns(tree: Compared, left: Operated, right: Operated) -> Cond:
    alike = left.type is right.type or (left.type.is_numeric and right.type.is_numeric)
    if not alike:
        message = f"{left.called} is of type {left.type}, {right.called} of type {right.type}"
        raise BadCondition(Mistake(message, tree.at, "compare columns of one type"))
    if left.type is ColumnType.LIST:
        remedy = "ask whether a list contains an item: COLUMN contains OTHER"
        raise BadCondition(Mistake("two lists cannot be compared", tree.at, remedy))
    _refuse_order(tree.op, left)
    return Compare(tree.op, left.expr, right.expr)


def _refuse_order(op: Comparison, side: Operated) -> None:
    if side.type in _UNORDERED and op not in ("=", "!="):
        remedy = "compare with = or !=, or declare the column as a number, a year or a date"
        raise BadCondition(Mistake(f"{side.called} has no order", side.at, remedy))

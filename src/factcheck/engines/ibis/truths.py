"""Conditions in Ibis: true, false, or NULL where the cells do not tell."""

import operator
from collections.abc import Callable
from datetime import date
from decimal import ROUND_FLOOR, Decimal, localcontext

import ibis
import ibis.expr.types as ir

from factcheck.engines.ibis import values
from factcheck.engines.ibis.terms import Scope, Term, cast, constant, single, term
from factcheck.engines.sql import BOOLEAN, CannotAskError, SqlType, decimal_type, holds
from factcheck.model.conditions import And, Compare, Comparison, Cond, Contains, HasText, In, Is, Known, Not, Or, Scalar

_MIRRORED: dict[Comparison, Comparison] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_HOLDS: dict[Comparison, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def truth(condition: Cond, scope: Scope) -> ir.BooleanValue:
    """The condition. Raises CannotAskError where it compares what cannot be compared."""
    match condition:
        case Not(of):
            return ~truth(of, scope)
        case And(parts):
            return values.all_of([truth(part, scope) for part in parts])
        case Or(parts):
            return values.any_of([truth(part, scope) for part in parts])
        case Is(of, "unknown"):
            return _unknown(truth(of, scope))
        case Is(of, wanted):
            found = truth(of, scope)
            return (found if wanted == "true" else ~found).fill_null(values.false())
        case _:
            return _of_cells(condition, scope)


def _unknown(found: ir.BooleanValue) -> ir.BooleanValue:
    """Neither true nor false. Ibis writes NOT x IS NULL without brackets, which means that x is something."""
    return ibis.cases((found, values.false()), (~found, values.false()), else_=values.true())


def _of_cells(condition: Compare | In | Contains | HasText | Known, scope: Scope) -> ir.BooleanValue:
    match condition:
        case Compare(op, left, right):
            return _compare(op, term(left, scope), term(right, scope))
        case In(of, listed):
            one = term(of, scope)
            if not listed:
                return _if_known(one, values.false())
            return values.any_of([_compare("=", one, constant(value)) for value in listed])
        case Contains(column, item, only):
            return _contains(scope.column(column), term(item, scope), only=only)
        case HasText(column, text):
            return _has_text(scope.column(column), text)
        case Known(of):
            return term(of, scope).low.notnull()


def _compare(op: Comparison, left: Term, right: Term) -> ir.BooleanValue:
    if left.type.kind != right.type.kind or left.type.kind == "list":
        remedy = "use contains on a list column" if "list" in (left.type.kind, right.type.kind) else ""
        raise CannotAskError(f"{left.type.kind} cannot be compared with {right.type.kind}", remedy)
    if left.constant is not None and right.constant is not None:
        return values.true() if _HOLDS[op](_sign(left.constant, right.constant), 0) else values.false()
    if left.constant is not None:
        return _compare(_MIRRORED[op], right, left)
    if isinstance(right.constant, Decimal):
        return _compare_with_number(op, left, right.constant)
    if left.type.kind == "number":
        wide = decimal_type(max(left.type.scale, right.type.scale))
        left, right = cast(left, wide), cast(right, wide)
    return _compare_ends(op, left, right)


def _sign(left: Scalar, right: Scalar) -> int:
    """Negative where the left is less, zero where they are equal. Text is ordered by its bytes."""
    match left, right:
        case (str(), str()):
            return (left.encode() > right.encode()) - (left.encode() < right.encode())
        case (Decimal(), Decimal()):
            return (left > right) - (left < right)
        case (date(), date()):
            return (left > right) - (left < right)
        case _:
            return int(left is not right)


def _compare_with_number(op: Comparison, left: Term, number: Decimal) -> ir.BooleanValue:
    """Against a number the column cannot hold, the answer depends only on which held numbers lie below it."""
    if holds(left.type, number):
        return _compare_ends(op, left, _as_term(number, left.type))
    if op in ("=", "!="):
        return _if_known(left, values.false() if op == "=" else values.true())
    below: Comparison = "<=" if op in ("<", "<=") else ">"
    if number.copy_abs() >= Decimal(10) ** left.type.whole_digits:
        return _if_known(left, values.true() if (number > 0) == (below == "<=") else values.false())
    return _compare_ends(below, left, _as_term(_floor(number, left.type.scale), left.type))


def _as_term(number: Decimal, sql_type: SqlType) -> Term:
    return single(values.constant(number, sql_type), sql_type)


def _floor(number: Decimal, places: int) -> Decimal:
    with localcontext(prec=200):
        return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_FLOOR)


def _if_known(one: Term, answer: ir.BooleanValue) -> ir.BooleanValue:
    return values.when(one.low.notnull(), answer)


def _compare_ends(op: Comparison, left: Term, right: Term) -> ir.BooleanValue:
    """Between censored cells: certainly true, certainly false, or NULL."""
    if not left.is_span and not right.is_span:
        return _plainly(op, left.low, right.low)
    match op:
        case "=":
            same = (left.low == right.high) & (left.high == right.low)
            apart = (left.high < right.low) | (left.low > right.high)
            return ibis.cases((same, values.true()), (apart, values.false()))
        case "!=":
            return ~_compare_ends("=", left, right)
        case "<" | "<=":
            never = _plainly(">=" if op == "<" else ">", left.low, right.high)
            certain = _plainly(op, left.high, right.low)
            return ibis.cases((certain, values.true()), (never, values.false()))
        case ">" | ">=":
            return _compare_ends(_MIRRORED[op], right, left)


def _plainly(op: Comparison, left: ir.Value, right: ir.Value) -> ir.BooleanValue:
    match op:
        case "=":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right


def _contains(elements: Term, item: Term, *, only: bool) -> ir.BooleanValue:
    """An element that is empty is unknown: it could be the item, or another."""
    if elements.type.kind != "list" or item.type.kind != "text":
        raise CannotAskError("contains needs a list column and a text", "for a text column there is: has text")
    listed = elements.low
    known = listed.filter(lambda one: one != "")
    unknown = known.length() < listed.length()
    if only:
        others = listed.filter(lambda one: (one != "") & (one != item.low)).length() > 0
        certain, otherwise = (others, values.false()), values.true()
    else:
        certain, otherwise = (listed.contains(item.low), values.true()), values.false()
    absent = listed.isnull() | item.low.isnull()
    return ibis.cases((absent, values.nothing(BOOLEAN)), certain, (unknown, values.nothing(BOOLEAN)), else_=otherwise)


def _has_text(column: Term, text: str) -> ir.BooleanValue:
    if column.type.kind != "text":
        raise CannotAskError("has text needs a text column", "for a list column there is: contains")
    return column.low.contains(constant(text).low)

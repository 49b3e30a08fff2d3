"""Conditions in SQL: true, false, or NULL where the cells do not tell."""

import operator
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal, localcontext

from factcheck.engines.expressions import Scope, Term, cast, constant, term
from factcheck.engines.sql import CannotAskError, Parameters, SqlType, decimal_type, holds
from factcheck.model.conditions import (
    And,
    Compare,
    Comparison,
    Cond,
    Contains,
    HasText,
    In,
    Is,
    Known,
    Not,
    Or,
)

_MIRRORED: dict[Comparison, Comparison] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_HOLDS: dict[Comparison, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_TRUTHS = {"true": "true", "false": "false", "unknown": "null"}


def truth(condition: Cond, scope: Scope) -> str:
    """The SQL of a condition. Raises CannotAskError where it compares what cannot be compared."""
    match condition:
        case Not(of):
            return f"(not {truth(of, scope)})"
        case And(parts):
            return _joined([truth(part, scope) for part in parts], "and", empty="true")
        case Or(parts):
            return _joined([truth(part, scope) for part in parts], "or", empty="false")
        case Is(of, wanted):
            return f"({truth(of, scope)} is {_TRUTHS[wanted]})"
        case _:
            return _of_cells(condition, scope)


def _of_cells(condition: Compare | In | Contains | HasText | Known, scope: Scope) -> str:
    match condition:
        case Compare(op, left, right):
            return _compare(op, term(left, scope), term(right, scope), scope.parameters)
        case In(of, values):
            one = term(of, scope)
            found = [_compare("=", one, constant(value, scope.parameters), scope.parameters) for value in values]
            return _joined(found, "or", empty=f"({one.low} is null and null)")
        case Contains(column, item, only):
            return _contains(scope.column(column), term(item, scope), only=only)
        case HasText(column, text):
            return _has_text(scope.column(column), scope.parameters.text(text))
        case Known(of):
            return f"({term(of, scope).low} is not null)"


def _joined(parts: list[str], word: str, *, empty: str) -> str:
    return f"({f' {word} '.join(parts)})" if parts else empty


def _compare(op: Comparison, left: Term, right: Term, parameters: Parameters) -> str:
    if left.type.kind != right.type.kind or left.type.kind == "list":
        remedy = "use contains on a list column" if "list" in (left.type.kind, right.type.kind) else ""
        raise CannotAskError(f"{left.type.kind} cannot be compared with {right.type.kind}", remedy)
    if isinstance(left.constant, Decimal) and isinstance(right.constant, Decimal):
        return "true" if _HOLDS[op](left.constant, right.constant) else "false"
    if left.constant is not None and right.constant is None:
        return _compare(_MIRRORED[op], right, left, parameters)
    if isinstance(right.constant, Decimal) and left.constant is None:
        return _compare_with_number(op, left, right.constant, parameters)
    if left.type.kind == "number":
        wide = decimal_type(max(left.type.scale, right.type.scale))
        left, right = cast(left, wide), cast(right, wide)
    return _compare_ends(op, left, right)


def _compare_with_number(op: Comparison, left: Term, number: Decimal, parameters: Parameters) -> str:
    """Against a number the column cannot hold, the answer depends only on which held numbers lie below it."""
    wide = decimal_type(left.type.scale)
    held = next((one for one in (left.type, wide) if holds(one, number)), None)
    if held is not None:
        return _compare_ends(op, left, _as_term(number, held, parameters))
    if op in ("=", "!="):
        return _if_known(left, "false" if op == "=" else "true")
    below: Comparison = "<=" if op in ("<", "<=") else ">"
    if number.copy_abs() >= Decimal(10) ** wide.whole_digits:
        return _if_known(left, "true" if (number > 0) == (below == "<=") else "false")
    return _compare_ends(below, left, _as_term(_floor(number, left.type.scale), wide, parameters))


def _as_term(number: Decimal, sql_type: SqlType, parameters: Parameters) -> Term:
    sql = parameters.number(number, sql_type)
    return Term(sql, sql, sql_type)


def _floor(number: Decimal, places: int) -> Decimal:
    with localcontext(prec=200):
        return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_FLOOR)


def _if_known(one: Term, answer: str) -> str:
    return f"case when {one.low} is not null then {answer} end"


def _compare_ends(op: Comparison, left: Term, right: Term) -> str:
    """Between censored cells: certainly true, certainly false, or NULL."""
    if not left.is_span and not right.is_span:
        return f"({left.low} {op} {right.low})"
    match op:
        case "=":
            same = f"{left.low} = {right.high} and {left.high} = {right.low}"
            apart = f"{left.high} < {right.low} or {left.low} > {right.high}"
            return f"case when {same} then true when {apart} then false end"
        case "!=":
            return f"(not {_compare_ends('=', left, right)})"
        case "<" | "<=":
            never = f"{left.low} {'>=' if op == '<' else '>'} {right.high}"
            return f"case when {left.high} {op} {right.low} then true when {never} then false end"
        case ">" | ">=":
            return _compare_ends(_MIRRORED[op], right, left)


def _contains(elements: Term, item: Term, *, only: bool) -> str:
    """An element that is empty is unknown: it could be the item, or another."""
    if elements.type.kind != "list" or item.type.kind != "text":
        raise CannotAskError("contains needs a list column and a text", "for a text column there is: has text")
    unknown = f"(list_contains({elements.low}, '') or len({elements.low}) > list_count({elements.low}))"
    if only:
        others = f"len(list_filter({elements.low}, lambda one: one <> '' and one <> {item.low})) > 0"
        certain = f"when {others} then false when {unknown} then null else true"
    else:
        certain = f"when list_contains({elements.low}, {item.low}) then true when {unknown} then null else false"
    return f"case when {elements.low} is null or {item.low} is null then null {certain} end"


def _has_text(column: Term, text: str) -> str:
    if column.type.kind != "text":
        raise CannotAskError("has text needs a text column", "for a list column there is: contains")
    return f"contains({column.low}, {text})"

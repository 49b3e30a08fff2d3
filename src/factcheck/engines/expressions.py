"""Expressions in SQL, as intervals: a censored cell has a low and a high end, and so has what is computed from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from factcheck.engines.sql import (
    BOOLEAN,
    DATE,
    DECIMALS,
    DIGITS,
    TEXT,
    CannotAskError,
    Parameters,
    SqlType,
    decimal_type,
    decimals,
)
from factcheck.model.conditions import Arith, Expr, Name, Scalar, Value

# A product of two numbers with more decimals than this together would leave too little room before the point.
_PRODUCT_DECIMALS = 20
_FACTOR_DECIMALS = DECIMALS // 2


@dataclass(frozen=True, slots=True)
class Term:
    """The two ends of an expression in SQL, the same where it is not censored. `constant` is its fixed value."""

    low: str
    high: str
    type: SqlType
    constant: Scalar | None = None

    @property
    def is_span(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statement may name: columns as terms, and the parameters it binds."""

    table: str
    columns: Mapping[str, Term]
    parameters: Parameters

    def column(self, column: str) -> Term:
        if column not in self.columns:
            raise CannotAskError(f"{self.table} has no column {column!r}")
        return self.columns[column]


def term(expression: Expr, scope: Scope) -> Term:
    """The ends of an expression. Raises CannotAskError where its types have no arithmetic."""
    match expression:
        case Name(column):
            return scope.column(column)
        case Value(value):
            return constant(value, scope.parameters)
        case Arith(op, left, right):
            return _arithmetic(op, term(left, scope), term(right, scope))


def constant(value: Scalar, parameters: Parameters) -> Term:
    match value:
        case bool():
            sql, sql_type = ("true" if value else "false"), BOOLEAN
        case Decimal():
            sql_type = decimal_type(min(decimals(value), DIGITS))
            sql = parameters.number(value, sql_type)
        case date():
            sql, sql_type = parameters.date(value), DATE
        case str():
            sql, sql_type = parameters.text(value), TEXT
    return Term(sql, sql, sql_type, value)


def product(left: Term, right: Term) -> Term:
    """The product, which is exact or fails when it is computed."""
    return _arithmetic("*", left, right)


def cast(one: Term, sql_type: SqlType) -> Term:
    """The same numbers in a type with as many decimals or more."""
    low = f"cast({one.low} as {sql_type.name})"
    high = f"cast({one.high} as {sql_type.name})" if one.is_span else low
    return replace(one, low=low, high=high, type=sql_type)


def _arithmetic(op: str, left: Term, right: Term) -> Term:
    if left.type.kind != "number" or right.type.kind != "number":
        raise CannotAskError(f"{left.type.kind} {op} {right.type.kind} cannot be calculated", "use number columns")
    if op == "*":
        return _product(left, right)
    scale = max(left.type.scale, right.type.scale)
    one, other = cast(left, decimal_type(scale)), cast(right, decimal_type(scale))
    if op == "+":
        return _of_ends(one.low, one.high, other.low, other.high, "+", scale)
    return _of_ends(one.low, one.high, other.high, other.low, "-", scale)


def _of_ends(low: str, high: str, other_low: str, other_high: str, op: str, scale: int) -> Term:
    return Term(f"({low} {op} {other_low})", f"({high} {op} {other_high})", decimal_type(scale))


def _product(left: Term, right: Term) -> Term:
    if left.constant == 1:
        return right
    if right.constant == 1:
        return left
    one, other = _narrowed(left, right.type.scale), _narrowed(right, left.type.scale)
    sql_type = decimal_type(one.type.scale + other.type.scale)
    ends = [f"({end} * {far})" for end in (one.low, one.high) for far in (other.low, other.high)]
    corners = tuple(dict.fromkeys(ends))
    if len(corners) == 1:
        return Term(corners[0], corners[0], sql_type)
    return Term(f"least({', '.join(corners)})", f"greatest({', '.join(corners)})", sql_type)


def _narrowed(factor: Term, other_scale: int) -> Term:
    """A factor with fewer decimals, where both together have too many; a value that needs them is an error."""
    has_room = factor.type.scale + other_scale <= _PRODUCT_DECIMALS or factor.type.scale <= _FACTOR_DECIMALS
    if has_room or factor.constant is not None:
        return cast(factor, decimal_type(factor.type.scale))
    sql_type = decimal_type(_FACTOR_DECIMALS)
    return _each_end(factor, sql_type, lambda end: _without_loss(end, sql_type))


def _each_end(one: Term, sql_type: SqlType, change: Callable[[str], str]) -> Term:
    return Term(change(one.low), change(one.high), sql_type)


def _without_loss(end: str, sql_type: SqlType) -> str:
    short = f"cast({end} as {sql_type.name})"
    return (
        f"case when {end} is null then null when {short} = {end} then {short} "
        f"else error('inexact: a factor has more than {sql_type.scale} decimals') end"
    )

"""Expressions in Ibis, as intervals: a censored cell has a low and a high end, and so has what is computed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import ibis
import ibis.expr.types as ir

from factcheck.engines.ibis import values
from factcheck.engines.sql import (
    BOOLEAN,
    DATE,
    DECIMALS,
    DIGITS,
    TEXT,
    CannotAskError,
    SqlType,
    decimal_type,
    decimals,
)
from factcheck.model.conditions import Arith, Expr, Name, Scalar, Value

# As in the embedded engine: with more decimals than this together a product has too little room before the point.
_PRODUCT_DECIMALS = 20
_FACTOR_DECIMALS = DECIMALS // 2


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """The two ends of an expression, the same one where it is not censored. `constant` is its fixed value."""

    low: ir.Value
    high: ir.Value
    type: SqlType
    constant: Scalar | None = None

    @property
    def is_span(self) -> bool:
        return self.low is not self.high


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statement may name: columns as terms."""

    table: str
    columns: Mapping[str, Term]

    def column(self, column: str) -> Term:
        if column not in self.columns:
            raise CannotAskError(f"{self.table} has no column {column!r}")
        return self.columns[column]


def single(value: ir.Value, sql_type: SqlType, fixed: Scalar | None = None) -> Term:
    return Term(value, value, sql_type, fixed)


def term(expression: Expr, scope: Scope) -> Term:
    """The ends of an expression. Raises CannotAskError where its types have no arithmetic."""
    match expression:
        case Name(column):
            return scope.column(column)
        case Value(value):
            return constant(value)
        case Arith(op, left, right):
            return _arithmetic(op, term(left, scope), term(right, scope))


def constant(value: Scalar) -> Term:
    match value:
        case bool():
            sql_type = BOOLEAN
        case Decimal():
            sql_type = decimal_type(min(decimals(value), DIGITS))
        case date():
            sql_type = DATE
        case str():
            sql_type = TEXT
    return single(values.constant(value, sql_type), sql_type, value)


def product(left: Term, right: Term) -> Term:
    """The product, which is exact or fails when it is computed."""
    return _arithmetic("*", left, right)


def cast(one: Term, sql_type: SqlType) -> Term:
    """The same numbers in a type with as many decimals or more."""
    low = values.cast(one.low, sql_type)
    return Term(low, values.cast(one.high, sql_type) if one.is_span else low, sql_type, one.constant)


def _arithmetic(op: str, left: Term, right: Term) -> Term:
    if left.type.kind != "number" or right.type.kind != "number":
        raise CannotAskError(f"{left.type.kind} {op} {right.type.kind} cannot be calculated", "use number columns")
    if op == "*":
        return _product(left, right)
    wide = decimal_type(max(left.type.scale, right.type.scale))
    one, other = cast(left, wide), cast(right, wide)
    is_span = one.is_span or other.is_span
    if op == "+":
        low = one.low + other.low
        return Term(low, one.high + other.high if is_span else low, wide)
    low = one.low - other.high
    return Term(low, one.high - other.low if is_span else low, wide)


def _product(left: Term, right: Term) -> Term:
    if left.constant == 1:
        return right
    if right.constant == 1:
        return left
    one, other = _narrowed(left, right.type.scale), _narrowed(right, left.type.scale)
    sql_type = decimal_type(one.type.scale + other.type.scale)
    # Ibis thinks that a product has no more decimals than its factors; the cast tells it otherwise.
    ends = [
        values.cast(end * far, sql_type)
        for end in ([one.low, one.high] if one.is_span else [one.low])
        for far in ([other.low, other.high] if other.is_span else [other.low])
    ]
    if len(ends) == 1:
        return single(ends[0], sql_type)
    return Term(ibis.least(*ends), ibis.greatest(*ends), sql_type)


def _narrowed(factor: Term, other_scale: int) -> Term:
    """A factor with fewer decimals, where both together have too many; a value that needs them is an error."""
    has_room = factor.type.scale + other_scale <= _PRODUCT_DECIMALS or factor.type.scale <= _FACTOR_DECIMALS
    if has_room or factor.constant is not None:
        return factor
    sql_type = decimal_type(_FACTOR_DECIMALS)
    low = _without_loss(factor.low, factor.type, sql_type)
    return Term(low, _without_loss(factor.high, factor.type, sql_type) if factor.is_span else low, sql_type)


def _without_loss(end: ir.Value, wide: SqlType, sql_type: SqlType) -> ir.Value:
    """No engine has a portable way to fail, but all refuse to take words for a number.

    Numbers are compared in one type: of two, Spark would choose one with fewer decimals.
    """
    short = values.cast(end, sql_type)
    words = ibis.literal(f"inexact: a factor has more than {sql_type.scale} decimals: ") + end.cast("string")
    return ibis.cases(
        (end.isnull(), values.nothing(sql_type)),
        (values.cast(short, wide) == end, short),
        else_=values.cast(words, sql_type),
    )

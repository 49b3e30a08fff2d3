"""Values in Ibis: constants in types wide enough, casts, and cases."""

from datetime import date
from decimal import Decimal

import ibis
import ibis.expr.types as ir

from factcheck.engines.sql import CannotAskError, SqlType, holds
from factcheck.model.conditions import Scalar

_DTYPES = {"text": "string", "date": "date", "boolean": "boolean", "list": "array<string>"}


def dtype(sql_type: SqlType) -> str:
    """Ibis's word for a type.

    >>> from factcheck.engines.sql import decimal_type
    >>> dtype(decimal_type(2))
    'decimal(38, 2)'
    """
    if sql_type.kind == "number":
        return f"decimal(38, {sql_type.scale})"
    return _DTYPES[sql_type.kind]


def constant(value: Scalar, sql_type: SqlType) -> ir.Value:
    """A value that a user wrote. Raises CannotAskError where the type could not hold it exactly."""
    match value:
        case Decimal() if not holds(sql_type, value):
            raise CannotAskError(f"{value} has more digits than can be held exactly in {sql_type.name}")
        case str() if "\0" in value:
            raise CannotAskError(f"{value!r} holds a character no table can hold")
        case bool() | Decimal() | str() | date():
            return ibis.literal(value, type=dtype(sql_type))


def true() -> ir.BooleanValue:
    return ibis.literal(True, type="boolean")  # noqa: FBT003 - the value itself


def false() -> ir.BooleanValue:
    return ibis.literal(False, type="boolean")  # noqa: FBT003 - the value itself


def nothing(sql_type: SqlType) -> ir.Value:
    return ibis.literal(None, type=dtype(sql_type))


def cast(value: ir.Value, sql_type: SqlType) -> ir.Value:
    """The value in a type that has room for it."""
    return value.cast(dtype(sql_type))


def when(condition: ir.BooleanValue, value: ir.Value) -> ir.Value:
    """The value where the condition is certainly true, NULL elsewhere."""
    return ibis.cases((condition, value))


def any_of(conditions: list[ir.BooleanValue]) -> ir.BooleanValue:
    """One of them, by the rules of true, false and unknown; false where there are none."""
    found = conditions[0] if conditions else false()
    for other in conditions[1:]:
        found = found | other
    return found


def all_of(conditions: list[ir.BooleanValue]) -> ir.BooleanValue:
    found = conditions[0] if conditions else true()
    for other in conditions[1:]:
        found = found & other
    return found

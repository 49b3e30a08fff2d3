"""What a description says of single values, in a column's own type: missing, censored, out of bounds.

In a file a cell is text, and "-99" or "<5" is a text like any other. In a table a number can only be marked by a
number, so a mark that is no value of the column's type marks nothing there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation, localcontext

import ibis.expr.types as ir

from factcheck.engines.forms import FALSE, TRUE
from factcheck.engines.ibis import values
from factcheck.engines.sql import DIGITS, TEXT, SqlType, holds
from factcheck.model.conditions import Scalar
from factcheck.model.tables import Column, ColumnType

# A year is written with four digits. A date has one from 1 on: what some tables call infinity is none.
_FIRST_YEAR, _LAST_YEAR = Decimal(1000), Decimal(9999)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A cell that stands for a range."""

    cell: ir.Value
    low: ir.Value
    high: ir.Value


def missing_cells(column: Column, sql_type: SqlType, *, as_text: bool) -> list[ir.Value]:
    """The cells that mean there is no value. `as_text` where the table keeps them as text."""
    if as_text:
        return [values.constant(cell, TEXT) for cell in column.missing if "\0" not in cell]
    found = dict.fromkeys(_as(cell, sql_type) for cell in column.missing)
    return [values.constant(cell, sql_type) for cell in found if cell is not None]


def censored_cells(column: Column, sql_type: SqlType, scaled: SqlType) -> list[Mark]:
    """The cells that stand for a range, and its ends in the type of the scaled values."""
    found = []
    for one in column.censored:
        cell = _as(one.cell, sql_type)
        if cell is not None:
            with localcontext(prec=4 * DIGITS):
                low, high = one.low * column.scale, one.high * column.scale
            ends = (values.constant(low, scaled), values.constant(high, scaled))
            found.append(Mark(values.constant(cell, sql_type), *ends))
    return found


def limits(column: Column, sql_type: SqlType) -> tuple[list[ir.Value], list[ir.Value]]:
    """What a value must reach, and what it must not pass, as far as the type can hold that."""
    if column.type is ColumnType.DATE:
        return [values.constant(date.min, sql_type)], [values.constant(date.max, sql_type)]
    years = column.type is ColumnType.YEAR
    least = (column.minimum, _FIRST_YEAR if years else None)
    most = (column.maximum, _LAST_YEAR if years else None)
    return list(_held(least, sql_type, ROUND_CEILING)), list(_held(most, sql_type, ROUND_FLOOR))


def _held(ends: tuple[Decimal | None, ...], sql_type: SqlType, rounding: str) -> Iterator[ir.Value]:
    for end in ends:
        if end is not None:
            with localcontext(prec=4 * DIGITS):
                exact = end.quantize(Decimal(1).scaleb(-sql_type.scale), rounding)
            if holds(sql_type, exact):
                yield values.constant(exact, sql_type)


def _as(cell: str, sql_type: SqlType) -> Scalar | None:
    """A cell of the description as a value of the column's own type; None where it can be none."""
    match sql_type.kind:
        case "number":
            number = _number(cell)
            return number if number is not None and holds(sql_type, number) else None
        case "date":
            return _day(cell)
        case "boolean" if cell in (*TRUE, *FALSE):
            return cell in TRUE
        case _:
            return None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

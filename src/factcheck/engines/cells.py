"""The cells of a column in SQL: the value of one that fits its type, and whether one is missing, censored or a misfit.

Casting alone would take 1_000 for 1000, 0x10 for 16 and '1.5' for 2. So a cell is cast only once its whole text has
the declared form, and the cast is one that cannot round it.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation, localcontext

from factcheck.engines import forms, storage
from factcheck.engines.sql import (
    BOOLEAN,
    DATE,
    DECIMALS,
    DIGITS,
    LIST,
    TEXT,
    Parameters,
    SqlType,
    decimal_type,
    decimals,
    holds,
    literal,
)
from factcheck.model.tables import Column, ColumnType


@dataclass(frozen=True, slots=True)
class Cells:
    """SQL on the raw cells of one column. `low` and `high` differ for censored cells only."""

    type: SqlType
    low: str
    high: str
    missing: str
    censored: str
    written: str

    @property
    def is_span(self) -> bool:
        return self.low != self.high

    @property
    def is_sure(self) -> bool:
        """Whether every cell that is there is known: the file keeps such values, and no mark stands for others."""
        return self.censored == "false" and self.missing == f"({self.low} is null)"


def cells(column: Column, raw: str, *, stored: str, parameters: Parameters) -> Cells:
    """How the cells `raw` of a column are read that the file keeps in the type `stored`."""
    if column.type is ColumnType.LIST and stored.endswith("[]"):
        return _stored_list(raw)
    text = storage.text_of(raw, stored)
    if number := storage.exact_number(raw, stored, column.type):
        value, sql_type = _without_numbers(*number, column.missing, parameters), number[1]
        missing = f"({value} is null)"
    else:
        value, sql_type = _value(column, text, parameters)
        missing = f"({text} is null or {_among(text, column.missing, parameters)})"
    value = _within_limits(column, value, sql_type, parameters)
    value, sql_type = _scaled(value, sql_type, column.scale, parameters)
    low, high, censored = _ends(column, text, value, sql_type, parameters)
    return Cells(sql_type, low, high, missing, censored, text)


def _stored_list(raw: str) -> Cells:
    elements = f"cast({raw} as VARCHAR[])"
    return Cells(LIST, elements, elements, f"({raw} is null)", "false", f"array_to_string({raw}, ';')")


def _among(text: str, options: tuple[str, ...], parameters: Parameters) -> str:
    if not options:
        return "false"
    return f"{text} in ({', '.join(map(parameters.text, options))})"


def _value(column: Column, text: str, parameters: Parameters) -> tuple[str, SqlType]:
    """SQL for the value of a cell by its text: NULL for one that is missing or does not fit."""
    hidden = tuple(cell for cell in column.missing if forms.fits(cell, column))
    shown = f"case when {_among(text, hidden, parameters)} then null else {text} end" if hidden else text
    fits = f"regexp_full_match({shown}, {literal(forms.form(column) or '')})"
    match column.type:
        case ColumnType.TEXT:
            return shown, TEXT
        case ColumnType.LIST:
            return f"string_split({shown}, {literal(column.delimiter)})", LIST
        case ColumnType.BOOLEAN:
            truth = f"{shown} in ({', '.join(map(literal, forms.TRUE))})"
            return f"case when {fits} then {truth} end", BOOLEAN
        case ColumnType.DATE:
            return f"case when {fits} then try_cast({shown} as DATE) end", DATE
        case ColumnType.YEAR:
            return f"case when {fits} then try_cast({shown} as SMALLINT) end", SqlType("number", "SMALLINT", 0, 4)
        case ColumnType.INTEGER:
            number = f"try_cast(try_cast({_program_form(column, shown)} as HUGEINT) as {decimal_type(0).name})"
            return f"case when {fits} then {number} end", decimal_type(0)
        case ColumnType.NUMBER:
            return _number(column, shown, fits), decimal_type(DECIMALS)


def _number(column: Column, shown: str, fits: str) -> str:
    """A power of ten is read only where all its decimals have room: the cast would round it otherwise.

    Short numbers take a shorter road: older engines need 25 times as long to cast text to the widest decimals.
    """
    text = _program_form(column, shown)
    number = f"try_cast({text} as {decimal_type(DECIMALS).name})"
    places = f"length(regexp_extract({text}, '\\.([0-9]*)', 1))"
    power = f"cast(regexp_extract({text}, '[eE]([+-]?[0-9]+)', 1) as INTEGER)"
    powered = f"regexp_full_match({shown}, {literal(forms.powered(column))})"
    exact = f"case when {powered} then {places} - {power} <= {DECIMALS} else false end"
    is_short = f"regexp_full_match({shown}, {literal(forms.short(column))})"
    brief = f"cast(try_cast({text} as DECIMAL(18,6)) as {decimal_type(DECIMALS).name})"
    return f"case when {is_short} then {brief} when {fits} then {number} when {exact} then {number} end"


def _program_form(column: Column, text: str) -> str:
    if column.group_char:
        text = f"replace({text}, {literal(column.group_char)}, '')"
    if column.type is ColumnType.NUMBER and column.decimal_char != ".":
        text = f"replace({text}, {literal(column.decimal_char)}, '.')"
    return text


def _without_numbers(value: str, sql_type: SqlType, missing: tuple[str, ...], parameters: Parameters) -> str:
    """The value unless it is a number that was declared missing, such as -99."""
    wide = decimal_type(sql_type.scale)
    numbers = [number for number in map(_number_of, missing) if number is not None and holds(wide, number)]
    if not numbers:
        return value
    listed = ", ".join(parameters.number(number, wide) for number in numbers)
    return f"case when {value} in ({listed}) then null else {value} end"


def _within_limits(column: Column, value: str, sql_type: SqlType, parameters: Parameters) -> str:
    """The value unless it is beyond what the description promises: then it does not fit."""
    if sql_type.kind != "number":
        return value
    whole = decimal_type(sql_type.scale)
    step = Decimal(1).scaleb(-sql_type.scale)
    limits = []
    for limit, sign, rounding in ((column.minimum, ">=", ROUND_CEILING), (column.maximum, "<=", ROUND_FLOOR)):
        with localcontext(prec=4 * DIGITS):
            exact = None if limit is None else limit.quantize(step, rounding)
        if exact is not None and holds(whole, exact):
            limits.append(f"{value} {sign} {parameters.number(exact, whole)}")
    return f"case when {' and '.join(limits)} then {value} end" if limits else value


def _number_of(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _scaled(value: str, sql_type: SqlType, scale: Decimal, parameters: Parameters) -> tuple[str, SqlType]:
    if scale == 1 or sql_type.kind != "number":
        return value, sql_type
    places = decimals(scale)
    factor = parameters.number(scale, decimal_type(places))
    wide = f"cast({value} as {decimal_type(sql_type.scale).name})"
    return f"{wide} * {factor}", decimal_type(sql_type.scale + places)


def _ends(column: Column, text: str, value: str, sql_type: SqlType, parameters: Parameters) -> tuple[str, str, str]:
    """SQL for the least and the greatest value of a cell, and for whether it is censored."""
    if not column.censored or sql_type.kind != "number":
        return value, value, "false"
    written = [parameters.text(one.cell) for one in column.censored]
    with localcontext(prec=4 * DIGITS):
        lows = [parameters.number(one.low * column.scale, sql_type) for one in column.censored]
        highs = [parameters.number(one.high * column.scale, sql_type) for one in column.censored]

    def end(ends: list[str]) -> str:
        chosen = " ".join(f"when {cell} then {limit}" for cell, limit in zip(written, ends, strict=True))
        return f"case {text} {chosen} else {value} end"

    return end(lows), end(highs), f"coalesce({text} in ({', '.join(written)}), false)"

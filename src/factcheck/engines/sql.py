"""Pieces of SQL: quoted names and literals, bound parameters, and the types that values have there."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

# Room for 20 digits before and 18 after the decimal point: any amount of money, and rates to the last printed digit.
DIGITS = 38
DECIMALS = 18

TypeKind = Literal["number", "text", "date", "boolean", "list"]


class CannotAskError(Exception):
    """A request that has no exact answer in SQL: why, and what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class SqlType:
    """A type of SQL values. `scale` is the number of decimals, `whole_digits` how many fit before them."""

    kind: TypeKind
    name: str
    scale: int = 0
    whole_digits: int = DIGITS


TEXT = SqlType("text", "VARCHAR")
DATE = SqlType("date", "DATE")
BOOLEAN = SqlType("boolean", "BOOLEAN")
LIST = SqlType("list", "VARCHAR[]")


def decimal_type(scale: int) -> SqlType:
    """Exact numbers with so many decimals.

    >>> decimal_type(2).name
    'DECIMAL(38,2)'
    """
    return SqlType("number", f"DECIMAL({DIGITS},{scale})", scale, DIGITS - scale)


@lru_cache(maxsize=10_000)
def decimals(value: Decimal) -> int:
    """How many decimals a number needs.

    >>> decimals(Decimal("1.50")), decimals(Decimal("1E+3"))
    (1, 0)
    """
    if not value:
        return 0
    # No arithmetic of Decimal's: it would round to 28 digits.
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits))
    zeros = len(written) - len(written.rstrip("0"))
    return max(0, -int(exponent) - zeros)


def holds(sql_type: SqlType, value: Decimal) -> bool:
    """Whether a type can hold a number exactly."""
    return decimals(value) <= sql_type.scale and value.copy_abs() < Decimal(10) ** sql_type.whole_digits


def name(identifier: str) -> str:
    """An identifier that can mean nothing else.

    >>> print(name('a"; drop'))
    "a""; drop"
    """
    if "\0" in identifier or not identifier:
        raise CannotAskError(f"{identifier!r} cannot be the name of a column", "rename the column in the file")
    return '"' + identifier.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Text of the schema where SQL takes no parameter, such as the pattern of a number.

    >>> print(literal("it's"))
    'it''s'
    """
    if "\0" in text:
        raise CannotAskError(f"{text!r} holds a character no file can hold")
    return "'" + text.replace("'", "''") + "'"


def select(
    columns: Collection[str], source: str, *, where: str = "", by: Collection[str] = (), limit: int | None = None
) -> str:
    """One SELECT from a source; nothing that a user wrote stands in it but quoted names and literals."""
    listed = ", ".join(columns) or "1 as one"
    sql = f"select {listed} from {source} as t"  # noqa: S608 - see above
    if where:
        sql += f" where {where}"
    if by:
        sql += f" group by {', '.join(by)}"
    return sql if limit is None else f"{sql} limit {limit}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One SELECT and the values bound to it."""

    sql: str
    parameters: tuple[str, ...] = ()


class Parameters:
    """The values of one statement, bound to it and never part of its text; equal ones are bound once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def text(self, value: str) -> str:
        """The SQL that stands for a text."""
        return self._bound(value, TEXT)

    def number(self, value: Decimal, sql_type: SqlType) -> str:
        """The SQL that stands for a number. Raises CannotAskError where the type could not hold it exactly."""
        if not holds(sql_type, value):
            raise CannotAskError(f"{value} has more digits than can be held exactly in {sql_type.name}")
        return self._bound(format(value, "f"), sql_type)

    def date(self, value: date) -> str:
        return self._bound(value.isoformat(), DATE)

    def statement(self, sql: str) -> Statement:
        """The statement, with the values that it uses; what was bound for a part left out is left out too."""
        values = tuple(self._numbers)
        used: dict[str, int] = {}

        def numbered(found: re.Match[str]) -> str:
            return f"${used.setdefault(values[int(found[1])], len(used) + 1)}"

        text = _MARK.sub(numbered, sql)
        return Statement(text, tuple(used))

    def _bound(self, value: str, sql_type: SqlType) -> str:
        number = self._numbers.setdefault(value, len(self._numbers))
        return f"cast(\0{number}\0 as {sql_type.name})"


# Stands for a bound value until a statement is whole. No name or literal can hold it.
_MARK = re.compile("\0([0-9]+)\0")

"""How the cells of each declared type are written; a cell that is written otherwise is a misfit.

The patterns are read by the engine and by Python alike. Only ASCII digits count, and nothing stands around them.
"""

import re

from factcheck.engines.sql import DECIMALS
from factcheck.model.tables import Column, ColumnType

TRUE = ("true", "True", "TRUE", "1")
FALSE = ("false", "False", "FALSE", "0")

# There is no year 0000: it stands for no date, and is none.
YEAR = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
DATE = f"{YEAR}-[0-9]{{2}}-[0-9]{{2}}"


def plain(column: Column) -> str:
    """The pattern of a number without a power of ten.

    Decimals beyond what the engine holds exactly must be zeros, so that reading never rounds.

    >>> fits("1,234.50", Column("x", ColumnType.NUMBER, group_char=","))
    True
    >>> fits("12,34", Column("x", ColumnType.NUMBER, group_char=","))
    False
    """
    digits = "[0-9]+"
    if column.group_char:
        digits = f"([0-9]+|[0-9]{{1,3}}({re.escape(column.group_char)}[0-9]{{3}})+)"
    if column.type is ColumnType.INTEGER:
        return f"[+-]?{digits}"
    point = re.escape(column.decimal_char)
    decimals = f"[0-9]{{0,{DECIMALS}}}0*"
    return f"[+-]?({digits}({point}{decimals})?|{point}[0-9]{decimals})"


def short(column: Column) -> str:
    """The pattern of a number with up to 12 digits before the point and 6 after it, which most are."""
    digits = "[0-9]{1,12}"
    if column.group_char:
        digits = f"({digits}|[0-9]{{1,3}}({re.escape(column.group_char)}[0-9]{{3}}){{1,3}})"
    return f"[+-]?{digits}({re.escape(column.decimal_char)}[0-9]{{0,6}})?"


def powered(column: Column) -> str:
    """The pattern of a number with a power of ten, such as 1.2e-05; its digits are never grouped."""
    point = re.escape(column.decimal_char)
    return f"[+-]?([0-9]+({point}[0-9]*)?|{point}[0-9]+)[eE][+-]?[0-9]{{1,4}}"


def form(column: Column) -> str | None:
    """The pattern that the cells of a column have, None where any text will do."""
    match column.type:
        case ColumnType.INTEGER | ColumnType.NUMBER:
            return plain(column)
        case ColumnType.YEAR:
            return YEAR
        case ColumnType.DATE:
            return DATE
        case ColumnType.BOOLEAN:
            return "|".join((*TRUE, *FALSE))
        case ColumnType.TEXT | ColumnType.LIST:
            return None


def fits(cell: str, column: Column) -> bool:
    """Whether a cell has the form of the column's type, powers of ten aside."""
    pattern = form(column)
    return pattern is None or re.fullmatch(pattern, cell) is not None

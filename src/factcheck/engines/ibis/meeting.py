"""How the schema a project declares meets the types a table has: exactly, or not at all.

Text of a file is read by its form. A database has types already, and what is declared must be one of them: nothing is
cast that could lose or make up a value.
"""

from factcheck.engines.ibis.connections import Kept
from factcheck.engines.sql import BOOLEAN, DATE, DECIMALS, DIGITS, LIST, TEXT, SqlType, decimal_type
from factcheck.model.tables import Column, ColumnType

_MET = {
    ColumnType.TEXT: ("text",),
    ColumnType.INTEGER: ("number", "float"),
    ColumnType.NUMBER: ("number", "float"),
    ColumnType.YEAR: ("number",),
    ColumnType.DATE: ("date",),
    ColumnType.BOOLEAN: ("boolean",),
    ColumnType.LIST: ("text", "texts"),
}

_REMEDIES = {
    "text": "declare it string, or read a view that casts it",
    "texts": "declare it list",
    "number": "declare it integer or number, or read a view that casts it",
    "float": "read a view that casts it to an exact type: numeric or decimal",
    "date": "declare it date",
    "boolean": "declare it boolean",
    "other": "read a view that casts it",
}


def unmet(column: Column, kept: Kept, *, floats: bool) -> tuple[str, str] | None:
    """Why a column cannot be read as it is declared, and what to do; None where it can.

    `floats` says that the engine writes binary fractions in their shortest form, which is then read exactly.
    """
    whole = column.type in (ColumnType.INTEGER, ColumnType.YEAR)
    fits = kept.kind in _MET[column.type] and (floats or kept.kind != "float")
    if not fits or (whole and kept.scale):
        told = f'the column "{column.name}" is declared {column.type.value}, and is {kept.written} there'
        remedy = "declare it number, or read a view that casts it" if fits else _REMEDIES[kept.kind]
        return told, remedy
    if column.decimal_char != "." or column.group_char:
        told = f'the column "{column.name}" has a decimalChar or groupChar, and is {kept.written} there'
        return told, "leave them out: a database writes no numbers"
    return None


def is_exact(kept: Kept) -> bool:
    """Whether every number the column can hold has room in ours."""
    if kept.kind != "number" or kept.digits is None or kept.scale is None:
        return False
    return kept.scale <= DECIMALS and kept.digits <= DIGITS


def met_type(column: Column, kept: Kept) -> SqlType:
    """The type in which the column's values are calculated."""
    match column.type:
        case ColumnType.TEXT:
            return TEXT
        case ColumnType.LIST:
            return LIST
        case ColumnType.DATE:
            return DATE
        case ColumnType.BOOLEAN:
            return BOOLEAN
        case ColumnType.YEAR | ColumnType.INTEGER:
            return decimal_type(0)
        case ColumnType.NUMBER:
            return decimal_type(kept.scale or 0 if is_exact(kept) else DECIMALS)

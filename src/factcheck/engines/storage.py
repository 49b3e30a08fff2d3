"""How a file keeps the cells of a column: as text, or in a type of its own that may be exact already."""

import re

from factcheck.engines.sql import SqlType, decimal_type
from factcheck.model.tables import ColumnType

TEXT = "VARCHAR"

# Whole digits that any number of the type has room for.
_WHOLE = {"TINYINT": 2, "SMALLINT": 4, "INTEGER": 9, "BIGINT": 18}
_WIDER = ("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
_DECIMAL = re.compile(r"DECIMAL\((\d+),(\d+)\)")


def text_of(cell: str, stored: str) -> str:
    """SQL for the text a reader would see.

    Binary fractions are written in the shortest form that gives the same number back, whole ones without a point;
    a moment at midnight is the day alone.
    """
    if stored == TEXT:
        return cell
    written = f"cast({cell} as VARCHAR)"
    if stored in ("DOUBLE", "FLOAT"):
        whole = f"{cell} = trunc({cell}) and abs({cell}) < 1e15"
        # The statistics of a Parquet file leave NaN out, so that the engine may take it for whole.
        pointless = f"coalesce(cast(try_cast({cell} as BIGINT) as VARCHAR), {written})"
        return f"case when {whole} then {pointless} else {written} end"
    if stored.startswith("TIMESTAMP"):
        return f"regexp_replace({written}, ' 00:00:00$', '')"
    return written


def exact_number(cell: str, stored: str, declared: ColumnType) -> tuple[str, SqlType] | None:
    """SQL and type of a number the file already keeps exactly; None where its text must be read."""
    if declared not in (ColumnType.INTEGER, ColumnType.NUMBER):
        return None
    if stored in _WHOLE:
        return cell, SqlType("number", stored, 0, _WHOLE[stored])
    if stored in _WIDER:
        return f"cast({cell} as {decimal_type(0).name})", decimal_type(0)
    found = _DECIMAL.fullmatch(stored)
    if found and (declared is ColumnType.NUMBER or found[2] == "0"):
        digits, scale = int(found[1]), int(found[2])
        return cell, SqlType("number", stored, scale, digits - scale)
    return None

"""The cells of a column: the value of one that fits its declaration, and whether one is missing, censored, a misfit."""

from collections.abc import Collection
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from factcheck.engines.figures import Flag
from factcheck.engines.ibis import values
from factcheck.engines.ibis.marks import censored_cells, limits, missing_cells
from factcheck.engines.ibis.sources import Stored, unbound
from factcheck.engines.ibis.terms import Scope, Term, single
from factcheck.engines.sql import SqlType, decimal_type, decimals
from factcheck.model.tables import Column, ColumnType


@dataclass(frozen=True, slots=True)
class Frame:
    """Typed columns, and the scope of what stands above them."""

    table: ir.Table
    scope: Scope
    stored: Stored
    columns: tuple[str, ...]

    def flag(self, flag: Flag) -> ir.BooleanValue:
        """Whether a cell is missing, censored or a misfit, of a column that was asked for with its flags."""
        number = self.stored.number(flag.column)
        missing, censored = self.table[f"m{number}"], self.table[f"s{number}"]
        match flag.what:
            case "missing":
                return missing
            case "censored":
                return censored
            case "misfit":
                return ~missing & ~censored & self.table[f"v{number}"].isnull()

    def written(self, column: str) -> ir.StringValue:
        """The text of a cell, of a column that was asked for with its flags."""
        return self.table[f"r{self.stored.number(column)}"]


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """One column: `high` and `censored` only where some cells are censored, `missing` where some mean no value."""

    type: SqlType
    low: ir.Value
    high: ir.Value | None = None
    censored: ir.BooleanValue | None = None
    missing: ir.BooleanValue | None = None


def frame(stored: Stored, columns: Collection[str], *, flagged: Collection[str] = ()) -> Frame:
    """Types for the columns, in the order of the schema; with the flags and the text of those `flagged`."""
    ordered = tuple(sorted({*columns, *flagged}, key=stored.number))
    base = unbound(stored, ordered)
    typed = {column: _cells(stored, column, base) for column in ordered}
    chosen: dict[str, ir.Value] = {}
    for column, one in typed.items():
        number = stored.number(column)
        chosen[f"v{number}"] = one.low
        if one.high is not None:
            chosen[f"w{number}"] = one.high
        if column in flagged:
            chosen |= _flags(one, base, number)
    table = base.select(**chosen) if chosen else base
    terms = {column: _term(table, stored.number(column), one) for column, one in typed.items()}
    return Frame(table, Scope(stored.table.name, terms), stored, ordered)


def _flags(one: _Cells, base: ir.Table, number: int) -> dict[str, ir.Value]:
    empty = base[f"x{number}"]
    return {
        f"m{number}": empty if one.missing is None else empty | one.missing.fill_null(values.false()),
        f"s{number}": values.false() if one.censored is None else one.censored.fill_null(values.false()),
        f"r{number}": base[f"r{number}"],
    }


def _term(table: ir.Table, number: int, one: _Cells) -> Term:
    low = table[f"v{number}"]
    return single(low, one.type) if one.high is None else Term(low, table[f"w{number}"], one.type)


def _cells(stored: Stored, column: str, base: ir.Table) -> _Cells:
    declared, sql_type = stored.column(column), stored.type(column)
    raw = base[f"k{stored.number(column)}"]
    hidden = [raw == one for one in missing_cells(declared, sql_type, as_text=raw.type().is_string())]
    missing = values.any_of(hidden) if hidden else None
    value = _listed(raw, declared)
    if missing is not None:
        value = ibis.cases((missing, values.nothing(sql_type)), else_=value)
    if sql_type.kind == "date":
        return _Cells(sql_type, _within_limits(declared, value, sql_type), missing=missing)
    if sql_type.kind != "number":
        return _Cells(sql_type, value, missing=missing)
    return _numbers(declared, raw, _within_limits(declared, value, sql_type), missing, sql_type)


def _listed(raw: ir.Value, column: Column) -> ir.Value:
    """The elements of a list, also where it is kept as text; an empty text is one empty element."""
    if column.type is not ColumnType.LIST or not raw.type().is_string():
        return raw
    return ibis.cases((raw == "", ibis.array([""])), else_=raw.split(column.delimiter))


def _within_limits(column: Column, value: ir.Value, sql_type: SqlType) -> ir.Value:
    """The value unless it is beyond what the description promises: then it does not fit."""
    least, most = limits(column, sql_type)
    within = [*(value >= one for one in least), *(value <= one for one in most)]
    return values.when(values.all_of(within), value) if within else value


def _numbers(
    column: Column, raw: ir.Value, value: ir.Value, missing: ir.BooleanValue | None, sql_type: SqlType
) -> _Cells:
    """Numbers times their scale; where some cells are censored, with two ends."""
    wide, scaled = sql_type, value
    if column.scale != 1:
        places = decimals(column.scale)
        wide = decimal_type(sql_type.scale + places)
        scaled = values.cast(value * values.constant(column.scale, decimal_type(places)), wide)
    marks = censored_cells(column, sql_type, wide)
    if not marks:
        return _Cells(wide, scaled, missing=missing)
    low = ibis.cases(*((raw == one.cell, one.low) for one in marks), else_=scaled)
    high = ibis.cases(*((raw == one.cell, one.high) for one in marks), else_=scaled)
    return _Cells(wide, low, high, values.any_of([raw == one.cell for one in marks]), missing)

"""The innermost SELECT: a table's columns in types of ours, before Ibis builds on them.

Of each column there are k, its value, NULL where it has none we could hold; x, whether the cell is empty; and r, its
text. It is made of the syntax tree that Ibis itself makes SQL from, since Ibis has no word for a collation.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import sqlglot.expressions as sge

from factcheck.engines.ibis.connections import Kept
from factcheck.engines.ibis.dialects import Dialect
from factcheck.engines.ibis.meeting import is_exact, met_type
from factcheck.engines.ibis.values import dtype
from factcheck.engines.sql import DIGITS, CannotAskError, SqlType
from factcheck.model.tables import Column, Table

# What stands for the table until its SELECT is put there. The columns of our statements never have this name.
SOURCE = "factcheck_source"


@dataclass(frozen=True, slots=True)
class Stored:
    """A table with the types its engine keeps the columns in, and where it is there."""

    table: Table
    kept: Mapping[str, Kept]
    path: tuple[str, ...]

    def column(self, column: str) -> Column:
        if not self.table.has(column):
            raise CannotAskError(f"{self.table.name} has no column {column!r}", "name a column of its schema")
        return self.table.column(column)

    def type(self, column: str) -> SqlType:
        return met_type(self.column(column), self.kept[column])

    def number(self, column: str) -> int:
        """The position of a column in the schema; its names in a statement bear it."""
        return self.table.columns.index(self.column(column))


def unbound(stored: Stored, columns: Collection[str]) -> ir.Table:
    """The table as Ibis sees it: k, x and r of each column."""
    schema: dict[str, str] = {}
    for column in columns:
        number, kept = stored.number(column), stored.kept[column]
        is_text = kept.kind == "text"
        schema[f"k{number}"] = "string" if is_text else dtype(stored.type(column))
        schema[f"x{number}"] = "boolean"
        schema[f"r{number}"] = "string"
    return ibis.table(schema or {"one": "int64"}, name=SOURCE)


def placed(tree: sge.Expression, stored: Stored, columns: Collection[str], dialect: Dialect) -> sge.Expression:
    """The statement with the table's own SELECT in place of what stands for it."""
    inner = _select(stored, columns, dialect)
    for node in list(tree.find_all(sge.Table)):
        if node.name == SOURCE:
            node.replace(sge.Subquery(this=inner.copy(), alias=node.args.get("alias")))
    return tree


def _select(stored: Stored, columns: Collection[str], dialect: Dialect) -> sge.Select:
    parts = [sge.to_identifier(part, quoted=True) for part in reversed(stored.path)]
    table = sge.Table(**dict(zip(("this", "db", "catalog"), parts, strict=False)), alias=sge.TableAlias(this="s"))
    chosen = [one for column in columns for one in _column(stored, column, dialect)]
    ones = [sge.alias_(sge.Literal.number(1), "one")]
    return sge.Select(expressions=chosen or ones).from_(table)


def _column(stored: Stored, column: str, dialect: Dialect) -> list[sge.Expression]:
    number, kept = stored.number(column), stored.kept[column]
    raw = sge.column(sge.to_identifier(column, quoted=True), table="s")
    empty = sge.Is(this=raw.copy(), expression=sge.Null())
    written = dialect.text(raw) if kept.kind == "text" else _cast(raw, "string", dialect)
    told = {f"k{number}": _value(stored, column, raw, dialect), f"x{number}": empty, f"r{number}": written}
    return [sge.alias_(value, name, quoted=True) for name, value in told.items()]


def _value(stored: Stored, column: str, raw: sge.Expression, dialect: Dialect) -> sge.Expression:
    kept = stored.kept[column]
    match kept.kind:
        case "text":
            return dialect.text(raw)
        case "texts":
            return dialect.texts(raw)
        case "number" | "float":
            return _number(stored, column, raw, dialect)
        case _:
            return raw.copy()


def _number(stored: Stored, column: str, raw: sge.Expression, dialect: Dialect) -> sge.Expression:
    """The number, or NULL for one that has no room in ours: NaN, infinity, more digits than are calculated exactly."""
    kept, sql_type = stored.kept[column], stored.type(column)
    if is_exact(kept) and (kept.scale or 0) <= sql_type.scale:
        return _cast(raw, dtype(sql_type), dialect)
    if kept.digits is not None and kept.digits <= DIGITS:
        return _with_fewer_decimals(raw, f"decimal({kept.digits}, {kept.scale})", dtype(sql_type), dialect)
    number = dialect.shortest(raw) if kept.kind == "float" else raw.copy()
    limit = sge.cast(sge.Literal.string("1" + "0" * (DIGITS - sql_type.scale)), dialect.widest)
    rounded = sge.Round(this=number.copy(), decimals=sge.Literal.number(sql_type.scale))
    fits = sge.and_(
        sge.LT(this=sge.Abs(this=number.copy()), expression=limit), sge.EQ(this=number.copy(), expression=rounded)
    )
    return sge.Case().when(fits, _cast(number, dtype(sql_type), dialect))


def _with_fewer_decimals(raw: sge.Expression, kept: str, wanted: str, dialect: Dialect) -> sge.Expression:
    """The number where it needs no more decimals than are calculated exactly; compared in its own type."""
    short = _cast(raw, wanted, dialect)
    back = _cast(short, kept, dialect)
    return sge.Case().when(sge.EQ(this=back, expression=raw.copy()), short)


def _cast(value: sge.Expression, to: str, dialect: Dialect) -> sge.Expression:
    return sge.Cast(this=value.copy(), to=dialect.compiler.type_mapper.from_ibis(dt.dtype(to)))

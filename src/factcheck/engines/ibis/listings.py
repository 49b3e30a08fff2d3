"""Statements that list rows for a person. A table has no order of its own, so rows are ordered by what they hold."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from factcheck.engines.figures import Flag
from factcheck.engines.ibis import values
from factcheck.engines.ibis.cells import frame
from factcheck.engines.ibis.dialects import Dialect
from factcheck.engines.ibis.sources import Stored
from factcheck.engines.ibis.statements import group_key, sql
from factcheck.engines.ibis.truths import truth
from factcheck.model.conditions import ALL_ROWS, columns_of
from factcheck.model.queries import Duplicates, Rows


def rows(stored: Stored, request: Rows, dialect: Dialect) -> str:
    """Rows as typed, each column followed by the text of its cell where that is censored; one row more than asked."""
    typed = frame(stored, {*request.columns, *columns_of(request.where)}, flagged=request.columns)
    kept = typed.table.filter(truth(request.where, typed.scope)) if request.where != ALL_ROWS else typed.table
    shown: dict[str, ir.Value] = {}
    for place, column in enumerate(request.columns):
        shown[f"c{place}"] = typed.scope.column(column).low
        shown[f"d{place}"] = values.when(typed.flag(Flag(column, "censored")), typed.written(column))
    listed = kept.select(**shown)
    return sql(_ordered(listed, list(shown)).limit(request.at_most + 1), typed, dialect)


def examples(stored: Stored, columns: Sequence[str], dialect: Dialect, *, at_most: int) -> str:
    """Rows with a cell that does not fit: each column's cell if it is one, or NULL."""
    typed = frame(stored, columns, flagged=columns)
    misfits = [typed.flag(Flag(column, "misfit")) for column in columns]
    shown = {
        f"c{place}": values.when(misfit, typed.written(column))
        for place, (column, misfit) in enumerate(zip(columns, misfits, strict=True))
    }
    listed = typed.table.filter(values.any_of(misfits)).select(**shown).distinct()
    return sql(_ordered(listed, list(shown)).limit(at_most), typed, dialect)


def duplicates(stored: Stored, request: Duplicates, dialect: Dialect) -> str:
    """Keys that come more than once, or are missing in part, and how often they come; one more than asked."""
    typed = frame(stored, request.columns)
    names = [f"g{place}" for place, _ in enumerate(request.columns)]
    keys = {name: group_key(typed, column) for name, column in zip(names, request.columns, strict=True)}
    counted = typed.table.select(**keys).group_by(names).aggregate(n=ibis._.count())
    wrong = values.any_of([counted.n > 1, *(counted[name].isnull() for name in names)])
    listed = counted.filter(wrong)
    ordered = listed.order_by([ibis.desc("n"), *(ibis.asc(name, nulls_first=False) for name in names)])
    return sql(ordered.limit(request.at_most + 1), typed, dialect)


def _ordered(table: ir.Table, names: Sequence[str]) -> ir.Table:
    return table.order_by([ibis.asc(name, nulls_first=False) for name in names])

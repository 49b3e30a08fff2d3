"""Which rows a measure is about, and how many they stand for."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Measure
from factcheck.model.conditions import And, Arith, Compare, Cond, Expr, In, Is, Known, Name, Not, both, conjuncts
from factcheck.model.numbers import Interval
from factcheck.model.queries import ONE, Cell, Figure
from factcheck.model.tables import Column, Table


def without_totals(measure: Measure, table: Table) -> Cond:
    """The rows of the measure's `where`, less the rows that are totals of others, unless `where` speaks of them."""
    left_out = (_is_no_total(column) for column in table.columns if column.totals and not _speaks_of(measure, column))
    return both(measure.where, *left_out)


def refuse_totals(measure: Measure, table: Table) -> Cond:
    """The rows of the measure's `where`; raises FactcheckError where they would add totals to their own parts."""
    for column in table.columns:
        if column.totals and not _speaks_of(measure, column):
            total = column.totals[0]
            raise FactcheckError(
                Problem(
                    f'this {measure.kind} would add the rows where {column.name} is "{total}" to their own parts',
                    remedy=f"add where: {{{column.name}: {total}}}, or name the parts you mean",
                )
            )
    return measure.where


def _speaks_of(measure: Measure, column: Column) -> bool:
    """The condition settles which values of the column are meant, so nothing needs leaving out."""
    return any(
        isinstance(part, Compare | In) and _left(part) == Name(column.name)
        for part in conjuncts(both(measure.where, measure.holds or And()))
    )


def _left(part: Compare | In) -> Expr:
    return part.left if isinstance(part, Compare) else part.of


def _is_no_total(column: Column) -> Cond:
    total: Cond = In(Name(column.name), column.totals)
    return Not(Is(total, "true"))


def true_rows(where: Cond) -> Figure:
    """The number of rows where the condition is certainly true."""
    return Figure("sum", ONE, where)


def unknown_rows(where: Cond) -> Figure:
    """The number of rows where the condition could go either way."""
    return Figure("sum", ONE, Is(where, "unknown"))


def unknown_values(of: Expr, where: Cond) -> Cond:
    return both(where, Not(Known(of)))


def tallies(conditions: Sequence[Cond], *, weight: str | None) -> tuple[Figure, ...]:
    """For each condition, the figures that say how many things its rows stand for; read them with `counted`."""
    if weight is None:
        return tuple(true_rows(condition) for condition in conditions)
    of = Name(weight)
    return tuple(
        figure
        for condition in conditions
        for figure in (
            Figure("sum", of, condition, "low"),
            Figure("sum", of, condition, "high"),
            true_rows(unknown_values(of, condition)),
        )
    )


def counted(cells: Sequence[Cell], *, weight: str | None) -> tuple[Interval, ...]:
    """One interval for each condition of `tallies`; a row whose weight is missing leaves it open above."""
    if weight is None:
        return tuple(Interval.at(fraction(cell)) for cell in cells)
    starts = pairwise(range(0, len(cells) + 1, 3))
    return tuple(_weighed(cells[start:end]) for start, end in starts)


def _weighed(cells: Sequence[Cell]) -> Interval:
    low, high, unweighed = (fraction(cell) for cell in cells)
    return Interval(low, None if unweighed else high)


def fraction(cell: Cell) -> Fraction:
    """A cell of an answer that must be a number."""
    if not isinstance(cell, Decimal):
        raise TypeError(f"an engine answered {cell!r} where a number was asked for")
    return Fraction(cell)


def product(of: Expr, weight: str | None) -> Expr:
    return of if weight is None else Arith("*", of, Name(weight))

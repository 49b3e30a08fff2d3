"""Which rows a measure is about, and how many they stand for."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Measure
from factcheck.model.conditions import (
    ALL_ROWS,
    Arith,
    Compare,
    Cond,
    Expr,
    In,
    Is,
    Known,
    Name,
    Not,
    Value,
    both,
    conjuncts,
)
from factcheck.model.numbers import Interval
from factcheck.model.queries import ONE, Cell, Figure
from factcheck.model.tables import Column, Table


def without_totals(measure: Measure, table: Table) -> Cond:
    """The rows of the measure's `where`, less the rows that are totals of others, unless `where` names them.

    What a count or `exists` asks of a row narrows it as `where` does; what a share asks does not narrow its whole.
    Rows that are counted by a weight are added up: raises FactcheckError where they name a total beside its parts.
    """
    narrowed = both(measure.where, measure.holds or ALL_ROWS) if measure.kind != "share" else measure.where
    if measure.weight is not None:
        _refuse_total_beside_parts(measure, narrowed, table)
    return both(measure.where, *(no_totals(column, narrowed) for column in table.columns))


def no_totals(column: Column, where: Cond) -> Cond:
    """Rows that hold none of the column's totals but those that `where` names."""
    totals = tuple(total for total in column.totals if total not in _named(where, column))
    if not totals or _is_picked(where, column):
        return ALL_ROWS
    left: Cond = Not(Is(In(Name(column.name), totals), "true"))
    return ALL_ROWS if left in conjuncts(where) else left


def refuse_totals(measure: Measure, table: Table) -> Cond:
    """The rows of the measure's `where`; raises FactcheckError where they would add totals to their own parts."""
    for column in table.columns:
        if no_totals(column, measure.where) != ALL_ROWS:
            total = column.totals[0]
            raise FactcheckError(
                Problem(
                    f'this {measure.kind} would add the rows where {column.name} is "{total}" to their own parts',
                    remedy=f"add where: {{{column.name}: {total}}}, or name the parts you mean",
                )
            )
    _refuse_total_beside_parts(measure, measure.where, table)
    return measure.where


def _refuse_total_beside_parts(measure: Measure, where: Cond, table: Table) -> None:
    """Raises FactcheckError where the condition lists a total and other values of its column, to be added together."""
    for column, listed in ((one, _values(part, Name(one.name))) for one in table.columns for part in conjuncts(where)):
        totals = [value for value in listed if value in column.totals]
        if totals and len(totals) < len(listed):
            told = f'the rows where {column.name} is "{totals[0]}" to others that it may be the total of'
            remedy = f'name "{totals[0]}" alone, or the parts without it'
            raise FactcheckError(Problem(f"this {measure.kind} would add {told}", remedy=remedy))


def _is_picked(where: Cond, column: Column) -> bool:
    """The condition lists the values of the column that are meant, so nothing needs leaving out."""
    return any(
        (isinstance(part, Compare) and part.op == "=" and part.left == Name(column.name))
        or (isinstance(part, In) and part.of == Name(column.name))
        for part in conjuncts(where)
    )


def _named(where: Cond, column: Column) -> tuple[object, ...]:
    """The values of the column that the condition takes or leaves by name."""
    parts = (part.of if isinstance(part, Not) else part for part in conjuncts(where))
    return tuple(value for part in parts for value in _values(part, Name(column.name)))


def _values(part: Cond, of: Expr) -> tuple[object, ...]:
    match part:
        case Compare("=" | "!=", left, Value(value)) if left == of:
            return (value,)
        case In(left, values) if left == of:
            return values
    return ()


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
            true_rows(condition),
            Figure("known", of, condition),
        )
    )


def counted(cells: Sequence[Cell], *, weight: str | None) -> tuple[Interval, ...]:
    """One interval for each condition of `tallies`; a row whose weight is missing leaves it open above."""
    if weight is None:
        return tuple(Interval.at(fraction(cell)) for cell in cells)
    starts = pairwise(range(0, len(cells) + 1, 4))
    return tuple(_weighed(cells[start:end]) for start, end in starts)


def unweighed(cells: Sequence[Cell], *, weight: str | None) -> int:
    """How many rows of the conditions of `tallies` have no weight."""
    if weight is None:
        return 0
    return sum(int(fraction(rows) - fraction(known)) for rows, known in zip(cells[2::4], cells[3::4], strict=True))


def without_weight(rows: int, weight: str | None) -> str:
    """How many rows have none, in words; what is counted by it and rows do not add up."""
    return f"{rows:,} {'row' if rows == 1 else 'rows'} without {weight}" if rows else ""


def _weighed(cells: Sequence[Cell]) -> Interval:
    low, high, rows, known = (fraction(cell) for cell in cells)
    return Interval(low, high if known == rows else None)


def fraction(cell: Cell) -> Fraction:
    """A cell of an answer that must be a number."""
    if not isinstance(cell, Decimal):
        raise TypeError(f"an engine answered {cell!r} where a number was asked for")
    return Fraction(cell)


def product(of: Expr, weight: str | None) -> Expr:
    return of if weight is None else Arith("*", of, Name(weight))

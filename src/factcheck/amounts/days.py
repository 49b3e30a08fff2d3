"""Which days measured rows reach, and how many days, weeks, months or years a period has."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from factcheck.amounts.scope import fraction
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Per
from factcheck.model.conditions import Compare, Cond, Name, Value, columns_of, conjuncts
from factcheck.model.queries import Cell, Figure
from factcheck.model.tables import Table


def reach_figures(table: Table, where: Cond) -> tuple[Figure, ...]:
    """The least and the most of the table's years or dates; none where it has neither."""
    if table.time is None:
        return ()
    of = Name(table.time.name)
    return Figure("least", of, where), Figure("most", of, where)


def reach(cells: Sequence[Cell]) -> tuple[date | None, date | None]:
    """The first and the last day that the answers to `reach_figures` stand for."""
    if not cells:
        return None, None
    return first_day(cells[0]), last_day(cells[1])


def described(table: Table, where: Cond) -> tuple[date | None, date | None]:
    """The days that a complete table says it describes, as far as the condition leaves them.

    Where nothing happened on the first or the last of them there is no row, and no row is then right. A condition
    that cuts the time in another way than from one day to another leaves nothing certain: (None, None).
    """
    if table.complete is not True or table.time is None or table.starts is None or table.ends is None:
        return None, None
    start, end = table.starts, table.ends
    for part in conjuncts(where):
        match part:
            case Compare(">=", Name(table.time.name), Value(value)) if not isinstance(value, str | bool):
                start = max(start, first_day(value) or start)
            case Compare("<=", Name(table.time.name), Value(value)) if not isinstance(value, str | bool):
                end = min(end, last_day(value) or end)
            case Compare("=", Name(table.time.name), Value(value)) if not isinstance(value, str | bool):
                start, end = max(start, first_day(value) or start), min(end, last_day(value) or end)
            case _ if table.time.name in columns_of(part):
                return None, None
    return start, end


def first_day(cell: Cell) -> date | None:
    if cell is None or isinstance(cell, date):
        return cell
    return date(int(fraction(cell)), 1, 1)


def last_day(cell: Cell) -> date | None:
    if cell is None or isinstance(cell, date):
        return cell
    return date(int(fraction(cell)), 12, 31)


def number_of(per: Per, *, first: date, last: date) -> Fraction:
    """How many of them the days from `first` to `last` are, both included.

    Months and years differ in length, so they are counted only where the period is made of whole ones.
    Raises FactcheckError where it is not.

    >>> number_of("week", first=date(2023, 1, 1), last=date(2023, 1, 14))
    Fraction(2, 1)
    """
    days = (last - first).days + 1
    match per:
        case "week":
            return Fraction(days, 7)
        case "month":
            return Fraction(_whole_months(first, last))
        case "year":
            return Fraction(_whole_months(first, last), 12)
        case _:
            return Fraction(days)


def _whole_months(first: date, last: date) -> int:
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        raise FactcheckError(
            Problem(
                f"the period from {first} to {last} is not made of whole months",
                remedy=f"give a period that ends on day {monthrange(last.year, last.month)[1]}, or count per: day",
            )
        )
    return (after.year - first.year) * 12 + after.month - first.month

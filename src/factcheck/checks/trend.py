"""`trend`: how many times in a row a measure has gone up, or down, until the last value of a column.

    trend: {of: {value: rate}, over: year}

Gives the streak of rises and the streak of falls. A step is a rise only where it surely is one; a year that is absent
from a column of years ends what is certain. Judged by the bounds. Rows that are totals of others are left out of
counts and shares, and refused in sums.

Supports: "rose for the third year in a row", over 1, 4, 5, 6 in four years running.
Refutes: "rose for the third year in a row", over 4, 3, 5, 6.
Cannot decide: "rose for the third year in a row", where one of the four years has a missing value.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from factcheck.amounts.asking import Kinds, missing_note, question
from factcheck.amounts.groups import Group, Groups, Using, groups, year_of
from factcheck.checks.interface import Occasion, Tables
from factcheck.model.claims import Trend
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Answer, Query
from factcheck.model.readings import Of, Way
from factcheck.model.tables import ColumnType, Table

GIVES = frozenset({Of.STREAK})
SHOWN = 8
ANY = Interval(Fraction(0), None)


def plan(trend: Trend, tables: Tables, kinds: Kinds) -> tuple[Query, ...]:
    return (question(kinds, trend.of, tables[trend.of.table], by=(trend.over,)),)


def combine(
    trend: Trend,
    tables: Tables,
    answers: Sequence[Answer],
    kinds: Kinds,
    occasion: Occasion,
) -> Measurement:
    """The two streaks, counted back from the last group."""
    table = tables[trend.of.table]
    found = groups(kinds, trend.of, table, answers[0])
    every, carried = found.every, found.carried
    unknown = max(carried.unknown, len(answers[0].rows) - len(every))
    if not every:
        return replace(carried, empty="no value is known", by_bounds=True)
    return replace(
        carried,
        amounts=tuple(_streak(trend, table, found, way) for way in (Way.UP, Way.DOWN)),
        workings=(", ".join(map(str, every[-SHOWN:])),),
        notes=(*missing_note(unknown, len(answers[0].rows)), *carried.notes),
        by_bounds=True,
        whole=True,
        unknown=unknown,
    )


def _streak(trend: Trend, table: Table, found: Groups, way: Way) -> Amount:
    """A row without a year, or an absent one, may be of a later year, and end the streak or go on with it."""

    def length(using: Using) -> Interval:
        if using != "known" and found.stray:
            return ANY
        pairs = pairwise(found.every)
        steps = [step for one, other in pairs for step in _steps(one, other, trend, table, way=way, using=using)]
        certain, possible = _run(steps, ending=(False, None)), _run(steps, ending=(False,))
        return Interval(Fraction(certain), Fraction(possible))

    bounds = length("bounds")
    opened = ANY if table.complete is False else bounds
    return Amount(Of.STREAK, length("known"), opened, length("if_complete"), way)


def _run(steps: Sequence[bool | None], *, ending: tuple[bool | None, ...]) -> int:
    """How many steps at the end are not one of `ending`."""
    run = 0
    for step in reversed(steps):
        if step in ending:
            break
        run += 1
    return run


def _steps(
    before: Group, after: Group, trend: Trend, table: Table, *, way: Way, using: Using
) -> tuple[bool | None, ...]:
    """One step, or over absent years as many: none of them is sure, and not all went that way if the whole did not."""
    went = _went(before, after, way=way, using=using)
    absent = _absent(before, after, trend, table)
    return (went,) if not absent else (False if went is False else None, *[None] * absent)


def _went(before: Group, after: Group, *, way: Way, using: Using) -> bool | None:
    """Whether the step surely went that way (True), surely did not (False), or cannot be told."""
    if not (before.sure and after.sure):
        return None
    step = after.judged(using) - before.judged(using)
    rise = step if way is Way.UP else -step
    above = Interval(Fraction(0), None, low_open=True)
    if rise.inside(above):
        return True
    return False if rise.apart(above) else None


def _absent(before: Group, after: Group, trend: Trend, table: Table) -> int:
    """How many years between the two are not in the table."""
    column = table.column(trend.over)
    if column.type is not ColumnType.YEAR:
        return 0
    return (year_of(after.key, column) or 0) - (year_of(before.key, column) or 0) - 1

"""The fifteen kinds of check. Each plans what to ask of an engine, and combines the answers into a measurement.

The lists below name them all. A new kind is one file beside these, and a few lines elsewhere: see CONTRIBUTING.md.
"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from factcheck.amounts.asking import Kind, question, reading
from factcheck.amounts.days import described
from factcheck.amounts.rate import rate
from factcheck.checks import (
    change,
    count,
    distinct,
    exists,
    figure,
    max,  # noqa: A004 a check kind has one name everywhere
    mean,
    median,
    min,  # noqa: A004
    rank,
    ratio,
    share,
    sum,  # noqa: A004
    trend,
    value,
)
from factcheck.checks.interface import Occasion, Tables
from factcheck.model.claims import Change, Computation, Measure, MeasureKind, Published, Rank, Ratio, Single, Trend
from factcheck.model.conditions import ALL_ROWS, Cond, both
from factcheck.model.measurements import Measurement, Piece
from factcheck.model.queries import Answer, Query, Rows
from factcheck.model.readings import Of
from factcheck.model.tables import Table

MEASURES: dict[MeasureKind, Kind] = {
    "value": value,
    "distinct": distinct,
    "sum": sum,
    "mean": mean,
    "median": median,
    "min": min,
    "max": max,
    "count": count,
    "exists": exists,
    "share": share,
}
COMPOSED = {"ratio": ratio, "change": change, "rank": rank, "trend": trend, "figure": figure}
KINDS = (*MEASURES, *COMPOSED)

__all__ = ["COMPOSED", "KINDS", "MEASURES", "combine", "evidence", "gives", "plan", "tables_of"]


def gives(computation: Computation) -> frozenset[Of]:
    """What the computation can be said of: a `says` that speaks of none of these cannot be met."""
    match computation:
        case Single(measure, per):
            return frozenset({Of.LEVEL}) if per else MEASURES[measure.kind].GIVES
        case Ratio():
            return ratio.GIVES
        case Change():
            return change.GIVES
        case Rank():
            return rank.GIVES
        case Trend():
            return trend.GIVES
        case Published():
            return figure.GIVES
        case _:
            assert_never(computation)


def plan(computation: Computation, tables: Tables) -> tuple[Query | Rows, ...]:
    """What to ask of the engine. Raises FactcheckError where the check cannot be asked of these tables."""
    match computation:
        case Single(measure):
            return (question(MEASURES, measure, tables[measure.table]),)
        case Ratio():
            return ratio.plan(computation, tables, MEASURES)
        case Change():
            return change.plan(computation, tables, MEASURES)
        case Rank():
            return rank.plan(computation, tables, MEASURES)
        case Trend():
            return trend.plan(computation, tables, MEASURES)
        case Published():
            return figure.plan(computation, tables)
        case _:
            assert_never(computation)


def combine(
    computation: Computation, tables: Tables, answers: Sequence[Answer], occasion: Occasion
) -> tuple[Piece, ...]:
    """What the answers to `plan` come to, as pieces of evidence. Raises FactcheckError where they fit no check."""
    match computation:
        case Published():
            return figure.combine(computation, tables, answers, occasion)
        case Single(measure, per):
            single = reading(MEASURES, measure, tables[measure.table], answers[0].rows[0])
            measured = rate(single, per, occasion.period, of=(Of.LEVEL,))
        case Ratio():
            measured = ratio.combine(computation, tables, answers, MEASURES, occasion)
        case Change():
            measured = change.combine(computation, tables, answers, MEASURES, occasion)
        case Rank():
            measured = rank.combine(computation, tables, answers, MEASURES, occasion)
        case Trend():
            measured = trend.combine(computation, tables, answers, MEASURES, occasion)
        case _:
            assert_never(computation)
    return (_piece(measured, [tables[name] for name in tables_of(computation)], _described(computation, tables)),)


def evidence(computation: Computation, tables: Tables, *, at_most: int) -> tuple[Rows, ...]:
    """The rows that the number rests on: those that hold the condition, or are in scope where there is none."""
    return tuple(
        Rows(name, tuple(column.name for column in tables[name].columns), where, at_most)
        for name, where in _resting_on(computation)
    )


def tables_of(computation: Computation) -> tuple[str, ...]:
    """The datasets the computation reads, each once."""
    return tuple(dict.fromkeys(name for name, _ in _resting_on(computation)))


def _resting_on(computation: Computation) -> tuple[tuple[str, Cond], ...]:
    match computation:
        case Single(measure):
            return (_rows_of(measure),)
        case Ratio(of, to):
            return (_rows_of(of), _rows_of(to)) if to else (_rows_of(of),)
        case Change(of, start, end):
            name, where = _rows_of(of)
            return (name, both(where, start)), (name, both(where, end))
        case Rank(_, by):
            return (_rows_of(by),)
        case Trend(of):
            return (_rows_of(of),)
        case Published(table, name):
            return ((table, figure.named(name)),)
        case _:
            assert_never(computation)


def _rows_of(measure: Measure) -> tuple[str, Cond]:
    """Rows in scope; of a count, those counted; of a share, the whole."""
    holds = measure.holds if measure.kind in ("count", "exists") and measure.holds else ALL_ROWS
    return measure.table, both(measure.where, holds)


def _described(computation: Computation, tables: Tables) -> tuple[date | None, date | None]:
    """The days that the rows of a single measure describe, whether or not there is a row on each."""
    if not isinstance(computation, Single):
        return None, None
    return described(tables[computation.measure.table], computation.measure.where)


def _piece(measured: Measurement, tables: Sequence[Table], days: tuple[date | None, date | None]) -> Piece:
    """Days and sources of the datasets: the oldest day they describe, and every source."""
    first = tables[0]
    starts = sorted(day for day in (measured.first, days[0], None if measured.first else first.starts) if day)
    ends = sorted(day for day in (measured.last, days[1], None if measured.last else first.ends) if day)
    dated = sorted((table.as_of, table.as_of_first) for table in tables if table.as_of is not None)
    return Piece(
        measurement=measured,
        sources=tuple(source for table in tables for source in table.sources),
        as_of=dated[0][0] if len(dated) == len(tables) else None,
        as_of_first=dated[0][1] if len(dated) == len(tables) else None,
        starts=starts[0] if starts else None,
        ends=ends[-1] if ends else None,
        lasting=all(table.lasting for table in tables),
    )

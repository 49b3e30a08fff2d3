"""Counts of rows as intervals, shared by the kinds that count: among the known, with the unknown, if none is absent."""

from collections.abc import Sequence

from factcheck.amounts.asking import missing_note
from factcheck.amounts.scope import counted, tallies, true_rows, unweighed, without_totals, without_weight
from factcheck.amounts.spread import unit_of, with_margin
from factcheck.model.claims import Measure
from factcheck.model.conditions import ALL_ROWS, Cond, Is, Name, both
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import number, plural
from factcheck.model.tables import Table


def count_figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    """The rows in scope, then the tallies of the rows that hold and of those that may."""
    scope = without_totals(measure, table)
    holds = both(scope, measure.holds or ALL_ROWS)
    conditions: tuple[Cond, ...] = (holds, Is(holds, "unknown"))
    return (true_rows(scope), *tallies(conditions, weight=measure.weight))


def count_measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The number of rows that hold: at least the certain ones; at most, if rows may be absent, any number."""
    rows = whole(cells[0])
    certain, possible = counted(cells[1:], weight=measure.weight)
    unknown = whole_of(possible)
    unweighed_rows = unweighed(cells[1:], weight=measure.weight)
    besides = without_weight(unweighed_rows, measure.weight)
    with_unknown = certain + possible.hull(Interval.at(0))
    bounds = Interval(with_unknown.low, None) if table.complete is False else with_unknown
    level = with_margin(Amount(Of.LEVEL, certain, bounds, with_unknown), table)
    what = counts(measure, table)
    among = f"counted by {measure.weight} over" if measure.weight else "of"
    told = f"{spoken(certain)} {among} {plural(rows, 'row')} in scope" + (f" (each one {what})" if what else "")
    return Measurement(
        amounts=(level,),
        workings=(told + (f"; {unknown:,} unknown" if unknown else "") + (besides and f"; {besides}"),),
        notes=missing_note(unknown, _of(certain, unknown, rows, measure), besides),
        by_bounds=True,
        whole=True,
        unknown=unknown + unweighed_rows,
        counts=what,
        empty="" if rows or possible != Interval.at(0) else "no row is in scope",
    )


def _of(certain: Interval, unknown: int, rows: int, measure: Measure) -> int:
    """Of how many things the unknown ones are a part."""
    return whole_of(certain) + unknown if measure.weight else max(rows, unknown)


def counts(measure: Measure, table: Table) -> str:
    """What one of the things counted is: the unit of the weight, else what one row is."""
    return unit_of(Name(measure.weight), table) if measure.weight else table.row


def whole(cell: Cell) -> int:
    (interval,) = counted((cell,), weight=None)
    return whole_of(interval)


def whole_of(interval: Interval) -> int:
    end = interval.high if interval.high is not None else interval.low
    return int(end) if end is not None else 0


def spoken(interval: Interval) -> str:
    """A count in words: "12", "12 to 20", "at least 12"."""
    if interval.low is None or interval.high is None:
        return f"at least {number(interval.low)}" if interval.low is not None else "any number of"
    if interval.low == interval.high:
        return number(interval.low)
    return f"{number(interval.low)} to {number(interval.high)}"

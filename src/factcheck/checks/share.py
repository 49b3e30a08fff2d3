"""`share`: the part of the rows that hold a condition, among those for which it is known.

    share: perpetrator_regions contains victim_region

The bounds count every unknown row one way, then the other; they decide "all", "none" and `missing: bounds`. With
`weight`, rows are counted by that column. `where` and `among` say which rows are in the whole.

Supports: "three in four cases are closed", where 75 of 100 known rows are.
Refutes: "all cases are closed", where one row is not, however many are unknown.
Cannot decide: "all cases are closed", where every known row is and one row is unknown.
"""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.amounts.asking import missing_note
from factcheck.amounts.counting import counts, spoken, whole, whole_of
from factcheck.amounts.scope import counted, tallies, true_rows, unweighed, without_totals, without_weight
from factcheck.amounts.spread import with_margin
from factcheck.model.claims import Measure
from factcheck.model.conditions import ALL_ROWS, Cond, Is, Truth, both
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import Interval
from factcheck.model.queries import Cell, Figure
from factcheck.model.readings import Of
from factcheck.model.spelling import percent
from factcheck.model.tables import Table

GIVES = frozenset({Of.SHARE})
NONE = Interval.at(0)
TRUTHS: tuple[Truth, ...] = ("true", "false", "unknown")

scope = without_totals


def figures(measure: Measure, table: Table) -> tuple[Figure, ...]:
    """The rows in scope, then the tallies of true, false and unknown: in scope, and where the scope is unknown."""
    rows = scope(measure, table)
    holds = measure.holds or ALL_ROWS
    scopes: tuple[Cond, ...] = (rows,) if rows == ALL_ROWS else (rows, Is(rows, "unknown"))
    cells = tuple(both(inside, Is(holds, truth)) for inside in scopes for truth in TRUTHS)
    return (true_rows(rows), *tallies(cells, weight=measure.weight))


def measured(measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The share among the known, and its bounds were every unknown one way or the other."""
    rows = whole(cells[0])
    true, false, unknown, *outside = counted(cells[1:], weight=measure.weight)
    maybe_true, maybe_false, maybe_unknown = outside or (NONE, NONE, NONE)
    either = unknown + maybe_unknown
    if _is_nothing(true + false + either + maybe_true + maybe_false):
        return Measurement(empty="no row is in scope")
    known = _share(true, false)
    if_complete = Interval(
        _share(true, false + either + maybe_false).low, _share(true + either + maybe_true, false).high
    )
    bounds = _with_absent_rows(true, false) if table.complete is False else if_complete
    unknowns, unweighed_rows = whole_of(either + maybe_true + maybe_false), unweighed(cells[1:], weight=measure.weight)
    besides = without_weight(unweighed_rows, measure.weight)
    total = true + false
    of = whole_of(total) + unknowns
    return Measurement(
        amounts=(with_margin(Amount(Of.SHARE, known, bounds, if_complete, parts=_parts(true, total)), table),),
        workings=_workings(true, total, known, unknowns, besides, counts(measure, table)),
        notes=missing_note(unknowns, of if measure.weight else max(rows, of), besides),
        unknown=unknowns + unweighed_rows,
        counts=counts(measure, table),
        empty="no row in scope is known" if _is_nothing(total) else "",
    )


def _parts(true: Interval, total: Interval) -> tuple[int, int] | None:
    """The two counts, where they are whole numbers."""
    top, bottom = (count.low if count.is_point else None for count in (true, total))
    if not bottom or top is None or not top.denominator == bottom.denominator == 1:
        return None
    return int(top), int(bottom)


def _is_nothing(count: Interval) -> bool:
    return count == NONE


def _share(part: Interval, rest: Interval) -> Interval:
    """part / (part + rest): least where the part is least and the rest greatest, and the other way about."""
    return Interval(_ratio(part.low, rest.high, unknown=Fraction(0)), _ratio(part.high, rest.low, unknown=Fraction(1)))


def _ratio(part: Fraction | None, rest: Fraction | None, *, unknown: Fraction) -> Fraction:
    if part is None or rest is None or part + rest == 0:
        return unknown
    return part / (part + rest)


def _with_absent_rows(true: Interval, false: Interval) -> Interval:
    """Absent rows could bring the share near any value; only a counter-example keeps it off 0 or 1."""
    return Interval(Fraction(0), Fraction(1), low_open=bool(true.low), high_open=bool(false.low))


def _workings(
    true: Interval, total: Interval, known: Interval, unknown: int, besides: str, what: str
) -> tuple[str, ...]:
    told = f"{spoken(true)} of {spoken(total)} known"
    share = f" = {percent(known.low)}" if known.is_point and known.low is not None and not _is_nothing(total) else ""
    each = f" (each one {what})" if what else ""
    return (told + share + (f"; {unknown:,} unknown" if unknown else "") + (besides and f"; {besides}") + each,)

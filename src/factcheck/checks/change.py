"""`change`: a measure at one time, or in one group, against another.

    change: {of: {sum: victims}, from: {year: 2019}, to: {year: 2022}}

Gives the difference, the relative change, the ratio, the points where the measure is a share, and the level at the
end, so "rose by 25%", "rose by 4,000", "doubled", "up 3 points" and "rose to 20,000" can all be checked. The relative
change and the ratio need a beginning above zero.

Supports: "rose by 25%", from 400 to 500.
Refutes: "rose by 25%", from 400 to 600, or "rose by 5%", from 20% to 25%: those are points.
Cannot decide: "rose by 25%", where the sums are lower bounds, since rows are absent from the table.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.amounts.asking import Kinds, question, reading
from factcheck.amounts.joining import Three, amount_of, joined, nothing_joined, three
from factcheck.checks.interface import Occasion, Tables
from factcheck.model.claims import Change, Measure
from factcheck.model.conditions import both
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import EVERYTHING, Interval
from factcheck.model.queries import Answer, Query
from factcheck.model.readings import Of
from factcheck.model.spelling import amount, interval

GIVES = frozenset({Of.RELATIVE, Of.DIFFERENCE, Of.RATIO, Of.POINTS, Of.LEVEL, Of.SHARE})


def plan(change: Change, tables: Tables, kinds: Kinds) -> tuple[Query, ...]:
    return tuple(question(kinds, measure, tables[measure.table]) for measure in _ends(change))


def combine(
    change: Change,
    tables: Tables,
    answers: Sequence[Answer],
    kinds: Kinds,
    occasion: Occasion,
) -> Measurement:
    """From the measurement at the start to the one at the end."""
    parts = [
        reading(kinds, measure, tables[measure.table], answer.rows[0])
        for measure, answer in zip(_ends(change), answers, strict=True)
    ]
    missing = next((part.empty or "no number" for part in parts if not part.amounts or part.empty), "")
    if missing:
        return nothing_joined(parts, missing)
    start, end = (part.amounts[0] for part in parts)
    amounts = _amounts(start, end)
    told = [_told(start, end) + _relative(amounts[0])]
    return replace(joined(parts, amounts, told), whole=all(part.whole for part in parts))


def _told(start: Amount, end: Amount) -> str:
    first, last = interval(start.known, start.of), interval(end.known, end.of)
    both_exact = start.exact is not None and end.exact is not None
    return f"from {first} to {last}" if both_exact else f"{first} at the start, {last} at the end"


def _ends(change: Change) -> tuple[Measure, Measure]:
    start, end = (replace(change.of, where=both(change.of.where, when)) for when in (change.start, change.end))
    return start, end


def _relative(relative: Amount) -> str:
    known = relative.known
    return f": {amount(known.low, Of.RELATIVE)}" if known.is_point and known.low is not None else ""


def _amounts(start: Amount, end: Amount) -> list[Amount]:
    starts, ends = three(start), three(end)
    ratios = _each(_ratio, starts, ends)
    differences = _each(_difference, starts, ends)
    relative = _each(_less_one, ratios, ratios)
    is_share = end.of is Of.SHARE
    return [
        amount_of(Of.RELATIVE, relative),
        amount_of(Of.POINTS if is_share else Of.DIFFERENCE, differences),
        amount_of(Of.RATIO, ratios),
        *([amount_of(Of.DIFFERENCE, differences)] if is_share else []),
        end,
    ]


def _each(rule: Callable[[Interval, Interval], Interval], starts: Three, ends: Three) -> Three:
    known, bounds, if_complete = (rule(start, end) for start, end in zip(starts, ends, strict=True))
    return known, bounds, if_complete


def _ratio(start: Interval, end: Interval) -> Interval:
    """End over start; a start that may be zero or below has no meaningful ratio."""
    if start.low is None or start.low < 0 or (start.is_point and start.low == 0):
        return EVERYTHING
    return end / start


def _difference(start: Interval, end: Interval) -> Interval:
    return end - start


def _less_one(ratio: Interval, _: Interval) -> Interval:
    return ratio - Interval.at(Fraction(1))

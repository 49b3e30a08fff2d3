"""`ratio`: one measure over another, or over the days of a period, or both.

    ratio: {of: {sum: victims}, to: {sum: population, dataset: population}}
    ratio: {of: {sum: trips}, per: day}

Each measure may have its own `dataset` and `where`, so per-capita figures and ratios across tables work.

Supports: "twice as many men as women", where 200 rows are men and 101 women.
Refutes: "three times as many men as women", on the same rows.
Cannot decide: "twice as many men as women", where so many rows leave the sex out that it could be 1.5 times or 2.5.
"""

from collections.abc import Sequence

from factcheck.amounts.asking import Kinds, question, reading
from factcheck.amounts.joining import Three, amount_of, joined, nothing_joined, three
from factcheck.amounts.rate import rate
from factcheck.checks.interface import Occasion, Tables
from factcheck.model.claims import Measure, Ratio
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.queries import Answer, Query
from factcheck.model.readings import Of
from factcheck.model.spelling import amount, interval

GIVES = frozenset({Of.RATIO, Of.LEVEL, Of.SHARE})
AS = (Of.RATIO, Of.LEVEL, Of.SHARE)


def plan(ratio: Ratio, tables: Tables, kinds: Kinds) -> tuple[Query, ...]:
    return tuple(question(kinds, measure, tables[measure.table]) for measure in _measures(ratio))


def combine(ratio: Ratio, tables: Tables, answers: Sequence[Answer], kinds: Kinds, occasion: Occasion) -> Measurement:
    """The quotient of the two measurements, then per day and so on."""
    parts = [
        reading(kinds, measure, tables[measure.table], answer.rows[0])
        for measure, answer in zip(_measures(ratio), answers, strict=True)
    ]
    missing = next((part.empty or "no number" for part in parts if not part.amounts or part.empty), "")
    if missing:
        return nothing_joined(parts, missing)
    quotient = _quotient(parts) if ratio.to else joined(parts, parts[0].amounts, parts[0].workings)
    return rate(quotient, ratio.per, occasion.period, of=AS)


def _measures(ratio: Ratio) -> tuple[Measure, ...]:
    return (ratio.of, ratio.to) if ratio.to else (ratio.of,)


def _quotient(parts: Sequence[Measurement]) -> Measurement:
    top, bottom = (part.amounts[0] for part in parts)
    try:
        intervals = _divided(top, bottom)
    except ZeroDivisionError:
        return nothing_joined(parts, "the number divided by is zero")
    workings = [line for part in parts for line in part.workings]
    told = f"{interval(top.known, top.of)} / {interval(bottom.known, bottom.of)}"
    known = intervals[0]
    exact = f" = {amount(known.low, Of.LEVEL)}" if known.is_point and known.low is not None else ""
    return joined(parts, [amount_of(of, intervals) for of in AS], [*workings, told + exact])


def _divided(top: Amount, bottom: Amount) -> Three:
    (known, bounds, shut), (by_known, by_bounds, by_shut) = three(top), three(bottom)
    return known / by_known, bounds / by_bounds, shut / by_shut

"""A number per day, week, month or year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.amounts.days import number_of
from factcheck.amounts.joining import amount_of, three
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Per
from factcheck.model.measurements import Measurement
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Period
from factcheck.model.spelling import amount, number


def days_of(period: Period | None, measured: Measurement) -> tuple[date, date]:
    """The period that a rate is over: the one the claim names, else from the first to the last day of the table.

    Raises FactcheckError where neither is known.
    """
    if period is not None:
        _refuse_other_years(period, measured)
        return period.start, period.end
    if measured.first is None or measured.last is None:
        raise FactcheckError(
            Problem("a rate needs a period, and neither the claim nor the table gives one", remedy="add period:")
        )
    return measured.first, measured.last


def _refuse_other_years(period: Period, measured: Measurement) -> None:
    """Rows of other years would be divided by the days of this period."""
    first, last = measured.first, measured.last
    if first and last and (first.year < period.start.year or last.year > period.end.year):
        remedy = f"add where: for the days from {period.start} to {period.end}"
        raise FactcheckError(
            Problem(f"the rows run from {first} to {last}, past the period of the rate", remedy=remedy)
        )


def rate(measured: Measurement, per: Per, period: Period | None, *, of: Sequence[Of]) -> Measurement:
    """The measurement divided by the number of days (weeks, ...) of its period, as each of the amounts in `of`."""
    if not per or not measured.amounts:
        return measured
    first, last = days_of(period, measured)
    units = number_of(per, first=first, last=last)
    known, bounds, if_complete = (part / Interval.at(units) for part in three(measured.amounts[0]))
    told = f"over {number(units)} {per}s from {first} to {last}"
    exact = f" = {amount(known.low, Of.LEVEL)} per {per}" if known.is_point and known.low is not None else ""
    return replace(
        measured,
        amounts=tuple(amount_of(one, (known, bounds, if_complete)) for one in of),
        workings=(*measured.workings, told + exact),
        whole=False,
        per=per,
    )

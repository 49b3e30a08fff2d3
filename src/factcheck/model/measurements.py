"""What a check gives: amounts as intervals, with the arithmetic they rest on."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Way
from factcheck.model.tables import Source


@dataclass(frozen=True, slots=True)
class Note:
    """A named remark on a verdict, and what it says in this case."""

    name: str
    text: str = ""


# Notes that keep a check from supporting or refuting, with the reason they give.
BLOCKING = {
    "period not covered": "period",
    "unit of count": "unit",
    "price basis": "price basis",
    "stale": "stale",
    "older source": "period",
    "later release": "period",
    "other name": "subject",
    "other year": "period",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One number a check gives.

    `known` is the interval among the known values; `bounds` the one that every unknown, one way or the other, could
    make of it; `if_complete` the bounds if no row were absent from the table. `absolute` and `relative` (a part of
    the number) are how far the source's own uncertainty widens each way, `margin` how far it widens the known.
    `exact` is the number itself where the known values give one number; `parts` the counts whose ratio it is.
    """

    of: Of
    known: Interval
    bounds: Interval
    if_complete: Interval
    way: Way = Way.ANY
    ties: bool = True
    absolute: Fraction = Fraction(0)
    relative: Fraction = Fraction(0)
    parts: tuple[int, int] | None = None

    @property
    def exact(self) -> Fraction | None:
        return self.known.low if self.known.is_point else None

    @property
    def margin(self) -> Fraction:
        return max(self._off(self.known.low), self._off(self.known.high))

    def _off(self, end: Fraction | None) -> Fraction:
        return self.absolute if end is None else self.absolute + self.relative * abs(end)

    def widened(self, interval: Interval) -> Interval:
        """The interval with the source's own uncertainty; a share that lies between 0 and 1 stays there."""
        if not (self.absolute or self.relative):
            return interval
        wide = interval + Interval(-self._off(interval.low), self._off(interval.high))
        if self.of is Of.SHARE and interval.inside(Interval(Fraction(0), Fraction(1))):
            return wide.clipped(Fraction(0), Fraction(1))
        return wide


@dataclass(frozen=True, slots=True)
class Measurement:
    """The amounts a check gives, the first the one it is named for; none where there was nothing to measure.

    `by_bounds` says that the check is judged by the bounds. `whole` says that the number counts something, `maximum`
    that it is the greatest of several. `unknown` is the number of rows in scope that could not be told. `first` and
    `last` are the days the measured rows reach. `unit` is the unit of the level, and `measure` is it as the language
    file spells a unit of measurement; `counts` is what one of it is. `empty` says why there is nothing, where there is
    nothing. `told` is the number in words, where the first amount does not say it.
    """

    amounts: tuple[Amount, ...] = ()
    workings: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    by_bounds: bool = False
    whole: bool = False
    maximum: bool = False
    unknown: int = 0
    first: date | None = None
    last: date | None = None
    unit: str = ""
    measure: str = ""
    counts: str = ""
    per: str = ""
    prices: str = ""
    empty: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A measurement with what decides whether it votes: the day and the period its values describe, and who says so.

    A dataset gives one piece; a table of published figures gives one for each row of the figure. A month or a year is
    described from `as_of_first` to `as_of`.
    """

    measurement: Measurement
    sources: tuple[Source, ...] = ()
    as_of: date | None = None
    as_of_first: date | None = None
    starts: date | None = None
    ends: date | None = None
    lasting: bool = False
    label: str = ""

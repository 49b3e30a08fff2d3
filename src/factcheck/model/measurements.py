"""What a check gives: amounts as intervals, with the arithmetic they rest on."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Way


@dataclass(frozen=True, slots=True)
class Note:
    """A named remark on a verdict. The names stand in `NOTES` with what they mean."""

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
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One number a check gives.

    `known` is the interval among the known values, `bounds` the one that every unknown, one way or the other, could
    make of it; `margin` is how far the source's own uncertainty widens each way. `exact` is the number itself where
    the known interval is one.
    """

    of: Of
    known: Interval
    bounds: Interval
    way: Way = Way.ANY
    ties: bool = True
    margin: Fraction = Fraction(0)
    exact: Fraction | None = None

    def measured(self, *, by_bounds: bool) -> Interval:
        """The interval that is judged."""
        interval = self.bounds if by_bounds else self.known
        around = Interval(-self.margin, self.margin)
        widened = interval + around if self.margin else interval
        return widened.clipped(Fraction(0), Fraction(1)) if self.of is Of.SHARE else widened


@dataclass(frozen=True, slots=True)
class Measurement:
    """The amounts a check gives, the first the one it is named for.

    `by_bounds` says that the kind of check is judged by the bounds. `whole` says that the number counts something.
    `opened_by_incompleteness` says that a complete table would have given narrower bounds. `first` and `last` are
    the days the measured rows reach. `unit` is the unit of the level; `counts` what one of it is.
    """

    amounts: tuple[Amount, ...]
    workings: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    by_bounds: bool = False
    whole: bool = False
    unknown: int = 0
    opened_by_incompleteness: bool = False
    first: date | None = None
    last: date | None = None
    unit: str = ""
    counts: str = ""
    per: str = ""
    prices: str = ""
    empty: str = ""
    drawn: tuple[tuple[str, str], ...] = field(default=())

"""Exact intervals: what words accept and what data give.

`None` as an end means unbounded. Ends are fractions, so nothing is ever decided on a float.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Self


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; an open end is not itself in it.

    >>> Interval(Fraction(45), Fraction(50), high_open=True).contains(Fraction(50))
    False
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def at(cls, number: Fraction | int) -> Self:
        """The interval that holds one number only."""
        exact = number if isinstance(number, Fraction) else Fraction(number)
        return cls(exact, exact)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high and not (self.low_open or self.high_open)

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return self.low > self.high or self.low_open or self.high_open

    def contains(self, number: Fraction | int) -> bool:
        return Interval.at(number).inside(self)

    def inside(self, other: "Interval") -> bool:
        """Every number of this interval is in the other."""
        return _starts_no_earlier(self, other) and _starts_no_earlier(-self, -other)

    def apart(self, other: "Interval") -> bool:
        """No number is in both."""
        return _ends_before(self, other) or _ends_before(other, self)

    def gap(self, other: "Interval") -> Fraction | None:
        """How far the two lie apart; None where they do not."""
        if not self.apart(other):
            return None
        first, second = (self, other) if _ends_before(self, other) else (other, self)
        return None if first.high is None or second.low is None else second.low - first.high

    def slack(self, other: "Interval") -> Fraction | None:
        """How far this interval could move before it would leave the other; None where it never would."""
        below = None if self.low is None or other.low is None else self.low - other.low
        above = None if self.high is None or other.high is None else other.high - self.high
        return min((room for room in (below, above) if room is not None), default=None)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        low_from = other if _starts_no_earlier(self, other) else self
        high_from = other if _starts_no_earlier(-self, -other) else self
        return Interval(low_from.low, high_from.high, low_from.low_open, high_from.high_open)

    def clipped(self, low: Fraction | None, high: Fraction | None) -> "Interval":
        """The part of this interval from `low` to `high`, both included."""
        start = self if low is None or (self.low is not None and self.low >= low) else Interval(low, None)
        end = self if high is None or (self.high is not None and self.high <= high) else Interval(None, high)
        return Interval(start.low, end.high, start.low_open, end.high_open)

    def __neg__(self) -> "Interval":
        return Interval(_negative(self.high), _negative(self.low), self.high_open, self.low_open)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            _sum(self.low, other.low),
            _sum(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + (-other)

    def __mul__(self, other: "Interval") -> "Interval":
        products = [_product(mine, theirs) for mine in _ends(self) for theirs in _ends(other)]
        return _span(products)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients. Dividing by an interval that reaches zero leaves that side unbounded.

        Raises ZeroDivisionError where the divisor is zero and nothing else.
        """
        if other.is_point and other.low == 0:
            raise ZeroDivisionError("division by a measured zero")
        if _straddles_zero(other):
            return EVERYTHING
        return self * _reciprocal(other)

    def scaled(self, factor: Fraction | int) -> "Interval":
        return self * Interval.at(factor)


EVERYTHING = Interval()

# An end of an interval while it is multiplied: the number, or -1 / +1 for the infinite ends, and whether it is open.
_End = tuple[Fraction | None, int, bool]


def _ends(interval: Interval) -> tuple[_End, _End]:
    return (
        (interval.low, -1 if interval.low is None else 0, interval.low_open),
        (interval.high, 1 if interval.high is None else 0, interval.high_open),
    )


def _product(one: _End, other: _End) -> _End:
    """The product of two ends; nothing times the infinite is nothing, since zero rows of anything sum to zero."""
    if one[0] == 0 or other[0] == 0:
        closed_zero = any(end[0] == 0 and not end[2] for end in (one, other))
        return Fraction(0), 0, not closed_zero
    if one[0] is not None and other[0] is not None:
        return one[0] * other[0], 0, one[2] or other[2]
    return None, _sign(one) * _sign(other), False


def _sign(end: _End) -> int:
    number, infinite, _ = end
    return infinite if number is None else (number > 0) - (number < 0)


def _span(ends: Iterable[_End]) -> Interval:
    ordered = sorted(ends, key=lambda end: (end[1], end[0] or Fraction(0), end[2]))
    low, high = ordered[0], ordered[-1]
    low_open = all(end[2] for end in ordered if end[:2] == low[:2])
    high_open = all(end[2] for end in ordered if end[:2] == high[:2])
    return Interval(low[0], high[0], low_open and low[0] is not None, high_open and high[0] is not None)


def _straddles_zero(interval: Interval) -> bool:
    below = interval.low is None or interval.low < 0
    above = interval.high is None or interval.high > 0
    return below and above


def _reciprocal(interval: Interval) -> Interval:
    """One over an interval that lies on one side of zero; an end at zero becomes unbounded."""
    low = _over(interval.high)
    high = _over(interval.low)
    low_open = interval.high_open or interval.high is None
    high_open = interval.low_open or interval.low is None
    return Interval(low, high, low_open and low is not None, high_open and high is not None)


def _over(end: Fraction | None) -> Fraction | None:
    if end is None:
        return Fraction(0)
    return None if end == 0 else 1 / end


def _negative(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _starts_no_earlier(one: Interval, other: Interval) -> bool:
    if other.low is None:
        return True
    if one.low is None:
        return False
    return one.low > other.low or (one.low == other.low and (one.low_open or not other.low_open))


def _ends_before(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))

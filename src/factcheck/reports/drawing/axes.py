"""The round numbers of a number line: where they begin, how far apart they are, and what is written at each."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.readings import Of
from factcheck.model.spelling import number

PERCENTS = frozenset({Of.SHARE, Of.RELATIVE, Of.POINTS})
TICK_EVERY = 10
STEPS = (1, 2, 5)
STEPS_TRIED = 6  # two powers of ten; where these do not reach over all ends, no larger one will
WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class Axis:
    """`cells` characters from `low` on, `step` between ticks, `every` characters apart."""

    low: Fraction
    step: Fraction
    ticks: int
    every: int = TICK_EVERY

    @property
    def cells(self) -> int:
        return self.every * (self.ticks - 1) + 1

    @property
    def high(self) -> Fraction:
        return self.low + self.step * (self.ticks - 1)

    def at(self, value: Fraction) -> int:
        """The character a number falls on; it may lie off the axis."""
        return round((value - self.low) / self.step * self.every)


def round_axis(ends: Sequence[Fraction], ticks: int, of: Of) -> Axis | None:
    """Round numbers from a little below all ends to beyond them; a share that cannot pass 100% ends there.

    None where so few ticks cannot hold them: no end may look as if it were none.
    """
    low, high = min(ends), max(ends)
    room = (high - low) or (Fraction(ticks) if of is Of.YEAR else max(abs(low), Fraction(1)) / 5)
    step = _nice(room * Fraction(3, 2) / (ticks - 1))
    if of not in PERCENTS and all(end.denominator == 1 for end in ends):
        step = max(step, Fraction(1))
    for _ in range(STEPS_TRIED):
        axis = _axis(low, high, room / 4, step, ticks, of)
        if axis.low <= low and (high < axis.high or (of is Of.SHARE and high == axis.high == WHOLE)):
            return axis
        step = _nice(step * Fraction(3, 2))
    return None


def _axis(low: Fraction, high: Fraction, beside: Fraction, step: Fraction, ticks: int, of: Of) -> Axis:
    first = (low - beside) // step * step
    last = high + beside
    if of is Of.SHARE and high <= WHOLE:
        first = max(Fraction(0), min(first, WHOLE - step * (ticks - 1)))
        last = min(last, WHOLE)
    elif low >= 0:
        first = max(Fraction(0), first)
    needed = -((first - last) // step) + 1
    return Axis(first, step, min(ticks, max(2, int(needed))))


def _nice(least: Fraction) -> Fraction:
    """The least of 1, 2, 5, 10, ... that is no less; a number line is read by its round numbers."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 < least:
        power *= 10
    return next((power * step for step in STEPS if power * step >= least), power * 10)


def labels_of(axis: Axis, of: Of) -> list[str]:
    """What stands at each tick."""
    return [_label(axis.low + axis.step * tick, of) for tick in range(axis.ticks)]


def _label(value: Fraction, of: Of) -> str:
    return str(round(value)) if of is Of.YEAR else number(value)

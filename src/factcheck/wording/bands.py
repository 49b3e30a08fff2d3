"""What a quantity accepts when nothing hedges it: how closely it was said."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.model.numbers import Interval
from factcheck.model.readings import Remark
from factcheck.wording.number import ONE
from factcheck.wording.quantity import Kind, Quantity

EXACT_UP_TO = 1000
HALF = Fraction(1, 2)
WIDEST_WHOLE = Fraction(1, 40)
SHARE_POINTS = Fraction(1, 40)
SHARE_OF_ITSELF = Fraction(3, 40)
TWENTIETH = Fraction(1, 20)
QUARTER_MORE = Fraction(5, 4)


Change = Callable[[Interval], Interval]


class Band(NamedTuple):
    """What a quantity's words accept, whatever it is said of, with the remarks on numbers in and about it."""

    value: Fraction
    accepts: Interval
    rule: str
    unless_whole: Interval | None = None
    with_max: Interval | None = None
    remarks: tuple[Remark, ...] = ()

    def negated(self) -> "Band":
        """The same below zero: "fell by" where "rose by" was read."""
        return self.mapped(lambda interval: -interval, -self.value)

    def reflected(self) -> "Band":
        """The same on the other side of the value: what lies beyond twice as many lies beyond half as few below."""
        twice = Interval.at(2 * self.value)
        return self.mapped(lambda interval: twice - interval, self.value)

    def mapped(self, change: Change, value: Fraction) -> "Band":
        """The band with every interval changed alike."""
        return self._replace(
            value=value,
            accepts=change(self.accepts),
            unless_whole=self.unless_whole and change(self.unless_whole),
            with_max=self.with_max and change(self.with_max),
            remarks=tuple(replace(remark, when=change(remark.when)) for remark in self.remarks),
        )


def bare(quantity: Quantity, rules: Mapping[str, str]) -> Band:
    """What a quantity accepts as it stands, by how it was printed.

    `rules` are the words for each rule, from the language file.
    """
    if quantity.kind is Kind.SHARE:
        return _share(quantity, rules["fraction"])
    if quantity.kind is Kind.TIMES:
        return _times(quantity, rules["times"])
    if quantity.is_whole:
        return _whole(quantity, rules)
    return _printed(quantity, rules["decimals"])


def trailing_step(number: Fraction) -> Fraction:
    """The largest power of ten that divides a whole number: 10,000 for 150,000."""
    whole, step = int(number), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return ONE if step == 1 else Fraction(step)


def _printed(quantity: Quantity, rule: str) -> Band:
    half = quantity.printed / 2
    near = around(quantity.value, half)
    remarks = (*_rounded(quantity.value, near), _truncated(quantity.value, near, quantity.printed))
    return Band(quantity.value, near, rule, remarks=remarks)


def _whole(quantity: Quantity, rules: Mapping[str, str]) -> Band:
    value = quantity.value
    step = trailing_step(value) if abs(value.numerator) > EXACT_UP_TO else ONE
    half = HALF if step is ONE else min(step / 2, abs(value) * WIDEST_WHOLE)
    near = around(value, half)
    remarks = (*_rounded(value, near), _truncated(value, near, step))
    if step is ONE:
        return Band(value, Interval.at(value), rules["whole"], near, remarks=remarks)
    return Band(value, near, rules["rounded_whole"], remarks=remarks)


def _share(quantity: Quantity, rule: str) -> Band:
    half = min(SHARE_POINTS, quantity.value * SHARE_OF_ITSELF)
    near = around(quantity.value, half)
    return Band(quantity.value, near, rule, remarks=_rounded(quantity.value, near))


def _times(quantity: Quantity, rule: str) -> Band:
    value = quantity.value
    understated = Interval(value * (1 + TWENTIETH), value * QUARTER_MORE, low_open=True)
    accepts = Interval(value * (1 - TWENTIETH), value * QUARTER_MORE)
    band = Band(value, accepts, rule, remarks=(Remark("understated", understated),))
    return band.reflected() if value < 1 else band


def around(value: Fraction, half: Fraction) -> Interval:
    """The numbers at most `half` away."""
    return Interval(value - half, value + half)


def _rounded(value: Fraction, near: Interval) -> tuple[Remark, ...]:
    """Both sides of the number in what it is near to, without the number itself."""
    if near.low == near.high:
        return ()
    below = Interval(near.low, value, high_open=True)
    return Remark("rounded", below), Remark("rounded", Interval(value, near.high, low_open=True))


def _truncated(value: Fraction, near: Interval, step: Fraction) -> Remark:
    """Numbers that begin with the printed digits, and round to others."""
    if value < 0:
        return Remark("truncated", Interval(value - step, near.low, low_open=True, high_open=True))
    return Remark("truncated", Interval(near.high, value + step, low_open=True, high_open=True))

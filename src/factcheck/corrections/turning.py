"""A measurement as a neighbour takes it: with another sign or size, or one amount for another."""

from dataclasses import replace
from fractions import Fraction

from factcheck.model.corrections import Neighbour
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.readings import Of

SIZED = frozenset({Of.LEVEL, Of.DIFFERENCE, Of.POINTS, Of.RELATIVE})


def turned(measured: Measurement, one: Neighbour) -> Measurement:
    """The measurement taken otherwise; none of its amounts, where the one to be taken is not among them."""
    amounts = measured.amounts
    if one.taken is not None:
        first, instead = one.taken
        amounts = tuple(replace(amount, of=instead) for amount in amounts if amount.of is first)
    if one.times == 1:
        return replace(measured, amounts=amounts)
    sized = tuple(_times(amount, one.times) if amount.of in SIZED else amount for amount in amounts)
    return replace(measured, amounts=sized, whole=measured.whole and one.times.denominator == 1, told="")


def _times(amount: Amount, times: Fraction) -> Amount:
    return replace(
        amount,
        known=amount.known.scaled(times),
        bounds=amount.bounds.scaled(times),
        if_complete=amount.if_complete.scaled(times),
        absolute=amount.absolute * abs(times),
        parts=None,
    )

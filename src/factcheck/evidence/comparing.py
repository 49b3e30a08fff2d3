"""One claim's number against another claim's: `says: higher than CLAIM-ID`."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.amounts.joining import amount_of, joined, nothing_joined, three
from factcheck.model.claims import Higher
from factcheck.model.measurements import Piece
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Wording
from factcheck.model.spelling import interval


def wording_against(higher: Higher) -> Wording:
    """More than zero, or less, is accepted of the difference."""
    zero = Fraction(0)
    accepts = Interval(None, zero, high_open=True) if higher.lower else Interval(zero, None, low_open=True)
    words = f"{'lower' if higher.lower else 'higher'} than {higher.than}"
    return Wording(words, 0, len(words), (Reading(Of.DIFFERENCE, accepts, f"{words}: the difference decides"),))


def against(mine: Piece, others: Sequence[Piece], than: str) -> Piece:
    """The piece with the difference to the other claim's number: all that its pieces allow."""
    told = [other.measurement for other in others if other.measurement.amounts and not other.measurement.empty]
    if not mine.measurement.amounts or mine.measurement.empty:
        return mine
    if not told:
        return replace(mine, measurement=nothing_joined([mine.measurement], f"claim {than} has no number"))
    theirs = [three(measurement.amounts[0]) for measurement in told]
    hull = theirs[0]
    for known, bounds, if_complete in theirs[1:]:
        hull = (hull[0].hull(known), hull[1].hull(bounds), hull[2].hull(if_complete))
    known, bounds, if_complete = (
        own - other for own, other in zip(three(mine.measurement.amounts[0]), hull, strict=True)
    )
    amounts = [amount_of(Of.DIFFERENCE, (known, bounds, if_complete)), *mine.measurement.amounts]
    line = f"against {interval(hull[0], told[0].amounts[0].of)} of claim {than}"
    combined = joined([mine.measurement, *told], amounts, [*mine.measurement.workings, line])
    own = mine.measurement.amounts[0]
    told_so = f"{interval(own.known, own.of)} against {interval(hull[0], told[0].amounts[0].of)}"
    return replace(mine, measurement=replace(combined, counts=mine.measurement.counts, told=told_so))

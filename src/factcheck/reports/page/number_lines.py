"""A number line as numbers to draw: what is accepted, what was found, and the bounds, one under the other."""

from fractions import Fraction

from factcheck.model.findings import Judgement
from factcheck.model.numbers import Interval
from factcheck.model.spelling import interval
from factcheck.reports.drawing.number_line import PERCENTS, Axis, labels_of, round_axis
from factcheck.reports.page.values import Band, EndOfBand, NumberLine, Tick

LEFT, RIGHT = 58, 342  # of a drawing 360 wide, which a phone shows as it is
TICKS = 5


def number_line(judgement: Judgement) -> NumberLine | None:
    """None where nothing was read or measured, or where nothing has an end; and where two points say all."""
    reading, amount, measured = judgement.reading, judgement.amount, judgement.measured
    if reading is None or amount is None or measured is None:
        return None
    if reading.accepts.is_point and measured.is_point and reading.accepts == measured:
        return None
    of = amount.of
    factor = 100 if of in PERCENTS else 1
    said, found, wide = (one.scaled(factor) for one in (reading.accepts, measured, amount.bounds))
    ends = [end for one in (said, found) for end in (one.low, one.high) if end is not None]
    if not ends:
        return None
    axis = round_axis(ends, TICKS, of)
    point = None if amount.exact is None else amount.exact * factor
    bands = [_band("said", axis, said), _band("found", axis, found, point)]
    told = [f"The words accept {interval(reading.accepts, of)}", f"found: {interval(measured, of)}"]
    if wide != found:
        bands.append(_band("bounds", axis, wide))
        told.append(f"bounds, were all that is unknown one way or the other: {interval(amount.bounds, of)}")
    ticks = (Tick(written(_x(axis, axis.low + axis.step * at)), text) for at, text in enumerate(labels_of(axis, of)))
    return NumberLine("; ".join(told) + ".", tuple(ticks), tuple(bands))


def written(value: Fraction | int) -> str:
    """A length of a drawing, in tenths."""
    tenths = round(Fraction(value) * 10)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _x(axis: Axis, value: Fraction) -> Fraction:
    return LEFT + (value - axis.low) / (axis.step * (axis.ticks - 1)) * (RIGHT - LEFT)


def _band(name: str, axis: Axis, values: Interval, point: Fraction | None = None) -> Band:
    low = Fraction(LEFT) if values.low is None else _x(axis, values.low)
    high = Fraction(RIGHT) if values.high is None else _x(axis, values.high)
    start, end = (min(max(one, Fraction(LEFT)), Fraction(RIGHT)) for one in (low, high))
    at = None if point is None else _x(axis, point)
    return Band(
        name,
        written(start),
        written(end - start),
        written(end),
        _end(values.low is None or low < LEFT or low > RIGHT, is_open=values.low_open),
        _end(values.high is None or high > RIGHT or high < LEFT, is_open=values.high_open),
        "" if at is None or not LEFT <= at <= RIGHT else written(at),
    )


def _end(is_on: bool, *, is_open: bool) -> EndOfBand:  # noqa: FBT001
    return "on" if is_on else "open" if is_open else "closed"

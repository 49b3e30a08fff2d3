"""A number line as numbers to draw: what is accepted, what was found, and the bounds, one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.findings import Judgement
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of
from factcheck.model.spelling import interval
from factcheck.reports.drawing.axes import PERCENTS, Axis, labels_of, round_axis
from factcheck.reports.page.values import Band, EndOfBand, NumberLine, Tick

WIDE = 360  # of a drawing, which a phone shows as it is
LEFT, RIGHT = 58, 342
DIGIT, MARK = 7, 4
TICKS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """Where on the drawing the round numbers begin and end."""

    axis: Axis
    left: Fraction
    right: Fraction

    @property
    def between(self) -> Fraction:
        return (self.right - self.left) / (self.axis.ticks - 1)

    def at(self, value: Fraction) -> Fraction:
        return self.left + (value - self.axis.low) / self.axis.step * self.between


def number_line(judgement: Judgement) -> NumberLine | None:
    """None where nothing was read or measured, or where nothing has an end; and where two points say all.

    None too where numbers are so long that not two of them can be written beside each other.
    """
    reading, amount, measured = judgement.reading, judgement.amount, judgement.measured
    if reading is None or amount is None or measured is None:
        return None
    if reading.accepts.is_point and measured.is_point and reading.accepts == measured:
        return None
    of = amount.of
    factor = 100 if of in PERCENTS else 1
    said, found, wide = (one.scaled(factor) for one in (reading.accepts, measured, amount.bounds))
    scale = _scale([end for one in (said, found) for end in (one.low, one.high) if end is not None], of)
    if scale is None:
        return None
    point = None if amount.exact is None else amount.exact * factor
    bands = [_band("said", scale, said), _band("found", scale, found, point)]
    told = [f"The words accept {interval(reading.accepts, of)}", f"found: {interval(measured, of)}"]
    if wide != found:
        bands.append(_band("bounds", scale, wide))
        told.append(f"bounds, were all that is unknown one way or the other: {interval(amount.bounds, of)}")
    return NumberLine(
        "; ".join(told) + ".", written(scale.left), written(scale.right), tuple(_ticks(scale, of)), tuple(bands)
    )


def written(value: Fraction | int) -> str:
    """A length of a drawing, in tenths."""
    tenths = round(Fraction(value) * 10)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def wide(text: str) -> int:
    """How much of the drawing a number takes, at most."""
    return sum(MARK if mark in ",." else DIGIT for mark in text)


def _scale(ends: Sequence[Fraction], of: Of) -> Scale | None:
    """As many round numbers as can be written beside each other; the line is shorter where they are long."""
    for ticks in range(TICKS, 1, -1) if ends else ():
        axis = round_axis(ends, ticks, of)
        if axis is None:
            continue
        widest = Fraction(max(map(wide, labels_of(axis, of))))
        scale = Scale(axis, max(Fraction(LEFT), widest / 2), min(Fraction(RIGHT), WIDE - widest / 2))
        if scale.between > widest:
            return scale
    return None


def _ticks(scale: Scale, of: Of) -> list[Tick]:
    axis = scale.axis
    return [Tick(written(scale.at(axis.low + axis.step * at)), text) for at, text in enumerate(labels_of(axis, of))]


def _band(name: str, scale: Scale, values: Interval, point: Fraction | None = None) -> Band:
    left, right = scale.left, scale.right
    low = left if values.low is None else scale.at(values.low)
    high = right if values.high is None else scale.at(values.high)
    start, end = (min(max(one, left), right) for one in (low, high))
    at = None if point is None else scale.at(point)
    return Band(
        name,
        written(start),
        written(end - start),
        written(end),
        _end(values.low is None or low < left or low > right, is_open=values.low_open),
        _end(values.high is None or high > right or high < left, is_open=values.high_open),
        "" if at is None or not left <= at <= right else written(at),
    )


def _end(is_on: bool, *, is_open: bool) -> EndOfBand:  # noqa: FBT001
    return "on" if is_on else "open" if is_open else "closed"

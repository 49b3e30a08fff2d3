"""A number line in characters: what is accepted, what was measured, and the bounds, one under the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of
from factcheck.model.spelling import number

PERCENTS = frozenset({Of.SHARE, Of.RELATIVE, Of.POINTS})
TICK_EVERY = 10
STEPS = (1, 2, 5)
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

    def at(self, value: Fraction) -> int:
        """The character a number falls on; it may lie off the axis."""
        return round((value - self.low) / self.step * self.every)


def number_line(
    accepts: Interval, measured: Interval, bounds: Interval, *, point: Fraction | None, of: Of, width: int
) -> list[str]:
    """Labels, then a line for what is accepted, what was measured and, where they differ, the bounds.

    No lines where no interval has an end, or where there is no room for two ticks.
    """
    factor = 100 if of in PERCENTS else 1
    said, found, wide = (each.scaled(factor) for each in (accepts, measured, bounds))
    axis = _axis(said, found, width, of)
    if axis is None:
        return []
    rows = [_row(axis, said, "[", "■", "]", base=_rule(axis))]
    rows.append(
        _row(axis, found, "(", "═", ")", base=[" "] * axis.cells, point=None if point is None else point * factor)
    )
    if wide != found:
        rows.append(_row(axis, wide, "‹", "┄", "›", base=[" "] * axis.cells))
    texts = labels_of(axis, of)
    margin = len(texts[0]) // 2
    return [_labels(axis, texts, margin), *(" " * margin + row.rstrip() for row in rows)]


def _axis(said: Interval, found: Interval, width: int, of: Of) -> Axis | None:
    """The longest axis that fits with its labels; None where not even two ticks do."""
    ends = [end for end in (said.low, said.high, found.low, found.high) if end is not None]
    if not ends:
        return None
    for ticks in range((width - 1) // TICK_EVERY + 1, 1, -1):
        axis = round_axis(ends, ticks, of)
        texts = labels_of(axis, of)
        if axis.cells + len(texts[0]) // 2 + len(texts[-1]) // 2 <= width and max(map(len, texts)) < TICK_EVERY:
            return axis
    return None


def round_axis(ends: list[Fraction], ticks: int, of: Of) -> Axis:
    """Round numbers from a little below to a little above all ends; a share that cannot pass 100% does not."""
    low, high = min(ends), max(ends)
    is_whole = of not in PERCENTS and all(end.denominator == 1 for end in ends)
    room = (high - low) or (Fraction(ticks) if of is Of.YEAR else max(abs(low), Fraction(1)) / 5)
    step = _nice(room * Fraction(3, 2) / (ticks - 1))
    if is_whole:
        step = max(step, Fraction(1))
    first = (low - room / 4) // step * step
    if of is Of.SHARE and high <= WHOLE:
        first = max(Fraction(0), min(first, WHOLE - step * (ticks - 1)))
    elif low >= 0:
        first = max(Fraction(0), first)
    needed = -((first - high - room / 4) // step) + 1
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


def _labels(axis: Axis, texts: list[str], margin: int) -> str:
    """Each number over the middle of its tick."""
    row = ""
    for tick, text in enumerate(texts):
        row = row.ljust(margin + tick * axis.every - len(text) // 2) + text
    return row


def _label(value: Fraction, of: Of) -> str:
    return str(round(value)) if of is Of.YEAR else number(value)


def _rule(axis: Axis) -> list[str]:
    return ["┼" if cell % axis.every == 0 else "─" for cell in range(axis.cells)]


def _row(
    axis: Axis, interval: Interval, left: str, fill: str, right: str, *, base: list[str], point: Fraction | None = None
) -> str:
    """The interval over the base; an end off the axis, or without bound, is an arrow."""
    row = list(base)
    last = axis.cells - 1
    start = 0 if interval.low is None else axis.at(interval.low)
    end = last if interval.high is None else axis.at(interval.high)
    for cell in _within(range(start, end + 1), last):
        row[cell] = fill
    if interval.low is None or start < 0:
        row[0] = "◂"
    elif start <= last:
        row[start] = left
    if interval.high is None or end > last:
        row[last] = "▸"
    elif end >= 0:
        row[end] = right
    if point is not None and 0 <= axis.at(point) <= last:
        row[axis.at(point)] = "●"
    elif start == end and 0 <= start <= last:
        row[start] = "●" if base[0] == " " else "■"
    return "".join(row)


def _within(cells: Iterable[int], last: int) -> list[int]:
    return [cell for cell in cells if 0 <= cell <= last]

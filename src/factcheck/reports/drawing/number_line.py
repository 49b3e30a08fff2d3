"""A number line in characters: what is accepted, what was measured, and the bounds, one under the other."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of
from factcheck.reports.drawing.axes import PERCENTS, TICK_EVERY, Axis, labels_of, round_axis

BETWEEN = 3  # between numbers too long for the usual ticks


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
        if axis is None:
            continue
        sizes = [len(text) for text in labels_of(axis, of)]
        axis = replace(axis, every=TICK_EVERY if max(sizes) < TICK_EVERY else max(sizes) + BETWEEN)
        if axis.cells + sizes[0] // 2 + sizes[-1] // 2 <= width:
            return axis
    return None


def _labels(axis: Axis, texts: list[str], margin: int) -> str:
    """Each number over the middle of its tick."""
    row = ""
    for tick, text in enumerate(texts):
        row = row.ljust(margin + tick * axis.every - len(text) // 2) + text
    return row


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
    for cell, mark in ((start, left), (end, right)):
        if 0 <= cell <= last:
            row[cell] = mark
    if interval.low is None or start < 0:
        row[0] = "◂"
    if interval.high is None or end > last:
        row[last] = "▸"
    if point is not None and 0 <= axis.at(point) <= last:
        row[axis.at(point)] = "●"
    elif start == end and 0 <= start <= last and None not in (interval.low, interval.high):
        row[start] = "●" if base[0] == " " else "■"
    return "".join(row)


def _within(cells: Iterable[int], last: int) -> list[int]:
    return [cell for cell in cells if 0 <= cell <= last]

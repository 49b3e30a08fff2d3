"""Shows wordings as an editor would write them down: what is accepted, of what, why, and the notes."""

from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Remark, Wording

IN_PERCENT = (Of.SHARE, Of.RELATIVE, Of.POINTS)


def told(wording: Wording) -> str:
    """The whole wording as text; readings that differ only in what they are said of share a line."""
    figure = "" if wording.figure else " (no figure)"
    lines = [f"{wording.text}{figure}"]
    for ofs, reading in _alike(wording.readings):
        lines += [f"{', '.join(ofs)}: {_reading(reading)}", *_details(reading)]
    for ofs, reading in _alike(wording.also):
        lines += [f"also {', '.join(ofs)}: {_reading(reading)}", *_details(reading)]
    return "\n".join(lines)


def _alike(readings: tuple[Reading, ...]) -> list[tuple[list[str], Reading]]:
    groups = groupby(readings, key=lambda one: replace(one, of=Of.LEVEL))
    lists = [list(group) for _, group in groups]
    return [([one.of.value for one in group], group[0]) for group in lists]


def _reading(one: Reading) -> str:
    said = [
        _interval(one.accepts, one.of),
        one.unit,
        f"per {one.per}" if one.per else "",
        one.way.value,
        "" if one.ties else "no ties",
        "absolute" if one.absolute else "",
        f"since {one.since}" if one.since else "",
        "in real terms" if one.real else "",
    ]
    return ", ".join(part for part in said if part)


def _details(one: Reading) -> list[str]:
    value = "" if one.value is None else f" {_number(one.value, one.of)}"
    lines = [f"  said{value}: {one.rule}"]
    if one.unless_whole:
        lines.append(f"  unless whole: {_interval(one.unless_whole, one.of)}")
    if one.with_max:
        lines.append(f"  with max: {_interval(one.with_max, one.of)}")
    for (note, of), remarks in groupby(one.remarks, key=lambda remark: (remark.note, remark.of)):
        lines.append(f"  {note}{f' in {of}' if of else ''}: {' or '.join(_when(remark, one.of) for remark in remarks)}")
    return lines


def _when(remark: Remark, of: Of) -> str:
    return _interval(remark.when, remark.of or of)


def _interval(interval: Interval, of: Of) -> str:
    if interval.is_point and interval.low is not None:
        return f"= {_number(interval.low, of)}"
    low = "" if interval.low is None else f"{'>' if interval.low_open else '>='} {_number(interval.low, of)}"
    high = "" if interval.high is None else f"{'<' if interval.high_open else '<='} {_number(interval.high, of)}"
    return " ".join(part for part in (low, high) if part)


def _number(number: Fraction, of: Of) -> str:
    """Exactly, in decimals where that can be; shares and changes in percent."""
    shown = number * 100 if of in IN_PERCENT else number
    scaled = shown * 10**6
    if scaled.denominator != 1:
        return f"{shown}{'%' if of in IN_PERCENT else ''}"
    digits = f"{abs(int(scaled)):07d}"
    decimals = digits[-6:].rstrip("0")
    text = ("-" if shown < 0 else "") + digits[:-6] + (f".{decimals}" if decimals else "")
    return f"{text}%" if of in IN_PERCENT else text

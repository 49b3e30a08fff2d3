"""What is read of a text: in lines for a person, or one JSON object a quantity."""

import json
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.quantities import Placed, Quantity
from factcheck.model.spelling import interval
from factcheck.reports.drawing.decimals import Json, decimal, ends
from factcheck.reports.drawing.layout import Line, Span, line, padded, width_of, wrapped
from factcheck.reports.drawing.safe import visible, visible_json

GAP = 2
WIDEST = 40


def json_lines(found: Iterable[Placed]) -> Iterator[str]:
    """One object a line, in the order of the text; each field is documented in docs/json.md."""
    return (visible_json(json.dumps(_fields(one), ensure_ascii=False)) + "\n" for one in found)


def _fields(placed: Placed) -> Json:
    one = placed.quantity
    return {
        "line": placed.line,
        **({"within": placed.within} if placed.within else {}),
        "start": placed.start,
        "end": placed.end,
        "text": one.text,
        "kind": one.sort.value,
        "value": decimal(one.value),
        "low": decimal(one.low),
        "high": decimal(one.high),
        "mark": one.mark.value,
        "unit": one.unit or None,
        "of": one.of or None,
        "accepts": _accepts(one),
    }


def _accepts(one: Quantity) -> Json | None:
    if one.wording is None:
        return None
    reading = one.wording.readings[0]
    return {"of": reading.of.value, **ends(reading.accepts), "rule": reading.rule}


def table(found: Sequence[Placed], *, width: int) -> list[Line]:
    """Each quantity with its line, its words, what it is and what it accepts; the number of them last."""
    words = min(WIDEST, max((width_of(visible(one.quantity.text)) for one in found), default=0), max(10, width // 3))
    number = min(max((len(_place(one)) for one in found), default=1), max(10, width // 3))
    lines = [part for one in found for part in _row(one, number=number, words=words, width=width)]
    plural = "quantity" if len(found) == 1 else "quantities"
    return [*lines, *([line()] if lines else []), line(f"{len(found):,} {plural}")]


def _row(placed: Placed, *, number: int, words: int, width: int) -> list[Line]:
    left = number + words + 2 * GAP
    said = wrapped(visible(placed.quantity.text), words)
    told = wrapped(visible(_told(placed.quantity)), max(10, width - left))
    rows = []
    stands = wrapped(_place(placed), number)
    for index in range(max(len(stands), len(said), len(told))):
        first = stands[index].rjust(number) if index < len(stands) else " " * number
        middle = padded(said[index] if index < len(said) else "", words)
        last = told[index] if index < len(told) else ""
        told_there = (Span(middle, "strong"), f"{' ' * GAP}{last}") if last else (Span(middle.rstrip(), "strong"),)
        rows.append(line(Span(first + " " * GAP, "faint"), *told_there))
    return rows


def _place(placed: Placed) -> str:
    """The line; in a document, where a person looks."""
    return visible(placed.within) or str(placed.line)


def _told(one: Quantity) -> str:
    """ "number > 150000 of trafficked victims; accepts > 150,000"."""
    values = " to ".join(text for text in map(decimal, (one.value, one.low, one.high)) if text is not None)
    mark = "" if one.mark.value == "=" else f"{one.mark.value} "
    unit = "%" if one.unit == "percent" else f" {one.unit}" if one.unit else ""
    amount = f" {mark}{values}{unit}" if values else ""
    of = f" of {one.of}" if one.of else ""
    return f"{one.sort.value}{amount}{of}{_accepted(one)}"


def _accepted(one: Quantity) -> str:
    if one.wording is None:
        return ""
    reading = one.wording.readings[0]
    return f"; accepts {interval(reading.accepts, reading.of)}"

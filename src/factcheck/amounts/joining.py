"""Measurements put together into one: the numbers are combined by the check, all else is carried along here."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model.measurements import Amount, Measurement, Note
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of

# The three intervals of an amount: among the known, with every unknown, and if no row were absent.
Three = tuple[Interval, Interval, Interval]


def three(amount: Amount) -> Three:
    """The amount's intervals, with the source's own uncertainty in them, to go on reckoning with."""
    return amount.widened(amount.known), amount.widened(amount.bounds), amount.widened(amount.if_complete)


def amount_of(of: Of, intervals: Three) -> Amount:
    known, bounds, if_complete = intervals
    return Amount(of, known, bounds, if_complete)


def joined(parts: Sequence[Measurement], amounts: Sequence[Amount], workings: Sequence[str]) -> Measurement:
    """One measurement out of several: it is judged by the bounds if any part is, and reaches as far as all do."""
    firsts = [part.first for part in parts if part.first]
    lasts = [part.last for part in parts if part.last]
    return replace(
        parts[0],
        amounts=tuple(amounts),
        workings=tuple(dict.fromkeys(workings)),
        notes=_notes(parts),
        by_bounds=any(part.by_bounds for part in parts),
        whole=False,
        maximum=False,
        unknown=sum(part.unknown for part in parts),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        prices=parts[0].prices if all(part.prices == parts[0].prices for part in parts) else "",
        empty="",
    )


def nothing_joined(parts: Sequence[Measurement], empty: str) -> Measurement:
    """What is left where a part has no number: the reason, and how far the parts got."""
    workings = [line for part in parts for line in part.workings]
    return replace(joined(parts, (), workings), empty=empty)


def _notes(parts: Sequence[Measurement]) -> tuple[Note, ...]:
    """Every note once; the missing values of several parts are each told."""
    return tuple(dict.fromkeys(note for part in parts for note in part.notes))

"""Which pieces of evidence vote: those that count what the claim counts, of the days it speaks of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from factcheck.model.findings import Evidence
from factcheck.model.measurements import BLOCKING, Note, Piece
from factcheck.model.readings import Period
from factcheck.model.spelling import plural

FRESH = timedelta(days=400)


def standing(piece: Piece, *, period: Period | None, said: date, counts: str) -> tuple[Note, ...]:
    """Why the piece does not vote, as blocking notes: it counts something else, or speaks of other days."""
    notes: list[Note] = []
    theirs = piece.measurement.counts
    if counts and theirs and _singular(counts) != _singular(theirs):
        notes.append(Note("unit of count", f"the claim counts {counts}, the data {theirs}"))
    if piece.lasting:
        return tuple(notes)
    return (*notes, *(_period_notes(piece, period) if period else _age_notes(piece, said)))


def _singular(noun: str) -> str:
    """Countries are counted by the country, victims by the victim."""
    word = noun.casefold().strip()
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def _period_notes(piece: Piece, period: Period) -> tuple[Note, ...]:
    starts, ends = piece.starts or piece.as_of, piece.ends or piece.as_of
    if starts is None or ends is None:
        return (Note("period not covered", f"the days of the data are not known; the claim names {_days(period)}"),)
    if starts == ends and period.start <= starts <= period.end and period.end - period.start <= FRESH:
        return ()
    if _month(starts) > _month(period.start) or _month(ends) < _month(period.end):
        return (Note("period not covered", f"the data reach {starts} to {ends}, the claim names {_days(period)}"),)
    return ()


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _days(period: Period) -> str:
    return f"{period.start} to {period.end}"


def _age_notes(piece: Piece, said: date) -> tuple[Note, ...]:
    if piece.as_of is None:
        return (Note("stale", "the day its values describe is not known"),)
    if (piece.as_of_first or piece.as_of) <= said <= piece.as_of:
        return ()
    if piece.as_of > said:
        return (Note("later release", f"describes {piece.as_of}, after {said}"),)
    return (
        (Note("older source", f"describes {piece.as_of}, {plural((said - piece.as_of).days, 'day')} before"),)
        if said - piece.as_of > FRESH
        else ()
    )


def renamed(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Where nothing votes, an older source is called what it is: stale, with the reason the verdict then has."""
    if any(one.votes for one in evidence):
        return tuple(evidence)
    return tuple(_stale(one) for one in evidence)


def _stale(one: Evidence) -> Evidence:
    notes = tuple(Note("stale", note.text) if note.name == "older source" else note for note in one.judgement.notes)
    if notes == one.judgement.notes:
        return one
    reason = next((BLOCKING[note.name] for note in notes if note.name in BLOCKING), one.judgement.reason)
    return replace(one, judgement=replace(one.judgement, notes=notes, reason=reason))

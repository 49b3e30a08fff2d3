"""The wording fixes an interval, the data give an interval: the verdict is how the two lie."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.model.findings import Judgement, Verdict
from factcheck.model.measurements import BLOCKING, Amount, Measurement, Note
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Remark, Wording
from factcheck.verdicts.units import in_units, same_unit


def judge(wording: Wording, measured: Measurement, standing: Sequence[Note] = ()) -> Judgement:
    """The verdict of one measurement on one wording. A blocking note keeps the numbers and takes the vote."""
    pairs = _fitting(wording.readings, measured)
    if measured.empty or not pairs:
        if (confused := _confused(wording, measured)) is not None:
            return _blocked(confused, standing)
        incomplete = any(note.name == "incomplete" for note in measured.notes)
        reason = "unit" if measured.amounts and not measured.empty else "incomplete" if incomplete else "no data"
        units = in_units(wording, measured) if reason == "unit" else ()
        return _blocked(Judgement(Verdict.NOT_ENOUGH, reason, notes=(*units, *measured.notes, *standing)), standing)
    senses = [_lie(reading, amount, measured) for reading, amount in pairs if reading.of is pairs[0][0].of]
    besides = [_lie(reading, amount, measured) for reading, amount in _fitting(wording.also, measured)]
    judged = senses[0]
    if wording.also and not besides and judged.verdict is Verdict.SUPPORTED:
        judged = replace(judged, verdict=Verdict.NOT_ENOUGH, reason="no check", distance=None)
    if len({sense.verdict for sense in senses}) > 1:
        judged = replace(judged, verdict=Verdict.NOT_ENOUGH, reason="two senses")
    for other in besides:
        worse = judged.verdict is Verdict.SUPPORTED and other.verdict is not Verdict.SUPPORTED
        if worse or other.verdict is Verdict.REFUTED:
            judged = other
    own = _own_notes(pairs[0][0], measured)
    return _blocked(replace(judged, notes=(*judged.notes, *measured.notes, *own, *standing)), (*own, *standing))


def _confused(wording: Wording, measured: Measurement) -> Judgement | None:
    """Refuted where the check does not give what was said, points or percent, but the other of the two fits."""
    for reading in wording.readings:
        for amount in measured.amounts if not measured.empty else ():
            interval = amount.widened(amount.known)
            if any(remark.of is amount.of and interval.inside(remark.when) for remark in reading.remarks):
                note = Note("percent or points")
                return Judgement(Verdict.REFUTED, "", reading, amount, interval, None, (note, *measured.notes))
    return None


def _fitting(readings: Sequence[Reading], measured: Measurement) -> list[tuple[Reading, Amount]]:
    """Each reading with the amount it speaks of, where the check gives it."""
    return [
        (reading, amount)
        for reading in readings
        for amount in measured.amounts
        if (amount.of, amount.way) == (reading.of, reading.way)
        and (reading.of is not Of.RANK or amount.ties == reading.ties)
        and same_unit(reading, measured)
    ]


def _lie(reading: Reading, amount: Amount, measured: Measurement) -> Judgement:
    reading = _of_this(reading, measured)
    accepts = reading.accepts
    by_bounds = measured.by_bounds or reading.absolute
    interval = amount.widened(amount.bounds if by_bounds else amount.known)
    verdict, reason = _verdict(interval, accepts), ""
    if verdict is Verdict.NOT_ENOUGH:
        alone = by_bounds and _verdict(amount.widened(amount.if_complete), accepts) is not verdict
        reason = "incomplete" if alone else "straddles"
    notes = tuple(_remarks(reading, interval, measured, verdict))
    distance = interval.slack(accepts) if verdict is Verdict.SUPPORTED else interval.gap(accepts)
    return Judgement(verdict, reason, reading, amount, interval, distance, notes)


def _of_this(reading: Reading, measured: Measurement) -> Reading:
    """What the reading accepts of this measurement: of a maximum, of a number that need not be whole, of a streak."""
    if reading.of is Of.STREAK and reading.since is not None and measured.last is not None:
        steps = Fraction(measured.last.year - reading.since)
        longer = Remark("understated", Interval(steps, None, low_open=True))
        return replace(reading, accepts=Interval(steps, None), remarks=(longer,))
    if measured.maximum and reading.with_max is not None:
        return replace(reading, accepts=reading.with_max)
    fits = measured.whole or reading.unless_whole is None
    return reading if fits else replace(reading, accepts=reading.unless_whole or reading.accepts)


def _verdict(interval: Interval, accepts: Interval) -> Verdict:
    if interval.inside(accepts):
        return Verdict.SUPPORTED
    return Verdict.REFUTED if interval.apart(accepts) else Verdict.NOT_ENOUGH


def _remarks(reading: Reading, interval: Interval, measured: Measurement, verdict: Verdict) -> list[Note]:
    """The wording's notes whose interval holds what was measured; of another amount only where this one is refuted."""
    judged: dict[Of | None, Interval] = {None: interval}
    if verdict is Verdict.REFUTED:
        judged.update({amount.of: amount.widened(amount.known) for amount in measured.amounts})
    return [
        Note(remark.note) for remark in reading.remarks if remark.of in judged and judged[remark.of].inside(remark.when)
    ]


def _own_notes(reading: Reading, measured: Measurement) -> tuple[Note, ...]:
    """What the words ask of the data besides a number: constant prices, a year to reach back to."""
    notes = [Note("price basis", "said in real terms")] if reading.real and measured.prices != "constant" else []
    if reading.since is not None and measured.first is not None and measured.first.year > reading.since:
        notes.append(Note("period not covered", f"the data begin in {measured.first.year}, after {reading.since}"))
    return tuple(notes)


def _blocked(judgement: Judgement, notes: Sequence[Note]) -> Judgement:
    reason = next((BLOCKING[note.name] for note in notes if note.name in BLOCKING), "")
    return replace(judgement, verdict=Verdict.NOT_ENOUGH, reason=reason, distance=None) if reason else judgement

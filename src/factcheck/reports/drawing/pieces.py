"""One piece of evidence in full: the check, what it found and how, the number line, and what would turn it."""

from collections.abc import Sequence

from factcheck.model.findings import Evidence, Judgement, Verdict
from factcheck.model.measurements import Amount, Note
from factcheck.model.numbers import EVERYTHING
from factcheck.model.readings import Of
from factcheck.model.spelling import distance, interval
from factcheck.reports.drawing.layout import LABEL, Line, field, line
from factcheck.reports.drawing.number_line import number_line
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import found, no_vote, off_by, reason

COUNTED = frozenset({Of.RANK, Of.STREAK})


def piece(one: Evidence, *, width: int, drawn: bool) -> list[Line]:
    """The piece with its notes; with a number line where `drawn`."""
    lines = field("check", visible(_heading(one)), width)
    if one.error is not None:
        remedy = f"; {one.error.remedy}" if one.error.remedy else ""
        place = f"{one.error.place}: " if one.error.place else ""
        return lines + field("error", visible(f"{place}{one.error.message}{remedy}"), width)
    lines += _found(one, width)
    if drawn:
        lines += [*_drawn(one.judgement, width), *_turning(one.judgement, width)]
    return lines + notes(one.judgement.notes, width)


def beside(one: Evidence, label: str, width: int) -> list[Line]:
    """A published figure that has no vote, in a few words: what it says, of when, and why it has none."""
    why = "; ".join(f"{note.name}: {note.text}" if note.text else note.name for note in one.judgement.notes)
    return field(label, visible(f"{found(one) or 'nothing'} ({one.label or one.table}): {why}"), width)


def notes(told: Sequence[Note], width: int) -> list[Line]:
    """Each note by its name, with what it says."""
    texts = (f"{note.name}: {note.text}" if note.text else note.name for note in dict.fromkeys(told))
    return [part for text in texts for part in field("note", visible(text), width)]


def _heading(one: Evidence) -> str:
    """Which check, of what; its verdict, or why it has no vote."""
    judgement = one.judgement
    about = ", ".join(part for part in (f"{one.check.kind} of {one.table}", one.label) if part)
    if not one.votes:
        return f"{about}: no vote, {no_vote(one) or reason(judgement.reason)}"
    far = off_by(one)
    why = "" if judgement.verdict is Verdict.ERROR else reason(judgement.reason)
    told = f"{judgement.verdict.value}: {why}" if why else judgement.verdict.value
    return f"{about}: {told}" + (f", {far}" if far else "")


def _found(one: Evidence, width: int) -> list[Line]:
    """The number beside its workings; then what the source's own error and the unknown could make of it."""
    measurement, judgement = one.measurement, one.judgement
    if measurement is None:
        return []
    first, *rest = measurement.workings or (measurement.empty,)
    lines = field("found", [visible(found(one)), visible(first)], width)
    for working in rest:
        lines += field("", visible(working), width)
    for span, because in spans(judgement):
        lines += field("", [span, because], width)
    return lines


def spans(judgement: Judgement) -> list[tuple[str, str]]:
    """What the source's own error, and the unknown, could make of the number; each with its reason."""
    amount = judgement.amount
    if amount is None or judgement.measured is None:
        return []
    told = []
    if amount.margin:
        told.append((interval(amount.widened(amount.known), amount.of), "with the error of the source"))
    if amount.bounds == EVERYTHING:
        told.append(("any number", "since nothing bounds what is unknown"))
    elif amount.bounds != amount.known:
        what = "unknown" if amount.bounds == amount.if_complete else "unknown or absent row"
        told.append((interval(amount.bounds, amount.of), f"were every {what} one way or the other"))
    return told


def _drawn(judgement: Judgement, width: int) -> list[Line]:
    reading, amount, measured = judgement.reading, judgement.amount, judgement.measured
    if reading is None or amount is None or measured is None or (measured.low is None and measured.high is None):
        return []
    if reading.accepts.is_point and measured.is_point:
        return []
    room = width - LABEL - 2
    bounds = measured if amount.bounds == EVERYTHING else amount.bounds
    rows = number_line(reading.accepts, measured, bounds, point=amount.exact, of=amount.of, width=room)
    marks = ("", "said", "found", "bounds")
    drawn = [line(f"  {mark:<{LABEL}}", row) for mark, row in zip(marks, rows, strict=False)]
    return [line(), *drawn, line()] if drawn else []


def _turning(judgement: Judgement, width: int) -> list[Line]:
    told = turns(judgement)
    return field("would turn", told, width) if told else []


def turns(judgement: Judgement) -> str:
    """What would make it another verdict: a number further off, or a source that errs less."""
    amount = judgement.amount
    if amount is None or amount.of in COUNTED:
        return ""
    if judgement.verdict is Verdict.SUPPORTED and judgement.distance is not None:
        if not judgement.distance:
            return "at the least change of the number"
        return f"if the number moved by more than {distance(judgement.distance, amount.of)}"
    if judgement.verdict is Verdict.NOT_ENOUGH and judgement.reason == "straddles":
        return _with_less_error(judgement, amount)
    return ""


def _with_less_error(judgement: Judgement, amount: Amount) -> str:
    """The verdict that the number alone asks for, and how small the source's error would have to be."""
    if not amount.margin or amount.exact is None or judgement.reading is None:
        return ""
    accepts, point = judgement.reading.accepts, amount.known
    inside = point.inside(accepts)
    room = point.slack(accepts) if inside else point.gap(accepts)
    if not room:
        return ""
    verdict = Verdict.SUPPORTED if inside else Verdict.REFUTED
    return f"{verdict.value} if the error were under {distance(room, amount.of)}"

"""The parts of a claim's full account: its verdict, what its words accept, each check, what stands beside it."""

from factcheck.model.claims import Claim
from factcheck.model.findings import ClaimResult, Verdict
from factcheck.model.spelling import interval
from factcheck.reports.drawing.layout import Line, Span, Style, field, line, wrapped
from factcheck.reports.drawing.pieces import beside, notes, piece
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import SYMBOLS, explained, off_by, reading_of, words_of

STYLES: dict[Verdict, Style] = {Verdict.SUPPORTED: "good", Verdict.REFUTED: "bad", Verdict.CONFLICTING: "bad"}


def verdict(result: ClaimResult, width: int) -> list[Line]:
    """The verdict, why, and how far off; with a blank line."""
    why = ": ".join(part for part in (result.verdict.value, _why(result)) if part)
    far = off_by(result.leading) if result.leading else ""
    text = f"{SYMBOLS[result.verdict]} {why}" + (f", {far}" if far else "")
    style = STYLES.get(result.verdict, "open")
    return [line("  ", Span(part, style)) for part in wrapped(visible(text), width - 2)] + [line()]


def said(result: ClaimResult, width: int) -> list[Line]:
    """The words, what they accept, and the rule that says so."""
    words, reading = words_of(result), reading_of(result)
    if reading is None or result.verdict is Verdict.NOT_CHECKABLE:
        return field("said", visible(f'"{words}"'), width) if words else []
    if not words:
        return field("said", "that there is one", width)
    return field("said", visible(f'"{words}" accepts {interval(reading.accepts, reading.of)}: {reading.rule}'), width)


def checks(result: ClaimResult, width: int) -> list[Line]:
    """Every check, those that vote first; a number line for each of them, or else for the one shown in front."""
    voting = [one for one in result.evidence if one.votes]
    others = [one for one in result.evidence if not one.votes]
    leading = voting or ([result.leading] if result.leading else [])
    lines: list[Line] = []
    short = [one for one in others if one.check.kind == "figure" and one is not result.leading]
    for one in [*voting, *(one for one in others if not any(one is each for each in short))]:
        lines += [line(), *piece(one, width=width, drawn=any(one is each for each in leading))]
    for at, one in enumerate(short):
        lines += [*([] if at else [line()]), *beside(one, "" if at else "no vote", width)]
    if not result.evidence and result.claim.not_checkable is None:
        lines += field("found", "no check", width)
    if result.claim.not_checkable is not None:
        return lines + field("marked", visible(", ".join(note.text for note in result.notes)), width)
    told = {note for one in result.evidence for note in one.judgement.notes}
    return lines + notes([note for note in result.notes if note not in told], width)


def comments(claim: Claim, width: int) -> list[Line]:
    """What stands beside the claim for its reader."""
    source = f"to {claim.according_to}" if claim.according_to else ""
    told = {"about": claim.about, "according": source, "hedge": claim.hedge, "comment": claim.note}
    return [part for label, text in told.items() if text for part in field(label, visible(text), width)]


def _why(result: ClaimResult) -> str:
    """The reason; of a conflict, who stands on which side."""
    if result.verdict is not Verdict.CONFLICTING:
        return "" if result.verdict is Verdict.ERROR else explained(result)
    sides = []
    for verdict, word in ((Verdict.SUPPORTED, "supported"), (Verdict.REFUTED, "refuted")):
        names = [one.label or one.table for one in result.evidence if one.votes and one.judgement.verdict is verdict]
        sides.append(f"{word} by {', '.join(names)}")
    return "; ".join(sides)

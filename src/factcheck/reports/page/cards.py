"""A claim's card: what was said, what was found, and all the evidence."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.corrections import Correction
from factcheck.model.explained import RowsShown
from factcheck.model.findings import ClaimResult, Evidence, Verdict
from factcheck.model.measurements import Note
from factcheck.model.pictured import Behind
from factcheck.model.spelling import interval
from factcheck.reports.drawing.corrected import could_say, would_fit
from factcheck.reports.drawing.entries import Entry
from factcheck.reports.drawing.pieces import spans, turns
from factcheck.reports.drawing.rows import cell_text
from factcheck.reports.drawing.words import (
    SYMBOLS,
    explained,
    found,
    no_vote,
    numbers,
    off_by,
    reading_of,
    reason,
    remark,
    words_of,
)
from factcheck.reports.page.charts import chart, share_bar
from factcheck.reports.page.findings import of_entry, where
from factcheck.reports.page.linking import of_source
from factcheck.reports.page.notes import told_of
from factcheck.reports.page.number_lines import number_line
from factcheck.reports.page.values import Card, Checked, Labelled, Link, RowsTable

CSS = {
    Verdict.SUPPORTED: "good",
    Verdict.REFUTED: "bad",
    Verdict.CONFLICTING: "bad",
    Verdict.NOT_ENOUGH: "unsure",
    Verdict.NOT_CHECKABLE: "apart",
    Verdict.ERROR: "bad",
}


def card(number: int, result: ClaimResult, told: Sequence[Entry], behind: Behind, lost: str) -> Card:
    """`told` are the findings on the claim, `lost` says why its words are not marked in the text."""
    verdict = result.verdict
    own = {note for one in result.evidence for note in one.judgement.notes}
    return Card(
        number=number,
        symbol=SYMBOLS[verdict],
        verdict=verdict.value,
        css=CSS[verdict],
        id=result.claim.id,
        quote=result.claim.quote,
        besides=_besides(result, told),
        lost=lost,
        lines=tuple(_labelled((*_lines(result), *_corrected(behind.correction)))),
        about=tuple(_labelled(_about(result))),
        checks=tuple(_checks(result)),
        apart=tuple(_labelled(_apart(result))),
        notes=notes(note for note in result.notes if note not in own),
        charts=tuple(map(chart, behind.drawings)),
        rows=tuple(map(_rows, behind.rows)),
        sources=tuple(dict.fromkeys(_sources(result))),
        findings=tuple(of_entry(entry) for entry in told if not entry.is_verdict),
        repeat=behind.repeat,
    )


def _besides(result: ClaimResult, told: Sequence[Entry]) -> str:
    """What was said and found in a few words, and why the verdict does not count, where it does not."""
    set_aside = [entry.why_not_counted for entry in told if entry.is_verdict]
    return "; ".join(part for part in (*numbers(result), remark(result), *set_aside) if part)


def _labelled(pairs: Iterable[tuple[str, str]]) -> Iterator[Labelled]:
    return (Labelled(label, text) for label, text in pairs if text)


def _lines(result: ClaimResult) -> Iterator[tuple[str, str]]:
    leading = result.leading
    yield "Why", "" if result.verdict is Verdict.ERROR else explained(result)
    yield "How far off", off_by(leading) if leading else ""
    yield "Said", _said(result)
    yield "Found", "" if result.verdict is Verdict.NOT_CHECKABLE or leading is None else found(leading)
    yield "Would turn", turns(leading.judgement) if leading else ""


def _corrected(one: Correction | None) -> Iterator[tuple[str, str]]:
    """Of a refuted claim what would be true instead, and which neighbouring checks its words would fit."""
    if one is not None:
        yield "Could say", could_say(one)
        yield "Would fit", would_fit(one.alternatives)


def _about(result: ClaimResult) -> Iterator[tuple[str, str]]:
    """Who said it, what stands beside the claim for its reader, and where both stand."""
    claim = result.claim
    yield "Speaker", claim.speaker
    yield "Said on", str(claim.said or "")
    yield "About", claim.about
    yield "According to", claim.according_to
    yield "Hedge", claim.hedge
    yield "Comment", claim.note
    yield "Claim", f"{claim.id} ({where(claim.quote_place)})"
    yield "In the text", where(result.said_at)


def _said(result: ClaimResult) -> str:
    words, reading = words_of(result), reading_of(result)
    if reading is None or result.verdict is Verdict.NOT_CHECKABLE:
        return f'"{words}"' if words else ""
    if not words:
        return "that there is one"
    return f'"{words}" accepts {interval(reading.accepts, reading.of)}: {reading.rule}'


def _is_short(result: ClaimResult, one: Evidence) -> bool:
    """A published figure that is only printed beside takes one line: there may be many."""
    return not one.votes and one.check.kind == "figure" and one is not result.leading


def _checks(result: ClaimResult) -> Iterator[Checked]:
    """The checks in full, those that vote first."""
    for one in sorted(result.evidence, key=lambda each: not each.votes):
        if not _is_short(result, one):
            yield _checked(one)


def _apart(result: ClaimResult) -> Iterator[tuple[str, str]]:
    for one in result.evidence:
        if _is_short(result, one):
            why = ", ".join(f"{note.name}: {note.text}" if note.text else note.name for note in one.judgement.notes)
            yield one.label or one.table, f"{found(one) or 'nothing'} ({why})"


def _checked(one: Evidence) -> Checked:
    judgement = one.judgement
    return Checked(
        heading=_heading(one),
        lines=tuple(_labelled(_workings(one))),
        notes=notes(judgement.notes),
        line=number_line(judgement),
        chart=share_bar(judgement, one.check.kind),
    )


def _heading(one: Evidence) -> str:
    judgement = one.judgement
    about = ", ".join(part for part in (f"{one.check.kind} of {one.table}", one.label) if part)
    if not one.votes:
        return f"{about}: no vote, {no_vote(one) or reason(judgement.reason)}"
    why = "" if judgement.verdict is Verdict.ERROR else reason(judgement.reason)
    return ", ".join(part for part in (f"{about}: {judgement.verdict.value}", why, off_by(one)) if part)


def _workings(one: Evidence) -> Iterator[tuple[str, str]]:
    if one.error is not None:
        yield "Error", one.error.message
        yield "What to do", one.error.remedy
    yield "Found", found(one)
    if one.measurement is not None:
        told = one.measurement.workings or (one.measurement.empty,)
        for at, working in enumerate(told):
            yield "" if at else "Workings", working
        if one.measurement.unknown:
            yield "Unknown", f"{one.measurement.unknown:,}"
    for span, because in spans(one.judgement):
        yield "Could be", f"{span}, {because}"


def notes(told: Iterable[Note]) -> tuple[Labelled, ...]:
    """Each note once, by its name, with what it says here and what it means."""
    return tuple(Labelled(note.name, told_of(note)) for note in dict.fromkeys(told))


def _rows(shown: RowsShown) -> RowsTable:
    name = shown.table.title or shown.table.name
    if not shown.rows:
        return RowsTable(f"No row of {name}", (), ())
    more = "" if shown.complete else ", the first of more"
    told = f"{len(shown.rows)} {'row' if len(shown.rows) == 1 else 'rows'} of {name}{more}"
    return RowsTable(told, shown.columns, tuple(tuple(map(cell_text, row)) for row in shown.rows))


def _sources(result: ClaimResult) -> Iterator[Link]:
    for one in result.evidence:
        yield from (of_source(source, one.sha256) for source in one.sources)
    yield from map(of_source, result.claim.sources)

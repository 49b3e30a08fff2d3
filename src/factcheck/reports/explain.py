"""One claim with all that stands behind it: quote, reading, rule, workings, number line, rows, sources."""

from dataclasses import replace

from factcheck.model.explained import Explanation, RowsShown
from factcheck.model.findings import Evidence, Verdict
from factcheck.model.numbers import EVERYTHING
from factcheck.model.readings import Of
from factcheck.model.spelling import distance, interval
from factcheck.model.tables import Source
from factcheck.reports.drawing.layout import Line, Span, Style, line, wrapped
from factcheck.reports.drawing.number_line import number_line
from factcheck.reports.drawing.problems import finding_lines
from factcheck.reports.drawing.rows import rows_table
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import SYMBOLS, found, off_by

LABEL = 10
STYLES: dict[Verdict, Style] = {Verdict.SUPPORTED: "good", Verdict.REFUTED: "bad", Verdict.CONFLICTING: "bad"}


def render(explanation: Explanation, *, width: int) -> list[Line]:
    """Everything about the claim, in the order a reader asks: what was said, found, from which rows, who says so."""
    result = explanation.result
    lines = [*_head(explanation, width), *_quote(explanation, width), *_verdict(explanation, width)]
    lines += _field("said", visible(_said(explanation)), width)
    for one in result.evidence:
        lines += [line(), *_evidence(one, width)]
    if not result.evidence:
        lines += _field("found", "no check", width)
    for note in result.notes:
        lines += _field("note", visible(f"{note.name}: {note.text}" if note.text else note.name), width)
    lines += _field("comment", visible(result.claim.note), width) if result.claim.note else []
    for shown in explanation.rows:
        lines += [line(), *_rows(shown, width)]
    lines += [line(), *_sources(explanation, width)]
    for told in explanation.plan:
        lines += _field("plan", visible(told), width)
    for finding in explanation.findings:
        lines += [line(), *finding_lines(finding, width=width)]
    return [*lines, *_field("repeat", visible(explanation.repeat), width)]


def _head(explanation: Explanation, width: int) -> list[Line]:
    claim, at = explanation.result.claim, explanation.result.said_at
    place = visible(str(claim.quote_place)) + (f"   {visible(at.path)} line {at.line}" if at else "")
    return [line(Span(part, "faint")) for part in wrapped(place, width)] + [line()]


def _quote(explanation: Explanation, width: int) -> list[Line]:
    claim = explanation.result.claim
    text = f'{visible(explanation.before)}"{visible(claim.quote)}"{visible(explanation.after)}'
    speaker = claim.speaker or explanation.statement.statement.speaker
    said_on = f", {claim.said}" if claim.said else ""
    lines = [line("  ", Span(part, "strong")) for part in wrapped(text, width - 2)]
    by = visible(speaker + said_on) if speaker else ""
    return lines + [line("  ", Span(part, "faint")) for part in wrapped(by, width - 2) if part] + [line()]


def _verdict(explanation: Explanation, width: int) -> list[Line]:
    result = explanation.result
    why = f": {result.reason}" if result.reason else ""
    far = off_by(result.leading) if result.leading else ""
    text = f"{SYMBOLS[result.verdict]} {result.verdict.value}{why}" + (f", {far}" if far else "")
    style = STYLES.get(result.verdict, "open")
    return [line("  ", Span(part, style)) for part in wrapped(visible(text), width - 2)] + [line()]


def _said(explanation: Explanation) -> str:
    """The words, what they accept, and the rule that says so."""
    claim, leading = explanation.result.claim, explanation.result.leading
    words = claim.says or (claim.wording.text if claim.wording else "there is one")
    reading = leading.judgement.reading if leading else None
    if reading is None and claim.wording is not None:
        reading = claim.wording.readings[0]
    return f'"{words}" accepts {interval(reading.accepts, reading.of)}: {reading.rule}' if reading else f'"{words}"'


def _evidence(one: Evidence, width: int) -> list[Line]:
    judgement, measurement = one.judgement, one.measurement
    vote = "" if one.votes else ", no vote"
    verdict = visible(f"{judgement.verdict.value}{': ' + judgement.reason if judgement.reason else ''}{vote}")
    lines = _field("check", visible(f"{one.check.kind} of {one.table} {one.label}".rstrip()) + f": {verdict}", width)
    if measurement is None:
        return lines
    told = found(one)
    for index, working in enumerate(measurement.workings or (measurement.empty,)):
        lines += _field(
            "found" if not index else "", visible(f"{told}   {working}" if told and not index else working), width
        )
    lines += _intervals(one, width)
    return lines + _drawn(one, width) + _turning(one, width)


def _intervals(one: Evidence, width: int) -> list[Line]:
    """The measured interval with the source's own uncertainty, and the bounds, where they say more than the number."""
    amount, measured = one.judgement.amount, one.judgement.measured
    if amount is None or measured is None:
        return []
    lines: list[Line] = []
    if amount.margin:
        lines += _field(
            "", f"{interval(amount.widened(amount.known), amount.of)}   with the error of the source", width
        )
    if amount.bounds != amount.known:
        lines += _field("", f"{interval(amount.bounds, amount.of)}   were every unknown one way or the other", width)
    return lines


def _drawn(one: Evidence, width: int) -> list[Line]:
    judgement = one.judgement
    if judgement.reading is None or judgement.amount is None or judgement.measured in (None, EVERYTHING):
        return []
    rows = number_line(
        judgement.reading.accepts,
        judgement.measured or EVERYTHING,
        judgement.amount.bounds,
        point=judgement.amount.exact,
        of=judgement.amount.of,
        width=width - LABEL - 2,
    )
    marks = ("", "said", "found", "bounds")
    drawn = [line(f"  {mark:<{LABEL}}", row) for mark, row in zip(marks, rows, strict=False)]
    return [line(), *drawn] if drawn else []


def _turning(one: Evidence, width: int) -> list[Line]:
    judgement = one.judgement
    if judgement.distance is None or judgement.amount is None or judgement.verdict is not Verdict.SUPPORTED:
        return []
    of = judgement.amount.of
    if of in (Of.RANK, Of.STREAK):
        return []
    return _field("would turn", f"if the number moved by more than {distance(judgement.distance, of)}", width)


def _rows(shown: RowsShown, width: int) -> list[Line]:
    told = f"{len(shown.rows)} of {visible(shown.table.name)}{'' if shown.complete else ', more with --rows'}"
    return [*_field("rows", told, width), *rows_table(_without_blank(shown), indent=LABEL + 2, width=width)]


def _without_blank(shown: RowsShown) -> RowsShown:
    """The rows without the columns that are empty in all of them."""
    kept = [index for index, _ in enumerate(shown.columns) if any(row[index] is not None for row in shown.rows)]
    rows = tuple(tuple(row[index] for index in kept) for row in shown.rows)
    return replace(shown, columns=tuple(shown.columns[index] for index in kept), rows=rows)


def _sources(explanation: Explanation, width: int) -> list[Line]:
    result = explanation.result
    pinned = [(one.sha256, source) for one in result.evidence for source in one.sources]
    told = [_source(source) + (f", sha256 {sha256[:12]}" if sha256 else "") for sha256, source in pinned]
    lines = [part for text in dict.fromkeys(told) for part in _field("source", visible(text), width)]
    return lines + [part for one in result.claim.sources for part in _field("see also", visible(_source(one)), width)]


def _source(source: Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher, source.published, source.url) if part)


def _field(label: str, text: str, width: int) -> list[Line]:
    parts = wrapped(text, max(10, width - LABEL - 2))
    return [line(f"  {label if not index else '':<{LABEL}}", part) for index, part in enumerate(parts)]

"""One claim with all that stands behind it: quote, reading, rule, workings, number line, rows, sources."""

from factcheck.model.corrections import Correction
from factcheck.model.explained import Explanation, RowsShown
from factcheck.model.tables import Source
from factcheck.reports.drawing.accounts import checks, comments, said, verdict
from factcheck.reports.drawing.corrected import could_say, would_fit
from factcheck.reports.drawing.layout import LABEL, NARROW, Line, Span, field, line, side_by_side, wrapped
from factcheck.reports.drawing.problems import finding_lines
from factcheck.reports.drawing.rows import rows_table
from factcheck.reports.drawing.safe import visible


def render(explanation: Explanation, *, width: int) -> list[Line]:
    """Everything about the claim, in the order a reader asks: what was said, found, from which rows, who says so."""
    result = explanation.result
    lines = [*_head(explanation, width), *_quote(explanation, width), *verdict(result, width)]
    lines += [*said(result, width), *checks(result, width)]
    lines += _corrected(explanation.correction, width) if explanation.correction else []
    lines += comments(result.claim, width)
    for shown in explanation.rows:
        more = ", more with --rows" if explanation.statement.path else ", the first of more"
        lines += [line(), *_rows(shown, "" if shown.complete else more, width)]
    lines += [line(), *_sources(explanation, width)]
    for told in explanation.plan:
        lines += field("plan", visible(told), width)
    lines += field("repeat", visible(explanation.repeat), width)
    known = {result.verdict.value, *(note.name for note in result.notes)}
    for finding in explanation.findings:
        if finding.kind not in known:
            lines += [line(), *finding_lines(finding, width=width)]
    return [one for at, one in enumerate(lines) if one or lines[at - 1]]


def _head(explanation: Explanation, width: int) -> list[Line]:
    """Where the claim and its quote stand; nowhere where it was tried in a command."""
    claim, at = explanation.result.claim, explanation.result.said_at
    if not explanation.statement.path:
        return []
    stands = f"{visible(at.path)} {visible(at.within) or f'line {at.line}'}" if at else ""
    places = [visible(str(claim.quote_place)), stands]
    return [line(Span(part, "faint")) for part in side_by_side(places, width)] + [line()]


def _quote(explanation: Explanation, width: int) -> list[Line]:
    claim = explanation.result.claim
    text = f'{visible(explanation.before)}"{visible(claim.quote)}"{visible(explanation.after)}'
    speaker = claim.speaker or explanation.statement.statement.speaker
    said_on = f", {claim.said}" if claim.said else ""
    lines = [line("  ", Span(part, "strong")) for part in wrapped(text, width - 2)]
    by = visible(speaker + said_on) if speaker else ""
    return lines + [line("  ", Span(part, "faint")) for part in wrapped(by, width - 2) if part] + [line()]


def _corrected(one: Correction, width: int) -> list[Line]:
    told = {"could say": could_say(one), "would fit": would_fit(one.alternatives)}
    return [line()] + [part for label, text in told.items() if text for part in field(label, visible(text), width)]


def _rows(shown: RowsShown, more: str, width: int) -> list[Line]:
    if not shown.rows:
        return field("rows", f"none of {visible(shown.table.name)}", width)
    told = f"{len(shown.rows)} of {visible(shown.table.name)}{more}"
    return [*field("rows", told, width), *rows_table(shown, indent=4 if width < NARROW else LABEL + 2, width=width)]


def _sources(explanation: Explanation, width: int) -> list[Line]:
    result = explanation.result
    pinned = [(one.sha256, source) for one in result.evidence for source in one.sources]
    told = [_source(source) + (f", sha256 {sha256[:12]}" if sha256 else "") for sha256, source in pinned]
    lines = [part for text in dict.fromkeys(told) for part in field("source", visible(text), width)]
    return lines + [part for one in result.claim.sources for part in field("see also", visible(_source(one)), width)]


def _source(source: Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher, source.published, source.url) if part)

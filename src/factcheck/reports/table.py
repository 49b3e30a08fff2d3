"""The verdict table for a terminal: the verdict first, what was said beside what the data say."""

from factcheck.gate.counts import counts
from factcheck.model.findings import ClaimResult, Finding, Level, Report, StatementResult, Verdict
from factcheck.model.spelling import plural
from factcheck.reports.drawing.entries import endings
from factcheck.reports.drawing.layout import Line, Span, Style, columns, line, side_by_side, width_of, wrapped
from factcheck.reports.drawing.problems import finding_lines
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import SHORT, SYMBOLS, beside, besides, numbers, remark, summary

STYLES: dict[Verdict, Style] = {
    Verdict.SUPPORTED: "good",
    Verdict.REFUTED: "bad",
    Verdict.NOT_ENOUGH: "open",
    Verdict.CONFLICTING: "bad",
    Verdict.NOT_CHECKABLE: "faint",
    Verdict.ERROR: "bad",
}
VERDICT = max(len(f"{SYMBOLS[verdict]} {SHORT[verdict]}") for verdict in Verdict)
INDENT = 2
WIDE, NARROW = 110, 60


def render(report: Report, *, width: int) -> list[Line]:
    """Every claim with its verdict, every other finding, and the counts."""
    lines: list[Line] = []
    for statement in report.statements:
        lines += _statement(statement, width)
    for finding in besides(report):
        lines += [*finding_lines(finding, width=width), line()]
    return lines + _ending(report, width)


def _statement(statement: StatementResult, width: int) -> list[Line]:
    title, path = visible(statement.statement.title), visible(statement.path)
    gap = width - width_of(title) - width_of(path)
    head = [line(Span(title, "strong"), " " * gap, Span(path, "faint"))]
    if gap < INDENT:
        titles = [line(Span(part, "strong")) for part in wrapped(title, width)]
        head = [*titles, *(line(Span(part, "faint")) for part in wrapped(path, width))]
    return [*head, line(), *(one for claim in statement.claims for one in [*_claim(claim, width)]), line()]


def _claim(result: ClaimResult, width: int) -> list[Line]:
    if width >= WIDE:
        return _wide(result, width)
    return _medium(result, width) if width >= NARROW else _stacked(result, width)


def _verdict(result: ClaimResult) -> str:
    return f"{SYMBOLS[result.verdict]} {SHORT[result.verdict]}"


def _numbers(result: ClaimResult) -> tuple[str, str, str]:
    """What was said, what was found, and what there is to add."""
    says, measured = numbers(result)
    return visible(says), visible(measured), visible(remark(result))


def _wide(result: ClaimResult, width: int) -> list[Line]:
    says, measured, note = _numbers(result)
    room = width - INDENT - VERDICT - 8
    each = room // 5
    lines = columns(
        [
            ("", 0, ""),
            (_verdict(result), VERDICT, STYLES[result.verdict]),
            (visible(result.claim.quote), room - 3 * each, ""),
            (says, each, ""),
            (measured, each, ""),
            (note, each, "faint"),
        ]
    )
    for part in _beside(result, room):
        lines.append(line(" " * (INDENT + VERDICT + 2), part))
    return lines


def _medium(result: ClaimResult, width: int) -> list[Line]:
    room = width - INDENT - VERDICT - 2
    quote = (visible(result.claim.quote), room)
    lines = columns([("", 0, ""), (_verdict(result), VERDICT, STYLES[result.verdict]), (*quote, "")])
    return lines + [line(" " * (INDENT + VERDICT + 2), span) for span in _details(result, room)]


def _stacked(result: ClaimResult, width: int) -> list[Line]:
    indent = " " * INDENT
    quote = [line(indent, part) for part in wrapped(visible(result.claim.quote), width - INDENT)]
    details = [line(indent, span) for span in _details(result, width - INDENT)]
    return [line(Span(_verdict(result), STYLES[result.verdict])), *quote, *details]


def _details(result: ClaimResult, room: int) -> list[Span]:
    says, measured, note = _numbers(result)
    told = [Span(part) for part in side_by_side([says, measured], room) if part]
    return told + [Span(part, "faint") for part in wrapped(note, room) if part] + _beside(result, room)


def _beside(result: ClaimResult, room: int) -> list[Span]:
    """The evidence that has no vote, each reason on lines of its own."""
    return [Span(part, "faint") for told in beside(result) for part in wrapped(visible(told), room)]


def _ending(report: Report, width: int) -> list[Line]:
    told = counts(report)
    lines = [line(Span(part, "strong")) for part in wrapped(summary(told), width)]
    lines += [line(part) for said in endings(report) for part in wrapped(said, width)]
    errors = dict(told.levels)[Level.ERROR]
    if errors:
        first = next(one for one in report.findings if one.level is Level.ERROR and not one.waived)
        lines += [line(part) for part in wrapped(f"{plural(errors, 'finding')} at level error.{_why(first)}", width)]
    return lines


def _why(finding: Finding) -> str:
    return f" Why: factcheck explain {visible(finding.claim)}" if finding.claim else ""

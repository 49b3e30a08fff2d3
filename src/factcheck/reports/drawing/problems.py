"""A finding at a place: what happened, the user's own line with the words marked, and what to do."""

from factcheck.model.findings import Finding, Level
from factcheck.reports.drawing.layout import Line, Span, Style, cut, line, width_of, wrapped
from factcheck.reports.drawing.safe import visible

STYLES: dict[Level, Style] = {Level.ERROR: "bad", Level.WARNING: "open", Level.NOTE: "faint"}


def heading(finding: Finding) -> str:
    """The finding on one line: place, level, what happened."""
    where = f"{visible(str(finding.place))}: " if finding.place else ""
    about = f"{visible(finding.claim)}: " if finding.claim else ""
    waived = f", waived: {visible(finding.waived)}" if finding.waived else ""
    return f"{where}{finding.level.value}: {about}{visible(finding.message)}{waived}"


def finding_lines(finding: Finding, *, width: int) -> list[Line]:
    """The heading, the user's line with a mark under the words meant, and the remedy."""
    lines = [line(Span(part, STYLES[finding.level])) for part in wrapped(heading(finding), width)]
    if finding.line and finding.place:
        lines += _marked(finding, finding.place.line, finding.place.column, width)
    return lines + [line("  " + part) for part in wrapped(visible(finding.remedy), width - 2) if part]


def _marked(finding: Finding, number: int, column: int, width: int) -> list[Line]:
    """The part of the line around the mark that fits, so that a long line hides nothing that is meant."""
    gutter = f"  {number} | "
    room = max(10, width - len(gutter))
    before, after = finding.line[: column - 1], finding.line[column - 1 :]
    kept = cut(visible(before)[::-1], room // 2)[::-1]
    shown = cut(kept + visible(after), room).rstrip()
    meant = width_of(visible(after[: finding.width]))
    mark = "^" * max(1, min(meant, room - width_of(kept)))
    bar = " " * (len(gutter) - 2) + "| "
    return [line(gutter, shown), line(bar, " " * width_of(kept), Span(mark, "strong"))]

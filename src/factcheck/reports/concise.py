"""One finding a line, as `file:line:column: level: ...`, for editors, grep and CI; the counts come last."""

from factcheck.gate.counts import counts
from factcheck.gate.rules import RULES
from factcheck.model.findings import ClaimResult, Level, Report, Verdict
from factcheck.reports.drawing.entries import endings
from factcheck.reports.drawing.problems import heading
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import besides, numbers, remark, summary

VERDICTS = frozenset(Verdict)


def render(report: Report) -> str:
    """The claims in the order of the files, then every other finding."""
    levels = {one.place: one.level for one in report.findings if one.kind in VERDICTS}
    lines = [_claim(claim, levels.get(claim.claim.quote_place)) for claim in report.claims]
    for finding in besides(report):
        lines.append(heading(finding) + (f"; {visible(finding.remedy)}" if finding.remedy else ""))
    return "\n".join([*lines, summary(counts(report)), *endings(report)]) + "\n"


def _claim(result: ClaimResult, found: Level | None) -> str:
    told = ", ".join(part for part in (*numbers(result), remark(result)) if part)
    level = (found or RULES[result.verdict.value].level).value
    place = visible(str(result.claim.quote_place))
    quote = visible(result.claim.quote)
    return f'{place}: {level}: {visible(result.claim.id)}: {result.verdict.value}: "{quote}": {visible(told)}'

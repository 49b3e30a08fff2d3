"""One finding a line, as `file:line:column: level: ...`, for editors, grep and CI; the counts come last."""

from factcheck.gate.counts import counts
from factcheck.gate.rules import RULES
from factcheck.model.findings import ClaimResult, Report
from factcheck.reports.drawing.entries import Entry, endings, entries, verdicts
from factcheck.reports.drawing.problems import heading
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import besides, numbers, remark, summary


def render(report: Report) -> str:
    """The claims in the order of the files, then every other finding."""
    of_claims = verdicts(entries(report))
    lines = [_claim(claim, of_claims.get(id(claim))) for claim in report.claims]
    for finding in besides(report):
        lines.append(heading(finding) + (f"; {visible(finding.remedy)}" if finding.remedy else ""))
    return "\n".join([*lines, *endings(report), summary(counts(report))]) + "\n"


def _claim(result: ClaimResult, verdict: Entry | None) -> str:
    """A claim whose verdict is no finding of the run has the level that its verdict would have."""
    why = verdict.why_not_counted if verdict else ""
    told = ", ".join(part for part in (*numbers(result), remark(result), why) if part)
    level = verdict.finding.level.value if verdict else RULES[result.verdict.value].level.value
    place = visible(str(result.claim.quote_place))
    quote = visible(result.claim.quote)
    return f'{place}: {level}: {visible(result.claim.id)}: {result.verdict.value}: "{quote}": {visible(told)}'

"""Markdown, for the summary of a CI step or a comment: the counts, a table for each statement, what else was found.

Text of strangers stays text: no markup, no HTML, no links, no cells of its own.
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.gate.counts import counts
from factcheck.model.findings import ClaimResult, Report, StatementResult
from factcheck.model.places import Place
from factcheck.reports.drawing.entries import Entry, entries, remarks, verdicts, worst_first
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import SYMBOLS, beside, numbers, summary

# All that CommonMark, GitHub and GitLab read as markup inside a line or a cell: addresses without brackets too, and the
# names of people, emojis and formulas.
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@$]|:(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)
CLAIMS = ("verdict", "words", "said", "found", "besides", "claim")
FINDINGS = ("level", "finding", "what", "to do", "where")


def render(report: Report) -> str:
    """Whole; sections where there is something to say."""
    told = entries(report)
    of_claims = verdicts(told)
    others = [entry for entry in told if not entry.is_verdict]
    parts = [f"## factcheck\n\n**{escaped(summary(counts(report)))}**", *_told(report.told)]
    parts += [_statement(each, of_claims) for each in report.statements]
    parts += _findings("Findings", [entry for entry in others if not entry.why_not_counted])
    parts += _findings("Findings that do not count", [entry for entry in others if entry.why_not_counted])
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text on one line, every character of it shown as it is.

    >>> escaped("<b>50%</b> | [a](b)\\n*c*")
    '\\\\<b\\\\>50%\\\\</b\\\\> \\\\| \\\\[a\\\\](b) \\\\*c\\\\*'
    """
    return MARKUP.sub(r"\\\g<0>", visible(text))


def _told(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield "\n".join(f"- {escaped(line)}" for line in lines)


def _statement(statement: StatementResult, of_claims: dict[int, Entry]) -> str:
    rows = [_claim(result, of_claims.get(id(result))) for result in statement.claims]
    head = f"### {escaped(statement.statement.title)}\n\nClaims in {escaped(statement.path)}"
    return f"{head}\n\n{_table(CLAIMS, rows)}" if rows else head


def _claim(result: ClaimResult, entry: Entry | None) -> list[str]:
    said, found = numbers(result)
    names = dict.fromkeys(note.name for note in result.notes)
    told = [entry.why_not_counted if entry else "", remarks(result), *beside(result)]
    told += [name for name in names if name not in " ".join(told)]
    where = "; ".join(filter(None, map(_where, (result.claim.quote_place, result.said_at))))
    return [
        f"{SYMBOLS[result.verdict]} {result.verdict.value}",
        result.claim.quote,
        said.removeprefix("said "),
        found.removeprefix("found "),
        "; ".join(part for part in told if part),
        f"{result.claim.id} ({where})",
    ]


def _findings(title: str, told: Sequence[Entry]) -> Iterator[str]:
    if told:
        yield f"### {title}\n\n{_table(FINDINGS, [_finding(entry) for entry in worst_first(told)])}"


def _finding(entry: Entry) -> list[str]:
    finding = entry.finding
    what = "; ".join(part for part in (entry.why_not_counted, entry.text) if part)
    return [finding.level.value, entry.title, what, finding.remedy, _where(finding.place)]


def _where(place: Place | None) -> str:
    """Without colons: GitHub makes an emoji of ":100:", whatever stands before it."""
    return f"{place.path}, line {place.line}" if place else ""


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    return "\n".join(lines + ["| " + " | ".join(map(escaped, row)) + " |" for row in rows])

"""A table for a spreadsheet: a row for each claim, then one for each finding that is not a claim's verdict.

Text of strangers is no formula there: a cell that a spreadsheet would take for one begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterator

from factcheck.model.findings import ClaimResult, Report, StatementResult
from factcheck.model.places import Place
from factcheck.reports.drawing.cells import cell
from factcheck.reports.drawing.entries import Entry, entries, remarks, verdicts
from factcheck.reports.drawing.words import numbers, words_of

COLUMNS = (
    "row", "level", "finding", "claim", "statement", "quote", "says", "verdict", "reason", "said", "found", "notes",
    "message", "remedy", "waived", "known", "path", "line", "column", "text", "text_line", "text_column", "fingerprint",
)  # fmt: skip

Row = dict[str, object]


def render(report: Report) -> str:
    """The rows, every cell in quote marks."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    for row in _rows(report):
        writer.writerow({name: cell(str(value)) for name, value in row.items()})
    return out.getvalue()


def _rows(report: Report) -> Iterator[Row]:
    told = entries(report)
    of_claims = verdicts(told)
    for statement in report.statements:
        for result in statement.claims:
            entry = of_claims.get(id(result))
            yield {**_claim(result, statement), **(_finding(entry) if entry else {}), "row": "claim"}
    for entry in told:
        if not entry.is_verdict:
            yield {**_finding(entry), "row": "finding"}


def _claim(result: ClaimResult, statement: StatementResult) -> Row:
    claim = result.claim
    said, found = numbers(result)
    return {
        "claim": claim.id,
        "statement": statement.statement.title,
        "quote": claim.quote,
        "says": words_of(result),
        "verdict": result.verdict.value,
        "reason": result.reason,
        "said": said.removeprefix("said "),
        "found": found.removeprefix("found "),
        "notes": ", ".join(dict.fromkeys(note.name for note in result.notes)),
        "message": remarks(result),
        **_place(claim.quote_place),
        **_text_place(result.said_at),
    }


def _finding(entry: Entry) -> Row:
    finding, quote = entry.finding, entry.result.claim.quote if entry.result else ""
    return {
        "level": finding.level.value,
        "finding": entry.rule,
        "claim": finding.claim,
        "quote": quote,
        "message": entry.text if entry.is_verdict else finding.message,
        "remedy": finding.remedy,
        "waived": finding.waived,
        "known": "yes" if entry.is_known else "",
        "fingerprint": entry.fingerprint,
        **_place(finding.place),
        **_text_place(entry.said_at),
    }


def _place(place: Place | None) -> Row:
    return {"path": place.path, "line": place.line, "column": place.column} if place else {}


def _text_place(place: Place | None) -> Row:
    return {"text": place.path, "text_line": place.line, "text_column": place.column} if place else {}

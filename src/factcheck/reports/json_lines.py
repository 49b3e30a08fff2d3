"""The report for programs that read line by line: one object a line, whose fields are those of the JSON report.

The first line is the run, the last one the counts; each has a `type`.
"""

import json

from factcheck.model.findings import Report
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import entries
from factcheck.reports.drawing.objects import VERSION, claim_object, counts_object, finding_object, settings_object
from factcheck.reports.drawing.safe import visible_json


def render(report: Report) -> str:
    """The run, the claims in the order of the files, the findings, those known before, the counts."""
    told = entries(report)
    lines = [
        _line("run", {"version": VERSION, "told": list(report.told), "settings": settings_object(report)}),
        *(_line("claim", claim_object(claim, each)) for each in report.statements for claim in each.claims),
        *(_line("known" if entry.is_known else "finding", finding_object(entry)) for entry in told),
        _line("counts", counts_object(report)),
    ]
    return "\n".join(lines) + "\n"


def _line(kind: str, fields: Json) -> str:
    return visible_json(json.dumps({"type": kind, **fields}, ensure_ascii=False))

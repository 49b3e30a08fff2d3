"""The report for programs: one object, version 1, each field documented in docs/json.md."""

import json

from factcheck.model.findings import Report
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import entries
from factcheck.reports.drawing.objects import VERSION, claim_object, counts_object, finding_object, settings_object
from factcheck.reports.drawing.safe import visible_json


def render(report: Report) -> str:
    """One JSON object, in the order of the files."""
    told = entries(report)
    whole: Json = {
        "version": VERSION,
        "claims": [claim_object(claim, statement) for statement in report.statements for claim in statement.claims],
        "findings": [finding_object(entry) for entry in told if not entry.is_known],
        "known": [finding_object(entry) for entry in told if entry.is_known],
        "counts": counts_object(report),
        "told": list(report.told),
        "settings": settings_object(report),
    }
    return visible_json(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"

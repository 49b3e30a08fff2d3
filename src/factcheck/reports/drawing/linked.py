"""Linked data (JSON-LD): what is for the public in terms of the web, and beside it all else that the run found.

Names of ours have no meaning on the web: who reads linked data passes over them.
"""

import json

from factcheck.model.findings import Report
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import entries
from factcheck.reports.drawing.objects import counts_object, finding_object, settings_object
from factcheck.reports.drawing.safe import visible_json

# As in JSON of a page's script: no word of a stranger ends the script, or begins another.
MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def linked(public: Json, report: Report) -> str:
    """One JSON object: what is for the public, then the findings, what was known, counts and settings."""
    told = entries(report)
    whole: Json = {
        **public,
        "findings": [finding_object(entry) for entry in told if not entry.is_known],
        "known": [finding_object(entry) for entry in told if entry.is_known],
        "counts": counts_object(report),
        "told": list(report.told),
        "settings": settings_object(report),
    }
    return visible_json(json.dumps(whole, indent=2, ensure_ascii=False).translate(MARKUP)) + "\n"

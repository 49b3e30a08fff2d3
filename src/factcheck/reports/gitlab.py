"""GitLab's code quality report: a list of findings, which a merge request compares with those of its target branch."""

import json
import posixpath

from factcheck.model.findings import Level, Report
from factcheck.model.places import Place
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import Entry, entries
from factcheck.reports.drawing.safe import visible, visible_json

# GitLab knows info, minor, major, critical and blocker.
SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}
NOT_COUNTED = "info"
# GitLab leaves out what has no place.
NOWHERE = Place(".")


def render(report: Report) -> str:
    """One list, in the order of the files."""
    told = [_issue(entry) for entry in entries(report)]
    return visible_json(json.dumps(told, indent=2, ensure_ascii=False)) + "\n"


def _issue(entry: Entry) -> Json:
    place = entry.finding.place or NOWHERE
    parts = (entry.why_not_counted, entry.finding.claim, entry.text, entry.finding.remedy)
    return {
        "description": visible(": ".join(part for part in parts if part)),
        "check_name": entry.rule,
        "fingerprint": entry.fingerprint,
        "severity": NOT_COUNTED if entry.why_not_counted else SEVERITIES[entry.finding.level],
        "location": {"path": posixpath.normpath(place.path), "lines": {"begin": place.line}},
    }

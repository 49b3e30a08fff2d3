"""SARIF 2.1.0, the OASIS standard for the results of analysis tools, as code scanning and editors read it.

Each result stands at the claim file or the text it was found in; the place of the claim's words in the text is a
related location.
"""

import json
from urllib.parse import quote

from factcheck import __version__
from factcheck.errors import ExitCode
from factcheck.gate.levels import exit_code
from factcheck.gate.rules import RULES, Rule, page, slug, summary
from factcheck.model.findings import ClaimResult, Finding, Level, Report, Verdict
from factcheck.model.places import Place
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import Entry, entries
from factcheck.reports.drawing.objects import counts_object, settings_object
from factcheck.reports.drawing.safe import visible, visible_json
from factcheck.reports.drawing.words import numbers, words_of

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheck/v1"
# The only one that GitHub's code scanning looks at. Its own is a hash of the line, which a number of the text changes.
GITHUB_FINGERPRINT = "primaryLocationLineHash"
INDICES = {name: index for index, name in enumerate(RULES)}
# Results that are no problem; the standard gives these the level "none".
KINDS = {Verdict.SUPPORTED.value: "pass", Verdict.NOT_CHECKABLE.value: "notApplicable"}
# Code scanning refuses a whole file for one result without a place.
NOWHERE = Place(".")


def render(report: Report) -> str:
    """One run, its results in the order of the files."""
    told = entries(report)
    some_waived = any(entry.finding.waived for entry in told)
    run: Json = {
        "tool": {"driver": {"name": "factcheck", "version": __version__, "rules": list(map(_rule, RULES.values()))}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(entry) | _suppressions(entry, some_waived=some_waived) for entry in told],
        "properties": {"counts": counts_object(report), "settings": settings_object(report)},
    }
    whole: Json = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return visible_json(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"


def message(text: str) -> Json:
    """Text in which nothing is a link or a placeholder to whoever shows it (sections 3.11.5 and 3.11.6).

    >>> message("[a](b) {0} \\\\")
    {'text': '\\\\[a\\\\](b) {{0}} \\\\\\\\'}
    """
    told = visible(text)
    for raw, written in (("\\", "\\\\"), ("[", "\\["), ("]", "\\]"), ("{", "{{"), ("}", "}}")):
        told = told.replace(raw, written)
    return {"text": told}


def _rule(rule: type[Rule]) -> Json:
    told = {"text": page(rule), "markdown": page(rule)}
    return {
        "id": slug(rule.name),
        "shortDescription": {"text": summary(rule)},
        "fullDescription": {"text": page(rule)},
        "help": told,
        "defaultConfiguration": {"level": rule.level.value},
    }


def _invocation(report: Report) -> Json:
    """The run did what it was to do, unless something could not be checked; which settings bore on it."""
    done = exit_code(report.findings, fail_on=Level.ERROR) not in (ExitCode.WRONG_INPUT, ExitCode.NOT_CHECKED)
    told = [{"level": "note", "message": message(line)} for line in report.told]
    return {"executionSuccessful": done, "toolConfigurationNotifications": told}


def _result(entry: Entry) -> Json:
    finding = entry.finding
    kind = KINDS.get(finding.kind, "fail") if finding.level is Level.NOTE else "fail"
    told: Json = {
        "ruleId": entry.rule,
        "ruleIndex": INDICES[finding.kind],
        "kind": kind,
        "level": finding.level.value if kind == "fail" else "none",
        "message": message("; ".join(part for part in (entry.text, finding.remedy) if part)),
        "locations": [_location(finding.place or NOWHERE, finding)],
        "partialFingerprints": {FINGERPRINT: entry.fingerprint, GITHUB_FINGERPRINT: f"{entry.fingerprint}:1"},
        "properties": _properties(entry),
    }
    if entry.said_at is not None:
        told["relatedLocations"] = [{"id": 1, "message": {"text": "in the text"}, **_location(entry.said_at)}]
    return told


def _suppressions(entry: Entry, *, some_waived: bool) -> Json:
    """Where one result tells whether it is suppressed, all must (section 3.27.23)."""
    waived = entry.finding.waived
    told = [{"kind": "external", "status": "accepted", "justification": visible(waived)}] if waived else []
    return {"suppressions": told} if some_waived else {}


def _location(place: Place, finding: Finding | None = None) -> Json:
    region: Json = {"startLine": place.line, "startColumn": place.column}
    if finding is not None and finding.line:
        region["endColumn"] = place.column + finding.width
    uri = quote(place.path.encode("utf-8", "surrogatepass"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _properties(entry: Entry) -> Json:
    """What the message tells, taken apart, for who filters results."""
    told: Json = {"known": entry.is_known}
    if entry.finding.claim:
        told["claim"] = entry.finding.claim
    return told | (_claim(entry.result) if entry.result else {})


def _claim(result: ClaimResult) -> Json:
    said, found = numbers(result)
    return {
        "quote": result.claim.quote,
        "says": words_of(result),
        "verdict": result.verdict.value,
        "reason": result.reason,
        "said": said.removeprefix("said "),
        "found": found.removeprefix("found "),
        "notes": list(dict.fromkeys(note.name for note in result.notes)),
    }

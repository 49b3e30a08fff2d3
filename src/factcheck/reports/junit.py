"""JUnit XML, which CI systems show as tests: a suite for each file, a case for each finding.

Refuted, conflicting and all else at level error is a failure; what could not be checked is an error. What nobody has
decided is no success: it is skipped, and so is what a person waived or what stood before.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from factcheck.errors import ExitCode
from factcheck.gate.counts import counts
from factcheck.model.findings import Level, Report, Verdict
from factcheck.reports.drawing.entries import Entry, endings, entries
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import summary

NAME = "factcheck"
WRONG = frozenset({Verdict.REFUTED.value, Verdict.CONFLICTING.value})


def render(report: Report) -> str:
    """One document; the settings that bear on the findings and the counts stand at its end."""
    suites: dict[str, list[Entry]] = {statement.path: [] for statement in report.statements}
    for entry in entries(report):
        suites.setdefault(entry.finding.place.path if entry.finding.place else NAME, []).append(entry)
    told = [_suite(path, of_it) for path, of_it in suites.items()]
    whole = ET.Element("testsuites", {"name": NAME, **_totals(told)})
    whole.extend(told)
    if told:
        ET.SubElement(told[-1], "system-out").text = visible_lines([summary(counts(report)), *endings(report)])
    ET.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(whole, encoding="unicode") + "\n"


def visible_lines(lines: Sequence[str]) -> str:
    """The lines, each without what XML cannot hold or a reader cannot see."""
    return "\n".join(map(visible, lines))


def outcome(entry: Entry) -> str:
    """The element that a case has: `failure`, `error` or `skipped`; none where it passes."""
    finding = entry.finding
    if entry.why_not_counted:
        return "skipped"
    if finding.level is Level.ERROR and finding.code in (ExitCode.WRONG_INPUT, ExitCode.NOT_CHECKED):
        return "error"
    if finding.kind == Verdict.ERROR:
        return "error"
    if finding.level is Level.ERROR or finding.kind in WRONG:
        return "failure"
    if finding.level is Level.WARNING or finding.kind in (Verdict.NOT_ENOUGH, Verdict.NOT_CHECKABLE):
        return "skipped"
    return ""


def _suite(path: str, told: Sequence[Entry]) -> ET.Element:
    outcomes = [outcome(entry) for entry in told]
    suite = ET.Element(
        "testsuite",
        {
            "name": visible(path),
            "tests": str(len(told)),
            "failures": str(outcomes.count("failure")),
            "errors": str(outcomes.count("error")),
            "skipped": str(outcomes.count("skipped")),
        },
    )
    suite.extend(_case(path, entry, element) for entry, element in zip(told, outcomes, strict=True))
    return suite


def _case(path: str, entry: Entry, element: str) -> ET.Element:
    place = entry.finding.place
    case = ET.Element("testcase", {"classname": visible(path), "name": visible(_name(entry))})
    if place is not None:
        case.attrib |= {"file": visible(place.path), "line": str(place.line)}
    at = f"{place}: " if place else ""
    text_at = f"in the text at {entry.said_at}" if entry.said_at else ""
    told = [f"{at}{entry.finding.level.value}: {entry.text}", entry.finding.remedy, text_at]
    whole = visible_lines([part for part in told if part])
    if element:
        message = ": ".join(part for part in (entry.why_not_counted, entry.text) if part)
        ET.SubElement(case, element, {"type": entry.rule, "message": visible(message)}).text = whole
    else:
        ET.SubElement(case, "system-out").text = whole
    return case


def _name(entry: Entry) -> str:
    """What is put to the test: of a verdict the claim, of another finding its kind too."""
    quote = entry.result.claim.quote if entry.result else entry.finding.message
    return ": ".join(
        part for part in (entry.finding.claim, "" if entry.is_verdict else entry.finding.kind, quote) if part
    )


def _totals(suites: Sequence[ET.Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors", "skipped")
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in names}

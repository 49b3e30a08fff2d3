"""What each format for other programs promises beside carrying everything: its schema, levels, limits and order."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from read_back import READERS, commands, text_of
from reported import PATH, WAIVED, report

from factcheck.cli.reports import written
from factcheck.gate.levels import finding
from factcheck.gate.rules import RULES, page, slug
from factcheck.model.findings import Finding, Level, Report
from factcheck.model.places import Place
from factcheck.reports import FORMATS

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
REPORT = report()
NOTHING = Report((), (finding(RULES["nothing checked"], "no claim was checked", None),))

Json = dict[str, object]


def _waived(told: Report, kind: str) -> Report:
    """The report with that verdict waived, as the gate does it: on the finding and on the claim."""
    findings = tuple(replace(one, waived=WAIVED) if one.kind == kind else one for one in told.findings)
    (statement,) = told.statements
    claims = tuple(replace(one, waived=WAIVED) if one.verdict.value == kind else one for one in statement.claims)
    return replace(told, findings=findings, statements=(replace(statement, claims=claims),))


def _results(told: Report) -> dict[str, Json]:
    (run,) = json.loads(written(told, "sarif"))["runs"]
    return {one["ruleId"]: one for one in reversed(run["results"])}


@pytest.mark.parametrize(
    "told",
    [REPORT, report("\x00\ud800 ::error:: =x"), NOTHING, Report((), ())],
    ids=["all", "hostile", "nothing", "empty"],
)
def test_sarif_fits_its_schema(told: Report) -> None:
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(written(told, "sarif")))


def test_a_schema_that_is_broken_is_noticed() -> None:
    whole = json.loads(written(REPORT, "sarif"))
    whole["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(whole)


def test_sarif_rules_carry_their_pages() -> None:
    (run,) = json.loads(written(NOTHING, "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(map(slug, RULES))
    assert [rule["help"]["markdown"] for rule in rules] == list(map(page, RULES.values()))
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == [rule.level.value for rule in RULES.values()]


def test_sarif_levels_kinds_and_places() -> None:
    results = _results(REPORT)
    told = {rule: (one["kind"], one["level"]) for rule, one in results.items()}
    assert told["supported"] == ("pass", "none")
    assert told["not-checkable"] == ("notApplicable", "none")
    assert told["refuted"] == ("fail", "error")
    assert told["not-enough-evidence"] == ("fail", "warning")
    assert told["forecast"] == ("fail", "note")
    for rule, one in results.items():
        assert one["ruleIndex"] == [slug(name) for name in RULES].index(rule)
    assert results["refuted"]["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "in the text"},
            "physicalLocation": {
                "artifactLocation": {"uri": "claims/speech.txt"},
                "region": {"startLine": 2, "startColumn": 4},
            },
        }
    ]


def test_sarif_suppresses_what_is_waived_and_says_so_of_all() -> None:
    results = _results(_waived(REPORT, "refuted"))
    assert results["refuted"]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": WAIVED}]
    assert results["refuted"]["level"] == "error"
    assert results["conflicting"]["suppressions"] == []


def test_a_level_that_was_set_reaches_sarif() -> None:
    lifted = replace(REPORT, findings=tuple(replace(one, level=Level.ERROR) for one in REPORT.findings))
    assert {(one["kind"], one["level"]) for one in _results(lifted).values() if one["ruleId"] != "uncovered"} == {
        ("fail", "error")
    }


def _many(level: Level, number: int) -> list[Finding]:
    kinds = {Level.ERROR: "refuted", Level.WARNING: "uncovered", Level.NOTE: "forecast"}
    rule = RULES[kinds[level]]
    return [finding(rule, f"{level.value} {at}", Place(PATH, at + 1, 2)) for at in range(number)]


@pytest.mark.parametrize("number", [0, 1, 9, 10, 11, 12, 40])
def test_github_shows_ten_of_a_level_and_the_last_says_how_many_more(number: int) -> None:
    findings = [one for level in (Level.NOTE, Level.WARNING, Level.ERROR) for one in _many(level, number)]
    told = commands(written(Report((), tuple(findings)), "github"))
    for name, level in (("error", "error"), ("warning", "warning"), ("notice", "note")):
        of_level = [one for one in told if one["name"] == name]
        messages = [one["message"] for one in of_level]
        wanted = [f"{level} {at}" for at in range(number)]
        if number <= 10:
            assert messages == wanted
        else:
            more = f"{number - 9} more findings at level {level}: see the log of this step"
            assert messages == [*wanted[:9], more, *wanted[9:]]
            assert of_level[9].keys() == {"name", "title", "message"}
    assert [one["name"] for one in told] == sorted(
        (one["name"] for one in told), key=["error", "warning", "notice"].index
    )


def test_github_names_file_line_and_column_and_puts_the_worst_first() -> None:
    mistakes = [finding(RULES["mistake"], f"mistake {at}", Place(PATH, at + 1)) for at in range(12)]
    told = commands(written(Report((), (*mistakes, *_many(Level.ERROR, 1))), "github"))
    assert told[0] == {
        "name": "error", "file": PATH, "line": "1", "col": "2", "title": "refuted", "message": "error 0",
    }  # fmt: skip


def test_github_takes_no_place_for_what_does_not_count() -> None:
    told = commands(written(_waived(REPORT, "refuted"), "github"))
    (waived,) = [one for one in told if "refuted" in one["title"]]
    assert waived["name"] == "notice"
    assert waived["title"] == f"waived: {WAIVED}: refuted: c1"


OUTCOMES = {
    "supported": None,
    "refuted": "failure",
    "conflicting": "failure",
    "error": "error",
    "not-enough-evidence": "skipped",
    "not-checkable": "skipped",
    "lost": "failure",
    "changed": "failure",
    "nothing-checked": "failure",
    "uncovered": "skipped",
    "text-not-held": None,
}


def _outcomes(told: Report) -> dict[str, str | None]:
    cases = ET.fromstring(written(told, "junit")).iter("testcase")  # noqa: S314 our own
    elements = [next((one for one in case if one.tag != "system-out"), None) for case in cases]
    return {one.get("type", ""): one.tag for one in elements if one is not None}


def test_junit_outcomes() -> None:
    told = _outcomes(replace(REPORT, findings=tuple(one for one in REPORT.findings if not one.waived), known=()))
    assert {kind: told.get(kind) for kind in OUTCOMES} == OUTCOMES


def test_junit_skips_what_is_waived_and_never_what_is_not() -> None:
    assert _outcomes(_waived(REPORT, "refuted"))["refuted"] == "skipped"
    softened = replace(
        REPORT, findings=tuple(replace(one, level=Level.NOTE) for one in REPORT.findings if one.kind == "refuted")
    )
    assert _outcomes(softened)["refuted"] == "failure"


def test_junit_counts_what_it_holds() -> None:
    root = ET.fromstring(written(REPORT, "junit"))  # noqa: S314 our own
    for element in [root, *root.iter("testsuite")]:
        cases = list(element.iter("testcase"))
        assert element.get("tests") == str(len(cases))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert element.get(name) == str(sum(case.find(tag) is not None for case in cases))
    assert len(list(root.iter("testcase"))) == len(REPORT.findings) + len(REPORT.known)


def test_gitlab_has_all_that_a_finding_must_have() -> None:
    told = json.loads(written(_waived(REPORT, "refuted"), "gitlab"))
    severities = {"refuted": "info", "conflicting": "critical", "not-enough-evidence": "major", "supported": "info"}
    for one in told:
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert severities.get(one["check_name"], one["severity"]) == one["severity"]
        assert isinstance(one["location"]["lines"]["begin"], int)
    assert len({one["fingerprint"] for one in told}) == len(told)
    assert json.loads(written(NOTHING, "gitlab"))[0]["location"]["path"] == "."


@pytest.mark.parametrize("form", FORMATS)
def test_a_waived_verdict_is_shown_as_waived(form: str) -> None:
    """The only waiver of this report is that of the verdict on claim c1."""
    bare = replace(REPORT, findings=tuple(one for one in REPORT.findings if not one.waived))
    records = READERS[form](text_of(_waived(bare, "refuted"), form))
    assert [one for one in records if WAIVED in one and ("quote 1 of 5%" in one or "c1" in one.split("\n"))]
    assert WAIVED not in text_of(bare, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_that_found_nothing_is_a_whole_report(form: str) -> None:
    """It can be read back, and tells of nothing that the report with findings tells of."""
    empty, full = (READERS[form](text_of(report, form)) for report in (Report((), ()), REPORT))
    assert len("".join(empty)) < len("".join(full))
    assert [record for record in empty if "quote 1 of 5%" in record] == []
    assert [record for record in full if "quote 1 of 5%" in record]


def test_every_format_is_in_the_contract_and_on_its_page() -> None:
    contract = (ROOT / ".importlinter").read_text(encoding="utf-8")
    headings = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [module for module in FORMATS.values() if f"\n  {module}\n" not in contract] == []
    assert [name for name in FORMATS if f"| `{name}` |" not in headings] == []

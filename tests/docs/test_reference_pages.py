"""The pages on JSON and on settings name every field and key that there is, and none that there is not."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from factcheck.cli.reports import written
from factcheck.covered import coverage
from factcheck.given import opened
from factcheck.listing import listed
from factcheck.reports import coverage as coverage_report
from factcheck.reports.quantities import json_lines
from factcheck.settings.holding import ONLY_GIVEN
from factcheck.settings.keys import KEYS, REVIEWER
from factcheck.wiring import open_project

Json = Mapping[str, object]
ROOT = Path(__file__).parent.parent.parent
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
TEXT = "claims/iom-trafficking-day-2023.txt"
ONLY_OF_DOCUMENTS = frozenset({"within"})


@pytest.fixture(scope="module")
def report() -> Json:
    with open_project([str(ROOT / "claims")], today=date(2026, 11, 23)) as project:
        told = json.loads(written(project.report(), "json"))
    assert isinstance(told, dict)
    return told


def _told(section: str, table: int = 0) -> set[str]:
    """The fields in the first column of a table of that section; of the head where it is empty."""
    part = JSON.partition(f"\n## {section}\n" if section else "# The JSON output\n")[2].partition("\n## ")[0]
    found = re.findall(r"(?:^\|.*\|\n)+", part, re.MULTILINE)[table]
    cells = [line.split("|")[1] for line in found.splitlines()[2:]]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def _keys(objects: Iterable[object]) -> set[str]:
    return {key for one in objects if isinstance(one, Mapping) for key in one}


def _list(value: object) -> Sequence[object]:
    assert isinstance(value, list)
    assert value
    return value


def test_the_report(report: Json) -> None:
    assert _told("") == set(report)


def test_a_claim(report: Json) -> None:
    assert _told("A claim") == _keys(_list(report["claims"]))


def test_a_check(report: Json) -> None:
    checks = [one for claim in _list(report["claims"]) if isinstance(claim, Mapping) for one in claim["checks"]]
    assert _told("A check") == _keys(checks)


def test_a_finding(report: Json) -> None:
    assert _told("A finding") == _keys(_list(report["findings"]))


def test_a_quantity() -> None:
    source = opened(ROOT / TEXT, TEXT, encoding="utf-8", text_format="")
    told = [json.loads(line) for line in json_lines(listed(source))]
    assert _told("Quantities") - ONLY_OF_DOCUMENTS == _keys(told)


def test_coverage() -> None:
    source = opened(ROOT / TEXT, TEXT, encoding="utf-8", text_format="")
    told = json.loads(coverage_report.as_json(coverage(source)))
    assert _told("Coverage") == set(told)
    assert _told("Coverage", 1) == _keys(told["items"])


def test_every_setting_is_on_its_page_and_no_other() -> None:
    rows = [line.split("|")[1:3] for line in SETTINGS.splitlines() if line.startswith("| ")][1:]
    assert {name.strip(" `") for name, _ in rows} - {""} == set(KEYS)
    options = {option.split("`")[1] for _, option in rows if "`" in option}
    assert {f"--{name}" for name in ONLY_GIVEN} <= options


def test_the_example_of_settings_sets_every_key_of_a_reviewer() -> None:
    example = SETTINGS.partition("[reviewer]")[2].partition("```")[0]
    assert set(re.findall(r"^(\w+) = ", example, re.MULTILINE)) == set(REVIEWER)

"""Every finding has a name, a level and a page; nothing is found that is not in the list."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.gate.applying import applied
from factcheck.gate.rules import RULES, Rule, named, page, slug, summary
from factcheck.model.findings import Level, Report, Verdict
from factcheck.model.settings import Settings

SOURCE = Path(__file__).parent.parent.parent / "src" / "factcheck"


def test_every_verdict_is_a_rule() -> None:
    assert {verdict.value for verdict in Verdict} <= set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: slug(rule.name))
def test_a_page_says_what_it_is_and_what_to_do(rule: type[Rule]) -> None:
    first, _, rest = page(rule).partition("\n\n")
    assert first == summary(rule)
    assert first.endswith(".")
    assert len(rest.split()) >= 5


def test_every_rule_of_the_folder_is_listed() -> None:
    files = "".join(path.read_text() for path in (SOURCE / "gate" / "rules").glob("*.py"))
    written = re.findall(r"^class (\w+)\(Rule\)", files, re.MULTILINE)
    assert sorted(written) == sorted(rule.__name__ for rule in RULES.values())


def test_findings_are_made_by_rules_alone() -> None:
    """A finding that is spelled out elsewhere has no page, and no setting reaches it."""
    made = [path for path in SOURCE.rglob("*.py") if re.search(r"\bFinding\(", path.read_text())]
    assert [path.relative_to(SOURCE).as_posix() for path in sorted(made)] == ["gate/levels.py"]


@pytest.mark.parametrize("written", ["not enough evidence", "not-enough-evidence", "Not_Enough_Evidence "])
def test_a_name_may_have_spaces_or_hyphens(written: str) -> None:
    assert named(written) is RULES["not enough evidence"]


@pytest.mark.parametrize("written", ["", "not enough", "refute", "mistakes"])
def test_a_name_that_is_none_is_none(written: str) -> None:
    assert named(written) is None


def test_the_levels_are_those_of_the_design() -> None:
    errors = {name for name, rule in RULES.items() if rule.level is Level.ERROR}
    assert errors == {
        "refuted", "conflicting", "error", "changed", "lost", "low coverage", "nothing checked", "weakened", "mistake",
    }  # fmt: skip
    notes = {name for name, rule in RULES.items() if rule.level is Level.NOTE}
    assert notes == {"supported", "not checkable", "text not held", "forecast", "nothing to cover"}


def test_a_run_that_checked_nothing_is_told_whatever_is_selected() -> None:
    selected = Settings(select=("refuted",), levels={"nothing checked": Level.NOTE})
    assert [(one.kind, one.level) for one in applied(Report((), ()), selected).findings] == [
        ("nothing checked", Level.ERROR)
    ]
    assert applied(Report((), ()), replace(selected, allow_empty=True)).findings == ()

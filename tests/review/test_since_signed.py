"""What is told of a claim that a person signed, once something of it is another; and that it moves no verdict."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from cases_in import cases_in
from review.trams import made, run, signed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = made(tmp_path)
    signed(project)
    return project


def findings(project: Path, *words: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(project, "check", "--output-format", "json", *words).stdout)[
        "findings"
    ]
    return found


def edit(project: Path, changes: Sequence[Mapping[str, str]]) -> None:
    for one in changes:
        path = project / one["file"]
        if "old" not in one:
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8")
        assert text.count(one["old"]) == 1
        path.write_text(text.replace(one["old"], one["new"]), encoding="utf-8")


@pytest.mark.parametrize("case", cases_in("review/since_signed.yaml"), ids=lambda case: case["name"])
def test_what_changed_since(case: Mapping[str, Any], project: Path) -> None:
    edit(project, case["edits"])
    told = [one for one in findings(project) if one["kind"] == "changed since sign-off"]
    assert {one["level"] for one in told} <= {"warning"}
    signed_by = "changed since Ann signed it on 2024-07-01: "
    assert {one["claim"]: one["message"].removeprefix(signed_by) for one in told} == case["changed"]


def test_a_signature_moves_no_verdict(tmp_path: Path) -> None:
    """The same findings and code with signatures as without."""
    project = made(tmp_path)
    before = run(project, "check", "--output-format", "concise")
    signed(project)
    after = run(project, "check", "--output-format", "concise")
    assert before.returncode == after.returncode == 1
    assert [_words(line) for line in before.stdout.splitlines()] == [_words(line) for line in after.stdout.splitlines()]


def _words(line: str) -> str:
    """The line without its place: lines have moved."""
    return line.partition(": ")[2] if line.startswith("claims/") else line

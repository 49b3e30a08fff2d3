"""A table, a check, words: a verdict. The cases are in tests/cases/verdicts, for editors to read and to add to."""

from pathlib import Path

import pytest

from verdicts.projects import Json, cases, files, report

ALL = [pytest.param(path, case, id=f"{path.stem}-{case['id']}") for path in files() for case in cases(path)]


def test_there_are_cases() -> None:
    assert len(ALL) > 100


@pytest.mark.parametrize(("path", "case"), ALL)
def test_verdict(path: Path, case: Json) -> None:
    assert _told(path, case) == _expected(case)


def _expected(case: Json) -> Json:
    """What the case says in full: a reason and notes that it does not name must not be there."""
    if "error" in case:
        return {"error": case["error"]}
    told: Json = {"verdict": case["verdict"], "reason": case.get("reason", ""), "notes": case.get("notes", [])}
    return told | {key: case[key] for key in ("exact", "bounds") if key in case}


def _told(path: Path, case: Json) -> Json:
    whole = report(path)
    claims, findings = whole["claims"], whole["findings"]
    assert isinstance(claims, list)
    assert isinstance(findings, list)
    found = next((claim for claim in claims if claim["id"] == case["id"]), None)
    if "error" in case or found is None:
        return {"error": _error(case, findings)}
    told: Json = {key: found[key] for key in ("verdict", "reason", "notes")}
    first = found["checks"][0] if found["checks"] else {}
    if "exact" in case:
        told["exact"] = first["exact"]
    if "bounds" in case:
        told["bounds"] = _interval(first["bounds"])
    return told


def _error(case: Json, findings: list[Json]) -> str:
    """The message of the finding about this claim, or of the mistake in its words."""
    about = [one for one in findings if one["level"] == "error" and one["claim"] == case["id"]]
    others = [one for one in findings if one["kind"] == "mistake"]
    return "; ".join(str(one["message"]) for one in (about or others))


def _interval(bounds: dict[str, object]) -> str:
    """As in mathematics: "[0.5, 1)"; an end without bound is empty."""
    low, high = (bounds[end] or "" for end in ("low", "high"))
    left = "(" if bounds["low_open"] or not low else "["
    right = ")" if bounds["high_open"] or not high else "]"
    return f"{left}{low}, {high}{right}"

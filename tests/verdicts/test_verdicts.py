"""A table, a check, words: a verdict. The cases are in tests/cases/verdicts, for editors to read and to add to."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from verdicts.projects import Json, cases, files, is_about, report

Check = dict[str, Any]
Tell = Callable[[Json, Json], object]

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
    asked = {key: case[key] for key in ASKED if key in case}
    return told | asked | ({"exact": _lowest(case["exact"])} if "exact" in case else {})


def _lowest(fraction: object) -> Fraction | None:
    """The number itself: 50/100 is 1/2."""
    return None if fraction in (None, "null") else Fraction(str(fraction))


def _told(path: Path, case: Json) -> Json:
    whole = report(path)
    claims, findings = whole["claims"], whole["findings"]
    assert isinstance(claims, list)
    assert isinstance(findings, list)
    found = next((claim for claim in claims if claim["id"] == case["id"]), None)
    if "error" in case or found is None:
        return {"error": _error(path, case, findings)}
    told: Json = {key: found[key] for key in ("verdict", "reason", "notes")}
    return told | {key: tell(found, case) for key, tell in ASKED.items() if key in case}


def _shown(found: Json, case: Json) -> str:
    """The words of the case, where the workings or the notes have them; else all there is to read."""
    remarks = found["remarks"]
    assert isinstance(remarks, list)
    lines = [*_first(found)["workings"], *(str(remark["text"]) for remark in remarks)]
    words = str(case["shows"])
    return words if any(words in line for line in lines) else "\n".join(lines)


def _first(found: Json) -> Check:
    checks = found["checks"]
    assert isinstance(checks, list)
    check: Check = checks[0]
    return check


def _error(path: Path, case: Json, findings: list[Json]) -> str:
    """The message of the finding about this claim, or of the mistake in its words."""
    about = [one for one in findings if one["level"] == "error" and is_about(one, path, case)]
    return "; ".join(str(one["message"]) for one in about)


def _interval(bounds: dict[str, object]) -> str:
    """As in mathematics: "[0.5, 1)"; an end without bound is empty."""
    low, high = (bounds[end] or "" for end in ("low", "high"))
    left = "(" if bounds["low_open"] or not low else "["
    right = ")" if bounds["high_open"] or not high else "]"
    return f"{left}{low}, {high}{right}"


# What a case may ask for besides, of the first check.
ASKED: dict[str, Tell] = {
    "exact": lambda found, _: _lowest(_first(found)["exact"]),
    "bounds": lambda found, _: _interval(_first(found)["bounds"]),
    "distance": lambda found, _: _first(found)["distance"],
    "shows": _shown,
}

"""The statements that ship with the program: the verdicts, and that no format and no width hides any of them."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache

import pytest
import yaml
from transcripts import CASES, ROOT, run_words

Json = dict[str, object]
WIDTHS = (20, 27, 40, 44, 45, 59, 60, 100, 109, 110, 200)
IDS = re.findall(
    r"^  - id: (.+)$", "".join(path.read_text() for path in sorted((ROOT / "claims").glob("*.yaml"))), re.MULTILINE
)
LONGEST_WORD = 8  # of a text in the narrowest terminal; a longer word is broken over lines
SHORT = {"not enough evidence": "not enough"}


def _cases() -> list[Json]:
    found = yaml.load((CASES / "shipped.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    assert isinstance(found, list)
    return found


@cache
def _report() -> dict[str, Json]:
    told = run_words(["check", "--output-format", "json", "--today", "2026-11-23"], ROOT)
    assert (told.code, told.stderr) == (1, "")
    return {claim["id"]: claim for claim in json.loads(told.stdout)["claims"]}


def test_every_shipped_claim_has_its_case() -> None:
    assert [case["id"] for case in _cases()] == list(_report()) == IDS


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_verdict(case: Json) -> None:
    found = _report()[str(case["id"])]
    assert found["verdict"] == case["verdict"]
    assert found["reason"] == case.get("reason", "")
    assert set(_texts(case.get("notes", []))) <= set(_texts(found["notes"]))


def test_shares_by_regions_to_the_last_record() -> None:
    (case,) = (case for case in _cases() if "exact" in case)
    checks = _report()[str(case["id"])]["checks"]
    assert isinstance(checks, list)
    (check,) = checks
    assert (check["exact"], str(check["unknown"])) == (case["exact"], case["unknown"])
    assert "11,391 of 11,925 known" in check["workings"][0]
    assert [f"{float(check['bounds'][end]):.4f}" for end in ("low", "high")] == case["bounds"]


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(one) for one in value]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_width_hides_anything_of_the_table(width: int) -> None:
    """Every verdict, each word of every quote and every figure is there, on lines no longer than the terminal."""
    told = run_words(
        ["check", "--output-format", "table", "--today", "2026-11-23"], ROOT, {"COLUMNS": str(width)}
    ).stdout
    assert [line for line in told.splitlines() if _columns(line) > width or line != line.rstrip()] == []
    assert _letters(told) == _letters(_usual())
    for claim in _report().values():
        assert SHORT.get(str(claim["verdict"]), str(claim["verdict"])) in told
        assert not [word for word in str(claim["quote"]).split() if len(word) <= LONGEST_WORD and word not in told]


@cache
def _usual() -> str:
    return run_words(["check", "--output-format", "table", "--today", "2026-11-23"], ROOT, {"COLUMNS": "80"}).stdout


def _letters(text: str) -> Counter[str]:
    """How often each letter, digit and sign stands there: what no width may change."""
    return Counter("".join(text.split()))


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line)


@pytest.mark.parametrize(("claim", "width"), list(zip(IDS, [20, 33, 44, 45, 61, 120] * 3, strict=True)))
def test_explain_fits_and_says_the_verdict(claim: str, width: int) -> None:
    told = run_words(["explain", claim, "--today", "2026-11-23"], ROOT, {"COLUMNS": str(width)})
    assert [line for line in told.stdout.splitlines() if _columns(line) > width] == []
    assert str(_report()[claim]["verdict"]) in " ".join(told.stdout.split())
    assert told.stderr == ""
    assert told.code == (1 if _report()[claim]["verdict"] in ("refuted", "conflicting") else 0)

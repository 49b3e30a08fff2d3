"""A table, a check, refuted words: what would be true, and which neighbours the words would fit.

The cases are in tests/cases/corrections, for editors to read and to add to.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corrections.projects import cases, corrected, files, write
from factcheck.model.corrections import Correction
from factcheck.model.findings import ClaimResult
from verdicts.projects import Json

ALL = [pytest.param(path, case, id=f"{path.stem}-{case['id']}") for path in files() for case in cases(path)]
Found = dict[str, tuple[ClaimResult, Correction | None]]


def test_there_are_cases() -> None:
    assert len(ALL) >= 60


@cache
def _found(path: Path) -> Found:
    with TemporaryDirectory() as folder:
        told = corrected(write(path, Path(folder)))
    by_id = {claim: correction for (_, claim), correction in told.corrections.items()}
    return {one.claim.id: (one, by_id.get(one.claim.id)) for one in told.report.claims}


@pytest.mark.parametrize(("path", "case"), ALL)
def test_correction(path: Path, case: Json) -> None:
    result, correction = _found(path)[str(case["id"])]
    told: Json = {"verdict": result.verdict.value}
    if correction is not None:
        told["could say"] = [one.words for one in correction.proposals]
        told |= {"nothing": correction.nothing} if correction.nothing else {}
        beside = correction.alternatives
        told |= {"tried": str(beside.tried), "fits": [one.told for one in beside.fitting]}
        told |= {"left out": list(beside.left_out)} if beside.left_out else {}
    wanted: Json = {"verdict": case["verdict"]} if "verdict" in case else {"verdict": "refuted", "could say": []}
    wanted |= {key: case[key] for key in ("could say", "nothing", "tried", "fits", "left out") if key in case}
    assert {key: told.get(key) for key in wanted} == wanted

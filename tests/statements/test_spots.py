"""What of a text a fact-checker would want covered."""

import pytest

from cases_in import Case, cases_in
from factcheck.languages import load
from factcheck.statements.sentences import sentences
from factcheck.statements.spotting import spots
from factcheck.texts import plain

ENGLISH = load("en")


@pytest.mark.parametrize("case", cases_in("statements/spots.yaml"), ids=lambda case: case["text"])
def test_spots(case: Case) -> None:
    read = plain.read(case["text"])
    parts = [read.text[one.start : one.end] for one in sentences(read.text, read.blocks, ENGLISH)]
    said = [f"{part[spot.start : spot.end]} {spot.kind}" for part in parts for spot in spots(part, ENGLISH)]
    assert said == list(case["spots"])

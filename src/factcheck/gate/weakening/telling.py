"""The one finding of this folder."""

from factcheck.gate.levels import finding
from factcheck.gate.rules import runs
from factcheck.model.findings import Finding
from factcheck.model.places import Place

REMEDY = "where a person has looked and it is right, give --accept-weakened"


def told(message: str, place: Place | None, claim: str = "") -> Finding:
    return finding(runs.Weakened, message, place, claim, REMEDY)

"""A report that holds every kind of finding there is, about claims and not, waived, known before, and with notes."""

from dataclasses import replace

from factcheck.gate.levels import finding
from factcheck.gate.rules import RULES
from factcheck.model.claims import Check, Claim, Measure, Single, Statement
from factcheck.model.conditions import ALL_ROWS
from factcheck.model.findings import (
    ClaimResult,
    Evidence,
    Finding,
    Judgement,
    Level,
    Report,
    StatementResult,
    Verdict,
)
from factcheck.model.measurements import Note
from factcheck.model.places import Place

PATH, TEXT = "claims/speech.yaml", "claims/speech.txt"
NOTES = ("own word", "missing values", "unit of count", "rounded")
VERDICTS = {verdict.value for verdict in Verdict}
WAIVED = "agreed with the desk, until 2027-01-01"


def report(words: str = "") -> Report:
    """Every kind of finding once; `words` stands in each quote, id, message, title, label and path."""
    words = f" {words}" if words else ""
    results = tuple(_result(verdict, number, words) for number, verdict in enumerate(Verdict))
    place = Place(PATH + words, 1, 1)
    statement = Statement(f"The speech{words}", "Publisher", place, text_path=TEXT + words)
    verdicts = [_verdict(result) for result in results]
    others = [_other(name, number, words) for number, name in enumerate(RULES) if name not in VERDICTS]
    waived = replace(_other("uncovered", 90, words), waived=f"{WAIVED}{words}")
    known = replace(_other("uncovered", 91, words), message=f'no claim covers "known{words}"')
    return Report(
        (StatementResult(PATH + words, statement, results),),
        (*verdicts, *others, waived),
        today="2026-11-23",
        known=(known,),
        told=(
            f"1 finding stood in the baseline already{words}",
            f"--ignore forecast left out 2 findings{words}",
        ),
    )


def _result(verdict: Verdict, number: int, words: str) -> ClaimResult:
    place = Place(PATH + words, 10 * number + 3, 5)
    quote = f"quote {number} of 5%{words}"
    claim = Claim(f"c{number}{words}", quote, place, replace(place, column=12), says="5%")
    notes = tuple(Note(name, f"remark{words}") for name in NOTES)
    failed = _failed(claim, words) if verdict is Verdict.ERROR else None
    measure = Measure("count", f"table{words}", holds=ALL_ROWS)
    check = Check("count", Single(measure), replace(place, line=place.line + 2))
    judgement = Judgement(verdict, "straddles" if verdict is Verdict.NOT_ENOUGH else "", notes=notes)
    evidence = Evidence(check, f"table{words}", judgement, label=f"2022{words}", error=failed)
    said_at = Place(TEXT + words, number + 1, 4)
    return ClaimResult(claim, verdict, judgement.reason, notes, (evidence,), said_at)


def _failed(claim: Claim, words: str) -> Finding:
    found = finding(RULES["error"], f"the engine did not answer{words}", claim.place, claim.id, f"try again{words}")
    return replace(found, code=3)


def _verdict(result: ClaimResult) -> Finding:
    """As a run gives it: the verdict, or why a check could not run."""
    errors = [one.error for one in result.evidence if one.error]
    return (
        errors[0]
        if errors
        else finding(RULES[result.verdict.value], result.verdict.value, result.claim.quote_place, result.claim.id)
    )


def _other(name: str, number: int, words: str) -> Finding:
    place = None if name == "nothing checked" else Place(f"{PATH}{words}", 100 + number, 7)
    claim = f"c0{words}" if name in ("lost", "stale", "misfit") else ""
    return finding(RULES[name], f"{words} message {number}m".strip(), place, claim, f"remedy {number}r{words}")


def levels(told: Report) -> dict[str, Level]:
    return {one.kind: one.level for one in told.findings}

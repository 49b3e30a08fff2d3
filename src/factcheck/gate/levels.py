"""How grave each finding is, and the exit code that a run ends with."""

from collections.abc import Iterable
from dataclasses import replace

from factcheck.errors import ExitCode, Problem
from factcheck.model.findings import ClaimResult, Finding, Level, Verdict
from factcheck.model.measurements import Note
from factcheck.model.places import Place

ORDER = (Level.NOTE, Level.WARNING, Level.ERROR)

OF_VERDICT = {
    Verdict.SUPPORTED: Level.NOTE,
    Verdict.REFUTED: Level.ERROR,
    Verdict.NOT_ENOUGH: Level.WARNING,
    Verdict.CONFLICTING: Level.ERROR,
    Verdict.NOT_CHECKABLE: Level.NOTE,
    Verdict.ERROR: Level.ERROR,
}

# Notes of a verdict that are findings of their own, whatever the verdict is.
OF_NOTE = {"misfit": Level.WARNING, "stale": Level.WARNING}


def findings_of(result: ClaimResult) -> tuple[Finding, ...]:
    """The verdict as a finding, the checks that could not run, and the notes that are findings of their own."""
    errors = tuple(one.error for one in result.evidence if one.error is not None)
    notes = dict.fromkeys(
        Note(note.name, f"{one.label or one.table}: {note.text}")
        for one in result.evidence
        for note in one.judgement.notes
        if note.name in OF_NOTE
    )
    return (*(errors or (_verdict(result),)), *(_note(result, note) for note in notes))


def _verdict(result: ClaimResult) -> Finding:
    message = f"{result.verdict.value}: {result.reason}" if result.reason else result.verdict.value
    return Finding(
        kind=result.verdict.value,
        level=OF_VERDICT[result.verdict],
        message=message,
        place=result.claim.quote_place,
        claim=result.claim.id,
    )


def _note(result: ClaimResult, note: Note) -> Finding:
    return Finding(note.name, OF_NOTE[note.name], note.text, result.claim.quote_place, result.claim.id)


def of_problem(problem: Problem, *, kind: str = "mistake", claim: str = "") -> Finding:
    """A mistake in a file a person wrote, as a finding."""
    return Finding(
        kind=kind,
        level=Level.ERROR,
        message=problem.message,
        place=problem.place,
        claim=claim,
        remedy=problem.remedy,
        line=problem.line,
        width=problem.width,
        code=int(problem.code),
    )


def of_change(problem: Problem) -> Finding:
    """A dataset that is not the one described: its numbers are given, and that is said."""
    return replace(of_problem(problem, kind="dataset changed"), level=Level.WARNING, code=int(ExitCode.FINDINGS))


def of_remark(path: str, remark: str, place: Place | None) -> Finding:
    """What a reader found in a data file that a person would want to know."""
    return Finding("odd data", Level.WARNING, f"{path}: {remark}", place)


def at_least(findings: Iterable[Finding], level: Level) -> tuple[Finding, ...]:
    """The findings of that level or above."""
    return tuple(finding for finding in findings if ORDER.index(finding.level) >= ORDER.index(level))


def exit_code(findings: Iterable[Finding], *, fail_on: Level) -> ExitCode:
    """2 where an input is wrong, else 3 where something could not be checked, else 1 where a finding reaches the level.

    >>> exit_code((), fail_on=Level.ERROR).name
    'CLEAN'
    """
    told = tuple(findings)
    for code in (ExitCode.WRONG_INPUT, ExitCode.NOT_CHECKED):
        if any(finding.code == code and finding.level is Level.ERROR for finding in told):
            return code
    return ExitCode.FINDINGS if at_least(told, fail_on) else ExitCode.CLEAN

"""How grave each finding is, and the exit code that a run ends with."""

from collections.abc import Iterable
from dataclasses import replace

from factcheck.errors import ExitCode, Problem
from factcheck.gate.rules import RULES, Rule, data, runs
from factcheck.model.findings import ClaimResult, Finding, Level
from factcheck.model.measurements import Note
from factcheck.model.places import Place

ORDER = (Level.NOTE, Level.WARNING, Level.ERROR)

# Notes of a verdict that are findings of their own, whatever the verdict is.
NOTES_FOUND = frozenset({data.Misfit.name, data.Stale.name})


def finding(rule: type[Rule], message: str, place: Place | None, claim: str = "", remedy: str = "") -> Finding:
    """A finding of that rule, at the level it has unless a setting says otherwise."""
    return Finding(rule.name, rule.level, message, place, claim, remedy)


def findings_of(result: ClaimResult) -> tuple[Finding, ...]:
    """The verdict as a finding, the checks that could not run, and the notes that are findings of their own."""
    errors = tuple(one.error for one in result.evidence if one.error is not None)
    notes = dict.fromkeys(
        Note(note.name, f"{one.label or one.table}: {note.text}")
        for one in result.evidence
        for note in one.judgement.notes
        if note.name in NOTES_FOUND
    )
    return (*(errors or (_verdict(result),)), *(_note(result, note) for note in notes))


def _verdict(result: ClaimResult) -> Finding:
    message = f"{result.verdict.value}: {result.reason}" if result.reason else result.verdict.value
    return finding(RULES[result.verdict.value], message, result.claim.quote_place, result.claim.id)


def _note(result: ClaimResult, note: Note) -> Finding:
    return finding(RULES[note.name], note.text, result.claim.quote_place, result.claim.id)


def of_problem(problem: Problem, *, rule: type[Rule] = runs.Mistake, claim: str = "") -> Finding:
    """A mistake in a file a person wrote, as a finding."""
    return Finding(
        kind=rule.name,
        level=rule.level,
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
    return replace(of_problem(problem, rule=data.DatasetChanged), code=int(ExitCode.FINDINGS))


def of_remark(path: str, remark: str, place: Place | None) -> Finding:
    """What a reader found in a data file that a person would want to know."""
    return finding(data.OddData, f"{path}: {remark}", place)


def at_least(findings: Iterable[Finding], level: Level) -> tuple[Finding, ...]:
    """The findings of that level or above that nobody waived."""
    return tuple(one for one in findings if not one.waived and ORDER.index(one.level) >= ORDER.index(level))


def exit_code(findings: Iterable[Finding], *, fail_on: Level) -> ExitCode:
    """2 where an input is wrong, else 3 where something could not be checked, else 1 where a finding reaches the level.

    >>> exit_code((), fail_on=Level.ERROR).name
    'CLEAN'
    """
    told = tuple(one for one in findings if not one.waived)
    for code in (ExitCode.WRONG_INPUT, ExitCode.NOT_CHECKED):
        if any(one.code == code and one.level is Level.ERROR for one in told):
            return code
    return ExitCode.FINDINGS if at_least(told, fail_on) else ExitCode.CLEAN

"""A run of `check` as it was asked for: under which settings, against which base; and how it ends."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.cli.asked import Asked
from factcheck.engines.process import Worker
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.gate.levels import exit_code
from factcheck.memory.runs import RestsOn
from factcheck.model.findings import Finding, Report
from factcheck.model.settings import Settings
from factcheck.settings.files import file_for
from factcheck.settings.holding import Held, held


@dataclass(frozen=True, slots=True)
class Ran:
    """The report of a run, the settings under which it was made, and what it rests on where that can be told."""

    report: Report
    settings: Settings
    rests_on: RestsOn | None = None


def reported(asked: Asked, worker: Worker | None) -> Ran:
    """What was asked for, carried out. Ends the worker, whatever happens."""
    try:
        _refuse(asked)
        return _since(asked, worker) if asked.diff_base is not None else _now(asked, worker)
    finally:
        if worker is not None:
            worker.close()


def _refuse(asked: Asked) -> None:
    """Raises FactcheckError where options do not go together."""
    if asked.diff_base is not None and asked.claims:
        remedy = "leave --claim out: a claim that was taken out is found only among all"
        raise FactcheckError(Problem("--claim and --diff-base do not go together", remedy=remedy))
    if asked.diff_base is None and asked.accept_weakened:
        raise FactcheckError(Problem("--accept-weakened says nothing without --diff-base", remedy="give both"))


def _now(asked: Asked, worker: Worker | None) -> Ran:
    from factcheck.baselines import known_apart
    from factcheck.wiring import open_project

    settings = held_for(asked.paths, asked.given).settings
    with open_project(
        asked.paths,
        today=asked.today,
        settings=settings,
        worker=worker,
        pictured=asked.pictured,
        fresh=asked.fresh,
    ) as project:
        report = known_apart(project, project.report(only=asked.claims))
        return Ran(report, settings, project.rests_on())


def _since(asked: Asked, worker: Worker | None) -> Ran:
    from factcheck.since import compared

    ref = asked.diff_base or ""
    report, settings = compared(
        asked.paths,
        ref,
        asked.given,
        today=asked.today,
        accept=asked.accept_weakened,
        worker=worker,
        pictured=asked.pictured,
        fresh=asked.fresh,
    )
    return Ran(report, settings)


def held_for(paths: Sequence[str], given: Mapping[str, object]) -> Held:
    """The settings that hold for these paths: those given, over those of the file nearest to them."""
    return held(given, file_for(paths or ["."]))


def ending(findings: Iterable[Finding], settings: Settings, *, exit_zero: bool) -> int:
    """The exit code; with `--exit-zero` none for findings, but still one for what could not be checked."""
    code = exit_code(findings, fail_on=settings.fail_on)
    return 0 if exit_zero and code is ExitCode.FINDINGS else int(code)

"""Settings for a command: its options over the settings file nearest to what is checked."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from factcheck.engines.process import Worker
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.paths import project_root
from factcheck.gate.levels import exit_code
from factcheck.model.findings import Finding
from factcheck.model.places import Place
from factcheck.model.settings import Settings
from factcheck.settings.files import NO_FILE, SettingsFile, nearest
from factcheck.settings.holding import Held, held


def held_for(paths: Sequence[str] | None, given: Mapping[str, object], worker: Worker | None = None) -> Held:
    """The settings that hold for these paths. Raises FactcheckError where they cannot be read, the worker ended."""
    try:
        return held(given, _file(paths or ["."]))
    except FactcheckError:
        if worker is not None:
            worker.close()
        raise


def _file(paths: Sequence[str]) -> SettingsFile:
    """The one settings file of all paths: two of them would each judge the other's claims."""
    found = {file.path: file for path in paths if (file := nearest(Path(path), project_root(Path(path))))}
    if len(found) > 1:
        remedy = "check them in runs of their own"
        told = f"these paths have different settings: {', '.join(path or 'none' for path in found)}"
        raise FactcheckError(Problem(told, Place(paths[0]), remedy))
    return next(iter(found.values()), NO_FILE)


def ending(findings: Iterable[Finding], settings: Settings, *, exit_zero: bool) -> int:
    """The exit code; with `--exit-zero` none for findings, but still one for what could not be checked."""
    code = exit_code(findings, fail_on=settings.fail_on)
    return 0 if exit_zero and code is ExitCode.FINDINGS else int(code)

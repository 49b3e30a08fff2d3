"""A run of `check` from options to exit code: recalled where nothing changed since an earlier one, else carried out."""

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.asked import Asked
from factcheck.cli.reports import (
    TABLE,
    WRITTEN_BY_PEOPLE,
    Target,
    in_bytes,
    publishable,
    put_into_files,
    put_out,
    spare,
    told,
)
from factcheck.cli.screen import complain, is_coloured, patience, width
from factcheck.reports import NO_TEXT

if TYPE_CHECKING:
    from factcheck.engines.process import Worker
    from factcheck.memory.runs import Asked as Wanted
    from factcheck.memory.runs import RestsOn
    from factcheck.memory.store import Store
    from factcheck.model.findings import Report


_COLOURS = ("TERM", "COLORTERM")


@dataclass(frozen=True, slots=True)
class Run:
    """What is asked for, the format of standard output, and the files that are written besides."""

    asked: Asked
    form: str
    files: tuple[Target, ...]
    exit_zero: bool


def ended(run: Run) -> int:
    """The exit code, once the reports are written: those of an earlier run where nothing that counts has changed."""
    store = _store(run)
    if not store:
        return once(run, _started())[1]
    from factcheck.memory import runs

    wanted = _wanted(run)
    found = runs.recalled(store, wanted)
    if found is not None:
        return _put(run, found.texts, found.code)
    return _remembered(run, store, wanted, None if runs.is_known(store, wanted) else _started())


def _started() -> "Worker":
    """A worker that gets ready while the rest is imported; what is recalled needs none, and imports none."""
    from factcheck.engines.process import Worker

    return Worker()


def once(run: Run, worker: "Worker | None") -> "tuple[Report, int]":
    """One run, carried out and written out; gives its report and its exit code."""
    done = _carried_out(run, worker)
    return done.report, _put(run, done.texts, done.code)


@dataclass(frozen=True, slots=True)
class _Done:
    report: "Report"
    texts: dict[str, bytes]
    code: int
    rests_on: "RestsOn | None"


def _carried_out(run: Run, worker: "Worker | None") -> _Done:
    from factcheck.cli.running import ending, reported

    with patience("checking"):
        ran = reported(run.asked, worker)
    publishable((run.form, *(target.form for target in run.files)), ran.settings)
    spare(run.files, run.asked.paths, ran.report)
    texts = {_own(target.form): in_bytes(ran.report, target.form) for target in run.files}
    texts[run.form] = told(ran.report, run.form)
    code = ending(ran.report.findings, ran.settings, exit_zero=run.exit_zero)
    return _Done(ran.report, texts, code, ran.rests_on)


def _own(form: str) -> str:
    """The name of a format in a file: there a table has no colours and a width of its own."""
    return f"{form} in a file"


def _put(run: Run, texts: Mapping[str, bytes], code: int) -> int:
    """Writes everything out; gives the exit code, which is another where a file cannot be written."""
    failed = put_into_files({target.form: texts[_own(target.form)] for target in run.files}, run.files)
    put_out(texts[run.form], run.form)
    complained = int(complain(failed)) if failed else 0
    return complained if code in (0, 1) and complained else code


def _remembered(run: Run, store: "Store", wanted: "Wanted", worker: "Worker | None") -> int:
    """The run, carried out and kept: where all was checked, and everything that it rests on can be told."""
    from factcheck.memory import runs
    from factcheck.memory.listening import listening

    began = time.time_ns()
    with listening() as heard:
        done = _carried_out(run, worker)
    code = _put(run, done.texts, done.code)
    if done.code in (0, 1) and done.rests_on is not None:
        runs.keep(store, wanted, runs.Outcome(done.texts, done.code), heard, done.rests_on, began=began)
    return code


def _store(run: Run) -> "Store | None":
    """Where this run may be kept; nowhere where it depends on what cannot be seen in files of the project."""
    asked = run.asked
    if asked.fresh or asked.diff_base is not None or asked.given.get("locked"):
        return None
    forms = {run.form, *(target.form for target in run.files)}
    if forms & NO_TEXT or any(target.path.suffix in WRITTEN_BY_PEOPLE for target in run.files):
        return None
    from factcheck.files.paths import project_root
    from factcheck.memory.store import store_for

    return store_for(project_root(Path(asked.paths[0]) if asked.paths else Path.cwd()), os.environ)


def _wanted(run: Run) -> "Wanted":
    from factcheck.memory.program import program
    from factcheck.memory.runs import Asked as Wanted

    asked = run.asked
    coloured = is_coloured(sys.stdout)
    screen = (str(width()) if run.form == TABLE else "", *(os.environ.get(one, "") for one in _COLOURS if coloured))
    options = (repr(asked.claims), repr(sorted(asked.given.items())), str(run.exit_zero), str(asked.pictured))
    files = [f"{target.form}={target.path}" for target in run.files]
    what = (str(Path.cwd()), *asked.paths, "options", *options, run.form, *screen, str(coloured), *files)
    return Wanted(what, str(asked.today), program(), asked.paths)

"""Waits until a file of a project changes. It looks at every file's time and size twice a second: there are few."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.claims.find import FOLDER
from factcheck.cli.screen import complain
from factcheck.engines.process import Worker
from factcheck.errors import FactcheckError
from factcheck.files.paths import MARKS, project_root
from factcheck.model.findings import Report
from factcheck.model.places import LOCK
from factcheck.model.spelling import plural

EVERY = 0.5
INTERRUPTED = 130
DATASETS = "datasets"
OTHERS = (LOCK, *(mark for mark in MARKS if mark != ".git"))

Seen = Mapping[str, tuple[int, int]]


def repeated(run: Callable[[Worker], tuple[Report, int]]) -> int:
    """Runs again whenever a text, a claim file, a dataset or a setting changes, until Ctrl-C.

    Gives the exit code of the last run that came to its end, 130 where none did. What cannot be used is told, and
    waited for too: somebody is about to mend it.
    """
    code = INTERRUPTED
    try:
        while True:
            early = seen(None)
            report, code = _attempted(run)
            known = {**seen(report), **early}  # what changed while it was checked is news
            sys.stderr.write(f"watching {plural(len(known), 'file')}; Ctrl-C ends\n")
            sys.stderr.flush()
            while seen(report) == known:
                time.sleep(EVERY)
    except KeyboardInterrupt:
        return code


def _attempted(run: Callable[[Worker], tuple[Report, int]]) -> tuple[Report | None, int]:
    try:
        return run(Worker())
    except FactcheckError as error:
        return None, int(complain(error.problems))


def seen(report: Report | None) -> Seen:
    """The time and the size of each file that a run may read."""
    found = {}
    for path in _files(report):
        try:
            told = path.stat()
        except OSError:
            continue
        found[os.fspath(path)] = (told.st_mtime_ns, told.st_size)
    return found


def _files(report: Report | None) -> Iterator[Path]:
    root = project_root(Path.cwd())
    for folder in (FOLDER, DATASETS):
        yield from _below(root / folder)
    yield from (root / name for name in OTHERS)
    for statement in report.statements if report else ():
        yield Path(statement.path)
        yield from (Path(statement.statement.text_path),) if statement.statement.text_path else ()


def _below(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()

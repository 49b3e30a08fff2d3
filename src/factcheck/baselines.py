"""Baselines in files: findings that are known, a file for each article, below factcheck-baseline/ of the project."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import FactcheckError, Problem
from factcheck.files.paths import inside
from factcheck.files.text import read_text
from factcheck.files.write import write
from factcheck.gate.baseline import Known, read, text, to_be_known
from factcheck.gate.identity import identities
from factcheck.gate.known import without_known
from factcheck.model.findings import Report
from factcheck.model.places import Place
from factcheck.wiring import Project

FOLDER = "factcheck-baseline"
ENDING = ".txt"


@dataclass(frozen=True, slots=True)
class Kept:
    """One finding of a baseline: in which file, and whether a run of today still finds it."""

    file: str
    known: Known
    found: bool


def known_apart(project: Project, report: Report) -> Report:
    """The report with the findings of the project's baseline set apart. Raises FactcheckError where it is damaged."""
    known = {one.fingerprint for _, found in _files(project) for one in found}
    return without_known(report, known, "in the baseline") if known else report


def created(project: Project, report: Report) -> tuple[str, ...]:
    """Writes the baseline of the articles of this run anew, the findings of each; gives the files written.

    An article without findings has no file.
    """
    grouped: dict[Path, list[Known]] = {path: [] for path in _of_this_run(project, report)}
    for path, known in to_be_known(report):
        grouped.setdefault(_home(project, report, path), []).append(known)
    return tuple(_put(project, path, found) for path, found in sorted(grouped.items()) if _is_news(path, found))


def kept(project: Project, report: Report) -> tuple[Kept, ...]:
    """Every finding of the baseline, and whether it is still there."""
    now = _fingerprints(report)
    return tuple(
        Kept(path.relative_to(project.root).as_posix(), one, one.fingerprint in now)
        for path, found in _files(project)
        for one in found
    )


def pruned(project: Project, report: Report) -> tuple[Kept, ...]:
    """Takes out the findings that are mended; gives them."""
    now, gone = _fingerprints(report), [one for one in kept(project, report) if not one.found]
    for path, found in _files(project):
        left = [one for one in found if one.fingerprint in now]
        if len(left) < len(found):
            _put(project, path, left)
    return tuple(gone)


def _fingerprints(report: Report) -> frozenset[str]:
    every = (*report.findings, *report.known)
    return frozenset(one.fingerprint for one in identities(every, report.claims, below=report.below))


def _files(project: Project) -> Iterator[tuple[Path, tuple[Known, ...]]]:
    """The files of the baseline with their findings. Raises FactcheckError where a line is none."""
    folder = project.root / FOLDER
    for path in sorted(folder.rglob(f"*{ENDING}")) if folder.is_dir() else ():
        shown = path.relative_to(project.root).as_posix()
        found, wrong = read(read_text(inside(project.root, project.root, shown), shown))
        if wrong:
            remedy = "write it anew: factcheck baseline create"
            raise FactcheckError(*(Problem("this line is no finding", Place(shown, at), remedy) for at in wrong))
        yield path, found


def _of_this_run(project: Project, report: Report) -> list[Path]:
    """The files that there are already for the articles of this run."""
    paths = dict.fromkeys(_home(project, report, _rooted(report, each.path)) for each in report.statements)
    return [path for path in paths if path.exists()]


def _home(project: Project, report: Report, path: str) -> Path:
    """The file for what is found in a claim file, or in the text that one is about; paths from the project's folder."""
    about = {_rooted(report, each.statement.text_path): _rooted(report, each.path) for each in report.statements}
    return project.root / FOLDER / f"{about.get(path, path) or 'project'}{ENDING}"


def _rooted(report: Report, shown: str) -> str:
    return posixpath.normpath(posixpath.join(report.below, shown)) if shown else "-"


def _is_news(path: Path, found: Sequence[Known]) -> bool:
    return bool(found) or path.exists()


def _put(project: Project, path: Path, found: Sequence[Known]) -> str:
    if found:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, text(found))
    else:
        path.unlink()
    return path.relative_to(project.root).as_posix()

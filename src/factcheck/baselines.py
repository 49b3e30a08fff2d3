"""Baselines in files: findings that are known, a file for each article, below factcheck-baseline/ of the project.

What a run did not check it cannot call mended: only articles that were checked whole lose lines.
"""

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
from factcheck.model.findings import ClaimResult, Finding, Level, Report
from factcheck.model.places import Place
from factcheck.wiring import Project

FOLDER = "factcheck-baseline"
ENDING = ".txt"


@dataclass(frozen=True, slots=True)
class Kept:
    """One finding of a baseline: in which file, and whether a run of today still finds it; None if it cannot tell."""

    file: str
    known: Known
    found: bool | None


def known_apart(project: Project, report: Report) -> Report:
    """The report with the findings of the project's baseline set apart. Raises FactcheckError where it is damaged."""
    known = {one.fingerprint for _, found in _files(project) for one in found}
    return without_known(report, known, "in the baseline") if known else report


def unchecked(report: Report) -> tuple[Finding, ...]:
    """What kept the run from checking an article whole: mistakes in files, and what could not be checked."""
    return tuple(one for one in report.findings if one.code != 1 and one.level is Level.ERROR)


def created(project: Project, report: Report) -> tuple[str, ...]:
    """Writes the baseline of the articles of this run anew, the findings of each; gives the files written.

    An article without findings has no file. Of one that was not checked whole, what was known stays known.
    """
    checked = _Checked(project, report)
    before = {path: _read(project, path)[0] for path in _paths(project) if checked.is_of_this_run(path)}
    grouped = {path: [] if checked.is_whole(path) else list(found) for path, found in before.items()}
    for path, known in to_be_known(report):
        grouped.setdefault(checked.home(path), []).append(known)
    return tuple(_put(project, path, found) for path, found in sorted(grouped.items()))


def kept(project: Project, report: Report) -> tuple[Kept, ...]:
    """Every finding of the baseline about what this run was asked for, and whether it is still there."""
    now, checked = _fingerprints(report), _Checked(project, report)
    return tuple(
        Kept(
            path.relative_to(project.root).as_posix(),
            one,
            True if one.fingerprint in now else False if checked.is_whole(path) else None,
        )
        for path, found in _files(project)
        if checked.is_meant(path)
        for one in found
    )


def pruned(project: Project, report: Report) -> tuple[Kept, ...]:
    """Takes out the findings that are mended; gives them."""
    now, checked = _fingerprints(report), _Checked(project, report)
    gone = [one for one in kept(project, report) if one.found is False]
    for path, found in _files(project):
        left = [one for one in found if one.fingerprint in now]
        if len(left) < len(found) and checked.is_meant(path) and checked.is_whole(path):
            _put(project, path, left)
    return tuple(gone)


class _Checked:
    """Of which files of a baseline a run can tell what is mended."""

    def __init__(self, project: Project, report: Report) -> None:
        self._project = project
        self._about = {
            _rooted(report, each.statement.text_path): _rooted(report, each.path) for each in report.statements
        }
        self._run = frozenset(self.home(_rooted(report, each.path)) for each in report.statements)
        told = zip(report.findings, identities(report.findings, report.claims, below=report.below), strict=True)
        wrong = set(unchecked(report))
        paths = [identity.path for one, identity in told if one in wrong]
        paths += [_rooted(report, each.path) for each in report.statements if any(map(_failed, each.claims))]
        self._wrong = frozenset(map(self.home, paths))

    def home(self, path: str) -> Path:
        """The file for what is found in a claim file, or in the text that one is about; paths from the project."""
        return _at(self._project, self._about.get(path, path))

    def is_of_this_run(self, path: Path) -> bool:
        return path in self._run or path == _at(self._project, "")

    def is_whole(self, path: Path) -> bool:
        """Everything that the file is about was checked, or is gone. What is about no article needs a run over all."""
        if path in self._run:
            return path not in self._wrong
        if path == _at(self._project, ""):
            return not self._project.named and not self._wrong
        return not (self._project.root / path.relative_to(self._project.root / FOLDER).with_suffix("")).exists()

    def is_meant(self, path: Path) -> bool:
        return not self._project.named or path in self._run or path in self._wrong


def _failed(result: ClaimResult) -> bool:
    """Several claims of one name may fail alike: what a finding tells does not say of which file it is."""
    return any(one.error is not None for one in result.evidence)


def _fingerprints(report: Report) -> frozenset[str]:
    every = (*report.findings, *report.known)
    return frozenset(one.fingerprint for one in identities(every, report.claims, below=report.below))


def _files(project: Project) -> Iterator[tuple[Path, tuple[Known, ...]]]:
    """The files of the baseline with their findings. Raises FactcheckError where a line is none."""
    for path in _paths(project):
        found, wrong = _read(project, path)
        if wrong:
            remedy, shown = "write it anew: factcheck baseline create", path.relative_to(project.root).as_posix()
            raise FactcheckError(*(Problem("this line is no finding", Place(shown, at), remedy) for at in wrong))
        yield path, found


def _paths(project: Project) -> list[Path]:
    folder = project.root / FOLDER
    return sorted(folder.rglob(f"*{ENDING}")) if folder.is_dir() else []


def _read(project: Project, path: Path) -> tuple[tuple[Known, ...], tuple[int, ...]]:
    shown = path.relative_to(project.root).as_posix()
    return read(read_text(inside(project.root, project.root, shown), shown))


def _at(project: Project, article: str) -> Path:
    return project.root / FOLDER / f"{article or 'project'}{ENDING}"


def _rooted(report: Report, shown: str) -> str:
    return posixpath.normpath(posixpath.join(report.below, shown)) if shown else "-"


def _put(project: Project, path: Path, found: Sequence[Known]) -> str:
    if found:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, text(found))
    else:
        path.unlink()
    return path.relative_to(project.root).as_posix()

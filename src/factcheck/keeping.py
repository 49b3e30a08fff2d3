"""Datasets that are kept as they were: locked, verified, fetched anew."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.datasets import lock
from factcheck.datasets.fetching import Progress, Wanted, download, silent
from factcheck.datasets.fingerprint import changed
from factcheck.datasets.lock import NOTHING, Lock, Locked
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.write import remedy_for, write
from factcheck.model.kept import Kept
from factcheck.model.places import Place
from factcheck.model.queries import Failure, Profile, TableProfile
from factcheck.model.spelling import plural
from factcheck.model.tables import Table
from factcheck.opened import Opened
from factcheck.wiring import Project


def names_in(project: Project, named: Sequence[str]) -> tuple[str, ...]:
    """The datasets named, or all. Raises FactcheckError where there is none of a name."""
    known = project.catalogue.tables
    for name in named:
        if name not in known:
            raise FactcheckError(*project.catalogue.problems, project.catalogue.absent(name))
    return tuple(named) or tuple(known)


def verified(project: Project, named: Sequence[str]) -> tuple[tuple[Kept, ...], tuple[Problem, ...]]:
    """Whether each dataset is as it was locked: its hash, size, rows and columns; and whether it can be read whole."""
    opened = project.opened(names_in(project, named))
    kept, problems = [], [*project.catalogue.problems, *project.lock.problems]
    for name in opened.tables:
        try:
            one = _looked_at(name, opened)
            _refuse_other_rows(one, project.lock)
            how = "as locked" if name in project.lock.datasets else "as described"
            kept.append(Kept(name, f"{how}: {_size(one)}"))
        except FactcheckError as error:
            kept.append(Kept(name, "not as it should be", good=False))
            problems += error.problems
    return tuple(kept), tuple(problems)


def locked(project: Project, named: Sequence[str]) -> tuple[tuple[Kept, ...], tuple[Problem, ...]]:
    """Writes the lock: the datasets named as they are now, the others as they were locked before.

    Raises FactcheckError where those others cannot be told, since the lock has a mistake.
    """
    if named and project.lock.problems:
        remedy = "correct it; or lock every dataset anew: factcheck data lock"
        raise FactcheckError(
            *project.lock.problems, Problem(f"the other datasets of {lock.NAME} would be lost", remedy=remedy)
        )
    before = project.lock.datasets
    opened = replace(project, lock=NOTHING).opened(names_in(project, named))
    kept, problems = [], [*project.catalogue.problems]
    found = {name: one for name, one in before.items() if name in project.catalogue.tables}
    for name, table in opened.tables.items():
        try:
            _refuse_other_file(table, opened)
            found[name] = _looked_at(name, opened)
            kept.append(Kept(name, _news(before.get(name), found[name])))
        except FactcheckError as error:
            kept.append(Kept(name, "not locked", good=False))
            problems += error.problems
    ordered = [found[name] for name in project.catalogue.tables if name in found]
    _put(project.root / lock.NAME, lock.text(ordered))
    return tuple(kept), tuple(problems)


def _put(path: Path, text: str) -> None:
    try:
        write(path, text)
    except OSError as error:
        told = f"{path.name} cannot be written: {error.strerror or error}"
        remedy = f"{remedy_for(error)}; the file is as it was"
        raise FactcheckError(Problem(told, remedy=remedy, code=ExitCode.NOT_CHECKED)) from None


def _refuse_other_file(table: Table, opened: Opened) -> None:
    """A file that is not the one its description pins is not locked: somebody has to look first."""
    found = opened.fingerprints.get(table.name)
    problem = changed(table, found) if found else None
    if problem:
        raise FactcheckError(problem)


def _looked_at(name: str, opened: Opened) -> Locked:
    """The dataset as it is now. Raises FactcheckError where it cannot be read."""
    table = opened.tables[name]
    if name in opened.unusable:
        raise FactcheckError(opened.unusable[name])
    found = opened.fingerprints.get(name)
    return Locked(
        name=name,
        path=table.file.path,
        sha256=found.sha256 if found else "",
        bytes=found.bytes if found else 0,
        snapshot=table.file.snapshot,
        unpinned=found is None and not table.file.snapshot,
        rows=_rows(opened, name),
        columns=tuple(column.name for column in table.columns),
        place=table.place or Place(""),
    )


def _rows(opened: Opened, name: str) -> int:
    [profile] = opened.engine.answers([Profile(name, ())])
    if isinstance(profile, Failure):
        raise FactcheckError(Problem(profile.message, remedy=profile.remedy, code=ExitCode.NOT_CHECKED))
    return profile.rows if isinstance(profile, TableProfile) else 0


def _refuse_other_rows(one: Locked, known: Lock) -> None:
    before = known.datasets.get(one.name)
    if before is not None and before.rows != one.rows and not one.unpinned:
        why = "snapshot" if one.snapshot else "hash"
        told = f"{one.path} has {plural(one.rows, 'row')}, locked {before.rows:,}, though its {why} is the same"
        remedy = "the description may read it otherwise; if that is meant: factcheck data lock"
        if one.snapshot:
            remedy = "the snapshot did not stay as it was: give the new state another name, or leave snapshot out"
        raise FactcheckError(Problem(told, one.place, remedy, code=ExitCode.NOT_CHECKED))


def _size(one: Locked) -> str:
    size = f"{plural(one.rows, 'row')}, {plural(len(one.columns), 'column')}"
    return f"{size}, {plural(one.bytes, 'byte')}, {_pin(one)}" if one.sha256 else f"{size}, {_pin(one)}"


def _pin(one: Locked) -> str:
    if one.snapshot:
        return f"snapshot {one.snapshot}, as promised"
    return "unpinned" if one.unpinned else f"sha256 {one.sha256[:12]}"


def _news(before: Locked | None, now: Locked) -> str:
    if before is None:
        return f"locked: {_size(now)}"
    was, is_now = ((one.sha256, one.snapshot, one.rows, one.columns) for one in (before, now))
    if was == is_now:
        return f"locked as before: {_size(now)}"
    return f"locked anew: {_size(now)}; before {plural(before.rows, 'row')}, {_pin(before)}"


def fetched(
    project: Project, named: Sequence[str], *, progress: Progress = silent
) -> tuple[tuple[Kept, ...], tuple[Problem, ...]]:
    """Downloads the files that are not there, each compared with the hash that the description or the lock pins."""
    kept, problems = [], [*project.catalogue.problems, *project.lock.problems]
    for name in names_in(project, named):
        table = lock.pinned(project.catalogue.tables[name], project.lock)
        try:
            kept.append(Kept(name, _fetched(table, progress)))
        except FactcheckError as error:
            kept.append(Kept(name, "not fetched", good=False))
            problems += [replace(one, place=one.place or table.place) for one in error.problems]
    return tuple(kept), tuple(problems)


def _fetched(table: Table, progress: Progress) -> str:
    file = table.file
    if file.engine:
        return f"stays where it is: {file.path}"
    path = Path(file.absolute)
    if path.exists():
        return f"is there: {file.path}"
    if not file.address:
        remedy = "write download: its address, or copy the file there"
        raise FactcheckError(Problem(f"{file.path} is not there", remedy=remedy, code=ExitCode.NOT_CHECKED))
    found = download(Wanted(file.address, path, file.sha256, file.bytes), progress=progress).sha256
    known = f"with the hash expected, sha256 {found[:12]}"
    return f"fetched {file.path} {known if file.sha256 else f'with sha256 {found[:12]}, which nothing pins: data lock'}"

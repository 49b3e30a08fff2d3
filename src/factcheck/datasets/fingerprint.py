"""Fingerprints of files: a dataset that is not the one described is never absorbed."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.datasets.lock import Lock, disagreement, pinned
from factcheck.datasets.unwritten import REMEDY, unwritten
from factcheck.errors import ExitCode, Problem
from factcheck.files.status import Status, status_of
from factcheck.model.spelling import plural
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file holds; `written` tells when it was last touched, and differs after any write."""

    sha256: str
    bytes: int
    written: Status = field(default=(), compare=False)


def fingerprint(path: Path) -> Fingerprint:
    """The fingerprint of a file of any size. Raises OSError where it cannot be read."""
    before = status_of(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Fingerprint(digest.hexdigest(), file.tell(), before)


def changed_meanwhile(table: Table, found: Fingerprint) -> Problem | None:
    """The problem of a file that somebody wrote while it was read; its numbers may be of neither version."""
    if status_of(Path(table.file.absolute)) == found.written:
        return None
    message = f"{table.file.path} was changed while it was read"
    return Problem(message, table.place, "check again once it is written", code=ExitCode.NOT_CHECKED)


def changed(table: Table, found: Fingerprint, *, by_lock: bool = False) -> Problem | None:
    """The problem of a file that is not the one its description pins; None where it is, or where nothing is pinned.

    `by_lock` says that the pin is that of factcheck.lock.
    """
    file, how = table.file, "locked" if by_lock else "described"
    if file.sha256 and file.sha256 != found.sha256:
        message = f"{file.path} is not the file {how}: sha256 {found.sha256[:8]}..., {how} {file.sha256[:8]}..."
    elif file.bytes is not None and file.bytes != found.bytes:
        message = f"{file.path} is not the file {how}: {plural(found.bytes, 'byte')}, {how} {file.bytes:,}"
    else:
        return None
    if by_lock:
        remedy = f"check what changed: factcheck data diff; then factcheck data lock {table.name}"
        return Problem(message, table.place, remedy, code=ExitCode.NOT_CHECKED)
    remedy = f"check what changed: factcheck data diff; then write hash: sha256:{found.sha256} and bytes: {found.bytes}"
    return Problem(message, table.place, remedy, code=ExitCode.NOT_CHECKED)


def unpinned(table: Table, found: Fingerprint) -> Problem | None:
    """The problem of a dataset whose description does not say which file is meant."""
    if table.file.sha256:
        return None
    remedy = f"factcheck data lock {table.name}; or write hash: sha256:{found.sha256} and bytes: {found.bytes}"
    return Problem(f"{table.file.path} is not pinned", table.place, remedy, code=ExitCode.NOT_CHECKED)


@dataclass(frozen=True, slots=True)
class Compared:
    """Files against their descriptions: the fingerprints, why some cannot be used, and which are not as described."""

    fingerprints: Mapping[str, Fingerprint]
    unusable: Mapping[str, Problem]
    changed: tuple[Problem, ...]


def compared(
    tables: Mapping[str, Table],
    *,
    lock: Lock,
    locked: bool,
    hashed: Callable[[Path], Fingerprint] = fingerprint,
) -> Compared:
    """Every file as it is now, as `hashed` tells. With `locked`, one not pinned or not as pinned cannot be used."""
    prints: dict[str, Fingerprint] = {}
    unusable: dict[str, Problem] = {}
    others: list[Problem] = []
    for name, table in tables.items():
        try:
            prints[name] = hashed(Path(table.file.absolute))
        except OSError as error:
            unusable[name] = _unread(table, error)
            continue
        if told := unwritten(table.file):
            unusable[name] = Problem(told, table.place, REMEDY, code=ExitCode.NOT_CHECKED)
            continue
        meant = pinned(table, lock)
        problem = _odds(table, lock) or changed(meant, prints[name], by_lock=meant is not table)
        problem = problem or (unpinned(meant, prints[name]) if locked else None)
        if problem and locked:
            unusable[name] = problem
        elif problem:
            others.append(problem)
    return Compared(prints, unusable, tuple(others))


def unlocked(tables: Mapping[str, Table], lock: Lock) -> dict[str, Problem]:
    """The tables of engines that nobody locked as unpinned, or that are described otherwise since."""
    found: dict[str, Problem] = {}
    for name, table in tables.items():
        if name not in lock.datasets:
            remedy = f"factcheck data lock {name}, which says that it is unpinned"
            message = f"{table.file.path} is not locked"
            found[name] = Problem(message, table.place, remedy, code=ExitCode.NOT_CHECKED)
        elif problem := _odds(table, lock):
            found[name] = problem
    return found


def _odds(table: Table, lock: Lock) -> Problem | None:
    told = disagreement(table, lock)
    if not told:
        return None
    remedy = f"look at what changed; then factcheck data lock {table.name}"
    return Problem(f"{table.file.path}: {told}", table.place, remedy, code=ExitCode.NOT_CHECKED)


def _unread(table: Table, error: OSError) -> Problem:
    absent = isinstance(error, FileNotFoundError)
    why = "is not there" if absent else f"cannot be read: {error.strerror or error}"
    remedy = "get the file, or check path: in the description"
    return Problem(f"{table.file.path} {why}", table.place, remedy, code=ExitCode.NOT_CHECKED)

"""Fingerprints of files: a dataset that is not the one described is never absorbed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ExitCode, Problem
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Fingerprint:
    sha256: str
    bytes: int


def fingerprint(path: Path) -> Fingerprint:
    """The fingerprint of a file of any size. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Fingerprint(digest.hexdigest(), file.tell())


def changed(table: Table, found: Fingerprint) -> Problem | None:
    """The problem of a file that is not the one its description pins; None where it is, or where nothing is pinned."""
    file = table.file
    if file.sha256 and file.sha256 != found.sha256:
        message = f"{file.path} is not the file described: sha256 {found.sha256[:8]}..., described {file.sha256[:8]}..."
    elif file.bytes is not None and file.bytes != found.bytes:
        message = f"{file.path} is not the file described: {found.bytes:,} bytes, described {file.bytes:,}"
    else:
        return None
    remedy = f"check what changed, then write hash: sha256:{found.sha256} and bytes: {found.bytes}"
    return Problem(message, table.place, remedy, code=ExitCode.NOT_CHECKED)


def unpinned(table: Table, found: Fingerprint) -> Problem | None:
    """The problem of a dataset whose description does not say which file is meant."""
    if table.file.sha256:
        return None
    remedy = f"write hash: sha256:{found.sha256} and bytes: {found.bytes}"
    return Problem(f"{table.file.path} is not pinned", table.place, remedy, code=ExitCode.NOT_CHECKED)


@dataclass(frozen=True, slots=True)
class Compared:
    """Files against their descriptions: the fingerprints, why some cannot be used, and which are not as described."""

    fingerprints: Mapping[str, Fingerprint]
    unusable: Mapping[str, Problem]
    changed: tuple[Problem, ...]


def compared(tables: Mapping[str, Table], *, locked: bool) -> Compared:
    """Every file as it is now. With `locked`, one that is not pinned or not as pinned cannot be used."""
    prints: dict[str, Fingerprint] = {}
    unusable: dict[str, Problem] = {}
    others: list[Problem] = []
    for name, table in tables.items():
        try:
            prints[name] = fingerprint(Path(table.file.absolute))
        except OSError as error:
            unusable[name] = _unread(table, error)
            continue
        problem = changed(table, prints[name]) or (unpinned(table, prints[name]) if locked else None)
        if problem and locked:
            unusable[name] = problem
        elif problem:
            others.append(problem)
    return Compared(prints, unusable, tuple(others))


def _unread(table: Table, error: OSError) -> Problem:
    absent = isinstance(error, FileNotFoundError)
    why = "is not there" if absent else f"cannot be read: {error.strerror or error}"
    remedy = "get the file, or check path: in the description"
    return Problem(f"{table.file.path} {why}", table.place, remedy, code=ExitCode.NOT_CHECKED)

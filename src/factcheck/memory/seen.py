"""Files as they were when they were read: whether one is still the same, without reading it where that is certain."""

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.files.status import Status, status_of

# A file may be written twice within one tick of a file system's clock; the second time shows only where it is later.
SETTLED = 2_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Seen:
    """A file, hashed at `at` (nanoseconds since 1970): size, times and place on the disk, and sha256.

    `real` is where it lay once links were followed.
    """

    path: str
    real: str
    status: Status
    sha256: str
    at: int

    @property
    def is_settled(self) -> bool:
        """Whether a later write must show in the file's status."""
        return is_settled(self.status, self.at)


def is_settled(status: Status, at: int) -> bool:
    return bool(status) and max(status[1], status[2]) + SETTLED <= at


def seen(path: str, sha256: str | None = None) -> Seen | None:
    """The file as it is now; None where it cannot be read, or is written meanwhile. `sha256` where it is known."""
    at, before = time.time_ns(), status_of(path)
    try:
        told = sha256 or hash_of(path)
    except OSError:
        return None
    return Seen(path, os.path.realpath(path), before, told, at) if before and status_of(path) == before else None


def is_same(one: Seen) -> bool:
    """Whether the file holds what it held. It is read only where its status does not tell."""
    if one.is_settled and status_of(one.path) == one.status:
        return True
    now = seen(one.path)
    return now is not None and (now.sha256, now.real) == (one.sha256, one.real)


def hash_of(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def names_in(folder: str) -> str:
    """A hash of what a folder lists: names, which of them are folders or links, and where links lead.

    The empty string where there is no such folder.
    """
    try:
        told = sorted(map(_entry, os.scandir(folder)))
    except OSError:
        return ""
    return hashlib.sha256("\0".join(told).encode(errors="surrogateescape")).hexdigest()


def _entry(entry: "os.DirEntry[str]") -> str:
    if entry.is_symlink():
        return f"{entry.name}\0link {os.readlink(entry.path)}"
    return f"{entry.name}\0{'folder' if entry.is_dir() else 'file'}"


def as_values(files: Iterable[Seen]) -> list[list[object]]:
    return [[one.path, one.real, list(one.status), one.sha256, one.at] for one in files]


def from_values(values: object) -> tuple[Seen, ...]:
    """What `as_values` wrote. Raises ValueError where it is something else."""
    try:
        return tuple(Seen(path, real, tuple(status), sha, at) for path, real, status, sha, at in values)  # type: ignore[attr-defined]
    except TypeError:
        raise ValueError("no files") from None


def by_path(files: Iterable[Seen]) -> Mapping[str, Seen]:
    return {one.path: one for one in files}

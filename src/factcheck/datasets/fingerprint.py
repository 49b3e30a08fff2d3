"""Fingerprints of files: a dataset that is not the one described is never absorbed."""

import hashlib
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

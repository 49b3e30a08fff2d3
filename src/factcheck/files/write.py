"""Writes that are whole or not at all, so that nobody's words are lost half-way."""

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.text import read_bytes
from factcheck.model.places import Place

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file with its bytes as they were read and as they shall be. `shown` is its path as the user would type it."""

    path: Path
    shown: str
    old: bytes
    new: bytes


def remedy_for(error: OSError) -> str:
    """What to do where a file could not be written.

    >>> remedy_for(OSError(errno.ENOSPC, "full")), remedy_for(OSError(errno.EROFS, "read-only"))
    ('make room on the disk', 'see that you may write in that folder')
    """
    full = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return "make room on the disk" if error.errno in full else "see that you may write in that folder"


def write(path: Path, text: str) -> None:
    """Put `text` into the file, as UTF-8. Whoever reads it meanwhile sees the old text or the new, never a part.

    A link is followed, and an existing file keeps its permissions. Raises OSError where it cannot be written, or is
    read-only.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """The same for what is no text."""
    target = path.resolve()
    if target.exists() and not _may_be_written(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    draft = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        _put(draft, data)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _may_be_written(target: Path) -> bool:
    """To replace a file, nobody asks whether it is read-only: we do. One that no one may write is so for root too."""
    return bool(stat.S_IMODE(target.stat().st_mode) & _WRITABLE) and os.access(target, os.W_OK)


def write_together(files: Sequence[Rewrite]) -> None:
    """All of the files, or none: where one cannot be written, those before it are put back.

    Raises FactcheckError where a file is not as it was read, or cannot be written; it says what stands in which.
    """
    for file in files:
        if read_bytes(file.path, file.shown) != file.old:
            raise FactcheckError(
                Problem("the file has just been changed; nothing was written", Place(file.shown), "run it again")
            )
    done: list[Rewrite] = []
    try:
        for file in files:
            done.append(file)
            write_bytes(file.path, file.new)
    except BaseException as failure:
        _put_back(done, failure)
        if isinstance(failure, OSError):
            why = f"cannot be written: {failure.strerror or failure}; no file was changed"
            raise FactcheckError(Problem(why, Place(done[-1].shown), code=ExitCode.NOT_CHECKED)) from None
        raise


def _put_back(done: Sequence[Rewrite], failure: BaseException) -> None:
    """The old bytes, wherever the new ones stand. Raises FactcheckError naming the files where that failed too."""
    stuck: list[Problem] = []
    for file in done:
        try:
            if file.path.read_bytes() != file.old:
                write_bytes(file.path, file.old)
        except OSError as error:
            why = f"holds the new words and cannot be put back: {error.strerror or error}"
            stuck.append(Problem(why, Place(file.shown), "undo it by hand", code=ExitCode.NOT_CHECKED))
    if stuck:
        raise FactcheckError(*stuck) from failure


def _put(draft: Path, data: bytes) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

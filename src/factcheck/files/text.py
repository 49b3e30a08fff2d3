"""Text files: UTF-8, regular, and not so large that reading them is the attack."""

import io
import stat
from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.nodes import lines_of, problem_at
from factcheck.model.places import Place

LARGEST = 10_000_000


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark. `shown` is the path as the user would type it.

    Raises FactcheckError where it is absent, too large, no regular file, or not UTF-8.
    """
    data = read_bytes(path, shown)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactcheckError(_undecodable(data, error.start, shown)) from None


def is_text_encoding(name: str) -> bool:
    """Whether bytes can be read as text in it.

    >>> is_text_encoding("windows-1252"), is_text_encoding("hex"), is_text_encoding("no such")
    (True, False, False)
    """
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name)
    except (LookupError, ValueError):
        return False
    return True


def read_bytes(path: Path, shown: str, *, largest: int = LARGEST) -> bytes:
    """The bytes of a regular file. Raises FactcheckError where it is absent, too large, or no regular file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FactcheckError(Problem("not a regular file", Place(shown)))
        if status.st_size > largest:
            raise FactcheckError(too_large(shown, largest))
        return path.read_bytes()
    except FileNotFoundError:
        raise FactcheckError(Problem("no such file", Place(shown), code=ExitCode.NOT_CHECKED)) from None
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise FactcheckError(Problem(reason, Place(shown), code=ExitCode.NOT_CHECKED)) from None


def too_large(shown: str, largest: int = LARGEST) -> Problem:
    told = f"larger than {largest // 1_000_000} MB: nothing of it was read"
    return Problem(told, Place(shown), "split it into several files")


def _undecodable(data: bytes, start: int, shown: str) -> Problem:
    before = lines_of(data[:start].decode("utf-8-sig", "replace"))
    place = Place(shown, len(before), len(before[-1]) + 1)
    lines = lines_of(data.decode("utf-8-sig", "replace"))
    return problem_at(place, "bytes that are not UTF-8 text", lines, "save the file as UTF-8 in your editor")

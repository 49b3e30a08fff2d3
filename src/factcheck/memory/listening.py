"""What a run opens and lists, as Python itself tells it (PEP 578), so that no file can be forgotten.

A list kept by hand would miss the file that a later change begins to read, and a run would be taken for the same that
is not.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from factcheck.files.status import Status, status_of

_LISTED = frozenset({"os.listdir", "os.scandir"})


@dataclass(slots=True)
class Heard:
    """Files that were opened to be read, each with its status before, and folders that were listed.

    `changed` are those that had another status when they were opened once more.
    """

    files: dict[str, Status] = field(default_factory=dict)
    folders: dict[str, None] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    is_on: bool = True

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """One event of Python's: only files opened to be read and folders that are listed are of interest."""
        if not self.is_on:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR) == 0:
                self._file(path)
        elif event in _LISTED and (path := _path(arguments[0] or ".")):
            self.folders.setdefault(path)

    def _file(self, path: object) -> None:
        named = _path(path)
        if named is None:
            return
        status = status_of(named)
        if self.files.setdefault(named, status) != status:
            self.changed.add(named)


@contextmanager
def listening() -> Iterator[Heard]:
    """Hear of every file that is opened until the end. Python keeps such a listener for good; then it does nothing."""
    heard = Heard()
    sys.addaudithook(heard.hear)
    try:
        yield heard
    finally:
        heard.is_on = False


def _path(named: object) -> str | None:
    """The absolute path of a name; None where it is the number of something open."""
    if isinstance(named, int):
        return None
    try:
        return os.path.abspath(os.fsdecode(named))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None

"""What the program is made of: another version may judge otherwise, so that it remembers nothing of this one."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def program() -> str:
    """A hash of the program's own files (name, size, times), of every package installed, and of Python's version.

    The packages are told by name and version, the engine among them. It is worked out once: what is imported stays.
    """
    own = Path(__file__).parents[1]
    told = [sys.version, *sorted(files_in(str(own))), *sorted(_packages())]
    return hashlib.sha256("\n".join(told).encode(errors="surrogateescape")).hexdigest()


def files_in(folder: str) -> Iterator[str]:
    """Every file with its size and times: of content, which an installer may set, and of status, which it cannot."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from files_in(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _packages() -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        yield from (f"{folder}/{name}" for name in names if name.endswith((".dist-info", ".egg-info")))

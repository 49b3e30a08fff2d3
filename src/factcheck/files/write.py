"""Writes that are whole or not at all, so that nobody's words are lost half-way."""

import os
import stat
from contextlib import suppress
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Put `text` into the file, as UTF-8. Whoever reads it meanwhile sees the old text or the new, never a part.

    A link is followed, and an existing file keeps its permissions.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """The same for what is no text."""
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        _put(draft, data)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _put(draft: Path, data: bytes) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

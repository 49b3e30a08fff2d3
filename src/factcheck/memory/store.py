"""The folder in which runs are remembered: plain JSON, one file a subject. What cannot be kept is not kept."""

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from factcheck.errors import FactcheckError, Problem

VARIABLE = "FACTCHECK_MEMORY"
OFF = "off"
MOST_FILES = 500
MOST_BYTES = 5_000_000_000


class Store:
    """Values by name, in a folder; in none at all where `folder` is None."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def __bool__(self) -> bool:
        return self.folder is not None

    def read(self, name: str) -> Mapping[str, object] | None:
        """What is kept under that name; None where nothing is, or where it is damaged."""
        if self.folder is None:
            return None
        try:
            found = json.loads((self.folder / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def has(self, name: str) -> bool:
        """Whether anything is kept under that name."""
        return self.folder is not None and (self.folder / f"{name}.json").exists()

    def write(self, name: str, value: Mapping[str, object]) -> None:
        """Keep the value under that name, whole or not at all."""
        if self.folder is None:
            return
        draft = self.folder / f"{name}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_text(json.dumps(value, separators=(",", ":")), encoding="utf-8")
            draft.replace(self.folder / f"{name}.json")
            _forget(self.folder)
        except OSError:
            with suppress(OSError):
                draft.unlink()


def store_for(root: Path, environment: Mapping[str, str]) -> Store:
    """Where the runs of the project at `root` are remembered.

    That is the folder FACTCHECK_MEMORY names, nowhere where it says "off", else a folder among the user's caches. It
    is never inside the project or its repository, nor another user's: who can write there decides what a check says.
    Raises FactcheckError where the folder named is inside.
    """
    named = environment.get(VARIABLE, "").strip()
    if named == OFF:
        return Store(None)
    folder = Path(named).expanduser().absolute() if named else _of_the_user()
    if folder.resolve().is_relative_to(_repository(root.resolve())):
        if not named:
            return Store(None)
        remedy = "name a folder elsewhere, or write off: who changes the project could write there what a check says"
        raise FactcheckError(Problem(f"{VARIABLE} names a folder of the project or its repository", remedy=remedy))
    return Store(folder) if _is_own(folder) else Store(None)


def _repository(root: Path) -> Path:
    """The folder of which git keeps the project, which may begin far above it; else the project's own."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def name_of(kind: str, *parts: object) -> str:
    """A name for a value that rests on these parts."""
    return f"{kind}-{hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()[:32]}"


def _of_the_user() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False)


def _is_own(folder: Path) -> bool:
    """Whether nobody else can write there, as far as the system says; a folder that is not there yet is made so."""
    try:
        told = folder.stat()
    except OSError:
        return True
    if not hasattr(os, "getuid"):
        return True
    return told.st_uid == os.getuid() and not told.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _forget(folder: Path) -> None:
    """Take out what was not used for longest where there is too much."""
    found = sorted(((entry.stat(), entry.path) for entry in os.scandir(folder)), key=lambda one: -one[0].st_mtime_ns)
    size = 0
    for number, (told, path) in enumerate(found):
        size += told.st_size
        if number and (number >= MOST_FILES or size > MOST_BYTES):
            with suppress(OSError):
                os.unlink(path)

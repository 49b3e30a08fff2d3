"""Paths that stay inside the project, and where the project begins."""

import re
import stat
from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.places import DESCRIPTION

MARKS = ("factcheck.toml", "pyproject.toml", ".git", DESCRIPTION)

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|(file|data):", re.IGNORECASE)


def project_root(start: Path) -> Path:
    """The nearest folder, from `start` upward, that holds a mark of a project (`MARKS`).

    Where there is none: the folder of `start` itself, or its parent where that folder is called `claims`.
    """
    folder = start.resolve()
    folder = folder if folder.is_dir() else folder.parent
    for candidate in (folder, *folder.parents):
        if any((candidate / mark).exists() for mark in MARKS):
            return candidate
    return folder.parent if folder.name == "claims" else folder


def inside(root: Path, base: Path, written: str) -> Path:
    """The regular file that `written` names, seen from the folder `base`, if it lies inside `root`.

    Raises FactcheckError with a problem that has no place yet.
    """
    return regular(within(root, base, written), written)


def within(root: Path, base: Path, written: str) -> Path:
    """Where the file that `written` names would be, there or not, if that is inside `root`. Raises as `inside` does."""
    if _ADDRESS.match(written):
        raise _refused(f'"{written}" is an address, not a file of this project', "download it into the project")
    try:
        path = (base / written).resolve()
        home = root.resolve()
        below = path.relative_to(home)
    except ValueError:
        raise _refused(f'"{written}" leads out of the project', f"keep the file below {root.name or root}") from None
    except (OSError, RuntimeError):
        raise _refused(f'"{written}" is a link that leads nowhere', "point it at a file") from None
    if ".git" in below.parts:
        raise _refused(f'"{written}" lies in the folder of git', "keep the file among your own")
    return path


def leads_out(path: Path) -> bool:
    """Whether a name below the working folder leads out of it, by a link that someone may have put there."""
    here, there = Path.cwd(), path.absolute()
    is_below = ".." not in path.parts and there.is_relative_to(here)
    return is_below and not there.resolve().is_relative_to(here.resolve())


def regular(path: Path, written: str) -> Path:
    """The path, if it is a regular file: a device or a pipe would never end. Raises FactcheckError otherwise."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        missing = Problem(f'no such file: "{written}"', remedy="check the name", code=ExitCode.NOT_CHECKED)
        raise FactcheckError(missing) from None
    except (OSError, ValueError) as error:
        raise _refused(f'"{written}" cannot be opened: {error}', "check the name") from None
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
        raise _refused(f'"{written}" is {kind}', "name a file")
    return path


def _refused(message: str, remedy: str) -> FactcheckError:
    return FactcheckError(Problem(message, remedy=remedy))

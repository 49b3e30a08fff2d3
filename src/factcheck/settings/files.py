"""The settings file of a project: factcheck.toml, or the table [tool.factcheck] of pyproject.toml; the nearest one."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.files.paths import project_root
from factcheck.files.text import read_text
from factcheck.model.places import Place
from factcheck.settings.keys import KEYS, WrongValueError

OWN, SHARED = "factcheck.toml", "pyproject.toml"

_SYNTAX = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What a file sets: each field with its value, and the place of its key. `path` is empty where there is no file."""

    path: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


NO_FILE = SettingsFile()


def file_for(paths: Sequence[str]) -> SettingsFile:
    """The one settings file of all paths: two of them would each judge the other's claims.

    Raises FactcheckError where there are two, or where it cannot be used.
    """
    found = {file.path: file for path in paths if (file := nearest(Path(path), project_root(Path(path))))}
    if len(found) > 1:
        told = f"these paths have different settings: {', '.join(path or 'none' for path in found)}"
        raise FactcheckError(Problem(told, Place(paths[0]), "check them in runs of their own"))
    return next(iter(found.values()), NO_FILE)


def nearest(start: Path, root: Path) -> SettingsFile:
    """The settings nearest to a file or folder, looked for upward as far as `root`.

    factcheck.toml comes before a pyproject.toml beside it. Raises FactcheckError with every problem found.
    """
    folder = start.resolve()
    folder = folder if folder.is_dir() else folder.parent
    for home in (folder, *folder.parents):
        for name in (OWN, SHARED):
            found = _loaded(home / name) if (home / name).is_file() else None
            if found is not None:
                return found
        if home == root.resolve():
            break
    return NO_FILE


def _loaded(path: Path) -> SettingsFile | None:
    """The settings of the file; None where it is a pyproject.toml of something else."""
    shown = _shown(path)
    text = read_text(path, shown)
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(str(error), shown, text) from None
    if path.name == SHARED:
        table = table.get("tool", {}).get("factcheck")
        if table is None:
            return None
    return _read(table, shown, text.splitlines())


def _read(table: object, shown: str, lines: list[str]) -> SettingsFile:
    if not isinstance(table, dict):
        raise FactcheckError(Problem("tool.factcheck is no table", Place(shown), "write [tool.factcheck]"))
    values: dict[str, object] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        place, line = _where(key, shown, lines)
        try:
            if key not in KEYS:
                raise WrongValueError(f'unknown setting "{key}"', did_you_mean(key, KEYS, has="The settings are"))
            name, read = KEYS[key]
            values[name], places[name] = read(value), place
        except WrongValueError as wrong:
            problems.append(Problem(wrong.message, place, wrong.remedy, line, len(key)))
    if problems:
        raise FactcheckError(*problems)
    return SettingsFile(shown, values, places)


def _where(key: str, shown: str, lines: list[str]) -> tuple[Place, str]:
    """Where a key is set: as a key of its own, or as the name of a table."""
    written = re.compile(rf"""^\s*(\[\s*([\w."-]+\.)?)?(?P<key>["']?{re.escape(key)}["']?)\s*[=\]]""")
    inside = shown.rpartition("/")[2] == OWN
    for number, line in enumerate(lines, start=1):
        inside = inside or "tool.factcheck" in line
        if inside and (found := written.match(line)):
            return Place(shown, number, found.start("key") + 1), line
    return Place(shown), ""


def _syntax(told: str, shown: str, text: str) -> FactcheckError:
    found = _SYNTAX.search(told)
    message = _SYNTAX.sub("", told)
    if found is None:
        return FactcheckError(Problem(f"not TOML: {message}", Place(shown), "mend the file"))
    line = int(found["line"])
    own = text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""
    return FactcheckError(Problem(f"not TOML: {message}", Place(shown, line, int(found["column"])), "mend it", own))


def _shown(path: Path) -> str:
    here = Path.cwd().resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()

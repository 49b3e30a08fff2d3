"""Which settings hold: those of the command line, else those of the file, else the default; and where each is from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from factcheck.errors import FactcheckError, Problem
from factcheck.model.settings import Setting, Settings
from factcheck.settings.files import NO_FILE, SettingsFile
from factcheck.settings.keys import KEYS, WrongValueError, spelled

COMMAND_LINE, DEFAULT = "command line", "default"
ONLY_GIVEN = ("allow-empty",)


@dataclass(frozen=True, slots=True)
class Held:
    """The settings that hold, and each with its origin, in the order of the keys."""

    settings: Settings
    origins: tuple[Setting, ...]


def held(given: Mapping[str, object], file: SettingsFile = NO_FILE) -> Held:
    """The settings from options (by key; None and empty ones are not given) over those of a file.

    Raises FactcheckError with every option that cannot be read.
    """
    told: dict[str, Any] = {}  # each by a reader of `KEYS`, which gives what the field holds
    problems: list[Problem] = []
    for key, value in given.items():
        if value is None or value in ((), [], False):
            continue
        name, read = KEYS.get(key, (key.replace("-", "_"), bool))
        try:
            told[name] = read(value)
        except WrongValueError as wrong:
            problems.append(Problem(f"--{key}: {wrong.message}", remedy=wrong.remedy))
    if problems:
        raise FactcheckError(*problems)
    settings = replace(Settings(), **{**dict(file.values), **told})
    origins = tuple(Setting(key, spelled(settings, key), _origin(key, told, file)) for key in (*KEYS, *ONLY_GIVEN))
    return Held(settings, origins)


def _origin(key: str, told: Mapping[str, object], file: SettingsFile) -> str:
    name = KEYS[key][0] if key in KEYS else key.replace("-", "_")
    if name in told:
        return COMMAND_LINE
    place = file.places.get(name)
    return f"{place.path}:{place.line}" if place else DEFAULT

"""What a run of `check` is asked for on the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a run. `given` are the settings of the command line, by their keys.

    `pictured` asks for what a page shows besides; `fresh` for nothing to be taken from earlier runs.
    """

    paths: tuple[str, ...]
    claims: tuple[str, ...]
    given: Mapping[str, object]
    today: date
    diff_base: str | None = None
    accept_weakened: bool = False
    pictured: bool = False
    fresh: bool = False

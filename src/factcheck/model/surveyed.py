"""What `doctor` tells: what this machine has, and what of a project is found."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """`IDLE` is not there and not needed; `WANTING` keeps something of the project from being checked."""

    WELL = "well"
    IDLE = "idle"
    WANTING = "wanting"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is there or not: its name, what is said of it, and the line that mends it."""

    name: str
    told: str
    state: State = State.WELL
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Parts that belong together."""

    title: str
    parts: tuple[Part, ...]

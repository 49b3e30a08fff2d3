"""What a run is to make of its findings: from the command line, a settings file, or the default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.model.findings import Level
from factcheck.model.reviewer import Reviewer


@dataclass(frozen=True, slots=True)
class Settings:
    """Which findings count, and how much.

    `levels` are those of findings that have another level than their rule's; `select` are the findings that are to be
    told, all where it is empty; `ignore` those that are not. `min_coverage` is the percentage of a text's figures that
    claims are to cover, None where none is asked for. `locked` refuses a dataset that nothing pins. `allow_empty` lets
    a run pass that checked nothing. `reviewer` is who publishes the checks, for formats that are for the public.
    """

    fail_on: Level = Level.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    min_coverage: Fraction | None = None
    locked: bool = False
    allow_empty: bool = False
    reviewer: Reviewer | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds, and where it comes from: "default", "factcheck.toml:3", "command line"."""

    name: str
    value: str
    origin: str

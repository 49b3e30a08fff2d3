"""A report with what a page shows besides: the figures of its texts, and the rows and drawings behind each claim."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from factcheck.model.corrections import Correction
from factcheck.model.coverage import Item
from factcheck.model.explained import RowsShown
from factcheck.model.findings import Report
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of

DrawnAs = Literal["series", "ranking", "distribution"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One group or step of a drawing: what it is called, its number among the known, whether the claim speaks of it."""

    label: str
    value: Interval
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Data as bars, in order. `left_out` is how many more there are; `told` says what is drawn, in words."""

    drawn_as: DrawnAs
    told: str
    of: Of
    bars: tuple[Bar, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one verdict: some rows, the data drawn, the command that repeats it; of a refuted one what
    would be true instead.
    """

    rows: tuple[RowsShown, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    repeat: str = ""
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Pictured(Report):
    """`items` are by the path of their text, `behind` by claim file and id of the claim."""

    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    behind: Mapping[tuple[str, str], Behind] = field(default_factory=dict)

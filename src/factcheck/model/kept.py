"""What became of datasets that were locked, verified or fetched; and how two files of one dataset differ."""

from dataclasses import dataclass

from factcheck.model.findings import ClaimResult
from factcheck.model.queries import Cell


@dataclass(frozen=True, slots=True)
class Kept:
    """One dataset: what became of it; `good` where that is as it should be."""

    name: str
    told: str
    good: bool = True


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that both files have, by its key: each changed cell with its column, as it was and as it is."""

    key: tuple[Cell, ...]
    cells: tuple[tuple[str, Cell, Cell], ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One claim by the old file and by the new."""

    path: str
    before: ClaimResult
    after: ClaimResult


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two files of one dataset. `complete` is False where more rows differ than are looked at.

    `gone` and `new` are rows of the columns that both have; without a key, a changed row is one of each. `by_value`
    says that cells were compared by what they mean, since the files write them differently.
    """

    name: str
    old: str
    new: str
    rows_before: int
    rows_after: int
    columns: tuple[str, ...]
    columns_gone: tuple[str, ...] = ()
    columns_new: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    gone: tuple[tuple[Cell, ...], ...] = ()
    new_rows: tuple[tuple[Cell, ...], ...] = ()
    changed: tuple[ChangedRow, ...] = ()
    complete: bool = True
    verdicts: tuple[Verdicts, ...] = ()
    claims: int = 0
    unread: str = ""
    by_value: bool = False

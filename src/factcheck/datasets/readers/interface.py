"""What every reader gives: the rows of a file, each cell as text, and what a person would want to know of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


class UnreadableError(Exception):
    """A file that cannot be read: what happened, and what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows with their numbers, counted from 1, and all their cells.

    `remarks` are complete once the rows are read. In a `keyed` grid the first row has the names, and the order of the
    columns means nothing. In a `padded` one, cells that are absent at the end of a row are empty ones. `percents` are
    cells that hold a number and show it as percents, by the place of their column, counted from 1.
    """

    rows: Iterator[tuple[int, list[str]]]
    remarks: list[str] = field(default_factory=list)
    keyed: bool = False
    padded: bool = False
    percents: Mapping[int, str] = field(default_factory=dict)

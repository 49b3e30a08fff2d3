"""What was found in a sheet, and rows as a person counts them."""

from collections.abc import Collection
from dataclasses import dataclass, field

_SHOWN = 10


@dataclass(slots=True)
class Found:
    """Rows and columns that are hidden, cells whose formula has no stored result, and cells that hold an error.

    `computed` are cells whose formula has one that the workbook itself does not rely on.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    merged_rows: set[int] = field(default_factory=set)


def spans(rows: Collection[int]) -> str:
    """Rows as ranges.

    >>> spans({3, 4, 5, 9})
    '3 to 5, 9'
    """
    ranges: list[list[int]] = []
    for row in sorted(rows):
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    told = [str(first) if first == last else f"{first} to {last}" for first, last in ranges]
    return ", ".join(told[:_SHOWN]) + (f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else "")


def letters(column: int) -> str:
    """The letters of a column, counted from 1.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(ord("A") + rest) + told
    return told

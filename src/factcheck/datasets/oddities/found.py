"""What was found in a sheet, and rows as a person counts them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

_SHOWN = 10
_FEW = 5


@dataclass(slots=True)
class Found:
    """Rows and columns that are hidden, cells whose formula has no stored result, and cells that hold an error.

    `computed` are cells whose formula has one that the workbook itself does not rely on, `percents` cells with a number
    that is shown times a hundred.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    merged_rows: set[int] = field(default_factory=set)
    percents: list[str] = field(default_factory=list)


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


def place(cell: str) -> tuple[int, int]:
    """The column and the row of a cell, both counted from 1; a row of 0 where it names none.

    >>> place("AB12")
    (28, 12)
    """
    column = 0
    named = cell.rstrip("0123456789")
    for letter in named:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column, int(cell.removeprefix(named) or "0")


def listed(cells: Sequence[str]) -> str:
    """The first few cells, and how many more there are."""
    return ", ".join(cells[:_FEW]) + (f" and {len(cells) - _FEW:,} more" if len(cells) > _FEW else "")


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

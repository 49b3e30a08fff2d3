"""Where the table seems to stand in its file: its row of names, notes above and below it, and its columns' tallies."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from factcheck.datasets.headers import MOST_COLUMNS
from factcheck.datasets.proposing.columns import TOTAL, Tally
from factcheck.datasets.proposing.questions import ANY, Question
from factcheck.datasets.readers.interface import UnreadableError

LEAVE_OUT = "leave out"
_SAMPLE = 200
_MOST_SEEN = 1_000_000


@dataclass(frozen=True, slots=True)
class Stood:
    """The row of names, and the questions about it."""

    header_row: int
    width: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Tallied:
    """The columns, the rows that are as wide as the table, those that are not, and rows that come twice.

    `sum_row` is the last row, where it holds a sum of those above and no word says so; 0 where it does not.
    """

    columns: tuple[Tally, ...]
    rows: int
    odd_rows: tuple[int, ...]
    copies: int
    sum_row: int = 0


def rows_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file written by the readers."""
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.reader(file), start=1)


def stood(path: Path, answers: dict[str, str]) -> Stood:
    """The first row as wide as most rows are. It is asked about where it is not the first, or names no columns."""
    sample = list(islice(rows_of(path), _SAMPLE))
    if not any(any(row) for _, row in sample):
        raise UnreadableError("the file has no rows", "get the file again")
    widths = Counter(_width(row) for _, row in sample if any(row))
    width = max(widths, key=lambda one: (widths[one], one))
    if width > MOST_COLUMNS:
        told = f"the table has {width:,} columns; at most {MOST_COLUMNS:,} are read"
        raise UnreadableError(told, "check the delimiter, or split the table")
    found = next(number for number, row in sample if _width(row) == width)
    told = answers.get("header-row", "")
    if told.isdecimal() and int(told) >= 1:
        return Stood(int(told), width, ())
    names = dict(sample)[found]
    if found == 1 and all(names[:width]):
        return Stood(1, width, ())
    shown = [(str(number), " | ".join(row)[:70] or "(empty)") for number, row in sample[: found + 3]]
    return Stood(
        found, width, (Question("header-row", "Which row has the names of the columns?", (*shown, (ANY, "another"))),)
    )


def tallied(path: Path, header_row: int, left_out: frozenset[int]) -> Tallied:
    """Every cell of every row below the names. Raises UnreadableError where the names cannot be used."""
    rows = rows_of(path)
    names = next((row for number, row in rows if number == header_row), [])
    names = names[: _width(names)]
    _refuse_names(names, header_row)
    columns = [Tally(name) for name in names]
    odd: list[int] = []
    seen: set[int] = set()
    last: tuple[int, list[str]] = (0, [])
    count = copies = 0
    for number, row in rows:
        if number in left_out or not any(row):
            continue
        if _is_odd(row, len(names)):
            odd.append(number)
            continue
        count += 1
        last = (number, row)
        for column, cell in zip(columns, row, strict=False):
            column.add(cell, number)
        if len(seen) < _MOST_SEEN:
            known = hash(tuple(row))
            copies += known in seen
            seen.add(known)
    return Tallied(tuple(columns), count, tuple(odd), copies, _sum_row(columns, *last))


def _sum_row(columns: list[Tally], number: int, row: list[str]) -> int:
    if any(map(TOTAL.fullmatch, row)):
        return 0
    return number if any(column.ends_in_sum(number) for column in columns) else 0


def _is_odd(row: list[str], width: int) -> bool:
    """Wider or shorter than the table, or nothing but a first cell where the table has several, as notes are."""
    alone = width > 2 and bool(row[0]) and not any(row[1:])  # noqa: PLR2004 - a table of two columns may have gaps
    return _width(row) > width or len(row) < width or alone


def of_notes(rows: tuple[int, ...]) -> Question:
    listed = ", ".join(map(str, rows[:10])) + (f" and {len(rows) - 10} more" if len(rows) > 10 else "")  # noqa: PLR2004
    text = f"These rows are not as wide as the table: {listed}. Are they notes?"
    return Question("notes", text, ((LEAVE_OUT, "they are not the table's"),))


def of_sum(row: int) -> Question:
    text = f"Row {row}, the last, has the sum of all numbers above it. Is it their total?"
    return Question("last-row", text, ((LEAVE_OUT, "a total, and no row of its own"), ("keep", "a row like any other")))


def _refuse_names(names: list[str], header_row: int) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1 and name]
    if twice:
        told = f"row {header_row} has columns of the same name: {', '.join(twice[:8])}"
        raise UnreadableError(told, "rename one in the file, or answer with another header-row")
    if not all(names):
        told = f"row {header_row} has no name for column {names.index('') + 1}"
        raise UnreadableError(told, "name it in the file, or answer with another header-row")


def _width(row: list[str]) -> int:
    """How many cells there are up to the last that is not empty."""
    return max((at for at, cell in enumerate(row, start=1) if cell), default=0)

"""Rows that may be notes and no rows of the table: what speaks for it, and the question."""

from collections.abc import Sequence
from itertools import islice

from factcheck.datasets.oddities.found import spans
from factcheck.datasets.proposing.columns import NUMBERS, form_of
from factcheck.datasets.proposing.questions import ANY, Question

LEAVE_OUT = "leave out"
KEEP = "keep"
_SEVERAL = 2
_SHOWN = 3
_LONGEST = 80


class Lone:
    """Looks at one row after the other for those that have one cell, or stand below an empty row at the end.

    A number alone is no note. A row of two columns with one cell may well lack a value: only the last rows of such a
    table are told. In a table of one column all rows below the first empty one are.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._alone: dict[int, str] = {}
        self._below: dict[int, str] | None = None
        self._has_begun = False
        self._after_gap = False

    def look(self, number: int, row: Sequence[str]) -> None:
        cells = [cell for cell in row if cell]
        if not cells:
            self._after_gap = self._has_begun
            return
        if self._after_gap and (self._below is None or self._width > 1):
            self._below = {}
        self._has_begun, self._after_gap = True, False
        shown = " | ".join(cells)[:_LONGEST]
        if self._below is not None:
            self._below[number] = shown
        if len(cells) == 1 and self._width > 1 and form_of(cells[0]) not in NUMBERS:
            self._alone[number] = shown
        elif self._width == _SEVERAL:
            self._alone.clear()

    @property
    def found(self) -> tuple[tuple[int, str], ...]:
        return tuple(sorted({**self._alone, **(self._below or {})}.items()))


def of_odd(rows: Sequence[int]) -> Question:
    text = f"Not as wide as the table: {_rows(rows)}. Notes?"
    return Question("notes", text, ((LEAVE_OUT, "they are not the table's"),))


def of_lone(rows: Sequence[tuple[int, str]]) -> Question:
    numbers = [number for number, _ in rows]
    shown = ", ".join(f'"{told[:40]}"' for _, told in islice(rows, _SHOWN))
    text = f"One cell alone, or below an empty row: {_rows(numbers)}: {shown}. Notes?"
    answers = (
        (LEAVE_OUT, "they are not the table's"),
        (KEEP, "rows like any other"),
        (ANY, f"the numbers of those that are not the table's: {numbers[-1]}"),
    )
    return Question("notes-below", text, answers, lambda answer: frozenset(_numbers(answer)) <= frozenset(numbers))


def of_sum(row: int) -> Question:
    text = f"Row {row}, the last, has the sum of all numbers above it. Is it their total?"
    return Question("last-row", text, ((LEAVE_OUT, "a total, and no row of its own"), (KEEP, "a row like any other")))


def left_out(rows: Sequence[tuple[int, str]], answer: str) -> tuple[int, ...]:
    """The rows that a person says are not the table's."""
    match answer:
        case "keep":
            return ()
        case "leave out":
            return tuple(number for number, _ in rows)
        case _:
            return _numbers(answer)


def _numbers(answer: str) -> tuple[int, ...]:
    """The numbers of rows in an answer; zero, which no row has, for what is none."""
    return tuple(int(one) if one.isdecimal() else 0 for one in answer.replace(",", " ").split())


def _rows(numbers: Sequence[int]) -> str:
    return f"row{'' if len(numbers) == 1 else 's'} {spans(numbers)}"

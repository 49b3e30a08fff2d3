"""Where the table seems to stand in its file: its row of names, notes above and below it, and its columns' tallies."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from factcheck.datasets.headers import MOST_COLUMNS
from factcheck.datasets.proposing.columns import Tally
from factcheck.datasets.proposing.notes import Lone
from factcheck.datasets.proposing.questions import ANY, Answers, Question
from factcheck.datasets.readers.interface import UnreadableError
from factcheck.datasets.totals import TOTAL

_SAMPLE = 200
_MOST_SEEN = 1_000_000


@dataclass(frozen=True, slots=True)
class Stood:
    """The row of names, the names as they stand there, some rows below it, and the question about it, if any.

    `width` is that of the row, with empty cells at its end.
    """

    header_row: int
    width: int
    names: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Tallied:
    """The columns, how many rows come twice, and rows that may not be the table's.

    `odd_rows` are not as wide as the table. `lone_rows` have one cell, or stand below an empty row, as notes do.
    `sum_row` is the last row, where it holds a sum of those above and no word says so; 0 where it does not.
    """

    columns: tuple[Tally, ...]
    odd_rows: tuple[int, ...]
    lone_rows: tuple[tuple[int, str], ...]
    copies: int
    sum_row: int = 0


def rows_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file written by the readers, each with its number."""
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8", newline="") as file:
        yield from ((int(number), row) for number, *row in csv.reader(file))


def stood(path: Path, answers: Answers) -> Stood:
    """The first row as wide as most rows are. It is asked about where it is not the first, or names no columns."""
    sample = dict(islice(rows_of(path), _SAMPLE))
    if not any(map(any, sample.values())):
        raise UnreadableError("the file has no rows", "get the file again")
    widths = Counter(_width(row) for row in sample.values() if any(row))
    width = max(widths, key=lambda one: (widths[one], one))
    if width > MOST_COLUMNS:
        told = f"the table has {width:,} columns; at most {MOST_COLUMNS:,} are read"
        raise UnreadableError(told, "check the delimiter, or split the table")
    found = next(number for number, row in sample.items() if _width(row) == width)
    is_plain = found == 1 and all(sample[1][:width])
    question = None if is_plain else _which_row(sample, found)
    told = answers.get("header-row", "")
    row = int(told) if question and question.takes(told) else found
    names = sample[row][: _width(sample[row])]
    names += [""] * (width - len(names))
    below = tuple(tuple(cells) for number, cells in sample.items() if number > row)
    return Stood(row, len(sample[row]), tuple(names), below, (question,) if question else ())


def _which_row(sample: dict[int, list[str]], found: int) -> Question:
    shown = [(str(number), " | ".join(row)[:70] or "(empty)") for number, row in sample.items() if number <= found + 3]

    def fits(answer: str) -> bool:
        return answer.isdecimal() and any(sample.get(int(answer), ()))

    text = "Which row has the names of the columns?"
    answers = [(row, told) for row, told in shown if told != "(empty)"]
    return Question("header-row", text, (*answers, (ANY, f"another of the first {_SAMPLE}")), fits)


def tallied(path: Path, header_row: int, names: Sequence[str], left_out: frozenset[int]) -> Tallied:
    """Every cell of every row below the names."""
    columns = [Tally(name) for name in names]
    odd: list[int] = []
    lone = Lone(len(names))
    seen: set[int] = set()
    last: tuple[int, list[str]] = (0, [])
    copies = 0
    for number, row in rows_of(path):
        if number <= header_row or number in left_out:
            continue
        if any(row) and _is_odd(row, len(names)):
            odd.append(number)
            continue
        lone.look(number, row)
        if not any(row):
            continue
        last = (number, row)
        for column, cell in zip(columns, row, strict=False):
            column.add(cell, number)
        if len(seen) < _MOST_SEEN:
            known = hash(tuple(row))
            copies += known in seen
            seen.add(known)
    return Tallied(tuple(columns), tuple(odd), lone.found, copies, _sum_row(columns, *last))


def _sum_row(columns: list[Tally], number: int, row: list[str]) -> int:
    if any(map(TOTAL.fullmatch, row)):
        return 0
    return number if any(column.ends_in_sum(number) for column in columns) else 0


def _is_odd(row: list[str], width: int) -> bool:
    """Wider or shorter than the table."""
    return _width(row) > width or len(row) < width


def _width(row: list[str]) -> int:
    """How many cells there are up to the last that is not empty."""
    return max((at for at, cell in enumerate(row, start=1) if cell), default=0)

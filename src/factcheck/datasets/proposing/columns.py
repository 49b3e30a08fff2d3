"""The cells of a column, tallied by what they look like: nothing is converted."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from factcheck.datasets.totals import TOTAL

# The first form that a cell has is its form.
FORMS = (
    ("zeros", re.compile(r"[+-]?0[0-9]+")),
    ("whole", re.compile(r"[+-]?[0-9]{1,30}")),
    ("grouped by comma", re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3}){2,}|[+-]?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+")),
    ("grouped by point", re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}|[+-]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+")),
    ("comma and three", re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")),
    ("point and three", re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")),
    ("decimal point", re.compile(r"[+-]?[0-9]*\.[0-9]+([eE][+-]?[0-9]{1,3})?")),
    ("decimal comma", re.compile(r"[+-]?[0-9]*,[0-9]+")),
    ("grouped by gap", re.compile(r"[+-]?[0-9]{1,3}([ \u00a0\u202f'’][0-9]{3})+([.,][0-9]+)?")),
    ("day", re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")),
    ("slashed day", re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{4}|[0-9]{2})")),
    ("censored", re.compile(r"([<>≤≥] ?[0-9]+|[0-9]+\+|fewer than [0-9]+|less than [0-9]+)", re.IGNORECASE)),
    (
        "mark",
        re.compile(
            r"n\.?/?a\.?|n\.?d\.?|null|none|nan|missing|unknown|not available|\.{1,3}|-{1,3}|–|—|\*|:|\?|x|#n/a",
            re.IGNORECASE,
        ),
    ),
)
NUMBERS = tuple(form for form, _ in FORMS[:9])
# Cells that a person reads as a number and no schema does: with a sign of money or of parts, or in brackets.
_DRESSED = re.compile(r"[€$£¥] ?-?[0-9][0-9., ]*|-?[0-9][0-9., ]* ?(%|‰|€|£|\$|EUR|USD|GBP|CHF)|\([0-9][0-9., ]*%?\)")
# What some offices write for no answer, where it is far from all other numbers.
FLAGS = (-9, -99, -999, -9999, 99, 999, 9999, 99999)
_FLAG = re.compile(f"({'|'.join(map(str, FLAGS))})([.,]0+)?")
MOST_VALUES = 2_000
YEARS = range(1800, 2101)
_SHOWN = 4
_ASKED = ("mark", "censored")


@dataclass(slots=True)
class Tally:
    """One column: how many cells have each form, with a few examples, and the different values as far as kept.

    `flags` are cells that may stand for no answer; `least` and `most` are about all other numbers, cut to whole ones.
    `gaps` and `points` are the marks in numbers: between groups, if no comma or point, and all commas and points.
    `percents` are the cells that a workbook shows as percents.
    `sum` is that of all numbers but those that can be read in two ways, `last` the last of them with its row.
    """

    name: str
    forms: Counter[str] = field(default_factory=Counter)
    examples: dict[str, dict[str, int]] = field(default_factory=dict)
    values: Counter[str] = field(default_factory=Counter)
    totals: dict[str, int] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    gaps: set[str] = field(default_factory=set)
    points: set[str] = field(default_factory=set)
    sum: Decimal = Decimal(0)
    last: tuple[Decimal, int] = (Decimal(0), 0)
    years: int = 0
    least: int | None = None
    most: int | None = None
    percents: str = ""

    def add(self, cell: str, row: int, times: int = 1) -> None:
        form = form_of(cell)
        self.forms[form] += times
        told = self.examples.setdefault(form, {})
        if len(told) < (MOST_VALUES if form in _ASKED else _SHOWN):
            told.setdefault(cell, row)
        if form in _ASKED and cell in told:
            self.times[cell] += times
        if len(self.values) < MOST_VALUES or cell in self.values:
            self.values[cell] += 1
        if form in NUMBERS:
            self._add_number(cell, form, row)
        if form == "text" and TOTAL.fullmatch(cell):
            self.totals.setdefault(cell, row)

    def _add_number(self, cell: str, form: str, row: int) -> None:
        self.points.update(mark for mark in ".," if mark in cell)
        if form == "grouped by gap":
            self.gaps.update(mark for mark in cell if mark not in "+-.,0123456789")
        if _FLAG.fullmatch(cell):
            self.flags[cell] += 1
            return
        if not form.endswith("and three"):
            self.last = (Decimal(_plain(cell, form)), row)
            self.sum += self.last[0]
        size = _size(cell, form)
        self.years += form == "whole" and size in YEARS
        self.least = size if self.least is None else min(self.least, size)
        self.most = size if self.most is None else max(self.most, size)

    def ends_in_sum(self, row: int) -> bool:
        """Whether the row holds the sum of all numbers above it, which are several."""
        several = self.count(*NUMBERS) > 2  # noqa: PLR2004 - of one number and its like any two rows could be such
        return several and self.last[1] == row and self.last[0] != 0 and self.sum == 2 * self.last[0]

    def count(self, *forms: str) -> int:
        return sum(self.forms[form] for form in forms)

    def shown(self, form: str) -> str:
        """A few cells of a form, the first with its row."""
        cells = dict(islice(self.examples.get(form, {}).items(), _SHOWN))
        told = ", ".join(f'"{cell}"' for cell in cells)
        return f"{told} (row {next(iter(cells.values()))})" if cells else ""


def _size(cell: str, form: str) -> int:
    """A number without what follows its first mark that may be a decimal one; below zero, never zero."""
    whole = abs(int(re.split("[.,eE]", _plain(cell, form).lstrip("+-"))[0] or "0"))
    return -max(1, whole) if cell.startswith("-") else whole


def _plain(cell: str, form: str) -> str:
    """A number without groups, with a decimal point."""
    if form == "grouped by gap":
        cell = re.sub(r"[ \u00a0\u202f'’]", "", cell)
    elif form.startswith("grouped by "):
        cell = cell.replace("," if form.endswith("comma") else ".", "")
    return cell.replace(",", ".")


def form_of(cell: str) -> str:
    """What a cell looks like.

    >>> form_of("1,234"), form_of("007"), form_of("<5"), form_of("NA"), form_of("1.5"), form_of("Namibia")
    ('comma and three', 'zeros', 'censored', 'mark', 'decimal point', 'text')
    >>> form_of("1 234"), form_of("12.5%")
    ('grouped by gap', 'dressed')
    """
    if not cell:
        return "empty"
    found = next((name for name, pattern in FORMS if pattern.fullmatch(cell)), "text")
    return "dressed" if found == "text" and _DRESSED.fullmatch(cell) else found

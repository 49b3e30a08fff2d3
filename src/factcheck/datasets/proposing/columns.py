"""The cells of a column, tallied by what they look like: nothing is converted."""

import re
from collections import Counter
from dataclasses import dataclass, field

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
NUMBERS = tuple(form for form, _ in FORMS[:8])
TOTAL = re.compile(r"(grand )?total\b.*|all|sum|both sexes|world|insgesamt|totaal|ensemble|gesamt", re.IGNORECASE)
MOST_VALUES = 2_000
_YEARS = range(1800, 2101)


@dataclass(slots=True)
class Tally:
    """One column: how many cells have each form, with a few examples, and the different values as far as kept."""

    name: str
    forms: Counter[str] = field(default_factory=Counter)
    examples: dict[str, dict[str, int]] = field(default_factory=dict)
    values: Counter[str] = field(default_factory=Counter)
    totals: dict[str, int] = field(default_factory=dict)
    years: int = 0
    least: int = 0
    most: int = 0

    def add(self, cell: str, row: int) -> None:
        form = form_of(cell)
        self.forms[form] += 1
        told = self.examples.setdefault(form, {})
        if len(told) < 4:  # noqa: PLR2004 - as many as a person reads
            told.setdefault(cell, row)
        if len(self.values) < MOST_VALUES or cell in self.values:
            self.values[cell] += 1
        if form == "whole":
            self.years += int(cell) in _YEARS
            first = self.forms["whole"] == 1
            self.least = int(cell) if first else min(self.least, int(cell))
            self.most = int(cell) if first else max(self.most, int(cell))
        if form == "text" and TOTAL.fullmatch(cell):
            self.totals.setdefault(cell, row)

    def count(self, *forms: str) -> int:
        return sum(self.forms[form] for form in forms)

    def shown(self, form: str) -> str:
        """A few cells of a form, the first with its row."""
        cells = self.examples.get(form, {})
        told = ", ".join(f'"{cell}"' for cell in cells)
        return f"{told} (row {next(iter(cells.values()))})" if cells else ""


def form_of(cell: str) -> str:
    """What a cell looks like.

    >>> form_of("1,234"), form_of("007"), form_of("<5"), form_of("NA"), form_of("1.5"), form_of("Namibia")
    ('comma and three', 'zeros', 'censored', 'mark', 'decimal point', 'text')
    """
    if not cell:
        return "empty"
    return next((name for name, pattern in FORMS if pattern.fullmatch(cell)), "text")

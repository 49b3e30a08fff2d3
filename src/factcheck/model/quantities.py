"""A quantity of a text: the words, the number or the numbers they give, and how they give it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.model.readings import Wording


class Sort(StrEnum):
    """What a quantity is a quantity of, as its words tell. From `CHANGE` on there need be no number."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    SHARE = "share"
    MULTIPLE = "multiple"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"
    CROWD = "crowd"
    YEAR = "year"
    PERIOD = "period"
    DATE = "date"
    RANK = "rank"
    STREAK = "streak"
    CHANGE = "change"
    ONLY = "only"


class Mark(StrEnum):
    """How a number is meant: as it stands, about, more or less than it, or as a rise or a fall by it."""

    EQUAL = "="
    ABOUT = "~"
    OVER = ">"
    UNDER = "<"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Words of a text that fix a figure: `text` is the words, and they stand from `start` up to `end`.

    `value` is the number they give; a range ("5 to 10", "tens of thousands") has `low` and `high` instead, and words
    such as "most" and "rose" have none. A percent is its number: "94%" is 94. `core` is where the number stands with
    its unit, without hedges: "150,000" in "over 150,000". `unit` is "percent", "points", a currency code, or the unit's
    name. `of` is what is counted, at `of_at`: "trafficked victims". `wording` says what the words accept; it is None
    for years and dates, and for numbers that cannot be a claim as they stand. `figure` is False for words that are a
    claim only where someone makes them one ("all", "the first"), and for years and dates.
    """

    text: str
    start: int
    end: int
    sort: Sort
    core: tuple[int, int]
    mark: Mark = Mark.EQUAL
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str = ""
    of: str = ""
    of_at: tuple[int, int] = (0, 0)
    wording: Wording | None = None
    figure: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A quantity, the line of the file it begins on, and its offsets in the file; or in its line, where each line was
    read by itself. In a document a person looks for `within`: "paragraph 12", "page 3".
    """

    line: int
    start: int
    end: int
    quantity: Quantity
    within: str = ""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or a place of a text by itself, whatever it is said of: `text` is the words, from `start` up to `end`.

    A place may be counted from the "current" one, or from the "end": "the last" is 0 from the end.
    """

    text: str
    start: int
    end: int
    value: Fraction
    counted_from: str = ""
